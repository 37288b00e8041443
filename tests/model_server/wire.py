"""How each provider puts a reply on the wire, as its published interface says."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import Any

from tests.model_server.received import Api, Received

MARK = "\ue000"
"""Stands for the text in a body of one piece; private use, so no text of ours holds it."""
CREATED = 1_790_000_000


class Wire(ABC):
    """Server-sent events and JSON bodies of one provider, for one request."""

    stream_type = "text/event-stream; charset=utf-8"

    def __init__(self, request: Received) -> None:
        self.request = request
        self.model = str(request.body.get("model", "test-model"))

    def frame(self, data: dict[str, Any]) -> bytes:
        return f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode()

    @abstractmethod
    def opening(self) -> bytes: ...

    @abstractmethod
    def token(self, text: str) -> bytes: ...

    @abstractmethod
    def closing(self, finish: str, sent: int) -> bytes: ...

    @abstractmethod
    def whole(self, finish: str) -> dict[str, Any]:
        """The body of a reply in one piece, with MARK where the text goes."""

    def error(self, status: int, message: str, code: str) -> dict[str, Any]:
        kind = "server_error" if status >= 500 else "invalid_request_error"
        return {"error": {"message": message, "type": kind, "param": None, "code": code or None}}

    def error_event(self, message: str) -> bytes:
        return self.frame(self.error(500, message, "server_error"))


class OpenAI(Wire):
    """Chat completions, which most other servers speak too."""

    def chunk(self, choices: list[dict[str, Any]], **more: Any) -> bytes:
        head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": CREATED}
        return self.frame({**head, "model": self.model, "choices": choices, **more})

    def delta(self, delta: dict[str, Any], finish: str | None = None) -> bytes:
        return self.chunk([{"index": 0, "delta": delta, "finish_reason": finish}])

    def opening(self) -> bytes:
        return self.delta({"role": "assistant", "content": ""})

    def token(self, text: str) -> bytes:
        return self.delta({"content": text})

    def closing(self, finish: str, sent: int) -> bytes:
        end = self.delta({}, finish)
        if (self.request.body.get("stream_options") or {}).get("include_usage"):
            end += self.chunk([], usage=_usage(sent))
        return end + b"data: [DONE]\n\n"

    def whole(self, finish: str) -> dict[str, Any]:
        message = {"role": "assistant", "content": MARK, "refusal": None}
        head = {"id": "chatcmpl-1", "object": "chat.completion", "created": CREATED}
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish}
        return {**head, "model": self.model, "choices": [choice], "usage": _usage(1)}


class Azure(OpenAI):
    """The same, after a first chunk without choices that holds the content filter's word."""

    def opening(self) -> bytes:
        fine = {"filtered": False, "severity": "safe"}
        filters = dict.fromkeys(("hate", "self_harm", "sexual", "violence"), fine)
        results = [{"prompt_index": 0, "content_filter_results": filters}]
        return self.chunk([], prompt_filter_results=results) + super().opening()


class Ollama(Wire):
    """One JSON object in each line."""

    stream_type = "application/x-ndjson"

    def frame(self, data: dict[str, Any]) -> bytes:
        return json.dumps(data, ensure_ascii=False).encode() + b"\n"

    def line(self, text: str, **more: Any) -> dict[str, Any]:
        head = {"model": self.model, "created_at": "2026-11-22T09:00:00.000000Z"}
        return {**head, "message": {"role": "assistant", "content": text}, **more}

    def opening(self) -> bytes:
        return b""

    def token(self, text: str) -> bytes:
        return self.frame(self.line(text, done=False))

    def closing(self, finish: str, sent: int) -> bytes:
        return self.frame(self.line("", **_ollama_end(finish, sent)))

    def whole(self, finish: str) -> dict[str, Any]:
        return self.line(MARK, **_ollama_end(finish, 1))

    def error(self, status: int, message: str, code: str) -> dict[str, Any]:
        return {"error": message}


class Anthropic(Wire):
    """Messages: named events."""

    def frame(self, data: dict[str, Any]) -> bytes:
        return f"event: {data['type']}\n".encode() + super().frame(data)

    def message(self, content: list[dict[str, Any]], finish: str | None) -> dict[str, Any]:
        head = {"id": "msg_1", "type": "message", "role": "assistant", "model": self.model}
        usage = {"input_tokens": 10, "output_tokens": 1}
        end = {"stop_reason": finish and _anthropic_reason(finish), "stop_sequence": None}
        return {**head, "content": content, **end, "usage": usage}

    def opening(self) -> bytes:
        block = {"type": "text", "text": ""}
        start = self.frame({"type": "message_start", "message": self.message([], None)})
        start += self.frame({"type": "content_block_start", "index": 0, "content_block": block})
        return start + self.frame({"type": "ping"})

    def token(self, text: str) -> bytes:
        delta = {"type": "text_delta", "text": text}
        return self.frame({"type": "content_block_delta", "index": 0, "delta": delta})

    def closing(self, finish: str, sent: int) -> bytes:
        delta = {"stop_reason": _anthropic_reason(finish), "stop_sequence": None}
        end = self.frame({"type": "content_block_stop", "index": 0})
        end += self.frame(
            {"type": "message_delta", "delta": delta, "usage": {"output_tokens": sent}}
        )
        return end + self.frame({"type": "message_stop"})

    def whole(self, finish: str) -> dict[str, Any]:
        return self.message([{"type": "text", "text": MARK}], finish)

    def error(self, status: int, message: str, code: str) -> dict[str, Any]:
        kinds = {401: "authentication_error", 404: "not_found_error", 429: "rate_limit_error"}
        kind = kinds.get(status, "api_error" if status >= 500 else "invalid_request_error")
        return {"type": "error", "error": {"type": kind, "message": message}}


WIRES: dict[Api, type[Wire]] = {
    Api.OPENAI: OpenAI,
    Api.AZURE: Azure,
    Api.OLLAMA: Ollama,
    Api.ANTHROPIC: Anthropic,
}


def _usage(sent: int) -> dict[str, int]:
    return {"prompt_tokens": 10, "completion_tokens": sent, "total_tokens": 10 + sent}


def _ollama_end(finish: str, sent: int) -> dict[str, Any]:
    times = dict.fromkeys(("total_duration", "load_duration", "eval_duration"), 1_000_000)
    counts = {"prompt_eval_count": 10, "eval_count": sent, "prompt_eval_duration": 1_000_000}
    return {"done": True, "done_reason": finish, **times, **counts}


def _anthropic_reason(finish: str) -> str:
    return {"stop": "end_turn", "length": "max_tokens", "content_filter": "refusal"}.get(
        finish, finish
    )
