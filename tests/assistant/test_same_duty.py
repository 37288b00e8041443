"""What several papers tell of one thing is one duty: owners and calendars keep to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from assistant.timetable import Timetable, deadlines, timetable, usual_beside
from assistant.timetables.dated_steps import SourcedStep
from assistant.timetables.ics import ics
from assistant.timetables.likeness import likeness
from assistant.timetables.same_duty import duties, place, untold
from core.dates import PartialDate
from core.inspection_steps import Anchor, Direction, InspectionType, Period, Unit
from core.this_inspection import KeptDuty, ThisInspection
from tests.assistant.steps_made import BOARD, FEEDBACK, LISTS, SHORT, a_step, dated
from tests.support import a_document

AGREED = a_document(
    "minutes/agreed.md", title="Agreed", about="Tower Hamlets", published=PartialDate(2026, 12)
)
MOVED = a_step(LISTS.step.what, AGREED, weeks=(1,), days=(2,), deadline=True)
DATA = a_step("Annex A data lists go to Ofsted.", weeks=(1,), days=(1,), deadline=True)
PAPERS = a_step("Annex A documents go to Ofsted.", weeks=(1,), days=(2,), deadline=True)
CALL = date(2026, 12, 14)


def led_by(agreed: str, *steps: SourcedStep, **more: object) -> Timetable:
    known = ThisInspection(SHORT, agreed=agreed, dates={Anchor.CALL: CALL}, **more)  # type: ignore[arg-type]
    return timetable(steps, known, SHORT)


def uids(table: Timetable) -> dict[str, str]:
    calendar = Calendar.from_ical(ics(table, datetime(2026, 11, 1, tzinfo=UTC)))
    return {str(each["description"]).split("\n")[0]: str(each["uid"]) for each in calendar.events}


def test_an_owner_stays_when_the_agreed_timetable_leads() -> None:
    owners = {LISTS.key: "Head of data"}
    before = led_by("", *BOARD, MOVED, owners=owners)
    after = led_by(AGREED.id, *BOARD, MOVED, owners=owners)
    assert dated(before, LISTS).owner == "Head of data"
    assert dated(after, MOVED).owner == "Head of data"


def test_the_calendar_moves_its_event_when_the_agreed_timetable_leads() -> None:
    words = f"“{LISTS.step.what}”"
    before, after = (uids(led_by(lead, *BOARD, MOVED)) for lead in ("", AGREED.id))
    assert before[words] == after[words]
    assert before[f"“{FEEDBACK.step.what}”"] != before[words]


def test_things_that_share_words_are_matched_one_to_one() -> None:
    agreed = [
        a_step("Annex A documents sent to Ofsted.", AGREED, weeks=(1,), days=(3,)),
        a_step("Annex A data lists sent to Ofsted.", AGREED, weeks=(1,), days=(2,)),
    ]
    of = duties([DATA, PAPERS, *agreed], AGREED.id)
    assert of[place(agreed[0])].elsewhere(agreed[0]) == (PAPERS,)
    assert of[place(agreed[1])].elsewhere(agreed[1]) == (DATA,)


def test_what_the_agreed_timetable_does_not_tell_is_left_though_it_shares_words() -> None:
    agreed = a_step("Annex A data lists sent to Ofsted.", AGREED, weeks=(1,), days=(2,))
    assert untold([DATA, PAPERS, agreed], AGREED.id, duties([DATA, PAPERS, agreed], AGREED.id)) == [
        PAPERS
    ]


def test_a_deadline_that_two_papers_tell_alike_is_shown_once() -> None:
    period = Period(30, Unit.DAYS, Direction.WITHIN, Anchor.RECEIPT.value, Anchor.RECEIPT)
    steps = [
        a_step("Publish the report.", paper, period=period) for paper in (AGREED, LISTS.document)
    ]
    known = ThisInspection(SHORT, dates={Anchor.RECEIPT: CALL})
    table = timetable([*BOARD, *steps], known, SHORT)
    (shown,) = deadlines(table, CALL)
    assert shown.source.document == AGREED


def test_no_deadline_lies_before_the_call() -> None:
    known = ThisInspection(SHORT, dates={Anchor.CALL: date(2026, 12, 17)})
    table = timetable(BOARD, known, SHORT)
    assert LISTS not in [each.source for each in deadlines(table, date(2026, 12, 1))]


def test_a_deadline_is_shown_once_however_its_event_is_worded() -> None:
    receipt = Anchor.RECEIPT
    first = Period(30, Unit.WORKING_DAYS, Direction.WITHIN, "receiving it", receipt)
    second = Period(30, Unit.WORKING_DAYS, Direction.WITHIN, "Receipt of the report", receipt)
    longer = Period(70, Unit.WORKING_DAYS, Direction.WITHIN, "Receipt of the report", receipt)
    told = a_step("Publish the report within 30 working days of receiving it.", period=first)
    row = a_step("Publish the inspection report", page="3", period=second)
    other = a_step("Publish the inspection report", AGREED, period=longer)
    table = timetable([told, row, other], ThisInspection(SHORT), SHORT)
    assert len(table.periods) == 2, "what differs in length is a disagreement, and stays"


OLDER = a_document("briefing/older.md", about="Tower Hamlets", published=PartialDate(2020))
KEPT = {LISTS.key: KeptDuty(LISTS.step.what, SHORT)}


def test_an_owner_stays_when_the_paper_that_he_was_noted_beside_has_gone() -> None:
    known = ThisInspection(SHORT, owners={LISTS.key: "Head of data"}, duties=KEPT)
    anew = a_step("The lists are sent to Ofsted.", AGREED, weeks=(1,), days=(2,))
    assert dated(timetable([anew], known, SHORT), anew).owner == "Head of data"
    other = replace(known, duties={LISTS.key: KeptDuty(LISTS.step.what, InspectionType.AREA_SEND)})
    assert dated(timetable([anew], other, SHORT), anew).owner == ""


def test_the_calendar_knows_its_event_again_when_an_older_paper_comes_or_its_own_goes() -> None:
    words = f"“{LISTS.step.what}”"
    before = uids(led_by("", *BOARD))[words]
    old = a_step(LISTS.step.what, OLDER, weeks=(1,), days=(3,))
    assert uids(led_by("", *BOARD, old, duties=KEPT))[words] == before
    assert uids(led_by("", MOVED, duties=KEPT))[words] == before


def test_what_is_kept_goes_to_one_step_only() -> None:
    once_more = a_step("The lists are sent again.", AGREED, weeks=(2,), days=(1,))
    usual = a_step("The lists of staff are sent.", OLDER, weeks=(1,), days=(4,))
    known = ThisInspection(
        SHORT, agreed=AGREED.id, dates={Anchor.CALL: CALL}, duties=KEPT, owners={LISTS.key: "A"}
    )
    steps = [MOVED, once_more, usual, FEEDBACK]
    boards = [timetable(steps, known, SHORT), usual_beside(steps, known, SHORT)]
    keys = [each.duty for board in boards if board for each in board.steps]
    assert len(keys) == len(set(keys)) >= 3
    assert keys.count(LISTS.key) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Annex A lists are sent to Ofsted by 4pm.", "We send the 11 Annex A data lists."),
        ("Inspectors arrive at 11am.", "Inspectors arrive and hear our opening presentation."),
        ("Feedback meeting with the lead inspector at 3pm.", "We hear initial feedback."),
        ("Ofsted calls the Director by 9.30am.", "Ofsted telephones to announce the inspection"),
        ("Set-up meeting at 2pm.", "The set-up meeting is held on the day of the call."),
    ],
)
def test_one_thing_in_other_words(one: str, other: str) -> None:
    assert likeness(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Annex A lists are sent to Ofsted.", "The Annex A documents are sent to Ofsted."),
        ("Inspectors arrive at 11am.", "We send the 11 Annex A data lists."),
        ("The set-up meeting is on the day of the call.", "Ofsted telephones the council."),
        ("Interview with the Director.", "Interview with the lead member."),
        ("Visit to the leaving care team at 2pm.", "Inspectors spend time with teams at 2pm."),
    ],
)
def test_things_that_share_an_hour_a_sender_or_a_verb_are_two(one: str, other: str) -> None:
    assert likeness(one, other) == 0
