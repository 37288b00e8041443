"""The prompts of `prompts/*.md`, read strictly: each has its parts and its blanks, no others."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from string import Template

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from core.errors import PromptWrong

FOLDER = Path(__file__).resolve().parents[2] / "prompts"
_PARTS = re.compile(r"\A# system\n\n(?P<system>.+?)\n\n# human\n\n(?P<human>.+?)\s*\Z", re.DOTALL)


def prompt(step: str, **blanks: str) -> list[BaseMessage]:
    """The system and the human message of a step, its blanks filled.

    What is filled in is never read for further blanks. Raises PromptWrong where the file is not
    there, lacks a part, or has other blanks than those given.
    """
    system, human = _read(step)
    wanted = set(system.get_identifiers()) | set(human.get_identifiers())
    if wanted != set(blanks) or not (system.is_valid() and human.is_valid()):
        raise PromptWrong(f"prompts/{step}.md should have the blanks {', '.join(sorted(blanks))}.")
    return [SystemMessage(system.substitute(blanks)), HumanMessage(human.substitute(blanks))]


@lru_cache
def _read(step: str) -> tuple[Template, Template]:
    path = FOLDER / f"{step}.md"
    try:
        parts = _PARTS.match(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PromptWrong(f"prompts/{step}.md cannot be read.") from error
    if parts is None:
        raise PromptWrong(f"prompts/{step}.md should have '# system' and '# human', in this order.")
    return Template(parts["system"]), Template(parts["human"])
