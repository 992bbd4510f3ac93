"""The desk's fixed words that stand in more than one template, or depend on what is shown."""

from assistant.answer import AnswerStatus
from assistant.records.values import (
    Channel,
    EnquiryState,
    MarkKind,
    Role,
    Scope,
    StaleKind,
)

TITLE = "Careers desk"

STATES = {
    EnquiryState.NEW: "New",
    EnquiryState.DRAFTED: "Drafted",
    EnquiryState.APPROVED: "Approved",
    EnquiryState.SENT: "Sent",
    EnquiryState.REOPENED: "Reopened",
}
CHANNELS = {
    Channel.PASTED: "pasted in",
    Channel.TEXT: "from a text file",
    Channel.EMAIL: "from an e-mail file",
    Channel.CSV: "from a CSV file",
    Channel.API: "through the API",
}
ROLES = {Role.STAFF: "Staff", Role.ADMIN: "Admin"}
SCOPES = {
    Scope.ASK: "Ask, search, read the guides, give feedback",
    Scope.ENQUIRIES: "Bring enquiries in and see how its own stand",
}
STATUSES = {
    AnswerStatus.ANSWERED: "Answered",
    AnswerStatus.PARTIAL: "Answered in part",
    AnswerStatus.CLARIFY: "Needs a question back",
    AnswerStatus.NOT_COVERED: "Not covered",
    AnswerStatus.SOCIAL: "Not a question",
    AnswerStatus.REFUSED: "Refused",
    AnswerStatus.FAILED: "Failed",
}
STATUS_ICONS = {
    AnswerStatus.ANSWERED: "yes",
    AnswerStatus.PARTIAL: "part",
    AnswerStatus.CLARIFY: "info",
    AnswerStatus.NOT_COVERED: "none",
    AnswerStatus.SOCIAL: "info",
    AnswerStatus.REFUSED: "no",
    AnswerStatus.FAILED: "no",
}
MARKS = {
    MarkKind.HOLDS: "Stands in its source",
    MarkKind.FIGURE: "Figure not in the source",
    MarkKind.REWORDED: "Reworded: please read",
    MarkKind.UNCITED: "No source",
    MarkKind.NO_SOURCE: "Source not found",
    MarkKind.OWN: "Your own words",
}
STALE_KINDS = {
    StaleKind.QUOTE_CHANGED: "The quoted words have changed",
    StaleKind.PASSAGE_CHANGED: "The words around the quote have changed",
    StaleKind.GUIDE_REMOVED: "The guide is gone",
}
#: What a page says after a step, by what its address says.
SAID = {
    "saved": "Saved. Every changed answer has been checked again.",
    "nothing": "Nothing had changed.",
    "drafted": "Drafted. Read it against its sources before you approve it.",
    "again": "Drafted again from the message, by the guides as they are now.",
    "reworded": "The question is answered again. Read the new answer before you approve.",
    "added": "The question is added and answered. Read its answer before you approve.",
    "removed": "The question is removed from the reply.",
    "approved": "Approved. Copy the reply into your mail program, then mark it as sent.",
    "sent": "Marked as sent.",
    "reopened": "Reopened: it can be edited, and needs approval again.",
    "settled": "Noted: the reply stands as it is.",
    "deleted": "Deleted, with everything that belonged to it.",
    "case": "Added to the review file.",
    "stopped": "It stops after the row in hand. It can go on at any time.",
    "started": "Started.",
    "known": "This very file was brought in before: this is its job. Nothing was added twice.",
    "known-mail": "This very e-mail was brought in before: here it is. Nothing was added twice.",
    "user-added": "Added. Give the person their password in private.",
    "user-disabled": "Locked out, and signed out everywhere.",
    "user-enabled": "Let in again.",
    "password": "The password is changed, and the user signed out everywhere.",
    "key-revoked": "Revoked: the key is of no use from now on.",
}
