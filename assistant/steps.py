"""The steps from a question to its answer. Each may settle it; the pipeline runs them in order."""

from __future__ import annotations


from assistant.compose import Quoter, say_candidate
from assistant.concepts import concepts_of, search_terms
from assistant.evidence import candidates
from assistant.guard import TextProblem, advice, guard
from assistant.known_names import names_in
from assistant.nearby import near_citations, say_age, say_whose
from assistant.ours import choices, split
from assistant.question import Wanted, understand
from assistant.refusal import enough, looked_for
from assistant.state import State
from assistant.week_steps import matching, of_week, slotted
from core.answers import Answer, Note, NoteKind, Sentence, SentenceKind, Status
from language.acronyms import long_form
from language.words import content_terms, words
from vectorstore.search import Query

FOUND = 40
"""Passages taken from the search into the choice of words."""
SLOT_FOUND = 80
"""The same for a question of weeks and days, whose line shares few words with it."""


def check_personal_data(state: State) -> Answer | None:
    """Stops a child's details before anything else sees them; cleans the text."""
    limit = state.settings.max_question_characters
    for position, turn in enumerate(state.turns):
        guarded = guard(turn, limit=limit)
        if guarded.findings:
            guarded = guard(turn, _names(state), limit=limit)
        if guarded.findings:
            return state.plain(Status.BLOCKED_PERSONAL_DATA, advice(guarded))
        state.turns[position] = guarded.text
    if guarded.problem is TextProblem.EMPTY:
        return state.plain(Status.NEEDS_CLARIFICATION, "Please type a question.")
    if guarded.problem is TextProblem.TOO_LONG:
        text = f"Please ask in fewer words: at most {limit} characters can be read."
        return state.plain(Status.NEEDS_CLARIFICATION, text)
    return None


def _names(state: State) -> frozenset[str]:
    state.search.index.refresh()
    return frozenset().union(
        *(names_in(state.context(document)) for document in state.search.index.documents)
    )


def understand_question(state: State) -> Answer | None:
    """Reads what is asked for, about what and whom; completes a follow-up."""
    turns = [turn for turn in state.turns if turn]
    own, also = state.organisation, state.settings.organisation_also
    state.question = understand(turns, own, also)
    state.search.index.refresh()
    state.concepts = concepts_of(state.question.text, state.search.frequency, state.search.size())
    return None


def ask_whose(state: State) -> Answer | None:
    """With no council set, 'we' is asked once."""
    question = state.asked
    if not question.ours or question.organisation or state.organisation:
        return None
    options = choices(state.search.index.documents)
    if len(options) < 2:
        return None
    text = "Which council do you mean by 'we'? The documents are about more than one."
    sentences = [Sentence(text, kind=SentenceKind.FRAME)]
    return state.answer(Status.NEEDS_CLARIFICATION, sentences, options=options)


def search_passages(state: State) -> Answer | None:
    """Finds the passages near in meaning or words, and sets apart what is about others."""
    question = state.asked
    text = _spelled_out(question.text)
    state.vector = state.search.vector(text)
    query = Query(text, search_terms(state.concepts), tuple(content_terms(question.text)))
    limit = SLOT_FOUND if question.slot else FOUND
    found = state.search.find_with_vectors(query, state.vector, limit * 2)
    state.found, state.theirs = split(found, question, state.organisation)
    state.found = state.found[:limit]
    return None


def _spelled_out(text: str) -> str:
    """Short forms with their long forms beside them, for the vector."""
    added = [long for word in words(text) if (long := long_form(word))]
    return f"{text} ({'; '.join(added)})" if added else text


def answer_from_week(state: State) -> Answer | None:
    """'What happens on Wednesday of week one?': the lines of that week and day, or none."""
    question = state.asked
    if not question.slot or question.wanted not in (Wanted.STEP, Wanted.LIST, Wanted.FACT):
        return None
    best: tuple[float, list[object]] | None = None
    nearest: list[object] | None = None
    documents = {each.hit.document.id: each.hit for each in reversed(state.found)}
    ranked = sorted(documents.values(), key=lambda hit: -hit.fused)
    for hit in ranked:
        steps = slotted(state.context(hit.document))
        lines = matching(steps, question.slot)
        if lines:
            quoter = Quoter()
            for line in lines:
                above = line.headings[-1:]
                spans = (*above, *line.quotes()) if not line.cells else line.quotes()
                number = quoter.cite(hit.document, line, spans)
                kind = SentenceKind.ITEM if len(lines) > 1 else SentenceKind.SENTENCE
                quoter.say(line.text, number, kind=kind)
            say_whose(state, quoter.citations)
            say_age(state, quoter.citations)
            return state.answer(Status.ANSWERED, quoter.sentences, quoter.citations)
        around = of_week(steps, question.slot)
        if around and nearest is None:
            nearest = [hit.document, around]
    if nearest is None:
        return None
    quoter = Quoter()
    document, around = nearest
    for line in around:  # type: ignore[attr-defined]
        quoter.cite(document, line, line.quotes())  # type: ignore[arg-type]
    text = looked_for(question, state.concepts)
    return state.answer(
        Status.NOT_IN_DOCUMENTS,
        [Sentence(text, kind=SentenceKind.FRAME)],
        near=quoter.citations,
    )


def weigh_evidence(state: State) -> Answer | None:
    """Scores every sentence of the passages found."""
    state.candidates = candidates(state.asked, state.concepts, state.found, state.vector)
    return None


def refuse_without_evidence(state: State) -> Answer | None:
    """No passage good enough, no answer."""
    if enough(state.asked, state.concepts, state.candidates):
        return None
    text = looked_for(state.asked, state.concepts)
    return state.answer(
        Status.NOT_IN_DOCUMENTS,
        [Sentence(text, kind=SentenceKind.FRAME)],
        near=near_citations(state),
    )


def quote_best(state: State) -> Answer | None:
    """Quotes the best-supported sentence, list or cell."""
    best = state.candidates[0]
    quoter = Quoter()
    context = state.context(best.document)
    say_candidate(quoter, state.asked, state.concepts, best, context)
    say_whose(state, quoter.citations)
    say_age(state, quoter.citations)
    return state.answer(Status.ANSWERED, quoter.sentences, quoter.citations)


def note_understanding(state: State) -> None:
    """Says what a follow-up was completed with."""
    if state.asked.carried:
        state.notes.append(Note(NoteKind.UNDERSTOOD_AS, f"Understood as: {state.asked.text}"))
