"""The assistant with one part taken out, to show what the part is worth.

A part is taken out by what stands in its place: for each function of the assistant that makes it,
one that does nothing. Nothing is fitted again, so what was fitted together with a part suffers from
its absence too: how sure an answer is counts words and late interaction in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch

import numpy as np

from assistant import pipeline, retrieval, searching
from assistant.answer import Answer, Conversation
from assistant.answering import of_role
from assistant.answering import sources as sources_module
from assistant.answering.parts import RoleAnswer
from assistant.answering.sources import Sources
from assistant.embeddings import Vectors
from assistant.index.snapshot import Snapshot
from assistant.pipeline import Assistant
from assistant.retrieval import Asked, Passage, Retrieval, retrieve
from assistant.understanding.query import Query
from assistant.understanding.understand import Understanding, understand
from evals.extractive import Extractive
from evals.results import Hit
from evals.runner import DEPTH

#: Whose it is, its name there, and what stands in its place.
Replaced = tuple[object, str, Callable[..., Any]]

_from_passages = of_role._from_passages


def _no_words(*_: object) -> list[tuple[str, float]]:
    return []


def _none_covered(snapshot: Snapshot, _: object, chunk_id: str) -> tuple[float, tuple[float, ...]]:
    return 0.0, (0.0,) * len(snapshot.chunks[chunk_id].sentences)


def _no_match(_snapshot: Snapshot, _read: object, chunk_ids: Sequence[str], *_: object) -> Vectors:
    return np.zeros(len(chunk_ids), dtype=np.float32)


def _everywhere(snapshot: Snapshot, asked: Asked, *, k: int, **_: object) -> Retrieval:
    return retrieve(snapshot, asked, k=k)


def _from_any_guide(
    text: str, query: Query, guide_id: str, sources: Sources, *alone: Sequence[Passage]
) -> RoleAnswer:
    """The answer from whichever guides have the nearest passages, where a role is named."""
    if not query.roles:
        return _from_passages(text, query, guide_id, sources, *alone)
    with patch.multiple(sources_module, retrieve=_everywhere):
        return _from_passages(text, query, guide_id, sources, *alone)


def _last_turn(turns: Sequence[str], sources: Sources) -> Understanding:
    return understand(turns[-1:], sources.lexicon)


def _no_form(*_: object) -> None:
    return None


def _no_places(*_: object) -> set[str]:
    return set()


def _no_threshold(*_: object) -> float:
    return 0.0


PARTS: Mapping[str, Sequence[Replaced]] = {
    "fusion": ((Snapshot, "lexical", _no_words), (retrieval, "covered_of", _none_covered)),
    "late-interaction": ((Snapshot, "matches", _no_match),),
    "role-filter": (
        (of_role, "_from_passages", _from_any_guide),
        (searching, "retrieve", _everywhere),
    ),
    "history": ((pipeline, "understand_in", _last_turn),),
    "rows": (
        (of_role, "_by_form", _no_form),
        (of_role, "_pay_found", _no_form),
        (searching, "_named_places", _no_places),
    ),
    "calibration": ((of_role, "threshold", _no_threshold),),
}


@contextmanager
def taken_out(part: str) -> Iterator[None]:
    """Take one of PARTS out of the assistant, and put it back."""
    with ExitStack() as stack:
        for owner, name, other in PARTS[part]:
            stack.enter_context(patch.object(owner, name, other))
        yield


class Without(Extractive):
    """The assistant with one part taken out whenever it is asked.

    Args:
        part: one of PARTS.
        assistant: the assistant, whole.
    """

    def __init__(self, part: str, assistant: Assistant) -> None:
        super().__init__(assistant)
        self._part = part

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The answer without the part."""
        with taken_out(self._part):
            return super().ask(question, conversation)

    def search(self, turns: Sequence[str], k: int = DEPTH) -> Sequence[Hit]:
        """The passages found without the part."""
        with taken_out(self._part):
            return super().search(turns, k)


#: The answerers that each lack one part, by name.
WITHOUT = {f"without-{part}": partial(Without, part) for part in PARTS}
