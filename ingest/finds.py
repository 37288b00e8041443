"""A fact as it is found: the value, where it stood, the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.dates import UNKNOWN_DATE, PartialDate
from core.documents import Kind
from core.register import FoundIn
from language.words import fold

Value = TypeVar("Value", str, Kind, PartialDate)


@dataclass(frozen=True, slots=True)
class Find(Generic[Value]):
    """A fact's value, with where it was found; `words` are exact words of that place."""

    value: Value
    where: FoundIn = FoundIn.INFERRED
    words: str = ""


NO_DATE = Find(UNKNOWN_DATE)


def saying(pattern: str, texts: Iterable[str]) -> str:
    """The first of the texts that holds the pattern, '' when none does."""
    return next((text for text in texts if re.search(pattern, fold(text))), "")
