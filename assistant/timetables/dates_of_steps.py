"""When a quoted step falls in this inspection, once the day of the call is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.state import State
from assistant.timetables.dated_steps import DatedStep, Mark, SourcedStep, dated
from core.answers import Answer, Note, NoteKind

CONFIRM = "confirm with the lead inspector"
MOST = 6
"""Dates told under one answer."""


def with_dates(state: State, answer: Answer) -> Answer:
    """Adds the dates of the steps that an answer quotes, where the call's is known."""
    known = state.known_inspection
    if not known.dates or not answer.citations:
        return answer
    told: dict[str, None] = {}
    for citation in answer.citations:
        document, passage = citation.document, citation.passage
        for step in state.search.index.store.steps(document.id, document.version):
            if step.passage == passage.id:
                each = dated(SourcedStep(step, document, passage), known)
                if each.days:
                    told[f"{step.what.rstrip('.')}: {spoken(each)}"] = None
    if not told:
        return answer
    note = Note(NoteKind.DATE, "\n".join(list(told)[:MOST]))
    return replace(answer, notes=(*answer.notes, note))


def spoken(each: DatedStep) -> str:
    """'Friday 25 December 2026 (Christmas Day: confirm with the lead inspector)'."""
    days = [day_words(day) for day in each.days]
    text = " to ".join(dict.fromkeys((days[0], days[-1])))
    said = []
    if Mark.BANK_HOLIDAY in each.marks:
        said.append(f"{each.holiday}: {CONFIRM}")
    said += [mark.value for mark in each.marks if mark is not Mark.BANK_HOLIDAY]
    return f"{text} ({'; '.join(said)})" if said else text


def day_words(day: date) -> str:
    """'Monday 14 December 2026'."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
