"""The bank of practice prompts: a CSV file that a council edits in Excel or a text editor."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from core.errors import BadBank
from core.rehearsal import About, Area, Prompt, Role
from core.settings import SHIPPED_PROMPTS

__all__ = ["COLUMNS", "SHIPPED_PROMPTS", "prompts"]

COLUMNS = ("id", "roles", "area", "about", "prompt", "shows")
_BETWEEN = ";"
_Kind = TypeVar("_Kind", bound=StrEnum)


def prompts(path: Path = SHIPPED_PROMPTS) -> tuple[Prompt, ...]:
    """The prompts of a bank, in its order. Raises BadBank, which names the line and the column."""
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    found: list[Prompt] = []
    seen: set[str] = set()
    try:
        missing = [each for each in COLUMNS if each not in (rows.fieldnames or ())]
        if missing:
            raise BadBank(f"{path.name}, line 1: the column '{missing[0]}' is missing.")
        for row in rows:
            found.append(_prompt(row, path, rows.line_num))
            if found[-1].id in seen:
                said = f"'{found[-1].id}' is there twice."
                raise BadBank(f"{path.name}, line {rows.line_num}, column 'id': {said}")
            seen.add(found[-1].id)
    except csv.Error as error:
        raise BadBank(f"{path.name}, line {rows.line_num}: {error}.") from None
    if not found:
        raise BadBank(f"{path.name}, line 2: there are no prompts.")
    return tuple(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        said = "it is not saved as UTF-8; in Excel choose 'CSV UTF-8'"
        raise BadBank(f"{path.name}, line 1: {said}.") from None
    except OSError as error:
        raise BadBank(f"The bank of practice prompts {path} could not be opened.") from error


def _prompt(row: dict[str, str | None], path: Path, line: int) -> Prompt:
    def wrong(column: str, said: str) -> BadBank:
        return BadBank(f"{path.name}, line {line}, column '{column}': {said}")

    def one(column: str) -> str:
        value = " ".join((row[column] or "").split())
        if not value:
            raise wrong(column, "it is empty.")
        return value

    def kind(column: str, value: str, kinds: type[_Kind]) -> _Kind:
        try:
            return kinds(value.lower())
        except ValueError:
            said = f"'{value}' is none of {', '.join(kinds)}."
            raise wrong(column, said) from None

    if row.get(None):  # type: ignore[call-overload]  # where csv puts cells beyond the last column
        raise wrong("shows", "there are more cells than columns; put words with commas in quotes.")
    return Prompt(
        id=one("id"),
        roles=tuple(kind("roles", each, Role) for each in _parts(one("roles"))),
        area=kind("area", one("area"), Area),
        about=kind("about", one("about"), About),
        text=one("prompt"),
        shows=tuple(_parts(row["shows"] or "")),
    )


def _parts(value: str) -> Iterable[str]:
    return [part for each in value.split(_BETWEEN) if (part := " ".join(each.split()))]


def of(prompts: Sequence[Prompt], role: Role, area: Area) -> list[Prompt]:
    """Those for a role in an area, in order."""
    return [each for each in prompts if role in each.roles and each.area is area]
