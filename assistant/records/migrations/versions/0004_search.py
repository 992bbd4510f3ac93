"""The index by which enquiries are found by their words."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# The column found_by holds terms that are stemmed already, the same on every database; so the
# databases only look terms up, and both find the same enquiries.
SQLITE = (
    """
    CREATE VIRTUAL TABLE enquiry_words
    USING fts5(found_by, content='enquiries', content_rowid='id', tokenize='unicode61')
    """,
    """
    CREATE TRIGGER enquiry_words_added AFTER INSERT ON enquiries BEGIN
        INSERT INTO enquiry_words(rowid, found_by) VALUES (new.id, new.found_by);
    END
    """,
    """
    CREATE TRIGGER enquiry_words_removed AFTER DELETE ON enquiries BEGIN
        INSERT INTO enquiry_words(enquiry_words, rowid, found_by)
        VALUES ('delete', old.id, old.found_by);
    END
    """,
    """
    CREATE TRIGGER enquiry_words_changed AFTER UPDATE OF found_by ON enquiries BEGIN
        INSERT INTO enquiry_words(enquiry_words, rowid, found_by)
        VALUES ('delete', old.id, old.found_by);
        INSERT INTO enquiry_words(rowid, found_by) VALUES (new.id, new.found_by);
    END
    """,
    "INSERT INTO enquiry_words(enquiry_words) VALUES ('rebuild')",
)
POSTGRESQL = (
    """
    CREATE INDEX ix_enquiries_found_by ON enquiries
    USING gin (array_to_tsvector(string_to_array(found_by, ' ')))
    """,
)


def upgrade() -> None:
    """FTS5 on SQLite, an index of tsvectors on PostgreSQL."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Back to the shape before."""
    if op.get_bind().dialect.name == "sqlite":
        for name in ("added", "removed", "changed"):
            op.execute(f"DROP TRIGGER enquiry_words_{name}")
        op.execute("DROP TABLE enquiry_words")
    else:
        op.execute("DROP INDEX ix_enquiries_found_by")
