"""Answerers that are broken on purpose, to show that the gate blocks them and says why."""

import hashlib
import random
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from assistant.answer import Answer, Conversation
from assistant.index.snapshot import Snapshot
from assistant.retrieval import Asked, Retrieval, retrieve
from evals.extractive import Extractive
from evals.results import Hit
from evals.runner import DEPTH

_MONEY = re.compile(r"£(\d{1,3}(?:,\d{3})*|\d+)")


class ShuffledRetrieval(Extractive):
    """The assistant with the passages of every search in an order of chance, the same each time."""

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The answer from shuffled passages."""
        with shuffled():
            return super().ask(question, conversation)

    def search(self, turns: Sequence[str], k: int = DEPTH) -> Sequence[Hit]:
        """The shuffled passages."""
        with shuffled():
            return super().search(turns, k)


@contextmanager
def shuffled() -> Iterator[None]:
    """Put a shuffling search in the place of the assistant's own, in every room that has it."""

    def shuffling(snapshot: Snapshot, asked: Asked, **options: Any) -> Retrieval:
        found = retrieve(snapshot, asked, **options)
        passages = [*found.kept, *(passage for passage, _ in found.rejected)]
        seed = hashlib.sha256(asked.text.encode()).hexdigest()
        random.Random(seed).shuffle(passages)
        return Retrieval(tuple(passages[: len(found.kept)]))

    rooms = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith("assistant.") and getattr(module, "retrieve", None) is retrieve
    ]
    for room in rooms:
        room.retrieve = shuffling  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for room in rooms:
            room.retrieve = retrieve  # type: ignore[attr-defined]


class FiguresOffByOne(Extractive):
    """The assistant with every sum of money in its answers one pound too high."""

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The answer with its sums raised."""
        answer = super().ask(question, conversation)
        return replace(answer, text=_MONEY.sub(_raised, answer.text))


def _raised(match: re.Match[str]) -> str:
    return f"£{int(match[1].replace(',', '')) + 1:,}"
