"""POST and GET /enquiries, GET /enquiries/ID, GET and PUT /enquiries/ID/state.

A client sees the enquiries that it brought in, and no others.
"""

from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from assistant.enquiries.desk import Seen
from assistant.enquiries.intake import accepted
from assistant.errors import NoRecordError, NotAllowedError
from assistant.records.values import ApiKey, Channel, EnquiryFilter, EnquiryState, Incoming
from assistant.records.values import Enquiry as KeptEnquiry
from assistant.web.api.enquiry_shapes import (
    Enquiry,
    EnquiryId,
    EnquiryList,
    EnquiryProgress,
    MarkSent,
    NewEnquiry,
    Reference,
    enquiry_of,
    entry_of,
    progress_of,
)
from assistant.web.api.guard import key_of
from assistant.web.api.parts import ApiParts
from assistant.web.api.problems import INVALID, NOT_ALLOWED, NOT_FOUND, ProblemError

PAGE = 50
PlacedId = Annotated[EnquiryId, Path(description="The enquiry's number.")]


def enquiries(parts: ApiParts) -> APIRouter:
    """The routes for a client's own enquiries."""
    router = APIRouter(tags=["Enquiries"])
    intake = _Intake(parts)

    @router.post(
        "/enquiries",
        summary="Bring an enquiry in",
        operation_id="create_enquiry",
        status_code=201,
        responses={
            200: {"model": Enquiry, "description": "It is there already, by its reference"},
            201: {"headers": {"Location": {"schema": {"type": "string"}}}},
        },
    )
    def create(new: NewEnquiry, request: Request, response: Response) -> Enquiry:
        """Keep a message for support staff, with a first draft of its reply.

        Its questions are found and answered at once; a person reads the draft before anything is
        sent.
        """
        kept, is_new = intake.receive(_incoming(new), brought_by(key_of(request)))
        response.status_code = 201 if is_new else 200
        response.headers["Location"] = f"/api/v1/enquiries/{kept.id}"
        return enquiry_of(kept, parts.desk.reply(kept))

    @router.get("/enquiries", summary="List your enquiries", operation_id="list_enquiries")
    def list_all(
        request: Request,
        state: Annotated[
            EnquiryState | None, Query(description="Only those in this state.")
        ] = None,
        reference: Annotated[
            Reference | None, Query(description="Only those with this reference of yours.")
        ] = None,
        limit: Annotated[int, Query(ge=1, le=200, description="How many at most.")] = PAGE,
        offset: Annotated[int, Query(ge=0, le=1_000_000, description="How many to pass over.")] = 0,
    ) -> EnquiryList:
        """The enquiries that your client brought in, newest first."""
        wanted = EnquiryFilter(
            states=(state,) if state else (),
            by=brought_by(key_of(request)),
            reference=reference or "",
        )
        found = parts.records.enquiries.find(wanted, limit, offset)
        total = parts.records.enquiries.count(wanted)
        return EnquiryList(enquiries=[entry_of(each) for each in found], total=total)

    @router.get("/enquiries/{enquiry_id}", summary="Get one enquiry", operation_id="get_enquiry")
    def get(enquiry_id: PlacedId, request: Request) -> Enquiry:
        """One enquiry, with its reply once a person has approved it."""
        kept = _own(parts, enquiry_id, request)
        return enquiry_of(kept, parts.desk.reply(kept))

    @router.get(
        "/enquiries/{enquiry_id}/state",
        summary="See how far an enquiry is",
        operation_id="get_enquiry_state",
    )
    def get_state(enquiry_id: PlacedId, request: Request) -> EnquiryProgress:
        """The state alone: light enough to be asked for again and again."""
        return progress_of(_own(parts, enquiry_id, request))

    @router.put(
        "/enquiries/{enquiry_id}/state",
        summary="Say that the reply was sent",
        operation_id="set_enquiry_state",
    )
    def set_state(enquiry_id: PlacedId, mark: MarkSent, request: Request) -> EnquiryProgress:
        """Note that the approved reply has been sent by your client.

        `version` is the one that you sent: if somebody has changed the reply since, you are told,
        and nothing is overwritten. Only people approve, at the desk.
        """
        _own(parts, enquiry_id, request)
        by = brought_by(key_of(request))
        return progress_of(parts.desk.mark_sent(Seen(enquiry_id, mark.version, by)))

    return router


def brought_by(key: ApiKey) -> str:
    """Under what name a client's steps are kept; no login has a colon, so none is taken for it."""
    return f"api:{key.client}"


class _Intake:
    """Takes messages in, each reference once, however many requests bring it at a time."""

    def __init__(self, parts: ApiParts) -> None:
        self._parts = parts
        self._locks = [Lock() for _ in range(64)]

    def receive(self, message: Incoming, by: str) -> tuple[KeptEnquiry, bool]:
        """The enquiry, and whether it is new.

        Raises:
            ProblemError: the message can't be read, or its reference has another message already.
        """
        try:
            message = accepted(message)
        except NotAllowedError as error:
            raise ProblemError(INVALID, str(error)) from error
        if not message.reference:
            return self._parts.desk.receive(message, by), True
        with self._locks[hash((by, message.reference)) % len(self._locks)]:
            there = self._parts.records.enquiries.of_reference(message.reference, by)
            if there is None:
                return self._parts.desk.receive(message, by), True
            if there.body != message.body:
                detail = (
                    f"The reference is that of enquiry {there.id}, which has another message. Use "
                    "a reference of its own for each message."
                )
                raise ProblemError(NOT_ALLOWED, detail)
            return there, False


def _incoming(new: NewEnquiry) -> Incoming:
    return Incoming(
        body=new.message,
        subject=new.subject,
        sender_name=new.sender_name,
        sender_email=new.sender_email,
        channel=Channel.API,
        reference=new.reference or "",
    )


def _own(parts: ApiParts, enquiry_id: int, request: Request) -> KeptEnquiry:
    """An enquiry of the client's own; another's is told like one that is not there."""
    try:
        kept = parts.records.enquiries.get(enquiry_id)
    except NoRecordError:
        kept = None
    if kept is None or kept.received_by != brought_by(key_of(request)):
        raise ProblemError(NOT_FOUND, f"There is no enquiry {enquiry_id} that you brought in.")
    return kept
