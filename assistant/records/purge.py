"""Deleting what has been kept for as long as it may be."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select, text

from assistant.records.changing import audit
from assistant.records.database import Database
from assistant.records.tables.access import AttemptRow, SessionRow
from assistant.records.tables.base import Base
from assistant.records.tables.enquiries import EnquiryRow
from assistant.records.tables.jobs import JobRow
from assistant.records.tables.use import AuditRow, ConversationRow, FeedbackRow
from assistant.records.values import Retention


def purge(
    database: Database, retention: Retention, now: datetime, by: str, *, dry_run: bool = False
) -> dict[str, int]:
    """Delete what is older than its kind may get; returns how many of each kind.

    Args:
        database: the records.
        retention: days by kind; 0 keeps a kind for good.
        now: the moment that ages are counted from.
        by: login of who asked for it.
        dry_run: only count.
    """
    counts = {}
    with database.writing() as session:
        for kind, table, condition in _due(retention, now):
            if dry_run:
                query = select(func.count()).select_from(table).where(condition)
                counts[kind] = session.scalar(query) or 0
            else:
                done = session.execute(delete(table).where(condition))
                counts[kind] = done.rowcount  # type: ignore[attr-defined]
        if not dry_run:
            session.add(audit(now, by, "purged", "records", counts))
    if not dry_run and database.is_sqlite:
        _wipe(database)
    return counts


def _due(retention: Retention, now: datetime) -> list[tuple[str, type[Base], ColumnElement[bool]]]:
    """Each kind, its table, and which of its rows are to go."""

    def before(days: int) -> datetime:
        return now - timedelta(days=days)

    every: list[tuple[str, int, type[Base], ColumnElement[bool]]] = [
        (
            "conversations",
            retention.conversations,
            ConversationRow,
            ConversationRow.last_at < before(retention.conversations),
        ),
        (
            "feedback",
            retention.feedback,
            FeedbackRow,
            FeedbackRow.at < before(retention.feedback),
        ),
        (
            "enquiries",
            retention.enquiries,
            EnquiryRow,
            EnquiryRow.received_at < before(retention.enquiries),
        ),
        (
            "jobs",
            retention.jobs,
            JobRow,
            func.coalesce(JobRow.finished_at, JobRow.created_at) < before(retention.jobs),
        ),
        ("audit", retention.audit, AuditRow, AuditRow.at < before(retention.audit)),
        (
            "sessions",
            retention.sessions,
            SessionRow,
            or_(SessionRow.expires_at < before(retention.sessions)),
        ),
        (
            "sign-in attempts",
            retention.sessions,
            AttemptRow,
            AttemptRow.at < before(retention.sessions),
        ),
    ]
    return [(kind, table, condition) for kind, days, table, condition in every if days > 0]


def _wipe(database: Database) -> None:
    """Leave nothing of what was deleted in the file, its write-ahead log or its word index."""
    with database.writing() as session:
        session.execute(text("INSERT INTO enquiry_words(enquiry_words) VALUES ('rebuild')"))
    with database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
