"""The model server speaks what the real clients speak, and keeps what they sent."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import urllib.request

import pytest

from core.settings import ROOT
from tests.model_server import clients
from tests.model_server.received import Api, Ended
from tests.model_server.scripts import endless, honest, in_turn, refuses, says
from tests.model_server.server import model_server

SYSTEM = "You answer from the passages."
FENCED = """Question: When is the timetable sent?

<passages>
<passage number="3" document="Minutes">
The lead calls. Heads &amp; deputies meet at nine.
</passage>
<passage number="7" document="Plan" heading="Week one">
Staff are told. The timetable is sent on Friday.
</passage>
</passages>"""
LINES = """When is the timetable sent?
[3] The lead calls. Heads & deputies meet at nine.
[7] Staff are told. The timetable
is sent on Friday."""
ANSWER = "The timetable is sent on Friday [7]."


@pytest.mark.parametrize("question", [FENCED, LINES], ids=["fenced", "in lines"])
def test_a_streamed_answer_quotes_a_passage_that_was_sent(client, question):
    with model_server() as server:
        chunks = list(client(server.url).stream([("system", SYSTEM), ("human", question)]))
    assert "".join(each.text for each in chunks) == ANSWER
    assert len(chunks) > 5, "it did not come token by token"
    (sent,) = server.requests
    assert sent.streamed
    assert (sent.system, sent.user) == (SYSTEM, question)
    assert sent.passages[3] == "The lead calls. Heads & deputies meet at nine."
    assert sent.ended is Ended.COMPLETE


def test_an_answer_in_one_piece_is_the_same(client):
    with model_server() as server:
        answer = client(server.url).invoke([("system", SYSTEM), ("human", FENCED)])
    assert answer.text == ANSWER


def test_each_provider_is_asked_at_its_own_address_with_the_key(client):
    with model_server() as server:
        client(server.url).invoke(FENCED)
    (sent,) = server.requests
    name = client.__name__
    paths = {
        "openai": "/v1/chat/completions",
        "azure_v1": "/openai/v1/chat/completions",
        "azure_openai": f"/openai/deployments/{clients.DEPLOYMENT}/chat/completions",
        "ollama": "/api/chat",
        "anthropic": "/v1/messages",
    }
    assert sent.path == paths[name]
    assert sent.query == ({"api-version": "2024-10-21"} if name == "azure_openai" else {})
    keys = {sent.headers.get(each, "") for each in ("authorization", "api-key", "x-api-key")}
    assert name == "ollama" or any(each.endswith(clients.KEY) for each in keys)


def test_an_answer_stops_at_the_clients_own_limit_and_says_so(client):
    with model_server(endless(heeds_cap=True)) as server:
        chunks = list(client(server.url, most=7).stream("Go on."))
    assert server.requests[0].cap == 7
    assert server.requests[0].sent == 7
    ends = [each.response_metadata for each in chunks if each.response_metadata]
    reasons = {
        end.get(key) for end in ends for key in ("finish_reason", "done_reason", "stop_reason")
    }
    assert reasons & {"length", "max_tokens"}


def test_a_busy_server_answers_the_second_request(client):
    with model_server(in_turn(refuses(429, retry_after=0.05), says("Two weeks [1]."))) as server:
        if client is clients.ollama:  # which never asks twice
            with pytest.raises(Exception, match="429"):
                client(server.url).invoke("How long?")
            assert client(server.url).invoke("How long?").text == "Two weeks [1]."
        else:
            assert client(server.url, max_retries=1).invoke("How long?").text == "Two weeks [1]."
    assert len(server.requests) == 2


def test_on_the_wire_a_stream_is_what_openai_documents():
    body = {"model": "m", "stream": True, "stream_options": {"include_usage": True}}
    body["messages"] = [{"role": "user", "content": FENCED}]
    with model_server() as server:
        raw = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
        raw.request("POST", "/v1/chat/completions", json.dumps(body))
        answer = raw.getresponse()
        assert answer.getheader("Content-Type", "").startswith("text/event-stream")
        events = answer.read().decode().split("\n\n")
        raw.close()
    assert events[-2:] == ["data: [DONE]", ""]
    first, *tokens, end, usage = [json.loads(each.removeprefix("data: ")) for each in events[:-2]]
    assert first["choices"][0]["delta"] == {"role": "assistant", "content": ""}
    assert "".join(each["choices"][0]["delta"]["content"] for each in tokens) == ANSWER
    assert end["choices"][0]["finish_reason"] == "stop"
    assert usage["choices"] == []
    assert usage["usage"]["completion_tokens"] == len(tokens)


@pytest.mark.parametrize("path", ["/api/tags", "/api/version", "/v1/models"])
def test_it_says_what_it_is_to_who_looks(path):
    with model_server() as server, urllib.request.urlopen(server.url + path, timeout=5) as page:
        assert json.load(page)
    assert server.other == [("GET", path)]
    assert not server.requests


def test_a_question_that_no_passage_answers_is_not_answered():
    with model_server(honest) as server:
        clients.openai(server.url).invoke("Weather?\n[1] The timetable is sent on Friday.")
    assert server.requests[0].api is Api.OPENAI
    assert server.requests[0].sent == 1  # NOTHING


def test_a_person_can_start_it():
    command = [sys.executable, "-m", "tests.model_server", "--port", "0", "--script", "wrong"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            lines = [process.stdout.readline() for _ in range(5)]
            url = lines[3].split()[1]
            assert "nine weeks" in clients.ollama(url).invoke("How long?").text
        finally:
            process.terminate()
