"""The steps of inspections in a store: found when a document is written, beside its passages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from core.documents import Document, Passage
from core.inspection_steps import Anchor, Direction, InspectionStep, InspectionType, Period, Unit


def write(connection: sqlite3.Connection, document: Document, passages: Sequence[Passage]) -> None:
    """Finds the steps of a document version and adds them; part of the caller's transaction."""
    # Not before a paper is written: its patterns take a tenth of a second, and answers need none.
    from language.inspection_steps import find_steps  # noqa: PLC0415

    connection.executemany(
        "INSERT INTO steps (document, version, data) VALUES (?, ?, ?)",
        [
            (document.id, document.version, json.dumps(asdict(each), ensure_ascii=False))
            for each in find_steps(document, passages)
        ],
    )


def read(connection: sqlite3.Connection, document: str, version: str) -> tuple[InspectionStep, ...]:
    """The steps of a document version, in order; none in a store of a layout without them."""
    try:
        rows = connection.execute(
            "SELECT data FROM steps WHERE document = ? AND version = ? ORDER BY number",
            (document, version),
        ).fetchall()
    except sqlite3.OperationalError:
        return ()
    return tuple(_from_json(data) for (data,) in rows)


def carry(
    source: sqlite3.Connection, target: sqlite3.Connection, document: str, version: str
) -> None:
    """Copies the steps of a document version to another store as they are."""
    rows = source.execute(
        "SELECT document, version, data FROM steps WHERE document = ? AND version = ?"
        " ORDER BY number",
        (document, version),
    ).fetchall()
    target.executemany("INSERT INTO steps (document, version, data) VALUES (?, ?, ?)", rows)


def _from_json(data: str) -> InspectionStep:
    values: dict[str, Any] = json.loads(data)
    values["inspection"] = InspectionType(values["inspection"])
    for name in ("weeks", "days"):
        values[name] = tuple(values[name])
    if (period := values["period"]) is not None:
        values["period"] = Period(
            period["amount"],
            Unit(period["unit"]),
            Direction(period["direction"]),
            period["event"],
            Anchor(period["anchor"]),
            period["up_to"],
        )
    return InspectionStep(**values)
