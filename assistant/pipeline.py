"""The way of a question, as one list of steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Conversation


@dataclass(frozen=True, slots=True)
class AnswerEvent:
    """A piece of a streamed answer: ``text`` so far (whole Markdown, never half a marker); ``answer`` on the last event."""

    text: str
    answer: Answer | None = None


class Assistant:
    """Answers questions from one index folder; takes up a new snapshot by itself."""

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The whole answer to a question, given the turns before it. Never raises: an error is a failed Answer."""
        raise NotImplementedError

    def stream(self, question: str, conversation: Conversation | None = None) -> Iterator[AnswerEvent]:
        """The answer as it grows; the last event carries the whole Answer."""
        raise NotImplementedError
