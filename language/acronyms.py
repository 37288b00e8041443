"""Short forms of the field and what they stand for, from a file that a council can edit."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from language.words import content_terms, fold

_DATA = Path(__file__).parent / "data" / "acronyms.txt"
_SYNONYMS = Path(__file__).parent / "data" / "synonyms.txt"

Phrase = tuple[str, ...]
"""The stems of a phrase, in order."""


@lru_cache(maxsize=1)
def synonym_groups() -> tuple[tuple[Phrase, ...], ...]:
    """Groups of phrases that mean the same: ((aem,), (annual, engag, meet))."""
    groups: list[tuple[Phrase, ...]] = []
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        short, *long = line.split(";")
        phrases = [tuple(content_terms(form)) for form in [*short.split(","), *long]]
        groups.append(tuple(dict.fromkeys(phrase for phrase in phrases if phrase)))
    return tuple(groups)


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    written: dict[str, str] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            short, *long = line.split(";")
            for form in short.split(","):
                written[form.strip().lower()] = long[0].strip()
    return written


def long_form(short: str) -> str:
    """What a short form stands for, '' when the file does not know it."""
    return _written().get(short.lower(), "")


_SHORT = re.compile(r"\b\w+\b")


def spelled_out(text: str) -> str:
    """The text with what its short forms stand for after them: 'CIN (child in need) plans'.

    Not where the text has the long form too.
    """
    plain, said = fold(text), set[str]()

    def with_long(match: re.Match[str]) -> str:
        short, long = match.group(), long_form(match.group())
        if not long or fold(long) in plain or long in said:
            return short
        said.add(long)
        return f"{short} ({long})"

    return _SHORT.sub(with_long, text)


@lru_cache(maxsize=1)
def _by_phrase() -> dict[Phrase, tuple[Phrase, ...]]:
    return {phrase: group for group in synonym_groups() for phrase in group}


def find_phrases(stems: list[str]) -> list[tuple[int, int, tuple[Phrase, ...]]]:
    """Where known phrases stand in a list of stems, longest first: (start, end, their group)."""
    known = _by_phrase()
    longest = max(map(len, known), default=0)
    found: list[tuple[int, int, tuple[Phrase, ...]]] = []
    position = 0
    while position < len(stems):
        for length in range(min(longest, len(stems) - position), 0, -1):
            group = known.get(tuple(stems[position : position + length]))
            if group is not None:
                found.append((position, position + length, group))
                position += length
                break
        else:
            position += 1
    return found


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[Phrase, ...]]:
    """A stem -> the phrases that staff use for the same thing."""
    found: dict[str, list[Phrase]] = {}
    for line in _SYNONYMS.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        phrases = [tuple(content_terms(form)) for form in line.split(";")]
        phrases = [phrase for phrase in dict.fromkeys(phrases) if phrase]
        for phrase in phrases:
            if len(phrase) == 1:
                found.setdefault(phrase[0], []).extend(p for p in phrases if p != phrase)
    return {stem: tuple(dict.fromkeys(phrases)) for stem, phrases in found.items()}
