"""Which lines of a week say what a question asks for: "what do we send on Wednesday?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.concepts import Concept
from assistant.covered import Field, coverage
from language.acronyms import synonyms
from language.week_lines import SlottedPassage
from language.words import content_terms, terms

SAID, BESIDE = 0.7, 0.85
"""How much of what is asked for a line must say; and how much of the best line's share another."""

LEAD_IN, HEADER = 0.9, 0.7
"""How much a word counts that stands in a line's lead-in or section, and in a column header."""

_IRREGULAR = tuple(
    tuple(content_terms(forms))
    for forms in (
        "send sent", "give gave given", "hold held", "meet met",
        "hear heard receive received", "tell told",
        "see saw seen", "find found", "leave left", "begin began begun", "bring brought",
    )
)  # fmt: skip
"""Forms of the verbs of a timetable that no stemmer brings together."""


def saying(
    lines: Iterable[SlottedPassage], subjects: Sequence[Concept]
) -> tuple[SlottedPassage, ...]:
    """The lines that say what is asked for, the best and those near it."""
    wide = [widened(each) for each in subjects]
    shares = [(coverage(wide, _fields(each)), each) for each in lines]
    best = max((share for share, _ in shares), default=0.0)
    if best < SAID:
        return ()
    return tuple(each for share, each in shares if share >= best * BESIDE)


def most_of(
    lines: Sequence[SlottedPassage], named: Sequence[Concept]
) -> tuple[SlottedPassage, ...]:
    """The lines that say most of what is named."""
    wide = [widened(each) for each in named]
    shares = [coverage(wide, _fields(each)) for each in lines]
    return tuple(each for each, share in zip(lines, shares, strict=True) if share == max(shares))


def widened(concept: Concept) -> Concept:
    """With the other forms of a verb, and the ways of saying it also where it is a short form."""
    phrases = list(concept.phrases)
    own = concept.phrases[0]
    for form in _forms(own[0]) if len(own) == 1 else ():
        phrases += [(form,), *synonyms().get(form, ())]
    return replace(concept, phrases=(*phrases, *concept.similar), similar=())


def _forms(term: str) -> tuple[str, ...]:
    return next((forms for forms in _IRREGULAR if term in forms), (term,))


def _fields(step: SlottedPassage) -> list[Field]:
    line = step.passage
    fields = [Field(frozenset(terms(line.text)), 1.0)]
    fields.append(Field(frozenset(terms(" ".join((line.lead_in, line.section)))), LEAD_IN))
    fields.append(Field(frozenset(terms(" ".join(line.header))), HEADER))
    return fields
