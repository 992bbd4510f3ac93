"""Keeping what is known of use: conversations by choice, feedback, the audit, what was asked."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select

from assistant.answer import AnswerStatus
from assistant.errors import NoRecordError
from assistant.records.changing import audit
from assistant.records.database import Database
from assistant.records.rows import citations_json, feedback_of, turn_of
from assistant.records.tables.enquiries import ApprovalRow, DraftRow, EnquiryRow, QuestionRow
from assistant.records.tables.use import AuditRow, ConversationRow, FeedbackRow, TurnRow
from assistant.records.values import (
    Asked,
    AuditEntry,
    EnquiryState,
    Feedback,
    KeptTurn,
    NewFeedback,
    Timing,
)


class ConversationRecords:
    """Conversations that their person chose to have kept."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def start(self) -> str:
        """A new conversation; returns its id, which nobody can guess."""
        conversation_id = uuid4().hex
        now = self._clock()
        with self._database.writing() as session:
            session.add(ConversationRow(id=conversation_id, started_at=now, last_at=now))
        return conversation_id

    def add(self, conversation_id: str, turn: KeptTurn) -> None:
        """Keep one more turn.

        Raises:
            NoRecordError: the conversation was never kept, or was deleted.
        """
        now = self._clock()
        with self._database.writing() as session:
            row = session.get(ConversationRow, conversation_id)
            if row is None:
                message = "This conversation is not kept. Start one that is."
                raise NoRecordError(message)
            row.last_at = now
            kept = TurnRow(
                conversation_id=conversation_id,
                at=now,
                question=turn.question,
                answer=turn.answer,
                status=turn.status.value,
                citations=citations_json(turn.citations),
                topics=list(turn.topics),
                roles=list(turn.roles),
                snapshot_id=turn.snapshot_id,
            )
            session.add(kept)

    def get(self, conversation_id: str) -> tuple[KeptTurn, ...]:
        """The turns of a kept conversation, oldest first; none if it is not kept."""
        query = (
            select(TurnRow).where(TurnRow.conversation_id == conversation_id).order_by(TurnRow.id)
        )
        with self._database.reading() as session:
            return tuple(map(turn_of, session.scalars(query)))

    def remove(self, conversation_id: str) -> None:
        """Delete a conversation, as its person may ask at any time."""
        with self._database.writing() as session:
            row = session.get(ConversationRow, conversation_id)
            if row is not None:
                session.delete(row)


class FeedbackRecords:
    """Thumbs up and down, each with the question and the answer that it is for."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, given: NewFeedback) -> Feedback:
        """Keep a thumb."""
        row = FeedbackRow(
            at=self._clock(),
            channel=given.channel,
            turns=list(given.turns),
            question=given.question,
            answer=given.answer,
            status=given.status.value,
            citations=citations_json(given.citations),
            snapshot_id=given.snapshot_id,
            helpful=given.helpful,
            reason=given.reason,
            note=given.note,
        )
        with self._database.writing() as session:
            session.add(row)
            session.flush()
            return feedback_of(row)

    def get(self, feedback_id: int) -> Feedback:
        """One thumb.

        Raises:
            NoRecordError: there is none of this number, or no longer.
        """
        with self._database.reading() as session:
            row = session.get(FeedbackRow, feedback_id)
            if row is None:
                message = f"There is no feedback {feedback_id}. It may have been deleted."
                raise NoRecordError(message)
            return feedback_of(row)

    def find(
        self, *, helpful: bool | None = None, limit: int = 50, offset: int = 0
    ) -> list[Feedback]:
        """Feedback, newest first; only thumbs up (True) or down (False) if asked so."""
        query = select(FeedbackRow).order_by(FeedbackRow.id.desc()).limit(limit).offset(offset)
        if helpful is not None:
            query = query.where(FeedbackRow.helpful == helpful)
        with self._database.reading() as session:
            return list(map(feedback_of, session.scalars(query)))

    def count(self, *, helpful: bool | None = None) -> int:
        """How many thumbs there are."""
        query = select(func.count(FeedbackRow.id))
        if helpful is not None:
            query = query.where(FeedbackRow.helpful == helpful)
        with self._database.reading() as session:
            return session.scalar(query) or 0

    def note_proposed(self, feedback_id: int) -> None:
        """Note that an eval case was made of it."""
        with self._database.writing() as session:
            row = session.get(FeedbackRow, feedback_id)
            if row is not None:
                row.proposed_at = self._clock()


class AuditRecords:
    """Who did what and when."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(
        self, by: str, action: str, subject: str, detail: Mapping[str, Any] | None = None
    ) -> None:
        """Note what was done; ``detail`` holds no personal data of enquirers."""
        with self._database.writing() as session:
            session.add(audit(self._clock(), by, action, subject, detail))

    def of(self, subject: str) -> list[AuditEntry]:
        """What was done to one subject ("enquiry:12"), oldest first."""
        query = select(AuditRow).where(AuditRow.subject == subject).order_by(AuditRow.id)
        return self._entries(query)

    def find(self, limit: int = 100, offset: int = 0) -> list[AuditEntry]:
        """What was done at all, newest first."""
        return self._entries(
            select(AuditRow).order_by(AuditRow.id.desc()).limit(limit).offset(offset)
        )

    def _entries(self, query: Any) -> list[AuditEntry]:
        with self._database.reading() as session:
            return [
                AuditEntry(row.at, row.by, row.action, row.subject, row.detail)
                for row in session.scalars(query)
            ]


class UseRecords:
    """What was asked and how the replies went, for the insight."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def asked(self, since: datetime | None = None, until: datetime | None = None) -> list[Asked]:
        """The questions of enquiries and kept conversations, oldest first.

        Args:
            since: from this moment on; None from the first.
            until: before this moment; None up to now.
        """
        first = since or datetime.min.replace(tzinfo=UTC, year=1900)
        last = until or datetime.max.replace(tzinfo=UTC, year=9000)
        of_enquiries = (
            select(EnquiryRow.received_at, QuestionRow)
            .join(EnquiryRow, EnquiryRow.id == QuestionRow.enquiry_id)
            .where(EnquiryRow.received_at >= first, EnquiryRow.received_at < last)
        )
        of_chats = select(TurnRow.at, TurnRow).where(TurnRow.at >= first, TurnRow.at < last)
        with self._database.reading() as session:
            found = [_asked(at, row, row.enquiry_id) for at, row in session.execute(of_enquiries)]
            found += [_asked(at, row, None) for at, row in session.execute(of_chats)]
        return sorted(found, key=lambda asked: asked.at)

    def timings(self, since: datetime | None = None, until: datetime | None = None) -> list[Timing]:
        """How each enquiry's reply went: when it came, was drafted, was first approved.

        ``edited`` says that the reply which was approved is not the one first proposed.
        """
        first = since or datetime.min.replace(tzinfo=UTC, year=1900)
        last = until or datetime.max.replace(tzinfo=UTC, year=9000)
        within = (EnquiryRow.received_at >= first, EnquiryRow.received_at < last)
        enquiries = (
            select(EnquiryRow.id, EnquiryRow.received_at, EnquiryRow.drafted_at)
            .where(*within)
            .order_by(EnquiryRow.id)
        )
        approvals = (
            select(ApprovalRow.enquiry_id, func.min(ApprovalRow.at))
            .join(EnquiryRow, EnquiryRow.id == ApprovalRow.enquiry_id)
            .where(ApprovalRow.action == EnquiryState.APPROVED.value, *within)
            .group_by(ApprovalRow.enquiry_id)
        )
        drafts = (
            select(DraftRow.enquiry_id, DraftRow.kind, DraftRow.text)
            .join(EnquiryRow, EnquiryRow.id == DraftRow.enquiry_id)
            .where(DraftRow.kind.in_(("proposed", "approved")), *within)
            .order_by(DraftRow.number)
        )
        with self._database.reading() as session:
            approved: dict[int, datetime] = {
                enquiry: _moment(at) for enquiry, at in session.execute(approvals)
            }
            texts = {(enquiry, kind): text for enquiry, kind, text in session.execute(drafts)}
            rows = session.execute(enquiries).all()
        return [
            Timing(
                received,
                drafted,
                approved.get(enquiry),
                texts.get((enquiry, "approved")) != texts.get((enquiry, "proposed")),
            )
            for enquiry, received, drafted in rows
        ]


def _asked(at: datetime, row: QuestionRow | TurnRow, enquiry_id: int | None) -> Asked:
    return Asked(
        at, row.question, AnswerStatus(row.status), tuple(row.topics), tuple(row.roles), enquiry_id
    )


def _moment(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
