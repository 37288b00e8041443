"""The course of one inspection in a document, and where in it a question's week and day fall."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.documents import Document, Passage, PassageKind
from language.phases import VISIT, Phase, phase_mentions
from language.week_lines import SlottedPassage, slotted
from language.weeks import Slot, find_slot, week_mentions
from language.words import content_terms, fold, terms

_KINDS = frozenset(
    content_terms("short standard full focused monitoring reinspection jtai send joint thematic")
)
"""Words of a heading that tell one kind of inspection from another."""
_PREPARATION = re.compile(r"^[\s:(–-]*(?:is |for |of )?prep(?:aration)?\b")
# 'On site in week 2', 'the off-site week (week 1)': the phase before its week.
_BESIDE = re.compile(r"\s*(?:week\s*[:(=]|week is|\(|in|is|during)\s*")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated lines of one document on one kind of inspection, in order."""

    document: Document
    steps: tuple[SlottedPassage, ...]
    phases: Mapping[Phase, frozenset[int]]
    """The weeks that its own words call off site, and on site."""
    names: frozenset[str]
    """The stems of its title, headings and column headers."""

    @property
    def weeks(self) -> tuple[int, ...]:
        """The weeks it speaks of, in order."""
        return tuple(sorted({week for each in self.steps for week in each.slot.weeks}))

    @property
    def dated(self) -> int:
        """How many days of it have a line."""
        return len({(each.slot.weeks, each.slot.days) for each in self.steps if each.slot.days})

    def at(self, place: Slot) -> tuple[SlottedPassage, ...]:
        """The lines of these weeks, days and phases; each left empty takes any."""
        return tuple(
            each
            for each in self.steps
            if (not place.weeks or each.slot.weeks & place.weeks)
            and (not place.days or each.slot.days & place.days)
            and (not place.phases or each.slot.phases & place.phases)
        )


def timelines(document: Document, passages: Sequence[Passage]) -> list[Timeline]:
    """The courses of inspections in a document, one for each kind that it tells apart."""
    groups: dict[object, list[SlottedPassage]] = {}
    for step in slotted(passages):
        groups.setdefault(_course(step.passage), []).append(step)
    return [_timeline(document, steps) for steps in groups.values()]


def _course(passage: Passage) -> object:
    """What the lines of one course share: the headings above the one that names the week."""
    headings = passage.headings
    slots = [find_slot(text) for text in headings]
    weeks = [at for at, slot in enumerate(slots) if slot.weeks]
    phases = [at for at, slot in enumerate(slots) if slot.phases]
    cuts = weeks[:1] or phases[-1:] or [at for at, slot in enumerate(slots) if slot.days][:1]
    if not cuts:
        return headings, frozenset()
    kinds = _KINDS & {term for text in headings[cuts[0] :] for term in content_terms(text)}
    return headings[: cuts[0]], kinds


def _timeline(document: Document, steps: list[SlottedPassage]) -> Timeline:
    lines = [each.passage for each in steps]
    above = {text for each in lines for text in (*each.headings, *each.header, each.section)}
    names = frozenset(term for text in (document.title, *above) for term in terms(text))
    return Timeline(document, tuple(steps), _phases(steps), names)


def _phases(steps: Sequence[SlottedPassage]) -> dict[Phase, frozenset[int]]:
    texts = dict.fromkeys(
        text
        for each in steps
        for text in (*each.passage.headings, each.passage.section, each.passage.lead_in,
                     each.passage.text)
    )  # fmt: skip
    found: dict[Phase, set[int]] = {}
    for text in texts:
        for phase, weeks in paired(text):
            found.setdefault(phase, set()).update(weeks)
    known = {week for weeks in found.values() for week in weeks}
    for phase, week in _named_in_lines(steps):
        if week not in known:
            found.setdefault(phase, set()).add(week)
    _other_side(found, {week for each in steps for week in each.slot.weeks})
    return {phase: frozenset(weeks) for phase, weeks in found.items()}


def paired(text: str) -> list[tuple[Phase, frozenset[int]]]:
    """The phases that a text puts beside weeks: 'week 1 is off site, weeks 2 and 3 on site'."""
    weeks = [each for each in week_mentions(text) if not each.ordinal]
    folded = fold(text)
    marks = [each for each in phase_mentions(text) if each.phase in VISIT]
    pairs: list[tuple[Phase, frozenset[int]]] = []
    for mark in list(marks):
        after = [each for each in weeks if _BESIDE.fullmatch(folded[mark.end : each.start])]
        if after:
            weeks.remove(after[0])
            marks.remove(mark)
            pairs.append((mark.phase, after[0].weeks))
    starts = [each.start for each in weeks] + [len(folded)]
    for mention, until in zip(weeks, starts[1:], strict=True):
        said = [each.phase for each in marks if mention.end <= each.start < until]
        if not said and _PREPARATION.match(folded[mention.end : until]):
            said = [Phase.OFF_SITE]
        pairs += [(phase, mention.weeks) for phase in said[:1]]
    return pairs


def _named_in_lines(steps: Sequence[SlottedPassage]) -> list[tuple[Phase, int]]:
    """The phase that most lines of a week speak of, where one does."""
    votes: dict[int, dict[Phase, int]] = {}
    for each in steps:
        said = {mention.phase for mention in phase_mentions(each.passage.text)} & VISIT
        if len(said) == 1 and len(each.slot.weeks) == 1:
            counts = votes.setdefault(min(each.slot.weeks), {})
            counts[min(said)] = counts.get(min(said), 0) + 1
    return [
        (max(counts, key=lambda phase: counts[phase]), week)
        for week, counts in votes.items()
        if len(set(counts.values())) == len(counts)
    ]


def _other_side(found: dict[Phase, set[int]], weeks: set[int]) -> None:
    """Where the paper says which weeks are on site, those before are not; and the reverse."""
    off, on = found.get(Phase.OFF_SITE), found.get(Phase.ON_SITE)
    if on and not off and (before := {week for week in weeks if week < min(on)}):
        found[Phase.OFF_SITE] = before
    if off and not on and (after := {week for week in weeks if week > max(off)}):
        found[Phase.ON_SITE] = after


def edge_steps(nth: int, steps: Sequence[SlottedPassage]) -> tuple[SlottedPassage, ...]:
    """The lines of the first day that has one, or of the last: 'the first thing we do'."""
    dated = [each for each in steps if each.slot.days]
    alone = [each for each in dated if len(each.slot.days) == 1] or dated
    if not alone:
        return ()
    key = _when(alone[0])
    for each in alone:
        key = min(key, _when(each)) if nth > 0 else max(key, _when(each))
    return tuple(each for each in alone if _when(each) == key)


def in_order(steps: Iterable[SlottedPassage]) -> list[SlottedPassage]:
    """The dated lines of a week by day, as the paper has them within a day; then the others."""
    return sorted(steps, key=lambda each: (not each.slot.days, _when(each)))


def _when(step: SlottedPassage) -> tuple[int, int]:
    return min(step.slot.weeks, default=0), min(step.slot.days, default=0)


def spoken(steps: Iterable[SlottedPassage]) -> list[SlottedPassage]:
    """The lines of single weeks without speakers' notes, where there are any."""
    steps = list(steps)
    plain = [
        each
        for each in steps
        if len(each.slot.weeks) <= 1 and each.passage.kind is not PassageKind.NOTES
    ]
    return plain or steps
