"""The words of a text that carry its sense, with the other words that could stand for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from language.acronyms import find_phrases
from language.words import STOP_WORDS, stem, words

_SAME = Path(__file__).parent.parent / "data" / "same_meaning.txt"
_LIGHT_WORDS = """
also while though although because since where when whether such both either neither nor
however just even still already yet only very quite much many more most less least few fewer
each every all no not never none nothing nobody without cannot one ones other others another
own same new now today then there here thing things way ways time times part parts number
numbers share proportion percentage level figure figures place point points document
documents paper passage source sources according state states stated says said report
reported note notes take takes took taken make makes made making give gives given gave get
gets got have having come comes came go goes went gone keep keeps kept put set sets use used
using mean means above below over under between during within until before after past
through around about almost nearly roughly approximately at least far off per against across
among toward towards together up down back out per cent percent both every any some well
need needs expected include includes including included like based regard regarding relate
related total overall end start date day days week weeks month months year years hour hours
minute minutes early late mid half morning afternoon evening noon she he her his him hers
its it they them their theirs itself themselves yes answer because able be being first
second third fourth fifth last next case number amount cannot amid plus via upon onto whose
ever long short work works stand stands stood account accounts council councils rose rise
rises risen fell fall falls fallen dropped drop drops dipped dip increased increase
decreased decrease becomes become once getting due follow follows following followed remain
remains told held hold holds slightly further compare compared comparison beginning led instead
exactly exact namely currently previously originally initially finally respectively together
altogether especially particularly mainly simply actually normally usually generally around whole
himself longer peak peaks peaked
bit little barely hardly slight fairly somewhat till deck slide slides
otherwise outside inside begins began begin ends ended else otherwise
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LEAST_ROOT = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """One word, or a known phrase, and every key by which another can stand for it."""

    word: str
    keys: frozenset[str]
    weight: float
    place: int
    """Which word of the text it is, counted from 0."""


@lru_cache(maxsize=1)
def _groups() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for number, line in enumerate(_SAME.read_text(encoding="utf-8").splitlines()):
        if line.strip() and not line.startswith("#"):
            for phrase in line.split(";"):
                key = tuple(stem(word) for word in words(phrase))
                found.setdefault(key, set()).add(f"={number}")
    return {key: frozenset(group) for key, group in found.items()}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, _groups()))


def meanings_in(text: str) -> tuple[Meaning, ...]:
    """The words of a text in order, figures left out, each with its keys."""
    plain = words(text)
    stems = [stem(word) for word in plain]
    keys: list[set[str]] = [{each} for each in stems]
    groups = _groups()
    for start in range(len(stems)):
        for length in range(1, min(_longest(), len(stems) - start) + 1):
            group = groups.get(tuple(stems[start : start + length]))
            for place in range(start, start + length) if group else ():
                keys[place] |= group or set()
    kept = [n for n, word in enumerate(plain) if word not in STOP_WORDS]
    for start, end, phrases in find_phrases([stems[n] for n in kept]):
        for place in kept[start:end]:
            keys[place].add("~" + " ".join(phrases[0]))
    return tuple(
        Meaning(word, frozenset(keys[n]), _weight(word, keys[n]), n)
        for n, word in enumerate(plain)
        if not word[0].isdigit() and (word not in STOP_WORDS or any(k[0] == "~" for k in keys[n]))
    )


def _weight(word: str, keys: set[str]) -> float:
    if word in STOP_WORDS:
        return 0.0
    return 0.0 if word in _LIGHT or len(word) < 2 else 1.0


def as_written(meaning: Meaning) -> Meaning:
    """The word itself and its short or long form, without what else could stand for it."""
    return replace(meaning, keys=frozenset(key for key in meaning.keys if key[0] != "="))


def borne(meaning: Meaning, known: frozenset[str]) -> bool:
    """Whether a text with these keys has the word, its like, or another form of it."""
    if meaning.keys & known:
        return True
    root = stem(meaning.word)
    return any(_same_root(root, key) for key in known if key[0] not in "=~")


def _same_root(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_ROOT - 1 or shorter[:4] != longer[:4]:
        return False
    shared = next(
        (n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter)
    )
    if shared == len(shorter):
        return len(longer) - shared <= 5
    return shared >= _LEAST_ROOT and shared >= len(shorter) - 2
