"""How well the guard finds a child's details: `python -m evaluation.guard [--part check]`."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.guard import guard
from evaluation import guard_rehearsal

TEXTS = Path(__file__).resolve().parent.parent / "tests" / "assistant" / "guard_texts.jsonl"
RECALL = {"structured": 0.95, "name": 0.85}
FALSE_ALARMS = 0.05


@dataclass(frozen=True, slots=True)
class Planted:
    """A text, whether it holds personal data, and of what kind."""

    id: str
    part: str
    personal: bool
    group: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the guard made of a text. `kind_right`: the planted kind was among those found."""

    planted: Planted
    found: bool
    kind_right: bool
    milliseconds: float


def load(path: Path = TEXTS) -> tuple[frozenset[str], tuple[Planted, ...]]:
    """The names that the documents would hold, and the texts."""
    first, *rest = path.read_text(encoding="utf-8").splitlines()
    return frozenset(json.loads(first)["known_names"]), tuple(
        Planted(**json.loads(r)) for r in rest
    )


def run(known: frozenset[str], texts: Sequence[Planted]) -> tuple[Outcome, ...]:
    """The guard over every text."""
    guard("warm up", known)
    outcomes = []
    for planted in texts:
        start = time.perf_counter()
        kinds = guard(planted.text, known).kinds
        spent = (time.perf_counter() - start) * 1000
        outcomes.append(Outcome(planted, bool(kinds), planted.kind in kinds, spent))
    return tuple(outcomes)


def share(outcomes: Sequence[Outcome], group: str) -> tuple[int, int]:
    """How many texts of a group ('clean': all without personal data) were flagged, of how many."""
    chosen = [
        o
        for o in outcomes
        if o.planted.group == group or (group == "clean" and not o.planted.personal)
    ]
    return sum(o.found for o in chosen), len(chosen)


def report(outcomes: Sequence[Outcome], part: str) -> str:
    """The figures of one part, as a few lines of text."""
    mine = [o for o in outcomes if o.planted.part == part]
    lines = [f"{part}:"]
    for group, label, bar in (
        ("structured", "structured data found", f"bar {RECALL['structured']:.0%}"),
        ("name", "names in context found", f"bar {RECALL['name']:.0%}"),
        ("clean", "false alarms", f"bar under {FALSE_ALARMS:.0%}"),
        ("officer", "  of texts naming officers", ""),
    ):
        flagged, total = share(mine, group)
        lines.append(f"  {label:28} {flagged:3}/{total:<3} {flagged / max(total, 1):6.1%}  {bar}")
    planted = [o for o in mine if o.planted.personal and o.found]
    lines.append(
        f"  {'kind named rightly':28} {sum(o.kind_right for o in planted):3}/{len(planted)}"
    )
    times = sorted(o.milliseconds for o in mine)
    p95 = times[int(len(times) * 0.95)]
    lines.append(
        f"  milliseconds: p50 {times[len(times) // 2]:.2f}, p95 {p95:.2f}, max {times[-1]:.2f}"
    )
    return "\n".join(lines)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.guard", description=__doc__)
    parser.add_argument("--part", choices=["tune", "check", "fresh", "last"], help="one part only")
    parser.add_argument(
        "--misses", action="store_true", help="list what went wrong (in a rehearsal: of tune alone)"
    )
    arguments = parser.parse_args()
    wanted = [arguments.part] if arguments.part else ["tune", "check", "fresh", "last"]
    known, texts = load()
    outcomes = run(known, texts)
    for part in wanted:
        print(report(outcomes, part))
        if arguments.misses:
            for o in outcomes:
                if o.planted.part == part and (o.found != o.planted.personal):
                    print(f"    {o.planted.id}: {o.planted.text}")
    said = guard_rehearsal.run(guard_rehearsal.names_of_the_papers(), guard_rehearsal.load())
    for part in [p for p in wanted if p != "last"]:
        print(guard_rehearsal.report(said, part))
        if arguments.misses and part == "tune":
            for s in said:
                if s.part == part and s.wrong:
                    print(f"    {s.id}: {s.text}")


if __name__ == "__main__":
    main()
