"""Enquiries with their questions, drafts, approvals and stale citations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Enquiries with their questions, drafts, approvals and stale citations."""
    op.create_table(
        "enquiries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=200), nullable=False),
        sa.Column("channel", sa.String(length=200), nullable=False),
        sa.Column("reference", sa.String(length=200), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender_name", sa.Text(), nullable=False),
        sa.Column("sender_email", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("greeting", sa.Text(), nullable=False),
        sa.Column("closing", sa.Text(), nullable=False),
        sa.Column("snapshot_id", sa.String(length=200), nullable=False),
        sa.Column("checked_against", sa.String(length=200), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.String(length=200), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.String(length=200), nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_enquiries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_enquiries_received_at", "enquiries", ["received_at"])
    op.create_index("ix_enquiries_reference", "enquiries", ["reference"])
    op.create_index("ix_enquiries_state", "enquiries", ["state"])
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=200), nullable=False),
        sa.Column("draft_number", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiries.id"],
            name="fk_approvals_enquiry_id_enquiries",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_approvals"),
    )
    op.create_index("ix_approvals_enquiry_id", "approvals", ["enquiry_id"])
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiries.id"],
            name="fk_drafts_enquiry_id_enquiries",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.UniqueConstraint("enquiry_id", "number", name="uq_drafts_enquiry_id"),
    )
    op.create_index("ix_drafts_enquiry_id", "drafts", ["enquiry_id"])
    op.create_table(
        "enquiry_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=200), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiries.id"],
            name="fk_enquiry_questions_enquiry_id_enquiries",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_enquiry_questions"),
    )
    op.create_index("ix_enquiry_questions_enquiry_id", "enquiry_questions", ["enquiry_id"])
    op.create_index("ix_enquiry_questions_status", "enquiry_questions", ["status"])
    op.create_table(
        "stale_citations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("guide_id", sa.String(length=200), nullable=False),
        sa.Column("guide", sa.Text(), nullable=False),
        sa.Column("section", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("snapshot_id", sa.String(length=200), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiries.id"],
            name="fk_stale_citations_enquiry_id_enquiries",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["enquiry_questions.id"],
            name="fk_stale_citations_question_id_enquiry_questions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_stale_citations"),
    )
    op.create_index("ix_stale_citations_enquiry_id", "stale_citations", ["enquiry_id"])
    op.create_index("ix_stale_citations_question_id", "stale_citations", ["question_id"])
    op.create_index("ix_stale_citations_settled_at", "stale_citations", ["settled_at"])


def downgrade() -> None:
    """Back to the shape before."""
    op.drop_index("ix_stale_citations_settled_at", table_name="stale_citations")
    op.drop_index("ix_stale_citations_question_id", table_name="stale_citations")
    op.drop_index("ix_stale_citations_enquiry_id", table_name="stale_citations")
    op.drop_table("stale_citations")
    op.drop_index("ix_enquiry_questions_status", table_name="enquiry_questions")
    op.drop_index("ix_enquiry_questions_enquiry_id", table_name="enquiry_questions")
    op.drop_table("enquiry_questions")
    op.drop_index("ix_drafts_enquiry_id", table_name="drafts")
    op.drop_table("drafts")
    op.drop_index("ix_approvals_enquiry_id", table_name="approvals")
    op.drop_table("approvals")
    op.drop_index("ix_enquiries_state", table_name="enquiries")
    op.drop_index("ix_enquiries_reference", table_name="enquiries")
    op.drop_index("ix_enquiries_received_at", table_name="enquiries")
    op.drop_table("enquiries")
