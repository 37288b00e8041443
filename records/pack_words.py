"""The words of documents that packs keep, taken out when their document is removed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.kept_answers import answer_from_data, documents_of
from records.tables import PackItemRow


def forget_words(session: Session, documents: Collection[str]) -> None:
    """Takes out of every pack each answer that holds words of these documents."""
    gone = frozenset(documents)
    if not gone:
        return
    for row in session.scalars(select(PackItemRow)):
        if _holds(row.kept, gone):
            row.kept, row.approved, row.lost = None, False, True
        if _holds(row.found, gone):
            row.found = None


def _holds(checked: dict[str, Any] | None, documents: frozenset[str]) -> bool:
    if checked is None:
        return False
    answer = answer_from_data(checked.get("answer"))
    # What cannot be read cannot be shown to be free of them.
    return answer is None or not documents.isdisjoint(documents_of(answer))
