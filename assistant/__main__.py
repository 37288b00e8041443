"""`python -m assistant "question"`: the answer with its sources.

Exit codes: 0 all well, 1 failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.answering import Assistant
from assistant.as_json import answer_as_json, answer_as_text
from core.answers import Answer, Status
from core.errors import InspectionReadyError
from core.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    given = settings()
    parser = argparse.ArgumentParser(prog="python -m assistant", description=__doc__)
    parser.add_argument("question", nargs="?", help="the question")
    parser.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    parser.add_argument(
        "--batch", metavar="FILE", help="JSON lines of questions, '-' to read them in"
    )
    parser.add_argument("--corpus", type=Path, default=given.corpus, help="folder of documents")
    parser.add_argument("--index", type=Path, default=given.index, help="folder of the index")
    options = parser.parse_args(arguments)
    if bool(options.question) == bool(options.batch):
        parser.error("give a question or --batch, one of the two")
    logging.basicConfig(level=logging.ERROR)
    try:
        assistant = Assistant.open(
            given.model_copy(update={"corpus": options.corpus, "index": options.index})
        )
        assistant.warm()
        if options.batch:
            return _batch(assistant, options.batch)
        return _one(assistant, options.question, as_json=options.json)
    except InspectionReadyError as error:
        print(f"{error} Build it first: python -m ingest", file=sys.stderr)
        return 1


def _one(assistant: Assistant, question: str, *, as_json: bool) -> int:
    answer = assistant.ask([question])
    if as_json:
        print(json.dumps(answer_as_json(answer), ensure_ascii=False, indent=2))
    else:
        print(answer_as_text(answer))
    return _exit_code([answer])


def _batch(assistant: Assistant, source: str) -> int:
    try:
        requests = list(_requests(source))
    except (OSError, ValueError) as error:
        print(f"The batch could not be read: {error}", file=sys.stderr)
        return 2
    answers: list[Answer] = []
    for identity, turns in requests:
        answer = assistant.ask(turns)
        answers.append(answer)
        line = {"id": identity, **answer_as_json(answer)}
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return _exit_code(answers)


def _requests(source: str) -> Iterator[tuple[str, list[str]]]:
    text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            request = json.loads(line)
            turns = request["turns"]
            if not turns or not all(isinstance(turn, str) for turn in turns):
                raise TypeError
            yield str(request.get("id", number)), turns
        except (ValueError, KeyError, TypeError, AttributeError):
            message = f'line {number} is not {{"id": "...", "turns": ["question"]}}'
            raise ValueError(message) from None


def _exit_code(answers: list[Answer]) -> int:
    return 1 if any(answer.status is Status.ERROR for answer in answers) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # Whoever read the output has seen enough ('| head').
        sys.stderr.close()
        sys.exit(0)
