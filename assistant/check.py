"""Every sentence that a model wrote, against the passages that it cites. Needs no model itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.checks.bearing import Borne, bearer, denied, fact_stands, lone, merged
from assistant.checks.compared import of_another_label
from assistant.checks.contraries import opposite_way
from assistant.checks.council import wrong_council
from assistant.checks.degree import surer
from assistant.checks.denials import (
    asserts_denied,
    denials,
    denied_word,
    denies_asserted,
    denies_otherwise,
)
from assistant.checks.done import other_season
from assistant.checks.extent import overclaims
from assistant.checks.facts import FactKind
from assistant.checks.further import goes_further, surer_there, turned_round
from assistant.checks.grades import other_grade
from assistant.checks.heads import denied_head, denied_subject
from assistant.checks.meanings import as_written, borne
from assistant.checks.names import misplaced_name, unknown_name
from assistant.checks.parts import aligned, beside_facts, denying, is_row
from assistant.checks.places import denied_there, misplaced_fact, named_elsewhere, stands_elsewhere
from assistant.checks.quotes import misquoted, unfit
from assistant.checks.rows import against_row, row_tells
from assistant.checks.sides import masked, past_its_side
from assistant.checks.text import Piece, Source, clauses, piece, plain, source
from assistant.checks.verdict import Fault, Verdict
from assistant.checks.ways import moves, other_side, unheard_trend, wrong_way
from assistant.checks.wording import (
    Closeness,
    added_claim,
    foreign_tail,
    in_other_words,
    premise,
    words_borne,
)
from assistant.writing.material import Material
from assistant.writing.sentences import WrittenSentence
from language.words import fold

__all__ = ["Closeness", "Fault", "Verdict", "check"]


def check(  # noqa: PLR0912 - one branch for each fault
    sentence: WrittenSentence,
    question: str,
    passages: Mapping[int, Material],
    closeness: Closeness,
    organisation: str = "",
) -> Verdict:
    """Whether the passages that a sentence cites bear it out, every claim of it.

    `passages` are those that were sent, by number. `question` is what was asked: its words are
    claims like any others when the sentence repeats them. `organisation` is whose 'we' it is; ''
    where no council is named in the settings.
    """
    if not sentence.numbers or sentence.odd:
        return Verdict(Fault.UNCITED)
    missing = [number for number in sentence.numbers if number not in passages]
    if missing:
        return Verdict(Fault.NO_SUCH_PASSAGE, str(missing[0]))
    text = plain(sentence.text)
    sources = [source(passages[number]) for number in sentence.numbers]
    parts = clauses(text, sentence.parts)
    sent = " ".join(f"{each.text} {each.about}" for each in passages.values())
    for fault, words in (
        (Fault.UNFIT, unfit(text, sources)),
        (Fault.QUOTE, misquoted(text, sources)),
        (Fault.NAME, unknown_name(text, sources, sent)),
        (Fault.COUNCIL, wrong_council(text, question, sources, organisation)),
    ):
        if words:
            return Verdict(fault, words)
    if any(_verbatim(text, each) for each in sources):
        return Verdict.sound()
    obeyed = _obeyed(parts, sources)
    if obeyed:
        return Verdict(Fault.NOT_BORNE, obeyed)
    grade = other_grade(text, sources)
    if grade:
        return Verdict(Fault.GRADE, grade)
    code = next((c for c in _CODES.findall(text) if not any(_holds(s, c) for s in sources)), "")
    if code:
        return Verdict(Fault.FIGURE, code)
    season = other_season(text, sources)
    if season:
        return Verdict(Fault.FIGURE, season)
    found: list[Borne] = []
    for each in parts:
        verdict = _facts(each, sources)
        if not verdict:
            return verdict
        borne_by = bearer(each, sources)
        if borne_by is None:
            return Verdict(Fault.MERGED, each.text)
        found.append(borne_by)
    facts = piece(text).facts
    free = in_other_words(found, text, sources, closeness)
    nearly = free and not in_other_words(found, text, sources, closeness, but=1)
    way = "" if free else wrong_way(text, facts)
    way = way or against_row(text, sources)
    shown = free or moves(text, facts) or row_tells(text, sources)
    if not way and not shown:
        way = unheard_trend(text, sources)
    if way:
        return Verdict(Fault.DIRECTION, way)
    swapped = turned_round(text, parts, sources)
    if swapped:
        return Verdict(Fault.DIRECTION, swapped)
    more = goes_further(text, sources)
    if more:
        return Verdict(Fault.SURER, more)
    for one in found:
        verdict = _clause(one, text, parts, sources, free=free, nearly=nearly)
        if not verdict:
            return verdict
    claim = added_claim(found) or premise(found, question)
    claim = claim or foreign_tail(text, sources, question)
    if claim:
        return Verdict(Fault.NOT_BORNE, claim)
    return words_borne(found, parts, sources, text, closeness)


_CODES = re.compile(r"\b(?!Q\d|COVID)[A-Z]{1,4}-?\d{1,3}[a-z]?\b")


def _holds(by: Source, code: str) -> bool:
    """'S47' where the passage has it, or 'section 47'."""
    held = f"{by.whole.text} {by.frame.text}"
    number = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
    other = re.search(rf"\b[A-Z]{{1,4}}-?{number}\b", held)
    return code in held or (not other and bool(re.search(rf"\b{number}\b", held)))


def _obeyed(parts: Sequence[Piece], sources: Sequence[Source]) -> str:
    """A word of a sentence that only an order to a model, in a passage, has; '' if none."""
    orders = frozenset(key for each in sources for key in each.orders)
    held = frozenset(key for each in sources for key in each.whole.literal | each.frame.literal)
    for each in (m for part in parts for m in part.claims if m.weight):
        plain_word = as_written(each)
        if plain_word.keys & orders and not borne(plain_word, held):
            return each.word
    return ""


def _verbatim(text: str, by: Source) -> bool:
    """A whole sentence or cell of the passage, word for word."""
    said = fold(text).strip(" .")
    return any(fold(each.text).strip(" .") == said for each in by.segments)


_FAULTS = {FactKind.DAY: Fault.DAY, FactKind.GRADE: Fault.GRADE}


def _facts(clause: Piece, sources: Sequence[Source]) -> Verdict:
    for fact in clause.facts:
        if not denied(fact, clause) and not any(fact_stands(fact, clause, s) for s in sources):
            return Verdict(_FAULTS.get(fact.kind, Fault.FIGURE), fact.words)
    return Verdict.sound()


def _clause(
    found: Borne,
    text: str,
    parts: Sequence[Piece],
    sources: Sequence[Source],
    *,
    free: bool,
    nearly: bool,
) -> Verdict:
    """The first fault of a clause.

    `free`: the sentence is said in other words, and one word tells little; `nearly`: but for one.
    """
    clause, by = found.clause, found.source
    mixed = merged(found, sources, free=free)
    if mixed:
        return Verdict(Fault.MERGED, mixed)
    claimed = [fact for part in parts for fact in part.facts]
    wrong = None if free and found.weight else misplaced_fact(clause, claimed, by)
    if wrong is not None:
        return Verdict(Fault.MISPLACED, wrong.words)
    label = of_another_label(clause, by)
    if label:
        return Verdict(Fault.MISPLACED, label)
    unsaid = denied_there(clause, by)
    if unsaid:
        return Verdict(Fault.DENIED, unsaid)
    elsewhere = "" if free else stands_elsewhere(clause, by) or named_elsewhere(clause, by)
    if elsewhere:
        return Verdict(Fault.MISPLACED, elsewhere)
    name = misplaced_name(clause, text, by)
    if name:
        return Verdict(Fault.NAME, name)
    wrongly = [f for f in clause.facts if denied(f, clause) and not fact_stands(f, clause, by)]
    if clause.facts and len(wrongly) == len(clause.facts):
        # 'It is not Thursday' puts right what was asked.
        return Verdict.sound()
    near = aligned(clause, by)
    said = masked(clause)
    beside = tuple(dict.fromkeys((*near, *beside_facts(clause, by))))
    best = " . ".join(masked(each) for each in beside)
    unsaid = "" if free else denied_word(said, masked(by.whole))
    denying_parts = denying(clause, by) if any(denials(said)) else ()
    sentences = [each for each in by.segments if any(part.text in each.text for part in near)]
    compared = (
        *beside,
        *(each for each in (*denying_parts, *sentences) if any(denials(masked(each)))),
    )
    if not (is_row(by) and any(denials(masked(by.whole)))):
        held = [fold(each.text) for each in sentences]
        unsaid = unsaid or denies_asserted(fold(clause.text), held)
    unsaid = unsaid or denied_subject(text, [each.text for each in by.segments])
    unsaid = unsaid or denied_head(clause.text, [each.text for each in sentences])
    unsaid = unsaid or next(
        (word for each in by.segments if (word := asserts_denied(fold(text), fold(each.text)))), ""
    )
    every = masked(piece(text))
    if unsaid or (
        not free
        and all(
            denies_otherwise(said, stands) and denies_otherwise(every, stands)
            for stands in map(masked, compared)
        )
    ):
        return Verdict(Fault.DENIED, clause.text)
    way = other_side(clause, by) or opposite_way(said, best, moved=moves(text, claimed))
    if way:
        return Verdict(Fault.DIRECTION, way)
    more = (
        "" if free else surer(said, masked(near[0]), best, fold(text)) or past_its_side(clause, by)
    )
    if not more:
        # The word that claims more may be the only other one.
        more = overclaims(said, masked(by.whole))
        more = more if not free or (nearly and lone(more, clause, by)) else ""
    more = more or surer_there(clause, by, said, near[0], sentences)
    if more:
        return Verdict(Fault.SURER, more)
    return Verdict.sound()
