"""Nothing of the machine's own surroundings reaches these tests' clients."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.model_server.clients import CLIENTS

OTHERS = ("OPENAI_", "AZURE_", "OLLAMA_", "ANTHROPIC_", "LANGSMITH_", "LANGCHAIN_")


@pytest.fixture(autouse=True)
def no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(OTHERS) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Callable[..., object]:
    """A function: the real client of one provider, for a server's URL."""
    return CLIENTS[request.param]
