"""What the API reads and gives of enquiries. A reply is given once a person has approved it."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from assistant.enquiries.intake import LONGEST
from assistant.enquiries.letter import Reply as MadeReply
from assistant.published import Part
from assistant.records.values import Enquiry as KeptEnquiry
from assistant.records.values import EnquiryState
from assistant.web.api.shapes import Given, Kept, Shown

#: A client's own id for an enquiry: what it sends twice is kept once.
REFERENCE = r"^[A-Za-z0-9._:/@#+-]+$"
_MESSAGE = (
    "Hello, is a health informatics engineer on call? And what does one earn in Leeds? Thank you, "
    "Sam"
)

EnquiryId = Annotated[int, Field(ge=1, le=2_147_483_647)]
Version = Annotated[int, Field(strict=True, ge=1, le=2_147_483_647)]
Reference = Annotated[str, Field(min_length=1, max_length=200, pattern=REFERENCE)]


class NewEnquiry(Given):
    """A message to support staff."""

    message: Annotated[str, Kept] = Field(
        min_length=1,
        max_length=LONGEST,
        pattern=r"[A-Za-z0-9]",
        description="What the person wrote.",
        examples=[_MESSAGE],
    )
    subject: Annotated[str, Kept] = Field("", max_length=200, examples=["A question about on-call"])
    sender_name: Annotated[str, Kept] = Field(
        "", max_length=200, description="Who is greeted in the reply.", examples=["Sam"]
    )
    sender_email: Annotated[str, Kept] = Field(
        "", max_length=200, description="Where the reply goes.", examples=["sam@example.org"]
    )
    reference: Reference | None = Field(
        None,
        description="Your own id for it. Sent again with the same message, the enquiry that is "
        "there already is given back: a retry makes no second one.",
        examples=["ticket-4711"],
    )


class Reply(Shown):
    """A reply that a person approved."""

    text: str = Field(description="As plain text.")
    html: str = Field(description="As HTML without head or styles.")


class EnquiryEntry(Shown):
    """An enquiry in short."""

    id: EnquiryId = Field(description="Its number.")
    version: Version = Field(description="Grows with every change.")
    state: EnquiryState = Field(
        description="`new`, `drafted` (waits for a person), `approved`, `sent` or `reopened`."
    )
    reference: str = Field(description="Your own id for it; empty if you gave none.")
    subject: str
    received_at: datetime
    changed_at: datetime
    questions: int = Field(ge=0, description="How many questions were found in the message.")
    not_covered: int = Field(ge=0, description="How many of them the guides do not answer.")
    stale: bool = Field(description="A guide has changed under what the reply cites.")


class Enquiry(EnquiryEntry):
    """An enquiry, with its reply once a person has approved it."""

    message: str = Field(description="What the person wrote.")
    sender_name: str
    sender_email: str
    parts: list[Part] = Field(description="The questions found in the message, as they are now.")
    reply: Reply | None = Field(description="null until a person has approved it.")


class EnquiryList(Shown):
    """Enquiries, newest first."""

    enquiries: list[EnquiryEntry]
    total: int = Field(ge=0, description="How many there are in all.")


class EnquiryProgress(Shown):
    """How far an enquiry is."""

    id: EnquiryId
    state: EnquiryState
    version: Version
    changed_at: datetime


class MarkSent(Given):
    """That an approved reply was sent. The service sends nothing by itself."""

    state: Literal[EnquiryState.SENT] = Field(description="Only `sent` can be set from outside.")
    version: Version = Field(description="The version whose reply was sent.", examples=[3])


def entry_of(kept: KeptEnquiry) -> EnquiryEntry:
    """An enquiry in short."""
    return EnquiryEntry(
        id=kept.id,
        version=kept.version,
        state=kept.state,
        reference=kept.reference,
        subject=kept.subject,
        received_at=kept.received_at,
        changed_at=kept.changed_at,
        questions=len(kept.questions),
        not_covered=len(kept.not_covered),
        stale=bool(kept.open_stale),
    )


def enquiry_of(kept: KeptEnquiry, reply: MadeReply) -> Enquiry:
    """An enquiry as a client gets it; ``reply`` is shown only if it is approved or sent."""
    approved = kept.state in (EnquiryState.APPROVED, EnquiryState.SENT)
    return Enquiry(
        **entry_of(kept).model_dump(),
        message=kept.body,
        sender_name=kept.sender_name,
        sender_email=kept.sender_email,
        parts=[Part(question=each.question, status=each.status) for each in kept.questions],
        reply=Reply(text=reply.text, html=reply.html) if approved else None,
    )


def progress_of(kept: KeptEnquiry) -> EnquiryProgress:
    """How far an enquiry is."""
    return EnquiryProgress(
        id=kept.id, state=kept.state, version=kept.version, changed_at=kept.changed_at
    )
