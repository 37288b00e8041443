"""A question and a sentence as one row of tokens: what the answer model reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

MOST_QUESTION, MOST_CONTEXT, MOST_LINE = 48, 40, 118
"""Tokens of the question, of what stands above the sentence, and of that with the sentence."""
EDGE, SENTENCE, QUESTION, MATCH = range(4)
"""What a token is of; MATCH is added where the other side has the same word."""
_CLS, _SEP = 101, 102

Tokens = Callable[[str], Sequence[int]]
"""A text's tokens, without those that mark its ends."""
Whole = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is read: after what it hangs from (its heading, its list's lead-in)."""

    context: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Question and sentence as one row of tokens: [tokens] each."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]
    same: tuple[int, ...]
    """1 where the same word stands on the other side."""


class AnswerReader(Protocol):
    """Reads pairs with the answer model's weights."""

    def tokens(self, text: str) -> Sequence[int]:
        """A text's tokens, without those that mark its ends."""
        ...

    def log_odds(self, found: Sequence[Pair]) -> NDArray[np.float32]:
        """The log odds that each pair's sentence answers, in order."""
        ...


def pairs(tokens_of: Tokens, question: str, readings: Sequence[Reading]) -> list[Pair]:
    """The question with each sentence, cut to MOST_QUESTION and MOST_LINE tokens."""
    asked = list(tokens_of(question))[:MOST_QUESTION]
    found = []
    for each in readings:
        above = list(tokens_of(f"{each.context}. "))[:MOST_CONTEXT] if each.context else []
        own = list(tokens_of(each.sentence))[: MOST_LINE - len(above)]
        line = (*above, *own)
        roles = (*[EDGE] * (len(above) + 1), *[SENTENCE] * len(own), EDGE)
        found.append(
            Pair(
                (_CLS, *asked, _SEP, *line, _SEP),
                (EDGE, *[QUESTION] * len(asked), *roles),
                (0, *_shared(asked, line), 0, *_shared(line, asked), 0),
            )
        )
    return found


def _shared(tokens: Sequence[int], others: Sequence[int]) -> list[int]:
    known = set(others)
    return [int(token in known) for token in tokens]


def padded(rows: Sequence[Sequence[int]]) -> tuple[Whole, Whole]:
    """Rows of tokens as one array, 0 after their ends; and 1 where a token stands."""
    shape = len(rows), max(map(len, rows))
    values, there = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    for at, row in enumerate(rows):
        values[at, : len(row)], there[at, : len(row)] = row, 1
    return values, there


def like_lengths(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """The places of rows in groups of like length, none of more than `most` tokens with padding."""
    part: list[int] = []
    for at in sorted(range(len(lengths)), key=lambda each: lengths[each]):
        if part and lengths[at] * (len(part) + 1) > most:
            yield part
            part = []
        part.append(at)
    if part:
        yield part
