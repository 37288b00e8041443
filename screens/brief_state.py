"""What the Brief screen goes by: the packs, the documents as they are now, and how to ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from assistant.briefing import check
from assistant.timetable import timetable
from core.answers import Answer, Status
from core.documents import Document
from core.packs import Item, Pack
from core.rehearsal import Prompt
from core.settings import settings
from records.packs import Packs, new_id
from screens import brief_words as words
from screens.conversation import conversation
from screens.shared import service
from screens.shared.holdings import reader, register
from screens.shared.outcome import attempt, say
from screens.timetable_state import seen

PACK, PRESENT, ONE = "pack", "present", "one"
"""In the address: which pack is open, the key of the presentation that is going on, and what the
presenter's window shows where there is no other: 'room' or 'asking'."""
PRESENTING = "brief-presenting"
"""In the session: the key of the presentation that was begun in it."""
_CHECK = "brief-check"


def packs() -> Packs:
    """Where packs are kept."""
    return Packs(register().engine)


def documents() -> tuple[Document, ...]:
    """The documents that may answer now."""
    index = reader()
    return index.documents if index is not None else ()


def ask(item: Item) -> Answer:
    """The answer to an item's question on its own, its week of the timetable, or its prompt."""
    if item.week:
        return _week(item)
    if item.prompt:
        return _prompt(item)
    kept = conversation()
    *_, answer = service.assistant().answers(
        [item.question], kept.organisation, worded=bool(settings().model) and kept.worded
    )
    return answer


def checked(item: Item) -> Item:
    """The item asked again over the documents as they are now."""
    return check(item, ask, documents(), datetime.now(UTC))


def asked(question: str) -> tuple[Item | None, str]:
    """A new item for a question, with its answer; or None and why it may not be kept.

    It is asked before it is kept, so that a child's details are stopped and reach no file.
    """
    fresh = Item(new_id(), " ".join(question.split()))
    live = documents()  # as they were when it was asked: a change meanwhile asks for another check
    answer = ask(fresh)
    if answer.status is Status.BLOCKED_PERSONAL_DATA:
        return None, words.BLOCKED_PLAIN
    if answer.status is Status.ERROR:
        return None, words.FAILED.format(error_id=answer.error_id)
    return check(fresh, lambda _: answer, live, datetime.now(UTC)), ""


def child_details(text: str) -> str:
    """What of a child's details a name or a note seems to hold; '' for nothing."""
    from assistant.guard import guard  # noqa: PLC0415 - not before the first paint

    return ", ".join(kind.label for kind in guard(text).kinds)


def make_pack(name: str, items: tuple[Item, ...] = ()) -> str:
    """Keeps a new pack; its id, '' where that failed. Its items are checked when it is opened."""
    made: list[str] = []

    def make() -> None:
        made.append(packs().make(name, items))

    if not attempt(make):
        return ""
    if any(each.kept is None for each in items):
        to_check(made[0])
    return made[0]


def to_check(pack: str) -> None:
    """Have all items of a pack checked when it is next drawn."""
    st.session_state[_CHECK] = pack


def wants_check(pack: str) -> bool:
    """Whether that was asked for; it is forgotten by asking."""
    if st.session_state.get(_CHECK) != pack:
        return False
    del st.session_state[_CHECK]
    return True


def change(action: Callable[[], None], said: str, undo: Callable[[], None] | None = None) -> None:
    """Do something to a pack and say that it was done, with the way back."""
    if attempt(action):
        say(said, undo=undo)


def remove_pack(pack: Pack) -> None:
    """Delete a pack, with the way back."""
    st.query_params.pop(PACK, None)
    back = partial(_restore, pack)
    change(partial(packs().remove, pack.id), words.PACK_DELETED.format(name=pack.name), back)


def _restore(pack: Pack) -> None:
    packs().make(pack.name, pack.items, pack.id)


def prompt_item(prompt: Prompt) -> Item:
    """A new item for a practice prompt, with where to look."""
    return checked(Item(new_id(), prompt.text, prompt=prompt.id))


def _prompt(item: Item) -> Answer:
    """A prompt that the bank has no longer, or in other words, stays as the pack has it."""
    from assistant.briefings.prompts import prompt_answer  # noqa: PLC0415 - only for such an item

    coach = service.coach()
    held = next((each for each in coach.every() if each.text == item.question), None)
    if held is None:
        return prompt_answer(item.question, (), ())
    return prompt_answer(held.text, held.shows, coach.sources(held))


def _week(item: Item) -> Answer:
    from assistant.briefings.weeks import week_answer  # noqa: PLC0415 - only for such an item

    index = reader()
    if index is None:
        return Answer(Status.NOT_IN_DOCUMENTS, item.question)
    shown = seen(index)
    for kind in shown.types:  # the kind that it was added for, whichever is chosen now
        if item.question == words.WEEK.format(number=item.week, kind=kind.label):
            table = timetable(shown.steps, replace(shown.known, inspection=kind), kind)
            return week_answer(item.question, table, item.week)
    return Answer(Status.NOT_IN_DOCUMENTS, item.question)
