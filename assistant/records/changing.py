"""One step of an enquiry's way, written within a transaction: rows, draft, approval and audit."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.records.finding import found_by
from assistant.records.rows import fill_question
from assistant.records.tables.enquiries import ApprovalRow, DraftRow, EnquiryRow, QuestionRow
from assistant.records.tables.use import AuditRow
from assistant.records.values import EnquiryChange, EnquiryQuestion, EnquiryState, Incoming

#: The states that somebody answers for by name.
_SIGNED = (EnquiryState.APPROVED, EnquiryState.SENT, EnquiryState.REOPENED)


def add_enquiry(
    session: Session,
    message: Incoming,
    by: str,
    now: datetime,
    first: EnquiryChange | None = None,
    received_at: datetime | None = None,
) -> EnquiryRow:
    """Add a message, and its first draft with it where there is one already.

    ``received_at`` is when it came in, where that was before now: drafting takes its time.
    """
    row = EnquiryRow(
        version=1,
        state=EnquiryState.NEW.value,
        channel=message.channel.value,
        reference=message.reference,
        received_at=received_at or now,
        received_by=by,
        sender_name=message.sender_name,
        sender_email=message.sender_email,
        subject=message.subject,
        body=message.body,
        greeting="",
        closing="",
        snapshot_id="",
        checked_against="",
        approved_by="",
        sent_by="",
        changed_at=now,
        changed_by=by,
        questions=[],
        stale=[],
    )
    if first is not None:
        _set_fields(row, by, now, first)
    row.found_by = _found_by(row)
    session.add(row)
    session.flush()
    session.add(audit(now, by, "received", f"enquiry:{row.id}", {"channel": row.channel}))
    if first is not None:
        _add_trail(session, row, 0, first)
    return row


def apply(session: Session, row: EnquiryRow, by: str, now: datetime, change: EnquiryChange) -> None:
    """Write a change of an enquiry, and what goes with it: draft, approval, audit."""
    newest = select(func.max(DraftRow.number)).where(DraftRow.enquiry_id == row.id)
    number = session.scalar(newest) or 0
    row.version += 1
    _set_fields(row, by, now, change)
    row.found_by = _found_by(row)
    _add_trail(session, row, number, change)


def _set_fields(row: EnquiryRow, by: str, now: datetime, change: EnquiryChange) -> None:
    row.changed_at = now
    row.changed_by = by
    for name in ("greeting", "closing", "snapshot_id"):
        value = getattr(change, name)
        if value is not None:
            setattr(row, name, value)
    if change.questions is not None:
        _set_questions(row, change.questions)
    if change.state is not None:
        _set_state(row, change.state, by, now)


def _add_trail(session: Session, row: EnquiryRow, number: int, change: EnquiryChange) -> None:
    """The draft, the approval and the audit of a change; ``number`` is the newest draft's."""
    by, now = row.changed_by, row.changed_at
    if change.draft is not None:
        number += 1
        kind, text, html = change.draft
        draft = DraftRow(
            enquiry_id=row.id, number=number, kind=kind, text=text, html=html, by=by, at=now
        )
        session.add(draft)
    if change.state in _SIGNED:
        session.add(
            ApprovalRow(
                enquiry_id=row.id,
                action=change.state.value,
                draft_number=number,
                by=by,
                at=now,
                note=change.note,
            )
        )
    session.add(audit(now, by, change.action, f"enquiry:{row.id}", change.detail))


def _found_by(row: EnquiryRow) -> str:
    return found_by(
        row.subject,
        row.body,
        row.sender_name,
        row.sender_email,
        *(text for kept in row.questions for text in (kept.question, kept.answer)),
    )


def audit(
    now: datetime, by: str, action: str, subject: str, detail: Mapping[str, Any] | None = None
) -> AuditRow:
    """One line of the audit."""
    return AuditRow(at=now, by=by, action=action, subject=subject, detail=dict(detail or {}))


def _set_questions(row: EnquiryRow, questions: tuple[EnquiryQuestion, ...]) -> None:
    kept = {each.id: each for each in row.questions}
    row.questions = [
        fill_question(kept.get(question.id) or QuestionRow(), question, position)
        for position, question in enumerate(questions, 1)
    ]


def _set_state(row: EnquiryRow, state: EnquiryState, by: str, now: datetime) -> None:
    row.state = state.value
    if state is EnquiryState.DRAFTED:
        row.drafted_at = row.drafted_at or now
    elif state is EnquiryState.APPROVED:
        row.approved_at, row.approved_by = now, by
        row.checked_against = ""
    elif state is EnquiryState.SENT:
        row.sent_at, row.sent_by = now, by
    elif state is EnquiryState.REOPENED:
        row.approved_at, row.approved_by = None, ""
        row.sent_at, row.sent_by = None, ""
        # It is being looked at again: whatever was stale is settled by editing and approving it.
        row.stale = []
