"""'What is Better Together?': the line that says what it is comes before one that tells of it."""

from __future__ import annotations

import re

from assistant.evidence import Candidate
from assistant.nearby import quoted_answer
from assistant.quoter import Quoter
from assistant.refusal import READS_AS_ANSWER
from assistant.state import State
from assistant.wanted import Wanted
from core.answers import Answer
from core.documents import PassageKind
from language.organisations import without_mentions
from language.words import content_terms, fold

MOST_WORDS = 5
"""Words of a thing's name: a longer 'what is ...' asks for a fact about it."""
_ASKED = re.compile(
    r"^(?:what|whats|what's|wots|define|explain)"
    r"(?: (?:is|are|was|does|exactly|actually|meant by))* "
    r"(?:an? |the |our )?(?P<thing>[\w'& -]+?)(?: (?:means?|exactly|actually|again|please|pls))?$"
)
_DEFINED = re.compile(
    r"^(?:an? |the |our )?(?P<head>(?:[\w&'()/-]+ ){1,7}?)(?:is|are|means|refers to) "
    r"(?:an? |the |our |one of |when |where |how |what )"
)
_BRACKETS = re.compile(r"\([^)]*\)")


def answer_definition(state: State) -> Answer | None:
    """The line that begins 'X is the ...' for 'what is X?', and what else is told of X; None where
    no line says it so, or where it is the best already.
    """
    question = state.asked
    if question.wanted is not Wanted.DEFINITION or question.carried or not state.candidates:
        return None
    asked = _ASKED.match(fold(question.text).rstrip("? ."))
    subject = frozenset(content_terms(without_mentions(asked["thing"]))) if asked else frozenset()
    if not 0 < len(subject) <= MOST_WORDS:
        return None
    defining = [each for each in state.candidates if _defines(each, subject)]
    best = state.candidates[0]
    if not defining or best in defining:
        return None
    quoter = Quoter()
    quoter.quote(defining[0])
    same = subject <= frozenset(content_terms(best.text))
    if same and best.features.reads >= READS_AS_ANSWER and not best.passage.cells:
        quoter.quote(best)
    return quoted_answer(state, quoter)


def _defines(each: Candidate, subject: frozenset[str]) -> bool:
    """'The set-up meeting (held online) is a ...': all of the subject, nothing else, then what."""
    if each.passage.kind in (PassageKind.ROW, PassageKind.HEADING) or each.features.about < 1:
        return False
    found = _DEFINED.match(fold(_BRACKETS.sub("", each.text)))
    if found is None:
        return False
    head = frozenset(content_terms(without_mentions(found["head"])))
    return head == subject
