"""Bulk jobs in the background: threads work through files while pages show how far they are."""

import logging
from threading import Event, Lock, Thread

from assistant.enquiries.bulk import run_job
from assistant.enquiries.desk import Desk
from assistant.errors import CareersError, NotAllowedError
from assistant.records import Records

log = logging.getLogger(__name__)

#: Seconds after which a job that a killed process had in hand can be taken up by another.
LET_GO_AFTER = 35.0


class Workers:
    """Works through jobs, one thread each.

    The threads end with the process, whatever they are at: a job that was stopped so goes on where
    it was as soon as somebody takes it up.

    Args:
        desk: what drafts the replies.
        records: where the jobs are.
    """

    def __init__(self, desk: Desk, records: Records) -> None:
        self._desk = desk
        self._records = records
        self._lock = Lock()
        self._at_work: dict[int, Thread] = {}

    def start(self, job_id: int) -> None:
        """Take a job up, unless a thread here is at it already."""
        with self._lock:
            thread = self._at_work.get(job_id)
            if thread is None or not thread.is_alive():
                name = f"job-{job_id}"
                thread = Thread(target=self._work, args=(job_id,), name=name, daemon=True)
                self._at_work[job_id] = thread
                thread.start()

    def take_up(self) -> None:
        """Go on with what was under way when the process before this one ended."""
        for job in self._records.jobs.unfinished():
            self.start(job.id)

    def wait(self, job_id: int) -> None:
        """Wait until a job's thread has ended."""
        with self._lock:
            thread = self._at_work.get(job_id)
        if thread is not None:
            thread.join()

    def _work(self, job_id: int) -> None:
        try:
            try:
                run_job(self._desk, self._records, job_id)
            except NotAllowedError:
                # Somebody has it in hand, or had it until they were killed a moment ago.
                Event().wait(LET_GO_AFTER)
                run_job(self._desk, self._records, job_id)
        except CareersError as error:
            # Its page shows that nobody is at it, and offers to go on.
            log.warning("job %d: %s", job_id, error)
