"""The Documents screen over real stores: the list, one document opened, corrections, read-only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.dates import PartialDate
from core.documents import Document, DocumentStatus, Problem
from core.jobs import Outcome, Step
from core.register import words_hash
from core.settings import settings
from records.jobs import Jobs
from records.register import Register
from screens import documents_words as words
from screens.document_facts import BY_DATE, read_date
from screens.documents_data import Show, chosen, dated, entries, row, standing
from tests.screens.test_ask import drawn, texts
from tests.support import a_document, folder_of, ingest

APP = Path(__file__).parent / "documents_app.py"
PLAN = (
    "# Lantern improvement plan\n\nTower Hamlets Council\n\nDate: March {year}\n\nLed by {lead}.\n"
)
FILES = {
    "improvement-plan/plan-2023.md": PLAN.format(year=2023, lead="Asha"),
    "improvement-plan/plan-2024.md": PLAN.format(year=2024, lead="Bola"),
    "briefing/deck.md": "# Duty rota $1 to $2\n\nTower Hamlets Council\n\n"
    "The team meets on Mondays.\n",
    "briefing/bad.pdf": b"not a PDF",
}
Opened = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """A function: the screen over these files, or over an empty folder."""

    def run(files: dict[str, Any] = FILES, **variables: str) -> AppTest:
        corpus, index = folder_of(tmp_path / "corpus", files), tmp_path / "index"
        variables.setdefault("ALLOW_CHANGES", "true")
        given = {"CORPUS": str(corpus), "INDEX": str(index), "ORGANISATION": "Tower Hamlets"}
        for name, value in (given | variables).items():
            if value:
                monkeypatch.setenv(f"INSPECTION_{name}", value)
            else:
                monkeypatch.delenv(f"INSPECTION_{name}", raising=False)
        settings.cache_clear()
        st.cache_resource.clear()
        if files:
            ingest(corpus, index)
        return again(AppTest.from_file(str(APP), default_timeout=20))

    yield run
    settings.cache_clear()
    st.cache_resource.clear()


def again(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    assert not app.error, [each.value for each in app.error]
    return app


def held() -> Register:
    return Register.of_index(settings().index)


def of_file(part: str) -> Document:
    return next(each for each in held().everything() if part in each.file)


def show(app: AppTest, part: str) -> AppTest:
    app.query_params["document"] = of_file(part).id
    return again(app)


def rows(app: AppTest) -> dict[str, dict[str, str]]:
    (table,) = drawn(app, "documents")
    return {
        row["title"] + " " + row["cells"][2]: dict(
            zip(table["columns"], [row["title"], *row["cells"]], strict=True)
        )
        for row in table["rows"]
    }


def test_an_empty_folder_offers_to_add(opened: Opened) -> None:
    app = opened({})
    assert app.subheader[-1].value == words.EMPTY
    assert words.ADD_LIMITS.format(files=20, each=100) in texts(app)


def test_the_list_says_what_a_document_is_and_which_edition_speaks(opened: Opened) -> None:
    listed = rows(opened())
    old = listed["Lantern improvement plan March 2023"]
    assert (old["Kind"], old["About"]) == ("Improvement plan", "Tower Hamlets")
    assert old["Status"] == "Superseded by 'Lantern improvement plan' (March 2024)"
    new = listed["Lantern improvement plan March 2024"]
    assert new["Status"] == "Current; supersedes 'Lantern improvement plan' (March 2023)"
    assert int(new["Passages"]) >= 3
    assert listed["Duty rota $1 to $2 undated"]["Status"] == "Current"


def test_an_unreadable_file_is_named_with_its_reason_and_can_be_deleted(opened: Opened) -> None:
    app = opened()
    assert app.expander[0].label == words.UNREAD.format(count=1)
    assert "briefing/bad.pdf: it is damaged" in texts(app)
    app.button(key="delete-unread-0").click()
    again(app)
    assert not (settings().corpus / "briefing/bad.pdf").exists()
    assert "briefing/bad.pdf" not in texts(app).replace("briefing/bad.pdf is deleted.", "")


def test_a_document_shows_how_each_fact_was_found(opened: Opened) -> None:
    (facts,) = drawn(show(opened(), "plan-2023"), "facts")
    said = {fact["label"]: (fact["value"], fact["how"]) for fact in facts["facts"]}
    assert said["Published"] == ("March 2023", "from the words ‘Date: March 2023’")
    assert said["Kind"] == ("Improvement plan", "from the folder's name ‘improvement-plan’")
    assert said["Applies from"] == ("not known", "not found in the paper")
    assert said["Edition"][0].startswith("Superseded by")


def test_a_correction_counts_and_can_be_undone_twice_over(opened: Opened) -> None:
    app = show(opened(), "deck")
    app.text_input[3].set_value("7 April 2017")
    app.button(key="FormSubmitter:correct-Save corrections").click()
    again(app)
    assert of_file("deck").published == PartialDate(2017, 4, 7)
    app.button(key="undo-published").click()
    again(app)
    assert not of_file("deck").published
    app.text_input[0].set_value("Rota of the duty team")
    app.button(key="FormSubmitter:correct-Save corrections").click()
    again(app)
    assert of_file("deck").title == "Rota of the duty team"
    app.button(key="outcome-undo").click()
    again(app)
    assert of_file("deck").title == "Duty rota $1 to $2"


def test_what_is_not_a_date_is_not_saved_and_stays_in_its_box(opened: Opened) -> None:
    app = show(opened(), "deck")
    app.text_input[3].set_value("last spring")
    app.button(key="FormSubmitter:correct-Save corrections").click()
    again(app)
    assert "'last spring' in published is not a date" in texts(app)
    assert app.text_input[3].value == "last spring"
    assert not of_file("deck").published


def test_the_owner_says_which_edition_a_document_follows(opened: Opened) -> None:
    app = show(opened(), "deck")
    app.selectbox[1].select(of_file("plan-2024").id)
    app.button(key="FormSubmitter:correct-Save corrections").click()
    again(app)
    assert of_file("plan-2024").status is DocumentStatus.SUPERSEDED
    assert app.selectbox[1].value == of_file("plan-2024").id
    app.button(key="outcome-undo").click()
    again(app)
    assert of_file("plan-2024").status is DocumentStatus.CURRENT
    assert held().details(of_file("deck").id).follows is None


def test_an_edition_said_by_hand_goes_by_the_dates_again(opened: Opened) -> None:
    app = show(opened(), "deck")
    held().set_supersedes(of_file("deck").id, of_file("plan-2024").id)
    again(app)
    app.selectbox[1].select(BY_DATE)
    app.button(key="FormSubmitter:correct-Save corrections").click()
    again(app)
    assert of_file("plan-2024").status is DocumentStatus.CURRENT
    assert held().details(of_file("deck").id).follows is None


def test_withdraw_restore_and_undo(opened: Opened) -> None:
    app = show(opened(), "deck")
    app.session_state["document-tabs"] = words.MANAGE
    again(app)
    app.button(key="withdraw").click()
    again(app)
    assert of_file("deck").status is DocumentStatus.WITHDRAWN
    app.button(key="outcome-undo").click()
    again(app)
    assert of_file("deck").status is DocumentStatus.CURRENT


def test_the_question_before_deleting_outlasts_a_redrawing(opened: Opened) -> None:
    app = show(opened(), "deck")
    app.session_state["document-tabs"] = words.MANAGE
    again(app)
    app.button(key="delete").click()
    again(app)
    again(app)
    assert app.button(key="delete-do").label == words.DELETE_DO
    app.button(key="delete-not").click()
    again(app)
    assert "delete-do" not in [button.key for button in again(app).button]
    assert of_file("deck").status is DocumentStatus.CURRENT


def test_notes_are_drawn_at_their_passage(opened: Opened) -> None:
    app = opened()
    held().pin_note(of_file("deck").id, "The team meets on Mondays.", "Tuesdays since May.")
    show(app, "deck")
    app.session_state["document-tabs"] = words.PASSAGES
    again(app)
    (shown,) = drawn(app, "passages")
    noted = {p["parts"][0]["text"]: p.get("note") for p in shown["passages"]}
    assert noted["The team meets on Mondays."] == "Tuesdays since May."
    assert noted["Tower Hamlets Council"] is None
    assert held().notes_of(of_file("deck").id)[0].passage == words_hash(
        "The team meets on Mondays."
    )


def test_read_only_says_why_and_shows_everything(opened: Opened) -> None:
    app = opened(ALLOW_CHANGES="false")
    assert app.info[0].value == words.READ_ONLY_SET
    assert len(rows(app)) == 3
    assert [button.key for button in app.button] == []
    show(app, "deck")
    assert not app.text_input
    assert {button.key for button in app.button} == {"back"}


def test_changes_go_by_the_address_unless_set(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    from screens.shared import holdings

    app = opened(ALLOW_CHANGES="")
    for address, allowed in (("localhost", True), ("0.0.0.0", False), (None, False)):
        monkeypatch.setattr(holdings.st, "get_option", lambda _, given=address: given)
        again(app)
        assert bool(app.info) is not allowed
    assert app.info[0].value == words.READ_ONLY


def test_a_removed_document_says_so(opened: Opened) -> None:
    app = show(opened(), "deck")
    held().remove(["briefing/deck.md"])
    assert words.GONE in texts(again(app))


def test_an_update_is_seen_by_every_session_to_its_end(opened: Opened) -> None:
    app = opened()
    jobs = Jobs(held().engine)
    job = jobs.begin()
    jobs.step(job, Step("Reading", 2, 8, "minutes/may.html"))
    assert "Reading · 3 of 8 · minutes/may.html" in texts(again(app))
    jobs.done(job, Outcome(added=1))
    assert "Added: 1" in texts(again(app))
    assert drawn(app, "frame")[-1]["text"] == f"{words.JOB_DONE}: Added: 1"
    app.button(key="job-seen").click()
    assert "Added: 1" not in texts(again(app))


def test_a_failed_update_says_what_was_kept_and_its_number(opened: Opened) -> None:
    app = opened()
    jobs = Jobs(held().engine)
    jobs.fail(jobs.begin(), "The disk is full.", "7f3a2291")
    said = texts(again(app))
    assert "The disk is full." in said
    assert "7f3a2291" in said
    assert app.button(key="job-again").label == words.JOB_AGAIN


def test_much_gone_asks_first(opened: Opened) -> None:
    app = opened()
    jobs = Jobs(held().engine)
    jobs.ask(jobs.begin(), Outcome(removed=2, held=3))
    again(app)
    assert app.warning[0].value == words.MUCH_GONE.format(gone=2, held=3)
    app.button(key="gone-not").click()
    assert not again(app).warning


def test_check_folder_names_the_differences_and_changes_nothing(opened: Opened) -> None:
    app = opened()
    (settings().corpus / "new.md").write_text("# New\n\nWords.\n")
    (settings().corpus / "briefing/deck.md").rename(settings().corpus / "briefing/rota.md")
    app.button(key="check").click()
    said = texts(again(app))
    assert "Added (1):\nnew.md" in said
    assert "briefing/deck.md is now briefing/rota.md" in said
    assert of_file("deck").file == "briefing/deck.md"
    app.button(key="check-not").click()
    assert "Added (1)" not in texts(again(app))


def test_samples_are_taken_out_beside_own_documents_and_come_back(
    opened: Opened, tmp_path: Path
) -> None:
    import hashlib

    deck = hashlib.sha256(FILES["briefing/deck.md"].encode()).hexdigest()  # type: ignore[union-attr]
    shipped = folder_of(tmp_path / "shipped", {".sample-sha256": f"{deck}\n"})
    app = opened(SAMPLE_CORPUS=str(shipped))
    assert words.SAMPLES_IN.format(count="1 document") in texts(app)
    app.button(key="samples-out").click()
    again(app)
    assert of_file("deck").status is DocumentStatus.WITHDRAWN
    assert of_file("plan-2024").status is DocumentStatus.CURRENT
    app.button(key="samples-back").click()
    again(app)
    assert of_file("deck").status is DocumentStatus.CURRENT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7 April 2017", PartialDate(2017, 4, 7)),
        ("April 2017", PartialDate(2017, 4)),
        ("2017", PartialDate(2017)),
        ("07/04/2017", PartialDate(2017, 4, 7)),
        (" ", PartialDate()),
        ("undated", PartialDate()),
        ("31 February 2017", None),
        ("around 2017", None),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed: str, meant: PartialDate | None) -> None:
    assert read_date(typed) == meant


def test_filters_and_ages() -> None:
    old = a_document("a.md", title="Plan", published=PartialDate(2024, 10), about="Tower Hamlets")
    new = a_document("b.md", title="Deck", published=PartialDate(2026))
    none = a_document("c.md", title="Notes", no_earlier_than=PartialDate(2020), sample=True)
    problem = Problem("b.md", "2 pictures", whole_file=False)
    by_words = {(new.id, new.version)}
    listed = entries((old, new, none), {}, (problem,), date(2026, 11, 22), by_words)
    assert [entry.document.title for entry in listed if entry.old] == ["Plan"]
    assert dated(none) == "undated, no earlier than 2020 (inferred)"
    assert standing(listed[0]) == "Current"
    said = {entry.document.title: row(entry)["marks"] for entry in listed}
    assert said["Deck"] == ["Answers by its words already; still being indexed by meaning"]
    assert said["Plan"] == ["Over a year old"]

    def titles(text: str = "", what: Show = Show.ALL) -> list[str]:
        return [entry.document.title for entry in chosen(listed, text, None, what)]

    assert titles("hamlets plan") == ["Plan"]
    assert titles(what=Show.UNDATED) == ["Notes"]
    assert titles(what=Show.PROBLEMS) == ["Deck"]
    assert titles(what=Show.SAMPLE) == ["Notes"]
    assert titles(what=Show.OLD) == ["Plan"]
    assert titles("nothing") == []


def test_nothing_of_a_document_becomes_markup(opened: Opened) -> None:
    app = show(opened(), "deck")
    assert app.header[0].value == r"Duty rota \$1 to \$2"
