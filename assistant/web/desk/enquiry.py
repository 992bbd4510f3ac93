"""An enquiry's page, what it asks for while it is open, and the reply to copy."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, RedirectResponse, Response

from assistant.records.values import Enquiry, LoginSession
from assistant.web.desk.guarding import Admin, OwnForm, SignedIn, TheOffice, texts
from assistant.web.desk.inbox import Show, notice_stale, title_of
from assistant.web.desk.numbers import Placed, whole
from assistant.web.desk.office import Office
from assistant.web.desk.reading import lit, names_of, to_read, view
from assistant.web.desk.rendering import HEADERS, draw, piece

router = APIRouter()


@router.get("/enquiries/{enquiry_id}")
def enquiry_page(
    enquiry_id: Placed, session: SignedIn, office: TheOffice, said: Show = ""
) -> Response:
    """One enquiry: the message, its questions and answers, the reply, and what was done."""
    notice_stale(office)
    enquiry = office.records.enquiries.get(enquiry_id)
    return show_enquiry(session, office, enquiry, said=said)


def show_enquiry(
    session: LoginSession, office: Office, enquiry: Enquiry, status: int = 200, **more: Any
) -> Response:
    """The page of an enquiry.

    Args:
        session: who looks at it.
        office: what the pages work with.
        enquiry: as it is now.
        status: the HTTP status.
        more: ``said`` or ``problem``, what the page says first.
    """
    others = office.presence.note(enquiry.id, session.user.login, session.user.name)
    shown = {"said": "", "problem": "", **more, **view(enquiry, office)}
    return draw(
        "enquiry.html", session, status=status, title=title_of(enquiry), others=others, **shown
    )


@router.post("/enquiries/{enquiry_id}/check")
def check(enquiry_id: Placed, session: SignedIn, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """What a check finds in an answer while it is being edited; nothing is kept."""
    typed = texts(form)
    enquiry = office.records.enquiries.get(enquiry_id)
    text = typed.get("text", "")
    marks = office.desk.marks(enquiry, whole(typed.get("question", "")), text)
    told = {
        "lit": piece("lit.html", lit=list(lit(text, marks))),
        "marks": piece("marks.html", to_read=to_read(text, marks)),
    }
    return JSONResponse(told, headers=HEADERS)


@router.get("/enquiries/{enquiry_id}/watch")
def watch(enquiry_id: Placed, session: SignedIn, office: TheOffice) -> Response:
    """Who else has it open, and which version it is: asked for by an open page."""
    others = office.presence.note(enquiry_id, session.user.login, session.user.name)
    enquiry = office.records.enquiries.get(enquiry_id)
    told = {
        "version": enquiry.version,
        "by": names_of(office)[enquiry.changed_by],
        "others": others,
    }
    return JSONResponse(told, headers=HEADERS)


@router.post("/enquiries/{enquiry_id}/delete")
def delete(enquiry_id: Placed, session: Admin, office: TheOffice, form: OwnForm) -> Response:
    """Delete an enquiry with everything that belongs to it, as its sender may ask."""
    if form.get("sure") != "yes":
        return RedirectResponse(f"/desk/enquiries/{enquiry_id}", status_code=303)
    office.records.enquiries.remove(enquiry_id, session.user.login)
    return RedirectResponse("/desk/?said=deleted", status_code=303)
