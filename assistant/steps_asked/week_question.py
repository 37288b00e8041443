"""Whether a question is about what happens in a week or on a day, and what it names beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.concepts import Concept
from assistant.question import Question
from assistant.wanted import Wanted
from language.inspections import without_kinds
from language.phases import Phase
from language.places import without_places
from language.weeks import Slot
from language.words import content_terms, fold, stem, terms, words

_OPEN = (Wanted.STEP, Wanted.LIST, Wanted.FACT)
_GENERIC = frozenset(
    content_terms(
        """inspection inspections ilacs ofsted inspector inspectors process timetable schedule
        agenda diary itinerary plan planned programme step steps visit morning afternoon whole
        entire full rest order sequence run walk talk through take everything anything something
        nothing else thing things doing deadline deadlines task tasks action actions event events
        activity key main overview outline summary breakdown break down expect expected during
        go goes going start starting first second third last end come comes here with when once
        while later day days week weeks each every like look coming up only per
        specifically exactly roughly supposed actually
        ready prepare prepared over theres owe owed sort sorted never ever always
        usually normally even wise
        checklist close play cop eod business
        break cover covered detail brief council dates gets getting gotten"""
    )
)
"""Words that name no subject beside a week or a day."""
_KIND_WORDS = frozenset(content_terms("short standard"))
"""Said of a whole inspection: its timetable's names or any of its lines may say it."""
_DOING = frozenset(
    content_terms(
        """send sent submit submitted hand provide give given supply share upload return deliver
        file receive hear meet held hold see attend"""
    )
)
"""What is done on a day: with no such line on that day, nothing of another day answers."""
_TIME_WORD = re.compile(
    r"\b(?:weeks?|wks?|days?|timetable|schedule|agenda|diary|itinerary|in order|happen\w*"
    r"|go(?:es|ing)? on|field ?-?work|first|last)\b"
)
_MEANING = re.compile(r"\bmean(?:s|ing|t)?\b|\bdefin\w+\b|\bstands? for\b|\bcalled\b")
_ANYTHING = re.compile(r"\b(?:any|some|no)thing\b|\ba(?:ny)? (?:steps?|deadlines?|tasks?)\b")
_BESIDE_A_DAY = re.compile(
    r"\b(?:after|before|since|until) (?:the )?(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri)(?:day)?\b"
)
_WHICH_TIME = re.compile(r"\bwhen\b|\b(?:what|which) (?:time|date|day)\b|\bhow\b")


@dataclass(frozen=True, slots=True)
class WeekQuestion:
    """A question of weeks and days: where it asks about, and what it names beside that."""

    place: Slot
    subjects: tuple[Concept, ...]
    named: tuple[Concept, ...]
    """The subjects and the words that only ask ('documents'), to tell two lines apart."""
    kinds: frozenset[str]

    @property
    def only_doing(self) -> bool:
        """It names what is done, and not with what: 'what do we send'."""
        return _only_doing(self.subjects)

    @property
    def telling(self) -> frozenset[str]:
        """The stems that may name one inspection of several."""
        return self.kinds | {term for each in self.subjects for term in terms(each.name)}


def _only_doing(subjects: Sequence[Concept]) -> bool:
    return all(set(terms(each.name)) <= _DOING for each in subjects)


def read_week_question(question: Question, concepts: Sequence[Concept]) -> WeekQuestion | None:
    """What is asked, None when the question is not about what happens in a week or on a day."""
    place = question.slot
    if not place.named:
        return None
    folded = fold(question.text)
    left = set(words(without_places(folded)))
    kinds = frozenset(stem(word) for word in left) & _KIND_WORDS
    subjects = tuple(each for each in concepts if _is_subject(each, left, _kind_stems(folded)))
    listing = question.wanted in _OPEN
    if question.wanted is Wanted.DEFINITION:
        listing = not _MEANING.search(folded)
    elif question.wanted is Wanted.YES_NO:
        listing = _only_doing(subjects) and bool(_ANYTHING.search(folded))
    elif question.wanted is Wanted.TIME:
        listing = "deadline" in folded and not _WHICH_TIME.search(folded)
    if not listing or _BESIDE_A_DAY.search(folded):
        return None
    sending = bool(subjects) and _only_doing(subjects) and Phase.OFF_SITE in place.phases
    if not (place or place.nth or sending) and not _TIME_WORD.search(folded):
        # 'What do inspectors do on site' is about their work, not about a week.
        return None
    if subjects and not place.within and not _only_doing(subjects):
        return None
    named = tuple(each for each in concepts if set(words(each.name)) <= left)
    return WeekQuestion(place, subjects, named, kinds)


def _kind_stems(folded: str) -> frozenset[str]:
    """The stems of 'a monitoring visit': which kind of inspection says nothing of what is done."""
    return frozenset(terms(folded)) - frozenset(terms(without_kinds(folded)))


def _is_subject(concept: Concept, left: set[str], kinds: frozenset[str]) -> bool:
    if concept.asks or not set(words(concept.name)) <= left or set(terms(concept.name)) <= kinds:
        return False
    return not any(
        set(phrase) <= _GENERIC | _KIND_WORDS or phrase[0].isdigit() for phrase in concept.phrases
    )
