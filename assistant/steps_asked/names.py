"""How well a step's words say what a question names: 'the data lists', 'the set-up meeting'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.concepts import ASKING_WEIGHT, Concept, Lexicon, concepts_of
from assistant.covered import Field, coverage
from assistant.state import State
from assistant.steps_asked.week_subjects import widened
from assistant.steps_asked.wordings import as_steps_say
from assistant.timetables.dated_steps import SourcedStep
from language.inspections import without_ilacs
from language.words import content_terms, fold, terms, words
from vectorstore.embed import ordinary_words

SAID = 0.7
"""How much of the words, by their weight, a step must say to be the one that they name."""
SURE = 0.85
"""How much of what is named a step must say to answer for it, or to be what a refusal is about."""
AROUND = 0.6
"""How much a word counts that stands in the step's heading, lead-in or section."""
ASIDE = 0.7
"""And one in a clause that places the step by another: 'held on the day of the call'."""
DOING_WEIGHT = 0.2
"""What a verb that any step may have says of which is meant."""
_ASKS_ONLY = frozenset(
    terms(
        """happen happens happening day days date week weeks time due deadline deadlines next step
        steps thing things stage task event after before between following previous same take
        takes taking place need needs come comes coming go goes going went gone came follow
        follows end start latest
        over finished complete completed back exactly specifically roughly actually still yet
        usually normally supposed expect expected
        sooner soonest earliest latest
        long many much often soon early late working calendar number inspection inspections
        process please remind else part
        job whose responsibility responsible
        soon each every roughly side fieldwork room venue building one ones last lasts
        lasting duration whole full entire total site
        keep until till weekday weekdays"""
    )
)
"""What asks about a step, and names none."""
_PAPERS = frozenset(terms("report reports document documents paper papers"))
_WHO = frozenset(terms("ofsted council inspector inspectors lead team"))
_INSPECTORS = frozenset(terms("ofsted inspector inspectors"))
_COME = tuple(terms("come"))
_EDGES = frozenset(terms("end ends finish finished complete completed over"))
"""These name one where nothing else does: 'when do they finish?'."""
_DOING = frozenset(
    terms(
        """send sent submit submitted hand provide give given supply share shared upload return
        deliver file receive hear heard hold held see attend ready prepare get gets got
        told tell take taken pick choose makes make made select selected chosen join joins happen
        led leads
        done do does owe owed owes due agree agreed agrees fix fixed sort sorted sorting
        invite invited invites sit sits else free available around ask asks speak speaks spoke
        ofsted council inspector inspectors lead settle settled finalise finalised"""
    )
)
"""What is done, and who does it, in step after step: the thing that it is done with names one."""
_ASIDE = re.compile(
    r"\b(?:when|once|as soon as|that|which|after|before|until|following|by|on|from)\s+"
    r"(?:the\s+)?(?:day\s+of\s+)?(?:the\s+|our\s+|their\s+)?(?:inspectors?|call|arrival|team|they)"
    r"\b[^,;.–]*",
    re.IGNORECASE,
)


def names_a_thing(concept: Concept) -> bool:
    """Is it neither what asks about a step, nor what is done, nor who does it?"""
    stems = {term for phrase in concept.phrases[:1] for term in phrase}
    return not (stems <= _ASKS_ONLY or stems <= _DOING)


def names_a_step(concepts: Sequence[Concept]) -> bool:
    """Is a thing named, or its end; and not what may be done in any step alone?"""
    ends = ({term for phrase in each.phrases[:1] for term in phrase} <= _EDGES for each in concepts)
    return any(names_a_thing(each) for each in concepts) or any(ends)


def is_doing(concept: Concept) -> bool:
    """Is it what is done, or who does it, in step after step?"""
    return {term for phrase in concept.phrases[:1] for term in phrase} <= _DOING


def is_who(concept: Concept) -> bool:
    """Is it who does it, as in step after step: inspectors, the council?"""
    return {term for phrase in concept.phrases[:1] for term in phrase} <= _WHO


_END_OF_DAY = re.compile(r"\bend of (?:the )?(?:day|play|business)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A step that says what a question names, and how well."""

    source: SourcedStep
    share: float
    """How much of what is named it says, by weight."""
    close: int
    """How many of the words named stand side by side as the question has them."""
    exact: int = 0
    """How many of several things it has as several: 'the lists' are likelier lists than a list."""


def concepts_named(state: State, text: str, *, edges: bool = False) -> tuple[Concept, ...]:
    """What a text names of a step; the words that ask, and the kind of inspection, left out.

    With `edges`, 'finish' names the end of it where nothing else is named.
    """
    search = state.search
    lexicon = Lexicon(search.frequency, search.size(), ordinary_words())
    found, ends = [], []
    for each in concepts_of(without_ilacs(as_steps_say(text)), lexicon):
        stems = {term for phrase in each.phrases[:1] for term in phrase}
        if stems <= _ASKS_ONLY:
            ends += [widened(replace(each, asks=False))] if stems <= _EDGES else []
            continue
        weight = each.weight / ASKING_WEIGHT if each.asks else each.weight
        weight *= DOING_WEIGHT if stems <= _DOING else 1.0
        # The documents of an Annex A are no report, though staff say one for the other elsewhere.
        named = replace(each, weight=weight)
        found.append(replace(named, similar=()) if stems <= _PAPERS else _widened(named))
    telling = any(not is_doing(each) for each in found)
    return tuple(found) if telling or not edges else (*ends, *found)


def _widened(concept: Concept) -> Concept:
    """With what else says it; but a call comes too, and only inspectors that come arrive."""
    wide = widened(concept)
    if set(concept.phrases[0]) <= _INSPECTORS:
        # They are Ofsted's: 'inspectors pick' is 'Ofsted picks'.
        return replace(wide, phrases=(*wide.phrases, *((each,) for each in sorted(_INSPECTORS))))
    if concept.phrases[0] == _COME:
        return wide
    return replace(wide, phrases=tuple(one for one in wide.phrases if one != _COME))


def rated(
    concepts: Sequence[Concept], steps: Sequence[SourcedStep], least: float = SAID
) -> list[Named]:
    """The steps that say most of what is named, in the order given; may be none."""
    if not concepts:
        return []
    pairs = pairs_of(concepts)
    plurals = {form for each in concepts for form in words(fold(each.name)) if form[-1] == "s"}
    found = [
        Named(
            each,
            _share(concepts, each),
            side_by_side(pairs, each.step.what),
            len(plurals & set(words(fold(each.step.what)))),
        )
        for each in steps
    ]
    best = max((each.share for each in found), default=0.0)
    if best < least:
        return []
    return [each for each in found if each.share >= best - 1e-9]


def _share(concepts: Sequence[Concept], each: SourcedStep) -> float:
    passage = each.passage
    above = (passage.lead_in, passage.section, *passage.headings[-1:], *passage.header)
    own = passage.text if passage.cells else passage.text[each.step.start : each.step.end]
    own = _END_OF_DAY.sub(" ", own)
    main = _ASIDE.sub(" ", own) if not passage.cells else own
    return coverage(
        concepts,
        [
            Field(frozenset(terms(main)), 1.0),
            Field(frozenset(terms(own)), ASIDE),
            Field(frozenset(terms(" ".join(above))), AROUND),
        ],
    )


def pairs_of(concepts: Sequence[Concept]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The stems of each thing named and of the next."""
    stems = [frozenset(term for phrase in each.phrases for term in phrase) for each in concepts]
    return list(pairwise(stems))


def side_by_side(pairs: Sequence[tuple[frozenset[str], frozenset[str]]], text: str) -> int:
    """How many of the pairs stand side by side in a text: 'publish the report'."""
    beside = list(pairwise(content_terms(text)))
    return sum(any(a in one and b in two for a, b in beside) for one, two in pairs)
