"""What is kept of use, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from assistant.answer import AnswerStatus, Citation


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what and when; ``subject`` is like "enquiry:12"."""

    at: datetime
    by: str
    action: str
    subject: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewFeedback:
    """A thumb for one answer. ``turns`` are the earlier questions of the conversation."""

    question: str
    answer: str
    status: AnswerStatus
    helpful: bool
    citations: tuple[Citation, ...] = ()
    turns: tuple[str, ...] = ()
    snapshot_id: str = ""
    reason: str = ""
    note: str = ""
    channel: str = "chat"


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback as it is kept. ``proposed_at`` is when an eval case was made of it."""

    id: int
    at: datetime
    given: NewFeedback
    proposed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """One question of a kept conversation and its answer."""

    question: str
    answer: str
    status: AnswerStatus
    citations: tuple[Citation, ...] = ()
    topics: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    snapshot_id: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was asked, for the insight: of an enquiry or of a kept conversation."""

    at: datetime
    question: str
    status: AnswerStatus
    topics: tuple[str, ...]
    roles: tuple[str, ...]
    enquiry_id: int | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """How an enquiry's reply went, for the insight."""

    received_at: datetime
    drafted_at: datetime | None
    approved_at: datetime | None
    edited: bool


@dataclass(frozen=True, slots=True)
class Retention:
    """Days that each kind of record is kept; 0 keeps it for good."""

    conversations: int = 90
    feedback: int = 365
    enquiries: int = 365
    audit: int = 730
    sessions: int = 1
    jobs: int = 30
