"""Names in a child's context: 'my case Jayden', 'Tyler (age 9)', 'Aisha's mum'.

A run of words that looks like a name is judged by what stands right before and after it. Beside
words that only a child's name follows, any capitalised word that is not an ordinary one counts;
beside weaker words the list of given names decides; a given name on its own that no known person
has counts wherever no officer's role or work stands beside it, since officers go by full names; and
an unknown full name counts where the sentence tells of a child's life.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from assistant import name_contexts as near
from assistant.findings import Finding, FindingKind

_DATA = Path(__file__).parent / "data"
_NEAR = 70
"""Characters of context looked at on either side of a run."""
_LONGEST_ACRONYM = 4
"""'ADA', 'ISA' and 'SAM' in capitals are acronyms; 'JAYDEN' is a name."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$", re.I)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    possessive: bool
    dated: bool
    """A figure follows: 'May 2025'."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in a row that may be a name."""

    start: int
    end: int
    after: int
    """Where the text goes on, past a possessive ending."""
    words: int
    possessive: bool
    listed: bool
    """Some word of it is in the list of given names."""
    word: bool
    """It is a name that is also an ordinary word."""
    capital: bool
    excused: bool
    """A given name that some known name has too: only the strong contexts count."""


@lru_cache(maxsize=8)
def _list(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


class _Known:
    """The names in the documents: whole names, their distinctive words, their given names."""

    def __init__(self, names: Collection[str], public: Collection[str]) -> None:
        given = _list("given_names.txt") | _list("word_names.txt")
        named = _split(names)
        self.words = {name[0] for name in named if len(name) == 1}
        self.words |= {w for name in named for w in name if w not in given}
        self.given = {w for name in named for w in name} - self.words
        self.whole = named | _split(public)
        self.longest = max(map(len, self.whole), default=0)


def _split(names: Collection[str]) -> set[tuple[str, ...]]:
    return {tuple(m.group().lower() for m in _WORD.finditer(name)) for name in names} - {()}


@lru_cache(maxsize=4)
def _known(names: frozenset[str]) -> _Known:
    return _Known(names, _lines("public_names.txt"))


def name_findings(text: str, known_names: Collection[str]) -> Iterator[Finding]:
    """Every name in a child's context, in the order of the text."""
    known = _known(frozenset(known_names))
    for run in _runs(text, known):
        if _is_child(text, run):
            yield Finding(FindingKind.CHILD_NAME, run.start, run.end)
    for pattern in (near.THE_FAMILY, near.TITLED):
        for match in pattern.finditer(text):
            name = (match["name"] or "").lower()
            if (name,) not in known.whole and name not in _list("ordinary_words.txt"):
                yield Finding(FindingKind.CHILD_NAME, match.start(), match.end())


def _runs(text: str, known: _Known) -> Iterator[_Run]:
    words = [_word(match) for match in _WORD.finditer(text)]
    whole = _whole_names(words, known)
    current: list[_Word] = []
    for index, word in enumerate(words):
        candidate = not whole[index] and word.lower not in known.words and _nameable(word)
        joined = (
            bool(current)
            and not current[-1].possessive
            and text[current[-1].end : word.start] in (" ", "-")
        )
        if current and (not candidate or not joined):
            yield from _run(current, known)
            current = []
        if candidate:
            current.append(word)
    if current:
        yield from _run(current, known)


def _nameable(word: _Word) -> bool:
    if _given(word):
        return True
    if not word.capital:
        return False
    if word.lower in _list("ordinary_words.txt"):
        return word.lower in _list("word_names.txt") and not word.dated
    return True


def _given(word: _Word) -> bool:
    """In the list of given names, whole or by the first part of 'Rosie-Ann'."""
    if word.text.isupper() and len(word.text) <= _LONGEST_ACRONYM:
        return False
    given = _list("given_names.txt")
    return word.lower in given or word.lower.split("-")[0] in given


def _run(words: list[_Word], known: _Known) -> Iterator[_Run]:
    """The run as a name: from its first given name on, where it has one."""
    first = next((i for i, word in enumerate(words) if _given(word)), None)
    name = words[first or 0 :]
    if all(len(word.text) < 2 for word in name):
        return
    last = name[-1]
    yield _Run(
        start=name[0].start,
        end=last.start + len(last.text),
        after=last.end,
        words=len([word for word in name if len(word.text) > 1]),
        possessive=last.possessive,
        listed=first is not None,
        word=first is None
        and name[0].lower in _list("word_names.txt") - _list("ordinary_words.txt"),
        capital=name[0].capital,
        excused=name[0].lower in known.given,
    )


def _word(match: re.Match[str]) -> _Word:
    text = match.group()
    bare = _POSSESSIVE.sub("", text)
    after = match.string[match.end() : match.end() + 1]
    possessive = bare != text or (after in ("'", "’") and text[-1:].lower() == "s")
    dated = match.string[match.end() : match.end() + 2].strip().isdigit()
    return _Word(
        bare, match.start(), match.end() + (bare == text and possessive), possessive, dated
    )


def _whole_names(words: list[_Word], known: _Known) -> list[bool]:
    """Which words are part of a known name that stands there whole."""
    part = [False] * len(words)
    lowers = [word.lower for word in words]
    for start in range(len(words)):
        for length in range(2, known.longest + 1):
            if tuple(lowers[start : start + length]) in known.whole:
                part[start : start + length] = [True] * len(lowers[start : start + length])
    return part


def _is_child(text: str, run: _Run) -> bool:
    before = text[max(0, run.start - _NEAR) : run.start]
    after = text[run.after : run.after + _NEAR]
    if near.CHILD_CALLED.search(before) or (run.possessive and near.KIN_AFTER.match(after)):
        return True
    if near.AGE_AFTER.match(after):
        return run.listed or not near.NOT_A_PERSON_BEFORE.search(before)
    if near.CHILD_BESIDE.search(before):
        return True
    if not (run.listed or run.word) or _officer(before, after) or _other(text, run, before):
        return False
    if run.word:
        cared_for = run.possessive and bool(near.CARE_AFTER.match(after))
        return bool(before) and (cared_for or bool(near.PERSON.search(_sentence(text, run))))
    return _given_name_speaks(text, run, before, after)


def _given_name_speaks(text: str, run: _Run, before: str, after: str) -> bool:
    if near.NUMBER_AFTER.match(after) or near.CHILD_NEAR.search(before):
        return True
    if run.excused:
        return False
    return run.words == 1 or bool(near.LIFE.search(_sentence(text, run)))


def _other(text: str, run: _Run, before: str) -> bool:
    """A place, a law, a report: something named after a person."""
    rest = text[run.end : run.end + _NEAR]
    return bool(near.NOT_A_NAME_BEFORE.search(before) or near.NOT_A_NAME_AFTER.match(rest))


def _officer(before: str, after: str) -> bool:
    return bool(near.OFFICER_BEFORE.search(before) or near.OFFICER_AFTER.match(after))


def _sentence(text: str, run: _Run) -> str:
    """The sentence around the run."""
    ends = [0, *(match.end() for match in near.SENTENCE_END.finditer(text)), len(text)]
    for start, end in pairwise(ends):
        if start <= run.start < end:
            return text[start:end]
    return text
