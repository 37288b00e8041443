"""The step that answers 'what happens on Wednesday of week one?' from the papers' own lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.nearby import refused, say_age, say_whose
from assistant.quoter import Quoter
from assistant.refusal import looked_for
from assistant.state import State
from assistant.steps_asked.inspection import ILACS, types_named
from assistant.steps_asked.settled_place import settle
from assistant.steps_asked.timelines import Timeline, edge_steps, in_order, spoken, timelines
from assistant.steps_asked.week_answer import place_name, say_day, say_weeks
from assistant.steps_asked.week_question import WeekQuestion, read_week_question
from assistant.steps_asked.week_subjects import most_of, saying
from assistant.steps_asked.which_inspection import ask_which, keeps_to
from assistant.timetables.agreed_paper import precedence
from assistant.which_paper.ours import split, subject_of
from core.answers import Answer, Note, NoteKind, Sentence, SentenceKind, Status
from core.documents import Document
from language.organisations import canonical
from language.phases import VISIT
from language.week_lines import SlottedPassage
from language.weeks import Slot, day_name, find_slot
from language.words import content_terms, terms
from vectorstore.search import Found, Query

FOUND = 60
"""Lines searched for by the words of a timetable, for which papers have one."""
MOST_PAPERS = 12
"""Papers read for their lines, the best found first."""
LONG_WINDED = 4
"""Things named from which on some of them may be no part of what is asked."""
RICH = 3
"""Days with a line from which a paper counts as a timetable; richer is no better."""


def answer_from_week(state: State) -> Answer | None:
    """'What happens on Wednesday of week one?': the lines of that week and day, or none.

    None also where the question asks for something else, or the papers have no timetable.
    """
    asked = read_week_question(state.asked, state.concepts)
    if asked is None:
        return None
    courses = [
        each for each in week_sources(state, asked) if _is_of(each, asked) and keeps_to(state, each)
    ]
    a_day = asked.place or (asked.place.nth and not asked.place.of_steps)
    if not courses and a_day and types_named(state) - ILACS:
        held = state.search.index.documents
        return refused(state, looked_for(state.asked, state.concepts, held))
    settled = [
        (each, place) for each in courses if (place := settle(asked.place, each)) is not None
    ]
    asked = _with_what_is_told(asked, settled)
    which = ask_which(state, settled, asked.subjects)
    if which is not None:
        return which
    for course, place in settled:
        lines = _lines(course, place, asked)
        if lines and not asked.subjects:
            return _said(state, course, place, lines, asked)
    if asked.subjects:
        return _of_subjects(state, settled, asked)
    if not settled:
        # No paper says which week that is; what each says of its own weeks may help.
        settled = [(each, Slot()) for each in courses if each.dated]
    return _refused(state, settled, asked) if settled else None


def _with_what_is_told(
    asked: WeekQuestion, settled: Sequence[tuple[Timeline, Slot]]
) -> WeekQuestion:
    """Of a long question, the things that some line of the place says: the rest is talk."""
    if len(asked.subjects) < LONG_WINDED:
        return asked
    lines = [line for course, place in settled for line in _lines(course, place, asked)]
    told = tuple(each for each in asked.subjects if saying(lines, [each]))
    return replace(asked, subjects=told) if told else asked


def week_sources(state: State, asked: WeekQuestion) -> list[Timeline]:
    """The courses of inspections that the papers found set out, the likeliest meant first."""
    papers: dict[str, Document] = {}
    for each in (*state.found, *_found_by_place(state)):
        passage = each.hit.passage
        around = " ; ".join((passage.text, passage.section, passage.lead_in, *passage.headings))
        if find_slot(around).named:
            papers.setdefault(each.hit.document.id, each.hit.document)
    courses = [
        course
        for paper in list(papers.values())[:MOST_PAPERS]
        for course in timelines(paper, state.context(paper))
    ]
    subject = subject_of(state.asked, state.organisation)

    def key(course: Timeline) -> tuple[float, ...]:
        about = canonical(course.document.about) == subject if subject else True
        newest = course.document.published.latest().toordinal() if course.document.published else 0
        kind = len(asked.telling & course.names)
        agreed = -precedence(course.document, state.known_inspection.agreed)
        return (-kind, not about, agreed, -min(course.dated, RICH), -newest, -course.dated)

    return sorted(courses, key=key)


def _found_by_place(state: State) -> list[Found]:
    """Lines found by the words in which papers name the weeks and days asked for."""
    place = state.asked.slot
    named = [f"week {week}" for week in place.weeks] + [day_name(day) for day in place.days]
    named += [phase.value for phase in place.phases if phase in VISIT]
    text = " ".join(["week of the inspection", *named])
    query = Query(text, tuple(dict.fromkeys(content_terms(text))), ())
    found = state.search.find_with_vectors(query, state.question_vector, FOUND, state.speaking)
    return split(found, state.asked, state.organisation)[0]


def _is_of(course: Timeline, asked: WeekQuestion) -> bool:
    """False for the course of another kind of inspection than the question names."""
    said = course.names | {term for each in course.steps for term in terms(each.passage.text)}
    return asked.kinds <= said


def _lines(course: Timeline, place: Slot, asked: WeekQuestion) -> tuple[SlottedPassage, ...]:
    lines = course.at(place)
    return edge_steps(asked.place.nth, lines) if asked.place.of_steps else lines


def _said(
    state: State,
    course: Timeline,
    place: Slot,
    lines: Iterable[SlottedPassage],
    asked: WeekQuestion,
) -> Answer:
    quoter, lines = Quoter(), spoken(lines)
    one_week = len({each.slot.weeks for each in lines}) == 1
    if one_week and (place.days or asked.place.of_steps):
        say_day(quoter, course.document, in_order(lines))
    elif one_week and asked.subjects and len({each.slot.days for each in lines}) == 1:
        say_day(quoter, course.document, lines)
    else:
        say_weeks(quoter, course.document, lines)
    say_whose(state, quoter.citations)
    say_age(state, quoter.citations)
    if place.weeks and (asked.place.phases or asked.place.nth or asked.place.move):
        state.notes.append(Note(NoteKind.UNDERSTOOD_AS, place_name(place)))
    elif state.asked.carried:
        own, subject = state.turns[-1], state.asked.subject
        state.notes.append(Note(NoteKind.UNDERSTOOD_AS, f"{own} – about: {subject}"))
    return state.answer(Status.ANSWERED, quoter.sentences, quoter.citations)


def _of_subjects(
    state: State, settled: Sequence[tuple[Timeline, Slot]], asked: WeekQuestion
) -> Answer | None:
    """'What do we send on Wednesday': the line of that day that says it."""
    for course, place in settled:
        lines = saying(_lines(course, place, asked), asked.subjects)
        if lines:
            return _said(state, course, place, lines, asked)
    if not any(place.days for _, place in settled):
        return None
    for course, place in settled:
        elsewhere = saying(course.at(Slot(place.weeks, phases=place.phases)), asked.subjects)
        if elsewhere and not asked.only_doing and place.days:
            return _corrected(state, course, place, most_of(elsewhere, asked.named))
    if asked.only_doing and not asked.place.within:
        return None  # 'What do we hear on Friday?' may be said in other words.
    nothing = not any(place.weeks and _lines(course, place, asked) for course, place in settled)
    return _refused(state, settled, asked) if asked.only_doing or nothing else None


def _corrected(
    state: State, course: Timeline, place: Slot, lines: Sequence[SlottedPassage]
) -> Answer | None:
    """'Not Thursday but Wednesday:' where one day of the week, and not the one asked, says it."""
    days = {each.slot.days for each in lines}
    # A line dated by another may go on ('then'), so it puts nobody right.
    if any(each.day_from for each in lines):
        return None
    if len(days) != 1 or not (said := min(days, key=sorted)):
        return None
    quoter = Quoter()
    first = lines[0]
    spans = tuple(text for text in (*first.passage.headings, *first.passage.quotes()))
    number = quoter.cite(course.document, first.passage, spans)
    wrong = " or ".join(day_name(day) for day in sorted(place.days))
    right = " and ".join(day_name(day) for day in sorted(said))
    quoter.correct(wrong, right, number)
    say_day(quoter, course.document, lines)
    say_whose(state, quoter.citations)
    say_age(state, quoter.citations)
    return state.answer(Status.ANSWERED, quoter.sentences, quoter.citations)


def _refused(state: State, settled: Sequence[tuple[Timeline, Slot]], asked: WeekQuestion) -> Answer:
    """Says which day has no line, with the lines of that week beside it."""
    course, place, around = _nearest(settled)
    quoter = Quoter()
    for line in in_order(spoken(around)):
        quoter.cite(course.document, line.passage, line.passage.quotes())
    text = _looked_for(state, place, asked)
    sentence = Sentence(text, kind=SentenceKind.FRAME)
    return state.answer(Status.NOT_IN_DOCUMENTS, [sentence], near=quoter.citations)


def _looked_for(state: State, place: Slot, asked: WeekQuestion) -> str:
    if not place.named:
        return looked_for(state.asked, state.concepts, state.search.index.documents)
    what = ", ".join((place_name(place), *(each.name for each in asked.subjects)))
    held = len(state.search.index.documents)
    papers = "1 document" if held == 1 else f"{held} documents"
    return f"Looked for {what} in {papers}; no passage answers this."


def _nearest(
    settled: Sequence[tuple[Timeline, Slot]],
) -> tuple[Timeline, Slot, tuple[SlottedPassage, ...]]:
    """The lines of the week asked for, else of the week nearest to it, of the likeliest paper."""
    for course, place in settled:
        around = course.at(Slot(place.weeks, phases=place.phases))
        if around:
            return course, place, around
    for course, place in settled:
        if course.weeks and place.weeks:
            week = min(course.weeks, key=lambda each: abs(each - min(place.weeks)))
            return course, place, course.at(Slot(frozenset({week})))
    return *settled[0], ()
