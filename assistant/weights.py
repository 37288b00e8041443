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
        coverage=6.16,
        own=0.98,
        above=0.06,
        missing=3.35,
        dense=3.47,
        passage=3.95,
        kind=1.52,
        period=2.53,
        about=1.41,
        newest=0.12,
        listed=-0.10,
        heading=-0.28,
        asks=0.83,
        short=-0.39,
        row=-0.11,
        slot=3.51,
        precise=1.03,
        unit=4.11,
        label=-1.65,
        whole=-1.60,
        reads=0.00,
        sure=0.00,
    ),
)
"""Which sentences are worth reading together with the question."""

READ_EVIDENCE = Weights(
    Features(
        coverage=4.08,
        own=0.75,
        above=-0.40,
        missing=1.81,
        dense=0.52,
        passage=4.10,
        kind=1.06,
        period=3.00,
        about=1.69,
        newest=0.34,
        listed=-0.30,
        heading=-1.32,
        asks=1.14,
        short=0.19,
        row=-0.15,
        slot=2.65,
        precise=1.44,
        unit=3.77,
        label=-1.34,
        whole=0.58,
        reads=6.16,
        sure=-0.45,
    ),
)
"""For the sentences that the answer model has read."""

ANSWERS = Weights(
    Answerability(
        coverage=1.00,
        own=-0.34,
        missing=-0.86,
        unknown=0.79,
        dense=0.72,
        passage=1.47,
        kind=1.67,
        period=2.18,
        about=0.87,
        margin=1.19,
        row=-0.73,
        heading=-0.75,
        short=-0.57,
        slot=0.27,
        precise=0.11,
        unit=-0.00,
        label=0.00,
        whole=0.79,
        reads=1.72,
        sure=1.63,
        most=1.12,
    ),
    intercept=-8.34,
)
"""Above 0 the best sentence more likely answers than not."""
