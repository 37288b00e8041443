"""What each real client does when the server fails: the errors that the product has to expect.

A row that changes with a client's new version says that `generate` has to be looked at again.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing, nullcontext

import pytest

from tests.model_server import clients
from tests.model_server.nowhere import nobody_answers, nobody_there
from tests.model_server.received import Ended
from tests.model_server.scripts import (
    Mishap,
    drips,
    endless,
    goes_wrong,
    redirects,
    refuses,
    says,
    says_at_once,
    silent,
    stalls,
    starts_after,
    trickles,
    web_page,
)
from tests.model_server.server import model_server

TEXT = says("The timetable is sent on Friday [1].")
SHORT = 0.3
"""The clients' own limit between two reads, in these tests."""

CONNECTION = ("ModelConnectionError", "ConnectError", "ModelConnectionError")
TIMEOUT = ("ModelTimeoutError", "TimeoutException", "ModelTimeoutError")
NO_JSON = ("JSONDecodeError",) * 3
REFUSED = "ResponseError"
# What raises: the name of a class of the error, for OpenAI and Azure, Ollama, Anthropic.
FAILURES = {
    "nobody there": (nobody_there, CONNECTION),
    "nobody answers": (
        nobody_answers,
        ("ModelTimeoutError", "ConnectTimeout", "ModelTimeoutError"),
    ),
    "silent": (silent, TIMEOUT),
    "stalls": (stalls(2, TEXT), ("ModelTimeoutError", "ReadTimeout", "ReadTimeout")),
    "cut": (
        goes_wrong(Mishap.CUT, 2, TEXT),
        ("ModelConnectionError", "RemoteProtocolError", "RemoteProtocolError"),
    ),
    "reset": (
        goes_wrong(Mishap.RESET, 2, TEXT),
        ("ModelConnectionError", "ReadError", "ReadError"),
    ),
    "broken JSON": (goes_wrong(Mishap.BROKEN_JSON, 2, TEXT), NO_JSON),
    "web page": (web_page, ("ValueError", "JSONDecodeError", "ValueError")),
    "error in the stream": (
        goes_wrong(Mishap.ERROR_EVENT, 2, TEXT),
        ("APIError", REFUSED, "APIStatusError"),
    ),
    "busy": (refuses(429, retry_after=60), ("ModelRateLimitError", REFUSED, "ModelRateLimitError")),
    "down": (refuses(500), ("ModelAPIError", REFUSED, "ModelAPIError")),
    "wrong key": (
        refuses(401),
        ("ModelAuthenticationError", REFUSED, "ModelAuthenticationError"),
    ),
    "no such model": (refuses(404), ("ModelNotFoundError", REFUSED, "ModelNotFoundError")),
    "filtered": (
        refuses(400, code="content_filter"),
        ("ModelInvalidRequestError", REFUSED, "ModelInvalidRequestError"),
    ),
}


def expected(of_each: tuple[str, str, str], client) -> str:
    return of_each[{clients.ollama: 1, clients.anthropic: 2}.get(client, 0)]


def classes(error: BaseException) -> set[str]:
    return {each.__name__ for each in type(error).__mro__}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_raises_and_soon(client, failure):
    broken, of_each = FAILURES[failure]
    place = broken() if broken in (nobody_there, nobody_answers) else model_server(broken)
    with place as server:
        model = client(getattr(server, "url", server), timeout=SHORT)
        started = time.monotonic()
        with pytest.raises(Exception) as raised:  # noqa: PT011
            list(model.stream("When?"))
        assert time.monotonic() - started < SHORT + 2
    assert expected(of_each, client) in classes(raised.value)


def test_bytes_that_are_no_text_raise_or_become_marks(client):
    with model_server(goes_wrong(Mishap.NOT_UTF8, 2, TEXT)) as server:
        replaces = client is clients.ollama
        with nullcontext() if replaces else pytest.raises(UnicodeDecodeError):
            assert "�" in "".join(each.text for each in client(server.url).stream("When?"))


def test_a_stream_that_ends_half_way_looks_like_a_whole_one_but_for_its_missing_reason(client):
    for script, reason in ((goes_wrong(Mishap.UNFINISHED, 3, TEXT), False), (TEXT, True)):
        with model_server(script) as server:
            chunks = list(client(server.url).stream("When?"))
        assert "".join(each.text for each in chunks).startswith("The timetable is")
        assert bool(clients.finish_of(chunks)) is reason


@pytest.mark.parametrize("text", ["", " \n\t \n"])
def test_an_answer_without_words_is_no_error(client, text):
    with model_server(says_at_once(text)) as server:
        assert "".join(each.text for each in client(server.url).stream("When?")) == text
        assert client(server.url).invoke("When?").text == text


def test_a_line_of_a_million_signs_arrives_whole(client):
    with model_server(says_at_once("word " * 200_000)) as server:
        assert len("".join(each.text for each in client(server.url).stream("When?"))) == 1_000_000


@pytest.mark.parametrize("script", [endless(), drips(0.02, endless())], ids=["endless", "drip"])
def test_a_stream_that_is_closed_early_leaves_the_server(client, script):
    with model_server(script) as server:
        stream = client(server.url).stream("When?")
        for _ in range(5):
            next(stream)
        stream.close()
        (sent,) = server.requests
        assert sent.over.wait(2)
        assert sent.ended is Ended.BY_CLIENT


def test_bytes_that_trickle_in_keep_a_clients_own_limit_from_striking(client):
    with model_server(trickles(0.008, "Two")) as server:
        started = time.monotonic()
        next(each for each in client(server.url, timeout=SHORT).stream("When?") if each.text)
        assert time.monotonic() - started > 2 * SHORT


SLOW = {
    "silent": silent,
    "late": starts_after(30),
    "stalls": stalls(2, TEXT),
    "drip": drips(0.05, endless()),
    "trickle": trickles(0.1),
    "endless": endless(),
    "nobody answers": nobody_answers,
}


@pytest.mark.parametrize("slow", SLOW)
def test_a_deadline_around_an_asynchronous_stream_ends_it_in_every_case(client, slow):
    script = SLOW[slow]

    async def ask(model) -> None:
        async with asyncio.timeout(SHORT), aclosing(model.astream("When?")) as stream:
            async for _ in stream:
                # Before Python 3.12, a wait inside langchain-openai can swallow the timeout where
                # the next chunk is always there already.
                if time.monotonic() - started > SHORT:
                    raise TimeoutError

    with nobody_answers() if script is nobody_answers else model_server(script) as server:
        model = client(getattr(server, "url", server), timeout=30)
        started = time.monotonic()
        with pytest.raises(TimeoutError):
            clients.run_apart(ask(model))
        assert time.monotonic() - started < SHORT + 1
        if script is not nobody_answers:
            assert server.requests[0].over.wait(2)
            assert server.requests[0].ended is Ended.BY_CLIENT


def no_redirects(client) -> dict[str, object]:
    """The options that keep a client at the server it was given; Anthropic's has none."""
    if client is clients.ollama:
        return {"client_kwargs": {"timeout": 5, "follow_redirects": False}}
    if client is clients.anthropic:
        pytest.skip("ChatAnthropic takes no HTTP client of one's own")
    import openai

    return {
        "http_client": openai.DefaultHttpxClient(follow_redirects=False),
        "http_async_client": openai.DefaultAsyncHttpxClient(follow_redirects=False),
    }


def test_a_redirect_takes_the_words_to_another_server_unless_forbidden(client):
    with model_server(TEXT) as other:
        elsewhere = other.url.replace("127.0.0.1", "localhost")
        with model_server(redirects(elsewhere)) as server:
            assert client(server.url).invoke("When?").text
            assert other.requests.pop().user == "When?"
            bound = client(server.url, **no_redirects(client))
            with pytest.raises(Exception, match=r"307|redirect"):
                bound.invoke("When?")
            with pytest.raises(Exception, match=r"307|redirect"):
                clients.run_apart(bound.ainvoke("When?"))
        assert not other.requests
