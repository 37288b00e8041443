"""What an update would do, without doing it: which files are new, changed, moved, gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.register import HeldFile
from ingest.folder import CorpusFile
from ingest.plan import find_moves

MUCH = 0.2
"""Share of the documents gone at once from which on somebody is asked: a folder that is only half
there (a network drive, a wrong path) looks like this, tidying up rarely does."""


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """The differences between a folder and what is held of it, each by name."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    held: int = 0
    """How many documents are held."""
    gone: int = 0
    """How many of them have no file left."""

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.moved)

    @property
    def much_gone(self) -> bool:
        """Is so much gone that somebody should say that this is meant?"""
        return self.gone > self.held * MUCH


def changes_in_folder(
    files: Sequence[CorpusFile], held: Mapping[str, HeldFile], unread: Mapping[str, str]
) -> FolderChanges:
    """Compares a folder's files with those held; `unread`: files known to be unreadable."""
    moves = find_moves(files, held)
    here = {each.file: each.sha256 for each in files}
    arrived = set(moves.values())
    added = [name for name in here if name not in held and name not in unread]
    changed = [name for name in here if name in held and here[name] != held[name].file_hash]
    removed = [name for name in held if name not in here and name not in moves]
    left = {each.document for name, each in held.items() if name in here or name in moves}
    documents = {each.document for each in held.values()}
    return FolderChanges(
        tuple(sorted(set(added) - arrived)),
        tuple(sorted(set(changed) - arrived)),
        tuple(sorted(removed)),
        tuple(sorted(moves.items())),
        len(documents),
        len(documents - left),
    )
