"""Words of the Timetable screen, in one place, so that they can be read over and kept plain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.timetables.dated_steps import Mark
from core.documents import Document
from core.inspection_steps import Anchor, InspectionStep

TIMETABLE = "Timetable"
PURPOSE = (
    "The inspection as weeks and days, in the words of your papers. "
    "Set the day of the call to see dates."
)
PURPOSE_READ_ONLY = "The inspection as weeks and days, in the words of your papers."
PURPOSE_OF = "In the words of {paper}. Set the day of the call to see dates."
PURPOSE_OF_READ_ONLY = "In the words of {paper}."
PURPOSE_DATED = "In the words of {paper}, dated from the day of the call."
NO_STEPS = "The documents set out no inspection by weeks and days"
NO_STEPS_NEXT = (
    "Add a paper that does under Documents: a briefing on how an inspection runs, or the timetable "
    "agreed with the lead inspector."
)
NO_WEEKS = (
    "No paper sets out the weeks of this kind of inspection. What they say of its periods is below."
)
READ_ONLY = (
    "You can look at any kind of inspection here, and not change dates or owners: this server can "
    "be reached from other machines and Inspection Ready has no sign-in yet. Whoever runs it can "
    "allow changes with the setting INSPECTION_ALLOW_CHANGES."
)
READ_ONLY_SET = (
    "You can look at any kind of inspection here, and not change dates or owners: whoever runs "
    "Inspection Ready has turned changes off (the setting INSPECTION_ALLOW_CHANGES)."
)

KIND = "Kind of inspection"
PAPER = "Weeks as set out in"
PAPER_USUAL = "Usual weeks, as set out in"
CALL = "Day of the call"
MORE = "Other dates, and the timetable agreed with the lead inspector"
MORE_WHY = (
    "Periods are counted from these days. Leave empty what has not happened yet. They are of one "
    "inspection: if you choose another kind above, they stay."
)
AGREED = "The timetable agreed with the lead inspector"
AGREED_NONE = "None yet"
AGREED_WHY = (
    "Add it under Documents, then choose it here: its steps lead, and the other paper's are shown "
    "as 'usual' beside them."
)
AGREED_HELD = (
    "‘{paper}’ is among the documents. If it is of this inspection, choose it below, with the "
    "other dates: then it leads."
)
WORKED_OUT = "{event}: {date}, by the board below"
CLEAR_DATE = "Clear"
PICK_DATE = "Pick"
DATE_HINT = "dd/mm/yyyy"
OUT_OF_RANGE = "Not saved: a date has to be from {first} to {last}."
NO_DATE = "Not saved: this is no date. Give day, month and year, such as 14/12/2026."
STILL = "It is still {date}."
STILL_NONE = "No date is set."
CLEAR = "Clear this inspection"
CLEARED = "Cleared: the kind of inspection, the paper and the dates. Owners are kept."
SAVED = "{event}: {date}. Every window shows it."
TAKEN_AWAY = "{event}: the date is taken away."
AGREED_NOW = "'{title}' leads now. What it does not say is shown as usual."
AGREED_GONE = "No agreed timetable leads any more."
OFF_MONDAY = (
    "The call {came} a {weekday}. Papers count from Monday; confirm the days with the lead "
    "inspector."
)
CAME, WILL_COME = "came on", "is set for"
OUT_OF_ORDER = (
    "{later} ({later_date}) is before {earlier} ({earlier_date}). Both are kept; check which is "
    "wrong, since periods are counted from them."
)
KIND_CHANGED = (
    "{kind} is shown, by the dates already given ({dates}). Should they be of another inspection, "
    "clear or change them."
)
EDITION_GONE = "The paper that was chosen is no longer here. The likeliest of the others is shown."

VIEW = "Show as"
BOARD = "Board"
TABLE = "Table"
COPY = "Copy the table"
CALENDAR = "Calendar (.ics)"
CALENDAR_WHY = (
    "Import it again after a change: events move, whichever paper leads. What has gone from the "
    "timetable is cancelled: some calendars take it away, others show it as 'Cancelled' until you "
    "delete it. Usual steps are marked 'Usual'."
)
CALENDAR_WHY_READ_ONLY = (
    "Import it again after a change: events move. What has gone from the timetable stays in your "
    "calendar until you delete it there. Usual steps are marked 'Usual'."
)
CHECKLIST = "Checklist (.xlsx)"
FILE_NAME = "inspection-timetable"
CAPTION = "{kind}, step by step"
CAPTION_OF = "{kind}, step by step, as set out in {paper}"
COLUMNS = (
    "Week",
    "Day",
    "Date",
    "When",
    "What",
    "Who, in the paper",
    "Owner",
    "Notes",
    "Source",
)

NEXT = "Next"
TODAY = "Today"
DUE_TODAY = "Due or happening today"
NOTHING_TODAY = "Nothing is set down for today."
DEADLINES = "Next deadlines"
NO_DEADLINES = "No deadline lies ahead."

WEEK = "Week {number}"
NO_DAY = "No day given"
NOTHING = "No step named"
PERIODS = "Periods"
PERIODS_WHY = "Counted in what the paper says; dates follow once the day of the event is known."
COUNTED_FROM = "Counted from {event}"
FROM_OTHER = "Counted from other events"
EVENT_UNKNOWN = "Its date is not set; see the other dates above."
WHO = "Who: {who}"
OWNER = "Owner: {owner}"
OWNER_ADD = "Add owner"
SOURCE = "Source: {place}"
OTHERS = "Other papers say"
USUALLY = "Usually"
USUAL = "Usual"
CONFIRM = "{holiday}: confirm with the lead inspector"
HOLIDAY = "{holiday}, a bank holiday"
MARK: dict[Mark, str] = {
    Mark.BEFORE_CALL: "Before the day of the call",
    Mark.HOLIDAYS_UNKNOWN: "Bank holidays of that year are not published yet",
}

STEP_OWNER = "Who does this here?"
OWNER_WHY = "A name or a role. It is kept for everybody and goes into the checklist."
OWNER_SAVE = "Save owner"
OWNER_REMOVE = "Remove owner"
OWNER_SAVED = "The owner is noted."
OWNER_REMOVED = "The owner is taken away."
OWNER_BLOCKED = (
    "Stopped: this looks like it holds {what}. Nothing was saved. Name a colleague or a role only."
)
CANCEL = "Cancel"
STEP_GONE = "This step is no longer in the documents."

EVENTS: dict[Anchor, str] = {
    Anchor.CALL: CALL,
    Anchor.ARRIVAL: "Inspectors arrive",
    Anchor.LAST_DAY: "Last day on site",
    Anchor.DRAFT: "Draft report received",
    Anchor.RECEIPT: "Report received",
    Anchor.PUBLICATION: "Report published",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def on_date(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """'Monday 14 December 2026', or a part of it."""
    parts = [f"{day:%A}"] if weekday else []
    return " ".join([*parts, str(day.day), f"{day:%B}", *([str(day.year)] if year else [])])


def between(first: date, last: date) -> str:
    """'14 to 18 December 2026', '28 December 2026 to 1 January 2027'."""
    same_year = first.year == last.year
    start = str(first.day) if same_year and first.month == last.month else ""
    start = start or on_date(first, weekday=False, year=not same_year)
    return f"{start} to {on_date(last, weekday=False)}"


def weekdays(days: Sequence[int]) -> str:
    """'Monday', 'Monday to Wednesday', 'Monday and Thursday'."""
    names = [WEEKDAYS[day] for day in days]
    if len(names) > 1 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"{names[0]} to {names[-1]}"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def clock(step: InspectionStep) -> str:
    """'by 09:30', '09:30 to 10:00', 'Deadline'; '' where the paper gives neither."""
    if step.time and step.until:
        return f"{step.time} to {step.until}"
    if step.time:
        return f"by {step.time}" if step.deadline else step.time
    return "Deadline" if step.deadline else ""


def left(days: int, last: date, today: date) -> str:
    """How far off a day is: by name where it is near, else in working days."""
    ahead = (last - today).days
    if ahead < 0:
        return "past"
    if ahead <= 1:
        return "tomorrow" if ahead else "today"
    if days <= 0:
        return "before the next working day"
    return "on the next working day" if days == 1 else f"in {days} working days"


def paper(document: Document) -> str:
    """A paper by its title and date."""
    return f"{document.title} ({document.edition})"
