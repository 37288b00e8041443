"""Whether two files are one paper in two forms, told by their words (docs/adr/0009)."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from ingest.blocks import BlockKind, Content
from language.words import fold

SAME_ORDER = 0.95
"""Part of the two papers' runs of three words that both have. Eleven pairs of real forms (PPTX,
PDF, DOCX, HTML and text of five papers) have 0.988 to 1; the nearest two other papers 0.32."""

FORMS = (
    ".pptx", ".pptm", ".ppsx", ".xlsx", ".xlsm", ".ods", ".pdf", ".docx", ".docm", ".odt",
    ".html", ".htm", ".csv", ".md", ".markdown", ".txt",
)  # fmt: skip
"""The form that is cited, best first: slides, sheets and pages are what a reader can turn to;
of those that have them, the one with its structure (titles, tables, notes) before the print."""

_RUN = 3
_MOST_RUNS = 2048
"""Runs kept of a long paper, those with the smallest hashes: a fair sample of all, the same of each
paper; the part that two have in common is then known to about 0.005."""
_ASIDE = (BlockKind.NOTES, BlockKind.CHART)
"""What one form of a paper shows and another leaves out: a PDF has neither notes nor values."""
_DIGEST = 8

Numbers = NDArray[np.uint32]


def form_rank(file: str) -> int:
    """Where a file's form stands among the forms to cite, 0 the best."""
    suffix = PurePosixPath(file).suffix.lower()
    return FORMS.index(suffix) if suffix in FORMS else len(FORMS)


def sketch(content: Content) -> bytes:
    """What tells a paper from others: hashes of its words, no word can be read from them."""
    words = _words(each.text for each in content.blocks if each.kind not in _ASIDE)
    aside = _words(each.text for each in content.blocks if each.kind in _ASIDE)
    numbers = sorted(word for word in words if re.search(r"\d", word))
    hashes = np.array([_hash(word) for word in words], dtype=np.uint32)
    distinct, counts = np.unique(hashes, return_counts=True)
    length = max(1, len(words) - _RUN + 1)
    runs = {_hash(" ".join(words[start : start + _RUN])) for start in range(length)}
    smallest = np.array(sorted(runs)[:_MOST_RUNS], dtype=np.uint32)
    return b"".join(
        (
            _digest(numbers),
            _digest(aside),
            len(distinct).to_bytes(4, "little"),
            distinct.tobytes(),
            counts.astype(np.uint32).tobytes(),
            smallest.tobytes(),
        )
    )


def same_paper(sketch_of: bytes, others: Mapping[str, bytes]) -> str:
    """Which of the others, id -> sketch, is the same paper; '' for none.

    The same: every number the same number of times, no word of one replaced in the other, the
    words in the same order but for what another layout does to them.
    """
    for name, other in others.items():
        if other[:_DIGEST] == sketch_of[:_DIGEST] and other and _same(sketch_of, other):
            return name
    return ""


def _same(one: bytes, other: bytes) -> bool:
    asides = {each[_DIGEST : 2 * _DIGEST] for each in (one, other)} - {_digest([])}
    if len(asides) > 1:
        return False
    counts, runs = zip(*(_parts(each) for each in (one, other)), strict=True)
    return not (counts[0] - counts[1] and counts[1] - counts[0]) and _shared(*runs) >= SAME_ORDER


def _parts(sketch_of: bytes) -> tuple[Counter[int], Numbers]:
    start = 2 * _DIGEST
    number = int.from_bytes(sketch_of[start : start + 4], "little")
    values = np.frombuffer(sketch_of, dtype=np.uint32, offset=start + 4)
    words = dict(zip(values[:number].tolist(), values[number : 2 * number].tolist(), strict=True))
    return Counter(words), values[2 * number :]


def _shared(one: Numbers, other: Numbers) -> float:
    """Jaccard, from the smallest hashes of both together."""
    union = np.union1d(one, other)[:_MOST_RUNS]
    both = np.intersect1d(one, other)
    return float(np.isin(union, both).sum() / len(union))


def _words(texts: Iterable[str]) -> list[str]:
    return re.findall(r"\w+", fold(" ".join(texts)))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "little")


def _digest(words: list[str]) -> bytes:
    return hashlib.blake2b(" ".join(words).encode(), digest_size=_DIGEST).digest()
