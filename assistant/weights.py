"""The weights of evidence, fitted on the tune questions: `python -m evaluation.fit` prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a sentence as an answer; each 0 to 1."""

    coverage: float
    """Share of the question's concepts said by the sentence and what it hangs from."""
    own: float
    """The share said by the sentence itself."""
    above: float
    """The share said by its headings, lead-in, section or title alone."""
    missing: float
    """The heaviest concept not said, as a share of all."""
    dense: float
    """Cosine of the sentence and the question."""
    passage: float
    """The search's score of the passage."""
    kind: float
    """It holds the kind of thing asked for."""
    period: float
    """It is of the months and years asked for."""
    about: float
    """Its paper is about the council asked about: 1, the whole country: 0.5."""
    newest: float
    """Its paper is the newest of its kind."""
    listed: float
    """A list is asked for and this is of one, or opens one."""
    heading: float
    asks: float
    short: float
    row: float
    slot: float
    """It speaks of a weekday or week asked for; 1 when none is asked for."""
    precise: float
    """The share of its own words (a row's name) that the question says."""
    unit: float
    """A row of percentages for a share, of numbers for a number; 1 for all else."""
    label: float
    """It is a line of the paper about itself: 'Date: ...', 'Facts from: ...'."""


@dataclass(frozen=True, slots=True)
class Answerability:
    """What tells whether the best sentence answers at all; each 0 to 1."""

    coverage: float
    own: float
    missing: float
    unknown: float
    """The share of the question that no passage of the corpus ever says."""
    dense: float
    passage: float
    kind: float
    period: float
    about: float
    margin: float
    """How far the best sentence is ahead of the next passage's."""
    row: float
    heading: float
    short: float
    slot: float
    precise: float
    unit: float
    label: float


Kind = TypeVar("Kind", Features, Answerability)


@dataclass(frozen=True, slots=True)
class Weights(Generic[Kind]):
    """A weighted sum of features."""

    weights: Kind
    intercept: float = 0.0

    def score(self, features: Kind) -> float:
        """The sum."""
        score = self.intercept
        for name in self.weights.__slots__:
            score += getattr(self.weights, name) * getattr(features, name)
        return float(score)


EVIDENCE = Weights(
    Features(
        coverage=4.7,
        own=0.8,
        above=0.8,
        missing=0.0,
        dense=3.1,
        passage=4.2,
        kind=1.8,
        period=2.5,
        about=1.2,
        newest=0.2,
        listed=0.1,
        heading=-0.8,
        asks=-0.3,
        short=0.0,
        row=0.3,
        slot=4.2,
        precise=1.6,
        unit=3.5,
        label=-3.4,
    )
)

ANSWERS = Weights(
    Answerability(
        coverage=1.0,
        own=0.0,
        missing=-0.9,
        unknown=0.0,
        dense=0.8,
        passage=1.0,
        kind=1.4,
        period=2.0,
        about=0.5,
        margin=0.5,
        row=-0.4,
        heading=-0.6,
        short=-1.1,
        slot=0.2,
        precise=0.6,
        unit=0.0,
        label=-1.0,
    ),
    intercept=-5.1,
)
"""Above 0 the best sentence more likely answers than not."""
