"""An answer cut into claims: its sentences, and the clauses of each, by offsets of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.sentences import sentence_spans
from language.words import fold

_CLAUSE = re.compile(
    r"\s*[;:]\s+|\s+[-–—]+\s+|,?\s+(?:but|while|whereas|although|though|because|yet)\s+"
    r"|,?\s+so\s+(?!far\b|much\b|many\b|that\b)|,\s+(?=(?:which|who|and|that|it|we|they|there|its)\b)"
)
_OWN = re.compile(
    r"\b(?:my|mine|myself)\b|\bours? team\b|\bour team(?:'s|s)?\b|\bin ours\b"
    r"|\bi (?!think|believe|reckon|guess|know|say|said|mean|remember|suppose|understand|gather"
    r"|would|'d|wouldn|couldn|can|could|don|am|'m|want|hope|suspect|hear|heard)\w+"
    r"|\bi(?:'ve|ve| have|'d| had) (?!to\b|heard|thought|understood|always|no\b|not\b|never"
    r"|say|guess|think|like|love|want|expect|hope|call|put|tell)\w+"
    r"|\bi(?:'ve|ve|'d|'m| have)? (?!heard|been told|read that|seen that|understood)(?:\w+(?:ed|en)"
    r"|got|had|been|read|done|kept|held|met|made|put|sat|said|brought|caught|found|led|run|set) "
    r"|\bone of (?:them|the girls|the boys)\b|\b(?:he|she|his|her|hers|him)\b",
    re.IGNORECASE,
)
_BEGINS_SMALL = re.compile(
    r"(?<=[a-z0-9][a-z0-9][a-z0-9])(?<!approx)(?<!etc)(?<!incl)(?<!yrs)(?<!wks)\.\s+(?=[a-z])"
)
LEAST = 2
"""Words that a clause of its own has at least."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause of an answer with its place, its sentence and what was said just before."""

    text: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    before: str
    """The sentence before, '' for the first."""
    first: bool
    """Whether it is the first clause of its sentence."""

    @property
    def own(self) -> bool:
        """True where it tells of the speaker's own work or of one child, not of the council."""
        return tells_of_own(self.sentence[: self.end - self.sentence_start])


def tells_of_own(text: str) -> bool:
    """True for words of the speaker's own work, or of one child."""
    return bool(_OWN.search(fold(text)))


def claims_of(answer: str) -> tuple[Claim, ...]:
    """The clauses of an answer, in order; what the speaker takes back at once is left out."""
    found: list[Claim] = []
    before = ""
    for start, end in _sentences(answer):
        sentence = answer[start:end]
        first = True
        for left, right in _clauses(sentence):
            found.append(
                Claim(
                    sentence[left:right],
                    start + left,
                    start + right,
                    sentence,
                    start,
                    before,
                    first,
                )
            )
            first = False
        before = sentence
    return tuple(found)


def _sentences(answer: str) -> Iterator[tuple[int, int]]:
    """The sentences, those that a quick typist begins small among them: 'in 2017. then good'."""
    for start, end in sentence_spans(answer):
        left = start
        for match in _BEGINS_SMALL.finditer(answer, start, end):
            yield left, match.start() + 1
            left = match.end()
        yield left, end


def _clauses(sentence: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _CLAUSE.finditer(sentence):
        piece = sentence[start : match.start()]
        if len(piece.split()) < LEAST:
            continue
        spans.append((start, match.start()))
        start = match.end()
    if sentence[start:].strip():
        spans.append((start, len(sentence)))
    kept: list[tuple[int, int]] = []
    for left, right in spans:
        back = re.match(r"\W*(?:sorry|i mean|no wait|correction)\b", sentence[left:right], re.I)
        if back and kept:
            kept.pop()
        kept.append((left, right))
    return kept
