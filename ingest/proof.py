"""Shows that a deleted document has left the index: what was looked at, and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from core.documents import Document
from core.errors import IndexBusy
from core.settings import Settings
from ingest.reading import FileReader
from ingest.run import LOCK_FILE
from language.words import fold, terms
from vectorstore import keyword, remains
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.remains import Words
from vectorstore.search import Search

SEARCHED = 20
"""How many of the paper's passages, the longest, are searched for."""
SHOWN = 5
_OURS_ALONE = " that no other document holds"
LIMITS = """\
This cannot be shown from here, and is not claimed:
  - copies: backups and snapshots of this folder, and of the disk or server under it;
  - the document's own file: in the corpus folder, in a mailbox, in the bin;
  - the disk's free blocks: what a file held may stay there, unnamed, until it is written over;
  - vectors already copied elsewhere; from a vector its words can in part be guessed;
  - the same words in another document that is still in the index, and answers lawfully from it;
  - that such a document was ever here: no list of what was deleted is kept."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. Nothing found is what one hopes for."""

    what: str
    found: tuple[str, ...]


def prove_deleted(
    index: Path,
    name: str,
    words: Path | None,
    settings: Settings,
    embedder: Embedder | None = None,
) -> tuple[Check, ...]:
    """Looks for a document, by title or file name, in what answers and in the index's bytes.

    `words`: a file with its words, such as a copy of it; without one, its name's words are looked
    for. Raises IndexMissing, IndexBusy, UnreadableFile.
    """
    engine = embedder or chosen_embedder(settings)
    texts = [name, *(_passages(words, settings) if words else ())]
    with closing(IndexReader(index)) as reader:
        try:
            with FileLock(index / LOCK_FILE, timeout=0):
                reader.refresh()
                return tuple(_checks(index, name, texts, reader, engine))
        except Timeout as error:
            raise IndexBusy("The documents are being updated just now; try again then.") from error


def _checks(
    folder: Path, name: str, texts: list[str], reader: IndexReader, embedder: Embedder
) -> Iterator[Check]:
    held = reader.register.everything()
    named = [each for each in held if _is_called(each, name)]
    others = [each for each in held if each not in named]
    yield Check(
        "the documents of the register, withdrawn ones too, by name",
        tuple(each.file for each in named),
    )

    search = Search(reader, embedder)
    asked = [name, *sorted(filter(str.strip, texts[1:]), key=len, reverse=True)[:SEARCHED]]
    hits = (hit.document for text in asked for hit in search.find(text))
    found = dict.fromkeys(each.file for each in hits if _is_called(each, name))
    yield Check(f"what a search finds for {_counted(len(asked), 'text')} of it", (*found,))

    over = remains.left_over(folder, reader)
    yield Check("passages and vectors of anything but the register's documents", (*over,))

    stems = {term for text in texts for term in terms(text)} - _stems(reader, others)
    left = [term for term in sorted(stems) if keyword.frequency(reader.store, term)]
    shown = (f"{_counted(len(left), 'stem')}, such as {', '.join(left[:SHOWN])}",) if left else ()
    yield Check(f"the keyword index, for {_counted(len(stems), 'stem')}{_OURS_ALONE}", shown)

    theirs = Words()
    for text in texts:
        theirs.add_text(text)
    telling = theirs.without(remains.words_of(reader, others))
    telling = telling.without(remains.words_of_nothing(embedder))
    paths = list(remains.files(folder))
    seen = [
        f"{path.relative_to(folder).as_posix()}: {len(words)}, such as {', '.join(words[:SHOWN])}"
        for path in paths
        if (words := telling.within(remains.words_of_file(path)))
    ]
    counted = f"{_counted(len(telling.single), 'word')} and {_counted(len(telling.pairs), 'pair')}"
    yield Check(
        f"the bytes of {_counted(len(paths), 'file')}, for {counted} of words{_OURS_ALONE}",
        (*seen,),
    )


def proof_text(name: str, checks: tuple[Check, ...], with_words: bool) -> str:
    """What was looked at and found, for the person who asked."""
    lines = [f"Looked for '{name}' in:"]
    for check in checks:
        lines.append(f"  {'FOUND' if check.found else 'clear'}  {check.what}")
        lines += [f"           {each}" for each in check.found]
    left = any(check.found for check in checks)
    lines.append("Something of it is left." if left else "Nothing of it was found.")
    if left:
        lines.append(
            "Take its file out of the corpus folder and run `python -m ingest`; where that was"
            " done, close the app's open windows and run it again."
        )
    if not with_words:
        lines.append(
            "Only the words of its name were looked for. With a copy of it, or a file of words that"
            " it held, every word is: --words FILE"
        )
    return "\n".join([*lines, LIMITS])


def _passages(path: Path, settings: Settings) -> list[str]:
    with FileReader.within(settings) as reader:
        content = reader.read(path)
    return [" ".join((each.text, *each.cells)) for each in content.blocks]


def _is_called(document: Document, name: str) -> bool:
    paths = [Path(file) for file in (document.file, *document.forms)]
    names = {
        document.title,
        *(name for path in paths for name in (str(path), path.name, path.stem)),
    }
    return fold(name) in {fold(each) for each in names}


def _stems(reader: IndexReader, documents: list[Document]) -> set[str]:
    return {
        term
        for document in documents
        for passage in reader.store.of_document(document.id, document.version)
        for term in remains.stems(document, passage)
    }


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
