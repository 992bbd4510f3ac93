"""Bulk jobs: a file of messages worked through row by row, taken up again after any stop."""

import hashlib
import os
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from uuid import uuid4

from assistant.enquiries.desk import Desk
from assistant.enquiries.sheets import read_csv
from assistant.enquiries.tables import written
from assistant.errors import CareersError, NotAllowedError
from assistant.records import Records
from assistant.records.values import Enquiry, EnquiryChange, Job, JobLine

#: The columns of a finished job's file.
RESULT_COLUMNS = (
    "id", "enquiry", "state", "questions", "covered", "not covered", "reply", "fault",
)  # fmt: skip
#: Why a row that was done has no reply any more.
DELETED = "The enquiry was deleted."
#: Told after each row: how many rows are done, and how many there are.
Progress = Callable[[int, int], None]


def start_job(records: Records, name: str, data: bytes, by: str, *, again: bool = False) -> Job:
    """Keep a .csv as a job, or find the job that anybody made of the same file before.

    Rows that can't be read are kept as failed: they keep no other from being answered.

    Args:
        records: where jobs are kept.
        name: of the file.
        data: what it holds.
        by: login of who brought it in.
        again: make a new job even if the same file was worked through before.

    Raises:
        NotAllowedError: the file can't be read, or no row of it; the message names the row.
    """
    digest = hashlib.sha256(data).hexdigest()
    known = None if again else records.jobs.of_digest(digest)
    if known is not None:
        return known
    rows = read_csv(name, data)
    faults = {place: row.fault for place, row in enumerate(rows, 1) if row.fault}
    return records.jobs.add(name, digest, [row.message for row in rows], by, faults)


def run_job(desk: Desk, records: Records, job_id: int, progress: Progress | None = None) -> Job:
    """Work through the rows that are still waiting; may be called again after any stop.

    A row's enquiry is kept and the row ticked off in one transaction: whatever is killed when, no
    row is lost and none is done twice.

    Raises:
        NotAllowedError: another process is working on the job.
        NoRecordError: there is no such job.
    """
    job = records.jobs.get(job_id)
    if job.finished_at is not None:
        return job
    worker = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
    before = records.jobs.worker(job_id)
    if not records.jobs.claim(job_id, worker, before if _is_dead(before) else ""):
        message = f"Job {job_id} is being worked on already. Wait for it, or stop it first."
        raise NotAllowedError(message)
    try:
        finished = all(_work(desk, records, job, progress))
    finally:
        records.jobs.release(job_id, worker)
    if finished:
        records.jobs.finish(job_id)
    return records.jobs.get(job_id)


def _is_dead(worker: str) -> bool:
    """Whether a worker was a process of this machine that is no more, as after a kill."""
    host, _, process = worker.rpartition(":")[0].rpartition(":")
    if host != socket.gethostname() or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _work(desk: Desk, records: Records, job: Job, progress: Progress | None) -> Iterator[bool]:
    """Whether to go on, after each row."""
    for done, line in enumerate(_waiting(records, job.id), job.done + 1):
        first, fault = _first_draft(desk, line)
        yield records.jobs.complete(job.id, line, first, fault)
        if progress is not None:
            progress(done, job.total)


def _waiting(records: Records, job_id: int) -> Iterable[JobLine]:
    while lines := records.jobs.waiting(job_id):
        yield from lines


def _first_draft(desk: Desk, line: JobLine) -> tuple[EnquiryChange | None, str]:
    try:
        return desk.first_draft(line.message), ""
    except CareersError as error:
        return None, str(error)


def results(records: Records, desk: Desk, job_id: int) -> str:
    """A job's rows as CSV in the order of its file: a reply each, or why there is none."""
    enquiries = {enquiry.id: enquiry for enquiry in records.enquiries.of_job(job_id)}
    return written(
        RESULT_COLUMNS,
        (
            _result(line, enquiries.get(line.enquiry_id or 0), desk)
            for line in records.jobs.lines(job_id)
        ),
    )


def _result(line: JobLine, enquiry: Enquiry | None, desk: Desk) -> Sequence[object]:
    name = line.message.reference or line.position
    if enquiry is None:
        return name, "", "failed", "", "", "", "", line.fault or DELETED
    return (
        name,
        enquiry.id,
        enquiry.state.value,
        len(enquiry.questions),
        sum(question.covered for question in enquiry.questions),
        " | ".join(question.question for question in enquiry.not_covered),
        desk.plain_reply(enquiry),
        "",
    )
