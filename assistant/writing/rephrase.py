"""Completes a follow-up with a model, and lets no word in that the conversation has not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from assistant.generate import ChatModel
from assistant.guard import TextProblem, guard
from assistant.writing.prompts import prompt
from language.acronyms import spelled_out
from language.words import fold, terms

LONGEST = 400
"""Characters of a completed question; a longer one is no question."""
_SMALL = """
    what when who where which why how whose is are was were do does did has have had will the a an
    of to in on at for by with from and or not that this it its they their there after before next
    same day week happen happens happened about
"""
"""Words that a question may need and that bring no subject in."""
FEWEST_WORDS = 3
"""Words of a question that can be understood by itself."""


def rephrased(model: ChatModel, turns: Sequence[str]) -> str:
    """The last turn as a question of its own; '' where it is one, or where the model added to it.

    Sends the questions of the conversation, which the guard has let pass, and no answer. Raises
    ModelFailed.
    """
    *earlier, last = turns
    if not earlier:
        return ""
    sent = prompt(
        "rephrase", earlier="\n".join(escape(each) for each in earlier), question=escape(last)
    )
    text = " ".join("".join(model.stream(sent)).split()).strip("\"'‘’“”")
    if not _of_the_conversation(text, turns) or fold(text) == fold(last):
        return ""
    return text


def _of_the_conversation(text: str, turns: Sequence[str]) -> bool:
    """True where every word that says something is one of the turns'."""
    if len(text.split()) < FEWEST_WORDS or len(text) > LONGEST:
        return False
    guarded = guard(text, limit=LONGEST)
    if guarded.findings or guarded.problem is not TextProblem.NONE:
        return False
    said = {term for turn in turns for term in (*terms(turn), *terms(spelled_out(turn)))}
    return all(term in said or _small(term) for term in terms(text))


def _small(term: str) -> bool:
    return term in _small_terms()


@lru_cache(maxsize=1)
def _small_terms() -> frozenset[str]:
    return frozenset(term for word in _SMALL.split() for term in terms(word))
