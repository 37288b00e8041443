"""What the register keeps beside a document: how each fact was found, and the owner's notes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.dates import PartialDate
from core.documents import Document, Kind


class Fact(StrEnum):
    """A fact of a document that is found in it and that its owner may correct.

    The value is the field's name in `core.documents.Document`.
    """

    TITLE = "title"
    KIND = "kind"
    PUBLISHER = "publisher"
    ABOUT = "about"
    PUBLISHED = "published"
    AS_AT = "as_at"
    APPLIES_FROM = "applies_from"
    NO_EARLIER_THAN = "no_earlier_than"


FactValue = str | Kind | PartialDate
DATE_FACTS = (Fact.PUBLISHED, Fact.AS_AT, Fact.APPLIES_FROM, Fact.NO_EARLIER_THAN)


class FoundIn(StrEnum):
    """Where a fact was found, as a person would say it."""

    WORDS = "its words"
    FILE_NAME = "the file's name"
    PROPERTIES = "the file's properties"
    FOLDER = "the folder's name"
    INFERRED = "inferred"
    """No words say it; what it was worked out from is in `Found.words`, if anything."""
    HAND = "set by hand"


@dataclass(frozen=True, slots=True)
class Found:
    """How a fact was found, and the exact words that say it. A fact not known has none."""

    fact: Fact
    where: FoundIn
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading of a file leaves in the register beside the document itself."""

    file_hash: str = ""
    """sha256 of the file's bytes."""
    found: tuple[Found, ...] = ()
    sketch: bytes = b""
    """What `ingest.same` compares two papers by."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file that the register knows: a document's cited file or another form of it."""

    file: str
    document: str
    file_hash: str
    version: str


@dataclass(frozen=True, slots=True)
class Note:
    """An owner's note, pinned to a passage by its words: `passage` is their `words_hash`."""

    document: str
    passage: str
    text: str
    written: datetime


@dataclass(frozen=True, slots=True)
class Details:
    """A document with all that its owner wants to see of it."""

    document: Document
    passages: int
    found: tuple[Found, ...]
    """One for each fact that is known; for a corrected one, `FoundIn.HAND`."""
    file_hash: str
    notes: tuple[Note, ...]
    follows: str | None = None
    """Which document the owner said that it is the newer edition of: '' for none, None to go by
    the dates."""

    def by_hand(self, fact: Fact) -> bool:
        """Whether the owner corrected this fact."""
        return any(each.fact is fact and each.where is FoundIn.HAND for each in self.found)


def words_hash(text: str) -> str:
    """Names a passage by its words, whatever the version and the white space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
