"""The steps from a question to its answer. Each may settle it; the pipeline runs them in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.claims import asks_for_evidence, say_evidence
from assistant.compose import (
    correct_premise,
    pick,
    say_candidate,
)
from assistant.concepts import (
    Concept,
    Lexicon,
    concepts_of,
    is_bare,
    is_greeting,
    search_terms,
    subjects_of,
    written,
)
from assistant.evidence import candidates
from assistant.guard import TextProblem, advice, guard
from assistant.guarding.known_names import names_in
from assistant.missing import what_is_missing
from assistant.nearby import near_citations, quoted_answer, refused
from assistant.question import Question, understand
from assistant.quoter import Quoter
from assistant.read import read_candidates
from assistant.refusal import enough, looked_for
from assistant.second_sentence import second_sentence
from assistant.state import State
from assistant.steps_asked.due import asks_of_days
from assistant.steps_asked.lookup import speaks_of_steps
from assistant.steps_asked.places import settled_by_step
from assistant.steps_asked.wordings import as_steps_say
from assistant.tables.newest_figure import answer_with_newest_figure
from assistant.wanted import Wanted
from assistant.which_paper.conflicts import answer_conflict
from assistant.which_paper.editions import speaking
from assistant.which_paper.newer_word import answer_with_newer_word
from assistant.which_paper.newest_asked import names_newest, without_newest
from assistant.which_paper.not_held import cell_without_value
from assistant.which_paper.ours import split, subject_of
from assistant.writing.instructions import instructs
from core.answers import Answer, Sentence, SentenceKind, Status
from language.acronyms import long_form
from language.asker import without_asker
from language.organisations import without_mentions
from language.preamble import without_preamble
from language.spelling import corrected
from language.words import content_terms, fold, stem, words
from vectorstore.embed import ordinary_words
from vectorstore.search import Query

_WHAT_IS = re.compile(r"^wh?[ao]t(?:s|'s| is| are| does)\b")
LONGEST_SHORT_FORM = 7
"""Letters of a word that no list has and that is likelier a short form than a name."""
CARRIED = 0.5
"""How much of its weight a word of an earlier turn keeps beside words of the new one."""
OVERALL = "overall grade"
"""What 'what did we get?' asks for."""
FOUND = 40
"""Passages taken from the search into the choice of words."""
SLOT_FOUND = 80
"""The same for a question of weeks and days, whose line shares few words with it."""


def check_personal_data(state: State) -> Answer | None:
    """Stops a child's details before anything else sees them; cleans the text."""
    limit = state.settings.max_question_characters
    kept: list[str] = []
    for turn in state.turns:
        guarded = guard(turn, limit=limit)
        if guarded.findings:
            guarded = guard(turn, _names(state), limit=limit)
        # What was stopped before must not come back as the subject of a follow-up.
        if not guarded.findings and guarded.problem is TextProblem.NONE:
            kept.append(guarded.text)
    if guarded.findings:
        return state.plain(Status.BLOCKED_PERSONAL_DATA, advice(guarded))
    if guarded.problem is TextProblem.EMPTY:
        return state.plain(Status.NEEDS_CLARIFICATION, "Please type a question.")
    if guarded.problem is TextProblem.TOO_LONG:
        text = f"Please ask in fewer words: at most {limit} characters can be read."
        return state.plain(Status.NEEDS_CLARIFICATION, text)
    state.turns = kept
    return None


def _names(state: State) -> frozenset[str]:
    state.search.index.refresh()
    return frozenset().union(
        *(names_in(state.context(document)) for document in state.search.index.documents)
    )


def understand_question(state: State) -> Answer | None:
    """Reads what is asked for, about what and whom; completes a follow-up."""
    search = state.search
    search.index.refresh()

    def held(term: str) -> bool:
        return search.frequency(term) > 0

    def tells(text: str) -> bool:
        said = subjects_of(as_steps_say(text))
        return any(held(stem(each)) for each in said if not each.isdigit())

    turns = [
        without_preamble(
            without_asker(corrected(turn, held, search.vocabulary, ordinary_words), tells), held
        )
        for turn in state.turns
        if turn
    ]
    state.read = turns
    own, also = state.organisation, state.settings.organisation_also
    state.question = _named_short(understand(turns, own, also))
    state.question = settled_by_step(state)
    lexicon = Lexicon(search.frequency, search.size(), ordinary_words())
    # Whose it is decides which papers answer (`ours`), not which words.
    about = without_newest(without_mentions(state.question.text))
    if state.question.wanted is Wanted.GRADE and not subjects_of(about):
        about = f"{about} {OVERALL}"
    state.concepts = _own_first(concepts_of(about, lexicon), state.question, turns[-1])
    follows = len(turns) > 1 and is_bare(turns[-1])
    nothing = (is_greeting(turns[-1]) and not follows) or not (
        state.concepts or _names_a_time(state.asked)
    )
    unclear = state.question.dangling or nothing
    names = unclear and speaks_of_steps(state, turns[-1])
    if unclear and not (names or asks_of_days(state.turns)):
        text = "Ask about the inspection or what the papers say: who, when, how many, what happens."
        return state.plain(Status.NEEDS_CLARIFICATION, text)
    return None


def _own_first(concepts: Sequence[Concept], question: Question, turn: str) -> tuple[Concept, ...]:
    """'And the looked after?' has a subject of its own: what it takes up weighs less."""
    own = set(words(written(turn)))
    carried = [each for each in concepts if not set(words(each.name)) & own]
    if not question.carried or len(carried) == len(concepts):
        return tuple(concepts)
    return tuple(
        replace(each, weight=each.weight * CARRIED) if each in carried else each
        for each in concepts
    )


def _named_short(question: Question) -> Question:
    """'What is the SARP?' asks what it stands for, where our own list of short forms has it not."""
    subjects = subjects_of(without_mentions(question.text))
    if len(subjects) != 1 or question.wanted not in (Wanted.DEFINITION, Wanted.FACT):
        return question
    short = subjects[0]
    if not short.isalpha() or not _WHAT_IS.search(fold(question.text)):
        return question
    known = long_form(short) or short in ordinary_words() or len(short) > LONGEST_SHORT_FORM
    return question if known else replace(question, wanted=Wanted.EXPANSION)


def _names_a_time(question: Question) -> bool:
    return bool(question.slot or question.periods or question.organisation)


def search_passages(state: State) -> Answer | None:
    """Finds the passages near in meaning or words in the editions that speak."""
    state.vector = state.search.vector(_spelled_out(state.asked.text))
    state.speaking = speaking(state.search.index.documents, state.asked)
    _search_among(state, state.speaking)
    return None


def _search_among(state: State, documents: frozenset[str]) -> None:
    """Finds passages in these documents, and sets apart what is about others."""
    question = state.asked
    text = _spelled_out(question.text)
    query = Query(text, search_terms(state.concepts), tuple(content_terms(question.text)))
    limit = SLOT_FOUND if question.slot else FOUND
    found = state.search.find_with_vectors(query, state.question_vector, limit * 3, documents)
    ours, theirs = split(found, question, state.organisation)
    state.found = ours[:limit]
    state.theirs += theirs


def _spelled_out(text: str) -> str:
    """Short forms with their long forms beside them, for the vector."""
    added = [long for word in words(text) if (long := long_form(word))]
    return f"{text} ({'; '.join(added)})" if added else text


def weigh_evidence(state: State) -> Answer | None:
    """Scores every sentence of the passages found."""
    subject = subject_of(state.asked, state.organisation)
    weighed = candidates(state.asked, state.concepts, state.found, state.question_vector, subject)
    state.candidates = read_candidates(state.asked, weighed, state.search.answers, state.context)
    return None


def refuse_without_evidence(state: State) -> Answer | None:
    """No passage good enough, no answer."""
    if enough(state.asked, state.concepts, state.candidates):
        return None
    silent = frozenset(each.id for each in state.search.index.documents) - state.speaking
    if silent and not (state.asked.beside or names_newest(state.asked.text)):
        newer = state.candidates
        _search_among(state, silent)
        weigh_evidence(state)
        if enough(state.asked, state.concepts, state.candidates):
            return None
        state.candidates = newer or state.candidates
    return refuse(state)


def refuse(state: State) -> Answer:
    """Says what was looked for and what is missing, and shows the nearest passages."""
    # What tells the assistant what to say has none of its words said back.
    concepts = () if instructs(state.turns[-1]) else state.concepts
    looked = looked_for(state.asked, concepts, state.search.index.documents)
    missing = what_is_missing(state.asked, concepts, state.candidates) if concepts else ""
    sentences = [Sentence(text, kind=SentenceKind.FRAME) for text in (looked, missing) if text]
    return state.answer(Status.NOT_IN_DOCUMENTS, sentences, near=near_citations(state))


def quote_best(state: State) -> Answer | None:
    """Quotes the best-supported sentence, list or cell, and a second that adds to it."""
    question, quoter = state.asked, Quoter()
    if asks_for_evidence(question):
        say_evidence(state, quoter)
        return quoted_answer(state, quoter)
    best = pick(question, state.candidates, lambda each: state.context(each.document))
    two = (
        answer_with_newest_figure(state, best)
        or answer_conflict(state, best)
        or answer_with_newer_word(state, best)
    )
    if two is not None:
        return two
    correct_premise(quoter, question, best)
    say_candidate(quoter, question, state.concepts, best, state.context(best.document))
    empty = cell_without_value(quoter)
    if empty:
        return refused(state, f"The nearest passage says so itself: “{empty}”")
    second = second_sentence(question, state.concepts, best, state.candidates, quoter)
    if second is not None:
        context = state.context(second.document)
        say_candidate(quoter, question, state.concepts, second, context)
    return quoted_answer(state, quoter)
