"""The register's tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Boolean, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of the register's tables."""


class DocumentRow(Base):
    """One document and the version of it that answers."""

    __tablename__ = "documents"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    file: Mapped[str] = mapped_column(String, unique=True)
    live_version: Mapped[str] = mapped_column(String)
    passages: Mapped[int] = mapped_column(Integer)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    """The other fields of `core.documents.Document`, dates as ISO text."""


class ProblemRow(Base):
    """A file, or part of one, that the last reading could not take in."""

    __tablename__ = "problems"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    file: Mapped[str] = mapped_column(String, index=True)
    version: Mapped[str] = mapped_column(String)
    """Hash of the bytes that could not be read, so that they are not tried again unchanged."""
    reason: Mapped[str] = mapped_column(String)
    whole_file: Mapped[bool] = mapped_column(Boolean)


class StateRow(Base):
    """The register's own numbers: one row, `generation` counts the changes."""

    __tablename__ = "state"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    generation: Mapped[int] = mapped_column(Integer)
