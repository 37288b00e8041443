"""What the server says, and how: a script gets the request and returns a reply.

`says`, `honest` and `drips` are good servers, fast or slow; the others go wrong in one way each.
"""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import cycle, islice

from tests.model_server.honest import quote
from tests.model_server.received import Received


class Mishap(Enum):
    """What goes wrong at one place of a reply; it ends there, but for NOT_UTF8."""

    CUT = "the connection is closed in the middle of the body"
    RESET = "the connection is reset"
    UNFINISHED = "the body ends properly, without its last marks: no finish_reason, no [DONE]"
    BROKEN_JSON = "half of the next chunk, then an end like any other"
    ERROR_EVENT = "the server reports an error of its own inside the stream"
    NOT_UTF8 = "bytes that are no UTF-8, inside the text"


@dataclass(frozen=True, slots=True)
class Pause:
    """Seconds in which nothing is sent; may be `math.inf`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Slowly:
    """A token whose bytes go out one by one, so many seconds apart: never silent, never there."""

    text: str
    seconds: float


Part = str | Pause | Slowly | Mishap


@dataclass(frozen=True, slots=True)
class Reply:
    """Status 200 and these parts, which may be without end; each string is one token."""

    parts: Iterable[Part] = ()
    before: float = 0.0
    """Seconds between the request and the first byte, headers included; may be `math.inf`."""
    finish: str = "stop"
    heeds_cap: bool = True
    """True where the reply ends, with the reason 'length', at the client's own limit of tokens."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """No answer of a model: a status with the provider's form of an error, or with a web page."""

    status: int
    message: str = "The server does not want to."
    code: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    page: str = ""
    """HTML that comes instead of JSON."""


Script = Callable[[Received], Reply | Refusal]


def tokens(text: str) -> Iterator[str]:
    """The text in pieces as models send them: a word with the space before it, or one sign, so
    that ` [`, `1`, `]` and `.` come apart.
    """
    yield from re.findall(r"\s*\w+|\s*[^\w\s]|\s+", text)


def honest(request: Received) -> Reply:
    """Quotes the sentences of the passages sent that share most words with the question."""
    return Reply(tokens(quote(request)))


def says(text: str, *, finish: str = "stop") -> Script:
    """This text, right or wrong, token by token."""
    return lambda _: Reply(tokens(text), finish=finish)


def says_at_once(text: str) -> Script:
    """This text in one chunk, however long."""
    return lambda _: Reply([text])


def drips(seconds: float, script: Script = honest) -> Script:
    """What the script says, with so many seconds before each token."""
    return _between(
        lambda parts: (each for part in parts for each in (Pause(seconds), part)), script
    )


def trickles(seconds: float, text: str = "Two weeks, it says [1].") -> Script:
    """This text, one byte at a time: a limit between two reads never strikes."""
    return lambda _: Reply(Slowly(token, seconds) for token in tokens(text))


def starts_after(seconds: float, script: Script = honest) -> Script:
    """What the script says, after so many seconds without a byte."""

    def late(request: Received) -> Reply | Refusal:
        reply = script(request)
        return replace(reply, before=seconds) if isinstance(reply, Reply) else reply

    return late


def silent(_: Received) -> Reply:
    """Takes the request and never answers, not even with headers."""
    return Reply(before=math.inf)


def stalls(after: int = 3, script: Script = honest) -> Script:
    """So many tokens, then nothing more, with the connection open."""
    return _between(lambda parts: (*islice(parts, after), Pause(math.inf)), script)


def goes_wrong(mishap: Mishap, after: int = 3, script: Script = honest) -> Script:
    """So many tokens of what the script says, then the mishap, then what is left of it."""

    def spoilt(parts: Iterable[Part]) -> Iterator[Part]:
        rest = iter(parts)
        yield from islice(rest, after)
        yield mishap
        yield from rest

    return _between(spoilt, script)


def endless(text: str = "and so on ", *, heeds_cap: bool = False) -> Script:
    """This text again and again, until the client goes away."""
    return lambda _: Reply(cycle(list(tokens(text))), heeds_cap=heeds_cap)


def refuses(
    status: int, message: str = "", *, code: str = "", retry_after: float | None = None
) -> Script:
    """This status; with `Retry-After` where seconds are given."""
    headers = () if retry_after is None else (("Retry-After", f"{retry_after:g}"),)
    return lambda _: Refusal(status, message or f"Refused with {status}.", code, headers)


def web_page(_: Received) -> Refusal:
    """Status 200 and a page to sign in at, as what stands between a client and its server sends."""
    return Refusal(200, page="<html><body>Sign in to use the network.</body></html>")


def redirects(url: str) -> Script:
    """Sends the client to another server, with the same path and what it asked."""
    return lambda request: Refusal(307, headers=(("Location", url + request.path),))


def in_turn(*scripts: Script) -> Script:
    """The first script for the first request, and so on; the last for all that come after."""
    waiting = list(scripts)
    lock = threading.Lock()

    def turn(request: Received) -> Reply | Refusal:
        with lock:
            script = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return script(request)

    return turn


def _between(change: Callable[[Iterable[Part]], Iterable[Part]], script: Script) -> Script:
    def changed(request: Received) -> Reply | Refusal:
        reply = script(request)
        if isinstance(reply, Refusal):
            return reply
        return replace(reply, parts=change(reply.parts))

    return changed


NAMED: dict[str, Script] = {
    "honest": honest,
    "nothing": says(""),
    "white-space": says_at_once(" \n\t \n"),
    "wrong": says("The inspection takes nine weeks and ends on a Sunday [1]. Call 0800 555 [9]."),
    "no-citations": says("The inspection is on site for two weeks and starts on a Monday."),
    "endless": endless(),
    "huge-line": says_at_once("word " * 200_000),
    "drip": drips(1.0),
    "trickle": trickles(1.0),
    "late": starts_after(8.0),
    "silent": silent,
    "stall": stalls(),
    "cut": goes_wrong(Mishap.CUT),
    "reset": goes_wrong(Mishap.RESET),
    "unfinished": goes_wrong(Mishap.UNFINISHED),
    "broken-json": goes_wrong(Mishap.BROKEN_JSON),
    "error-event": goes_wrong(Mishap.ERROR_EVENT),
    "web-page": web_page,
    "not-utf8": goes_wrong(Mishap.NOT_UTF8),
    "busy": refuses(429, "Too many requests.", code="rate_limit_exceeded", retry_after=2),
    "busy-twice": in_turn(
        *[refuses(429, "Too many requests.", code="rate_limit_exceeded", retry_after=1)] * 2, honest
    ),
    "down": refuses(500, "Internal error."),
    "wrong-key": refuses(401, "Incorrect API key.", code="invalid_api_key"),
    "no-such-model": refuses(404, "The model does not exist.", code="model_not_found"),
    "filtered": refuses(400, "The prompt was filtered.", code="content_filter"),
}
"""The scripts that have a name on the command line."""
