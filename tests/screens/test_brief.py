"""The Brief screen over real stores: what may be changed, what is stopped, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.briefing import check
from assistant.briefings.prompts import FOR_PRACTICE
from core.answers import Answer, Citation, Sentence, Status
from core.packs import Item
from core.settings import settings
from records.packs import Packs
from records.register import Register
from screens import brief_words as words
from screens.brief_state import checked
from tests.support import folder_of, ingest, real_embedder
from vectorstore.index import IndexReader

APP = Path(__file__).parent / "brief_app.py"
FILES = {
    "rota.md": "# Rota\n\nThe duty team meets on Mondays at 10am.\n",
    "plan.md": "# Plan\n\nThe plan is looked at twice a year.\n",
}
QUESTION = "When does the duty team meet?"
CHILD = "Kayleigh Smith, born 3/4/2015, is on a child protection plan"
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
Opened = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """A function: the screen, a pack of one question open."""

    def run(changes: str = "true") -> AppTest:
        corpus, index = folder_of(tmp_path / "corpus", dict(FILES)), tmp_path / "index"
        given = {"CORPUS": str(corpus), "INDEX": str(index), "ORGANISATION": "Tower Hamlets"}
        for name, value in (given | {"ALLOW_CHANGES": changes}).items():
            monkeypatch.setenv(f"INSPECTION_{name}", value)
        settings.cache_clear()
        st.cache_resource.clear()
        ingest(corpus, index, real_embedder())
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.query_params["pack"] = packs().make("Duty", [Item("one", QUESTION)])
        app.run()
        assert not app.exception
        return app

    yield run
    settings.cache_clear()
    st.cache_resource.clear()


def packs() -> Packs:
    return Packs(Register.of_index(settings().index).engine)


def only() -> Item:
    (pack,) = packs().all()
    read = packs().read(pack.id)
    assert read
    return read.items[0]


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def test_what_is_not_checked_is_not_presented(opened: Opened):
    app = opened()
    assert words.PRESENT not in labels(app)
    app.button("check-all").click().run()
    assert words.PRESENT in labels(app)
    kept = only().kept
    assert kept
    assert "Mondays at 10am" in kept.answer.text


def test_a_source_can_be_left_out_as_long_as_a_sentence_keeps_one(opened: Opened):
    app = opened()
    with closing(IndexReader(settings().index)) as index:
        index.refresh()
        live = index.documents
        cited = [(each, index.passages(each.id, each.version)[0]) for each in live]
    citations = tuple(
        Citation(number, document, passage, (passage.text,))
        for number, (document, passage) in enumerate(cited, 1)
    )
    answer = Answer(Status.ANSWERED, QUESTION, (Sentence("On Mondays.", (1, 2)),), citations)
    (pack,) = packs().all()
    packs().write(pack.id, check(Item("one", QUESTION), lambda _: answer, live, NOW))
    app.run()
    assert not app.checkbox("cite-one-1").disabled
    app.checkbox("cite-one-2").uncheck().run()
    assert only().hidden == {2}
    kept = app.checkbox("cite-one-1")
    assert kept.value
    assert kept.disabled, "the sentence stands on it alone now"
    assert "stays" in kept.label
    assert not app.checkbox("cite-one-2").value
    app.checkbox("approved-one").check().run()
    assert only().approved


def test_a_childs_details_are_in_no_note_name_or_question(opened: Opened):
    app = opened()
    app.text_area("note-one").set_value(CHILD).run()
    assert only().note == ""
    app.text_input("brief-name").set_value(CHILD).run()
    app.button("brief-rename").click().run()
    app.text_input("brief-question").set_value(CHILD)
    app.button(f"FormSubmitter:add-question-{words.ADD}").click().run()
    assert any(words.BLOCKED_PLAIN in each.value for each in app.text)
    (pack,) = packs().all()
    assert pack.name == "Duty"
    assert len(packs().read(pack.id).items) == 1  # type: ignore[union-attr]
    assert app.text_input("brief-question").value == CHILD


SAID_THEN_AS_IT_WAS = """
import streamlit as st
from screens import brief_item
from screens.brief_state import packs
from screens.shared.outcome import say, show_outcome

(pack,) = packs().all()
item = packs().read(pack.id).items[0]
say("The question was deleted.", undo=print)
st.session_state["approved-one"] = item.approved
brief_item._approved(pack.id, item)
show_outcome()
"""


def test_a_box_as_it_was_takes_no_way_back_down(opened: Opened):
    """Streamlit calls for it where a run ended before the box was drawn."""
    opened()
    app = AppTest.from_string(SAID_THEN_AS_IT_WAS, default_timeout=60).run()
    assert not app.exception
    assert app.button("outcome-undo").label == "Undo"


def test_where_changes_are_not_allowed_a_pack_is_only_looked_at(opened: Opened):
    app = opened("false")
    assert any(each.value == words.READ_ONLY for each in app.info)
    for gone in (
        words.CHECK_ALL,
        words.ADD,
        words.TAKE_OUT.format(number=1),
        words.NOTE_SAVE,
        words.DELETE_PACK,
    ):
        assert gone not in labels(app)
    del app.query_params["pack"]
    app.run()
    assert words.NEW not in labels(app)


def test_where_the_documents_change_the_presenter_reads_both_and_chooses(opened: Opened):
    app = opened()
    app.button("check-all").click().run()
    app.button("present").click().run()
    assert app.checkbox("approved-one"), "read it before it is shown"
    folder = settings().corpus
    (folder / "rota.md").write_text("# Rota\n\nThe duty team meets on Mondays at 11am.\n")
    ingest(folder, settings().index, real_embedder())
    app.run()
    texts = [each.value for each in (*app.text, *app.markdown)]
    assert any("10am" in each for each in texts)
    assert any("11am" in each for each in texts)
    app.button("take-one").click().run()
    kept = only().kept
    assert kept
    assert "11am" in kept.answer.text


def test_a_pack_that_was_deleted_elsewhere_says_so(opened: Opened):
    app = opened()
    (pack,) = packs().all()
    packs().remove(pack.id)
    app.button("check-one").click().run()
    assert any(words.PACK_GONE in each.value for each in app.info)


def test_a_practice_prompt_is_an_item_with_where_to_look_and_no_answer(opened: Opened):
    app = opened()
    app.session_state["prompts"] = True
    app.run()
    prompt = app.selectbox("brief-prompt").options[0]
    app.button("add-prompt").click().run()
    assert not app.exception
    (pack,) = packs().all()
    item = packs().read(pack.id).items[-1]  # type: ignore[union-attr]
    assert item.question == prompt
    assert item.prompt
    assert item.kept
    assert item.kept.answer.sentences[0].text == FOR_PRACTICE
    assert not any(each.citations for each in item.kept.answer.sentences)
    again = checked(item)
    assert again.kept
    assert again.found is None


def test_the_same_question_is_not_put_in_twice(opened: Opened):
    app = opened()
    app.text_input("brief-question").set_value(f"  {QUESTION.upper()} ")
    app.button(f"FormSubmitter:add-question-{words.ADD}").click().run()
    assert any(words.HELD_ALREADY.format(number=1) in each.value for each in app.text)
    (pack,) = packs().all()
    assert len(packs().read(pack.id).items) == 1  # type: ignore[union-attr]


def test_a_hand_outs_file_has_a_name_that_any_system_takes():
    assert (
        words.file_name("Week one: “École” / x", NOW, "docx") == "week-one-ecole-x-2026-11-22.docx"
    )
    assert words.file_name("***", NOW, "pptx") == "briefing-2026-11-22.pptx"
