"""An answer as plain data, and back, so that it can be kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.answers import Answer


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)  # some milliseconds, which the start need not wait for


def answer_to_data(answer: Answer) -> dict[str, Any]:
    """All of an answer, citations with their passages and documents included, fit for JSON."""
    data: dict[str, Any] = _adapter().dump_python(answer, mode="json")
    return data


def answer_from_data(data: object) -> Answer | None:
    """The answer that was kept; None for data that another release wrote and this cannot read."""
    try:
        return _adapter().validate_python(data)
    except ValidationError:
        return None


def documents_of(answer: Answer) -> tuple[str, ...]:
    """Ids of the documents whose words an answer holds, those of its near passages too."""
    cited = (*answer.citations, *answer.near)
    return tuple(dict.fromkeys(each.document.id for each in cited))
