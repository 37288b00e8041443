"""Fits the answer model on invented papers (evaluation/training): `python -m evaluation.train`.

Each question is asked of the lines of its paper, those that answer it and a sample of the rest. The
lines that answer must together outweigh the others and 'nothing here'; where none answers, 'nothing
here' must. About half an hour an epoch on two cores. Prints the weights' sha256, which goes into
vectorstore/answer_model.py, and how it does on the papers left out.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from evaluation.training_set import PracticePaper, PracticeQuestion, papers
from vectorstore.answer_model import WEIGHTS, Reading, TokenStates, batch, new_network, read
from vectorstore.embed import Embedder, SentenceTransformerEmbedder

LEFT_OUT = 8
"""Every eighth paper is kept for testing."""
LINES = 6
"""Lines of the paper that a question is asked of in training."""
QUESTIONS = 8
"""Questions to a step."""
RATE = 2e-4
ALONE = 1 / 6
"""Weight of judging each line alone beside judging them together."""
AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A paper with its lines and questions after the lower layers."""

    lines: list[TokenStates]
    questions: list[tuple[PracticeQuestion, TokenStates]]


def read_papers(embedder: Embedder, found: list[PracticePaper]) -> list[ReadPaper]:
    """Reads every line and question once."""
    readings = [Reading(above, own) for paper in found for above, own in paper.lines]
    readings += [Reading("", each.text) for paper in found for each in paper.questions]
    order = sorted(range(len(readings)), key=lambda at: len(readings[at].sentence))
    states: dict[int, TokenStates] = {}
    for start in range(0, len(order), AT_ONCE):
        part = order[start : start + AT_ONCE]
        states |= zip(part, read(embedder, [readings[at] for at in part]), strict=True)
    every = iter(states[at] for at in range(len(readings)))
    lines = [[next(every) for _ in paper.lines] for paper in found]
    asked = [[(each, next(every)) for each in paper.questions] for paper in found]
    return [ReadPaper(*both) for both in zip(lines, asked, strict=True)]


def fit(embedder: Embedder, training: list[ReadPaper], epochs: int, seed: int) -> Any:  # noqa: ANN401
    """The network after so many rounds over the papers."""
    import torch  # noqa: PLC0415

    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    network = new_network(embedder.transformer()[1])
    jobs = [(paper, *each) for paper in training for each in paper.questions]
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * (len(jobs) // QUESTIONS + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    for epoch in range(epochs):
        chance.shuffle(jobs)
        network.train()
        total = 0.0
        for start in range(0, len(jobs), QUESTIONS):
            part = jobs[start : start + QUESTIONS]
            losses = [_loss(network, *job, chance) for job in part]
            loss = sum(losses) / len(losses)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss) * len(part)
        print(f"epoch {epoch + 1}: loss {total / len(jobs):.3f}", flush=True)
    return network.eval()


def _loss(
    network: Any,  # noqa: ANN401
    paper: ReadPaper,
    question: PracticeQuestion,
    asked: TokenStates,
    chance: random.Random,
) -> Any:  # noqa: ANN401
    import torch  # noqa: PLC0415
    from torch.nn import functional  # noqa: PLC0415

    others = [at for at in range(len(paper.lines)) if at not in question.lines]
    sample = chance.sample(others, min(len(others), max(0, LINES - len(question.lines))))
    chosen = [*question.lines, *sample]
    scores = network(*batch(asked, [paper.lines[at] for at in chosen]))
    truth = torch.zeros(len(chosen))
    if question.answered:
        truth[: len(question.lines)] = 1.0
    every = torch.logsumexp(torch.cat([scores, torch.zeros(1)]), 0)
    right = torch.logsumexp(scores[: len(question.lines)], 0) if question.answered else 0.0
    alone = functional.binary_cross_entropy_with_logits(scores, truth, reduction="sum")
    return every - right + ALONE * alone


def report(network: Any, left_out: list[ReadPaper]) -> str:  # noqa: ANN401
    """How often the best line answers, and how well its score tells answered from not."""
    import torch  # noqa: PLC0415

    best, answered, hits = [], [], []
    with torch.inference_mode():
        for paper in left_out:
            for question, asked in paper.questions:
                scores = network(*batch(asked, paper.lines)).numpy()
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
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args(arguments)
    embedder = SentenceTransformerEmbedder()
    found = papers()
    random.Random(1).shuffle(found)  # noqa: S311
    every = read_papers(embedder, found)
    training = [paper for at, paper in enumerate(every) if at % LEFT_OUT]
    network = fit(embedder, training, options.epochs, options.seed)
    print(report(network, every[::LEFT_OUT]))
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
