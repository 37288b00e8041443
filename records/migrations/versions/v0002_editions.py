"""Documents that keep their id: status, editions, corrections, notes, forms, how facts were found.

What an older register holds stays; what it does not know is found when the files are read again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds columns, with a value for the rows that are there, and two tables."""
    for name, column_type, value in (
        ("found", sa.JSON(), "[]"),
        ("by_hand", sa.JSON(), "{}"),
        ("status", sa.String(), "current"),
        ("supersedes", sa.String(), ""),
        ("series", sa.String(), ""),
        ("dated", sa.String(), ""),
        ("sketch", sa.LargeBinary(), ""),
    ):
        column = sa.Column(name, column_type, nullable=False, server_default=value)
        op.add_column("documents", column)
    op.add_column("documents", sa.Column("supersedes_by_hand", sa.String(), nullable=True))
    op.create_index("ix_documents_series", "documents", ["series"])
    op.create_table(
        "forms",
        sa.Column("file", sa.String(), primary_key=True),
        sa.Column(
            "document",
            sa.String(),
            sa.ForeignKey("documents.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("file_hash", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
    )
    op.create_table(
        "notes",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column(
            "document",
            sa.String(),
            sa.ForeignKey("documents.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("passage", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("document", "passage"),
    )
    op.execute(
        "INSERT INTO forms (file, document, file_hash, version)"
        " SELECT file, id, '', live_version FROM documents"
    )
