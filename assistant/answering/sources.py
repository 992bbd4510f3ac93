"""What answers are made from, and which of many guides are worth looking at."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import chain, zip_longest

import numpy as np
from numpy.typing import NDArray

from assistant.chunks import ROLE_NOUN
from assistant.embeddings import Reading
from assistant.index.snapshot import Snapshot
from assistant.retrieval import NEAREST, Asked
from assistant.understanding.lexicon import Lexicon, lexicon_of
from assistant.understanding.query import Query

Vector = NDArray[np.float32]
#: A text -> its unit vector by the index's model, and MiniLM's reading of it.
Read = Callable[[str], tuple[Vector, Reading]]

#: Guides that are looked at closely where none is named: those with the nearest passages.
LOOKED_AT = 8
#: Chunks by words for each of them.
_BY_WORDS = 12


class Sources:
    """What answers are made from: a snapshot, its lexicon, and the reading of questions."""

    def __init__(self, snapshot: Snapshot, read: Read) -> None:
        self.snapshot = snapshot
        self._read = lru_cache(maxsize=64)(read)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Names, levels and regions of the guides."""
        return lexicon_of(self.snapshot.guides.values())

    def asked(self, query: Query, text: str = "") -> Asked:
        """A query as it is searched for, or another text in its place."""
        said = text or query.bare or query.text
        vector, reading = self._read(searched(said))
        return Asked(said, query.content, vector, reading, frozenset(query.topics))


def searched(text: str) -> str:
    """The words without the plain noun that stands for the role: by itself it draws no passage."""
    bare = " ".join(re.sub(rf"\b{ROLE_NOUN}\b", " ", text).split())
    return bare or text


def likely_guides(query: Query, sources: Sources) -> tuple[str, ...]:
    """The guides with the nearest passages, by meaning and words in turn; all where few are."""
    if len(sources.lexicon.titles) <= LOOKED_AT:
        return tuple(sources.lexicon.titles)
    snapshot, asked = sources.snapshot, sources.asked(query)
    near = snapshot.nearest(asked.vector, NEAREST * LOOKED_AT, None)
    said = snapshot.lexical(asked.terms, _BY_WORDS * LOOKED_AT, None)
    by_meaning = dict.fromkeys(snapshot.chunks[chunk_id].guide_id for chunk_id, *_ in near)
    by_words = dict.fromkeys(snapshot.chunks[chunk_id].guide_id for chunk_id, _ in said)
    turns = chain.from_iterable(zip_longest(by_meaning, by_words))
    return tuple(dict.fromkeys(guide_id for guide_id in turns if guide_id))[:LOOKED_AT]
