"""A chat model's words as they come, within a time that holds whatever the server does."""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import aclosing
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from core.errors import ModelFailed, ModelTrouble

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

TICK = 0.25
"""Seconds that whoever waits for words waits at most in one piece."""
MOST_CHARACTERS = 6000
"""Characters taken from a model that does not stop by itself."""
_FINISH = ("finish_reason", "done_reason", "stop_reason")

_log = logging.getLogger(__name__)
_Queue = queue.Queue[str | ModelFailed | None]


def stream(model: BaseChatModel, messages: Sequence[BaseMessage], until: float) -> Iterator[str]:
    """The model's words; '' at least every TICK seconds while none come.

    `until` is the monotonic time at which it is over. Closes the connection when closed. Raises
    ModelFailed, after any number of words: also where they end without the server's last word.
    """
    words: _Queue = queue.Queue()
    reading = asyncio.run_coroutine_threadsafe(_read(model, messages, words, until), _loop())
    taken = 0
    try:
        while taken < MOST_CHARACTERS:
            left = until - time.monotonic()
            if left <= 0:
                raise ModelFailed(ModelTrouble.TOO_SLOW)
            try:
                word = words.get(timeout=min(TICK, left))
            except queue.Empty:
                word = ""
            if word is None:
                return
            if isinstance(word, ModelFailed):
                raise word
            taken += len(word)
            yield word
    finally:
        reading.cancel()


@lru_cache(maxsize=1)
def _loop() -> asyncio.AbstractEventLoop:
    """One loop for the life of the process: the clients keep their connections in it."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="model", daemon=True).start()
    return loop


async def _read(
    model: BaseChatModel, messages: Sequence[BaseMessage], words: _Queue, until: float
) -> None:
    """Puts the words into the queue, then None or why it failed."""
    from langsmith import tracing_context  # noqa: PLC0415 - only where a model is set

    finished = False
    try:
        # LangChain would send what is asked to its maker where a machine has tracing switched on.
        with tracing_context(enabled=False):
            async with (
                asyncio.timeout(until - time.monotonic()),
                aclosing(model.astream(list(messages))) as chunks,  # type: ignore[type-var]
            ):
                async for chunk in chunks:
                    # By the clock, too: on Python 3.11 a stream without end can swallow a timeout.
                    if time.monotonic() > until:
                        raise TimeoutError
                    words.put(str(chunk.text))
                    finished = finished or _says_it_ends(chunk.response_metadata)
        words.put(None if finished else ModelFailed(ModelTrouble.BROKEN))
    except Exception as error:
        trouble = _trouble(error)
        # Neither the error's text nor its arguments: they can hold what was sent, and the key.
        _log.warning("the chat model failed: %s (%s)", type(error).__name__, trouble.name)
        words.put(ModelFailed(trouble))


def _says_it_ends(facts: dict[str, Any]) -> bool:
    return any(facts.get(each) for each in _FINISH)


def _trouble(error: BaseException) -> ModelTrouble:
    """What kind of failure a client's error is, by its names: the clients share no base class."""
    names = " ".join(base.__name__ for base in type(error).__mro__).casefold()
    status = getattr(error, "status_code", None)
    if "timeout" in names:
        return ModelTrouble.TOO_SLOW
    refusals = ("ratelimit", "authentication", "permission", "notfound", "invalidrequest")
    if (isinstance(status, int) and 300 <= status < 500) or any(r in names for r in refusals):
        return ModelTrouble.REFUSED
    if "connect" in names and not isinstance(status, int):
        return ModelTrouble.UNREACHABLE
    return ModelTrouble.BROKEN


# Read by LangChain as it loads; the context above holds where something else sets them later.
os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
