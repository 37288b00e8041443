from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from screens.conversation import BOX, Opened
from screens.shared import words
from screens.source_view import _line, passage_data
from tests.screens.fake import DECK, LEAD, FakeAssistant, Shared, answer_for

APP = Path(__file__).parent / "fake_app.py"


@pytest.fixture
def fake() -> FakeAssistant:
    shared = Shared.one()
    shared.fake = FakeAssistant()
    return shared.fake


@pytest.fixture
def app(fake: FakeAssistant) -> AppTest:
    opened = AppTest.from_file(str(APP), default_timeout=15).run()
    assert not opened.exception
    return opened


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input(key=BOX).set_value(question).run()
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(element.value for element in app.text)


def drawn(app: AppTest, name: str) -> list[dict[str, Any]]:
    """The data of our components on the page, oldest first."""
    protos = [element.proto for element in app.get("bidi_component")]
    return [json.loads(p.json) for p in protos if p.component_name == f"inspection_ready_{name}"]


def test_empty(app: AppTest) -> None:
    assert "Sample documents: 4 papers that come with Inspection Ready" in texts(app)
    assert 4 <= len(app.button) <= 6
    assert not app.chat_message


def test_a_suggestion_is_asked(app: AppTest, fake: FakeAssistant) -> None:
    app.button(key="suggestion-0").click().run()
    assert fake.asked == [(("What happens on Wednesday of week one?",), "")]
    assert len(app.chat_message) == 2


def test_answered(app: AppTest) -> None:
    ask(app, "What happens on Wednesday of week one?")
    (answer,) = drawn(app, "answer")
    assert [block["kind"] for block in answer["blocks"]] == ["frame", "item"]
    assert not app.subheader
    assert "9 January 2023 · by Tower Hamlets · about: Tower Hamlets" in texts(app)
    (copy,) = drawn(app, "copy")
    assert "[1] Inspection briefing for managers, 9 January 2023, slide 3" in copy["text"]
    assert drawn(app, "frame")[0]["text"].endswith("2 sources.")


def test_a_follow_up_brings_the_earlier_question(app: AppTest, fake: FakeAssistant) -> None:
    ask(ask(app, "What happens on Wednesday?"), "And the day after?")
    assert fake.asked[-1][0] == ("What happens on Wednesday?", "And the day after?")
    assert len(app.chat_message) == 4


def test_a_finished_answer_is_announced_once(app: AppTest) -> None:
    first = drawn(ask(app, "What happens?"), "frame")[0]["identity"]
    assert drawn(app.run(), "frame")[0]["identity"] == first
    assert drawn(ask(app, "And then?"), "frame")[0]["identity"] != first


def test_refused(app: AppTest) -> None:
    ask(app, "Who went to the moon?")
    assert app.subheader[0].value == "The documents do not say"
    near = app.expander[0]
    assert near.label == "Near, but not an answer (2)"
    assert not near.proto.expanded
    assert not drawn(app, "copy")


def test_blocked_text_goes_back_to_the_box_and_nowhere_else(app: AppTest) -> None:
    secret = "Is child's name Jo Bloggs on a plan?"
    ask(ask(app, "What happens?"), secret)
    assert app.subheader[0].value == words.HEADLINE["blocked_personal_data"]
    assert app.chat_input(key=BOX).proto.value == secret
    assert secret not in texts(app)
    kept = app.session_state["conversation"]
    assert [turn.answer.question for turn in kept.turns] == ["What happens?"]
    assert secret not in repr(kept)
    ask(app, "Is Child A on a plan?")
    assert not app.subheader
    assert len(kept.turns) == 2


def test_a_stopped_question_can_be_asked_without_its_details(app: AppTest) -> None:
    secret = "Is child's name Jo Bloggs on a plan?"
    ask(app, secret)
    offer = app.button(key="replace-details")
    assert offer.label == words.REPLACE_NAME
    offer.click().run()
    assert app.chat_input(key=BOX).proto.value == "Is child's name Child A on a plan?"
    assert words.REPLACED in texts(app)
    assert drawn(app, "frame")[0]["text"] == words.REPLACED
    assert "Jo Bloggs" not in texts(app) + repr(app.session_state["conversation"])
    assert app.button(key="replace-details"), "focus has somewhere to stay"
    ask(app, "What happens?")
    assert not [button for button in app.button if button.key == "replace-details"]


def test_details_that_are_no_name_are_taken_out(app: AppTest) -> None:
    ask(app, "child's name withheld, 3/4/2015")
    assert app.button(key="replace-details").label == words.REPLACE_OTHER


def test_too_long_a_question_goes_back_to_the_box(app: AppTest) -> None:
    ask(app, "What happens?")
    long = "Which council do our leaders mean? " + "word " * 500
    ask(app, long.strip() + " too long")
    assert app.chat_input(key=BOX).proto.value == long.strip() + " too long"
    assert words.TOO_LONG_NEXT in texts(app)
    kept = app.session_state["conversation"]
    assert [turn.answer.question for turn in kept.turns] == ["What happens?"]


def test_what_reloading_does_is_said(app: AppTest) -> None:
    assert words.THIS_TAB_ONLY not in texts(app)
    ask(app, "What happens?")
    assert words.THIS_TAB_ONLY in texts(app)
    assert "clears" in words.BROKEN
    assert "Nothing was lost" not in words.BROKEN


def test_clarification_keeps_the_choice_for_the_session(app: AppTest, fake: FakeAssistant) -> None:
    ask(app, "How are our care leavers?")
    app.button(key="option-1-0").click().run()
    assert fake.asked[-1] == (("How are our care leavers?",), "Tower Hamlets")
    assert len(app.session_state["conversation"].turns) == 1
    ask(app, "And our plan?")
    assert fake.asked[-1][1] == "Tower Hamlets"
    assert app.selectbox[0].value == "Tower Hamlets"
    app.selectbox[0].select("not chosen").run()
    assert app.session_state["conversation"].organisation == ""


def test_conflicting(app: AppTest) -> None:
    ask(app, "Do they conflict?")
    assert app.subheader[0].value == "The documents disagree"
    assert len(drawn(app, "answer")[0]["columns"]) == 2


def test_partly_answered_says_what_is_missing(app: AppTest) -> None:
    ask(app, "part of the table")
    assert app.subheader[0].value == "Part of the answer is in the documents"
    assert "Nothing was found about 2025/26." in texts(app)


def test_error_keeps_the_conversation_and_names_itself(app: AppTest) -> None:
    ask(ask(app, "What happens?"), "break it")
    assert "7f3a-2291" in texts(app)
    assert len(app.session_state["conversation"].turns) == 2


def test_one_source_opens_and_closes(app: AppTest) -> None:
    ask(app, "What happens?")
    app.button(key="source-1-1").click().run()
    assert app.session_state["conversation"].opened == Opened(1, 1)
    (shown,) = drawn(app, "passages")
    marked = [part["text"] for p in shown["passages"] for part in p["parts"] if part["marked"]]
    assert marked == [
        "Wednesday of week one:",
        "Annex A child-level lists are sent to the lead inspector by the end of the day.",
    ]
    ask(app, "And then?")
    assert not drawn(app, "passages")


def test_the_line_above_a_list_is_shown_with_its_item() -> None:
    citation = answer_for("who went to the moon?").near[0]
    assert [part["text"] for part in _line(citation.spans[0])["parts"]] == [LEAD]
    assert passage_data(citation.passage, citation.spans)["parts"][0]["marked"]


def test_a_page_picture_that_cannot_be_made_leaves_the_text(app: AppTest) -> None:
    ask(app, "What happens?")
    app.button(key="source-1-2").click().run()
    assert app.info[0].value == words.FILE_GONE
    assert drawn(app, "passages")


def test_clear_and_undo(app: AppTest) -> None:
    ask(app, "What happens?")
    app.button(key="clear").click().run()
    assert not app.chat_message
    app.button(key="undo").click().run()
    assert len(app.chat_message) == 2


def test_nothing_is_rendered_as_html() -> None:
    sources = [*APP.parents[2].glob("screens/**/*.py"), APP.parents[2] / "app.py"]
    for source in sources:
        text = source.read_text(encoding="utf-8")
        assert "unsafe_allow" not in text
        assert "st.html" not in text
    for script in APP.parents[2].glob("screens/components/*.js"):
        assert "innerHTML" not in script.read_text(encoding="utf-8")


def test_a_removed_document_is_said_to_be(app: AppTest, fake: FakeAssistant) -> None:
    ask(app, "What happens?")
    fake.live = tuple(document for document in fake.live if document != DECK)
    app.button(key="source-1-1").click().run()
    assert app.info[0].value == words.REMOVED
    fake.live = (replace(DECK, version="v2"),)
    app.run()
    assert app.info[0].value == words.CHANGED


def test_a_screen_that_fails_says_so_without_the_question(
    app: AppTest, fake: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("secret words of the question")

    fake.ask = fails  # type: ignore[assignment, method-assign]
    ask(app, "secret words of the question")
    assert "could not be shown" in app.error[0].value
    assert "secret" not in caplog.text
    assert "secret" not in app.error[0].value


def test_words_of_the_loaded_documents() -> None:
    assert words.loaded(0, 15) == ("Sample documents: 15 papers that come with Inspection Ready")
    assert words.loaded(3, 0) == "Your documents: 3"
    assert words.loaded(3, 1) == (
        "Your documents: 3, and 1 paper that come with Inspection Ready"
    ).replace("paper that come with", "paper that comes with")
