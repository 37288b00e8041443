"""Steps of several papers that tell of one thing, matched one to one: a duty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.dated_steps import SourcedStep, likeness
from core.documents import Document
from core.inspection_steps import InspectionStep


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


def duties(steps: Iterable[SourcedStep], agreed: str = "") -> dict[Place, Duty]:
    """Where a step stands -> its duty. A step that no other paper has is a duty by itself.

    A duty has the key of its step in the oldest of the papers, so that one added later takes over
    owners and calendar events; `agreed`, the id of the paper agreed with the lead inspector,
    counts as the newest.
    """
    found: list[list[SourcedStep]] = []
    for paper in _by_age(steps, agreed):
        pairs = _matched(paper, [group[0] for group in found])
        for number, other in pairs.items():
            found[other].append(paper[number])
        found += [[each] for number, each in enumerate(paper) if number not in pairs]
    made = [Duty(group[0].key, tuple(group)) for group in found]
    return {place(each): duty for duty in made for each in duty.steps}


def untold(steps: Sequence[SourcedStep], agreed: str) -> list[SourcedStep]:
    """The steps of other papers than the agreed one that tell what it does not.

    A line that repeats, for the same day, what is told elsewhere in its paper is told with it.
    """
    of = duties(steps, agreed)
    own = [each for each in steps if each.document.id != agreed]
    told = [e for e in own if any(s.document.id == agreed for s in of[place(e)].steps)]
    return [
        each
        for each in own
        if each not in told
        and not any(
            each.document.id == t.document.id and _when(each) == _when(t) and likeness(each, t)
            for t in told
        )
    ]


def _matched(steps: Sequence[SourcedStep], others: Sequence[SourcedStep]) -> dict[int, int]:
    """Which step tells the same as which other, each at most once, the likest first."""
    near = [
        (likeness(each, other), _when(each) == _when(other), -other_number, -number)
        for number, each in enumerate(steps)
        for other_number, other in enumerate(others)
    ]
    found: dict[int, int] = {}
    for like, _, other_number, number in sorted(near, reverse=True):
        if like and -number not in found and -other_number not in found.values():
            found[-number] = -other_number
    return found


def _by_age(steps: Iterable[SourcedStep], agreed: str) -> list[list[SourcedStep]]:
    """The steps of each paper, the oldest paper's first."""
    papers: dict[str, list[SourcedStep]] = {}
    documents: dict[str, Document] = {}
    for each in steps:
        papers.setdefault(each.document.id, []).append(each)
        documents[each.document.id] = each.document

    def age(name: str) -> tuple[bool, str, str]:
        return name == agreed, documents[name].dated.iso(), name

    return [papers[name] for name in sorted(papers, key=age)]


def _when(each: SourcedStep) -> tuple[Sequence[int], Sequence[int]]:
    return each.step.weeks, each.step.days
