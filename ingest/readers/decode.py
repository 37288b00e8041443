"""Bytes of a text file into text."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from core.dates import UNKNOWN_DATE, PartialDate
from core.errors import UnreadableFile, UnreadableReason
from ingest.blocks import Limits

_CONTROL = {*range(9), *range(14, 27), 28, 29, 30, 31} - {7, 8}
MOST_CONTROL = 0.01
"""More control characters than this part of a file: not text."""


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The file's bytes. Raises UnreadableFile when it is empty, too large or may not be opened."""
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:
            raise UnreadableFile(UnreadableReason.TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(UnreadableReason.NOT_ALLOWED) from error
    if not data:
        raise UnreadableFile(UnreadableReason.EMPTY)
    return data


def decode(data: bytes) -> str:
    """Text of UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    Raises UnreadableFile for bytes that are no text: NULs, or many control characters.
    """
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            try:
                return _checked(data.decode(name))
            except UnicodeDecodeError as error:
                raise UnreadableFile(UnreadableReason.DAMAGED) from error
    try:
        return _checked(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _checked(data.decode("cp1252", "replace"))


def _checked(text: str) -> str:
    control = sum(ord(c) in _CONTROL for c in text)
    if "\0" in text or control > MOST_CONTROL * len(text) or text.count("\ufffd") > 0.1 * len(text):
        raise UnreadableFile(UnreadableReason.DAMAGED)
    return text


def iso_date(text: str) -> PartialDate:
    """The date that a text begins with as '2024-10-05', '2024-10' or '2024'; unknown for others."""
    found = re.match(r"\d{4}(?:-\d{2}){0,2}(?!\d)", text)
    try:
        return PartialDate.from_iso(found[0]) if found else UNKNOWN_DATE
    except ValueError:
        return UNKNOWN_DATE
