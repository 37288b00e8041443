"""Can a passage answer a question? `python -m evaluation.answerability`

Asked of 275 real web questions with a passage each that answers or does not (half of CLAPNQ's dev
set, Rosenthal et al. 2024), by the product's answer model and embedder: what the model says of one,
two and three sentences together and of the whole passage, and the cosines. A logistic regression in
ten parts, each scored by the other nine, threshold included. Questions absent: skipped.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from core.settings import ROOT
from vectorstore.answer_model import AnswerModel, Reading
from vectorstore.embed import Embedder, SentenceTransformerEmbedder

FOLDER = ROOT.parent / "shared" / "answerability"
FOLDS = 10
WINDOWS = (1, 2, 3)
"""Sentences read together."""
KEPT = 0.9
"""The share of answerable questions that must still be answered."""


@dataclass(frozen=True, slots=True)
class WebQuestion:
    """A question with the sentences of one passage."""

    text: str
    title: str
    sentences: tuple[str, ...]
    answered: bool


def load(folder: Path = FOLDER) -> list[WebQuestion]:
    """The questions, those with an answer first; none where the papers are absent."""
    found = []
    for name, answered in (("clapnq_answerable", True), ("clapnq_unanswerable", False)):
        path = folder / f"{name}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for each in map(json.loads, lines):
            passage = each["passages"][0]
            sentences = tuple(passage["sentences"])
            found.append(WebQuestion(each["input"], passage["title"], sentences, answered))
    return found


def signals(asked: list[WebQuestion], embedder: Embedder) -> tuple[np.ndarray, np.ndarray]:
    """A row of signals for each question, and the best sentence's cosine."""
    model = AnswerModel(embedder)
    rows, cosines = [], []
    for each in asked:
        row: list[float] = []
        for width in WINDOWS:
            read = [Reading(each.title, text) for text in _windows(each.sentences, width)]
            scores = np.sort(model.scores(each.text, read))
            row += [scores[-1], scores[-2:].mean(), np.log(np.exp(scores).sum())]
        whole = " ".join(each.sentences)
        row.append(float(model.scores(each.text, [Reading(each.title, whole)])[0]))
        alone = [f"{each.title}. {text}" for text in each.sentences]
        pairs = [f"{each.title}. {text}" for text in _windows(each.sentences, 2)]
        vector, of_whole, of_title, *others = embedder.embed(
            [each.text, whole, each.title, *alone, *pairs]
        )
        near = [float(one @ vector) for one in others]
        best = max(near[: len(alone)])
        row += [float(of_whole @ vector), float(of_title @ vector), max(near[len(alone) :]), best]
        rows.append(row)
        cosines.append(best)
    return np.array(rows), np.array(cosines)


def _windows(sentences: tuple[str, ...], width: int) -> list[str]:
    """Each sentence with the `width` - 1 before it: it may lean on them."""
    ends = range(1, len(sentences) + 1)
    return [" ".join(sentences[max(0, end - width) : end]) for end in ends]


def refused(scores: np.ndarray, answered: np.ndarray) -> float:
    """The share of the rest that is refused where KEPT of the answerable are answered."""
    return float((scores[~answered] < np.quantile(scores[answered], 1 - KEPT)).mean())


def cross_validated(rows: np.ndarray, answered: np.ndarray) -> tuple[float, float, np.ndarray]:
    """The shares kept and refused, each part by a fit and a threshold of the others."""
    scores, kept = np.zeros(len(answered)), np.zeros(len(answered), dtype=bool)
    folds = np.random.default_rng(0).permutation(len(answered)) % FOLDS
    for fold in range(FOLDS):
        out = folds == fold
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=2000))
        inner = np.zeros((~out).sum())
        for part in range(FOLDS):
            held = np.arange(len(inner)) % FOLDS == part
            model.fit(rows[~out][~held], answered[~out][~held])
            inner[held] = model.decision_function(rows[~out][held])
        threshold = np.quantile(inner[answered[~out]], 1 - KEPT)
        model.fit(rows[~out], answered[~out])
        scores[out] = model.decision_function(rows[out])
        kept[out] = scores[out] >= threshold
    return float(kept[answered].mean()), float((~kept[~answered]).mean()), scores


def main() -> int:
    """Prints the figures."""
    asked = load()
    if not asked:
        print("answerability: skipped, the questions (../shared/answerability) are not here")
        return 0
    rows, cosines = signals(asked, SentenceTransformerEmbedder())
    answered = np.array([each.answered for each in asked])
    print(f"{len(asked)} web questions, {int(answered.sum())} answered by their passage")
    alone = refused(cosines, answered)
    print(f"  MiniLM's best sentence alone: at {KEPT:.0%} kept, {alone:.1%} of the rest refused")
    kept, share, scores = cross_validated(rows, answered)
    print(
        f"  model and cosines, cross-validated: threshold of the other parts: {kept:.1%} kept, "
        f"{share:.1%} refused; at {KEPT:.0%} kept {refused(scores, answered):.1%} refused; "
        f"AUC {roc_auc_score(answered, scores):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
