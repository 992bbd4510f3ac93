"""What is kept of an enquiry, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from assistant.answer import AnswerStatus, Citation


class EnquiryState(StrEnum):
    """How far an enquiry is: new -> drafted -> approved -> sent; reopened is worked on again."""

    NEW = "new"
    DRAFTED = "drafted"
    APPROVED = "approved"
    SENT = "sent"
    REOPENED = "reopened"


class Channel(StrEnum):
    """How a message came in."""

    PASTED = "pasted"
    TEXT = "txt"
    EMAIL = "eml"
    CSV = "csv"
    API = "api"


#: The guides answer these, at least in part.
COVERED = (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)
#: Nothing that guides could answer: thanks, abuse.
IDLE = (AnswerStatus.SOCIAL, AnswerStatus.REFUSED)


class MarkKind(StrEnum):
    """What a check found about one claim of an edited answer."""

    HOLDS = "holds"  # as proposed, or what is left of it still stands in its quotes
    FIGURE = "figure"  # a figure that is not in the quotes that the claim cites
    REWORDED = "reworded"  # words that are not in the quotes: a person has to read them
    UNCITED = "uncited"  # a figure, or a claim that had a citation, without any now
    OWN = "own"  # a sentence that staff added, without figures: theirs to answer for
    NO_SOURCE = "no_source"  # a marker without a citation, or a quote that is not in the guide


class StaleKind(StrEnum):
    """What became of a cited place."""

    QUOTE_CHANGED = "quote_changed"
    PASSAGE_CHANGED = "passage_changed"  # the quote still stands, the passage around it changed
    GUIDE_REMOVED = "guide_removed"


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim of an edited answer, ``answer[start:end]`` by characters, and what was found.

    ``said`` says it in a sentence for staff; ``numbers`` are the markers of the claim.
    """

    start: int
    end: int
    kind: MarkKind
    said: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing needs a person's eye."""
        return self.kind in (MarkKind.HOLDS, MarkKind.OWN)


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A citation of a reply, and the passage (paragraph, item, row, FAQ pair) it stood in."""

    citation: Citation
    passage: str = ""


@dataclass(frozen=True, slots=True)
class EnquiryQuestion:
    """One question of an enquiry.

    ``found`` is the question as it was read from the message ("" if staff added it), ``question``
    as it is now. ``proposed`` is the answer as the assistant wrote it, ``answer`` as it is now:
    both Markdown with markers that number ``places``. ``marks`` cover the claims of ``answer``.
    ``id`` is 0 until it is kept.
    """

    question: str
    status: AnswerStatus
    proposed: str
    answer: str
    places: tuple[CitedPlace, ...] = ()
    marks: tuple[Mark, ...] = ()
    topics: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    found: str = ""
    id: int = 0

    @property
    def covered(self) -> bool:
        """Whether the guides answer it, at least in part."""
        return self.status in COVERED

    @property
    def idle(self) -> bool:
        """Whether it is nothing that guides could answer."""
        return self.status in IDLE

    @property
    def edited(self) -> bool:
        """Whether staff changed the answer."""
        return self.answer != self.proposed

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations that the markers stand for."""
        return tuple(place.citation for place in self.places)


@dataclass(frozen=True, slots=True)
class Stale:
    """A citation of an approved or sent reply whose place in the guide has changed since.

    ``old`` is the passage as it was when it was cited, ``new`` what stands there now ("" if
    nothing). ``settled_at`` is when staff looked at it and let it stand.
    """

    id: int
    enquiry_id: int
    question_id: int
    number: int
    guide_id: str
    guide: str
    section: tuple[str, ...]
    kind: StaleKind
    old: str
    new: str
    snapshot_id: str
    found_at: datetime
    settled_at: datetime | None = None
    settled_by: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as it comes in. ``reference`` is the sender's or the client's own id for it."""

    body: str
    subject: str = ""
    sender_name: str = ""
    sender_email: str = ""
    channel: Channel = Channel.PASTED
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One message to support staff and the reply that is in the making.

    ``version`` grows with every change; whoever changes it says which version they saw.
    ``checked_against`` is the snapshot that its citations were last compared with.
    ``received_by`` is the login or client that brought it in; ``approved_by``, ``sent_by`` and
    ``changed_by`` are logins, "" if nobody.
    """

    id: int
    version: int
    state: EnquiryState
    channel: Channel
    reference: str
    received_at: datetime
    sender_name: str
    sender_email: str
    subject: str
    body: str
    greeting: str
    closing: str
    snapshot_id: str
    drafted_at: datetime | None
    approved_at: datetime | None
    approved_by: str
    sent_at: datetime | None
    sent_by: str
    changed_at: datetime
    changed_by: str
    questions: tuple[EnquiryQuestion, ...] = ()
    stale: tuple[Stale, ...] = ()
    checked_against: str = ""
    received_by: str = ""

    @property
    def not_covered(self) -> tuple[EnquiryQuestion, ...]:
        """The questions that the guides do not answer; thanks and abuse are none."""
        return tuple(each for each in self.questions if not (each.covered or each.idle))

    @property
    def open_stale(self) -> tuple[Stale, ...]:
        """The stale citations that nobody has settled."""
        return tuple(stale for stale in self.stale if stale.settled_at is None)

    def question(self, question_id: int) -> EnquiryQuestion | None:
        """The question with this id."""
        return next((each for each in self.questions if each.id == question_id), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole reply as it was at one moment.

    ``kind`` is "proposed", "edited", "approved" or "sent". ``html`` is kept of those approved and
    sent, "" of the others.
    """

    number: int
    kind: str
    text: str
    html: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """``action`` is "approved", "sent" or "reopened"."""

    action: str
    draft_number: int
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class EnquiryChange:
    """What changes of an enquiry in one step; None leaves a thing as it is.

    ``questions`` is the whole new list: those with an id are kept and changed, those without are
    added, the others go. ``draft`` is the kind, text and HTML of a reply that is added to the
    drafts. ``action`` names the step for the audit, ``detail`` tells more of it (no personal data).
    """

    action: str
    state: EnquiryState | None = None
    greeting: str | None = None
    closing: str | None = None
    questions: tuple[EnquiryQuestion, ...] | None = None
    snapshot_id: str | None = None
    draft: tuple[str, str, str] | None = None
    note: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EnquiryFilter:
    """Which enquiries are listed; all that is set must hold.

    ``words`` are searched for in subject, message, sender, questions and reply; ``by`` is who
    brought it in.
    """

    states: tuple[EnquiryState, ...] = ()
    not_covered: bool = False
    stale: bool = False
    words: str = ""
    job_id: int | None = None
    by: str = ""
    reference: str = ""
