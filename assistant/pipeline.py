"""The list of steps from a question to its answer, and the runner that one of them stops."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import steps
from assistant.dates_of_steps import with_dates
from assistant.directions import settle_direction
from assistant.due import answer_due
from assistant.events_asked import keep_the_event_asked
from assistant.graded import correct_grade, refuse_without_grade
from assistant.inspection_asked import keep_the_kind_asked
from assistant.inspection_dates import answer_from_dates
from assistant.judgement_answers import answer_from_judgements
from assistant.lengths_asked import answer_length_of_a_kind, keep_the_length_asked
from assistant.movements import answer_movements
from assistant.not_held import refuse_a_paper_not_held, refuse_what_is_not_held
from assistant.numbers_named import answer_numbers_named
from assistant.owners_notes import with_owners_notes
from assistant.parts import answer_parts, replace_turns
from assistant.regime_answers import (
    answer_from_newer_rule,
    answer_no_grade_given,
    prose_before_the_table,
    refuse_a_grade_to_come,
)
from assistant.regime_notes import with_regime_notes
from assistant.state import State, Step, settle
from assistant.step_between import answer_between_steps
from assistant.step_details import answer_of_step
from assistant.step_neighbours import answer_beside_step
from assistant.step_premise import correct_its_day
from assistant.steps_of_week import answer_from_week
from assistant.suggestions import suggested_questions
from assistant.turns import Turns
from assistant.undated import (
    answer_without_a_day,
    refuse_a_foreign_time,
    refuse_the_time_of_another,
)
from assistant.whose import SAID, asking_whose
from core.answers import Answer, Note, NoteKind, Sentence, SentenceKind, Status
from core.documents import Document, Passage
from core.errors import IndexMissing
from core.inspection_steps import InspectionType
from core.settings import Settings
from vectorstore.answer_model import Reading
from vectorstore.embed import Embedder
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.search import Search

if TYPE_CHECKING:
    from assistant.written import Writer

ONE_QUESTION: tuple[Step, ...] = (
    steps.understand_question,
    answer_due,
    answer_no_grade_given,
    answer_from_judgements,
    answer_from_dates,
    steps.search_passages,
    refuse_a_paper_not_held,
    answer_beside_step,
    answer_between_steps,
    answer_from_week,
    correct_its_day,
    answer_of_step,
    steps.weigh_evidence,
    keep_the_kind_asked,
    keep_the_event_asked,
    keep_the_length_asked,
    answer_length_of_a_kind,
    prose_before_the_table,
    refuse_a_grade_to_come,
    answer_from_newer_rule,
    answer_movements,
    answer_numbers_named,
    correct_grade,
    refuse_without_grade,
    settle_direction,
    refuse_a_foreign_time,
    refuse_the_time_of_another,
    steps.refuse_without_evidence,
    refuse_what_is_not_held,
    answer_without_a_day,
    steps.quote_best,
)


def in_order(one_question: tuple[Step, ...]) -> tuple[Step, ...]:
    """All steps, with those of one question as given; the first of them understands it."""
    return (
        steps.check_personal_data,
        steps.understand_question,
        asking_whose((answer_parts(one_question), *one_question[1:])),
    )


STEPS = in_order(ONE_QUESTION)

LOOKED_AT = 40
"""Documents read for suggested questions, spread over all: 200 of 500 passages took 25 seconds."""
AT_ONCE = 1
"""Questions answered at the same time; the others wait for their turn."""

_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one index. Safe to share between threads."""

    def __init__(self, settings: Settings, search: Search, embedder: Embedder) -> None:
        self._settings = settings
        self._search = search
        self._embedder = embedder
        self._turns = Turns(AT_ONCE)
        self._writer = _writer(settings, search)

    @classmethod
    def open(cls, settings: Settings, embedder: Embedder | None = None) -> Assistant:
        """The assistant over the settings' index; the model loads on first use.

        Raises IndexMissing.
        """
        engine = embedder or chosen_embedder(settings)
        index = IndexReader(settings.index)
        index.refresh()
        if not index.documents:
            raise IndexMissing(f"The index in {settings.index} holds no documents yet.")
        return cls(settings, Search(index, engine), engine)

    def warm(self) -> None:
        """Loads the model and opens the index, so that the first question need not."""
        self._search.find("inspection", limit=1)
        self._search.answers.scores("inspection", [Reading("", "inspection")])

    def close(self) -> None:
        """Lets go of the index's files."""
        self._search.index.close()

    def documents(self) -> tuple[Document, ...]:
        """The documents that answer now."""
        self._search.index.refresh()
        return self._search.index.documents

    def suggestions(self) -> tuple[str, ...]:
        """Questions that the loaded documents can answer, to begin with."""
        documents = self.documents()
        some = documents[:: 1 + len(documents) // LOOKED_AT]
        return suggested_questions(
            (document, self._search.index.store.of_document(document.id, document.version))
            for document in some
        )

    def passage_context(self, passage: Passage) -> tuple[Passage, ...]:
        """The passages on the same page or slide, else in the same section, in order."""
        self._search.index.refresh()
        for document in self._search.index.documents:
            if document.id == passage.document:
                all_of_it = self._search.index.store.of_document(document.id, document.version)
                return tuple(each for each in all_of_it if _together(each, passage))
        return ()

    def ask(
        self,
        turns: Sequence[str],
        organisation: str = "",
        inspection: InspectionType = InspectionType.UNSAID,
    ) -> Answer:
        """Answers the last turn; the earlier ones complete it. Never raises.

        `organisation` is the user's choice of council where the settings name none, `inspection`
        the kind of inspection chosen in this conversation.
        """
        *_, answer = self.answers(turns, organisation, inspection)
        return answer

    def answers(
        self,
        turns: Sequence[str],
        organisation: str = "",
        inspection: InspectionType = InspectionType.UNSAID,
        worded: bool = True,
    ) -> Iterator[Answer]:
        """As `ask`, giving the answer on as it grows, some of them the same as before; the last
        is the whole one, and the only one where no model words it: none is set, or `worded` is
        False.
        """
        started = time.perf_counter()
        state = State(
            turns=list(turns) or [""],
            organisation=self._settings.organisation or organisation,
            settings=self._settings,
            search=self._search,
            inspection=inspection,
        )
        writer = self._writer if worded else None
        try:
            for answer in self._grown(state, writer):
                yield replace(answer, seconds=time.perf_counter() - started)
        except Exception as error:
            yield replace(_failed(state, error), seconds=time.perf_counter() - started)

    def _grown(self, state: State, writer: Writer | None) -> Iterator[Answer]:
        if writer is None:
            yield self._quoted(state)
            return
        state, quoted = self._understood(state, writer)
        if state.question is None:
            yield quoted
            return
        yield from writer.worded(quoted, state.asked, state.organisation)

    def _quoted(self, state: State) -> Answer:
        with self._turns.turn():
            return run(state, STEPS)

    def _understood(self, state: State, writer: Writer) -> tuple[State, Answer]:
        """The quoted answer, to a follow-up as the model completes it where that is answered."""
        before = list(state.turns)
        stopped = steps.check_personal_data(state)
        if stopped is not None:
            return state, stopped
        completed = writer.understood(state.turns)
        if completed:
            whole = replace_turns(state, [completed])
            answer = self._quoted(whole)
            if answer.status in SAID:
                note = Note(NoteKind.UNDERSTOOD_AS, completed)
                kept = [each for each in answer.notes if each.kind is not NoteKind.UNDERSTOOD_AS]
                return whole, replace(answer, question=before[-1], notes=(note, *kept))
        return state, self._quoted(state)


def run(state: State, pipeline: Sequence[Step]) -> Answer:
    """Runs the steps in order until one settles the answer."""
    answer = settle(state, pipeline)
    if answer is not None:
        return with_dates(state, with_owners_notes(state, with_regime_notes(state, answer)))
    return state.plain(Status.NOT_IN_DOCUMENTS, "The documents do not say.")


def _writer(settings: Settings, search: Search) -> Writer | None:
    """What words the answers; None, and nothing of it imported, where no model is set."""
    if not settings.model:
        return None
    from assistant.generate import ChatModel  # noqa: PLC0415
    from assistant.written import Writer  # noqa: PLC0415

    return Writer(ChatModel(settings), search.closeness)


def _failed(state: State, error: Exception) -> Answer:
    # No words of the question: an exception's text could hold them, so only its type is logged.
    error_id = uuid.uuid4().hex[:8]
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
    _log.error("question failed, error id %s: %s at %s", error_id, type(error).__name__, where)
    text = (
        f"Something went wrong while answering (error {error_id}). Your question was kept on the "
        "screen and nothing was lost. Ask again; if it happens again, tell whoever runs "
        "Inspection Ready the error number."
    )
    sentence = Sentence(text, kind=SentenceKind.FRAME)
    return replace(state.answer(Status.ERROR, [sentence]), error_id=error_id)


def _together(each: Passage, passage: Passage) -> bool:
    if passage.page_index >= 0:
        return each.page_index == passage.page_index
    return each.headings == passage.headings or (
        bool(passage.headings) and (*each.headings, each.text) == passage.headings
    )
