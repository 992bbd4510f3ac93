"""The index: snapshots of guides, built beside the one that serves and switched to whole."""

from assistant.index.layout import current_id
from assistant.index.plan import SyncOptions
from assistant.index.report import SyncReport
from assistant.index.snapshot import WHOLE, Snapshot, open_snapshot
from assistant.index.sync import rollback, sync

__all__ = [
    "WHOLE",
    "Snapshot",
    "SyncOptions",
    "SyncReport",
    "current_id",
    "open_snapshot",
    "rollback",
    "sync",
]
