"""What the judge of a rehearsal learns from: what the open answers tell, beside the papers.

The answers are those of the open parts, slips.jsonl and claims.jsonl, and the same with one true
figure made wrong by program.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from assistant.rehearsal.claims import claims_of
from assistant.rehearsal.judge import PAIR, Beside, Pair
from assistant.rehearsal.papers import Papers
from assistant.rehearsal.told import Held, Sort, Told, told_in
from core.rehearsal import Prompt
from evaluation.rehearsal_scoring import FOLDER, same_place

FILES = {
    "answers.jsonl": "tune",
    "answers_fresh.jsonl": "fresh",
    "answers_voices.jsonl": "voices",
    "slips.jsonl": "slips",
    "claims.jsonl": "claims",
}
SLIPS = "slips"
SHIFTS = (4, 6, 8, 9, 10, 12, 15, 20)
LEAST_SHARE, MOST_SHARE, LEAST_COUNT, MANY = 20, 99, 12, 100
AS_SAID = 1.2
"""Cosine and share together from which a slip's true figure is a statement's."""
_FIGURE = re.compile(r"(\d+)(\.\d+)?(%?)$")
_ROWS = np.zeros((0, len(PAIR)), dtype=np.float32)
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Example:
    """A thing told, its pairs, and whether the papers give it otherwise."""

    answer: str
    part: str
    planted: bool
    made: bool
    """Made wrong by program."""
    told: Told
    first: bool
    beside: Beside
    pairs: tuple[Pair, ...]
    others: tuple[Pair, ...]
    labels: tuple[int, ...]
    """Of each pair, whether both are of one thing; -1 where that is not known."""

    @property
    def features(self) -> Any:  # noqa: ANN401 - a numpy array
        """[pairs, PAIR] what the first regression reads."""
        return _stacked(self.pairs)

    @property
    def features_of_others(self) -> Any:  # noqa: ANN401 - a numpy array
        """The same, of others' statements."""
        return _stacked(self.others)


def examples(papers: Papers, prompts: Mapping[str, Prompt]) -> list[Example]:
    """Every example, in the order of the files."""
    chance = random.Random(7)  # noqa: S311 - figures made wrong, no secret
    found: list[Example] = []
    for row, part in _rows():
        here = list(_of(papers, prompts, row, part))
        found += here
        for each in here:
            wrong = _wrong_answer(row, each, chance)
            if wrong is not None:
                made = wrong["differs"][-1]["said"]
                found += [
                    replace(other, made=True)
                    for other in _of(papers, prompts, wrong, part)
                    if made in wrong["answer"][other.told.start : other.told.end]
                ]
    return found


def _rows() -> Iterator[tuple[dict[str, Any], str]]:
    for name, part in FILES.items():
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if part == SLIPS:
                row |= {"part": part, "covered": []}
                row["differs"] = [{"said": each} for each in row["differs"]]
            if row["part"] == part and not row.get("guard"):
                yield row, part


def _of(
    papers: Papers, prompts: Mapping[str, Prompt], row: dict[str, Any], part: str
) -> Iterator[Example]:
    prompt, answer = prompts[row["prompt"]], row["answer"]
    claims = claims_of(answer)
    vectors = papers.vectors([each.text for each in claims])
    known = papers.for_claims(prompt.text, claims, vectors)
    beside = Beside(prompt, papers.vectors([prompt.text])[0], known, papers.likeness)
    spans = [(answer.find(each["said"]), each) for each in row["differs"]]
    for n, told in enumerate(told_in(claims)):
        slip = next(
            (e for at, e in spans if at < told.end and told.start < at + len(e["said"])), None
        )
        ours, others = beside.pairs(told, vectors[told.place])
        labels = tuple(_label(pair, slip, row["covered"]) for pair in ours)
        yield Example(
            row["id"], part, slip is not None, False, told, not n, beside,
            tuple(ours), tuple(others), labels,
        )  # fmt: skip


def _label(pair: Pair, slip: Mapping[str, Any] | None, covered: Sequence[Mapping[str, Any]]) -> int:
    if slip is not None and "file" not in slip:
        return UNKNOWN
    wanted, points = (Held.SAME, covered) if slip is None else (Held.OTHER, [slip])
    places = [place for each in points for place in (each, *each.get("also", ()))]
    citation = pair.statement.citation(1)
    return int(
        pair.held is wanted and any(same_place(e["file"], e["quote"], citation) for e in places)
    )


def _wrong_answer(
    row: dict[str, Any], each: Example, chance: random.Random
) -> dict[str, Any] | None:
    """The answer with a figure made wrong that is plainly of the papers; None for any other."""
    said = row["answer"][each.told.start : each.told.end]
    if each.planted or each.told.sort not in (Sort.SHARE, Sort.COUNT):
        return None
    if row["answer"].count(said) != 1:
        return None
    place: dict[str, Any] | None
    if each.part == SLIPS:
        same = (e for e in each.pairs if e.held is Held.SAME)
        near = any(e.features[0] + e.features[PAIR.index("said")] > AS_SAID for e in same)
        place = {} if near else None
    else:
        place = next(
            (p for p in row["covered"] if any(said.strip("%") in e["quote"]
             for e in (p, *p.get("also", ())))), None,
        )  # fmt: skip
        place = place if 1 in each.labels else None
    wrong = _wrong(said, chance) if place is not None else None
    if place is None or wrong is None:
        return None
    answer = row["answer"][: each.told.start] + wrong + row["answer"][each.told.end :]
    return row | {"answer": answer, "differs": [*row["differs"], {**place, "said": wrong}]}


def _wrong(said: str, chance: random.Random) -> str | None:
    match = _FIGURE.match(said.replace(" ", ""))
    if match is None:
        return None
    value = float(match[1] + (match[2] or ""))
    if match[2] or match[3]:
        near = [value + way * each for each in SHIFTS for way in (-1, 1)]
        fit = [each for each in near if LEAST_SHARE < each < MOST_SHARE]
        return f"{chance.choice(fit):.{1 if match[2] else 0}f}{match[3]}" if fit else None
    if value < LEAST_COUNT:
        return None
    far = (value + MANY, value - MANY // 2) if value > MANY else (value + 10, value * 2)
    return f"{chance.choice([*far, value + 20]):.0f}"


def _stacked(pairs: Sequence[Pair]) -> Any:  # noqa: ANN401 - a numpy array
    return np.array([each.features for each in pairs], dtype=np.float32) if pairs else _ROWS
