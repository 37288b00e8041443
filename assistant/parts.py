"""Questions of two parts: 'who chairs the board and how often does it meet?'"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer_types import holds
from assistant.evidence import needs_kind
from assistant.question import understand
from assistant.quoter import Quoter
from assistant.state import State, Step, settle
from core.answers import Answer, Note, NoteKind, Sentence, Status
from language.words import fold

_ASKS = (
    r"(?:(?:who|whos|when|what|whats|how|where|why|which|whose)\b"
    r"|(?:is|are|was|were|do|does|did|can|will|has|have|had)"
    r" (?:there|it|they|we|our|the|any|you|this|that|an?|he|she)\b)"
)
_SEAM = re.compile(
    rf"(?:\s*[,;?]\s+(?:and\s+|n\s+)?|\s+(?:and|n|&)\s+)(?=(?:(?:on|at|in|by|for|to|from)\s+)?{_ASKS})"
)
_FEWEST_WORDS = 2
# 'How many are coming and what sort?' asks for one thing with all that is said of it.
_WHICH_SORT = re.compile(r"^(?:of )?(?:what|which) (?:sort|kind|type|one|rank|role|grade)s?\W*$")

_CLAUSE = re.compile(
    r"^(?:and |so |but |right |ok )*(?:(?:straight|right|immediately|directly|just) )?"
    r"(?:once|after|before|following|as soon as)\b[^?]*\?*$"
)
"""'After the presentation, what do they do?' has a clause, and no first question."""
_NOTHING_MORE = Answer(status=Status.ANSWERED, question="")


def parts_of(text: str) -> list[str]:
    """The parts of a question that each ask something; one part when it is a single question."""
    seams = [match.span() for match in _SEAM.finditer(fold(text))]
    if not seams or len(fold(text)) != len(text):
        return [text]
    parts, start = [], 0
    for left, right in seams:
        parts.append(text[start:left].strip())
        start = right
    parts.append(text[start:].strip())
    asking = [part for part in parts if len(part.split()) >= _FEWEST_WORDS]
    if any(_WHICH_SORT.match(fold(part)) for part in asking[1:]):
        return [text]
    if _CLAUSE.match(fold(text)):
        return [text]
    first_asks = re.search(_ASKS, fold(asking[0])) if asking else None
    return asking if len(asking) == len(parts) and first_asks else [text]


def answer_parts(steps: tuple[Step, ...]) -> Step:
    """A step that answers each part by itself with the steps given, and puts them together."""

    def step(state: State) -> Answer | None:
        parts = parts_of(state.asked.text)
        if len(parts) == 1 or state.asked.carried:
            return None
        answers = []
        for number in range(len(parts)):
            part = replace_turns(state, parts[: number + 1])
            nothing = part.plain(Status.NOT_IN_DOCUMENTS, "")
            answers.append(settle(part, steps) or nothing)
        if not any(answer.status is Status.ANSWERED for answer in answers):
            return None
        return _together(state, parts, _answered_by_another(parts, answers))

    return step


def replace_turns(state: State, turns: list[str]) -> State:
    """A fresh question of the same conversation."""
    return State(list(turns), state.organisation, state.settings, state.search, state.inspection)


def _answered_by_another(parts: list[str], answers: list[Answer]) -> list[Answer]:
    """A part is answered too where what answers another part holds the kind of thing it asks for:
    'The board, chaired by the director, meets monthly' answers who and how often.
    """
    said = [s.text for each in answers if each.status is Status.ANSWERED for s in each.sentences]
    kept = []
    for part, answer in zip(parts, answers, strict=True):
        question = understand([part])
        held = needs_kind(question.wanted) and any(holds(question, text) == 1.0 for text in said)
        refused = answer.status is Status.NOT_IN_DOCUMENTS
        kept.append(_NOTHING_MORE if refused and held else answer)
    return kept


def _together(state: State, parts: list[str], answers: list[Answer]) -> Answer:
    quoter = Quoter()
    said: set[str] = set()
    for part, answer in zip(parts, answers, strict=True):
        if answer.status is not Status.ANSWERED:
            text = f"The documents do not say: {part}"
            state.notes.append(Note(NoteKind.MISSING, text))
            continue
        for sentence in answer.sentences:
            if sentence.text not in said:
                said.add(sentence.text)
                quoter.sentences.append(_renumbered(quoter, answer, sentence))
    notes = [note for answer in answers for note in answer.notes]
    kept = [note for note in notes if note.kind is not NoteKind.UNDERSTOOD_AS]
    state.notes += [note for note in dict.fromkeys(kept) if note not in state.notes]
    whole = all(answer.status is Status.ANSWERED for answer in answers)
    status = Status.ANSWERED if whole else Status.PARTLY_ANSWERED
    near = next((answer.near for answer in answers if answer.near), ())
    return state.answer(status, quoter.sentences, quoter.citations, near=near)


def _renumbered(quoter: Quoter, answer: Answer, sentence: Sentence) -> Sentence:
    numbers = []
    for number in sentence.citations:
        citation = answer.citations[number - 1]
        numbers.append(quoter.cite(citation.document, citation.passage, citation.spans))
    return replace(sentence, citations=tuple(numbers))
