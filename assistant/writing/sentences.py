"""Cuts a model's words, as they come, into sentences with the numbers that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.answers import SentenceKind
from language.sentences import sentence_spans

_NUMBERS = re.compile(r"\s*\[(?:passages? )?(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]", re.IGNORECASE)
# Whatever else a model puts into brackets as a source: '[page 3]', '[source]', '(passage 2)'.
_ODD_MARK = re.compile(
    r"\s*(?:\[(?!\d)[^\]\n]{1,40}\](?!\()|\((?:passages?|sources?) [\d, and]+\))", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_EMPHASIS = re.compile(r"(\*\*|__|`)(.+?)\1")
# A number that follows the full stop belongs to the sentence before it.
_TRAILING = re.compile(r"^(?:\s*\[(?:passages? )?\d[\d\s,;]*\])+\s*[.]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence of a model without its marks, and the numbers in them, in order."""

    text: str
    numbers: tuple[int, ...]
    kind: SentenceKind = SentenceKind.SENTENCE
    odd: bool = False
    """It had a mark that is no passage's number: '[page 3]'."""
    parts: tuple[str, ...] = ()
    """Its text up to each of its marks, where it has marks within."""


def written_sentences(words: Iterable[str]) -> Iterator[WrittenSentence | None]:
    """The sentences of a stream of words, each as soon as it is whole; None for an empty word."""
    line, given = "", 0
    for word in words:
        if not word:
            yield None
            continue
        *ended, line = (line + word).split("\n")
        for each in ended:
            yield from _read_all(_pieces(each)[given:])
            given = 0
        whole = _whole(_pieces(line))
        yield from _read_all(whole[given:])
        given = max(given, len(whole))
    yield from _read_all(_pieces(line)[given:])


def _whole(pieces: list[str]) -> list[str]:
    """Those of a line that no further word can change: the last may go on, and what begins with a
    bracket may still become a number of the one before it.
    """
    last = pieces[-1].removeprefix("- ") if pieces else ""
    return pieces[: -2 if last.startswith(("[", "(")) else -1]


def _pieces(line: str) -> list[str]:
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    found: list[str] = []
    for start, end in sentence_spans(rest):
        piece = rest[start:end]
        trailing = _TRAILING.match(piece)
        if found and trailing:
            found[-1] += f" {trailing.group().strip().rstrip('.')}"
            piece = piece[trailing.end() :].strip()
        if piece:
            found.append(piece)
    return [f"- {each}" for each in found] if bullet else found


def _read_all(pieces: list[str]) -> Iterator[WrittenSentence]:
    for each in pieces:
        yield from _read(each)


def _read(piece: str) -> Iterator[WrittenSentence]:
    bullet = _BULLET.match(piece)
    text = _EMPHASIS.sub(r"\2", piece[bullet.end() :] if bullet else piece).strip()
    numbers = [int(n) for group in _NUMBERS.findall(text) for n in re.findall(r"\d+", group)]
    parts = tuple(part for each in _NUMBERS.split(text)[::2] if re.search(r"\w", part := each))
    text = _NUMBERS.sub("", text)
    bare = _ODD_MARK.sub("", text)
    odd = bare != text
    text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(bare.split()))
    if re.search(r"\w", text):
        kind = SentenceKind.ITEM if bullet else SentenceKind.SENTENCE
        yield WrittenSentence(
            text, tuple(dict.fromkeys(numbers)), kind, odd, parts if len(parts) > 1 else ()
        )
