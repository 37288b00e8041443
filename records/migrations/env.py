"""Alembic's entry: runs the steps on the connection that `records.schema` hands over."""

from __future__ import annotations

from alembic import context

from records.tables import Base

# The transaction is the caller's: all steps and the note of the last one, or none.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
