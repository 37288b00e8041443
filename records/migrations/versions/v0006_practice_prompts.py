"""Practice prompts of a rehearsal as items of a pack."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the prompt's id to the items of packs."""
    column = sa.Column("prompt", sa.String(), nullable=False, server_default="")
    op.add_column("pack_items", column)
