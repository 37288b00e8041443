"""What the room is given: what was pushed, while it may be shown; each presentation its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.answers import Answer, Note, NoteKind
from core.documents import DocumentStatus
from screens import brief_rooms
from screens import brief_words as words
from screens.brief_room_data import open_citation, room_data
from screens.brief_rooms import Presentation, Presentations, Pushed
from tests.screens.fake import DECK, DOCUMENTS, ITEM_1, PDF, answer_for

WEDNESDAY = answer_for("What happens on Wednesday?")


def pushed(answer: Answer = WEDNESDAY) -> Pushed:
    return Pushed("one", answer.question, answer, answer.citations)


@pytest.fixture
def presentation() -> Presentation:
    return Presentations().begin("pack")


def shown(presentation: Presentation | None, documents=DOCUMENTS) -> str:  # type: ignore[no-untyped-def]
    return str(room_data(presentation, documents))


def test_nothing_before_a_push_while_blank_and_after_the_end(presentation: Presentation):
    assert words.WAITING in shown(presentation)
    presentation.push(pushed())
    assert ITEM_1 in shown(presentation)
    presentation.set_blank(True)
    assert room_data(presentation, DOCUMENTS)["shown"] is None
    presentation.back()
    assert ITEM_1 in shown(presentation)
    assert ITEM_1 not in shown(None)
    assert words.CLOSED in shown(None)


def test_no_files_name_and_a_passage_only_on_demand(presentation: Presentation):
    presentation.push(pushed())
    for document in DOCUMENTS:
        assert document.file not in shown(presentation)
    assert "Annex A is due on Wednesday." not in shown(presentation)
    presentation.open(2)
    assert "Annex A is due on Wednesday." in shown(presentation)
    assert open_citation(presentation, DOCUMENTS) is None
    presentation.open(2, picture=True)
    assert open_citation(presentation, DOCUMENTS) == WEDNESDAY.citations[1]
    presentation.push(pushed(answer_for("part")))
    assert open_citation(presentation, DOCUMENTS) is None


def test_words_out_of_use_are_taken_down(presentation: Presentation):
    presentation.push(pushed())
    presentation.open(2, picture=True)
    without = tuple(each for each in DOCUMENTS if each != DECK)
    newer = tuple(replace(each, version="v2") if each == PDF else each for each in DOCUMENTS)
    for documents in (without, newer, ()):
        assert ITEM_1 not in shown(presentation, documents)
        assert words.DOWN_NOW in shown(presentation, documents)
        assert open_citation(presentation, documents) is None
    presentation.open(0)
    superseded = tuple(replace(e, status=DocumentStatus.SUPERSEDED) for e in DOCUMENTS)
    assert ITEM_1 in shown(presentation, superseded)


def test_the_same_words_found_anew_stay_with_the_passage_that_is_open(presentation: Presentation):
    presentation.push(pushed(), 3)
    presentation.open(2)
    before = presentation.version
    newer = replace(WEDNESDAY, question="asked again")
    presentation.renew(Pushed("one", WEDNESDAY.question, newer, newer.citations))
    assert presentation.pushed is not None
    assert presentation.pushed.answer is newer
    assert (presentation.passage, presentation.place) == (2, 3)
    assert presentation.version > before
    presentation.renew(Pushed("other", "?", WEDNESDAY, ()))
    assert presentation.pushed.answer is newer, "only what is in the room"


def test_a_note_names_papers_and_no_number(presentation: Presentation):
    notes = (
        Note(NoteKind.AGE, "Over a year old: 'Preparing', October 2024."),
        Note(NoteKind.AGE, "Written before 2026, when grades changed: source 1; see source 2."),
        Note(NoteKind.CONFLICT, "Source 2 is newer."),
    )
    presentation.push(pushed(replace(WEDNESDAY, notes=notes)))
    said = shown(presentation)
    assert "Age of the source: Over a year old. Written before 2026, when grades changed." in said
    assert "‘Preparing for an ILACS inspection’ is newer." in said
    assert "ource 2" not in said


def test_where_papers_disagree_each_stands_under_its_name(presentation: Presentation):
    presentation.push(pushed(answer_for("conflict")))
    data = room_data(presentation, DOCUMENTS)["shown"]
    assert data
    lines = [each["text"] for each in data["lines"]]
    assert lines.index(f"{PDF.title}, October 2024, page 3:") + 1 == lines.index(
        "Annex A is due on Wednesday."
    )


def test_keys_lead_to_nobody_elses(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(brief_rooms, "MOST", 3)
    all_of_them = Presentations()
    made = [all_of_them.begin("pack") for _ in range(3)]
    secrets = {text for each in made for text in (each.key, each.code)}
    assert len(secrets) == 6
    assert all_of_them.of_room(made[0].key) is None
    assert all_of_them.of_presenter(made[0].code) is None
    made[0].push(pushed())
    assert made[1].pushed is None
    all_of_them.end(made[1].key)
    assert all_of_them.of_room(made[1].code) is None
    all_of_them.begin("pack")
    all_of_them.begin("pack")
    assert all_of_them.of_room(made[2].code) is None, "the oldest gives way"
    assert all_of_them.of_room(made[0].code) is made[0]
