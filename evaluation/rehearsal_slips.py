"""Short typed answers with a slip or none: are the slips pointed out, and nothing else?"""

from __future__ import annotations

import json
from collections.abc import Mapping

from assistant.rehearsal.coach import Coach
from core.rehearsal import Prompt
from evaluation.rehearsal_scoring import FOLDER


def slip_lines(coach: Coach, prompts: Mapping[str, Prompt]) -> list[str]:
    """The lines of the report: all of slips.jsonl is for learning from."""
    rows = (FOLDER / "slips.jsonl").read_text(encoding="utf-8").splitlines()
    slips = caught = alarms = 0
    for row in map(json.loads, rows):
        said = [d.said for d in coach.feedback(prompts[row["prompt"]], row["answer"]).differences]
        slips += len(row["differs"])
        caught += sum(any(_same(slip, each) for each in said) for slip in row["differs"])
        alarms += sum(not any(_same(slip, each) for slip in row["differs"]) for each in said)
    return [
        f"  slips in {len(rows)} short answers, learned from: {caught} of {slips} pointed out, "
        f"{alarms} called different that are none"
    ]


def _same(slip: str, said: str) -> bool:
    return slip in said or said in slip
