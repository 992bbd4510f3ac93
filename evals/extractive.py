"""The assistant with no model, asked in process."""

from collections.abc import Sequence

from assistant.answer import Answer, Conversation
from assistant.pipeline import Assistant
from evals.results import Hit
from evals.runner import DEPTH


class Extractive:
    """What the runner asks."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The assistant's answer."""
        return self._assistant.ask(question, conversation)

    def search(self, turns: Sequence[str], k: int = DEPTH) -> Sequence[Hit]:
        """The assistant's passages for the last message."""
        return [
            Hit(
                guide_id=passage.chunk.guide_id,
                section=passage.chunk.section,
                start=passage.chunk.start,
                end=passage.chunk.end,
                score=float(passage.score),
                text=passage.chunk.text,
            )
            for passage in self._assistant.search(turns, k)
        ]
