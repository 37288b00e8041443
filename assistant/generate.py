"""Written answers: the only place that builds a chat model and takes words from it."""

from __future__ import annotations

import logging
import os
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.errors import ModelFailed, ModelTrouble
from core.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

RETRIES = 1
"""Times that the client asks again by itself; each attempt counts towards the time allowed."""
TICK = 0.25
"""Seconds that whoever waits for words waits at most in one piece."""
MOST_CHARACTERS = 6000
"""Characters taken from a model that does not stop by itself."""
_HERE = ("localhost", "127.0.0.1", "::1")

_log = logging.getLogger(__name__)


class ChatModel:
    """The model that the settings name. Built at first use; safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._model: BaseChatModel | None = None
        self._building = threading.Lock()

    @property
    def name(self) -> str:
        """What the provider calls it."""
        return self._settings.model.partition(":")[2]

    @property
    def where(self) -> str:
        """Where text goes, in words for staff."""
        return where_text_goes(self._settings)

    def stream(self, messages: Sequence[BaseMessage]) -> Iterator[str]:
        """The model's words as they come, within the settings' time and length; '' at least every
        TICK seconds while none come, so that whoever waits can change their mind.

        Ends early when closed. Raises ModelFailed, after any number of words.
        """
        until = time.monotonic() + self._settings.model_seconds
        model = self._built()
        words: queue.Queue[str | ModelFailed | None] = queue.Queue()
        stopped = threading.Event()
        # A thread of its own: the time allowed is over when it is over, also where the server is
        # silent and the client waits.
        reader = threading.Thread(
            target=_read, args=(model, list(messages), words, stopped), name="model", daemon=True
        )
        reader.start()
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
            stopped.set()

    def _built(self) -> BaseChatModel:
        with self._building:
            if self._model is None:
                self._model = _build(self._settings)
            return self._model


def where_text_goes(settings: Settings) -> str:
    """'this machine', a server's name, or what the settings say of it."""
    if settings.model_where:
        return settings.model_where
    provider = settings.model.partition(":")[0]
    host = urlsplit(settings.model_url).hostname or ""
    if host in _HERE or (not host and provider == "ollama"):
        return "this machine"
    return host or f"{provider.replace('_', ' ')}, outside this network"


def _build(settings: Settings) -> BaseChatModel:
    # LangChain's tracing would send questions to its maker where a machine has it switched on.
    os.environ["LANGSMITH_TRACING"] = os.environ["LANGCHAIN_TRACING_V2"] = "false"
    provider, _, name = settings.model.partition(":")
    try:
        from langchain.chat_models import init_chat_model  # noqa: PLC0415 - only where one is set

        options = _options(settings, provider)
        model: BaseChatModel = init_chat_model(name, model_provider=provider, **options)
    except ImportError as error:
        _log.error("the chat model cannot be built: %s", error.name or "a package is missing")
        raise ModelFailed(ModelTrouble.NOT_INSTALLED) from None
    except Exception as error:
        # Not the error's text: it could hold the key.
        _log.error("the chat model cannot be built: %s", type(error).__name__)
        raise ModelFailed(ModelTrouble.SETTINGS) from None
    return model


def _options(settings: Settings, provider: str) -> dict[str, Any]:
    """What each provider's client calls address, key, time and length."""
    seconds, key = settings.model_seconds, settings.model_key.get_secret_value()
    url = settings.model_url
    options: dict[str, Any] = {"temperature": 0}
    if provider == "ollama":
        options |= {"num_predict": settings.model_tokens, "client_kwargs": {"timeout": seconds}}
        return options | ({"base_url": url} if url else {})
    options |= {"max_tokens": settings.model_tokens, "timeout": seconds, "max_retries": RETRIES}
    if key:
        options["api_key"] = key
    if provider == "azure_openai":
        if url:
            options["azure_endpoint"] = url
        if settings.model_api_version:
            options["api_version"] = settings.model_api_version
    elif url:
        options["base_url"] = url
    return options


def _read(
    model: BaseChatModel,
    messages: list[BaseMessage],
    words: queue.Queue[str | ModelFailed | None],
    stopped: threading.Event,
) -> None:
    """Puts the model's words into the queue, then None or why it failed."""
    try:
        stream = model.stream(messages)
        try:
            for chunk in stream:
                if stopped.is_set():
                    return
                words.put(str(chunk.text))
        finally:
            with suppress(Exception):
                stream.close()  # type: ignore[attr-defined]
        words.put(None)
    except Exception as error:
        trouble = _trouble(error)
        # Neither the error's text nor its arguments: they can hold what was sent.
        _log.warning("the chat model failed: %s (%s)", type(error).__name__, trouble.name)
        words.put(ModelFailed(trouble))


def _trouble(error: BaseException) -> ModelTrouble:
    """What kind of failure a client's error is, by its names: the clients share no base class."""
    names = " ".join(base.__name__ for base in type(error).__mro__).casefold()
    status = getattr(error, "status_code", None)
    if "timeout" in names:
        return ModelTrouble.TOO_SLOW
    if isinstance(status, int) and 400 <= status < 500:
        return ModelTrouble.REFUSED
    if "connect" in names and status is None:
        return ModelTrouble.UNREACHABLE
    return ModelTrouble.BROKEN
