"""Passages and the keyword index in one file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from core.documents import Passage, PassageKind, row_text
from language.words import content_terms
from tests.support import WordsEmbedder, a_document, a_passage
from vectorstore import keyword
from vectorstore.candidates import candidates
from vectorstore.passage_store import PassageStore

DOCUMENT = a_document(title="Inspection timetable")


def add(store: PassageStore, *passages: Passage, version: str = "v1") -> None:
    document = a_document(version=version, title="Inspection timetable")
    embedded = [WordsEmbedder().embed([each.text, each.text]) for each in passages]
    store.add(document, zip(passages, embedded, strict=True))


def found(store: PassageStore, words: str) -> set[str]:
    rows = keyword.search(store, content_terms(words), 50)
    return {each.id for each in candidates(store, (), rows)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PassageStore]:
    with closing(PassageStore(tmp_path)) as store:
        yield store


def test_a_passage_comes_back_whole(store: PassageStore, tmp_path: Path):
    text, gaps = row_text(("Care leavers", "", "93.6%"))
    passage = a_passage(
        DOCUMENT,
        0,
        text,
        kind=PassageKind.ROW,
        page="iii",
        page_index=2,
        headings=("A", "B “c” – d"),
        lead_in="as follows:",
        group=4,
        level=2,
        header=("Measure", "", "August 2024"),
        cells=("Care leavers", "", "93.6%"),
        section="Leaving care",
        gaps=gaps,
    )
    add(store, passage)
    with closing(PassageStore(tmp_path)) as again:
        assert again.of_document(DOCUMENT.id, "v1") == (passage,)
        stored = again.get([passage.id])[passage.id]
    assert stored.passage == passage
    assert stored.version == "v1"
    assert np.array_equal(stored.vectors, WordsEmbedder().embed([text, text]))


def test_passages_keep_their_order(store: PassageStore):
    passages = [a_passage(DOCUMENT, place, f"line {place}") for place in range(12)]
    add(store, *reversed(passages))
    assert store.of_document(DOCUMENT.id, "v1") == tuple(passages)
    assert store.ids(DOCUMENT.id, "v1") == [each.id for each in passages]


def test_a_repeat_replaces_and_writes_nothing_twice(store: PassageStore):
    first = a_passage(DOCUMENT, 0, "Annex A on Wednesday")
    add(store, first, a_passage(DOCUMENT, 1, "Another line"))
    add(store, first)
    assert store.of_document(DOCUMENT.id, "v1") == (first,)
    assert keyword.frequency(store, content_terms("wednesday")[0]) == 1
    assert found(store, "another line") == set()


def test_a_version_half_written_is_not_written(store: PassageStore):
    good = a_passage(DOCUMENT, 0, "Annex A on Wednesday")
    add(store, good)

    def half() -> Iterator[tuple[Passage, object]]:
        yield a_passage(DOCUMENT, 1, "New words"), WordsEmbedder().embed(["New words"])
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        store.add(DOCUMENT, half())
    assert store.of_document(DOCUMENT.id, "v1") == (good,)
    assert found(store, "wednesday") == {good.id}
    assert found(store, "new") == set()


def test_a_reader_makes_nothing_where_there_is_nothing(tmp_path: Path):
    with pytest.raises(sqlite3.OperationalError):
        PassageStore(tmp_path, make=False)
    assert list(tmp_path.iterdir()) == []


def test_one_letter_words_and_numbers_are_found(store: PassageStore):
    annex = a_passage(DOCUMENT, 0, "Annex A, section 3 of 11")
    other = a_passage(DOCUMENT, 1, "Annex B, section 4")
    add(store, annex, other)
    assert found(store, "3") == {annex.id}
    assert found(store, "B") == {other.id}


def test_headings_title_and_lead_in_help_to_find(store: PassageStore):
    item = a_passage(
        DOCUMENT, 0, "A call", kind=PassageKind.ITEM, headings=("Week 1",), lead_in="On Wednesday:"
    )
    add(store, item)
    for words in ("week", "wednesday", "timetable"):
        assert found(store, words) == {item.id}, words


def test_threads_read_while_another_writes(store: PassageStore):
    add(store, a_passage(DOCUMENT, 0, "Annex A on Wednesday"))
    errors: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                assert len(found(store, "wednesday")) == 1
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(20):
        add(store, a_passage(DOCUMENT, 0, "Annex A on Wednesday"))
    done.set()
    for thread in threads:
        thread.join()
    assert not errors


@effort(max_examples=60)
@given(text=st.text(min_size=1, max_size=60), words=st.text(max_size=40))
def test_any_text_can_be_kept_and_any_words_looked_for(
    tmp_path_factory: pytest.TempPathFactory, text: str, words: str
):
    with closing(PassageStore(tmp_path_factory.mktemp("any"))) as store:
        passage = a_passage(DOCUMENT, 0, text)
        add(store, passage)
        assert store.of_document(DOCUMENT.id, "v1") == (passage,)
        found(store, words)
        if content_terms(text):
            assert found(store, text) == {passage.id}
