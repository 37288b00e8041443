"""Pictures and scans: what stands on the pages and could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.errors import UnreadableFile, UnreadableReason
from ingest.readers.pdf_words import Box, Marks

FEW_LETTERS = 25
"""A page with a picture and fewer letters than this is a picture of a page."""
SMALL = 0.04
"""Pictures under this part of the page are logos and icons: Ofsted's takes 0.016."""
WHOLE = 0.8
"""A picture over this part of a page with text is its background, or the scan under the text."""
REPEATED = 3


def unread_pictures(pages: Sequence[Marks], labels: Sequence[str]) -> tuple[str, ...]:
    """One phrase for each page with a picture that was not read: 'page 4: 2 pictures'.

    Raises UnreadableFile when the file is a scan, or has no letter and no picture.
    """
    letters = [sum(len(word.text) for word in marks.words) for marks in pages]
    bare = [
        count < FEW_LETTERS and bool(m.pictures) for count, m in zip(letters, pages, strict=True)
    ]
    if any(bare) and sum(letters) < FEW_LETTERS * max(1, len(pages) // 4):
        raise UnreadableFile(UnreadableReason.SCANNED)
    if not any(letters):
        raise UnreadableFile(UnreadableReason.NO_TEXT)
    seen = Counter(number for marks in pages for number in {n for n, _ in marks.pictures})
    phrases = []
    for marks, label, alone in zip(pages, labels, bare, strict=True):
        parts = [
            _part(box, marks)
            for number, box in marks.pictures
            if not number or seen[number] < REPEATED
        ]
        if alone and any(part >= SMALL for part in parts):
            phrases.append(f"page {label}: a picture without text")
            continue
        count = sum(SMALL <= part < WHOLE for part in parts)
        if count:
            phrases.append(f"page {label}: {'a picture' if count == 1 else f'{count} pictures'}")
    return tuple(phrases)


def _part(box: Box, marks: Marks) -> float:
    """How much of the page a picture takes."""
    wide = min(box.x1, marks.width) - max(box.x0, 0)
    high = min(box.y1, marks.height) - max(box.y0, 0)
    return max(wide, 0) * max(high, 0) / (marks.width * marks.height)
