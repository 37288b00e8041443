"""The register's tables, as the steps in `records/migrations` leave them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of the register's tables."""


class DocumentRow(Base):
    """One document and the version of it that is live."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    file: Mapped[str] = mapped_column(String, unique=True)
    """The form that is cited."""
    live_version: Mapped[str] = mapped_column(String)
    passages: Mapped[int] = mapped_column(Integer)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The other fields of `core.documents.Document` as found, dates as ISO text."""
    found: Mapped[list[list[str]]] = mapped_column(JSON, server_default="[]")
    """`core.register.Found`, each as three texts."""
    by_hand: Mapped[dict[str, str]] = mapped_column(JSON, server_default="{}")
    """Corrected facts, which go before those found, in every version."""
    status: Mapped[str] = mapped_column(String, server_default="current")
    supersedes: Mapped[str] = mapped_column(String, server_default="")
    supersedes_by_hand: Mapped[str | None] = mapped_column(String)
    """What the owner said that it supersedes, '' for nothing; NULL when it goes by the dates."""
    series: Mapped[str] = mapped_column(String, server_default="", index=True)
    """What the editions of one paper have in common; see `records.editions`."""
    dated: Mapped[str] = mapped_column(String, server_default="")
    sketch: Mapped[bytes] = mapped_column(LargeBinary, server_default="", deferred=True)


class FormRow(Base):
    """A file that is a form of a document, the cited one included."""

    __tablename__ = "forms"

    file: Mapped[str] = mapped_column(String, primary_key=True)
    document: Mapped[str] = mapped_column(
        String, ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    file_hash: Mapped[str] = mapped_column(String)
    version: Mapped[str] = mapped_column(String)


class NoteRow(Base):
    """An owner's note on a passage, which it knows by the hash of the passage's words."""

    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("document", "passage"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    document: Mapped[str] = mapped_column(String, ForeignKey("documents.id", ondelete="CASCADE"))
    passage: Mapped[str] = mapped_column(String)
    text: Mapped[str] = mapped_column(String)
    written: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class ProblemRow(Base):
    """A file, or part of one, that the last reading could not take in."""

    __tablename__ = "problems"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    file: Mapped[str] = mapped_column(String, index=True)
    version: Mapped[str] = mapped_column(String)
    """Hash of the bytes that could not be read, so that they are not tried again unchanged."""
    reason: Mapped[str] = mapped_column(String)
    whole_file: Mapped[bool] = mapped_column(Boolean)


class JobRow(Base):
    """An update started from the screen; see `core.jobs`."""

    __tablename__ = "jobs"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String, unique=True)
    state: Mapped[str] = mapped_column(String)
    started: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    seen: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    step: Mapped[dict[str, Any]] = mapped_column(JSON)
    outcome: Mapped[dict[str, Any]] = mapped_column(JSON)
    message: Mapped[str] = mapped_column(String, server_default="")
    error_id: Mapped[str] = mapped_column(String, server_default="")


class InspectionRow(Base):
    """The inspection that the council prepares for: one row, none before anything is known."""

    __tablename__ = "inspection"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    owners: Mapped[dict[str, str]] = mapped_column(JSON, server_default="{}")


class PackRow(Base):
    """A pack for a briefing; see `core.packs`."""

    __tablename__ = "packs"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str] = mapped_column(String)
    changed: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class PackItemRow(Base):
    """A question of a pack. `kept` and `found` are a `core.packs.Checked` as data."""

    __tablename__ = "pack_items"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    pack: Mapped[str | None] = mapped_column(
        String, ForeignKey("packs.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int] = mapped_column(Integer)
    question: Mapped[str] = mapped_column(String)
    note: Mapped[str] = mapped_column(String, server_default="")
    week: Mapped[int] = mapped_column(Integer, server_default="0")
    prompt: Mapped[str] = mapped_column(String, server_default="")
    approved: Mapped[bool] = mapped_column(Boolean, server_default=false())
    lost: Mapped[bool] = mapped_column(Boolean, server_default=false())
    hidden: Mapped[list[int]] = mapped_column(JSON, server_default="[]")
    kept: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    found: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class StateRow(Base):
    """The register's own numbers: one row, `generation` counts the changes."""

    __tablename__ = "state"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    generation: Mapped[int] = mapped_column(Integer)
