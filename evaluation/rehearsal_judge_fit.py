"""Fits the judge of a rehearsal's exact things: `python -m evaluation.rehearsal_judge_fit`.

Prints, for answers left out in eight parts, how many planted and how many other things are called
different from a few chances on, and writes assistant/data/judge_weights.json.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from assistant.rehearsal import bank
from assistant.rehearsal.judge import ITEM, NO_PAIR, PAIR, WEIGHTS
from assistant.rehearsal.papers import Papers
from assistant.rehearsal.told import Held
from core.settings import ROOT, Settings
from evaluation.rehearsal import OURS
from evaluation.rehearsal_judge_data import FILES, SLIPS, UNKNOWN, Example, examples
from ingest.run import update
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.search import Search

STRENGTH, FOLDS, DIGITS = 0.3, 8, 4
MADE = 0.5
"""What an answer made wrong by program counts beside one that was typed."""
LIKELY_PAIR = -2.5
"""Odds from which the likeliest pair of a slip is taken to be the one meant."""
CHANCES = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Line:
    """A regression on features as they are."""

    weights: Any
    bias: float

    def odds(self, features: Any) -> Any:  # noqa: ANN401 - numpy arrays
        """Natural log odds of each row."""
        return np.clip(features @ self.weights + self.bias, NO_PAIR, -NO_PAIR)

    def written(self, names: Sequence[str]) -> dict[str, object]:
        """As the judge reads it."""
        weights = (round(float(each), DIGITS) for each in self.weights)
        return {
            "weights": dict(zip(map(str, names), weights, strict=True)),
            "bias": round(self.bias, DIGITS),
        }


def main() -> int:
    """Fits, prints and writes the weights."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(index=Path(folder) / "index", organisation=OURS)
        embedder = chosen_embedder(settings)
        update(ROOT / "corpus", settings.index, settings, embedder=embedder)
        index = IndexReader(settings.index)
        index.refresh()
        papers = Papers(settings, Search(index, embedder))
        found = examples(papers, {each.id: each for each in bank.prompts()})
        index.close()
    folds = np.array([zlib.crc32(each.answer.encode()) % FOLDS for each in found])
    chances = np.zeros(len(found))
    for fold in range(FOLDS):
        kept = [each for each, of in zip(found, folds, strict=True) if of != fold]
        left = [each for each, of in zip(found, folds, strict=True) if of == fold]
        pair, item = _fitted(kept)
        read = np.array([_item(pair, each) for each in left])
        chances[folds == fold] = 1 / (1 + np.exp(-item.odds(read)))
    print("\n".join(_lines(found, chances)))
    pair, item = _fitted(found)
    weights = {"pair": pair.written(PAIR), "item": item.written(ITEM)}
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


def _fitted(found: Sequence[Example]) -> tuple[Line, Line]:
    whole = [each for each in found if each.part != SLIPS and each.pairs]
    features = [each.features for each in whole]
    labels = [np.array(each.labels) for each in whole]
    pair = _line(np.concatenate(features), np.concatenate(labels))
    for each in found:
        if each.part == SLIPS and each.pairs and not each.made:
            more, marks = _of_slip(each, pair)
            features.append(more)
            labels.append(marks)
    pair = _line(np.concatenate(features), np.concatenate(labels))
    read = np.array([_item(pair, each) for each in found])
    planted = np.array([int(each.planted) for each in found])
    weight = np.array([MADE if each.made else 1.0 for each in found])
    return pair, _line(read, planted, weight)


def _of_slip(each: Example, pair: Line) -> tuple[Any, Any]:
    """A slip's likeliest pair; of a thing that is none, that nothing other is of it."""
    other = np.array([one.held is Held.OTHER for one in each.pairs])
    if not each.planted:
        return each.features[other], np.zeros(int(other.sum()), dtype=int)
    odds = np.where(other, pair.odds(each.features), NO_PAIR)
    if odds.max() <= LIKELY_PAIR:
        return each.features[:0], np.zeros(0, dtype=int)
    return each.features, (odds >= odds.max()).astype(int)


def _item(pair: Line, each: Example) -> Any:  # noqa: ANN401 - a numpy array
    others = pair.odds(each.features_of_others)
    elsewhere = float(others.max()) if len(others) else NO_PAIR
    odds = list(pair.odds(each.features))
    return each.beside.item(each.told, each.pairs, odds, elsewhere, first=each.first)


def _line(features: Any, told: Any, weight: Any = None) -> Line:  # noqa: ANN401 - numpy arrays
    known = told != UNKNOWN
    scale = StandardScaler().fit(features[known])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(scale.transform(features[known]), told[known], sample_weight=weight)
    weights = model.coef_[0] / scale.scale_
    return Line(weights, float(model.intercept_[0] - weights @ scale.mean_))


def _lines(found: Sequence[Example], chances: Any) -> list[str]:  # noqa: ANN401 - a numpy array
    planted = np.array([each.planted for each in found])
    made = np.array([each.made for each in found])
    lines = []
    for part in FILES.values():
        here = np.array([each.part == part for each in found]) & ~made
        ours, rest = here & planted, here & ~planted
        told = ", ".join(
            f"{chance}: {(chances[ours] >= chance).sum()} and {(chances[rest] >= chance).sum()}"
            for chance in CHANCES
        )
        lines.append(f"{part}, of {ours.sum()} planted and {rest.sum()} others, left out: {told}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
