"""The Timetable screen over the real product: dates, owners, sources, the table, keyboard, axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from assistant.timetables.working_days import today
from tests.browser.steps import has_words, rest, there_are
from tests.browser.test_documents import found

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
)

LONG = 60_000
CALL = "14/12/2026"


@pytest.fixture
def board(page: Any, real_app: str) -> Iterator[str]:
    """The board, open, of an inspection of which nothing is known."""
    _open(page, real_app)
    yield real_app
    page.set_viewport_size({"width": 1280, "height": 800})
    _open(page, real_app)
    page.get_by_text("Other dates, and").click()
    rest(page)  # while it unfolds the page is held where it was
    page.get_by_role("button", name="Clear this inspection").click()
    page.get_by_text("Owners are kept").last.wait_for(timeout=LONG)


def _open(page: Any, address: str) -> None:
    page.goto(f"{address}/timetable")
    page.locator(".ir-board .ir-week").first.wait_for(timeout=LONG)
    rest(page)


def _call(page: Any, day: str) -> None:
    box = page.get_by_label("Day of the call", exact=True)
    box.fill(day)
    box.press("Enter")
    page.get_by_text("Every window shows it").last.wait_for(timeout=LONG)
    rest(page)


def _choose(page: Any, box: str, option: str) -> None:
    page.get_by_role("combobox", name=box).click()
    page.get_by_role("option", name=option).click()
    rest(page)


def test_from_the_kind_and_the_call_to_real_dates(page: Any, board: str) -> None:
    _choose(page, "Kind of inspection", "ILACS short inspection")
    _choose(page, "Weeks as set out in", "When Ofsted calls")
    _call(page, CALL)
    friday = page.get_by_role("region", name="Week 2, 21 to 25 December 2026")
    friday.get_by_text("Christmas Day: confirm with the lead inspector").wait_for()
    there_are(1, page.get_by_text(re.compile(r"Tuesday 15 December( 2026)? · ")))
    there_are(0, page.get_by_text("Papers count from Monday"))
    page.reload()
    friday.wait_for(timeout=LONG)
    rest(page)

    # The board beside its table: the same steps, and what is copied can be pasted into a sheet.
    steps = page.locator(".ir-week .ir-card").count()
    page.get_by_text("Table", exact=True).click()
    table = page.get_by_role("table", name="ILACS short inspection")
    table.wait_for()
    told = table.get_by_role("row").filter(has_text="Ofsted calls the Director")
    assert told.get_by_role("cell").first.inner_text() == "1"
    has_words(told, "14 December 2026")
    assert table.get_by_role("row").count() > steps
    told.get_by_role("button").click()
    source = page.get_by_role("dialog")
    source.locator("mark").filter(has_text="Ofsted calls the Director").wait_for()
    page.keyboard.press("Escape")
    source.wait_for(state="detached")
    rest(page)

    with page.expect_download() as waited:
        page.get_by_role("button", name="Calendar (.ics)").click()
    calendar = waited.value
    assert calendar.suggested_filename == "inspection-timetable.ics"
    assert "20261225" in calendar.path().read_text()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Checklist").click()
    assert waited.value.path().read_bytes()[:2] == b"PK"

    now = today()
    page.get_by_text("Board", exact=True).click()
    _call(page, f"{now - timedelta(days=now.weekday()):%d/%m/%Y}")
    # The board has Saturday and Sunday only where a paper uses them.
    weekday = now.weekday() < 5
    there_are(int(weekday), page.locator(".ir-head .ir-today"))
    if weekday:
        assert (
            page.locator(".ir-head", has=page.locator(".ir-today"))
            .inner_text()
            .startswith(f"{now:%A}")
        )


def test_with_the_keyboard_alone_and_owners_stay(page: Any, board: str) -> None:
    box = page.get_by_label("Day of the call", exact=True)
    box.focus()
    box.fill(CALL)
    page.keyboard.press("Enter")
    page.get_by_text("Monday 14 December 2026. Every window").last.wait_for(timeout=LONG)
    assert box.evaluate("box => box === document.activeElement"), "the focus stays in the box"
    box.fill("7.1.27")
    page.keyboard.press("Tab")
    page.get_by_text("Thursday 7 January 2027. Every window").last.wait_for(timeout=LONG)
    rest(page)
    assert box.input_value() == "07/01/2027"
    box.fill("")
    page.keyboard.press("Enter")
    page.get_by_text("the date is taken away").last.wait_for(timeout=LONG)

    owner = page.locator(".ir-week").first.get_by_role("button", name="Add owner").first
    name = owner.get_attribute("aria-label")
    owner.focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Who does this here?")
    field.wait_for()
    rest(page)
    assert field.evaluate("box => box === document.activeElement"), "ready to be typed in"
    page.keyboard.type("Amina Khan, duty manager")
    page.keyboard.press("Enter")
    page.get_by_text("The owner is noted").last.wait_for(timeout=LONG)
    _open(page, board)
    kept = page.get_by_role("button", name="Owner: Amina Khan, duty manager").first
    assert kept.get_attribute("aria-label").split(": ")[-1] == name.split(": ")[-1]
    kept.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove owner").click()
    page.get_by_text("The owner is taken away").last.wait_for(timeout=LONG)

    source = page.locator(".ir-week").first.get_by_role("button", name="Source").first
    source.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").locator("mark").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("14/12/1926", "Not saved: a date has to be from 1 January 2010 to"),
        ("14/12/2096", "Not saved: a date has to be from 1 January 2010 to"),
        ("31/02/2027", "Not saved: this is no date."),
        ("next Monday", "Not saved: this is no date."),
    ],
)
def test_a_date_that_is_not_taken_says_what_to_do_and_what_was_kept(
    page: Any, board: str, typed: str, said: str
) -> None:
    _call(page, CALL)
    box = page.get_by_label("Day of the call", exact=True)
    box.fill(typed)
    box.press("Enter")
    alert = page.get_by_role("alert").filter(has_text=said)
    alert.wait_for()
    assert "It is still Monday 14 December 2026." in alert.inner_text()
    assert box.input_value() == typed, "it can be put right"
    there_are(1, page.get_by_role("region", name="Week 1, 14 to 18 December 2026"))
    box.fill("15/12/2026")
    box.press("Enter")
    page.get_by_text("Tuesday 15 December 2026. Every window").last.wait_for(timeout=LONG)
    alert.wait_for(state="hidden")


def test_the_board_begins_on_the_first_screen_and_nothing_lies_over_it(
    page: Any, board: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    _call(page, CALL)
    card = page.locator(".ir-week .ir-stack .ir-card").first
    assert card.bounding_box()["y"] < 760
    page.locator(".ir-week").last.scroll_into_view_if_needed()
    rest(page)
    assert page.locator(".st-key-outcome").bounding_box()["y"] < 0


def test_the_table_on_a_phone_has_whole_words_on_a_line(page: Any, board: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    _call(page, CALL)
    page.get_by_text("Table", exact=True).click()
    page.get_by_role("table").wait_for()
    rest(page)
    lines = page.locator(".ir-steps td button").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert lines
    assert max(lines) < 120, "a source of a few words is no column of letters"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe(page: Any, board: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    _call(page, "16/12/2026")  # a Wednesday, and a bank holiday in the second week
    page.get_by_text("Other dates, and").click()
    rest(page)
    faults = found(page, "board")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_text("Table", exact=True).click()
    page.get_by_role("table").wait_for()
    rest(page)
    faults += found(page, "table")
    page.get_by_text("Board", exact=True).click()
    page.locator(".ir-week").get_by_role("button", name="Add owner").first.click()
    page.get_by_role("dialog").wait_for()
    rest(page)
    faults += found(page, "owner")
    assert not faults, "\n".join(map(str, faults))
