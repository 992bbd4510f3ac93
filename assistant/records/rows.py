"""Rows of the database <-> the values that the records hand out."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from assistant.answer import AnswerStatus, Citation
from assistant.records.tables.access import KeyRow, UserRow
from assistant.records.tables.enquiries import EnquiryRow, QuestionRow, StaleRow
from assistant.records.tables.jobs import JobLineRow
from assistant.records.tables.use import FeedbackRow, TurnRow
from assistant.records.values import (
    ApiKey,
    Channel,
    CitedPlace,
    Enquiry,
    EnquiryQuestion,
    EnquiryState,
    Feedback,
    Incoming,
    JobLine,
    KeptTurn,
    Mark,
    MarkKind,
    NewFeedback,
    Role,
    Scope,
    Stale,
    StaleKind,
    User,
)


def citations_json(citations: Iterable[Citation]) -> list[Any]:
    """Citations as JSON keeps them."""
    return [{**asdict(citation), "section": list(citation.section)} for citation in citations]


def citation_of(kept: dict[str, Any]) -> Citation:
    """A citation as it was."""
    return Citation(**{**kept, "section": tuple(kept["section"])})


def enquiry_of(row: EnquiryRow) -> Enquiry:
    """An enquiry with its questions and stale citations."""
    return Enquiry(
        id=row.id,
        version=row.version,
        state=EnquiryState(row.state),
        channel=Channel(row.channel),
        reference=row.reference,
        received_at=row.received_at,
        received_by=row.received_by,
        sender_name=row.sender_name,
        sender_email=row.sender_email,
        subject=row.subject,
        body=row.body,
        greeting=row.greeting,
        closing=row.closing,
        snapshot_id=row.snapshot_id,
        checked_against=row.checked_against,
        drafted_at=row.drafted_at,
        approved_at=row.approved_at,
        approved_by=row.approved_by,
        sent_at=row.sent_at,
        sent_by=row.sent_by,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        questions=tuple(map(question_of, row.questions)),
        stale=tuple(map(stale_of, row.stale)),
    )


def question_of(row: QuestionRow) -> EnquiryQuestion:
    """One question of an enquiry."""
    return EnquiryQuestion(
        id=row.id,
        found=row.found,
        question=row.question,
        status=AnswerStatus(row.status),
        proposed=row.proposed,
        answer=row.answer,
        places=tuple(
            CitedPlace(citation_of(kept["citation"]), kept["passage"]) for kept in row.citations
        ),
        marks=tuple(
            Mark(
                mark["start"],
                mark["end"],
                MarkKind(mark["kind"]),
                mark["said"],
                tuple(mark["numbers"]),
            )
            for mark in row.marks
        ),
        topics=tuple(row.topics),
        roles=tuple(row.roles),
    )


def fill_question(row: QuestionRow, question: EnquiryQuestion, position: int) -> QuestionRow:
    """Write a question into its row."""
    row.position = position
    row.found = question.found
    row.question = question.question
    row.status = question.status.value
    row.proposed = question.proposed
    row.answer = question.answer
    row.citations = [
        {"citation": citation, "passage": place.passage}
        for citation, place in zip(citations_json(question.citations), question.places, strict=True)
    ]
    row.marks = [
        {**asdict(mark), "kind": mark.kind.value, "numbers": list(mark.numbers)}
        for mark in question.marks
    ]
    row.topics = list(question.topics)
    row.roles = list(question.roles)
    return row


def stale_of(row: StaleRow) -> Stale:
    """One stale citation."""
    return Stale(
        id=row.id,
        enquiry_id=row.enquiry_id,
        question_id=row.question_id,
        number=row.number,
        guide_id=row.guide_id,
        guide=row.guide,
        section=tuple(row.section),
        kind=StaleKind(row.kind),
        old=row.old,
        new=row.new,
        snapshot_id=row.snapshot_id,
        found_at=row.found_at,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
    )


def turn_of(row: TurnRow) -> KeptTurn:
    """One turn of a kept conversation."""
    return KeptTurn(
        question=row.question,
        answer=row.answer,
        status=AnswerStatus(row.status),
        citations=tuple(map(citation_of, row.citations)),
        topics=tuple(row.topics),
        roles=tuple(row.roles),
        snapshot_id=row.snapshot_id,
        at=row.at,
    )


def feedback_of(row: FeedbackRow) -> Feedback:
    """One thumb, with the answer that it is for."""
    given = NewFeedback(
        question=row.question,
        answer=row.answer,
        status=AnswerStatus(row.status),
        helpful=row.helpful,
        citations=tuple(map(citation_of, row.citations)),
        turns=tuple(row.turns),
        snapshot_id=row.snapshot_id,
        reason=row.reason,
        note=row.note,
        channel=row.channel,
    )
    return Feedback(row.id, row.at, given, row.proposed_at)


def user_of(row: UserRow) -> User:
    """A user, without the hash of the password."""
    return User(row.id, row.login, row.name, Role(row.role), row.created_at, row.disabled_at)


def key_of(row: KeyRow) -> ApiKey:
    """An API key, without the hash of its secret."""
    return ApiKey(
        id=row.id,
        client=row.client,
        shown=row.shown,
        per_minute=row.per_minute,
        created_at=row.created_at,
        created_by=row.created_by,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
        scopes=tuple(map(Scope, row.scopes.split())),
    )


def line_of(row: JobLineRow) -> JobLine:
    """One row of a job's file."""
    message = Incoming(**{**row.message, "channel": Channel(row.message["channel"])})
    return JobLine(
        row.id, row.position, message, row.done_at is not None, row.fault, row.enquiry_id
    )
