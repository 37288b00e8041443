"""The prompt with the box for an answer, its buttons and what is said under it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict

import streamlit as st

from assistant.rehearsal.session import Session
from screens import rehearse_words as words
from screens.rehearse_state import Practice, practice

KEY = "practice-box"
_HERE = Path(__file__).parent / "components"


class Action(TypedDict):
    """A button at the box."""

    name: str
    label: str
    primary: bool
    keys: str
    hint: str


class TimeLeft(TypedDict):
    """Seconds left, and how that is said."""

    seconds: float
    many: str
    one: str
    over: str


class BoxData(TypedDict):
    """A practice prompt, what its box begins with, and what is said under it."""

    stamp: float
    """Another with every drawing: `time` counts from it."""
    box: int
    text: str
    label: str
    asked: str
    context: str
    notice: str
    busy: str
    offline: str
    handled: int
    time: TimeLeft
    actions: list[Action]


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_PRACTICE: Callable[..., object] = st.components.v2.component(
    "inspection_ready_practice",
    html=_read("practice.html"),
    css=_read("practice.css"),
    js=_read("practice.js"),
    isolate_styles=False,
)


def show_box(kept: Practice, session: Session) -> None:
    """Draw the prompt under way, or its follow-up."""
    data = box_data(kept, session, time.monotonic())
    _PRACTICE(data=data, key=KEY, on_act_change=_acted, on_draft_change=_left)


def box_data(kept: Practice, session: Session, now: float) -> BoxData:
    """What the browser draws."""
    prompt, probe = session.prompt, session.following
    if prompt is None:
        raise ValueError("no prompt is left")
    return BoxData(
        stamp=now,
        box=kept.box,
        text=kept.draft,
        label=words.label(prompt, probe),
        asked=probe.text if probe else prompt.text,
        context=prompt.text if probe else "",
        notice=kept.notice,
        busy=words.BUSY,
        offline=words.OFFLINE,
        handled=kept.handled,
        time=TimeLeft(
            seconds=session.minutes_left(now) * 60,
            many=words.TIME_MANY,
            one=words.TIME_ONE,
            over=words.TIME_OVER.format(minutes=session.minutes),
        ),
        actions=_actions(kept),
    )


def _actions(kept: Practice) -> list[Action]:
    def action(name: str, label: str, *, primary: bool = False, keys: str = "") -> Action:
        return Action(name=name, label=label, primary=primary, keys=keys, hint=words.KEYS)

    replace = [action("replace", words.REPLACE, primary=True)] if kept.blocked else []
    return [
        *replace,
        action("feedback", words.FEEDBACK, primary=not kept.blocked, keys="Control+Enter"),
        action("hint", words.HINT),
        action("skip", words.SKIP),
        action("finish", words.FINISH),
    ]


def _acted() -> None:
    given = _told("act")
    if given:
        practice().act(given["number"], given["box"], given["action"], given["text"])


def _left() -> None:
    given = _told("draft")
    if given:
        practice().keep(given["box"], given["text"])


def _told(what: str) -> dict[str, Any] | None:
    """What the browser told of the box; it says it again where the box was just drawn anew."""
    held = st.session_state.get(KEY)
    given: dict[str, Any] | None = held.get(what) if held is not None else None
    return given
