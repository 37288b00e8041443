"""Whether a presenter has approved an item of a pack, and whether its paper was removed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds both to the items of packs: not approved, not removed."""
    for name in ("approved", "lost"):
        column: sa.Column[bool] = sa.Column(
            name, sa.Boolean(), nullable=False, server_default=sa.false()
        )
        op.add_column("pack_items", column)
