"""Stale answers: replies whose cited place in a guide has changed since they were approved."""

from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from assistant.errors import NoRecordError
from assistant.records.values import Enquiry, Stale
from assistant.web.desk.guarding import OwnForm, SignedIn, TheOffice
from assistant.web.desk.inbox import Show, notice_stale, title_of
from assistant.web.desk.numbers import whole
from assistant.web.desk.office import Office
from assistant.web.desk.reading import names_of, stale_view
from assistant.web.desk.rendering import draw

router = APIRouter()

#: So many citations are listed at once; the others follow when these are settled.
MOST = 500


@router.get("/stale")
def stale_page(session: SignedIn, office: TheOffice, said: Show = "") -> Response:
    """Each changed place once, with its old and new text and the replies that cite it."""
    notice_stale(office)
    found = office.records.stale.find(limit=MOST)
    settled = office.records.stale.find(settled=True, limit=20)
    return draw(
        "stale.html",
        session,
        places=_places(office, found),
        settled=[(each, _title(office, each)) for each in settled],
        names=names_of(office),
        said=said,
    )


@router.post("/stale/settle")
def settle(session: SignedIn, office: TheOffice, form: OwnForm) -> Response:
    """Note that these replies stand as they are."""
    for value in form.getlist("stale"):
        number = whole(value) if isinstance(value, str) else 0
        if number:
            office.records.stale.settle(number, session.user.login)
    return RedirectResponse("/desk/stale?said=settled", status_code=303)


def _places(office: Office, found: Iterable[Stale]) -> list[dict[str, Any]]:
    grouped: dict[tuple[object, ...], list[Stale]] = {}
    for stale in found:
        key = (stale.guide_id, stale.section, stale.old, stale.new)
        grouped.setdefault(key, []).append(stale)
    return [_place(office, group) for group in grouped.values()]


def _place(office: Office, group: Sequence[Stale]) -> dict[str, Any]:
    replies = []
    for stale in group:
        enquiry = _enquiry(office, stale)
        if enquiry is not None:
            replies.append({"stale": stale, "enquiry": enquiry, "title": title_of(enquiry)})
    return {**stale_view(group[0]), "replies": replies}


def _title(office: Office, stale: Stale) -> str:
    enquiry = _enquiry(office, stale)
    return title_of(enquiry) if enquiry else ""


def _enquiry(office: Office, stale: Stale) -> Enquiry | None:
    """Its enquiry, None if it was deleted a moment ago."""
    try:
        return office.records.enquiries.get(stale.enquiry_id)
    except NoRecordError:
        return None
