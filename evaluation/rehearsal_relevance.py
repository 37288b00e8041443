"""Whether the points that a rehearsal shows as left out are about the prompt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from assistant.rehearsal.coach import Coach
from core.rehearsal import Prompt, Reach
from evaluation.rehearsal_scoring import FOLDER, same_place

NOTHING = "I would have to look that up."
"""An answer that says nothing of the papers: all that bears on the prompt is left out."""


def pairs(part: str) -> list[dict[str, Any]]:
    """The pairs of a part: a prompt, words of a file, and whether they bear on it."""
    lines = (FOLDER / "relevance.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [each for each in rows if each["part"] == part]


def relevance_lines(coach: Coach, prompts: Mapping[str, Prompt], part: str) -> list[str]:
    """How many of the pairs shown as left out are relevant; how many points are in no pair."""
    by_prompt: dict[str, list[dict[str, Any]]] = {}
    for each in pairs(part):
        by_prompt.setdefault(each["prompt"], []).append(each)
    right, wrong, relevant, shown_in_all, listed = 0, 0, 0, 0, 0
    for prompt, of_prompt in by_prompt.items():
        given = coach.feedback(prompts[prompt], NOTHING)
        left = [e.citation for e in given.points if e.reach is Reach.NOT_MENTIONED]
        shown_in_all += len(left)
        listed += sum(any(same_place(p["file"], p["quote"], e) for p in of_prompt) for e in left)
        for each in of_prompt:
            shown = any(same_place(each["file"], each["quote"], one) for one in left)
            right += shown and each["relevant"]
            wrong += shown and not each["relevant"]
            relevant += each["relevant"]
    pairs_shown = right + wrong
    return [
        f"  pairs shown as left out: {pairs_shown}, relevant {right} "
        f"({100 * right / (pairs_shown or 1):.1f}%)  bar 90%; {relevant} are relevant in all",
        f"  points shown as left out in all: {shown_in_all}, of these in a pair {listed}",
    ]
