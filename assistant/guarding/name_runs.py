"""Words in a row that may be a name, and what the lists say of them; not whose it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path

from language.organisations import mentions
from vectorstore.embed import ordinary_words

_DATA = Path(__file__).parent.parent / "data"
_LONGEST_ACRONYM = 4
"""'ADA', 'ISA' and 'SAM' in capitals are acronyms; 'JAYDEN' is a name."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$", re.I)


class Listing(Enum):
    """What the lists say of a run's first name."""

    COMMON = auto()
    """A given name often met, however it is typed."""
    MORE = auto()
    """A given name of the longer lists; only with a capital."""
    WORD = auto()
    """A given name that is also an ordinary word; only with a capital."""
    NONE = auto()
    """A word with a capital that no list has."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, without a possessive ending."""

    text: str
    start: int
    after: int
    """Where the text goes on, past a possessive ending."""
    possessive: bool
    dated: bool
    """A figure follows: 'May 2025'."""

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def end(self) -> int:
        """Where the word ends, before a possessive ending."""
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        """It begins with a capital and is not an acronym."""
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that may be a name."""

    words: tuple[Word, ...]
    listing: Listing
    excused: bool
    """A given name that some known name has too: only the strong contexts count."""

    @property
    def start(self) -> int:
        """Where the name starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the name ends, before a possessive ending."""
        return self.words[-1].end

    @property
    def after(self) -> int:
        """Where the text goes on, past a possessive ending."""
        return self.words[-1].after

    @property
    def possessive(self) -> bool:
        """It ends in 's."""
        return self.words[-1].possessive

    @property
    def full(self) -> bool:
        """A given name with a surname, or more; an initial does not count."""
        return sum(len(word.text) > 1 for word in self.words) > 1

    @property
    def first(self) -> str:
        """The first name, in small letters."""
        return self.words[0].lower

    @property
    def rare(self) -> bool:
        """No list has it, it is no word of English and no council."""
        if self.listing is not Listing.NONE:
            return False
        return not any(w.lower in _english() for w in self.words) and not mentions(
            " ".join(w.text for w in self.words)
        )


@lru_cache(maxsize=8)
def listed(name: str) -> frozenset[str]:
    """The words of a file in assistant/data."""
    return frozenset(word for line in data_lines(name) for word in line.split())


def data_lines(name: str) -> list[str]:
    """The lines of a file in assistant/data, without its comments."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def begins_a_name(word: str, following: str) -> bool:
    """Are two capitalised words a person's name, by the lists? Either the first is a given name, or
    one of them is no English word.
    """
    first, second = word.lower(), following.lower()
    if first in listed("ordinary_words.txt"):
        return False
    if first in listed("given_names.txt") | listed("word_names.txt") | _more():
        return True
    rare = second not in _english() and not second.endswith(("ing", "s"))
    return first not in _english() or rare


@lru_cache(maxsize=1)
def _more() -> frozenset[str]:
    return listed("more_names.txt") | listed("names_from_faker.txt")


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(ordinary_words())


class Known:
    """The names in the documents: whole names, their distinctive words, their given names."""

    def __init__(self, names: Collection[str], public: Collection[str]) -> None:
        given = listed("given_names.txt") | listed("word_names.txt")
        named = _split(names)
        self.words = {name[0] for name in named if len(name) == 1}
        self.words |= {w for name in named for w in name if w not in given}
        self.given = {w for name in named for w in name} - self.words
        self.whole = named | _split(public)
        self.longest = max(map(len, self.whole), default=0)


def _split(names: Collection[str]) -> set[tuple[str, ...]]:
    return {tuple(m.group().lower() for m in _WORD.finditer(name)) for name in names} - {()}


@lru_cache(maxsize=4)
def known_from(names: frozenset[str]) -> Known:
    """What is known from the names in the documents, and from the list of public figures."""
    return Known(names, data_lines("public_names.txt"))


def words_of(text: str, known: Known) -> list[Word | None]:
    """The words of a text in order; None for each that is part of a known name."""
    words = [_word(match) for match in _WORD.finditer(text)]
    whole = _whole_names(words, known)
    return [
        None if part or word.lower in known.words else word
        for word, part in zip(words, whole, strict=True)
    ]


def runs_of(text: str, words: list[Word | None], known: Known) -> Iterator[Run]:
    """Every run that may be a name."""
    current: list[Word] = []
    for word in words:
        candidate = word is not None and _nameable(word)
        joined = (
            bool(current)
            and word is not None
            and not current[-1].possessive
            and text[current[-1].after : word.start] in (" ", "-")
        )
        if current and (not candidate or not joined):
            yield from _run(current, known)
            current = []
        if candidate and word is not None:
            current.append(word)
    if current:
        yield from _run(current, known)


def _nameable(word: Word) -> bool:
    if _listing(word) in (Listing.COMMON, Listing.MORE):
        return True
    if not word.capital:
        return False
    if word.lower in listed("ordinary_words.txt"):
        return word.lower in listed("word_names.txt") and not word.dated
    return True


def _listing(word: Word) -> Listing:
    """By the whole word, or by the first part of 'Rosie-Ann'."""
    names = {word.lower, word.lower.split("-")[0]}
    acronym = word.text.isupper() and len(word.text) <= _LONGEST_ACRONYM
    if not acronym and names & listed("given_names.txt"):
        return Listing.COMMON
    if not word.capital and (acronym or not word.text.isupper()):
        return Listing.NONE
    if word.lower in listed("word_names.txt") - listed("ordinary_words.txt"):
        return Listing.WORD
    return Listing.MORE if names & _more() else Listing.NONE


def _run(words: list[Word], known: Known) -> Iterator[Run]:
    """The run as a name: from its first given name on, where it has one."""
    listings = [_listing(word) for word in words]
    first = next((i for i, x in enumerate(listings) if x in (Listing.COMMON, Listing.MORE)), 0)
    name = tuple(words[first:])
    if any(len(word.text) > 1 for word in name):
        yield Run(name, listings[first], name[0].lower in known.given)


def _word(match: re.Match[str]) -> Word:
    text = match.group()
    bare = _POSSESSIVE.sub("", text)
    after = match.string[match.end() : match.end() + 1]
    possessive = bare != text or (after in ("'", "’") and text[-1:].lower() == "s")
    dated = match.string[match.end() : match.end() + 2].strip().isdigit()
    past = match.end() + (bare == text and possessive)
    return Word(bare, match.start(), past, possessive, dated)


def _whole_names(words: list[Word], known: Known) -> list[bool]:
    """Which words are part of a known name that stands there whole."""
    part = [False] * len(words)
    lowers = [word.lower for word in words]
    for start in range(len(words)):
        for length in range(2, known.longest + 1):
            if tuple(lowers[start : start + length]) in known.whole:
                part[start : start + length] = [True] * len(lowers[start : start + length])
    return part
