"""Adding practice prompts of Rehearse to a pack, for a room to talk about."""

from __future__ import annotations

from functools import partial

import streamlit as st

from core.errors import BadBank
from core.packs import Pack
from core.rehearsal import Area, Prompt
from screens import brief_words as words
from screens.brief_state import packs, prompt_item
from screens.shared import service
from screens.shared.outcome import attempt, say
from screens.shared.plain import plain

_AREA, _PROMPT = "brief-prompt-area", "brief-prompt"


def show_prompts(pack: Pack) -> None:
    """The choice of a prompt. The bank is read only once it is opened."""
    opened = st.expander(words.PROMPTS, key="prompts", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.text(words.PROMPTS_WHY)
        area = st.selectbox(words.AREA, list(Area), format_func=_area, key=_AREA)
        try:
            held = [each for each in service.coach().every() if each.area is area]
        except BadBank as error:
            st.error(str(error))
            return
        prompt = st.selectbox(words.PROMPT, held, format_func=_text, key=_PROMPT)
        if prompt is not None:
            st.button(words.ADD_PROMPT, key="add-prompt", on_click=_add, args=(pack, prompt))


def _area(area: Area) -> str:
    return area.label


def _text(prompt: Prompt) -> str:
    return plain(prompt.text)


def _add(pack: Pack, prompt: Prompt) -> None:
    if attempt(partial(packs().add, pack.id, prompt_item(prompt))):
        say(words.PROMPT_ADDED)
