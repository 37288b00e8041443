"""Fits the answer model on invented papers (evaluation/training): `python -m evaluation.train`.

Each question is asked of the lines of its paper, those that answer it and a sample of the rest,
most of it from those nearest in meaning; in most papers short forms are spelled out, as they are
when the product reads. The
lines that answer must together outweigh the others and 'nothing here'; where none answers, 'nothing
here' must. A quarter of an hour an epoch on two cores that multiply in bfloat16 (AMX), four times
that on others. Prints the weights' sha256, which goes into vectorstore/answer_model.py, and how it
does on the papers left out.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from evaluation.training_set import PracticePaper, papers
from language.acronyms import spelled_out
from vectorstore.answer_network import WEIGHTS, batch, new_network, read, tokens_by
from vectorstore.answer_pairs import Pair, Reading, pairs
from vectorstore.embed import Embedder, SentenceTransformerEmbedder

LEFT_OUT = 8
"""Every eighth paper is kept for testing."""
LINES, OTHERS = 8, 3
"""Lines of the paper that a question is asked of in training, and the fewest that do not answer."""
NEAREST, OF_NEAREST = 12, 2 / 3
"""The lines nearest in meaning that do not answer, and their share of the sample."""
SPELLED_OUT = 0.6
"""Share of the papers in which short forms are spelled out."""
QUESTIONS = 16
"""Questions to a step."""
CHUNKS = 3
"""Parts of a step, each of lines of like length."""
RATE = 1.2e-4
ALONE = 1 / 6
"""Weight of judging each line alone beside judging them together."""
REPORT_EVERY = 100


@dataclass(frozen=True, slots=True)
class Job:
    """A question on a paper's lines: those that answer it or come near, then the others."""

    question: str
    answered: bool
    near: tuple[Reading, ...]
    others: tuple[Reading, ...]
    """The nearest in meaning first."""


def jobs_of(found: Sequence[PracticePaper], embedder: Embedder, chance: random.Random) -> list[Job]:
    """Every question of the papers as it is practised."""
    jobs: list[Job] = []
    for paper in found:
        write = spelled_out if chance.random() < SPELLED_OUT else str
        lines = [Reading(context, write(line)) for context, line in paper.lines]
        vectors = embedder.embed([f"{each.context}. {each.sentence}" for each in lines])
        asked = embedder.embed([each.text for each in paper.questions])
        for question, nearness in zip(paper.questions, asked @ vectors.T, strict=True):
            order = [int(at) for at in np.argsort(-nearness) if at not in question.lines]
            near = tuple(lines[at] for at in question.lines[: LINES - 2])
            others = tuple(lines[at] for at in order)
            jobs.append(Job(write(question.text), question.answered, near, others))
    return jobs


def fit(tokenizer: Any, transformer: Any, training: list[Job], epochs: int, seed: int) -> Any:  # noqa: ANN401
    """The network after so many rounds over the questions."""
    import torch  # noqa: PLC0415

    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    network = new_network(transformer)
    _without_dropout(network)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * (len(training) // QUESTIONS + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps + 1, pct_start=0.1)
    jobs, started, done = list(training), time.monotonic(), 0
    for epoch in range(epochs):
        chance.shuffle(jobs)
        total = 0.0
        for start in range(0, len(jobs), QUESTIONS):
            part = jobs[start : start + QUESTIONS]
            loss = _loss(network, tokenizer, part, chance)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(part)
            done += 1
            if done % REPORT_EVERY == 0:
                print(f"{done} of {steps} steps, {time.monotonic() - started:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {total / len(jobs):.3f}", flush=True)
    return network.eval()


def _without_dropout(network: Any) -> None:  # noqa: ANN401
    """It costs a third of the time here, and two rounds are too few to learn papers by heart."""
    for each in network.modules():
        for name in ("p", "dropout_prob", "attention_dropout"):
            if isinstance(getattr(each, name, None), float):
                setattr(each, name, 0.0)


def _loss(network: Any, tokenizer: Any, part: list[Job], chance: random.Random) -> Any:  # noqa: ANN401
    import torch  # noqa: PLC0415
    from torch.nn import functional  # noqa: PLC0415

    found: list[Pair] = []
    spans: list[tuple[int, int, int]] = []
    for job in part:
        others = _sample(job.others, max(OTHERS, LINES - len(job.near)), chance)
        lines = [*job.near, *others]
        spans.append((len(found), len(lines), len(job.near) if job.answered else 0))
        found += pairs(tokens_by(tokenizer), job.question, lines)
    scores = _scores(network, found)
    losses = []
    for start, length, right in spans:
        own = scores[start : start + length]
        truth = torch.zeros(length)
        truth[:right] = 1.0
        every = torch.logsumexp(torch.cat([own, torch.zeros(1)]), 0)
        answer = torch.logsumexp(own[:right], 0) if right else 0.0
        alone = functional.binary_cross_entropy_with_logits(own, truth, reduction="sum")
        losses.append(every - answer + ALONE * alone)
    return sum(losses) / len(losses)


def _sample(others: Sequence[Reading], wanted: int, chance: random.Random) -> list[Reading]:
    nearest = list(others[:NEAREST])
    taken = chance.sample(nearest, min(len(nearest), math.ceil(wanted * OF_NEAREST)))
    rest = [each for each in others if each not in taken]
    return taken + chance.sample(rest, min(len(rest), wanted - len(taken)))


def _scores(network: Any, found: list[Pair]) -> Any:  # noqa: ANN401
    import torch  # noqa: PLC0415

    order = sorted(range(len(found)), key=lambda at: len(found[at].ids))
    size = len(found) // CHUNKS + 1
    with torch.autocast("cpu", torch.bfloat16):
        parts = [
            network(*batch([found[at] for at in order[start : start + size]]))
            for start in range(0, len(order), size)
        ]
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts).float()[back]


def report(network: Any, tokenizer: Any, left_out: list[PracticePaper]) -> str:  # noqa: ANN401
    """How often the best line answers, and how well its score tells answered from not."""
    best, answered, hits = [], [], []
    for paper in left_out:
        lines = [Reading(*each) for each in paper.lines]
        for question in paper.questions:
            scores = read(network, pairs(tokens_by(tokenizer), question.text, lines))
            best.append(float(scores.max()))
            answered.append(question.answered)
            if question.answered:
                hits.append(int(scores.argmax()) in question.lines)
    threshold = np.quantile(np.array(best)[answered], 0.1)
    refused = np.mean(np.array(best)[~np.array(answered)] < threshold)
    return (
        f"papers left out: best line answers {np.mean(hits):.1%}; keeping 90% of the answered "
        f"refuses {refused:.1%} of the rest; AUC {roc_auc_score(answered, best):.3f}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.train", description=__doc__)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    embedder, chance = SentenceTransformerEmbedder(), random.Random(1)  # noqa: S311
    tokenizer, transformer = embedder.transformer()
    found = papers()
    chance.shuffle(found)
    training = [paper for at, paper in enumerate(found) if at % LEFT_OUT]
    jobs = jobs_of(training, embedder, chance)
    # torch's fused attention is three times slower to learn through on a processor.
    transformer.set_attn_implementation("eager")
    print(f"{len(training)} papers, {len(jobs)} questions", flush=True)
    network = fit(tokenizer, transformer, jobs, options.epochs, options.seed)
    print(report(network, tokenizer, found[::LEFT_OUT]))
    print(save(network, options.out))
    return 0


def save(network: Any, path: Path) -> str:  # noqa: ANN401
    """Writes the weights in half precision; returns the file's sha256."""
    from safetensors.torch import save as to_bytes  # noqa: PLC0415

    data = to_bytes({name: each.half() for name, each in network.state_dict().items()})
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
