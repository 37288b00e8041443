"""What the owner sets stays set; a withdrawn document never answers; notes keep to their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.dates import UNKNOWN_DATE, PartialDate
from core.documents import Document, DocumentStatus, Kind
from core.errors import UnknownDocument
from core.register import Fact, Found, FoundIn, HeldFile, Reading
from records.register import Register
from tests.support import a_document

FOUND = Reading("hash", (Found(Fact.TITLE, FoundIn.WORDS, "Minutes of the panel"),))


def only(register: Register) -> Document:
    (document,) = register.documents()
    return document


def test_a_correction_counts_at_once_and_survives_another_reading(register: Register):
    register.make_live(a_document(published=PartialDate(2020)), 1)
    before = register.generation()
    register.correct(a_document().id, Fact.PUBLISHED, PartialDate(2024, 10))
    assert only(register).published == PartialDate(2024, 10)
    assert register.generation() > before
    register.make_live(a_document(version="v2", published=PartialDate(2019)), 1)
    assert only(register).published == PartialDate(2024, 10)
    assert only(register).version == "v2"


def test_a_correction_survives_a_move(register: Register):
    register.make_live(a_document(), 1)
    register.correct(a_document().id, Fact.TITLE, "  Minutes of\nthe panel ")
    register.move({"minutes/one.md": "other/two.md"})
    assert (only(register).file, only(register).title) == ("other/two.md", "Minutes of the panel")
    assert register.files().keys() == {"other/two.md"}


def test_a_correction_taken_back_shows_what_was_found(register: Register):
    register.make_live(a_document(title="Found"), 1)
    register.correct(a_document().id, Fact.TITLE, "Corrected")
    register.undo(a_document().id, Fact.TITLE)
    assert only(register).title == "Found"


def test_that_a_fact_is_not_known_can_be_said(register: Register):
    register.make_live(a_document(about="Wokingham", published=PartialDate(2020)), 1)
    register.correct(a_document().id, Fact.ABOUT, "")
    register.correct(a_document().id, Fact.PUBLISHED, UNKNOWN_DATE)
    assert (only(register).about, only(register).published) == ("", UNKNOWN_DATE)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        (Fact.PUBLISHED, "soon"),
        (Fact.KIND, "poem"),
        (Fact.TITLE, "  "),
        (Fact.TITLE, PartialDate(2020)),
    ],
)
def test_what_cannot_be_a_value_is_refused(register: Register, fact: Fact, value: object):
    register.make_live(a_document(), 1)
    before = register.generation()
    with pytest.raises(ValueError, match="not a"):
        register.correct(a_document().id, fact, value)  # type: ignore[arg-type]
    assert register.generation() == before


def test_a_kind_is_corrected_with_a_kind(register: Register):
    register.make_live(a_document(), 1)
    register.correct(a_document().id, Fact.KIND, Kind.BRIEFING)
    assert only(register).kind is Kind.BRIEFING


def test_the_owner_sees_how_each_fact_was_found(register: Register):
    register.make_live(a_document(), 7, reading=FOUND)
    register.correct(a_document().id, Fact.ABOUT, "Wokingham")
    details = register.details(a_document().id)
    assert details.found == (*FOUND.found, Found(Fact.ABOUT, FoundIn.HAND))
    assert (details.passages, details.file_hash) == (7, "hash")
    assert details.by_hand(Fact.ABOUT)
    assert not details.by_hand(Fact.TITLE)


def test_a_withdrawn_document_does_not_answer_until_it_is_restored(register: Register):
    register.make_live(a_document(), 1)
    before = register.generation()
    register.withdraw(a_document().id)
    assert register.documents() == ()
    assert [each.status for each in register.everything()] == [DocumentStatus.WITHDRAWN]
    assert register.generation() > before
    register.make_live(a_document(version="v2"), 1)
    assert register.documents() == ()
    register.restore(a_document().id)
    assert only(register).status is DocumentStatus.CURRENT


def test_a_note_is_found_by_the_words_it_is_pinned_to(register: Register):
    register.make_live(a_document(), 1)
    before = register.generation()
    register.pin_note(a_document().id, "The panel  met\non Monday.", "Garbled: means Tuesday.")
    register.pin_note(a_document().id, "The panel met on Monday.", "It means Tuesday.")
    assert register.generation() > before
    register.make_live(a_document(version="v2"), 1)
    (note,) = register.notes_of(a_document().id)
    assert (note.text, note.document) == ("It means Tuesday.", a_document().id)
    assert register.details(a_document().id).notes == (note,)
    register.pin_note(a_document().id, "The panel met on Monday.", "")
    assert register.notes_of(a_document().id) == ()


def test_what_was_set_goes_with_the_document(register: Register):
    register.make_live(a_document(), 1)
    register.correct(a_document().id, Fact.TITLE, "Secret")
    register.pin_note(a_document().id, "words", "note")
    register.remove([a_document().file])
    register.make_live(a_document(), 1)
    assert only(register).title == "One"
    assert register.notes_of(a_document().id) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda register: register.correct("none", Fact.TITLE, "x"),
        lambda register: register.undo("none", Fact.TITLE),
        lambda register: register.withdraw("none"),
        lambda register: register.restore("none"),
        lambda register: register.set_supersedes("none", None),
        lambda register: register.pin_note("none", "words", "note"),
        lambda register: register.details("none"),
    ],
)
def test_a_document_that_is_not_there_is_said_to_be_unknown(
    register: Register, change: Callable[[Register], object]
):
    with pytest.raises(UnknownDocument):
        change(register)
    assert register.generation() == 0


def test_another_form_of_a_document_is_listed_with_it(register: Register):
    register.make_live(a_document("deck.pptx"), 1)
    deck = a_document("deck.pptx").id
    register.make_live(a_document("deck.pdf"), 1)
    register.add_form(HeldFile("deck.pdf", deck, "hash", "v"))
    assert [(each.file, each.forms) for each in register.documents()] == [
        ("deck.pptx", ("deck.pdf",))
    ]
    assert {each.document for each in register.files().values()} == {deck}


def test_a_form_that_is_promoted_keeps_the_document_and_the_other_form(register: Register):
    register.make_live(a_document("deck.pptx"), 1)
    deck = a_document("deck.pptx").id
    register.add_form(HeldFile("deck.pdf", deck, "hash", "v"))
    register.correct(deck, Fact.TITLE, "The deck")
    better = a_document("deck.pdf", forms=("deck.pptx",))
    register.make_live(Document(**{**_values(better), "id": deck}), 1)
    assert [(each.file, each.forms, each.title) for each in register.documents()] == [
        ("deck.pdf", ("deck.pptx",), "The deck")
    ]


def _values(document: Document) -> dict[str, object]:
    return {name: getattr(document, name) for name in document.__dataclass_fields__}


def test_two_files_that_change_places_keep_each_its_own(register: Register):
    register.make_live(a_document("a.md", title="A"), 1)
    register.make_live(a_document("b.md", title="B"), 1)
    register.move({"a.md": "b.md", "b.md": "a.md"})
    assert {each.file: each.title for each in register.documents()} == {"a.md": "B", "b.md": "A"}
    register.move({"a.md": "b.md"})
    assert {each.file: each.title for each in register.documents()} == {"b.md": "B"}
