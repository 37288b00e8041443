"""Does a made engine say what the reference says? Fixed texts of ours, short, long and odd.

In 8 bits each may say a little else, within bounds, and must be quicker for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.errors import EngineNotMade
from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import Reading, pairs
from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.onnx_engine import OnnxAnswerReader, OnnxEmbedder
from vectorstore.onnx_files import Agreement, InBytes
from vectorstore.onnx_texts import CHECKED_ON, CHECKED_WITH

MEAN, WORST, ALONE = 0.95, 0.90, 0.999
"""Least cosines: with the reference, and of a text alone with the same among others."""
LOG_ODDS = 0.05
"""Greatest difference of the answer model's log odds, which span about 20."""
IN_BYTES_MEAN, IN_BYTES_WORST, IN_BYTES_ALONE = 0.1, 0.4, 0.001
"""Of the answer model in 8 bits: its differences in the mean and at most, and of a pair alone from
the same among others."""
IN_BYTES_TIME = 0.9
"""Of fp32's time: what is hardly quicker is not worth what it gives up."""
TURNS = 5

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


def agreement(reference: SentenceTransformerEmbedder, embedder: Path, answers: Path) -> Agreement:
    """How two graphs compare with the reference. Raises EngineNotMade when they do not agree."""
    made = OnnxEmbedder(embedder, answers)
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


def embedder_in_bytes(
    reference: SentenceTransformerEmbedder, in_bytes: Path, fp32: Path
) -> InBytes:
    """How the embedder's graph in 8 bits compares with the reference, and in time with fp32.

    Raises EngineNotMade when it is too far off or hardly quicker.
    """
    ours, plain = OnnxEmbedder(in_bytes, in_bytes), OnnxEmbedder(fp32, fp32)
    lines = [f"{each.context}\n{each.sentence}" for each in CHECKED_WITH]
    texts = [*TEXTS, *CHECKED_ON, *lines]
    vectors = ours.embed(texts)
    cosines = (reference.embed(texts) * vectors).sum(axis=1)
    alone = np.array([ours.embed([text])[0] @ vectors[at] for at, text in enumerate(texts)])
    times = _milliseconds(lambda: ours.embed(texts), lambda: plain.embed(texts))
    found = InBytes(float(cosines.mean()), float(cosines.min()), float(alone.min()), *times)
    near = found.mean >= MEAN and found.worst >= WORST and found.alone >= ALONE
    return _quicker(found, near)


def answers_in_bytes(reference: SentenceTransformerEmbedder, in_bytes: Path, fp32: Path) -> InBytes:
    """How the answer model's graph in 8 bits compares with the reference, and in time with fp32.

    Raises EngineNotMade when it is too far off or hardly quicker.
    """
    theirs, ours = reference.answer_reader(WEIGHTS), OnnxAnswerReader(in_bytes)
    asked = [pair for each in CHECKED_ON for pair in pairs(ours.tokens, each, CHECKED_WITH)]
    odds = ours.log_odds(asked)
    off = np.abs(odds - theirs.log_odds(asked))
    alone = np.abs(odds - np.concatenate([ours.log_odds([pair]) for pair in asked]))
    plain = OnnxAnswerReader(fp32)
    times = _milliseconds(lambda: ours.log_odds(asked), lambda: plain.log_odds(asked))
    found = InBytes(float(off.mean()), float(off.max()), float(alone.max()), *times)
    near = found.mean <= IN_BYTES_MEAN and found.worst <= IN_BYTES_WORST
    return _quicker(found, near and found.alone <= IN_BYTES_ALONE)


def _quicker(found: InBytes, near: bool) -> InBytes:
    if not near:
        raise EngineNotMade(f"it does not agree with the reference: {found}")
    if not found.milliseconds <= IN_BYTES_TIME * found.milliseconds_fp32:
        raise EngineNotMade(f"it is hardly quicker on this machine: {found}")
    return found


def _milliseconds(*works: Callable[[], object]) -> list[float]:
    """The least processor time of each, taken in turns: what else runs hardly changes it."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for times, work in zip(found, works, strict=True):
            before = time.process_time()
            work()
            times.append(round(1000 * (time.process_time() - before), 1))
    return [min(times) for times in found]
