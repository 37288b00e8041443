"""What a client sent: the request as it came, and what a script wants to know of it."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from enum import Enum
from html import unescape
from typing import Any

NUMBERED = re.compile(r"^[ \t]*\[(\d+)\][ \t]*(.*?)(?=^[ \t]*\[\d+\]|^[ \t]*$|\Z)", re.M | re.S)
FENCED = re.compile(r'<passage\b[^>]*?\bnumber="(\d+)"[^>]*>(.*?)</passage>', re.S)


class Api(Enum):
    """Whose interface a request speaks."""

    OPENAI = "openai"
    AZURE = "azure_openai"
    OLLAMA = "ollama"
    ANTHROPIC = "anthropic"


class Ended(Enum):
    """How an exchange ended, as the server saw it."""

    NOT_YET = "not yet"
    COMPLETE = "complete"
    BY_SCRIPT = "cut, broken or left unfinished by the script"
    BY_CLIENT = "the client went away"


@dataclass(slots=True)
class Received:
    """One request. `headers` has names in small letters; `sent` counts the tokens that went out."""

    api: Api
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: dict[str, Any]
    at: float
    """`time.monotonic()` of its arrival."""
    sent: int = 0
    ended: Ended = Ended.NOT_YET
    over: threading.Event = field(default_factory=threading.Event)
    """Set when the server is done with it, however it ended."""

    @property
    def streamed(self) -> bool:
        # Ollama streams unless told not to; the others answer in one piece unless told to stream.
        return bool(self.body.get("stream", self.api is Api.OLLAMA))

    @property
    def cap(self) -> int | None:
        """The most tokens that the client wants; None where it names no limit."""
        options = self.body.get("options") or {}
        told = [self.body.get("max_completion_tokens"), self.body.get("max_tokens")]
        told.append(options.get("num_predict"))
        return next((each for each in told if isinstance(each, int) and each > 0), None)

    @property
    def messages(self) -> list[tuple[str, str]]:
        """Role and text of each message, the system prompt first."""
        own = [("system", self.body["system"])] if self.body.get("system") else []
        sent = [(each["role"], each["content"]) for each in self.body.get("messages", [])]
        return [(role, _text(content)) for role, content in own + sent]

    @property
    def system(self) -> str:
        roles = ("system", "developer")
        return "\n".join(text for role, text in self.messages if role in roles)

    @property
    def user(self) -> str:
        """The last message of the user."""
        return next((text for role, text in reversed(self.messages) if role == "user"), "")

    @property
    def passages(self) -> dict[int, str]:
        """Number -> words of each passage sent, fenced or in lines that begin with `[1]`."""
        found = FENCED.findall(self.user) or NUMBERED.findall(self.user)
        return {int(number): unescape(" ".join(words.split())) for number, words in found}

    @property
    def asked(self) -> str:
        """The user's message without the passages: the question and what stands around it."""
        pattern = FENCED if FENCED.search(self.user) else NUMBERED
        return pattern.sub(" ", self.user).strip()


def _text(content: Any) -> str:
    """The words of a message, given as a string or as a list of blocks."""
    if isinstance(content, str):
        return content
    return "".join(each.get("text", "") for each in content or [])
