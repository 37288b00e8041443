"""Fits what a rehearsal learns from examples: `python -m evaluation.rehearsal_fit`.

Which clauses tell an effect on a child, and which the child's voice: a logistic regression on the
vectors of evaluation/rehearsal/clauses.tsv. Prints how it does on clauses left out, in ten parts,
and writes assistant/data/heard_weights.json.
"""

from __future__ import annotations

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from assistant.rehearsal.heard import SURE, WEIGHTS
from core.rehearsal import Signal
from core.settings import Settings
from evaluation.rehearsal_scoring import FOLDER
from vectorstore.engines import chosen_embedder

KINDS = {Signal.IMPACT: "effect", Signal.VOICE: "voice"}
STRENGTH, PARTS = 3.0, 10
DIGITS = 4


def main() -> int:
    """Fits, prints and writes the weights."""
    lines = (FOLDER / "clauses.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t", 1) for line in lines if line.strip()]
    vectors = np.asarray(chosen_embedder(Settings()).embed([text for _, text in rows]))
    written: dict[str, object] = {}
    for signal, kind in KINDS.items():
        told = np.array([each == kind for each, _ in rows])
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000)
        left_out = cross_val_predict(model, vectors, told, cv=PARTS, method="predict_proba")[:, 1]
        sure, half = left_out >= SURE, np.mean((left_out >= 0.5) == told)
        print(
            f"{signal.value}: {told.sum()} of {len(told)} clauses; left out, {sure.sum()} heard, "
            f"{(sure & told).sum()} rightly; right at a half {half:.0%}"
        )
        model.fit(vectors, told)
        weights = [round(float(each), DIGITS) for each in model.coef_[0]]
        written[signal.value] = {"weights": weights, "bias": round(float(model.intercept_[0]), 4)}
    WEIGHTS.write_text(json.dumps(written) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
