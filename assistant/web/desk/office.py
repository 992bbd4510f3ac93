"""What the desk's pages work with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.accounts import Accounts
from assistant.enquiries.desk import Desk
from assistant.enquiries.likeness import Embed
from assistant.guides.model import Guide
from assistant.records import Records
from assistant.versions import Versions
from assistant.web.desk.presence import Presence
from assistant.web.desk.working import Workers


@dataclass(frozen=True, slots=True)
class Office:
    """The parts of the desk, shared by all its pages.

    ``guides`` gives the guides that serve at the moment of the call. ``review_file`` is where
    proposed eval cases are added. ``versions`` keeps the texts that citations link to.
    ``embed`` tells which unanswered questions are alike.
    """

    records: Records
    accounts: Accounts
    desk: Desk
    workers: Workers
    guides: Callable[[], Sequence[Guide]]
    embed: Embed
    review_file: Path
    versions: Versions
    presence: Presence = field(default_factory=Presence)
