"""What is kept of use: conversations that a person chose to keep, feedback, and the audit."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.records.tables.base import ONCE, Base, Short


class ConversationRow(Base):
    """A conversation that its person chose to have kept."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(Short, primary_key=True)
    started_at: Mapped[datetime] = mapped_column(index=True)
    last_at: Mapped[datetime] = mapped_column(index=True)

    turns: Mapped[list["TurnRow"]] = relationship(
        order_by="TurnRow.id", cascade="all, delete-orphan", passive_deletes=True
    )


class TurnRow(Base):
    """One question of a kept conversation and its answer."""

    __tablename__ = "conversation_turns"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    question: Mapped[str]
    answer: Mapped[str]
    status: Mapped[str] = mapped_column(Short)
    citations: Mapped[list[Any]]
    topics: Mapped[list[Any]]
    roles: Mapped[list[Any]]
    snapshot_id: Mapped[str] = mapped_column(Short)


class FeedbackRow(Base):
    """A thumb up or down for one answer."""

    __tablename__ = "feedback"
    __table_args__ = ONCE

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    channel: Mapped[str] = mapped_column(Short)
    turns: Mapped[list[Any]]
    question: Mapped[str]
    answer: Mapped[str]
    status: Mapped[str] = mapped_column(Short)
    citations: Mapped[list[Any]]
    snapshot_id: Mapped[str] = mapped_column(Short)
    helpful: Mapped[bool]
    reason: Mapped[str] = mapped_column(Short)
    note: Mapped[str]
    proposed_at: Mapped[datetime | None]


class AuditRow(Base):
    """Who did what to which record, and when. Holds no personal data of enquirers."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    by: Mapped[str] = mapped_column(Short)
    action: Mapped[str] = mapped_column(Short, index=True)
    subject: Mapped[str] = mapped_column(Short, index=True)
    detail: Mapped[dict[str, Any]]
