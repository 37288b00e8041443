"""How well written answers are checked. `python -m evaluation.written_answers`

Lies caught by kind and honest sentences dropped, for both halves of `tune` and for `check`;
`--misses` prints the lines of half A, and of no other, that went wrong. The sets are in
evaluation/written.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.check import Closeness, Verdict, check
from assistant.writing.material import Material
from assistant.writing.sentences import written_sentences
from core.settings import ROOT, Settings
from vectorstore.engines import chosen_embedder

FOLDER = ROOT / "evaluation" / "written"
OURS = "Tower Hamlets"
"""Whose 'we' it is in every line."""
HONEST = "honest"
PARTS = ("tune A", "tune B", "check")
"""Half A of tune, of odd numbers, is learned from; half B and check tell how that holds."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as a model might write it, with the passages that it was given."""

    id: str
    part: str
    kind: str
    question: str
    passages: dict[int, Material]
    sentence: str


def lines(parts: Sequence[str] = PARTS) -> Iterator[Line]:
    """The honest and the false lines of these parts."""
    for path in sorted((*FOLDER.glob("honest*.jsonl"), *FOLDER.glob("lies*.jsonl"))):
        for text in path.read_text(encoding="utf-8").splitlines():
            each = json.loads(text)
            part = each["part"]
            if part == "tune":
                part += " A" if int(each["id"].rpartition("-")[2]) % 2 else " B"
            if part in parts:
                passages = {n: Material(n, **p) for n, p in enumerate(each["passages"], start=1)}
                kind = each.get("kind", HONEST)
                yield Line(each["id"], part, kind, each["question"], passages, each["sentence"])


def verdict(line: Line, closeness: Closeness) -> Verdict:
    """What the check says of a line: the first fault of its sentences."""
    found = Verdict.sound()
    for each in written_sentences([line.sentence]):
        if each is not None:
            found = check(each, line.question, line.passages, closeness, OURS)
        if not found:
            return found
    return found


def timed(closeness: Closeness, spent: list[float]) -> Closeness:
    """The same closeness; the seconds that it took are added to `spent`."""

    def measured(text: str, others: Sequence[str]) -> Sequence[float]:
        began = time.perf_counter()
        near = closeness(text, others)
        spent.append(time.perf_counter() - began)
        return near

    return measured


def of_the_product(say: Callable[[str], None] = lambda _: None) -> Closeness:
    """Closeness by the engine that the product runs on."""
    engine = chosen_embedder(Settings(), say)

    def closeness(text: str, others: Sequence[str]) -> list[float]:
        vectors = np.asarray(engine.embed([text, *others]), dtype=np.float32)
        return [float(each) for each in vectors[1:] @ vectors[0]]

    return closeness


def main() -> None:
    """Prints the table, or what went wrong on half A."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="what went wrong, of half A only")
    parser.add_argument("--tune", action="store_true", help="leave the lines of check out")
    given = parser.parse_args()
    parts = PARTS[:1] if given.misses else PARTS[:2] if given.tune else PARTS
    closeness = of_the_product()
    closeness("warm", ["up"])
    embedding: list[float] = []
    tally: dict[tuple[str, str], list[bool]] = {}
    began = time.perf_counter()
    for line in lines(parts):
        found = verdict(line, timed(closeness, embedding))
        tally.setdefault((line.kind, line.part), []).append(not found)
        if given.misses and bool(found) != (line.kind == HONEST):
            print(f"{line.id} {line.kind}: {line.sentence}\n    {found.fault.name} {found.words}")
    spent = time.perf_counter() - began - sum(embedding)
    if not given.misses:
        _print(tally, parts)
    count = sum(map(len, tally.values()))
    print(
        f"{spent / count * 1000:.1f} ms a sentence, "
        f"and {sum(embedding) / count * 1000:.1f} ms of embedding"
    )


def _print(tally: dict[tuple[str, str], list[bool]], parts: Sequence[str]) -> None:
    kinds = sorted({kind for kind, _ in tally} - {HONEST})
    print(f"{'caught':20}" + "".join(f"{part:>12}" for part in parts))
    for kind in kinds:
        print(f"{kind:20}" + "".join(_cell(tally.get((kind, part), [])) for part in parts))
    every = {part: [c for k in kinds for c in tally.get((k, part), [])] for part in parts}
    print(f"{'all lies':20}" + "".join(_cell(every[part]) for part in parts))
    print(f"{'honest dropped':20}" + "".join(_cell(tally.get((HONEST, p), [])) for p in parts))


def _cell(found: Sequence[bool]) -> str:
    return f"{f'{sum(found)}/{len(found)}':>12}"


if __name__ == "__main__":
    main()
