"""The real LangChain client of each provider, on its way to a model server; skips where missing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

KEY = "a-key-for-tests"
DEPLOYMENT = "the-deployment"


def openai(url: str, *, timeout: float = 5.0, most: int = 200, **more: Any) -> Any:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    own = {"base_url": f"{url}/v1", "api_key": KEY, "max_tokens": most}
    own |= {"timeout": timeout, "max_retries": 0}
    return _init("openai", **{**own, **more})


def azure_v1(url: str, **more: Any) -> Any:
    """Azure's newer form, which any OpenAI client can speak."""
    return openai(url, **{"base_url": f"{url}/openai/v1/", **more})


def azure_openai(url: str, *, timeout: float = 5.0, most: int = 200, **more: Any) -> Any:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    own = {"azure_endpoint": url, "azure_deployment": DEPLOYMENT, "api_version": "2024-10-21"}
    own |= {"api_key": KEY, "max_tokens": most, "timeout": timeout, "max_retries": 0}
    return _init("azure_openai", **{**own, **more})


def ollama(url: str, *, timeout: float = 5.0, most: int = 200, **more: Any) -> Any:
    pytest.importorskip("langchain_ollama", reason="langchain-ollama is not installed")
    own = {"base_url": url, "client_kwargs": {"timeout": timeout}, "num_predict": most}
    return _init("ollama", **{**own, **more})


def anthropic(url: str, *, timeout: float = 5.0, most: int = 200, **more: Any) -> Any:
    pytest.importorskip("langchain_anthropic", reason="langchain-anthropic is not installed")
    own = {"base_url": url, "api_key": KEY, "max_tokens": most}
    own |= {"timeout": timeout, "max_retries": 0}
    return _init("anthropic", **{**own, **more})


Client = Callable[..., Any]
CLIENTS: dict[str, Client] = {
    each.__name__: each for each in (openai, azure_v1, azure_openai, ollama, anthropic)
}


def run_apart(work: Coroutine[Any, Any, Any]) -> Any:
    """What the coroutine returns or raises, run in a thread of its own: a browser test that ran
    before in this process leaves its own event loop running in the main one.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def finish_of(chunks: Iterable[Any]) -> str | None:
    """Why the model stopped, in the provider's word; None where the stream ended without a word."""
    said = [each.response_metadata for each in chunks]
    keys = ("finish_reason", "done_reason", "stop_reason")
    return next((one[key] for one in said for key in keys if one.get(key)), None)


def _init(provider: str, **options: Any) -> Any:
    pytest.importorskip("langchain", reason="langchain is not installed")
    from langchain.chat_models import init_chat_model

    return init_chat_model("test-model", model_provider=provider, temperature=0, **options)
