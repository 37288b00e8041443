"""The Rehearse screen over a coach with canned feedback: every state, what is kept, what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.rehearsal import Area
from screens import rehearse_box
from screens import rehearse_words as words
from screens.rehearse_state import Practice
from tests.screens.fake import NASTY, FakeAssistant, Shared
from tests.screens.fake_coach import CASE, COUNCIL, FakeCoach
from tests.screens.test_ask import drawn, texts

APP = Path(__file__).parent / "rehearse_app.py"
GRADES = ("score", "grade", "correct", "well done", "missed", "failed", " out of ", "right answer")


@pytest.fixture
def coach() -> FakeCoach:
    shared = Shared.one()
    shared.fake = FakeAssistant()
    return shared.fake.coach()


@pytest.fixture
def app(coach: FakeCoach) -> AppTest:
    del coach
    return run(AppTest.from_file(str(APP), default_timeout=15))


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    assert not app.error, [each.value for each in app.error]
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def practice(app: AppTest) -> Practice:
    kept: Practice = app.session_state["practice"]
    return kept


def act(app: AppTest, action: str, text: str = "") -> AppTest:
    """What the browser does at the box: the component's own tests are in a real one."""
    kept = practice(app)
    kept.act(kept.handled + 1, kept.box, action, text)
    return run(app)


def box(app: AppTest) -> dict[str, Any]:
    (found,) = drawn(app, "practice")
    return found


def everything(app: AppTest) -> str:
    shown = [each.value for each in (*app.text, *app.markdown, *app.subheader, *app.header)]
    return "\n".join(shown)


def test_the_first_prompt_is_one_press_away(app: AppTest) -> None:
    assert words.NOTHING_KEPT in texts(app)
    shown = box(press(app, "start"))
    assert shown["asked"] == COUNCIL.text
    assert shown["label"] == "Practice prompt, not Ofsted’s · your council"
    assert [each["label"] for each in shown["actions"]] == [
        words.FEEDBACK,
        words.HINT,
        words.SKIP,
        words.FINISH,
    ]
    assert 590 < shown["time"]["seconds"] <= 600
    assert words.NOTHING_KEPT in texts(app)


def test_choices_are_remembered_for_the_session(app: AppTest) -> None:
    app.selectbox(key="rehearse-length").set_value(20)
    run(app)
    act(press(app, "start"), "finish")
    press(app, "new")
    assert app.selectbox(key="rehearse-length").value == 20


def test_differences_come_first_then_points_with_their_sources(app: AppTest) -> None:
    act(press(app, "start"), "feedback", "We rose to 62%.")
    shown = everything(app)
    order = [words.DIFFERS, words.COVERED, words.TOUCHED, words.LEFT_OUT, words.SUGGESTIONS]
    marks = [f"**{each}**" for each in (*order, words.PROBE)]
    bold = [each.value for each in app.markdown if each.value in marks]
    assert bold == marks
    assert "You said ‘62%’. Your documents say:" in shown
    assert "2024/25: 88%" in shown, "a table's cell stands under its column"
    assert "See source 1." in shown
    assert not [each for each in GRADES if each in shown.lower()]
    cards = [each.label for each in app.button if each.key and each.key.startswith("open-")]
    assert any("Performance indicators 2024/25" in each for each in cards)


def test_a_source_card_opens(app: AppTest) -> None:
    act(press(app, "start"), "feedback", "We rose to 62%.")
    press(app, "open-covered-0")
    opened = practice(app).opened
    assert opened is not None
    assert any(each["passages"] for each in drawn(app, "passages"))
    assert words.QUOTED not in words.NOTHING_KEPT


def test_of_a_case_it_says_what_the_file_would_show(app: AppTest) -> None:
    act(act(press(app, "start"), "skip"), "feedback", "They like school.")
    shown = everything(app)
    assert f"**{words.ON_FILE}**" in shown
    assert CASE.shows[0] in shown
    assert words.LEFT_OUT not in shown


def test_a_follow_up_is_asked_next_and_read_with_the_answer(app: AppTest, coach: FakeCoach) -> None:
    act(press(app, "start"), "feedback", "We rose to 88%.")
    shown = box(press(app, "follow"))
    assert (shown["asked"], shown["context"], shown["text"]) == (
        "How do you know?",
        COUNCIL.text,
        "",
    )
    act(app, "feedback", "By the audit.")
    assert coach.asked[-1] == ("p1", "By the audit.", "We rose to 88%.")
    assert not [each for each in app.button if each.key == "follow"]


def test_answering_again_begins_with_what_was_typed(app: AppTest) -> None:
    act(press(app, "start"), "feedback", "We rose to 88%.")
    assert box(press(app, "again"))["text"] == "We rose to 88%."


def test_a_hint_says_where_and_keeps_the_box(app: AppTest) -> None:
    before = box(press(app, "start"))["box"]
    act(app, "hint", "half a sentence")
    assert box(app)["box"] == before, "the box is not filled anew"
    assert any(each.key == "open-hint-0" for each in app.button)
    assert "Annex A child-level lists" not in everything(app), "where, not what"
    act(app, "skip")
    act(app, "hint")
    assert words.HINT_CASE in texts(app)


def test_the_guard_keeps_the_words_in_the_box_and_offers_to_replace(app: AppTest) -> None:
    before = box(press(app, "start"))["box"]
    act(app, "feedback", "Jayden is safe.")
    shown = box(app)
    assert shown["box"] == before
    assert shown["notice"] == "This looks like it holds a name."
    assert shown["actions"][0]["label"] == words.REPLACE
    assert drawn(app, "frame")[0]["text"] == shown["notice"], "it is read out"
    act(app, "replace", "Jayden is safe.")
    assert box(app)["text"] == "Child A is safe."
    assert "can miss" in box(app)["notice"]
    assert words.REPLACE not in [each["label"] for each in box(app)["actions"]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Type an answer"), ("word " * 2000, "longer than"), ("break it", "error 7f3a2291")],
)
def test_what_cannot_be_read_says_why_and_keeps_the_words(
    app: AppTest, typed: str, said: str
) -> None:
    before = box(press(app, "start"))["box"]
    act(app, "feedback", typed)
    assert said in box(app)["notice"]
    assert (box(app)["box"], practice(app).draft) == (before, typed)


def test_something_said_twice_by_the_browser_is_done_once(app: AppTest, coach: FakeCoach) -> None:
    press(app, "start")
    kept = practice(app)
    for _ in range(2):
        kept.act(1, kept.box, "feedback", "We rose to 88%.")
    assert len(coach.asked) == 1


def test_a_draft_is_there_again_after_another_screen(app: AppTest) -> None:
    press(app, "start")
    practice(app).keep(practice(app).box, "half a sentence")
    practice(app).keep(practice(app).box - 1, "of an earlier box")
    assert box(run(app))["text"] == "half a sentence"


def test_a_bank_without_prompts_for_the_choice_says_so(app: AppTest) -> None:
    app.selectbox(key="rehearse-area").set_value(Area.CARE_LEAVERS)
    press(run(app), "start")
    assert "no practice prompts for social worker on care leavers" in app.warning[0].value


def test_a_broken_bank_names_the_place(app: AppTest, coach: FakeCoach) -> None:
    coach.bad_bank = "prompts.csv, line 3, column 'area': 'care' is none of them."
    press(app, "start")
    assert "line 3, column 'area'" in app.warning[0].value
    coach.bad_bank = ""
    assert box(press(app, "start"))["asked"] == COUNCIL.text


def test_without_documents_it_says_what_that_means(coach: FakeCoach) -> None:
    del coach
    Shared.one().fake.live = ()
    app = run(AppTest.from_file(str(APP), default_timeout=15))
    assert app.info[0].value == words.NO_DOCUMENTS


def test_the_summary_is_for_the_person_alone_and_can_go_on(app: AppTest) -> None:
    act(press(app, "start"), "feedback", "We rose to 62%.")
    press(app, "finish")
    shown = everything(app)
    assert "Nobody else sees it" in shown
    assert "**Worth looking up**" in shown
    assert any(each.key == "open-sum-look-0" for each in app.button)
    assert app.checkbox(key="own-words").value is False
    assert app.get("download_button")
    assert box(press(app, "go-on"))["asked"] == CASE.text


def test_with_nothing_answered_there_is_nothing_to_sum_up(app: AppTest) -> None:
    act(press(app, "start"), "finish")
    assert words.NOTHING_ANSWERED in texts(app)
    assert not app.get("download_button")


def test_words_of_the_bank_are_no_markup(app: AppTest) -> None:
    for _ in range(2):
        act(app if practice(app).session else press(app, "start"), "skip")
    assert box(app)["asked"] == NASTY
    act(app, "feedback", "We rose to 88%.")
    assert NASTY in texts(app)


def test_what_the_browser_tells_of_a_box_that_is_drawn_anew_breaks_nothing():
    st.session_state.pop(rehearse_box.KEY, None)
    rehearse_box._acted()
    rehearse_box._left()
