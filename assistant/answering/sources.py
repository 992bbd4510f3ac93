"""What answers are made from, and which of many guides are worth looking at."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain, zip_longest

import numpy as np
from numpy.typing import NDArray

from assistant.answering.choice import only_leads_on
from assistant.answering.spoken_of import Voices, spoken_of
from assistant.chunks import ROLE_NOUN
from assistant.embeddings import Reading
from assistant.guides.model import SectionKind
from assistant.index.snapshot import Snapshot
from assistant.matters import CHANGERS, ENTRY, asked_about
from assistant.retrieval import NEAREST, Asked, Retrieval, retrieve
from assistant.understanding.by_a_word import hinted_at
from assistant.understanding.lexicon import Lexicon, lexicon_of
from assistant.understanding.query import Query, Reply
from assistant.understanding.topics import cue_terms, is_frame
from assistant.understanding.understand import Understanding
from assistant.words import terms

Vector = NDArray[np.float32]
#: A text -> its unit vector by the index's model, and MiniLM's reading of it.
Read = Callable[[str], tuple[Vector, Reading]]

#: Passages of a guide looked at for an answer.
DEPTH = 12
#: Guides that are looked at closely where none is named: those with the nearest passages.
LOOKED_AT = 8
#: Chunks by words for each of them.
_BY_WORDS = 12


class Sources:
    """What answers are made from: a snapshot, its lexicon, and the reading of questions."""

    def __init__(self, snapshot: Snapshot, read: Read) -> None:
        self.snapshot = snapshot
        self._read = lru_cache(maxsize=64)(read)
        #: What the answers to conversations' messages were made of, by a digest of the messages.
        self.replies: dict[bytes, Reply] = {}

    @cached_property
    def lexicon(self) -> Lexicon:
        """Names, levels and regions of the guides."""
        return replace(lexicon_of(self.snapshot.guides.values()), shares=self._shares)

    @cached_property
    def voices(self) -> Voices:
        """What each guide sounds like."""
        titles = {guide_id: self._read(title)[0] for guide_id, title in self.lexicon.titles.items()}
        return Voices.of(titles, self.lexicon.names.terms.counts)

    def in_role(self, understanding: Understanding) -> list[Query]:
        """A message's questions; where none names a role, of the one that it speaks of, if any."""
        queries = [*understanding.queries]
        if any(query.roles or query.unknown_roles for query in queries):
            return queries
        guide_ids = spoken_of(self._shares(understanding.said))
        if not guide_ids:
            hinted = hinted_at(understanding.said, self.lexicon)
            return [replace(query, hinted=hinted) for query in queries]
        return [self._of_role(query, guide_ids) for query in queries]

    def _shares(self, said: str) -> Mapping[str, float]:
        """How likely each guide is the one that words speak of.

        None for words that say nothing, or that only point to what every guide has: "salary".
        """
        asked = cue_terms(said)
        told = [term for term in terms(said) if not is_frame(term) and term not in asked]
        return self.voices.shares(self._read(searched(said))[0], told) if told else {}

    def _of_role(self, query: Query, guide_ids: tuple[str, ...]) -> Query:
        """A question that names no role as one of the guide that its message speaks of.

        What stands for the role there is searched for no more, if anything else is.
        """
        settled = query.settled(guide_ids)
        if settled is query:
            return query
        settled = replace(settled, carried=query.carried, meant=True)
        names = self.lexicon.names.terms.standing[guide_ids[0]]
        content = tuple(term for term in query.content if term not in names)
        if not content:
            return settled
        bare = " ".join(word for word in query.bare.split() if not names & {*terms(word)})
        telling = tuple(term for term in query.telling if term not in names)
        return replace(settled, bare=bare, content=content, telling=telling)

    def found_in(self, guide_id: str, asked: Asked) -> Retrieval:
        """The passages of a guide that an answer is looked for in."""
        found = retrieve(self.snapshot, asked, guide_ids=(guide_id,), k=DEPTH)
        telling = tuple(passage for passage in found.kept if not only_leads_on(passage.chunk))
        return replace(found, kept=telling)

    def likeness(self, one: str, other: str) -> float:
        """The cosine of two texts."""
        return float(self._read(one)[0] @ self._read(other)[0])

    def asked(self, query: Query, text: str = "") -> Asked:
        """A query as it is searched for, or another text in its place."""
        said = text or query.bare or query.text
        vector, reading = self._read(searched(said))
        topics, matters = frozenset(query.topics), asked_about(said) | {*query.matters}
        if query.background:  # Most of what is said is a story, and asks about nothing in it.
            topics, matters = topics | {SectionKind.PATHWAYS}, matters & ENTRY | {CHANGERS}
        return Asked(said, query.content, vector, reading, topics, matters)


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
