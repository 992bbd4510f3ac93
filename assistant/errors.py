"""Every error that the assistant raises on purpose.

CareersError                    something a person can act on; its text says what to do
├── SettingsError               a setting is missing, malformed or contradictory
├── GuideError                  one file can't be read as a guide; the others still are
├── SnapshotError                 the snapshot can't be used
│   ├── NoSnapshotError         nothing has been ingested at this place yet
│   ├── SnapshotMismatchError   built by another embedding model or an older format
│   ├── SnapshotDamagedError    fails its own check
│   └── IngestLockedError       another ingest holds the lock
├── RecordsError                the records can't be opened or used as they are
│   ├── NoRecordError           what is asked for is not, or no longer, in the records
│   ├── ChangedMeanwhileError   somebody else changed the record in the meantime
│   └── NotAllowedError         the record's state does not allow the step
├── EmbeddingError              the embedding model can't be loaded or reached
└── ModelError                  the chat model can't be reached or its reply can't be used
"""

from datetime import datetime


class CareersError(Exception):
    """Something a person can act on. The message says what went wrong and what to do."""


class SettingsError(CareersError):
    """A setting is missing, malformed or contradicts another."""


class GuideError(CareersError):
    """One file can't be read as a guide.

    Args:
        source: the file's name, as the person gave it.
        reason: what is wrong with it, one clause without a full stop.
        remedy: what to do about it, one sentence.
    """

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}. {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class SnapshotError(CareersError):
    """The snapshot can't be used as it is."""


class NoSnapshotError(SnapshotError):
    """Nothing has been ingested into this index folder yet."""


class SnapshotMismatchError(SnapshotError):
    """The snapshot was built by another embedding model, or by an older format."""


class SnapshotDamagedError(SnapshotError):
    """The snapshot fails its own check."""


class IngestLockedError(SnapshotError):
    """Another ingest is writing to this index folder."""


class RecordsError(CareersError):
    """The records can't be opened, or can't be used as they are."""


class NoRecordError(RecordsError):
    """What is asked for is not in the records, or no longer."""


class ChangedMeanwhileError(RecordsError):
    """Somebody else changed the record since it was looked at. Nothing was overwritten.

    Args:
        message: says who changed it and what to do.
        by: login of who changed it last ("" if the program did).
        at: when.
    """

    def __init__(self, message: str, by: str, at: datetime) -> None:
        super().__init__(message)
        self.by = by
        self.at = at


class NotAllowedError(RecordsError):
    """The record's state does not allow the step; the message says which steps it allows."""


class EmbeddingError(CareersError):
    """The embedding model can't be loaded, verified or reached."""


class ModelError(CareersError):
    """The chat model can't be reached, or its reply can't be used."""
