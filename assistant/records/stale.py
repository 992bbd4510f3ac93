"""Keeping which citations of approved and sent replies are stale."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update

from assistant.errors import NoRecordError
from assistant.records.changing import audit
from assistant.records.database import Database
from assistant.records.rows import stale_of
from assistant.records.tables.enquiries import EnquiryRow, StaleRow
from assistant.records.values import Stale


class StaleRecords:
    """Citations whose place in the guide has changed since the reply was approved."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def replace(self, enquiry_id: int, found: Sequence[Stale], snapshot_id: str) -> int:
        """Bring the stale citations of an enquiry up to date; returns how many are new.

        ``snapshot_id`` is the snapshot that it was compared with.

        What is no longer stale goes. What staff settled stays settled, as long as the new text is
        the one they looked at.
        """
        with self._database.writing() as session:
            rows = session.scalars(select(StaleRow).where(StaleRow.enquiry_id == enquiry_id)).all()
            known = {(row.question_id, row.number, row.new): row for row in rows}
            wanted = {(stale.question_id, stale.number, stale.new): stale for stale in found}
            gone = [row.id for key, row in known.items() if key not in wanted]
            session.execute(delete(StaleRow).where(StaleRow.id.in_(gone)))
            new = [stale for key, stale in wanted.items() if key not in known]
            session.add_all(_row(stale) for stale in new)
            session.execute(
                update(EnquiryRow)
                .where(EnquiryRow.id == enquiry_id)
                .values(checked_against=snapshot_id)
            )
            return len(new)

    def find(self, *, settled: bool = False, limit: int = 100) -> list[Stale]:
        """Stale citations, newest first: those still to be looked at, or those settled."""
        condition = StaleRow.settled_at.is_not(None) if settled else StaleRow.settled_at.is_(None)
        query = select(StaleRow).where(condition).order_by(StaleRow.id.desc()).limit(limit)
        with self._database.reading() as session:
            return list(map(stale_of, session.scalars(query)))

    def settle(self, stale_id: int, by: str) -> Stale:
        """Note that somebody looked at a stale citation and lets the reply stand.

        Raises:
            NoRecordError: it is not there any more.
        """
        now = self._clock()
        with self._database.writing() as session:
            row = session.get(StaleRow, stale_id)
            if row is None:
                message = "This citation is not stale any more. Load the page again."
                raise NoRecordError(message)
            row.settled_at, row.settled_by = now, by
            session.add(
                audit(now, by, "stale settled", f"enquiry:{row.enquiry_id}", {"number": row.number})
            )
            return replace(stale_of(row), settled_at=now, settled_by=by)


def _row(stale: Stale) -> StaleRow:
    return StaleRow(
        enquiry_id=stale.enquiry_id,
        question_id=stale.question_id,
        number=stale.number,
        guide_id=stale.guide_id,
        guide=stale.guide,
        section=list(stale.section),
        kind=stale.kind.value,
        old=stale.old,
        new=stale.new,
        snapshot_id=stale.snapshot_id,
        found_at=stale.found_at,
        settled_by="",
    )
