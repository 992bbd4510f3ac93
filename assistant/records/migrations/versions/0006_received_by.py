"""Who brought an enquiry in, kept with it: the audit may be purged before it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take it from the audit for those that are there."""
    column = sa.Column("received_by", sa.String(length=200), nullable=False, server_default="")
    op.add_column("enquiries", column)
    op.create_index("ix_enquiries_received_by", "enquiries", ["received_by"])
    op.execute(
        """
        UPDATE enquiries SET received_by = COALESCE(
            (SELECT audit."by" FROM audit
             WHERE audit.action = 'received'
             AND audit.subject = 'enquiry:' || CAST(enquiries.id AS VARCHAR)),
            ''
        )
        """
    )


def downgrade() -> None:
    """Back to the shape before."""
    op.drop_index("ix_enquiries_received_by", "enquiries")
    op.drop_column("enquiries", "received_by")
