"""Written answers: the only place that builds a chat model."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.errors import ModelFailed, ModelTrouble
from core.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

RETRIES = 1
"""Times that the client asks again by itself; each attempt counts towards the time allowed."""
OLLAMA_CONTEXT = 8192
"""Tokens that Ollama keeps room for: its own default cuts the prompt off from the top."""
_OWN_ADDRESS = {
    "ollama": "http://127.0.0.1:11434",
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
}
"""Always named: without an address, variables of the environment could send text elsewhere."""
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

    def stream(self, messages: Sequence[BaseMessage]) -> Iterator[str]:
        """The model's words as they come, within the settings' time and length; '' every now and
        then while none come. Ends early when closed. Raises ModelFailed, after any number of words.
        """
        until = time.monotonic() + self._settings.model_seconds
        model = self._built()
        from assistant.writing.model_stream import stream  # noqa: PLC0415 - loads what only a model needs

        yield from stream(model, messages, until)

    def _built(self) -> BaseChatModel:
        with self._building:
            if self._model is None:
                self._model = _build(self._settings)
            return self._model


def where_text_goes(settings: Settings) -> str:
    """'this machine', a server's name, or what the settings say of it."""
    if settings.model_where:
        return settings.model_where
    host = urlsplit(_address(settings)).hostname or ""
    return "this machine" if host in _HERE else host or "the provider's server"


def _address(settings: Settings) -> str:
    return settings.model_url or _OWN_ADDRESS.get(settings.model.partition(":")[0], "")


def _build(settings: Settings) -> BaseChatModel:
    provider, _, name = settings.model.partition(":")
    if not urlsplit(_address(settings)).hostname:
        _log.error("the chat model cannot be built: INSPECTION_MODEL_URL is no address")
        raise ModelFailed(ModelTrouble.SETTINGS)
    try:
        from langchain.chat_models import init_chat_model  # noqa: PLC0415

        from assistant.writing import model_stream  # noqa: F401, PLC0415 - first: it switches tracing off

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
    """What each provider's client calls address, key, time and length. None follows a redirect
    to another server with what was asked, but Anthropic's, which cannot be told.
    """
    seconds, url = settings.model_seconds, _address(settings)
    if provider == "ollama":
        return {
            "temperature": 0,
            "base_url": url,
            "num_predict": settings.model_tokens,
            "num_ctx": OLLAMA_CONTEXT,
            "client_kwargs": {"timeout": seconds, "follow_redirects": False},
        }
    options: dict[str, Any] = {
        "temperature": 0,
        "max_tokens": settings.model_tokens,
        "timeout": seconds,
        "max_retries": RETRIES,
    }
    if key := settings.model_key.get_secret_value():
        options["api_key"] = key
    if provider == "anthropic":
        return options | {"base_url": url}
    options |= _without_redirects() | {"use_responses_api": False}
    if provider != "azure_openai":
        return options | {"base_url": url}
    version = settings.model_api_version
    return options | {"azure_endpoint": url} | ({"api_version": version} if version else {})


def _without_redirects() -> dict[str, Any]:
    from openai import DefaultAsyncHttpxClient, DefaultHttpxClient  # noqa: PLC0415

    return {
        "http_client": DefaultHttpxClient(follow_redirects=False),
        "http_async_client": DefaultAsyncHttpxClient(follow_redirects=False),
    }
