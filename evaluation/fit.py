"""Fits the weights of evidence on the tune questions and prints them: `python -m evaluation.fit`.

Ranking: logistic regression on the differences between a sentence that bears out the answer and
one that does not, of one question. Threshold: logistic regression of 'can be answered' on the best
sentence. Both are checked by leaving questions out, in five parts.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import astuple, fields, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant import steps
from assistant.evidence import Candidate, in_order
from assistant.refusal import gather
from assistant.state import State
from assistant.weights import Answerability, Features
from core.settings import Settings
from evaluation.corpora import prepare
from evaluation.question_sets import Asked, Part, load
from evaluation.scoring import folded
from ingest.run import update
from vectorstore.embed import Embedder, SentenceTransformerEmbedder
from vectorstore.index import IndexReader
from vectorstore.search import Search

SETS = ("seeds", "reports", "shipped")
NEGATIVES = 25
FOLDS = 5
_STEPS = (steps.understand_question, steps.search_passages, steps.weigh_evidence)


def states(embedder: Embedder, work: Path) -> list[tuple[Asked, State]]:
    """Every tune question with its sentences weighed; sets without their papers are left out."""
    found: list[tuple[Asked, State]] = []
    for name in SETS:
        corpus = prepare(name, work)
        if corpus is None:
            continue
        index = work / f"index-{name}"
        update(corpus, index, Settings(), embedder=embedder)
        search = Search(IndexReader(index), embedder)
        for asked in load(name):
            if asked.part is not Part.TUNE or asked.kind == "personal_data":
                continue
            state = State(list(asked.turns), asked.organisation, Settings(), search)
            for step in _STEPS:
                step(state)
            found.append((asked, state))
    return found


def bears_out(asked: Asked, candidate: Candidate) -> bool:
    """True when the sentence is of the words that the question's author says answer it."""
    sentence = folded(candidate.text)
    for evidence in asked.evidence:
        if evidence.document not in candidate.document.file:
            continue
        words = folded(evidence.words)
        if words in sentence or (len(sentence) > 15 and sentence in words):
            return True
    return False


def fit_ranking(found: list[tuple[Asked, State]], *, read: bool) -> tuple[np.ndarray, float]:
    """The weights, and the share of questions whose best sentence is right when left out.

    `read`: of the sentences that the answer model has read, with what it says of them.
    """
    groups: list[tuple[np.ndarray, np.ndarray]] = []
    for asked, state in found:
        among = [c for c in state.candidates if not read or c.features.reads]
        good = [_row(c, read) for c in among if bears_out(asked, c)]
        bad = [_row(c, read) for c in among if not bears_out(asked, c)]
        if good and bad:
            groups.append((np.array(good), np.array(bad[:NEGATIVES])))
    print(f"{len(groups)} questions with a right sentence among those found")
    hits = 0
    for fold in range(FOLDS):
        weights = _ranking_weights([g for n, g in enumerate(groups) if n % FOLDS != fold])
        for number, (right, wrong) in enumerate(groups):
            if number % FOLDS == fold:
                hits += (right @ weights).max() > (wrong @ weights).max()
    return _ranking_weights(groups), hits / len(groups)


def _row(candidate: Candidate, read: bool) -> tuple[float, ...]:
    features = candidate.features
    return astuple(features if read else replace(features, reads=0.0, sure=0.0))


def reordered(found: list[tuple[Asked, State]], weights: np.ndarray) -> None:
    """Puts the sentences read in the order of the weights just fitted."""
    for _, state in found:
        read = [
            replace(each, evidence=float(np.array(astuple(each.features)) @ weights))
            for each in state.candidates
            if each.features.reads
        ]
        rest = [each for each in state.candidates if not each.features.reads]
        state.candidates = [*in_order(state.asked, read), *rest]


def _ranking_weights(groups: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    differences, importance = [], []
    for right, wrong in groups:
        for row in right:
            differences.append(row - wrong)
            importance.append(np.full(len(wrong), 1 / (len(right) * len(wrong))))
    x, w = np.vstack(differences), np.concatenate(importance)
    model = LogisticRegression(C=0.5 * len(groups) / 100, fit_intercept=False, max_iter=2000)
    model.fit(np.vstack([x, -x]), np.r_[np.ones(len(x)), np.zeros(len(x))], np.r_[w, w] * 20)
    return np.asarray(model.coef_[0])


def fit_answerability(found: list[tuple[Asked, State]]) -> tuple[np.ndarray, float]:
    """Weights and intercept of the chance that the best sentence answers; prints its quality."""
    rows: list[tuple[float, ...]] = []
    labels: list[int] = []
    for asked, state in found:
        if not state.candidates or not (asked.must_refuse or asked.answerable):
            continue
        # A wrong sentence is as well refused as said, so it teaches nothing.
        if not asked.must_refuse and not bears_out(asked, state.candidates[0]):
            continue
        rows.append(astuple(gather(state.asked, state.concepts, state.candidates)))
        labels.append(0 if asked.must_refuse else 1)
    x, y = np.array(rows), np.array(labels)
    chances = np.zeros(len(y))
    for fold in range(FOLDS):
        out = np.arange(len(y)) % FOLDS == fold
        model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=2000)
        model.fit(x[~out], y[~out])
        chances[out] = model.predict_proba(x[out])[:, 1]
    for kept in (0.85, 0.9, 0.95):
        threshold = np.quantile(chances[y == 1], 1 - kept)
        refused = float((chances[y == 0] < threshold).mean())
        print(
            f"keeping {kept:.0%} of {sum(y)}: refuses {refused:.0%} of {sum(1 - y)}"
            f" at {threshold:.2f}"
        )
    model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=2000).fit(x, y)
    return np.asarray(model.coef_[0]), float(model.intercept_[0])


def main() -> int:
    """Prints both sets of weights in the form of assistant/weights.py."""
    embedder = SentenceTransformerEmbedder()
    with tempfile.TemporaryDirectory() as folder:
        report(states(embedder, Path(folder)))
    return 0


def report(found: list[tuple[Asked, State]]) -> None:
    """Fits and prints."""
    for read in (False, True):
        weights, rate = fit_ranking(found, read=read)
        print(f"best sentence right when left out: {rate:.1%}")
        print("READ_EVIDENCE" if read else "EVIDENCE")
        for field, weight in zip(fields(Features), weights, strict=True):
            print(f"        {field.name}={weight:.2f},")
    reordered(found, weights)
    print("ANSWERS")
    weights, intercept = fit_answerability(found)
    for answer_field, weight in zip(fields(Answerability), weights, strict=True):
        print(f"        {answer_field.name}={weight:.2f},")
    print(f"    intercept={intercept:.2f},")


if __name__ == "__main__":
    sys.exit(main())
