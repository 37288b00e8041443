"""What of an answer the papers give otherwise: figures, dates, names and directions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.rehearsal.claims import Claim
from assistant.rehearsal.comparisons_said import differing_comparisons
from assistant.rehearsal.difference import Differs
from assistant.rehearsal.directions_said import differing_directions
from assistant.rehearsal.facts_said import Facts
from assistant.rehearsal.figures_said import Figures
from assistant.rehearsal.likeness import Likeness
from assistant.rehearsal.lists_said import differing_items
from assistant.rehearsal.names_said import Names
from assistant.rehearsal.papers import Known
from assistant.rehearsal.rows_said import Rows
from core.rehearsal import Prompt


def differing(
    prompt: Prompt, claims: Sequence[Claim], known: Known, figures: Figures, likeness: Likeness
) -> list[Differs]:
    """The differences in the order of the answer, each word of it in one at most."""
    found = [
        *figures.differing(claims),
        *Rows(prompt, known, likeness).differing(claims),
        *Facts(prompt, known, likeness).differing(claims),
        *Names(prompt.text, known, likeness).differing(claims),
        *differing_items(claims, known, likeness),
        *differing_comparisons(claims, known),
        *differing_directions(prompt.text, prompt.about, claims, known, likeness),
    ]
    return in_order(found)


def in_order(found: Iterable[Differs]) -> list[Differs]:
    """Differences in the order of the answer, each word of it in one at most."""
    kept: list[Differs] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept
