"""Who, when and where of an inspection's steps are not told by a line that lacks a thing named.

'Who brings the laptops for HMI?' is answered by no line about HMI, however near it reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.concepts import Concept
from assistant.covered import Field, covered
from assistant.evidence import Candidate
from assistant.refusal import SAID
from assistant.state import State
from assistant.steps import refuse
from assistant.steps_asked.names import concepts_named, is_doing, names_a_thing
from assistant.steps_asked.told import is_where, tells_a_place
from assistant.steps_asked.wordings import as_steps_say
from assistant.wanted import TIMES, Wanted
from core.answers import Answer
from language.organisations import without_mentions
from language.places import find_place
from language.words import STOP_WORDS, fold, stem, terms, words

_ASKED = (Wanted.PERSON, Wanted.CLOCK, Wanted.TIME, Wanted.DAY)
_HOW_LONG = re.compile(r"\bhow (?:long|soon|quick\w*|fast|often)\b")
_OF_A_VISIT = re.compile(
    r"\binspectors?\b|\bhmis?\b|\binspection team\b|\bset[- ]?up meeting\b|\bannex[e]? a\b"
    r"|\blists\b|\bfeedback\b|\bfield ?-?work\b|\bon[- ]?site\b|\b(?:the|their|ofsted'?s?) call\b"
    r"|\bopening presentation\b|\bcase (?:files?|tracking)\b|\binspection week\b"
)
"""The question is of what happens in an inspection, and not of what papers say of it all."""
_VERSION = re.compile(r"\b(draft|interim|provisional)\s+([a-z]+)(?:\s+([a-z]+))?")
"""A draft of one thing is not the draft of another, nor the thing itself."""
_BETWEEN = r"\W+(?:\w+\W+){0,2}?"
_OF_OFSTED = re.compile(r"\bofsted\b|\binspection\b")
_KINDS = frozenset(terms("short standard"))
LEAST = 0.2
"""How much of what is named, by weight, must be unsaid."""
NEAR = 0.5
"""From which likeness of meaning on a word of the line says one of the question: 'paperwork' is to
'documents' 0.73, 'bottom' to 'lowest' 0.5; 'taxis' to any word of a visit at most 0.36."""


def refuse_what_no_step_tells(state: State) -> Answer | None:
    """A refusal where the best line has nothing of a thing that the question names, in its words
    or in words of like meaning. None for a question that is not of who, when or where in a visit.
    """
    question = state.asked
    folded = fold(question.text)
    if not state.candidates or question.periods or question.earlier:
        return None
    if question.wanted in TIMES and _of_another_version(folded, state.candidates[0]):
        return refuse(state)
    who = question.wanted is Wanted.PERSON and bool(_OF_OFSTED.search(folded))
    who = who or question.wanted in (Wanted.DAY, Wanted.CLOCK)
    who = who or (question.wanted is Wanted.PERSON and question.slot.named)
    if not (who or _OF_A_VISIT.search(folded)):
        return None
    best = state.candidates[0]
    if is_where(folded):
        return None if tells_a_place(best.text) else refuse(state)
    if _HOW_LONG.search(folded):
        return None
    # In the papers' words: 'the welcome talk' is said where the opening presentation is.
    own = state.spoken[-1] if question.carried else question.text
    read = concepts_named(state, without_mentions(own))
    named = [each for each in read if names_a_thing(each) and not each.name.isdigit()]
    kinds = [each for each in state.concepts if set(terms(each.name)) <= _KINDS]
    in_words = as_steps_say(own)
    told = set(words(in_words if find_place(in_words).named else own))
    left = [e for e in state.concepts if names_a_thing(e) and set(words(e.name)) <= told]
    named = [*named, *kinds] if named else left
    strange = question.slot.days or any(not each.known for each in named)
    if not (question.wanted in _ASKED or (question.wanted is Wanted.YES_NO and strange)):
        return None
    unsaid = [each for each in named if not each.asks and not _said(each, best)]
    share = sum(each.weight for each in unsaid) / (sum(each.weight for each in named) or 1.0)
    if share < LEAST:
        return None
    foreign = [each for each in unsaid if not _meant(state, each, best)]
    return refuse(state) if foreign else None


def _of_another_version(folded: str, best: Candidate) -> bool:
    said = fold(best.text)
    for asked in _VERSION.finditer(folded):
        nouns = [stem(word) for word in asked.groups()[1:] if word and word not in STOP_WORDS]
        found = any(re.search(rf"\b{asked[1]}{_BETWEEN}{re.escape(e)}", said) for e in nouns)
        if nouns and not found:
            return True
    return False


def _said(concept: Concept, best: Candidate) -> bool:
    around = Field(frozenset(terms(best.passage.text)), 1.0)
    return is_doing(concept) or covered(concept, (*best.fields, around)) >= SAID


def _meant(state: State, concept: Concept, best: Candidate) -> bool:
    """Has the line a word, or two together, of like meaning?"""
    others = _words_of(best)
    return bool(others) and max(state.search.closeness(concept.name, others)) >= NEAR


def _words_of(best: Candidate) -> Sequence[str]:
    said = [word for word in words(best.text) if word not in STOP_WORDS]
    return list(dict.fromkeys([*said, *(f"{a} {b}" for a, b in pairwise(said))]))
