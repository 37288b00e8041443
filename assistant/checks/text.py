"""What a written sentence and a passage hold, made ready to be set side by side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.checks.facts import Fact, FactKind, facts_in
from assistant.checks.meanings import Meaning, meanings_in
from assistant.writing.material import Material
from core.documents import NATIONAL
from language.sentences import sentence_spans
from language.words import STOP_WORDS, fold, words

# What speaks to a model and not to a reader bears nothing out, to the end of its line.
_HIDDEN = re.compile(
    r"<!--.*?-->|<(?:span|div|p|font|small)\b[^>]*(?:font-size|color|display|hidden|opacity)[^>]*>"
    r".*?</\w+>|```.*?```|</?passages?\b[^>]*>.*",
    re.IGNORECASE | re.DOTALL,
)
_TO_A_MODEL = re.compile(
    r"\b(?:any|an|the|all|dear|to|note to|for) (?:ai|llm|language models?|chatbots?|bots?"
    r"|(?:ai |digital |virtual )?assistants?|summari[sz]ers?|chat ?gpt|copilot)\b(?! (?:director"
    r"|head"
    r"|service|manager|team|chief|principal|social|practitioner|psychologist))"
    r"|^\W*(?:ai|system|assistant|user|developer|copilot|chatgpt)\s*[:>]|\bAI(?: \w+)?:"
    r"|\[(?:ai|system|assistant|user|developer)\]\s*:|\bsystem (?:message|prompt|note"
    r"|instruction)|\b(?:ai|llm) (?:model|system|tool|reader"
    r"|agent)s?\b"
    r"|\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:instructions?|rules?|sources?"
    r"|passages?|prompts?|above|previous|earlier|question)\b"
    r"|\b(?:state|say|answer|reply|respond|write|report|tell|confirm|add|begin|end|include|repeat"
    r"|cite|print|pretend)\b[^.]{0,60}\b(?:that .{0,60}\bcite\b|cite (?:this|it|everything|only)"
    r"|the (?:reader|user|asker)|whoever asks|every (?:answer|question|reply)|each answer"
    r"|all (?:answers|questions)|your (?:answer|reply|instructions|response)|(?:in|with) full\b)"
    r"|\b(?:your|full|previous|hidden|secret) (?:instructions|prompt)\b|\bfrom now on\b"
    r"|\byou (?:are|must|will|should) (?:now|answer|reply|say|state|respond|an? )\b"
    r"|\bpretend to be\b"
    r"|\b(?:when|if) (?:you are )?(?:asked|anyone asks|summari[sz]ing|answering)\b[^.]*\b(?:say"
    r"|answer"
    r"|reply|state|respond|write)\b|\buse only passage\b|\bas dr\b.*\bi grade\b|\bdecode\b"
    r"|!\[[^\]]*\]\(|\]\(https?:|\bignorez\b|\breader software\b"
    r"|\b(?:append|insert|prepend|add) the (?:words?|phrase|sentence|line)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\W(?:ai|system|assistant|user|developer|copilot|chatgpt)\W{0,2}[:>]|^\W*\w+\W{0,2}[:>]",
    re.IGNORECASE,
)
_SEGMENT_ENDS = re.compile(r"\s;\s|;\s|\n+")
_CLAUSE_ENDS = re.compile(
    r"\s*[;:]\s+|\s+[-–—]\s+|,?\s+(?:but|while|whereas|although|though|yet|nor|because"
    r"|as well as|against(?= [£\d]))\s+"
    r"|,\s+(?=(?:and|or|which|who|where|with|having|because|since|so|after|before|down|up|as)\s)",
)
_YES_OR_NO = re.compile(r"^(?:yes|no)\b[:,;.]\s*", re.IGNORECASE)
_JOINED = re.compile(r"^\W*(?:(?:and|but|while|or)\b)?\W*", re.IGNORECASE)
_LEADING = re.compile(r"((?:While|Although|Though|Whereas|Where)\b[^,]*),\s+")
ELLIPSIS = re.compile(r"^(?:\w+ ){1,3}(?:do|does|did|is|are|was|were|has|have|can|will) not\W*$")
_AND = re.compile(r",?\s+and\s+")


LEAST_CLAUSE = 3
"""Words that a clause of its own has more than."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of a sentence, or a segment of a passage: its words, facts and meanings."""

    text: str
    facts: tuple[Fact, ...]
    meanings: tuple[Meaning, ...]
    claims: tuple[Meaning, ...]
    """Those of its meanings that no fact of it says."""
    within: str = ""
    """The sentence that it is a clause of."""

    @property
    def names(self) -> frozenset[str]:
        """Its words with a capital that do not begin it, folded."""
        found = re.findall(r"(?<=[\w,] )[A-Z]\w+", self.text)
        return frozenset(word for name in found for word in words(name))

    @property
    def capitals(self) -> frozenset[str]:
        """Its words with a capital, folded."""
        found = re.findall(r"\b[A-Z]\w+", self.text)
        return frozenset(word for name in found for word in words(name)) - STOP_WORDS

    @property
    def known(self) -> frozenset[str]:
        """Every stem and group that its words stand for."""
        return frozenset(key for meaning in self.meanings for key in meaning.keys)

    @property
    def literal(self) -> frozenset[str]:
        """The stems of its words and of their short and long forms."""
        return frozenset(key for key in self.known if key[0] != "=")


@dataclass(frozen=True, slots=True)
class Source:
    """A passage: its segments, and what its heading and its paper add to them."""

    material: Material
    segments: tuple[Piece, ...]
    heading: Piece
    frame: Piece
    whole: Piece
    orders: frozenset[str] = frozenset()
    """The stems of what it says to a model, and nowhere else."""


def piece(text: str) -> Piece:
    """The piece that a text is."""
    return _piece(plain(text))


@lru_cache(maxsize=4_000)
def _piece(text: str) -> Piece:
    facts = facts_in(text)
    rest = fold(text)
    if len(rest) == len(text):
        rest = text
        for fact in facts:
            end = fact.end
            while end < len(text) and text[end].isalpha():
                end += 1
            if fact.kind is not FactKind.GRADE and end <= len(text):
                rest = f"{rest[: fact.start]}{' ' * (end - fact.start)}{rest[end:]}"
    return Piece(text, facts, meanings_in(text), meanings_in(rest))


_PLAIN = str.maketrans("‘’“”–—‑‐−\u00a0\t", "''\"\"-----  ")


def plain(text: str) -> str:
    """The text without invisible characters and with plain quotes, dashes and spaces."""
    shown = "".join(char for char in text if unicodedata.category(char) != "Cf")
    shown = re.sub(r"\bCllr(s?)\b\.?", r"Councillor\1", shown.translate(_PLAIN))
    return re.sub(r" {2,}", " ", _SPAN.sub(_years, shown)).strip()


_SPAN = re.compile(r"\b(?P<one>(?:19|20)(?P<short>\d\d))[-/](?:20)?(?P<end>\d\d)(?![\d/-])")


def _years(match: re.Match[str]) -> str:
    """'2017-20' as '2017 to 2020'; a year written as two, and a month, stay."""
    short, end = int(match["short"]), int(match["end"])
    spans = short + 1 < end <= short + _SPANNED and (end > _MONTHS or match.group()[-4:-2] == "20")
    return f"{match['one']} to 20{end}" if spans else match.group()


_SPANNED = 10
_MONTHS = 12


def clauses(text: str, parts: Sequence[str] = ()) -> tuple[Piece, ...]:
    """The clauses of a sentence; 'and' parts two where each side has facts of its own.

    `parts` are its parts by the passages that they cite, where they do.
    """
    if parts:
        own = (each for part in parts for each in clauses(_JOINED.sub("", plain(part))))
        return tuple(replace(each, within=text) for each in own)
    found: list[str] = []
    said = _YES_OR_NO.sub("", plain(text))
    leading = _LEADING.match(said)
    if leading:
        found, said = _parted(leading[1]), said[leading.end() :]
    for part in _CLAUSE_ENDS.split(said):
        found.extend(_parted(part))
    return tuple(replace(piece(each), within=text) for each in found if each.strip(" .,"))


def _parted(text: str) -> list[str]:
    for match in _AND.finditer(text):
        if text[match.end() :].startswith("a half"):
            continue
        before, after = text[: match.start()], text[match.end() :]
        ranged = re.search(r"\bbetween\b[^,]*$", before)
        long = min(len(before.split()), len(after.split())) > LEAST_CLAUSE
        if not ranged and long and piece(before).facts and piece(after).facts:
            return [before, *_parted(after)]
    return [text]


@lru_cache(maxsize=256)
def source(material: Material) -> Source:
    """A passage as it can bear a sentence out."""
    text = without_orders(material.text)
    segments: list[str] = []
    for part in _SEGMENT_ENDS.split(text):
        segments.extend(part[start:end] for start, end in sentence_spans(part))
    about = "England national" if material.about == NATIONAL else material.about
    for place, each in enumerate(segments[1:], start=1):
        if ELLIPSIS.match(each):
            # 'A inspects it; B does not' denies of B all that it says of A.
            segments[place] = f"{each.strip(' .')} {segments[place - 1]}"
    heading = without_orders(material.heading)
    framed = (heading, material.title, material.publisher, about, material.published)
    pieces = tuple(piece(each) for each in segments if re.search(r"\w", each))
    whole, frame = piece(text), piece(" ; ".join(framed))
    orders = piece(f"{material.text} {material.heading}").literal - whole.literal - frame.literal
    return Source(material, pieces, piece(heading), frame, whole, orders)


def without_orders(text: str) -> str:
    """The text without what it says to a model: that bears nothing out."""
    kept = []
    for line in map(plain, _HIDDEN.sub(" ", text).splitlines()):
        sentences = [line[start:end] for start, end in sentence_spans(line)]
        for each in sentences:
            order = _TO_A_MODEL.search(each)
            kept.append(each if order is None else each[: order.start()].rpartition(".")[0])
            if order is not None and _TURN.search(each):
                # What another's turn is made to say goes on to the end of the line.
                break
    return "\n".join(each for each in kept if each.strip())
