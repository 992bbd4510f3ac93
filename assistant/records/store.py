"""The records as one object: what is kept, in one place to open and to close."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from assistant.records.access import KeyRecords, SessionRecords, UserRecords
from assistant.records.database import Database
from assistant.records.enquiries import EnquiryRecords
from assistant.records.jobs import JobRecords
from assistant.records.purge import purge
from assistant.records.stale import StaleRecords
from assistant.records.use import (
    AuditRecords,
    ConversationRecords,
    FeedbackRecords,
    UseRecords,
)
from assistant.records.values import Retention


def now_utc() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


class Records:
    """Everything that is kept; safe to share between threads.

    Args:
        address: an SQLAlchemy address; its tables are brought up to date.
        clock: what says how late it is.

    Raises:
        RecordsError: the address can't be used.

    Attributes:
        enquiries: enquiries, their questions, drafts and approvals.
        stale: citations that are stale.
        jobs: bulk jobs.
        conversations: conversations kept by choice.
        feedback: thumbs.
        audit: who did what.
        use: what was asked, for the insight.
        users: who may sign in.
        sessions: who is signed in, and failed sign-ins.
        keys: API keys.
    """

    def __init__(self, address: str, clock: Callable[[], datetime] = now_utc) -> None:
        self._database = Database(address)
        self.clock = clock
        self.enquiries = EnquiryRecords(self._database, clock)
        self.stale = StaleRecords(self._database, clock)
        self.jobs = JobRecords(self._database, clock)
        self.conversations = ConversationRecords(self._database, clock)
        self.feedback = FeedbackRecords(self._database, clock)
        self.audit = AuditRecords(self._database, clock)
        self.use = UseRecords(self._database)
        self.users = UserRecords(self._database, clock)
        self.sessions = SessionRecords(self._database, clock)
        self.keys = KeyRecords(self._database, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def purge(self, retention: Retention, by: str, *, dry_run: bool = False) -> dict[str, int]:
        """Delete what has been kept for as long as it may be; returns how many of each kind."""
        return purge(self._database, retention, self.clock(), by, dry_run=dry_run)

    def check(self) -> None:
        """Ask the database for a sign of life.

        Raises:
            RecordsError: it does not answer.
        """
        self._database.check()

    def close(self) -> None:
        """Let go of all connections."""
        self._database.close()


def address_in(folder: Path) -> str:
    """The address of the SQLite records in a data folder."""
    return f"sqlite:///{(folder / 'records.sqlite3').resolve()}"
