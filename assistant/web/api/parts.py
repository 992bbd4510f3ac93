"""What the API stands on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.accounts import Accounts
from assistant.answer import Answer, Conversation
from assistant.answering.sources import Sources
from assistant.enquiries.desk import Desk
from assistant.pipeline import AnswerEvent
from assistant.records import Records
from assistant.retrieval import Passage


class Answering(Protocol):
    """What the API needs of the assistant."""

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The whole answer."""
        ...

    def stream(
        self, question: str, conversation: Conversation | None = None
    ) -> Iterator[AnswerEvent]:
        """The answer as it grows; the last event has the whole Answer."""
        ...

    def search(self, turns: Sequence[str], k: int = 10) -> list[Passage]:
        """The passages that fit, best first."""
        ...

    def sources(self) -> Sources:
        """What serves now; raises NoSnapshotError where there is nothing."""
        ...


@dataclass(frozen=True, slots=True)
class ApiParts:
    """What the API stands on.

    ``base_url`` is where the guides' pages are, for clients that can't resolve our addresses.
    """

    assistant: Answering
    records: Records
    accounts: Accounts
    desk: Desk
    base_url: str = ""
