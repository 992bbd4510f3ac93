"""What is kept of bulk jobs, as plain values."""

from dataclasses import dataclass
from datetime import datetime

from assistant.records.values.enquiries import Incoming


@dataclass(frozen=True, slots=True)
class Job:
    """A file of enquiries that is worked through; counts are rows.

    ``running`` says that a worker has shown a sign of life within the last half minute.
    """

    id: int
    name: str
    by: str
    created_at: datetime
    total: int
    done: int
    failed: int
    finished_at: datetime | None
    stopped: bool
    running: bool


@dataclass(frozen=True, slots=True)
class JobLine:
    """One row of a job: waiting, done (``enquiry_id``) or failed (``fault`` says why)."""

    id: int
    position: int
    message: Incoming
    done: bool
    fault: str = ""
    enquiry_id: int | None = None
