"""What several papers tell of one thing is one duty: owners and calendars keep to it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from assistant.dated_steps import SourcedStep
from assistant.same_duty import duties, place, untold
from assistant.timetable import Timetable, deadlines, timetable
from assistant.timetable_ics import ics
from core.dates import PartialDate
from core.inspection_steps import Anchor, Direction, Period, Unit
from core.this_inspection import ThisInspection
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
    assert untold([DATA, PAPERS, agreed], AGREED.id) == [PAPERS]


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
