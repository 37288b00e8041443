"""The inspection that the council prepares for: its kind, its dates, who does which step."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table of this inspection."""
    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("owners", sa.JSON(), nullable=False, server_default="{}"),
    )
