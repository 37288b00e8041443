"""The names in a sentence: persons, bodies, posts and councils, against those of a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checks.council import names_council
from assistant.checks.meanings import as_written, borne, meanings_in
from assistant.checks.text import Piece, Source, piece
from assistant.guarding.person_names import names_in_text
from language.organisations import mentions
from language.words import fold, stem, words

_CAPITALS = re.compile(
    r"\b(?:[A-Z][\w&]*(?:-[A-Z]\w+)?(?:'s)?)(?:(?: (?:of|and|&|for|the"
    r"|de))*(?: [A-Z][\w&]*(?:-\w+)?(?:'s)?))*"
)
_NO_NAMES_WORDS = """
the a an in on at by of for from to with and or but if as it its this that these those we
our us i they their she he his her you your no not yes one two three four five six seven
eight nine ten all each every any some most many few there here when where while although
though since because after before until under over about both neither nor either council
councils borough only once then so also overall monday tuesday wednesday thursday friday
saturday sunday mon tue wed thu fri january february march april may june july august
september october november december jan feb mar apr jun jul aug sep sept oct nov dec annex
section week day priority mr mrs ms miss dr prof sir dame lady lord borough county city
district government committee board team teams service services department authority officers
whether how what why who which whose without within during between
officer members report plan inspectors inspector group office list street road chair
"""
_CALENDAR_WORDS = """
january february march april may june july august september october november december monday
tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec
mon tue wed thu fri between
"""
_CALENDAR = frozenset(_CALENDAR_WORDS.split())
_DENIED = re.compile(
    r"\b(?:not|never|n't|rather than|instead of)(?: (?:the|a|an|by|to|at|in|for))* $"
)
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())  # fmt: skip
_LABEL = re.compile(
    r"\b(?:Option|Annex|Appendix|Group|Zone|Band|Lot|Part|Category|Condition|Class|Tier|Priority"
    r"|Grade"
    r"|Type|Schedule|Form|Block|Phase|Team|Set) [A-Z]\b(?! \w+ed)",
    re.IGNORECASE,
)
_OTHER_NAMES = {"covid": "pandemic", "covid-19": "pandemic", "coronavirus": "pandemic"}


def unknown_name(  # noqa: PLR0912 - a name is read step by step
    text: str, sources: Sequence[Source], others: str
) -> str:
    """The first name of a sentence that no one passage has; '' when all have it.

    `others`: the words of all passages that were sent, by which a name is known where it begins
    the sentence.
    """
    for label in _LABEL.findall(text):
        held = [re.sub(r"\W+", " ", f" {each.whole.text} {each.frame.text} ") for each in sources]
        kind, letter = label.split()
        listed = rf"\b{kind}s? (?:(?:[A-Z]|and|or|to) )*{letter}\b"
        if letter.isupper() and not any(re.search(listed, each, re.I) for each in held):
            return str(label)
    facts = piece(text).facts
    starts = {0} | {match.end() for match in re.finditer(r"[.:!?]\s+[\"']?", text)}
    for match in _CAPITALS.finditer(text):
        if _DENIED.search(text[: match.start()]):
            continue
        parts = match.group().split()
        if any(fact.start <= match.start() < fact.end for fact in facts):
            parts = parts[1:]
        if not parts:
            continue
        if match.start() in starts and len(parts) > 1 and fold(parts[0]) in _NO_NAMES:
            parts = parts[1:]
        begins = match.start() in starts and len(parts) > 1 and not parts[1][0].isupper()
        if begins and _ordinary(parts[0]):
            # 'Visits for Ashmere', 'Exclusions of Tidewell': the first word only begins it.
            parts = [each for each in parts[1:] if each[0].isupper()]
        alone = match.start() in starts and len(parts) == 1
        name = " ".join(parts)
        sure = _is_acronym(name) or name.endswith("'s") or mentions(name)
        if (
            alone
            and not sure
            and (_ordinary(name) or not re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", others))
        ):
            # How a sentence begins has a capital in any case.
            continue
        parts = [each for each in parts if fold(each).rstrip("s") not in _CALENDAR]
        while parts and not parts[0][0].isupper():
            parts = parts[1:]
        while parts and not parts[-1][0].isupper():
            parts = parts[:-1]
        name = " ".join(parts)
        if not parts:
            continue
        for by in sources:
            # 'In Harrowmere Marta Lindqvist leads': the council is not part of her name.
            name = name.removeprefix(f"{by.material.about} ") if by.material.about else name
        # 'Fernshire's Head of Legal' is two names, 'Director of Children's Services' one.
        names = (
            re.split(r"(?<=^\w)(?!)|'s (?=[A-Z])", name)
            if " of " not in name.split("'s ")[0]
            else [name]
        )
        for each in names:
            if not any(_has(source, each) for source in sources):
                return each
    return ""


def _is_acronym(name: str) -> bool:
    return sum(char.isupper() for char in name) > 1


def _ordinary(word: str) -> bool:
    """A word that begins a sentence, as far as its ending or a list of words tells."""
    bare = fold(word)
    if bare in _NO_NAMES or stem(bare) != bare.removesuffix("'s"):
        return True
    return bool(meanings_in(word)) and any(key[0] == "=" for key in meanings_in(word)[0].keys)


def _has(source: Source, name: str) -> bool:
    name = re.sub(r"\b([A-Z]{2,})s\b", r"\1", name)
    of = name.partition(" of ")
    if of[2] and _in(source.frame, of[2]) and names_council(of[2], source.material.about):
        name = of[0]
    return any(_in(piece, name) for piece in (source.whole, source.frame)) or _initials(
        name, source.material.text
    )


def _in(piece: Piece, name: str) -> bool:
    if _OTHER_NAMES.get(fold(name), "\0") in fold(piece.text):
        return True
    plain = {key for key in piece.known if key[0] != "="} | {
        key for meaning in piece.meanings for key in meaning.keys if key[0] != "="
    }
    bare = set(words(piece.text))
    short = frozenset(fold(each) for each in re.findall(r"\b[A-Z]{2,6}\b", piece.text))
    capitals = re.findall(r"\b[A-Z]\w+", name)
    if len(capitals) > 1 and "".join(each[0] for each in capitals).lower() in short:
        return True
    for word in meanings_in(name):
        keys = {key for key in word.keys if key[0] != "="}
        if len(word.word) == 1:
            keys |= {each for each in bare if each[0] == word.word}
        known = keys & (plain | bare) or word.word in bare
        if word.word not in _NO_NAMES and not known:
            return False
    return True


def _initials(name: str, text: str) -> bool:
    """'HMIP' where the passage has the words that it is short for."""
    short = name.removesuffix("'s")
    if not (2 <= len(short) <= 6 and short.isupper()):
        return False
    every = re.findall(r"[A-Za-z]\w+", text)
    letters = "".join(word[0] for word in every if word[0].isupper())
    full = "".join(word[0].upper() for word in every if word not in ("of", "and", "the", "for"))
    return short in letters or short in full or short.removesuffix("s") in letters


def misplaced_name(clause: Piece, all_text: str, source: Source) -> str:
    """A person whom the passage names elsewhere than what the clause says of her; '' if none."""
    people = names_in_text(source.material.text)
    claimed = {name for name in people if name.split()[-1] in all_text}
    for name in claimed:
        if name.split()[-1] not in clause.text:
            continue
        hers = [each for each in source.segments if name.split()[-1] in each.text]
        others = [
            each
            for each in source.segments
            if each not in hers
            and any(other.split()[-1] in each.text for other in people - claimed)
        ]
        if glued(clause, hers, others, source.segments, source):
            return name
    return ""


def glued(
    clause: Piece,
    held: Sequence[Piece],
    rivals: Sequence[Piece],
    pieces: Sequence[Piece],
    source: Source,
) -> str:
    """A word of a clause that only a rival of its fact stands beside; '' if none."""
    if not held or not rivals:
        return ""
    near = frozenset().union(*(each.known for each in held)) | source.frame.known
    neutral = [each for each in pieces if each not in held and each not in rivals]
    near = near.union(*(each.known for each in neutral))
    far = frozenset().union(*(each.known for each in rivals))
    literal = frozenset(key for key in far if key[0] != "=")
    for each in clause.claims:
        light = each.weight == 0 and each.word not in ("high", "medium", "low")
        if light or borne(each, near):
            continue
        if borne(as_written(each), literal):
            return each.word
    return ""
