"""What a key opens."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keys that were given before may ask, no more."""
    op.add_column(
        "api_keys", sa.Column("scopes", sa.String(length=200), server_default="ask", nullable=False)
    )


def downgrade() -> None:
    """Back to the shape before."""
    op.drop_column("api_keys", "scopes")
