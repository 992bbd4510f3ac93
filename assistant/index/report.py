"""What an ingest did."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What an ingest did, or with ``dry_run`` would do.

    ``created``, ``updated``, ``unchanged`` and ``removed`` are guide ids. ``blocks`` counts the
    guides' blocks by kind. ``embedded`` counts the texts that were embedded and ``reused`` those
    whose vectors the last snapshot already had. ``seconds`` are by step. ``switched`` tells whether
    a new snapshot serves now.
    """

    snapshot_id: str
    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    sections: int = 0
    blocks: dict[str, int] = field(default_factory=dict)
    chunks: int = 0
    sentences: int = 0
    tokens: int = 0
    embedded: int = 0
    reused: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    switched: bool = False
    dry_run: bool = False
