"""What an index folder's files hold, byte for byte: to show that a deleted paper's words are gone.

Words are runs of ASCII letters and digits in small letters, found in UTF-8 and in UTF-16; the same
rule reads the paper's words and the files, so accents and markup do no harm.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from core.documents import Document, Passage
from language.words import terms
from vectorstore import dense, folders
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader
from vectorstore.index_writer import IndexWriter
from vectorstore.indexed_text import keyword_fields

SHORTEST = 6
"""Letters of a word that tells on its own: in the 30 MB of numbers of nine reports' vectors, one
of five comes up by chance in every second index, one of six in one of sixty."""
SHORTEST_PAIR = 6
GAP = 3
"""Bytes between the words of a pair: a comma and a space, an escaped quotation mark."""
PIECE = 2**24
OVERLAP = 2**10

_WORD = re.compile(rb"[a-z0-9]+")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}")


@dataclass(slots=True)
class Words:
    """The words of some bytes, and the pairs of words that stand side by side."""

    single: set[bytes] = field(default_factory=set)
    pairs: set[bytes] = field(default_factory=set)

    def add(self, data: bytes) -> None:
        """Takes in the words of UTF-8 bytes."""
        before, end = b"", -GAP - 1
        for match in _WORD.finditer(data.lower()):
            word = match[0]
            self.single.add(word)
            if match.start() - end <= GAP and len(before) + len(word) >= SHORTEST_PAIR:
                self.pairs.add(before + b" " + word)
            before, end = word, match.end()

    def add_text(self, text: str) -> None:
        """Takes in the words of a text and their stems, which the keyword index holds."""
        self.add(text.encode("utf-8", "replace"))
        self.add(" ".join(terms(text)).encode("utf-8", "replace"))

    def without(self, others: Words) -> Words:
        """The words long enough to tell, and the pairs, that are not among the others."""
        single = {word for word in self.single - others.nearly() if len(word) >= SHORTEST}
        # Eight digits come up by chance as seldom as six letters of either case.
        single = {word for word in single if len(word) >= SHORTEST + 2 or not word.isdigit()}
        return Words(single, self.pairs - others.pairs)

    def within(self, others: Words) -> list[str]:
        """Those that are among the others; a word also with a byte or two run into it."""
        found = (self.single & others.nearly()) | (self.pairs & others.pairs)
        return sorted(each.decode("ascii") for each in found)

    def nearly(self) -> set[bytes]:
        """The single words, and what they are without the byte or two that may be a number."""
        near = set(self.single)
        for word in self.single:
            if len(word) > SHORTEST:
                near |= {word[1:], word[2:], word[:-1], word[:-2]}
        return near


def words_of(index: IndexReader, documents: Iterable[Document]) -> Words:
    """Every word of some live documents, as the index's files hold them."""
    found = Words()
    for document in documents:
        found.add_text(_written(document))
        for passage in index.store.of_document(document.id, document.version):
            found.add_text(_written(passage))
            found.add(" ".join(stems(document, passage)).encode("utf-8", "replace"))
    return found


def stems(document: Document, passage: Passage) -> list[str]:
    """What the keyword index holds of a passage."""
    fields = keyword_fields(document, passage)
    return [*terms(fields.body), *terms(fields.headings), *terms(fields.title)]


def words_of_nothing(embedder: Embedder) -> Words:
    """The words that an index without documents holds: of its tables and of Chroma's."""
    found = Words()
    with tempfile.TemporaryDirectory() as folder:
        IndexWriter(Path(folder), embedder).close()
        for path in files(Path(folder)):
            _read(path, found)
    return found


def words_of_file(path: Path) -> Words:
    """The words in the bytes of a file."""
    found = Words()
    _read(path, found)
    return found


def files(folder: Path) -> Iterator[Path]:
    """Every file of an index folder, also of stores that no longer answer."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def left_over(folder: Path, index: IndexReader) -> list[str]:
    """What the stores hold of anything but the register's documents, each in a few words."""
    place = folders.current(folder)
    if place is None:
        return []
    found = [f"{each.name}: a store that no longer answers" for each in folders.others(folder)]
    live = {(each.id, each.version) for each in index.register.everything()}
    stale = index.store.versions() - live
    if stale:
        found.append(f"passages of {len(stale)} document versions that are not in the register")
    known = {each for version in live for each in index.store.ids(*version)}
    database = place.path / dense.FOLDER / dense.DATABASE
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as vectors:
        for table, column in (("embeddings", "embedding_id"), ("embeddings_queue", "id")):
            held = {each for (each,) in vectors.execute(f"SELECT {column} FROM {table}")}  # noqa: S608
            if held - known:
                found.append(f"{len(held - known)} of Chroma's {table} are of no live passage")
    return found


def _written(part: Document | Passage) -> str:
    return json.dumps(asdict(part), ensure_ascii=False, default=str)


def _read(path: Path, into: Words) -> None:
    for data in _pieces(path):
        into.add(data)
        for wide in _WIDE.findall(data):
            into.add(wide.replace(b"\0", b""))


def _pieces(path: Path) -> Iterable[bytes]:
    kept = b""
    with path.open("rb") as file:
        while data := file.read(PIECE):
            yield kept + data
            kept = data[-OVERLAP:]
