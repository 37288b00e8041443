"""What a rehearsal comes to: what was drawn on, what to look up. Nothing is graded or counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from assistant.rehearsal.session import Session, Turn
from core.answers import Citation
from core.rehearsal import About, Area, Difference, Point, Prompt, Reach, Role

_Cited = TypeVar("_Cited", bound=Point | Difference)

MOST_LEFT_OUT = 3
"""Points left out that are listed of one prompt: a list to read on a Sunday, not an index."""


@dataclass(frozen=True, slots=True)
class Summary:
    """For the person alone. Holds words they typed only as `said` of a difference."""

    role: Role
    area: Area
    answered: tuple[Prompt, ...]
    skipped: tuple[Prompt, ...]
    drew_on: tuple[Point, ...]
    """What the answers covered or touched on."""
    differences: tuple[Difference, ...]
    """What the newest answer to a prompt gives otherwise than the papers."""
    look_up: tuple[Point, ...]
    """What the papers hold and no answer mentioned."""
    on_file: tuple[Prompt, ...]
    """Prompts about a case that were answered: what they ask for is the file's to show."""
    follow_ups: tuple[str, ...]
    """Follow-up questions that were not answered."""


def summary(session: Session) -> Summary:
    """The summary of a session as it stands, a prompt under way with feedback included."""
    turns = [*session.turns]
    if session.prompt is not None and session.feedbacks:
        turns.append(Turn(session.prompt, session.feedbacks))
    answered = [turn for turn in turns if turn.feedbacks]
    reached = _once(_points(answered, Reach.COVERED) + _points(answered, Reach.TOUCHED))
    differences = _once([each for turn in answered for each in turn.feedbacks[-1].differences])
    known = {_key(each.citation) for each in reached}
    known |= {_key(each.citation) for each in differences}
    left = _once([each for each in _left_out(answered) if _key(each.citation) not in known])
    numbers = count(1)
    return Summary(
        role=session.role,
        area=session.area,
        answered=tuple(turn.prompt for turn in answered),
        skipped=tuple(turn.prompt for turn in turns if not turn.feedbacks),
        differences=tuple(_numbered(differences, numbers)),
        look_up=tuple(_numbered(left, numbers)),
        drew_on=tuple(_numbered(reached, numbers)),
        on_file=tuple(t.prompt for t in answered if t.prompt.about is About.CASE),
        follow_ups=tuple(dict.fromkeys(_open_probes(answered))),
    )


def _points(turns: Sequence[Turn], reach: Reach) -> list[Point]:
    """Of every answer: what was said once was said, also if a later answer left it out."""
    given = [feedback for turn in turns for feedback in turn.feedbacks]
    return [point for each in given for point in each.points if point.reach is reach]


def _left_out(turns: Sequence[Turn]) -> list[Point]:
    """Of the newest answer to each prompt, the first few."""
    found: list[Point] = []
    for turn in turns:
        points = turn.feedbacks[-1].points
        found += [each for each in points if each.reach is Reach.NOT_MENTIONED][:MOST_LEFT_OUT]
    return found


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
        kept.setdefault((*_key(one.citation), _said(one)), one)
    return list(kept.values())


def _said(each: object) -> str:
    """Of a difference what was said: two things said may differ from one passage."""
    return each.said if isinstance(each, Difference) else ""


def _numbered(every: Sequence[_Cited], numbers: Iterator[int]) -> Iterator[_Cited]:
    """With numbers of the summary's own: each feedback has counted from 1."""
    for each in every:
        yield replace(each, citation=replace(each.citation, number=next(numbers)))
