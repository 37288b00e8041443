"""A file as read, as a version of a document: its facts, its passages, and the version's name."""

from __future__ import annotations

import hashlib

from core.documents import Document, DocumentText, Problem
from core.settings import Settings
from ingest.blocks import Content
from ingest.facts import Facts
from ingest.folder import CorpusFile
from ingest.passages import make_passages

READING_VERSION = "12"
"""Change it when reading makes other passages of the same bytes: every file is read again."""


def document_text(
    each: CorpusFile, content: Content, facts: Facts, identity: str, version: str
) -> DocumentText:
    """A file as read, made into a document with its facts and its passages."""
    document = Document(
        id=identity,
        file=each.file,
        version=version,
        title=facts.title,
        kind=facts.kind,
        form=content.form,
        publisher=facts.publisher,
        about=facts.about,
        published=facts.published,
        as_at=facts.as_at,
        applies_from=facts.applies_from,
        no_earlier_than=facts.no_earlier_than,
    )
    problems = tuple(
        Problem(each.file, f"not read: {what}", whole_file=False) for what in content.unread
    )
    return DocumentText(document, make_passages(document, content.blocks), problems)


def version_of(each: CorpusFile, title: str = "") -> str:
    """Names a file's bytes, its place, from which facts are found too, and the way of reading.

    `title`: the one set by hand, if any.
    """
    read = f"{READING_VERSION}:{each.file}:{each.sha256}"
    return hashlib.sha256(f"{read}:{title}".encode() if title else read.encode()).hexdigest()


def attempt_of(each: CorpusFile, settings: Settings) -> str:
    """Names a file's bytes under the limits of reading: the same is not tried again."""
    limits = f"{settings.max_file_mb}:{settings.max_pages}:{settings.max_read_seconds}"
    return hashlib.sha256(f"{version_of(each)}:{limits}".encode()).hexdigest()
