"""What a rehearsal comes to: what was drawn on, what to look up. Nothing is graded or counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, zip_longest
from typing import TypeVar

from assistant.rehearsal.session import Session, Turn
from core.answers import Citation
from core.rehearsal import About, Area, Difference, Point, Prompt, Reach, Role

_Cited = TypeVar("_Cited", bound=Point | Difference)

MOST_DIFFERENCES, MOST_LOOK_UP, MOST_DREW_ON = 6, 5, 8
"""What is listed at most: a page or two to read on a Sunday, not an index."""
MOST_SKIPPED, MOST_ON_FILE, MOST_TOUCHED = 5, 5, 3


@dataclass(frozen=True, slots=True)
class Summary:
    """For the person alone. Holds words they typed only as `said` of a difference."""

    role: Role
    area: Area
    answered: tuple[Prompt, ...]
    skipped: tuple[Prompt, ...]
    drew_on: tuple[Point, ...]
    """What the answers covered or touched on, one point for each place of the papers."""
    differences: tuple[Difference, ...]
    """What the newest answer to a prompt gives otherwise than the papers."""
    checks: tuple[Point, ...]
    """What stands in the papers beside something that the newest answer gives otherwise, and that
    may be of another thing: each has its `check`."""
    look_up: tuple[Point, ...]
    """What the papers hold and no answer mentioned, the first of each prompt first."""
    differ_on: tuple[str, ...] = ()
    """The prompt that each of the differences was said to, in their order."""
    on_file: tuple[Prompt, ...] = ()
    """Prompts about a case that were answered: what they ask for is the file's to show."""
    follow_ups: tuple[str, ...] = ()
    """Follow-up questions that were not answered."""


def summary(session: Session) -> Summary:
    """The summary of a session as it stands, a prompt under way with feedback included."""
    turns = [*session.turns]
    if session.prompt is not None and session.feedbacks:
        turns.append(Turn(session.prompt, session.feedbacks))
    answered = [turn for turn in turns if turn.feedbacks]
    newest = [turn.feedbacks[-1] for turn in answered]
    said = [(d, turn.prompt.text) for turn in answered for d in turn.feedbacks[-1].differences]
    asked = {_name(each): prompt for each, prompt in reversed(said)}
    differences = _once([each for each, _ in said])[:MOST_DIFFERENCES]
    checks = _once([each for given in newest for each in given.points if each.check])
    checks = checks[: MOST_DIFFERENCES - len(differences)]
    touched = [each for each in _points(answered, Reach.TOUCHED) if each.check is None]
    reached = _once(_points(answered, Reach.COVERED) + touched)
    drew_on = _once(_points(answered, Reach.COVERED) + touched[:MOST_TOUCHED])
    known = {_key(each.citation) for each in (*reached, *checks)}
    known |= {_key(each.citation) for each in differences}
    words = {each.words for each in reached}
    left = [
        each
        for each in _once(_left_out(answered))
        if _key(each.citation) not in known and each.words not in words
    ]
    numbers = count(1)
    return Summary(
        role=session.role,
        area=session.area,
        answered=tuple(turn.prompt for turn in answered),
        skipped=tuple(turn.prompt for turn in turns if not turn.feedbacks),
        differences=tuple(_numbered(differences, numbers)),
        differ_on=tuple(asked[_name(each)] for each in differences),
        checks=tuple(_numbered(checks, numbers)),
        look_up=tuple(_numbered(left[:MOST_LOOK_UP], numbers)),
        drew_on=tuple(_numbered(_by_place(drew_on)[:MOST_DREW_ON], numbers)),
        on_file=tuple(t.prompt for t in answered if t.prompt.about is About.CASE)[:MOST_ON_FILE],
        follow_ups=tuple(dict.fromkeys(_open_probes(answered))),
    )


def _by_place(points: Sequence[Point]) -> list[Point]:
    """One for each place: its page or slide, else the heading; covered points stand first."""
    kept: dict[tuple[str, str], Point] = {}
    for each in points:
        passage = each.citation.passage
        place = passage.page or (passage.headings[-1] if passage.headings else "")
        kept.setdefault((each.citation.document.id, place), each)
    return list(kept.values())


def _points(turns: Sequence[Turn], reach: Reach) -> list[Point]:
    """Of every answer: what was said once was said, also if a later answer left it out."""
    given = [feedback for turn in turns for feedback in turn.feedbacks]
    return [point for each in given for point in each.points if point.reach is reach]


def _left_out(turns: Sequence[Turn]) -> list[Point]:
    """Of the newest answer to each prompt: the first of each, then the second of each, and on."""
    of_each = [
        [each for each in turn.feedbacks[-1].points if each.reach is Reach.NOT_MENTIONED]
        for turn in turns
    ]
    return [each for rank in zip_longest(*of_each) for each in rank if each is not None]


def _open_probes(turns: Iterable[Turn]) -> Iterable[str]:
    for turn in turns:
        probe = turn.feedbacks[-1].probe
        if probe is not None and len(turn.feedbacks) == 1:
            yield probe.text


def _key(citation: Citation) -> tuple[str, tuple[str, ...]]:
    return citation.passage.id, citation.spans


def _once(every: Sequence[_Cited]) -> list[_Cited]:
    kept: dict[object, _Cited] = {}
    for one in every:
        kept.setdefault(_name(one), one)
    return list(kept.values())


def _name(each: Point | Difference) -> object:
    return (*_key(each.citation), _said(each))


def _said(each: object) -> str:
    """Of a difference what was said: two things said may differ from one passage."""
    return each.said if isinstance(each, Difference) else ""


def _numbered(every: Sequence[_Cited], numbers: Iterator[int]) -> Iterator[_Cited]:
    """With numbers of the summary's own: each feedback has counted from 1."""
    for each in every:
        yield replace(each, citation=replace(each.citation, number=next(numbers)))
