"""A chat model's server on this machine, for tests: real HTTP, scripted words.

with model_server(says("Two weeks [1].")) as server:
    model = init_chat_model("m", model_provider="openai", base_url=f"{server.url}/v1", ...)
    ...
    server.requests[0].system
"""

from __future__ import annotations

import contextlib
import json
import select
import socket
import struct
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.model_server.received import Api, Ended, Received
from tests.model_server.scripts import Mishap, Pause, Refusal, Reply, Script, Slowly, honest
from tests.model_server.wire import MARK, WIRES, Wire

LOOK = 0.05
"""Seconds between two looks, in a pause, at whether the client or the server is gone."""
MOST_WHOLE = 200_000
"""Tokens of a reply in one piece that has no end of its own."""


class _ClientGone(Exception):
    pass


class ModelServer(ThreadingHTTPServer):
    """Speaks OpenAI, Azure OpenAI, Ollama and Anthropic on one port; keeps what it received."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, script: Script, port: int = 0, models: tuple[str, ...] = ("test-model",)):
        super().__init__(("127.0.0.1", port), _Handler)
        self.script = script
        self.models = models
        self.requests: list[Received] = []
        """The requests for an answer, in the order of their arrival."""
        self.other: list[tuple[str, str]] = []
        """Method and path of everything else that was asked: lists of models, versions, 404s."""
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news here."""


@contextlib.contextmanager
def model_server(script: Script = honest, port: int = 0) -> Iterator[ModelServer]:
    """A server at `.url` that answers by the script until the block ends; `.requests` stay."""
    with ModelServer(script, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        """Says nothing: the record is in `requests`."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.other.append(("GET", path))
        names = self.server.models
        ollama = [{"name": name, "model": name, "size": 1, "digest": "0" * 12} for name in names]
        data = [{"id": name, "object": "model", "type": "model"} for name in names]
        known = {
            "/": {"status": "test model server"},
            "/api/version": {"version": "0.12.0"},
            "/api/tags": {"models": ollama},
            "/v1/models": {"object": "list", "data": data},
        }
        body = known.get(path, {"error": {"message": f"no such page: {path}"}})
        self.send_body(200 if path in known else 404, body)

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        api = _api(parts.path)
        if api is None:
            self.server.other.append(("POST", parts.path))
            shown = {
                "details": {"family": "test"},
                "model_info": {},
                "capabilities": ["completion"],
            }
            known = parts.path == "/api/show"
            self.send_body(200 if known else 404, shown if known else {"error": "no such page"})
            return
        request = Received(
            api=api,
            method="POST",
            path=parts.path,
            query=dict(parse_qsl(parts.query)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=json.loads(raw or b"{}"),
            at=time.monotonic(),
        )
        self.server.requests.append(request)
        try:
            self.answer(request)
        except (_ClientGone, ConnectionError):
            request.ended = Ended.BY_CLIENT
            self.close_connection = True
        finally:
            request.over.set()

    def answer(self, request: Received) -> None:
        wire = WIRES[request.api](request)
        reply = self.server.script(request)
        if isinstance(reply, Refusal):
            error = wire.error(reply.status, reply.message, reply.code)
            self.send_body(reply.status, reply.page or error, reply.headers)
            request.ended = Ended.COMPLETE
            return
        self.wait(reply.before)
        content_type = wire.stream_type if request.streamed else "application/json"
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        send = self.stream if request.streamed else self.send_whole
        request.ended = send(request, wire, reply)
        self.close_connection |= request.ended is not Ended.COMPLETE

    def stream(self, request: Received, wire: Wire, reply: Reply) -> Ended:
        self.chunk(wire.opening())
        finish = reply.finish
        for part in reply.parts:
            if isinstance(part, Pause):
                self.wait(part.seconds)
            elif isinstance(part, Slowly):
                self.trickle(wire.token(part.text), part.seconds)
            elif part is Mishap.NOT_UTF8:
                self.chunk(wire.token(MARK).replace(MARK.encode(), b"caf\xe9 \xff\xfe"))
            elif isinstance(part, Mishap):
                if part is Mishap.BROKEN_JSON:
                    event = wire.token("and then")
                    self.chunk(event[: len(event) // 2] + b"\n\n")
                elif part is Mishap.ERROR_EVENT:
                    self.chunk(wire.error_event("The server lost its model."))
                return self.end_early(part)
            elif reply.heeds_cap and request.cap == request.sent:
                finish = "length"
                break
            else:
                self.chunk(wire.token(part))
                request.sent += 1
        self.chunk(wire.closing(finish, request.sent))
        self.chunk(b"", last=True)
        return Ended.COMPLETE

    def send_whole(self, request: Received, wire: Wire, reply: Reply) -> Ended:
        """The same reply as one JSON body, sent as it grows. Its mishaps leave it broken."""
        cut = reply.heeds_cap and request.cap is not None
        head, _, tail = (
            json.dumps(wire.whole(reply.finish), ensure_ascii=False)
            .encode()
            .partition(MARK.encode())
        )
        self.chunk(head)
        for part in reply.parts:
            if isinstance(part, Pause):
                self.wait(part.seconds)
            elif isinstance(part, Slowly):
                self.trickle(json.dumps(part.text)[1:-1].encode(), part.seconds)
            elif part is Mishap.NOT_UTF8:
                self.chunk(b"caf\xe9 \xff\xfe")
            elif isinstance(part, Mishap):
                return self.end_early(part)
            elif (cut and request.cap == request.sent) or request.sent == MOST_WHOLE:
                whole = json.dumps(wire.whole("length"), ensure_ascii=False).encode()
                tail = whole.partition(MARK.encode())[2]
                break
            else:
                self.chunk(json.dumps(part)[1:-1].encode())
                request.sent += 1
        self.chunk(tail)
        self.chunk(b"", last=True)
        return Ended.COMPLETE

    def end_early(self, mishap: Mishap) -> Ended:
        if mishap is Mishap.RESET:
            # Closed with something still to linger over, for no time at all: the kernel resets.
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
        elif mishap is not Mishap.CUT:
            self.chunk(b"", last=True)
        return Ended.BY_SCRIPT

    def chunk(self, data: bytes, *, last: bool = False) -> None:
        if data or last:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def trickle(self, data: bytes, seconds: float) -> None:
        for place in range(len(data)):
            self.chunk(data[place : place + 1])
            self.wait(seconds)

    def wait(self, seconds: float) -> None:
        """Sends nothing for so long. Raises _ClientGone when the client, or the server, leaves."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            readable, _, _ = select.select([self.connection], [], [], min(left, LOOK))
            if readable and not self.connection.recv(1, socket.MSG_PEEK):
                raise _ClientGone
            if self.server.closing.is_set():
                raise _ClientGone

    def send_body(
        self, status: int, body: dict[str, Any] | str, headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """A body in one piece: JSON, or a page where it is a string."""
        page = isinstance(body, str)
        data = (body if page else json.dumps(body)).encode()
        self.send_response(status)
        for name, value in (
            *headers,
            ("Content-Type", "text/html" if page else "application/json"),
        ):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _api(path: str) -> Api | None:
    """Whose interface a path belongs to; None where it is no question to a model."""
    if path == "/api/chat":
        return Api.OLLAMA
    if path.endswith("/v1/messages"):
        return Api.ANTHROPIC
    if path.endswith("/chat/completions"):
        return Api.AZURE if path.startswith("/openai/") else Api.OPENAI
    return None
