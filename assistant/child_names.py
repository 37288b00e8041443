"""Names in a child's context: 'my case Jayden', 'Tyler (age 9)', 'Aisha's mum'.

A run of words that looks like a name is judged by what stands right before and after it. Three
strengths: beside words that only a child's name follows, any capitalised word that is not an
ordinary one counts; beside weaker words the list of given names decides; further away the sentence
has to speak of a child's life and not of what officers do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from assistant.personal_data import Finding, FindingKind

_DATA = Path(__file__).parent / "data"
_NEAR = 70
"""Characters of context looked at on either side of a run."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$", re.I)

_CHILD = (
    r"(?:child|girl|boy|baby|toddler|infant|newborn|teenager|teen|kid|twin|sibling|brother|sister"
    r"|daughter|son|niece|nephew|grandson|granddaughter|cousin|yp|young (?:person|man|woman|lady|mum|dad)"
    r"|care leaver|pupil|student|uasc|asylum seeker|lad|lass|little one)"
)
_CHILDREN = (
    r"(?:children|girls|boys|babies|twins|siblings|brothers|sisters|kids|sons|daughters|yps"
    r"|young people|care leavers|cases)"
)
_KIN = (
    r"(?:mum|mam|mummy|mother|dad|daddy|father|step ?-?(?:mum|mother|dad|father|brother|sister)|parents?"
    r"|brothers?|sisters?|siblings?|twin|nan|nana|gran|granny|grandma|grandmother|grandad|grandfather"
    r"|grandparents|aunt|auntie|aunty|uncle|cousins?|boyfriend|girlfriend|daughters?|sons?|baby)"
)
_CALLED = r"(?:called|named|named as|known as|by the name of|name is|name’s|name's|name was|name:)"
_CARE = (
    r"(?:foster|carers?|placements?|social worker|sw|school|teacher|nursery|case|files?|records?|notes"
    r"|chronology|contact|ehcp|pep|pa|iro|key ?worker|voice|wishes|views|care|pathway|plan|review|visits?"
    r"|assessment|life|bedroom|move|behaviour|attendance|needs|lac|cla|cp|cin|conference|strategy"
    r"|adoption|bruis\w+|injur\w+|disclosure|s47|section 47|return|birthday|age|dob|home|family|safety)"
)
_VENUE = (
    r"(?:home|house|project|hub|team|programme|service|centre|scheme|unit|school|panel|group|model|forum"
    r"|council|plan|framework|tool|policy|strategy|charity|app|system|pledge|report|review|meeting)s?"
)

_STRONG_BEFORE = re.compile(
    rf"\b{_CHILD}(?: ?[,:(–-] ?| )(?:who is |who's |is )?{_CALLED}? ?$"
    rf"|\b{_CHILD}\b(?!['’]s {_VENUE})(?:(?! {_VENUE}\b)[ ,]+[\w'’]+){{0,5}}[ ,]+(?:called|named|whose name is) $"
    rf"|\b(?:his|her|their|child's|child’s|whose) (?:real |first |full )?{_CALLED} ?$"
    rf"|\b(?:my|our|your|tracked|sampled) case(?: is)?(?: ?[,:(–-] ?| )(?:about |of |on |called |named |is )?$"
    rf"|\b\d{{1,2}}[ -]?(?:(?:years?|yrs?|yr|months?|weeks?)[ -]olds?|y/?o|y\.o\.)"
    rf"(?: {_CHILD})?(?: ?, ?| )(?:{_CALLED} )?$",
    re.I,
)
_LISTED_BEFORE = re.compile(
    rf"\b{_CHILDREN}(?: ?[,:(–-] ?| )(?:are |called |named |of )?$"
    rf"|\b(?:{_CHILD}|{_CHILDREN}|{_KIN}|case|family|carers?|placement|voice|file|chronology|visits?"
    r"|worried|concerns?|concerned|work(?:ing|ed)?|visited|saw|spoke|removed|allocated|supporting|moved)"
    r"(?: is| are)?(?: (?:of|for|about|with|to|on))? ?$",
    re.I,
)
_STRONG_AFTER = re.compile(
    r" ?[(,–-]? ?(?:who (?:is|was) |is |was )?(?:aged?|age of) ?\d{1,2}\b"
    r"| ?[(,–-]? ?(?:who (?:is|was) |is |was )?(?:only |just |now |nearly |almost )?\d{1,2}[ -]?"
    r"(?:(?:years?|yrs?|yr|months?|weeks?)[ -]old|y/?o\b)",
    re.I,
)
_KIN_AFTER = re.compile(
    rf" (?:birth |foster |step ?|older |younger |little |big |half[ -])*{_KIN}\b", re.I
)
_CARE_AFTER = re.compile(rf" (?:\w+ )?{_CARE}\b", re.I)
_LISTED_AFTER = re.compile(
    r" ?\( ?\d{1,2} ?(?:yrs?|years?|months?|m|y|yo)? ?\)|, ?\d{1,2} ?(?:[,.;?!)]|$|and\b|who\b)"
    r"| (?:is|was|who is|has just turned|turn(?:s|ed)?) (?:only |just |now |nearly |almost )?\d{1,2}\b"
    r"(?! ?(?:%|per|of|percent|working))",
    re.I,
)
_LIFE = re.compile(
    r"\b(?:missing|self-?harm\w*|disclos\w+|bruis\w+|homeless|exclu(?:ded|sion)|foster\w*|placed|placements?"
    r"|adopted|adoption|removed|secure|moved|moving|alone|visited|statutory visit|last seen|cp|cin|s47"
    r"|child protection plan|section 47|stepped (?:down|up)|gangs?|exploited|bedroom|school|teacher|mum|dad"
    r"|mother|father|siblings?|sgo|special guardian\w*|abused?|neglected|arrested|overdos\w+|hospital"
    r"|pregnan\w+|ran away|runs away|running away|camhs|without (?:his|her|their)|never (?:visited|seen)"
    r"|told me|refus\w+|not spoken to|going to contact|wants to (?:go|live|stay|move)|sleep\w+|pathway plan)\b",
    re.I,
)
_ROLE = (
    r"(?:director|dcs|inspectors?|hmi|councillor|cllr|lead member|managers?|officers?|chair\w*|chief exec\w*"
    r"|lead|sir|lord|lady|dame|professor|prof|dr|mayor|minister|commissioner|author|judge|trainer"
    r"|head of [\w ]{3,40}|leader|deputy|social worker|adviser|advisor|consultant|secretary)"
)
_OFFICER_BEFORE = re.compile(
    rf"\b{_ROLE}[,:]? ?$|\b(?:led|chaired|written|owned|presented|replaced|signed off) (?:by )?$"
    r"|\bwho (?:is|was|are)\b[^.?!]*$",
    re.I,
)
_OFFICER_AFTER = re.compile(
    rf"(?:['’]s)?,? (?:is |was |still |as |or |and |the |our |a |new |former |corporate |assistant )*{_ROLE}\b"
    r"| (?:say|said|recommend|present|write|wrote|chair|lead|led|ask|sign|own|brief|publish|join|start)\w*\b",
    re.I,
)
_FAMILY = re.compile(
    r"(?<!\w)the ([A-Z][a-z’'-]+) family(?! (?:hub|cent|help|support|group|court|safe|time))"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z][\w’'-]*?(?:['’]s)? (?:child|children|son|daughter|baby|kids|boys|girls)\b"
    r"|\b(?:child|children|son|daughter|baby|kids) of (?:Mr|Mrs|Ms|Miss)\.? [A-Z]\w+",
)
_SENTENCE_END = re.compile(r"[.?!](?: |$)")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    possessive: bool

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
    capital: bool
    excused: bool
    """A given name that some known name has too: only the strong contexts count."""


@lru_cache(maxsize=8)
def _list(name: str) -> frozenset[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


class _Known:
    """The names in the documents: whole names, their distinctive words, their given names."""

    def __init__(self, names: Collection[str]) -> None:
        given = _list("given_names.txt")
        whole = {tuple(m.group().lower() for m in _WORD.finditer(name)) for name in names}
        self.whole = whole - {()}
        self.words = {name[0] for name in self.whole if len(name) == 1}
        self.words |= {w for name in self.whole for w in name if w not in given}
        self.given = {w for name in self.whole for w in name} - self.words
        self.longest = max(map(len, self.whole), default=0)


@lru_cache(maxsize=4)
def _known(names: frozenset[str]) -> _Known:
    return _Known(names)


def name_findings(text: str, known_names: Collection[str]) -> Iterator[Finding]:
    """Every name in a child's context, in the order of the text."""
    known = _known(frozenset(known_names))
    for run in _runs(text, known):
        if _is_child(text, run):
            yield Finding(FindingKind.CHILD_NAME, run.start, run.end)
    for pattern in (_FAMILY, _TITLED):
        for match in pattern.finditer(text):
            name = (match[1] if match.re.groups else match.group()).lower()
            if name not in known.words and name not in _list("ordinary_words.txt"):
                yield Finding(FindingKind.CHILD_NAME, match.start(), match.end())


def _runs(text: str, known: _Known) -> Iterator[_Run]:
    words = [_word(match) for match in _WORD.finditer(text)]
    keep = [not whole for whole in _whole_names(words, known)]
    given, ordinary = _list("given_names.txt"), _list("ordinary_words.txt")
    current: list[_Word] = []
    for index, word in enumerate(words):
        lower = word.lower
        candidate = (
            keep[index]
            and lower not in known.words
            and (lower in given or (word.capital and lower not in ordinary))
        )
        joined = bool(current) and text[current[-1].end : word.start] in (" ", "-")
        if current and (not candidate or not joined):
            yield from _run(current, given, known)
            current = []
        if candidate:
            current.append(word)
    if current:
        yield from _run(current, given, known)


def _run(words: list[_Word], given: frozenset[str], known: _Known) -> Iterator[_Run]:
    """The run as a name: from its first given name on, where it has one."""
    first = next((i for i, word in enumerate(words) if word.lower in given), None)
    name = words[first or 0 :]
    if all(len(word.text) < 2 for word in name):
        return
    last = name[-1]
    end = last.start + len(last.text)
    yield _Run(
        name[0].start,
        end,
        last.end,
        len(name),
        last.possessive,
        first is not None,
        name[0].capital,
        name[0].lower in known.given,
    )


def _word(match: re.Match[str]) -> _Word:
    text = match.group()
    bare = _POSSESSIVE.sub("", text)
    after = match.string[match.end() : match.end() + 1]
    possessive = bare != text or (after in ("'", "’") and text[-1:].lower() == "s")
    return _Word(bare, match.start(), match.end() + (bare == text and possessive), possessive)


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
    named = run.capital or run.listed
    if named and _STRONG_BEFORE.search(before):
        return True
    if named and (_STRONG_AFTER.match(after) or (run.possessive and _KIN_AFTER.match(after))):
        return True
    if not run.listed or run.excused or _officer(before, after):
        return False
    if _LISTED_AFTER.match(after) or _LISTED_BEFORE.search(before):
        return True
    if run.possessive and run.words == 1 and _CARE_AFTER.match(after):
        return True
    return run.capital and bool(_LIFE.search(_sentence(text, run)))


def _officer(before: str, after: str) -> bool:
    return bool(_OFFICER_BEFORE.search(before) or _OFFICER_AFTER.match(after))


def _sentence(text: str, run: _Run) -> str:
    """The sentence around the run."""
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    for start, end in pairwise(ends):
        if start <= run.start < end:
            return text[start:end]
    return text
