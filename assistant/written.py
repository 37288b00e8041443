"""Written answers: a fixed chain of small steps around the quoted one, which it never costs.

guard, rephrase, retrieve and quote as always, write, check. Sentences are given on as each passes
its check; when anything fails, the quoted answer stands.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from langchain_core.messages import BaseMessage

from assistant.check import Closeness, Fault, check
from assistant.generate import ChatModel
from assistant.question import Question, understand
from assistant.writing.faithful import Draft, can_be_worded, stands
from assistant.writing.instructions import instructs
from assistant.writing.material import Material, fenced, material
from assistant.writing.prompts import prompt
from assistant.writing.rephrase import rephrased
from assistant.writing.sentences import WrittenSentence, written_sentences
from core.answers import Answer, Note, NoteKind
from core.errors import ModelFailed, ModelTrouble

NOTHING = "nothing"
"""What the model is told to write where the passages do not answer."""

_log = logging.getLogger(__name__)


class Writer:
    """Words answers with one chat model, and lets through what the documents bear out."""

    def __init__(self, model: ChatModel, closeness: Closeness) -> None:
        self._model = model
        self._closeness = closeness

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def understood(self, turns: Sequence[str]) -> str:
        """A follow-up as a question of its own; '' where there is nothing to complete.

        `turns` have passed the guard. A model that fails costs nothing: the rules read it instead.
        """
        if len(turns) < 2 or not _is_follow_up(turns) or any(map(instructs, turns)):
            return ""
        try:
            return rephrased(self._model, turns)
        except ModelFailed:
            return ""

    def worded(self, quoted: Answer, asked: Question, organisation: str) -> Iterator[Answer]:
        """The answer growing by a sentence at a time, and again as it was while the model is
        silent; the last is the whole one.

        What it holds stands in the passages that the quoted answer cites. Where the model fails,
        or what is left would mislead, the last is the quoted answer with a note that says so.
        """
        if not can_be_worded(quoted):
            yield quoted
            return
        try:
            yield from self._worded(quoted, asked, organisation)
        except ModelFailed as failure:
            yield _fallen_back(quoted, failure.trouble)

    def _worded(self, quoted: Answer, asked: Question, organisation: str) -> Iterator[Answer]:
        passages = material(quoted.citations)
        by_number = {each.number: each for each in passages}
        draft = Draft(quoted, self.name)
        for each in written_sentences(self._model.stream(_sent(asked, organisation, passages))):
            if each is None:
                yield draft.answer()
                continue
            if each.text.rstrip(".").casefold() == NOTHING:
                break
            if self._shown(each, asked, by_number, draft, organisation):
                yield draft.answer()
        if not draft.written:
            raise ModelFailed(ModelTrouble.UNCHECKED if draft.dropped else ModelTrouble.EMPTY)
        if not stands(draft, asked):
            raise ModelFailed(ModelTrouble.UNCHECKED)
        yield draft.answer()

    def _shown(
        self,
        each: WrittenSentence,
        asked: Question,
        passages: dict[int, Material],
        draft: Draft,
        organisation: str,
    ) -> bool:
        """Adds a sentence that passes its check; a list's first line waits for an item."""
        if not each.numbers and each.text.endswith(":"):
            draft.lead_in = each
            return False
        if draft.lead_in is not None:
            lead_in = replace(draft.lead_in, numbers=each.numbers)
            draft.lead_in = None
            if check(lead_in, asked.text, passages, self._closeness, organisation):
                draft.add(lead_in)
        if draft.hangs(each):
            draft.drop()
            _log.info("a written sentence was dropped: it takes up one that was dropped")
            return False
        verdict = check(each, asked.text, passages, self._closeness, organisation)
        if verdict.fault is not Fault.NONE:
            draft.drop()
            _log.info("a written sentence was dropped: %s", verdict.fault.name)
            return False
        draft.add(each)
        return True


def _is_follow_up(turns: Sequence[str]) -> bool:
    """True where the rules, too, take the last turn up from those before, and no day decides it:
    'and the day after?' is counted, not worded.
    """
    question = understand(list(turns))
    return (question.carried or question.dangling) and not question.slot


def _sent(asked: Question, organisation: str, passages: Sequence[Material]) -> list[BaseMessage]:
    return prompt(
        "write",
        question=escape(asked.text),
        organisation=organisation or "not named",
        passages=fenced(passages),
    )


def _fallen_back(quoted: Answer, trouble: ModelTrouble) -> Answer:
    """The quoted answer with a line that says why, and an id that the log has too."""
    error_id = uuid.uuid4().hex[:8]
    _log.warning("the quoted answer stands, error id %s: %s", error_id, trouble.name)
    text = (
        f"The model's wording is not shown: {trouble.value}. These are the documents' own words "
        f"(error {error_id})."
    )
    return replace(quoted, notes=(*quoted.notes, Note(NoteKind.WORDING, text)))
