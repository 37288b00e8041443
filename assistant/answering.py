"""The assistant over one index: what screens, commands and tests ask."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import steps
from assistant.guarding.known_names import names_of
from assistant.guarding.replacement import without_details
from assistant.parts import replace_turns
from assistant.pipeline import STEPS, run
from assistant.rehearsal.coach import Coach
from assistant.state import State
from assistant.suggestions import suggested_questions
from assistant.turns import Turns
from assistant.which_paper.whose import SAID
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

    def coach(self) -> Coach:
        """Rehearses over the same papers; its answers and ours wait for each other's turn."""
        return Coach(self._settings, self._search, self._turns)

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

    def without_details(self, text: str) -> str:
        """A text that the guard stopped, with 'Child A' for a name and other details taken out.

        It passes the guard. '' where the text is too long for that.
        """
        limit = self._settings.max_question_characters
        return without_details(text, names_of(self._search), limit)

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
