"""What the pages are made with beside the assistant and the guides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.guides.model import Guide
from assistant.records.values import KeptTurn, NewFeedback
from assistant.versions import Versions
from assistant.web.render import Library
from assistant.web.visitors import Visitors


class FeedbackBook(Protocol):
    """Where feedback is kept."""

    def add(self, given: NewFeedback) -> object:
        """Keep what one visitor says of one answer."""
        ...


class ConversationBook(Protocol):
    """Where conversations are kept, if the owner wants them kept."""

    def start(self) -> str:
        """A new conversation; its id can't be guessed."""
        ...

    def add(self, conversation_id: str, turn: KeptTurn) -> None:
        """Keep one more turn.

        Raises:
            NoRecordError: there is no such conversation, or no longer.
        """
        ...

    def remove(self, conversation_id: str) -> None:
        """Delete a conversation."""
        ...


def _no_guides() -> Sequence[Guide]:
    return ()


@dataclass(frozen=True, slots=True)
class Site:
    """The parts that a page may need.

    ``guides`` gives the guides that are ingested at the moment of the call. Without ``feedback``
    no answer asks for it; with ``conversations`` what is asked is recorded, and the page says so.
    """

    guides: Callable[[], Sequence[Guide]] = _no_guides
    versions: Versions = field(default_factory=Versions)
    visitors: Visitors = field(default_factory=Visitors)
    feedback: FeedbackBook | None = None
    conversations: ConversationBook | None = None

    def library(self) -> Library:
        """The guides of now, to draw an answer beside."""
        return Library({guide.id: guide for guide in self.guides()}, self.versions)
