"""`python -m assistant.rehearsal`: a rehearsal in JSON lines.

`--prompts` writes the prompts for a role and an area. Without it, lines
`{"prompt": "help-24", "answer": "..."}` are read in, with "follow_up_to" for the answer before
where this one answers its probe, and the feedback on each is written. Nothing is kept.
Exit codes: 0 all well, 1 failed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from assistant.answering import Assistant
from assistant.rehearsal.as_json import feedback_as_json, prompt_as_json
from assistant.rehearsal.coach import Coach
from core.errors import BadBank, InspectionReadyError
from core.rehearsal import Area, FeedbackStatus, Prompt, Role
from core.settings import settings


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    given = settings()
    parser = argparse.ArgumentParser(prog="python -m assistant.rehearsal", description=__doc__)
    parser.add_argument("--prompts", action="store_true", help="write the prompts and end")
    parser.add_argument("--role", type=Role, choices=list(Role), help="prompts of one role alone")
    parser.add_argument("--area", type=Area, choices=list(Area), help="prompts of one area alone")
    parser.add_argument("--corpus", type=Path, default=given.corpus, help="folder of documents")
    parser.add_argument("--index", type=Path, default=given.index, help="folder of the index")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.ERROR)
    try:
        assistant = Assistant.open(
            given.model_copy(update={"corpus": options.corpus, "index": options.index})
        )
        coach = assistant.coach()
        if options.prompts:
            _write_prompts(coach, options.role, options.area)
            return 0
        assistant.warm()
        return _rehearse(coach, sys.stdin)
    except BadBank as error:
        print(error, file=sys.stderr)
        return 1
    except InspectionReadyError as error:
        print(f"{error} Build it first: python -m ingest", file=sys.stderr)
        return 1
    except _WrongLine as error:
        print(error, file=sys.stderr)
        return 2


class _WrongLine(Exception):
    """A line that is no answer to a prompt; names no word of it."""


def _write_prompts(coach: Coach, role: Role | None, area: Area | None) -> None:
    for each in coach.every():
        if (role is None or role in each.roles) and area in (None, each.area):
            print(json.dumps(prompt_as_json(each), ensure_ascii=False))


def _rehearse(coach: Coach, lines: Iterable[str]) -> int:
    prompts = {each.id: each for each in coach.every()}
    failed = False
    for prompt, answer, before in _answers(lines, prompts):
        feedback = coach.feedback(prompt, answer, before)
        failed = failed or feedback.status is FeedbackStatus.ERROR
        print(json.dumps(feedback_as_json(feedback), ensure_ascii=False), flush=True)
    return int(failed)


def _answers(
    lines: Iterable[str], prompts: Mapping[str, Prompt]
) -> Iterator[tuple[Prompt, str, str]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            prompt, answer = prompts[given["prompt"]], given["answer"]
            before = given.get("follow_up_to", "")
            if not isinstance(answer, str) or not isinstance(before, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError):
            form = '{"prompt": "an id that --prompts lists", "answer": "..."}'
            raise _WrongLine(f"line {number} is not {form}") from None
        yield prompt, answer, before


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:
        # Whoever read the output has seen enough ('| head').
        sys.stderr.close()
        sys.exit(0)
