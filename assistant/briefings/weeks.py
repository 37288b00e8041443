"""A week of the timetable as an item of a pack: its steps in the papers' words, each cited."""

from __future__ import annotations

from assistant.timetable import Timetable
from assistant.timetables.dated_steps import DatedStep
from core.answers import Answer, Citation, Sentence, SentenceKind, Status
from language.weeks import day_name


def week_answer(question: str, table: Timetable, number: int) -> Answer:
    """The steps of a week by day; without any, that the documents do not say."""
    week = next((each for each in table.weeks if each.number == number), None)
    sentences: list[Sentence] = []
    citations: list[Citation] = []
    if week is None:
        return Answer(Status.NOT_IN_DOCUMENTS, question)

    def add(heading: str, steps: tuple[DatedStep, ...]) -> None:
        sentences.append(Sentence(f"{heading}:", kind=SentenceKind.FRAME))
        for each in steps:
            cited = Citation(
                len(citations) + 1, each.source.document, each.source.passage, each.source.quotes
            )
            citations.append(cited)
            sentences.append(Sentence(each.step.what, (cited.number,), SentenceKind.ITEM))

    for day, steps in week.by_day:
        add(day_name(day).capitalize(), steps)
    if week.without_day:
        add("No day given", week.without_day)
    return Answer(Status.ANSWERED, question, tuple(sentences), tuple(citations))
