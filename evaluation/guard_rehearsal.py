"""How well the guard does on what people say in a rehearsal: its own lines of `evaluation.guard`.

Counted by the planted piece, not by the text: a number is not found because a name beside it was.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.guard import FindingKind, clean, guard
from assistant.guarding.known_names import names_in
from core.settings import ROOT
from evaluation.inspection_steps import read_folder

FOLDER = Path(__file__).resolve().parent / "rehearsal"
FILES = ("guard.jsonl", "guard_fresh.jsonl")
FIRST_WITH_NAMES = {"grd": 190, "gfr": 31}
"""From this line on, lines without personal data name officers, authors, places (the README)."""

_KINDS = {
    "name": FindingKind.CHILD_NAME,
    "date-of-birth": FindingKind.DATE_OF_BIRTH,
    "nhs-number": FindingKind.NHS_NUMBER,
    "phone": FindingKind.PHONE,
    "postcode-address": FindingKind.ADDRESS,
    "case-number": FindingKind.CASE_NUMBER,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One planted detail. `found`: some finding touches it; `whole`: findings cover its words."""

    kind: FindingKind
    found: bool
    whole: bool
    kind_right: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the set and what the guard made of it."""

    id: str
    part: str
    text: str
    pieces: tuple[Piece, ...]
    flagged: bool
    names_others: bool
    """It has no personal data and names officers, authors, places."""
    milliseconds: float

    @property
    def wrong(self) -> bool:
        """A piece was missed, or a text without personal data stopped."""
        return not all(p.found for p in self.pieces) if self.pieces else self.flagged


def names_of_the_papers() -> frozenset[str]:
    """The names in the shipped papers: what the product would know."""
    texts = read_folder(ROOT / "corpus")
    return frozenset().union(*(names_in(each.passages) for each in texts))


def load() -> tuple[dict[str, Any], ...]:
    """The lines of the sets."""
    lines = [line for f in FILES for line in (FOLDER / f).read_text("utf-8").splitlines()]
    return tuple(json.loads(line) for line in lines)


def run(known: frozenset[str], rows: Iterable[dict[str, Any]]) -> tuple[Said, ...]:
    """The guard over every line."""
    guard("warm up", known)
    return tuple(_said(known, row) for row in rows)


def _said(known: frozenset[str], row: dict[str, Any]) -> Said:
    start = time.perf_counter()
    guarded = guard(row["text"], known)
    spent = (time.perf_counter() - start) * 1000
    pieces = []
    for planted in row["data"]:
        words, kind = clean(planted["words"]), _KINDS[planted["kind"]]
        at = guarded.text.index(words)
        over = [f for f in guarded.findings if f.start < at + len(words) and f.end > at]
        covered = {i for f in over for i in range(f.start, f.end)}
        letters = [at + i for i, c in enumerate(words) if c.isalnum()]
        pieces.append(
            Piece(kind, bool(over), covered.issuperset(letters), kind in {f.kind for f in over})
        )
    prefix, number = row["id"].split("-")
    others = not row["data"] and int(number) >= FIRST_WITH_NAMES[prefix]
    flagged = bool(guarded.findings)
    return Said(row["id"], row["part"], row["text"], tuple(pieces), flagged, others, spent)


def recall(said: Sequence[Said], names: bool) -> tuple[int, int]:
    """How many planted names (or pieces told by their form) were found, of how many."""
    pieces = [p for s in said for p in s.pieces if (p.kind is FindingKind.CHILD_NAME) is names]
    return sum(p.found for p in pieces), len(pieces)


def false_alarms(said: Sequence[Said], only_others: bool = False) -> tuple[int, int]:
    """How many texts without personal data were stopped, of how many."""
    chosen = [s for s in said if not s.pieces and (s.names_others or not only_others)]
    return sum(s.flagged for s in chosen), len(chosen)


def report(said: Sequence[Said], part: str) -> str:
    """The figures of one part, as a few lines of text."""
    mine = [s for s in said if s.part == part]
    pieces = [p for s in mine for p in s.pieces]
    found = [p for p in pieces if p.found]
    lines = [f"rehearsal, {part}:"]
    for (count, total), label, bar in (
        (recall(mine, names=False), "structured data found", "bar 95%"),
        (recall(mine, names=True), "names in context found", "bar 85%"),
        (false_alarms(mine), "false alarms", "bar under 5%"),
        (false_alarms(mine, only_others=True), "  of officers, authors, places", ""),
        ((sum(p.whole for p in pieces), len(pieces)), "details found to the last letter", ""),
        ((sum(p.kind_right for p in found), len(found)), "kind named rightly", ""),
    ):
        share = count / max(total, 1)
        lines.append(f"  {label:32} {count:3}/{total:<3} {share:6.1%}  {bar}".rstrip())
    times = sorted(s.milliseconds for s in mine)
    lines.append(f"  milliseconds: p50 {times[len(times) // 2]:.2f}, max {times[-1]:.2f}")
    return "\n".join(lines)
