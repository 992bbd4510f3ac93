"""One assistant over one index for the whole session: opening it takes a second, asking little."""

from functools import lru_cache
from pathlib import Path

from assistant.answer import Conversation
from assistant.embeddings import MiniLM
from assistant.pipeline import Assistant


@lru_cache(maxsize=1)
def the_model() -> MiniLM:
    """The real model, loaded once."""
    return MiniLM()


def last_answer(assistant: Assistant, *turns: str) -> str:
    """What is answered to the last of a conversation's messages."""
    conversation = Conversation()
    for turn in turns:
        answer = assistant.ask(turn, conversation)
        conversation = conversation.then(turn, answer)
    return answer.text


@lru_cache(maxsize=4)
def assistant_over(index: Path) -> Assistant:
    """An assistant over an index folder, the same one each time."""
    return Assistant(index, the_model())
