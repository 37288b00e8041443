"""Steps of several papers that tell of one thing, matched one to one: a duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.timetables.agreed_paper import says_agreed
from assistant.timetables.dated_steps import SourcedStep
from assistant.timetables.likeness import likeness
from core.documents import Document
from core.inspection_steps import Anchor, InspectionStep, Period


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to be done, by whichever paper it is told."""

    key: str
    """Names it in owners and calendars, whichever paper leads."""
    steps: tuple[SourcedStep, ...]
    """As each paper that has it tells it, at most one of each."""

    def owner(self, owners: Mapping[str, str]) -> str:
        """Who is to do it, by step's key as filled in beside any of its steps; '' for nobody."""
        keys = (self.key, *(each.key for each in self.steps))
        return next((owners[key] for key in keys if owners.get(key)), "")

    def elsewhere(self, step: SourcedStep) -> tuple[SourcedStep, ...]:
        """It in the papers other than the step's own."""
        return tuple(each for each in self.steps if each.document.id != step.document.id)


Place = tuple[str, InspectionStep]
"""The id of a step's document, and the step."""


def place(each: SourcedStep) -> Place:
    """Where a step stands."""
    return each.document.id, each.step


def duties(
    steps: Iterable[SourcedStep], agreed: str = "", kept: Mapping[str, str] | None = None
) -> dict[Place, Duty]:
    """Where a step stands -> its duty. A step that no other paper has is a duty by itself.

    A duty has the key that it has in `kept` (key -> its words when it was noted), by one of its
    steps or, where the paper of that step has gone, by its words; else that of its step in the
    oldest of the papers, so that one added later takes over owners and calendar events. `agreed`,
    the id of the paper agreed with the lead inspector, counts as the newest.
    """
    found: list[list[SourcedStep]] = []
    for paper in _by_age(steps, agreed):
        pairs = _matched(paper, found)
        for number, other in pairs.items():
            found[other].append(paper[number])
        found += [[each] for number, each in enumerate(paper) if number not in pairs]
    keys = _keys(found, kept or {})
    made = [Duty(key, tuple(group)) for key, group in zip(keys, found, strict=True)]
    return {place(each): duty for duty in made for each in duty.steps}


def _keys(groups: Sequence[Sequence[SourcedStep]], kept: Mapping[str, str]) -> list[str]:
    """The key of each group; what is kept of a paper that has gone goes to the likest, once."""
    own = [next((e.key for e in group if e.key in kept), "") for group in groups]
    held = {each.key for group in groups for each in group}
    near = sorted(
        (
            (likeness(group[-1].step.what, what), key, number)
            for number, group in enumerate(groups)
            if not own[number]
            for key, what in kept.items()
            if key not in held
        ),
        reverse=True,
    )
    for like, key, number in near:
        if like and not own[number] and key not in own:
            own[number] = key
    return [key or group[0].key for key, group in zip(own, groups, strict=True)]


def untold(
    steps: Sequence[SourcedStep], agreed: str, of: Mapping[Place, Duty]
) -> list[SourcedStep]:
    """The steps of other papers than the agreed one that tell what it does not.

    `of` has the duty of each. A line that repeats, for the same day, what is told elsewhere in its
    paper is told with it.
    """
    own = [each for each in steps if each.document.id != agreed]
    told = [e for e in own if any(s.document.id == agreed for s in of[place(e)].steps)]
    return [
        each
        for each in own
        if each not in told
        and not any(
            each.document.id == t.document.id and _when(each) == _when(t) and _like(each, t)
            for t in told
        )
    ]


def once(counted: Sequence[SourcedStep], of: Mapping[Place, Duty]) -> list[SourcedStep]:
    """Periods that are told twice, alike and of one length, once: by the newest paper.

    `of` has the duty of each.
    """
    newest = sorted(counted, key=lambda e: (e.document.dated.iso(), e.document.id), reverse=True)
    kept: list[SourcedStep] = []
    for each in newest:
        same = (
            _length(each) == _length(other)
            and (of[place(each)] == of[place(other)] or _like(each, other))
            for other in kept
        )
        if not any(same):
            kept.append(each)
    return [each for each in counted if each in kept]


def _length(each: SourcedStep) -> Period | None:
    """A period without its event's words, where the event is one that every paper means."""
    period = each.step.period
    if period is None or period.anchor is Anchor.OTHER:
        return period
    return replace(period, event="")


def _matched(
    steps: Sequence[SourcedStep], groups: Sequence[Sequence[SourcedStep]]
) -> dict[int, int]:
    """Which step tells the same as which group, each at most once, the likest first."""
    near = [
        (_like(each, other), _when(each) == _when(other), -group_number, -number)
        for number, each in enumerate(steps)
        for group_number, group in enumerate(groups)
        for other in group
    ]
    found: dict[int, int] = {}
    for like, _, group_number, number in sorted(near, reverse=True):
        if like and -number not in found and -group_number not in found.values():
            found[-number] = -group_number
    return found


def _like(one: SourcedStep, other: SourcedStep) -> float:
    return likeness(one.step.what, other.step.what)


def _by_age(steps: Iterable[SourcedStep], agreed: str) -> list[list[SourcedStep]]:
    """The steps of each paper, the oldest paper's first."""
    papers: dict[str, list[SourcedStep]] = {}
    documents: dict[str, Document] = {}
    for each in steps:
        papers.setdefault(each.document.id, []).append(each)
        documents[each.document.id] = each.document

    def age(name: str) -> tuple[bool, str, str]:
        of_one = name == agreed or says_agreed(documents[name])
        return of_one, documents[name].dated.iso(), name

    return [papers[name] for name in sorted(papers, key=age)]


def _when(each: SourcedStep) -> tuple[Sequence[int], Sequence[int]]:
    return each.step.weeks, each.step.days
