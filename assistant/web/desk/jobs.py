"""Bulk jobs: how far each is, and going on with one that stopped."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, RedirectResponse, Response

from assistant.records.values import Job
from assistant.web.desk.guarding import OwnForm, SignedIn, TheOffice
from assistant.web.desk.inbox import Show
from assistant.web.desk.numbers import Placed
from assistant.web.desk.reading import names_of
from assistant.web.desk.rendering import HEADERS, draw

router = APIRouter()


@router.get("/jobs")
def jobs_page(session: SignedIn, office: TheOffice) -> Response:
    """The newest jobs."""
    found = office.records.jobs.find()
    return draw("jobs.html", session, jobs=[(job, _state(job)) for job in found])


@router.get("/jobs/{job_id}")
def job_page(job_id: Placed, session: SignedIn, office: TheOffice, said: Show = "") -> Response:
    """One job: its progress, and the rows that could not be read."""
    job = office.records.jobs.get(job_id)
    failed = (
        [line for line in office.records.jobs.lines(job_id) if line.fault] if job.failed else []
    )
    told: dict[str, Any] = {
        "said": said,
        "state": _state(job),
        "over": _is_over(job),
        "names": names_of(office),
    }
    return draw("job.html", session, job=job, failed=failed, **told)


@router.get("/jobs/{job_id}/progress")
def progress(job_id: Placed, session: SignedIn, office: TheOffice) -> Response:  # noqa: ARG001
    """The same in figures, for the page to ask again and again."""
    job = office.records.jobs.get(job_id)
    told: dict[str, Any] = {
        "done": job.done,
        "total": job.total,
        "failed": job.failed,
        "state": _state(job),
        "running": job.running,
        "over": _is_over(job),
    }
    return JSONResponse(told, headers=HEADERS)


@router.post("/jobs/{job_id}/go")
def go_on(job_id: Placed, session: SignedIn, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """Take a job up again where it stopped."""
    job = office.records.jobs.get(job_id)
    if job.finished_at is None:
        office.workers.start(job_id)
    return RedirectResponse(f"/desk/jobs/{job_id}?said=started", status_code=303)


@router.post("/jobs/{job_id}/stop")
def stop(job_id: Placed, session: SignedIn, office: TheOffice, form: OwnForm) -> Response:  # noqa: ARG001
    """Stop a job after the row in hand."""
    office.records.jobs.get(job_id)
    office.records.jobs.stop(job_id)
    return RedirectResponse(f"/desk/jobs/{job_id}?said=stopped", status_code=303)


def _is_over(job: Job) -> bool:
    """Whether nothing will happen with it until somebody does something."""
    return job.finished_at is not None or (job.stopped and not job.running)


def _state(job: Job) -> str:
    """How a job stands, in words."""
    if job.finished_at is not None:
        return "Finished"
    if job.running:
        return "Stopping" if job.stopped else "Working"
    return "Stopped" if job.stopped else "Waiting for a worker"
