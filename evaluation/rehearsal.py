"""How well a rehearsal's feedback does: `python -m evaluation.rehearsal [--part tune] [--misses]`.

What an answer covers, every planted difference, no true figure called wrong, what must not be
said, the probe; points left out that bear on the prompt; seconds. `--misses` lists those of the
open parts and of no other. The sets are in evaluation/rehearsal.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assistant.answering import Assistant
from assistant.rehearsal import bank
from core.settings import ROOT, Settings
from evaluation.rehearsal_relevance import relevance_lines
from evaluation.rehearsal_scoring import Outcome, load, outcome
from evaluation.rehearsal_slips import slip_lines
from ingest.run import update
from vectorstore.engines import chosen_embedder

OURS = "Tower Hamlets"
PARTS = ("tune", "fresh", "voices", "check", "fresh-check")
OPEN = ("tune", "fresh", "voices")
"""Parts that may be looked at."""
SHOWN = 160
"""Letters of an answer that a miss is listed with."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.rehearsal", description=__doc__)
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    parser.add_argument("--misses", action="store_true", help="list the misses of the open parts")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(index=Path(folder) / "index", organisation=OURS)
        embedder = chosen_embedder(settings)
        update(ROOT / "corpus", settings.index, settings, embedder=embedder)
        assistant = Assistant.open(settings, embedder)
        assistant.warm()
        coach = assistant.coach()
        prompts = {each.id: each for each in bank.prompts()}
        for part in PARTS if options.part is None else (options.part,):
            found = [outcome(coach, prompts, each) for each in load(part)]
            print(f"\n{part}: {len(found)} answers")
            print("\n".join(_lines(found)))
            if part in ("tune", "check"):
                print("\n".join(relevance_lines(coach, prompts, part)))
            if part == "tune":
                print("\n".join(slip_lines(coach, prompts)))
            if options.misses and part in OPEN:
                print("\n".join(_misses(found)))
        assistant.close()
    return 0


def _lines(found: Sequence[Outcome]) -> list[str]:
    def share(hits: int, of: int) -> str:
        return f"{hits} of {of} ({100 * hits / (of or 1):.1f}%)"

    taken = [each.seconds for each in found]
    p95 = statistics.quantiles(taken, n=20)[-1]
    wanted = sum(len(each.expected.covered) for each in found)
    planted = sum(len(each.expected.differs) for each in found)
    alarms = sum(len(each.false_alarms) for each in found)
    return [
        f"  right in all: {share(sum(e.right for e in found), len(found))}  bar 90%",
        f"  points covered, found: {share(wanted - sum(len(e.not_found) for e in found), wanted)}, "
        f"of these as 'covered' {sum(e.as_covered for e in found)}",
        f"  planted differences caught: "
        f"{share(planted - sum(len(e.not_caught) for e in found), planted)}  bar: every one",
        f"  of these pointed out, whatever was cited: {sum(e.pointed_out for e in found)}",
        f"  called different and not planted: {alarms}, of these listed as true "
        f"{sum(len(e.true_called_wrong) for e in found)}  bar: none",
        f"  covered points shown where none is listed: {sum(e.unlisted for e in found)} "
        f"in {sum(not e.expected.covered for e in found)} answers",
        f"  must-not words: {sum(bool(e.must_not) for e in found)}, "
        f"grades or more than three suggestions: {sum(e.overdone for e in found)}",
        f"  probe right: {share(sum(e.probe_right for e in found), len(found))}",
        f"  stopped as they must be: {sum(e.guard_right for e in found)} of {len(found)}",
        f"  seconds: p50 {statistics.median(taken):.3f}, p95 {p95:.3f}  bar p95 under 1",
    ]


def _misses(found: Sequence[Outcome]) -> list[str]:
    lines: list[str] = []
    for each in found:
        if each.right:
            continue
        lines.append(
            f"  - {each.expected.id} {each.expected.prompt}: {each.expected.answer[:SHOWN]}"
        )
        lines += [f"      not found: {said}" for said in each.not_found]
        lines += [f"      not caught: {said}" for said in each.not_caught]
        lines += [f"      false alarm: {said}" for said in each.false_alarms]
        if each.must_not:
            lines.append(f"      must not: {each.must_not}")
        if not each.probe_right:
            lines.append(f"      probe: wanted {each.expected.probe!r}, got {each.probe!r}")
        if not each.guard_right:
            lines.append(f"      guard: wanted {each.expected.guard}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
