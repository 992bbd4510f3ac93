"""Enquiries, their questions, drafts, approvals and stale citations."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.records.tables.base import ONCE, Base, Short


class EnquiryRow(Base):
    """One message to support staff and the reply that is in the making."""

    __tablename__ = "enquiries"
    __table_args__ = ONCE

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    state: Mapped[str] = mapped_column(Short, index=True)
    channel: Mapped[str] = mapped_column(Short)
    reference: Mapped[str] = mapped_column(Short, index=True)
    received_at: Mapped[datetime] = mapped_column(index=True)
    received_by: Mapped[str] = mapped_column(Short, index=True, server_default="")
    sender_name: Mapped[str]
    sender_email: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    greeting: Mapped[str]
    closing: Mapped[str]
    snapshot_id: Mapped[str] = mapped_column(Short)
    #: The snapshot whose guides its citations were last compared with.
    checked_against: Mapped[str] = mapped_column(Short)
    drafted_at: Mapped[datetime | None]
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[str] = mapped_column(Short)
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[str] = mapped_column(Short)
    changed_at: Mapped[datetime]
    changed_by: Mapped[str] = mapped_column(Short)
    #: The terms by which it is found, set by the repository and indexed by the database.
    found_by: Mapped[str]

    questions: Mapped[list["QuestionRow"]] = relationship(
        order_by="QuestionRow.position", cascade="all, delete-orphan", passive_deletes=True
    )
    stale: Mapped[list["StaleRow"]] = relationship(
        order_by="StaleRow.id", cascade="all, delete-orphan", passive_deletes=True
    )


def _enquiry() -> Mapped[int]:
    return mapped_column(ForeignKey("enquiries.id", ondelete="CASCADE"), index=True)


class QuestionRow(Base):
    """One question of an enquiry and its answer."""

    __tablename__ = "enquiry_questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    enquiry_id: Mapped[int] = _enquiry()
    position: Mapped[int]
    found: Mapped[str]
    question: Mapped[str]
    status: Mapped[str] = mapped_column(Short, index=True)
    proposed: Mapped[str]
    answer: Mapped[str]
    citations: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    topics: Mapped[list[Any]]
    roles: Mapped[list[Any]]


class DraftRow(Base):
    """The whole reply as it was at one moment; never changed afterwards."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("enquiry_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enquiry_id: Mapped[int] = _enquiry()
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(Short)
    text: Mapped[str]
    html: Mapped[str]
    by: Mapped[str] = mapped_column(Short)
    at: Mapped[datetime]


class ApprovalRow(Base):
    """An approval, a sending or a reopening: who, when, of which draft."""

    __tablename__ = "approvals"

    id: Mapped[int] = mapped_column(primary_key=True)
    enquiry_id: Mapped[int] = _enquiry()
    action: Mapped[str] = mapped_column(Short)
    draft_number: Mapped[int]
    by: Mapped[str] = mapped_column(Short)
    at: Mapped[datetime]
    note: Mapped[str]


class StaleRow(Base):
    """A citation of an approved or sent reply whose place in the guide has changed since."""

    __tablename__ = "stale_citations"

    id: Mapped[int] = mapped_column(primary_key=True)
    enquiry_id: Mapped[int] = _enquiry()
    question_id: Mapped[int] = mapped_column(
        ForeignKey("enquiry_questions.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    guide_id: Mapped[str] = mapped_column(Short)
    guide: Mapped[str]
    section: Mapped[list[Any]]
    kind: Mapped[str] = mapped_column(Short)
    old: Mapped[str]
    new: Mapped[str]
    snapshot_id: Mapped[str] = mapped_column(Short)
    found_at: Mapped[datetime]
    settled_at: Mapped[datetime | None] = mapped_column(index=True)
    settled_by: Mapped[str] = mapped_column(Short)
