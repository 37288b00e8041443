"""What an update has to do: which files moved, which to read, which papers are gone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from core.documents import Document
from core.register import HeldFile
from ingest.folder import CorpusFile
from ingest.same import form_rank


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read."""

    file: CorpusFile
    document: str = ""
    """The document that it is the cited form of, or is to be; '' when its words must tell."""
    forms: tuple[str, ...] = ()
    """The document's other files that need no reading, as neither's bytes have changed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An update's work, after the moves."""

    tasks: tuple[Task, ...]
    """In the order to do them: what answers already first, then the form that cites best first."""
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    """Files that are gone, and with them their documents."""
    promoted: tuple[str, ...]
    """Cited files that are gone; their documents answer until another form of them is in."""


def find_moves(files: Sequence[CorpusFile], held: Mapping[str, HeldFile]) -> dict[str, str]:
    """Old place -> new place of each file that has left its place and turned up in another."""
    here = {each.file: each.sha256 for each in files}
    stayed = {
        (each.document, each.file_hash)
        for each in held.values()
        if here.get(each.file) == each.file_hash
    }
    arrived: dict[str, list[str]] = {}
    for each in files:
        known = held.get(each.file)
        if each.sha256 and (known is None or known.file_hash != each.sha256):
            arrived.setdefault(each.sha256, []).append(each.file)
    moves: dict[str, str] = {}
    for old in sorted(held.values(), key=lambda each: each.file):
        places = arrived.get(old.file_hash, [])
        if (old.document, old.file_hash) not in stayed and places:
            moves[old.file] = places.pop(0)
    return moves


def make_plan(
    files: Sequence[CorpusFile],
    documents: Sequence[Document],
    held: Mapping[str, HeldFile],
    version: Callable[[CorpusFile, str], str],
    tried: Callable[[CorpusFile], bool],
) -> Plan:
    """What to do about a folder's files, given what the register holds of them.

    `version`: what a file's version would be now, as that document's; `tried`: whether the same
    bytes could not be read before, under the same limits.
    """
    here = {each.file: each for each in files}
    tasks: list[tuple[int, Task]] = []
    unchanged: list[str] = []
    promoted: list[str] = []
    removed = [file for file in held if file not in here]
    settled: set[str] = set()
    for document in documents:
        known = [file for file in document.forms if file in here]
        cited = document.file
        if cited not in here:
            if not known:
                continue
            removed.remove(cited)
            promoted.append(cited)
            cited = min(known, key=form_rank)
        elif held[cited].version == version(here[cited], document.id):
            stay = _as_they_were(known, here, held)
            unchanged += [cited, *stay]
            settled |= {cited, *stay}
            continue
        same_bytes = held[cited].file_hash == here[cited].sha256
        unread = tried(here[cited])
        stay = _as_they_were(known, here, held) if same_bytes or unread else set()
        stay -= {cited}
        unchanged += stay
        settled |= {cited, *stay}
        if not unread:
            tasks.append((0, Task(here[cited], document.id, tuple(sorted(stay)))))
    for each in files:
        if each.file not in settled and not tried(each):
            tasks.append((1 if each.file in held else 2, Task(each)))
    tasks.sort(key=lambda task: (task[0], form_rank(task[1].file.file), task[1].file.file))
    return Plan(
        tuple(task for _, task in tasks),
        tuple(sorted(unchanged)),
        tuple(sorted(removed)),
        tuple(sorted(promoted)),
    )


def new_id(file: str, taken: Collection[str]) -> str:
    """An id for a document that is new; its file may stand where another's did before."""
    number, identity = 0, ""
    while not identity or identity in taken:
        name = f"{file}#{number}" if number else file
        identity = hashlib.sha256(name.encode()).hexdigest()[:12]
        number += 1
    return identity


def _as_they_were(
    files: Sequence[str], here: Mapping[str, CorpusFile], held: Mapping[str, HeldFile]
) -> set[str]:
    return {file for file in files if here[file].sha256 == held[file].file_hash}
