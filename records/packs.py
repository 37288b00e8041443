"""Packs for briefings, kept where every session and process sees them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.errors import UnknownPack
from core.kept_answers import answer_from_data, answer_to_data, documents_of
from core.packs import Checked, Item, Pack
from records.tables import DocumentRow, PackItemRow, PackRow


def new_id() -> str:
    """A name for a pack or an item, unlike any other."""
    return uuid.uuid4().hex[:12]


class Packs:
    """The packs in a register's database. Each change is one transaction: all of it or none.

    None of it changes what may answer. A change to a pack that is gone raises UnknownPack.
    """

    def __init__(self, engine: Engine) -> None:
        """`engine`: that of an open `Register`."""
        self._engine = engine

    def all(self) -> tuple[Pack, ...]:
        """Every pack, the one changed last first, without its items."""
        with Session(self._engine) as session:
            rows = session.scalars(select(PackRow)).all()
            packs = [Pack(row.id, row.name, _utc(row.changed)) for row in rows]
        return tuple(sorted(packs, key=lambda each: each.changed, reverse=True))

    def read(self, pack: str) -> Pack | None:
        """A pack with its items in order; None when it is gone."""
        with Session(self._engine) as session:
            row = session.get(PackRow, pack)
            if row is None:
                return None
            mine = select(PackItemRow).where(PackItemRow.pack == pack)
            rows = session.scalars(mine.order_by(PackItemRow.position, PackItemRow.id)).all()
            return Pack(row.id, row.name, _utc(row.changed), tuple(map(_item, rows)))

    def make(self, name: str, items: Sequence[Item] = (), pack: str = "") -> str:
        """Keeps a new pack; its id, which is `pack` where a pack comes back."""
        made = pack or new_id()
        with Session(self._engine) as session, session.begin():
            session.add(PackRow(id=made, name=name, changed=datetime.now(UTC)))
            session.flush()
            for position, item in enumerate(items):
                session.add(_row(session, made, position, item))
        return made

    def rename(self, pack: str, name: str) -> None:
        with self._change(pack) as session:
            session.execute(update(PackRow).where(PackRow.id == pack).values(name=name))

    def remove(self, pack: str) -> None:
        """Forgets a pack with its items."""
        with Session(self._engine) as session, session.begin():
            session.execute(delete(PackItemRow).where(PackItemRow.pack == pack))
            session.execute(delete(PackRow).where(PackRow.id == pack))

    def add(self, pack: str, item: Item, position: int | None = None) -> None:
        """Puts an item at a place from 0; without one, at the end."""
        with self._change(pack) as session:
            rows = _rows(session, pack)
            place = len(rows) if position is None else max(0, min(position, len(rows)))
            fresh = _row(session, pack, place, item)
            session.add(fresh)
            rows.insert(place, fresh)
            _number(rows)

    def take_out(self, pack: str, item: str) -> None:
        """Forgets an item."""
        with self._change(pack) as session:
            session.execute(delete(PackItemRow).where(PackItemRow.id == item))
            session.flush()
            _number(_rows(session, pack))

    def move(self, pack: str, item: str, by: int) -> None:
        """Moves an item up (-1) or down (1) in its pack."""
        with self._change(pack) as session:
            rows = _rows(session, pack)
            here = next((n for n, row in enumerate(rows) if row.id == item), None)
            if here is not None:
                rows.insert(max(0, here + by), rows.pop(here))
                _number(rows)

    def write(self, pack: str, item: Item) -> None:
        """Keeps an item as it is now, where it stands; one that was taken out stays out."""
        with self._change(pack) as session:
            row = session.get(PackItemRow, item.id)
            if row is not None:
                _fill(session, row, item)

    @contextmanager
    def _change(self, pack: str) -> Iterator[Session]:
        """One writer at a time: noting the time first takes the lock of the pack's row."""
        now = datetime.now(UTC)
        with Session(self._engine) as session, session.begin():
            session.execute(update(PackRow).where(PackRow.id == pack).values(changed=now))
            if session.get(PackRow, pack) is None:
                raise UnknownPack("This pack is no longer here: somebody deleted it.")
            yield session


def _rows(session: Session, pack: str) -> list[PackItemRow]:
    mine = select(PackItemRow).where(PackItemRow.pack == pack)
    return list(session.scalars(mine.order_by(PackItemRow.position, PackItemRow.id)))


def _number(rows: Sequence[PackItemRow]) -> None:
    for position, row in enumerate(rows):
        row.position = position


def _row(session: Session, pack: str, position: int, item: Item) -> PackItemRow:
    row = PackItemRow(id=item.id, pack=pack, position=position)
    _fill(session, row, item)
    return row


def _fill(session: Session, row: PackItemRow, item: Item) -> None:
    row.question, row.note = item.question, item.note
    row.week, row.prompt = item.week, item.prompt
    row.hidden = sorted(item.hidden)
    row.kept, row.found = _data(session, item.kept), _data(session, item.found)
    row.lost = item.lost or (item.kept is not None and row.kept is None)
    row.approved = item.approved and row.kept is not None


def _item(row: PackItemRow) -> Item:
    return Item(
        row.id,
        row.question,
        _checked(row.kept),
        _checked(row.found),
        row.note,
        frozenset(row.hidden),
        row.week,
        row.prompt,
        row.approved,
        row.lost,
    )


def _data(session: Session, checked: Checked | None) -> dict[str, Any] | None:
    """None too where a document was removed meanwhile: its words are not kept any more."""
    if checked is None:
        return None
    wanted = documents_of(checked.answer)
    held = select(DocumentRow.id).where(DocumentRow.id.in_(wanted))
    if len(session.scalars(held).all()) < len(wanted):
        return None
    return {
        "answer": answer_to_data(checked.answer),
        "at": checked.at.isoformat(),
        "fingerprint": checked.fingerprint,
    }


def _checked(data: dict[str, Any] | None) -> Checked | None:
    answer = answer_from_data(data.get("answer")) if data else None
    if data is None or answer is None:
        return None
    return Checked(answer, datetime.fromisoformat(data["at"]), data["fingerprint"])


def _utc(moment: datetime) -> datetime:
    # SQLite gives times back without their zone.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
