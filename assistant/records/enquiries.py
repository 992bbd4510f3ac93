"""Keeping enquiries: adding, finding, changing; nobody overwrites what another has done."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session, selectinload

from assistant.errors import ChangedMeanwhileError, NoRecordError
from assistant.records.changing import add_enquiry, apply, audit
from assistant.records.database import Database
from assistant.records.finding import has_words
from assistant.records.rows import enquiry_of
from assistant.records.tables.enquiries import (
    ApprovalRow,
    DraftRow,
    EnquiryRow,
    QuestionRow,
    StaleRow,
)
from assistant.records.tables.jobs import JobLineRow
from assistant.records.values import (
    COVERED,
    IDLE,
    Approval,
    Draft,
    Enquiry,
    EnquiryChange,
    EnquiryFilter,
    EnquiryState,
    Incoming,
)

#: The statuses of questions that are no gap in the guides.
_NO_GAP = tuple(status.value for status in (*COVERED, *IDLE))


class EnquiryRecords:
    """The enquiries, with their questions, drafts and approvals."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        message: Incoming,
        by: str,
        first: EnquiryChange | None = None,
        received_at: datetime | None = None,
    ) -> Enquiry:
        """Keep a new message, and its first draft with it where there is one already.

        Args:
            message: as it came in.
            by: login of who brought it in, or the client's name.
            first: what is known of it from the beginning (its questions, the draft).
            received_at: when it came in; None for now.
        """
        with self._database.writing() as session:
            row = add_enquiry(session, message, by, self._clock(), first, received_at)
            return enquiry_of(row)

    def get(self, enquiry_id: int) -> Enquiry:
        """One enquiry.

        Raises:
            NoRecordError: there is none of this number, or no longer.
        """
        with self._database.reading() as session:
            return enquiry_of(_row(session, enquiry_id))

    def seen(self, enquiry_id: int, version: int) -> Enquiry:
        """One enquiry, if it is still in the version that somebody saw.

        Raises:
            NoRecordError: there is none of this number, or no longer.
            ChangedMeanwhileError: it is not in this version any more.
        """
        with self._database.reading() as session:
            row = _row(session, enquiry_id)
            if row.version != version:
                raise _changed_meanwhile(row)
            return enquiry_of(row)

    def of_reference(self, reference: str, by: str) -> Enquiry | None:
        """The newest enquiry that this client brought in under its own reference."""
        found = self.find(EnquiryFilter(by=by, reference=reference), limit=1)
        return found[0] if found else None

    def find(
        self, wanted: EnquiryFilter | None = None, limit: int = 50, offset: int = 0
    ) -> list[Enquiry]:
        """The enquiries that fit a filter, newest first."""
        query = (
            select(EnquiryRow)
            .where(*self._conditions(wanted or EnquiryFilter()))
            .options(selectinload(EnquiryRow.questions), selectinload(EnquiryRow.stale))
            .order_by(EnquiryRow.received_at.desc(), EnquiryRow.id.desc())
            .limit(limit)
            .offset(offset)
        )
        with self._database.reading() as session:
            return [enquiry_of(row) for row in session.scalars(query)]

    def count(self, wanted: EnquiryFilter | None = None) -> int:
        """How many enquiries fit a filter."""
        held = self._conditions(wanted or EnquiryFilter())
        query = select(func.count(EnquiryRow.id)).where(*held)
        with self._database.reading() as session:
            return session.scalar(query) or 0

    def change(self, enquiry_id: int, version: int, by: str, change: EnquiryChange) -> Enquiry:
        """Change an enquiry that was seen in this version, all of it or nothing.

        Raises:
            NoRecordError: there is no such enquiry.
            ChangedMeanwhileError: it is not in this version any more. Nothing was changed.
        """
        with self._database.writing() as session:
            row = _row(session, enquiry_id, lock=True)
            if row.version != version:
                raise _changed_meanwhile(row)
            apply(session, row, by, self._clock(), change)
            session.flush()
            session.refresh(row)
            return enquiry_of(row)

    def remove(self, enquiry_id: int, by: str) -> None:
        """Delete an enquiry and all that belongs to it, as its sender may ask.

        Raises:
            NoRecordError: there is no such enquiry.
        """
        with self._database.writing() as session:
            session.delete(_row(session, enquiry_id, lock=True))
            session.add(audit(self._clock(), by, "deleted", f"enquiry:{enquiry_id}"))

    def drafts(self, enquiry_id: int) -> list[Draft]:
        """The drafts of an enquiry's reply, oldest first."""
        query = select(DraftRow).where(DraftRow.enquiry_id == enquiry_id).order_by(DraftRow.number)
        with self._database.reading() as session:
            return [
                Draft(row.number, row.kind, row.text, row.html, row.by, row.at)
                for row in session.scalars(query)
            ]

    def approvals(self, enquiry_id: int) -> list[Approval]:
        """Who approved, sent or reopened an enquiry, and when; oldest first."""
        query = (
            select(ApprovalRow).where(ApprovalRow.enquiry_id == enquiry_id).order_by(ApprovalRow.id)
        )
        with self._database.reading() as session:
            return [
                Approval(row.action, row.draft_number, row.by, row.at, row.note)
                for row in session.scalars(query)
            ]

    def unchecked(self, states: Sequence[EnquiryState], snapshot_id: str) -> Iterator[Enquiry]:
        """Every enquiry in one of these states not yet compared with a snapshot, oldest first."""
        return self._each(
            EnquiryRow.state.in_([state.value for state in states]),
            EnquiryRow.checked_against != snapshot_id,
        )

    def of_job(self, job_id: int) -> Iterator[Enquiry]:
        """Every enquiry that a bulk job brought in, oldest first."""
        return self._each(*self._conditions(EnquiryFilter(job_id=job_id)))

    def _each(self, *held: ColumnElement[bool], batch: int = 200) -> Iterator[Enquiry]:
        """Enquiries oldest first, read a batch at a time."""
        last = 0
        while True:
            query = (
                select(EnquiryRow)
                .where(EnquiryRow.id > last, *held)
                .options(selectinload(EnquiryRow.questions), selectinload(EnquiryRow.stale))
                .order_by(EnquiryRow.id)
                .limit(batch)
            )
            with self._database.reading() as session:
                found = [enquiry_of(row) for row in session.scalars(query)]
            yield from found
            if len(found) < batch:
                return
            last = found[-1].id

    def _conditions(self, wanted: EnquiryFilter) -> list[ColumnElement[bool]]:
        held: list[ColumnElement[bool]] = []
        if wanted.states:
            held.append(EnquiryRow.state.in_([state.value for state in wanted.states]))
        if wanted.not_covered:
            held.append(
                exists().where(
                    QuestionRow.enquiry_id == EnquiryRow.id, QuestionRow.status.not_in(_NO_GAP)
                )
            )
        if wanted.stale:
            held.append(
                exists().where(StaleRow.enquiry_id == EnquiryRow.id, StaleRow.settled_at.is_(None))
            )
        if wanted.job_id is not None:
            held.append(
                exists().where(
                    JobLineRow.enquiry_id == EnquiryRow.id, JobLineRow.job_id == wanted.job_id
                )
            )
        if wanted.by:
            held.append(EnquiryRow.received_by == wanted.by)
        if wanted.reference:
            held.append(EnquiryRow.reference == wanted.reference)
        words = has_words(wanted.words, sqlite=self._database.is_sqlite)
        return held if words is None else [*held, words]


def _row(session: Session, enquiry_id: int, *, lock: bool = False) -> EnquiryRow:
    row = session.get(EnquiryRow, enquiry_id, with_for_update=lock)
    if row is None:
        message = f"There is no enquiry {enquiry_id}. It may have been deleted."
        raise NoRecordError(message)
    return row


def _changed_meanwhile(row: EnquiryRow) -> ChangedMeanwhileError:
    who = row.changed_by or "the assistant"
    return ChangedMeanwhileError(
        f"Enquiry {row.id} was changed by {who} in the meantime. Nothing was overwritten: look at "
        "it as it is now, and make your change again.",
        row.changed_by,
        row.changed_at,
    )
