"""Packs for briefings: ordered questions, each with its answer as checked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables of packs and of their items."""
    op.create_table(
        "packs",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "pack_items",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("pack", sa.String(), sa.ForeignKey("packs.id", ondelete="CASCADE")),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False, server_default=""),
        sa.Column("week", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("hidden", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("kept", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("found", sa.JSON(none_as_null=True), nullable=True),
    )
    op.create_index("ix_pack_items_pack", "pack_items", ["pack"])
