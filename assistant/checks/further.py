"""A sentence that turns its passage round, or goes further than it: every such look at it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checks.actors import changed_places, crossed, other_actor, with_another
from assistant.checks.compared import compared_otherwise
from assistant.checks.conditions import condition_dropped, other_cause
from assistant.checks.degree import bound, more_of_them
from assistant.checks.done import others_who_did_not, told_as_done
from assistant.checks.lists import added_item, both_of_either, exception_dropped
from assistant.checks.sides import masked
from assistant.checks.text import Piece, Source
from assistant.checks.times import counted_from, of_another_year, other_part_of_year
from assistant.checks.ways import exchanged
from language.words import fold


def turned_round(text: str, parts: Sequence[Piece], sources: Sequence[Source]) -> str:
    """The word by which a sentence has two things of its passages change places; '' if none."""
    for each in sources:
        word = exchanged(parts, each) or changed_places(parts, each)
        word = word or crossed(text, each) or with_another(text, each)
        if word:
            return word
    word = other_actor(text, sources) or compared_otherwise(text, sources)
    word = word or counted_from(text, sources) or of_another_year(text, sources)
    word = word or other_part_of_year(text, sources)
    return word or others_who_did_not(text, sources)


def goes_further(text: str, sources: Sequence[Source]) -> str:
    """What a sentence adds to its passages, or the condition that it leaves out; '' if none."""
    more = both_of_either(text, sources) or added_item(text, sources)
    return more or condition_dropped(text, sources) or other_cause(text, sources)


def surer_there(
    clause: Piece, by: Source, said: str, near: Piece, sentences: Sequence[Piece]
) -> str:
    """The word by which a clause says of more, or more surely, what its passage says; '' if none.

    `said` is the clause with its facts masked, `near` the part of the passage nearest to it, and
    `sentences` those that hold such parts.
    """
    more = told_as_done(clause, by) or more_of_them(said, masked(near))
    more = more or bound(said, [fold(each.text) for each in by.segments])
    return more or exception_dropped(clause.within, [each.text for each in sentences])
