"""How surely a statement of the papers bears on a prompt."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.rehearsal.groups import clash, groups_in
from assistant.rehearsal.likeness import Likeness, keys_of, words_of
from assistant.rehearsal.statements import Statement
from vectorstore.embed import Vectors

# Rounded from a logistic regression on the tune part of evaluation/rehearsal/relevance.jsonl.
COSINE, ODDS, SAID, OF_ITS_OWN, CLASH, OTHER_GROUP = 1.0, 0.35, 1.8, 1.2, -1.5, -1.5
MOST_ODDS = 4.0
BEARS = 0.95
"""From here a point that an answer leaves out is shown: of the pairs of tune nine in ten are
about the prompt."""


def bearing(
    prompt: str, vector: Vectors, odds: Sequence[float], said: Sequence[Statement], like: Likeness
) -> list[float]:
    """A number for each statement; only its order and BEARS mean something."""
    asked, asked_keys, groups = words_of(prompt), keys_of(prompt), groups_in(prompt)
    found: list[float] = []
    for each, odd in zip(said, odds, strict=True):
        about = f"{each.heading} {each.subject}"
        found.append(
            COSINE * float(each.vector @ vector)
            + ODDS * max(-MOST_ODDS, min(MOST_ODDS, float(odd)))
            + SAID * like.share(asked, keys_of(about))
            + OF_ITS_OWN * like.share(each.words, asked_keys)
            + CLASH * clash(prompt, about)
            + OTHER_GROUP * bool(groups and not groups & groups_in(about))
        )
    return found
