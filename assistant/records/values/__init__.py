"""What the records hand out: plain values, free of the database that they came from."""

from assistant.records.values.access import (
    ApiKey,
    LoginSession,
    Role,
    Scope,
    User,
)
from assistant.records.values.enquiries import (
    Approval,
    Channel,
    CitedPlace,
    Draft,
    Enquiry,
    EnquiryChange,
    EnquiryFilter,
    EnquiryQuestion,
    EnquiryState,
    Incoming,
    Mark,
    MarkKind,
    Stale,
    StaleKind,
)
from assistant.records.values.jobs import (
    Job,
    JobLine,
)
from assistant.records.values.use import (
    Asked,
    AuditEntry,
    Feedback,
    KeptTurn,
    NewFeedback,
    Retention,
    Timing,
)

__all__ = [
    "ApiKey",
    "Approval",
    "Asked",
    "AuditEntry",
    "Channel",
    "CitedPlace",
    "Draft",
    "Enquiry",
    "EnquiryChange",
    "EnquiryFilter",
    "EnquiryQuestion",
    "EnquiryState",
    "Feedback",
    "Incoming",
    "Job",
    "JobLine",
    "KeptTurn",
    "LoginSession",
    "Mark",
    "MarkKind",
    "NewFeedback",
    "Retention",
    "Role",
    "Scope",
    "Stale",
    "StaleKind",
    "Timing",
    "User",
]
