"""Whether the evidence is enough to answer, and what to say when it is not."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.concepts import Concept
from assistant.covered import Field, covered
from assistant.evidence import Candidate, needs_kind
from assistant.guarding.person_names import PERSON_NAME
from assistant.question import Question
from assistant.steps_asked.names import names_a_thing
from assistant.tables.counting import count_beside
from assistant.wanted import TIMES, Wanted
from assistant.weights import ANSWERS, Answerability
from core.documents import Document
from language.acronyms import long_form
from language.organisations import canonical
from language.weeks import day_name
from language.words import fold, terms

NEVER_WITHOUT = (Wanted.EXPANSION, Wanted.NAME, Wanted.CONTACT)
"""Kinds that have one form: without it nothing the answer model says makes an answer."""
READS_AS_ANSWER = 0.65
"""What the answer model must make of a sentence that seems to lack the kind of thing asked for."""
LEAST_SAID, SURE_WITHOUT = 0.1, 0.85
"""A sentence that has next to nothing of the question, in itself or above it, gives a time or a
number only where the answer model is sure: 'publish within 30 days' is not how long a talk takes.
"""
BARELY_SAID = 0.15
"""A sentence with less of the question than this answers nothing unless the answer model is sure:
of 13 such answers to tune questions 9 were wrong, most of them of another thing altogether.
"""
ALL_SAID = 0.8
"""A sentence that says so much of a question says all of it but for a small word."""
LEAST_CHANCE = 0.4
"""Below this chance the documents are said not to hold the answer. Tune (665): right 78.0% at 0.35,
78.3 at 0.42, 77.6 at 0.5; refused of what must be 81, 88, 91%, of what must not 7, 11, 14%.
"""


ATTRIBUTES = frozenset(
    [
        "target",
        "targets",
        "aiming",
        "benchmark",
        "average",
        "budget",
        "forecast",
        "venue",
        "notice",
        "address",
        "salary",
    ]
)
"""What a figure or a thing may have beside itself, and what nothing else stands for."""
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
SAID = 0.35
"""Less of a concept than this, in a sentence and what it hangs from, is none of it."""
THE_THING = 0.4
"""From this share of the weight of what is asked about on, a word is what it is all about."""
NAMED = 5
"""How many of the question's concepts a refusal names, the most telling first."""


def enough(
    question: Question, concepts: Sequence[Concept], candidates: Sequence[Candidate]
) -> bool:
    """True when the best candidate bears out an answer."""
    if not candidates or not concepts:
        return False
    features = candidates[0].features
    lacks = needs_kind(question.wanted) and not features.kind
    if lacks and (question.wanted in NEVER_WITHOUT or features.reads < READS_AS_ANSWER):
        return False
    unsaid = features.coverage < LEAST_SAID and features.reads < SURE_WITHOUT
    foreign = not any(each.known for each in concepts)
    if unsaid and (needs_kind(question.wanted) or foreign):
        return False
    if features.coverage < BARELY_SAID and features.reads < SURE_WITHOUT:
        return False
    if _names_a_stranger(question, concepts) or of_another_thing(concepts, candidates[0]):
        return False
    if _counts_it(question, candidates[0]):
        return True
    alone = question.wanted in TIMES and not question.carried
    if alone and _lacks_the_thing(concepts, candidates[0]):
        return False
    score = ANSWERS.score(gather(question, concepts, candidates))
    return 1 / (1 + math.exp(-score)) >= LEAST_CHANCE


def _lacks_the_thing(concepts: Sequence[Concept], best: Candidate) -> bool:
    """The one thing that most of the question is about goes unsaid: when a visit is does not tell
    when its audits go back.
    """
    things = [each for each in concepts if not each.asks]
    if best.features.reads >= READS_AS_ANSWER or best.features.label or not things:
        return False
    thing = max(things, key=lambda each: each.weight)
    share = thing.weight / sum(each.weight for each in things)
    around = Field(frozenset(terms(best.passage.text)), 1.0)
    unsaid = covered(thing, (*best.fields, around)) < SAID
    return unsaid and thing.known and names_a_thing(thing) and share >= THE_THING


def _counts_it(question: Question, best: Candidate) -> bool:
    """The sentence puts a number before the very thing counted and says all else that is asked."""
    says_all = best.features.own >= ALL_SAID and best.features.period == 1.0
    counts = question.wanted is Wanted.COUNT and count_beside(question.text, best.text)
    return bool(counts) and says_all


def of_another_thing(concepts: Sequence[Concept], best: Candidate) -> bool:
    """The best sentence has nothing of a thing that the question names by a known short form, or
    of an attribute: a figure of child protection plans answers nothing about EHCPs or a target.
    """
    named = [
        each
        for each in concepts
        if any(long_form(word) or word in ATTRIBUTES for word in each.name.split())
    ]
    around = Field(frozenset(terms(best.passage.text)), 1.0)
    return any(covered(each, (*best.fields, around)) < SAID for each in named)


def _names_a_stranger(question: Question, concepts: Sequence[Concept]) -> bool:
    """The question names a person, or a thing by a known short form, that no paper has."""
    unknown = {each.name for each in concepts if not each.known}
    names = [fold(name).split() for name in PERSON_NAME.findall(question.text)]
    if any(part in unknown for name in names for part in name):
        return True
    # 'EHCP' where no paper has it, short or long: nothing can be said of it.
    capitals = {fold(each) for each in _CAPITALS.findall(question.text)}
    return any(
        not each.known and (long_form(each.name) or each.name in capitals) for each in concepts
    )


def gather(
    question: Question, concepts: Sequence[Concept], candidates: Sequence[Candidate]
) -> Answerability:
    """What tells whether the best of the candidates answers. There must be one."""
    best = candidates[0]
    others = [each.evidence for each in candidates if each.passage.id != best.passage.id]
    features = best.features
    total = sum(each.weight for each in concepts) or 1.0
    return Answerability(
        coverage=features.coverage,
        own=features.own,
        missing=features.missing,
        unknown=sum(each.weight for each in concepts if not each.known) / total,
        dense=features.dense,
        passage=features.passage,
        kind=features.kind,
        period=features.period,
        about=features.about,
        margin=min(1.0, best.evidence - max(others, default=best.evidence - 1.0)),
        row=features.row,
        heading=features.heading,
        short=features.short,
        slot=features.slot,
        precise=features.precise,
        unit=features.unit,
        label=features.label,
        whole=features.whole,
        reads=features.reads,
        sure=features.sure,
        most=max(each.features.reads for each in candidates),
    )


def looked_for(
    question: Question, concepts: Sequence[Concept], documents: Sequence[Document]
) -> str:
    """Says what was looked for, where, and that nothing answers it."""
    papers = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
    named = question.organisation
    if named and all(canonical(each.about) != named for each in documents):
        return f"None of the {papers} is about {named}, and no passage answers this of it."
    subjects = sorted((e for e in concepts if not e.asks), key=lambda each: -each.weight)
    names = [each.name for each in subjects[:NAMED]]
    days = " or ".join(day_name(day) for day in sorted(question.slot.days))
    weeks = " or ".join(f"week {week}" for week in sorted(question.slot.weeks))
    slot = " of ".join(part for part in (days, weeks) if part)
    looked = ", ".join(part for part in (slot, *names) if part)
    about = f" about {question.organisation}" if question.organisation else ""
    what = f"Looked for {looked}{about}" if looked else f"Looked{about}"
    return f"{what} in {papers}; no passage answers this."
