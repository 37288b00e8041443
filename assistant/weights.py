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
    whole: float = 0.0
    """Cosine of the whole passage and the question."""
    reads: float = 0.0
    """The answer model's log odds, from -6 as 0 to 6 as 1; 0 before it has read the sentence."""
    sure: float = 0.0
    """The same as a chance."""


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
    whole: float = 0.0
    reads: float = 0.0
    sure: float = 0.0
    most: float = 0.0
    """The highest `reads` of any sentence read."""


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
        coverage=5.07,
        own=1.11,
        above=0.16,
        missing=2.20,
        dense=3.22,
        passage=2.48,
        kind=1.42,
        period=2.34,
        about=0.92,
        newest=0.07,
        listed=0.11,
        heading=-0.12,
        asks=0.51,
        short=-0.69,
        row=-0.14,
        slot=3.43,
        precise=1.07,
        unit=3.75,
        label=-2.22,
        whole=0.16,
        reads=0.00,
        sure=0.00,
    ),
)
"""Which sentences are worth reading together with the question."""

READ_EVIDENCE = Weights(
    Features(
        coverage=3.50,
        own=0.70,
        above=-0.76,
        missing=1.91,
        dense=0.77,
        passage=4.07,
        kind=1.19,
        period=2.25,
        about=1.25,
        newest=0.29,
        listed=-0.22,
        heading=-1.54,
        asks=1.27,
        short=-0.92,
        row=-0.37,
        slot=2.89,
        precise=1.16,
        unit=3.83,
        label=-1.66,
        whole=0.16,
        reads=6.48,
        sure=0.53,
    ),
)
"""For the sentences that the answer model has read."""

ANSWERS = Weights(
    Answerability(
        coverage=0.87,
        own=0.06,
        missing=-1.04,
        unknown=0.81,
        dense=0.37,
        passage=1.34,
        kind=1.85,
        period=2.38,
        about=1.08,
        margin=0.90,
        row=-0.48,
        heading=-0.13,
        short=-0.57,
        slot=0.60,
        precise=0.41,
        unit=0.01,
        label=0.18,
        whole=0.26,
        reads=1.47,
        sure=1.29,
        most=1.72,
    ),
    intercept=-8.89,
)
"""Above 0 the best sentence more likely answers than not."""
