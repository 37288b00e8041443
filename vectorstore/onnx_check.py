"""Does a made engine say what the reference says? Fixed texts of ours, short, long and odd."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.errors import EngineNotMade
from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import Reading, pairs
from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.onnx_engine import OnnxEmbedder
from vectorstore.onnx_files import Agreement

MEAN, WORST, ALONE = 0.95, 0.90, 0.999
"""Least cosines: with the reference, and of a text alone with the same among others."""
LOG_ODDS = 0.05
"""Greatest difference of the answer model's log odds, which span about 20."""

QUESTIONS = (
    "what happens on Wednesday of week one?",
    "who chairs the improvement board",
    "CIN plans reviewed on time % 2024/25?",
)
TEXTS = (
    *QUESTIONS,
    "",
    "EET",
    "The lead inspector telephones the director on Monday morning.",
    "Week one > Tuesday > The lists of Annex A go to the inspectors by the end of the day.",
    "Care leavers in education, employment or training: 61% in March 2025, 57% the year before.",
    "Every child in need has a plan; managers look at it at least every six weeks, and say so on "
    "the record. Where a plan drifts, the head of service is told within five working days.",
    "café – naïve: £1,200 & 3½ “quoted” words · 漢字 🙂",
    "The service sends its self-evaluation. " * 12,
    "A sentence that goes on past the longest text, so that it is cut where the reference cuts. "
    * 30,
)
READINGS = (
    Reading("Improvement board", "Amara Osei chairs the board, which meets every six weeks."),
    Reading("", "The board looks at the plan and at what children said."),
    Reading("Week one", "Wednesday: the inspectors meet the principal social worker."),
    Reading("Performance", "Children in need plans reviewed on time – 2024/25: 88%; 2023/24: 81%"),
    Reading("Week two > Friday", "Feedback. " * 40),
    Reading("", ""),
)


def agreement(embedder: Path, answers: Path) -> Agreement:
    """How two graphs compare with the reference. Raises EngineNotMade when they do not agree."""
    reference, made = SentenceTransformerEmbedder(), OnnxEmbedder(embedder, answers)
    theirs, ours = reference.embed(TEXTS), made.embed(TEXTS)
    alone = np.stack([made.embed([text])[0] for text in TEXTS])
    cosines = (theirs * ours).sum(axis=1)
    their_reader, our_reader = reference.answer_reader(WEIGHTS), made.answer_reader(WEIGHTS)
    worst = 0.0
    for question in QUESTIONS:
        asked = pairs(their_reader.tokens, question, READINGS)
        if asked != pairs(our_reader.tokens, question, READINGS):
            raise EngineNotMade("the tokenizer cuts words otherwise than the reference's")
        odds = their_reader.log_odds(asked)
        one_by_one = np.concatenate([our_reader.log_odds([pair]) for pair in asked])
        for each in (our_reader.log_odds(asked), one_by_one):
            worst = max(worst, float(np.abs(each - odds).max()))
    found = Agreement(
        mean=float(cosines.mean()),
        worst=float(cosines.min()),
        alone=float((ours * alone).sum(axis=1).min()),
        log_odds=worst,
    )
    # Written so that a number which is none (NaN) fails too.
    near = found.mean >= MEAN and found.worst >= WORST and found.alone >= ALONE
    if not (near and found.log_odds <= LOG_ODDS):
        raise EngineNotMade(f"it does not agree with the reference: {found}")
    return found
