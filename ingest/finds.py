"""A fact as it is found: the value, where it stood, the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from core.dates import UNKNOWN_DATE, PartialDate
from core.documents import Kind
from core.register import FoundIn

Value = TypeVar("Value", str, Kind, PartialDate)


@dataclass(frozen=True, slots=True)
class Find(Generic[Value]):
    """A fact's value, with where it was found; `words` are exact words of that place."""

    value: Value
    where: FoundIn = FoundIn.INFERRED
    words: str = ""


NO_DATE = Find(UNKNOWN_DATE)
