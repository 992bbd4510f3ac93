"""Bulk jobs and their rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assistant.records.tables.base import ONCE, Base, Short


class JobRow(Base):
    """A file of enquiries that is worked through row by row."""

    __tablename__ = "jobs"
    __table_args__ = ONCE

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    digest: Mapped[str] = mapped_column(Short, index=True)
    by: Mapped[str] = mapped_column(Short)
    created_at: Mapped[datetime] = mapped_column(index=True)
    finished_at: Mapped[datetime | None]
    stopped: Mapped[bool]
    worker: Mapped[str] = mapped_column(Short)
    beat_at: Mapped[datetime | None]


class JobLineRow(Base):
    """One row of a job's file. It is done when its enquiry is there, in the same transaction."""

    __tablename__ = "job_lines"
    __table_args__ = (UniqueConstraint("job_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_id: Mapped[int] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    message: Mapped[dict[str, Any]]
    done_at: Mapped[datetime | None]
    fault: Mapped[str]
    enquiry_id: Mapped[int | None] = mapped_column(
        ForeignKey("enquiries.id", ondelete="SET NULL"), index=True
    )
