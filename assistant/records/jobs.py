"""Keeping bulk jobs: each row of a file is done once, whatever is killed in between."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import case, func, or_, select, update

from assistant.errors import NoRecordError
from assistant.records.changing import add_enquiry, audit
from assistant.records.database import Database
from assistant.records.rows import line_of
from assistant.records.tables.jobs import JobLineRow, JobRow
from assistant.records.values import EnquiryChange, Incoming, Job, JobLine

#: A worker that has given no sign of life for so long is taken for dead.
DEAD_AFTER = timedelta(seconds=30)


class JobRecords:
    """Files of enquiries that are worked through row by row."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        name: str,
        digest: str,
        messages: Iterable[Incoming],
        by: str,
        faults: Mapping[int, str] | None = None,
    ) -> Job:
        """Keep a new job with all its rows.

        Args:
            name: of the file, as the person gave it.
            digest: of what the file holds; the same file is known by it.
            messages: its rows in order.
            by: login of who brought it in.
            faults: why rows failed before they were begun, by their position from 1 on.
        """
        now = self._clock()
        failed = faults or {}
        with self._database.writing() as session:
            row = JobRow(name=name, digest=digest, by=by, created_at=now, stopped=False, worker="")
            session.add(row)
            session.flush()
            session.add_all(
                JobLineRow(
                    job_id=row.id,
                    position=position,
                    message=_kept(message),
                    done_at=now if position in failed else None,
                    fault=failed.get(position, ""),
                )
                for position, message in enumerate(messages, 1)
            )
            session.add(audit(now, by, "job added", f"job:{row.id}"))
            job_id = row.id
        return self.get(job_id)

    def get(self, job_id: int) -> Job:
        """One job with its counts.

        Raises:
            NoRecordError: there is no such job, or no longer.
        """
        found = self._jobs(JobRow.id == job_id)
        if not found:
            message = f"There is no job {job_id}. It may have been deleted."
            raise NoRecordError(message)
        return found[0]

    def find(self, limit: int = 20) -> list[Job]:
        """The newest jobs."""
        return self._jobs(limit=limit)

    def of_digest(self, digest: str) -> Job | None:
        """The newest job over the same file, whoever brought it in."""
        found = self._jobs(JobRow.digest == digest, limit=1)
        return found[0] if found else None

    def unfinished(self) -> list[Job]:
        """Jobs that were neither finished nor stopped, to be taken up after a restart."""
        return self._jobs(JobRow.finished_at.is_(None), JobRow.stopped.is_(False))

    def worker(self, job_id: int) -> str:
        """Who has a job in hand, "" if nobody."""
        with self._database.reading() as session:
            return session.get_one(JobRow, job_id).worker

    def claim(self, job_id: int, worker: str, dead: str = "") -> bool:
        """Take a job on, unless a living worker has it; a stopped job goes on.

        Args:
            job_id: the job.
            worker: who takes it on.
            dead: a worker that is known to be dead already.
        """
        now = self._clock()
        taken = (
            update(JobRow)
            .where(
                JobRow.id == job_id,
                JobRow.finished_at.is_(None),
                or_(
                    JobRow.worker.in_(("", worker, dead)),
                    JobRow.beat_at.is_(None),
                    JobRow.beat_at < now - DEAD_AFTER,
                ),
            )
            .values(worker=worker, beat_at=now, stopped=False)
        )
        with self._database.writing() as session:
            return session.execute(taken).rowcount == 1  # type: ignore[attr-defined, no-any-return]

    def release(self, job_id: int, worker: str) -> None:
        """Let go of a job, so that another may take it on at once."""
        with self._database.writing() as session:
            session.execute(
                update(JobRow)
                .where(JobRow.id == job_id, JobRow.worker == worker)
                .values(worker="", beat_at=None)
            )

    def stop(self, job_id: int) -> None:
        """Ask the worker to stop after the row in hand."""
        with self._database.writing() as session:
            session.execute(update(JobRow).where(JobRow.id == job_id).values(stopped=True))

    def waiting(self, job_id: int, limit: int = 50) -> list[JobLine]:
        """The next rows that are neither done nor failed."""
        query = (
            select(JobLineRow)
            .where(JobLineRow.job_id == job_id, JobLineRow.done_at.is_(None))
            .order_by(JobLineRow.position)
            .limit(limit)
        )
        with self._database.reading() as session:
            return list(map(line_of, session.scalars(query)))

    def lines(self, job_id: int) -> list[JobLine]:
        """All rows of a job in order."""
        query = select(JobLineRow).where(JobLineRow.job_id == job_id)
        with self._database.reading() as session:
            return list(map(line_of, session.scalars(query.order_by(JobLineRow.position))))

    def complete(
        self, job_id: int, line: JobLine, first: EnquiryChange | None, fault: str = ""
    ) -> bool:
        """Add the enquiry of a row and tick the row off, both in one transaction.

        Args:
            job_id: the job.
            line: the row.
            first: the enquiry's first draft; None if the row failed.
            fault: why it failed.

        Returns:
            Whether the job is to go on: False once somebody asked it to stop.
        """
        now = self._clock()
        kept = {"done_at": now, "fault": fault}
        if first is not None:
            kept["message"] = _spent(line.message)
        beat = update(JobRow).where(JobRow.id == job_id).values(beat_at=now)
        waiting = update(JobLineRow).where(JobLineRow.id == line.id, JobLineRow.done_at.is_(None))
        with self._database.writing() as session:
            # Past the session, which would look through all that it holds each time: this is done
            # for every row of a large file.
            connection = session.connection()
            told = beat.returning(JobRow.by, JobRow.created_at, JobRow.stopped)
            by, received_at, stopped = connection.execute(told).one()
            if connection.execute(waiting.values(kept)).rowcount == 1 and first is not None:
                enquiry = add_enquiry(session, line.message, by, now, first, received_at)
                done = update(JobLineRow).where(JobLineRow.id == line.id)
                connection.execute(done.values(enquiry_id=enquiry.id))
            return not stopped

    def finish(self, job_id: int) -> None:
        """Note that no row is waiting any more."""
        with self._database.writing() as session:
            job = session.get_one(JobRow, job_id)
            job.finished_at = job.finished_at or self._clock()

    def _jobs(self, *held: object, limit: int | None = None) -> list[Job]:
        done = func.count(case((JobLineRow.done_at.is_not(None), 1)))
        failed = func.count(case((JobLineRow.fault != "", 1)))
        query = (
            select(JobRow, func.count(JobLineRow.id), done, failed)
            .outerjoin(JobLineRow, JobLineRow.job_id == JobRow.id)
            .where(*held)  # type: ignore[arg-type]
            .group_by(JobRow.id)
            .order_by(JobRow.id.desc())
            .limit(limit)
        )
        alive = self._clock() - DEAD_AFTER
        with self._database.reading() as session:
            return [
                Job(
                    id=row.id,
                    name=row.name,
                    by=row.by,
                    created_at=row.created_at,
                    total=total,
                    done=done_,
                    failed=failed_,
                    finished_at=row.finished_at,
                    stopped=row.stopped,
                    running=bool(row.worker and row.beat_at and row.beat_at > alive)
                    and row.finished_at is None,
                )
                for row, total, done_, failed_ in session.execute(query)
            ]


def _kept(message: Incoming) -> dict[str, str]:
    return {**asdict(message), "channel": message.channel.value}


def _spent(message: Incoming) -> dict[str, str]:
    """What is left of a row's message once its enquiry is there: nothing personal."""
    return _kept(Incoming("", channel=message.channel, reference=message.reference))
