"""The inbox: all enquiries, filtered, searched and paged."""

from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from assistant.enquiries.threads import read_thread
from assistant.errors import SnapshotError
from assistant.records.values import Enquiry, EnquiryFilter, EnquiryState
from assistant.web.desk.guarding import SignedIn, TheOffice
from assistant.web.desk.numbers import LARGEST
from assistant.web.desk.office import Office
from assistant.web.desk.rendering import draw

router = APIRouter()

#: Enquiries on one page.
PAGE = 25
#: The filters in the order they are shown: name in the address, words, what it holds.
FILTERS = (
    ("", "All", EnquiryFilter()),
    ("new", "New", EnquiryFilter(states=(EnquiryState.NEW,))),
    ("drafted", "Drafted", EnquiryFilter(states=(EnquiryState.DRAFTED,))),
    ("approved", "Approved", EnquiryFilter(states=(EnquiryState.APPROVED,))),
    ("sent", "Sent", EnquiryFilter(states=(EnquiryState.SENT,))),
    ("reopened", "Reopened", EnquiryFilter(states=(EnquiryState.REOPENED,))),
    ("not-covered", "Not covered", EnquiryFilter(not_covered=True)),
    ("stale", "Stale", EnquiryFilter(stale=True)),
)

Show = Annotated[str, Query(max_length=20)]
Words = Annotated[str, Query(alias="q", max_length=300)]
PageNumber = Annotated[int, Query(alias="page", ge=1, le=1_000_000)]
JobId = Annotated[int | None, Query(alias="job", ge=1, le=LARGEST)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the inbox is asked for."""

    show: str
    words: str
    job_id: int | None
    page: int

    @property
    def wanted(self) -> EnquiryFilter:
        """The same for the records."""
        chosen = next((held for name, _, held in FILTERS if name == self.show), EnquiryFilter())
        return replace(chosen, words=self.words, job_id=self.job_id)

    def address(self, **other: object) -> str:
        """The address of this view, or of one that differs in something."""
        parts = {"show": self.show, "q": self.words, "job": self.job_id, "page": self.page, **other}
        if parts["page"] == 1:
            parts["page"] = None
        asked = urlencode({name: value for name, value in parts.items() if value})
        return f"/desk/?{asked}" if asked else "/desk/"


def asked_for(
    show: Show = "", words: Words = "", job_id: JobId = None, page: PageNumber = 1
) -> Asked:
    """What an address asks for; a filter that there is not is none."""
    known = {name for name, _, _ in FILTERS}
    return Asked(show if show in known else "", words.strip(), job_id, page)


@router.get("/")
def inbox(
    session: SignedIn,
    office: TheOffice,
    asked: Annotated[Asked, Depends(asked_for)],
    said: Show = "",
) -> Response:
    """The list, newest first."""
    notice_stale(office)
    found = office.records.enquiries.find(asked.wanted, PAGE, (asked.page - 1) * PAGE)
    total = office.records.enquiries.count(asked.wanted)
    return draw(
        "inbox.html",
        session,
        asked=asked,
        enquiries=[_line(enquiry) for enquiry in found],
        total=total,
        pages=max(1, -(-total // PAGE)),
        filters=_counted(office, asked),
        said=said,
    )


def notice_stale(office: Office) -> None:
    """Look whether a newer snapshot has made replies stale; quick while it is the same one."""
    try:
        office.desk.look_for_stale()
    except SnapshotError:
        # Without guides nothing can be compared. The pages that need them say so.
        return


def _counted(office: Office, asked: Asked) -> list[dict[str, object]]:
    return [
        {
            "words": label,
            "count": office.records.enquiries.count(
                replace(held, words=asked.words, job_id=asked.job_id)
            ),
            "address": asked.address(show=name, page=1),
            "here": name == asked.show,
        }
        for name, label, held in FILTERS
    ]


def _line(enquiry: Enquiry) -> dict[str, object]:
    return {
        "enquiry": enquiry,
        "title": title_of(enquiry),
        "begins": _beginning(enquiry, 280),
        "sender": enquiry.sender_name or enquiry.sender_email or "Unknown sender",
    }


def title_of(enquiry: Enquiry) -> str:
    """What an enquiry is called: its subject, else how it begins."""
    return enquiry.subject or _beginning(enquiry, 70)


def _beginning(enquiry: Enquiry, length: int) -> str:
    """How the words begin that are to be answered, without mail that stands below them."""
    own = read_thread(enquiry.body, enquiry.subject).own
    return shorten(own, length, placeholder="…")
