"""Bringing enquiries in: one that is pasted, or a file of one or many."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.status import HTTP_303_SEE_OTHER, HTTP_422_UNPROCESSABLE_CONTENT

from assistant.enquiries.bulk import start_job
from assistant.enquiries.intake import read_message, read_upload
from assistant.errors import NotAllowedError
from assistant.records.values import Channel, Enquiry, EnquiryFilter, Incoming, LoginSession
from assistant.web.desk.guarding import OwnForm, SignedIn, TheOffice, texts
from assistant.web.desk.office import Office
from assistant.web.desk.rendering import draw

router = APIRouter()


@router.get("/new")
def new_page(session: SignedIn) -> Response:
    """Where an enquiry is pasted or a file is chosen."""
    return draw("new.html", session, typed={}, problem="", at="")


@router.post("/new/paste")
def paste(session: SignedIn, office: TheOffice, form: OwnForm) -> Response:
    """Draft the reply to a pasted message; what can't be read is shown again with the reason."""
    typed = texts(form)
    try:
        message = read_message(typed.get("message", ""))
        message = replace(
            message,
            subject=typed.get("subject", "").strip() or message.subject,
            sender_name=typed.get("sender_name", "").strip() or message.sender_name,
            sender_email=typed.get("sender_email", "").strip() or message.sender_email,
        )
        enquiry = office.desk.receive(message, session.user.login)
    except NotAllowedError as error:
        return _again(session, typed, error, "paste")
    return _see(f"/desk/enquiries/{enquiry.id}?said=drafted")


@router.post("/new/upload")
async def upload(session: SignedIn, office: TheOffice, form: OwnForm) -> Response:
    """Take a file: a .csv becomes a job, of a .txt or .eml the reply is drafted at once."""
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        error = NotAllowedError("No file was chosen. Choose a .txt, .eml or .csv file.")
        return _again(session, {}, error, "upload")
    data = await file.read()
    again = _ticked(form, "again")
    return await run_in_threadpool(_take, session, office, file.filename, data, again)


def _take(session: LoginSession, office: Office, name: str, data: bytes, again: bool) -> Response:
    by = session.user.login
    try:
        if name.lower().endswith(".csv"):
            newest = next((job.id for job in office.records.jobs.find(limit=1)), 0)
            job = start_job(office.records, name, data, by, again=again)
            if job.finished_at is None:
                office.workers.start(job.id)
            return _see(f"/desk/jobs/{job.id}?said={'known' if job.id <= newest else 'started'}")
        message = read_upload(name, data)
        known = None if again else _same_mail(office, message)
        enquiry = known or office.desk.receive(message, by)
    except NotAllowedError as error:
        return _again(session, {}, error, "upload")
    return _see(f"/desk/enquiries/{enquiry.id}?said={'known-mail' if known else 'drafted'}")


def _same_mail(office: Office, message: Incoming) -> Enquiry | None:
    """The enquiry that an e-mail became when somebody brought it in before."""
    if message.channel is not Channel.EMAIL or not message.reference:
        return None
    found = office.records.enquiries.find(EnquiryFilter(reference=message.reference), limit=1)
    return next((each for each in found if each.body == message.body), None)


def _ticked(form: FormData, name: str) -> bool:
    return form.get(name) == "yes"


def _see(address: str) -> Response:
    return RedirectResponse(address, status_code=HTTP_303_SEE_OTHER)


def _again(
    session: LoginSession, typed: dict[str, Any], error: NotAllowedError, at: str
) -> Response:
    return draw(
        "new.html",
        session,
        status=HTTP_422_UNPROCESSABLE_CONTENT,
        typed=typed,
        problem=str(error),
        at=at,
    )
