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
        coverage=4.90,
        own=0.91,
        above=0.38,
        missing=3.10,
        dense=3.78,
        passage=4.33,
        kind=1.59,
        period=2.16,
        about=1.29,
        newest=0.22,
        listed=0.11,
        heading=-0.53,
        asks=0.45,
        short=-0.07,
        row=0.33,
        slot=4.40,
        precise=1.42,
        unit=3.32,
        label=-3.56,
        whole=-0.78,
        reads=0.00,
        sure=0.00,
    ),
)
"""Which sentences are worth reading together with the question."""

READ_EVIDENCE = Weights(
    Features(
        coverage=4.46,
        own=0.44,
        above=-0.14,
        missing=2.53,
        dense=1.87,
        passage=4.78,
        kind=1.94,
        period=1.76,
        about=1.68,
        newest=0.16,
        listed=-0.14,
        heading=-1.78,
        asks=0.30,
        short=-0.57,
        row=0.33,
        slot=4.06,
        precise=1.49,
        unit=3.80,
        label=-3.41,
        whole=0.37,
        reads=1.28,
        sure=0.98,
    ),
)
"""For the sentences that the answer model has read."""

ANSWERS = Weights(
    Answerability(
        coverage=1.21,
        own=-0.27,
        missing=-1.46,
        unknown=0.03,
        dense=-0.24,
        passage=0.38,
        kind=1.30,
        period=2.31,
        about=0.46,
        margin=0.85,
        row=-1.13,
        heading=0.15,
        short=0.00,
        slot=0.10,
        precise=0.66,
        unit=-0.01,
        label=0.00,
        whole=-0.21,
        reads=1.44,
        sure=1.19,
        most=1.41,
    ),
    intercept=-6.09,
)
"""Above 0 the best sentence more likely answers than not."""
