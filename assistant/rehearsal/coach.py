"""The coach over one index: prompts, hints and feedback. Nothing that is typed is kept."""

from __future__ import annotations

import logging
import random
import time
import uuid
from collections.abc import Iterable
from dataclasses import replace

from assistant.guard import Guarded, TextProblem, advice, guard
from assistant.guarding.known_names import names_in
from assistant.guarding.replacement import without_details
from assistant.rehearsal import bank, made
from assistant.rehearsal.bearing import bearing
from assistant.rehearsal.feedback import feedback
from assistant.rehearsal.papers import Papers
from assistant.rehearsal.wording import EMPTY, FAILED, TOO_LONG
from assistant.turns import Turns
from core.answers import Citation
from core.rehearsal import About, Area, Feedback, FeedbackStatus, Prompt, Role
from core.settings import Settings
from vectorstore.search import Search

MOST_HINTS = 3
HINTS_AMONG = 20
"""Statements read for a hint."""

_log = logging.getLogger(__name__)


class Coach:
    """Asks and feeds back over one index. Safe to share between threads."""

    def __init__(self, settings: Settings, search: Search, turns: Turns) -> None:
        self._settings = settings
        self._search = search
        self._turns = turns
        self._papers = Papers(settings, search)

    def prompts(
        self, role: Role, area: Area, chance: random.Random | None = None
    ) -> tuple[Prompt, ...]:
        """The prompts for a role in an area, each once, in a mixed order: of a case and of the
        council in turn, those made from the papers among them. Raises BadBank.
        """
        held = bank.of(self.every(), role, area)
        (chance or random.Random()).shuffle(held)  # noqa: S311 - an order, no secret
        cases = [each for each in held if each.about is About.CASE]
        others = [each for each in held if each.about is About.COUNCIL]
        return tuple(_in_turn(cases, others))

    def every(self) -> tuple[Prompt, ...]:
        """Every prompt: the bank's, then those made from the papers. Raises BadBank."""
        self._search.index.refresh()
        made_now = made.prompts(self._settings, self._search.index)
        return (*bank.prompts(self._settings.practice_prompts), *made_now)

    def guarded(self, answer: str) -> Guarded:
        """An answer as the guard sees it: the cleaned text and what was found in it."""
        limit = self._settings.max_rehearsal_characters
        found = guard(answer, limit=limit)
        return guard(answer, self._names(), limit=limit) if found.findings else found

    def hint(self, prompt: Prompt) -> tuple[Citation, ...]:
        """Where to look: documents and sections that bear on a prompt, without a word of them.

        Nothing for a prompt about a case, which the papers cannot know.
        """
        return tuple(replace(each, spans=()) for each in self.sources(prompt))

    def sources(self, prompt: Prompt) -> tuple[Citation, ...]:
        """The same places, each with the words that bear on the prompt most."""
        if prompt.about is About.CASE:
            return ()
        with self._turns.turn():
            said = self._papers.for_prompt(prompt.text).ours[:HINTS_AMONG]
            vector = self._papers.vectors([prompt.text])[0]
            odds = self._papers.log_odds(prompt.text, said).tolist() if said else []
            how = bearing(prompt.text, vector, odds, said, self._papers.likeness)
        ordered = [said[at] for _, at in sorted(zip(how, range(len(said)), strict=True))[::-1]]
        places: dict[tuple[str, str], Citation] = {}
        for each in ordered:
            place = (each.document.id, each.heading)
            if place not in places and len(places) < MOST_HINTS:
                places[place] = each.citation(len(places) + 1)
        return tuple(places.values())

    def feedback(self, prompt: Prompt, answer: str, follow_up_to: str = "") -> Feedback:
        """What can be said of an answer. Never raises: an ERROR has an id that the log has too.

        `follow_up_to` is the answer before, where this one answers its probe: both are read.
        """
        started = time.perf_counter()
        try:
            found = self._feedback(prompt, answer, follow_up_to)
        except Exception as error:
            found = _failed(prompt, error)
        return replace(found, seconds=time.perf_counter() - started)

    def replaced(self, answer: str) -> str:
        """An answer with what the guard finds in it replaced ('Child A'). The guard can miss."""
        return without_details(answer, self._names(), self._settings.max_rehearsal_characters)

    def _feedback(self, prompt: Prompt, answer: str, before: str) -> Feedback:
        limit = self._settings.max_rehearsal_characters
        text = f"{before.strip()} {answer}" if before.strip() and answer.strip() else answer
        guarded = self.guarded(text)
        if guarded.findings:
            kinds = tuple(each.label for each in guarded.kinds)
            return Feedback(
                FeedbackStatus.BLOCKED_PERSONAL_DATA,
                prompt,
                findings=kinds,
                advice=advice(guarded),
            )
        if guarded.problem is TextProblem.EMPTY:
            return Feedback(FeedbackStatus.EMPTY, prompt, advice=EMPTY)
        if guarded.problem is TextProblem.TOO_LONG:
            said = TOO_LONG.format(limit=limit)
            return Feedback(FeedbackStatus.TOO_LONG, prompt, advice=said)
        with self._turns.turn():
            return feedback(self._papers, prompt, guarded.text)

    def _names(self) -> frozenset[str]:
        """The names that stand in the papers: officers, places, programmes."""
        index = self._search.index
        index.refresh()
        passages = (index.passages(each.id, each.version) for each in index.documents)
        return frozenset().union(*map(names_in, passages))


def _in_turn(ones: list[Prompt], others: list[Prompt]) -> Iterable[Prompt]:
    while ones or others:
        if ones:
            yield ones.pop()
        if others:
            yield others.pop()


def _failed(prompt: Prompt, error: Exception) -> Feedback:
    # No words of the answer: an exception's text could hold them, so only its type is logged.
    error_id = uuid.uuid4().hex[:8]
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
    _log.error("rehearsal failed, error id %s: %s at %s", error_id, type(error).__name__, where)
    return Feedback(
        FeedbackStatus.ERROR, prompt, advice=FAILED.format(id=error_id), error_id=error_id
    )
