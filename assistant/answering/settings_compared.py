"""What a guide says of two employers or settings that a question sets beside each other.

"Agency or hospital, how do they compare?" is near to whatever names either. What is asked for is
what the guide says of the one and of the other, and it says so under their names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.choice import length_of, text_of
from assistant.answering.evidence import Evidence
from assistant.answering.quoting import evidence_claims
from assistant.chunks import Chunk
from assistant.citations import Claim
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import Snapshot
from assistant.understanding.pay_columns import named_among
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import asks_beside_pay
from assistant.words import terms

_WORD = r"[\w'’&/-]+"
_SIDES = re.compile(
    rf"(?:\bbetween\s+(?P<first>(?:{_WORD}\s+){{1,6}}?)and|(?P<one>(?:{_WORD}\s+){{1,5}})"
    r"(?:or|vs\.?|versus|against|compared\s+(?:to|with)|rather\s+than))"
    rf"\s+(?P<other>(?:{_WORD}\s*){{1,6}})",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:differ\w*|compar\w+|versus|vs|torn|better|best|calmer|easier|harder|which|each|"
    r"more|less|what(?:['’]?s|\s+is)\s+(?:it|the\s+work)\s+like)\b",
    re.I,
)
#: What something is about stands in its first words, or in the heading above it.
_NAMED_WITHIN = 7
#: A heading in the text has so many words at most.
_RUN_IN = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence, item or row, and the terms that say what it is about: above it, in its words."""

    chunk: Chunk
    at: int
    heading: frozenset[str]
    label: frozenset[str]


def settings_compared(query: Query, guide_id: str, snapshot: Snapshot) -> list[Claim]:
    """What a guide says of each of two settings that are compared; empty unless of both.

    Args:
        query: the question, of one role.
        guide_id: that role's guide.
        snapshot: the index.
    """
    sides = _sides(query)
    if not sides:
        return []
    places = [
        place
        for chunk in snapshot.chunks.values()
        if chunk.guide_id == guide_id and chunk.section_kind is SectionKind.DIFFERENCES
        for place in _places(chunk, sides)
    ]
    chosen = [_of_side(side, places, snapshot) for side in sides]
    one, other = chosen
    if one is None or other is None or (one.chunk.id, one.at) == (other.chunk.id, other.at):
        return []
    found = [_evidence(place) for place in (one, other)]
    if one.chunk.id == other.chunk.id:
        said = {*found[0].sentences, *found[1].sentences}
        together = tuple(sentence for sentence in one.chunk.sentences if sentence in said)
        found = [Evidence(one.chunk, together, 0.0)]
    return evidence_claims(found, snapshot.guides)


def _sides(query: Query) -> list[tuple[str, ...]]:
    """The terms of each of the two things compared, [] where none are, or their pay."""
    found = _SIDES.search(query.bare)
    compares = query.form is Form.COMPARISON or _COMPARES.search(query.bare)
    if not found or not compares or len(query.roles) > 1 or asks_beside_pay(query.bare):
        return []
    said = [terms(found["first"] or found["one"]), terms(found["other"])]
    sides = [tuple(term for term in one if term in query.content) for one in said]
    return sides if all(sides) else []


def _places(chunk: Chunk, sides: Sequence[tuple[str, ...]]) -> Iterator[_Place]:
    """What may be of one of the sides; a heading that names both tells neither."""
    heading = frozenset(terms(chunk.section[-1])) if chunk.section else frozenset[str]()
    if all(named_among(side, heading) for side in sides):
        heading = frozenset()
    for at, sentence in enumerate(chunk.sentences):
        first = text_of(sentence, chunk).split("|")[0].split()[:_NAMED_WITHIN]
        yield _Place(chunk, at, heading, frozenset(terms(" ".join(first))))


def _of_side(side: tuple[str, ...], places: Sequence[_Place], snapshot: Snapshot) -> _Place | None:
    """The first of the places that are named by most of a side, a rare word counting for more."""
    best, most = None, 0.0
    for place in places:
        # A heading says what all below it is about: it counts beside the words of a sentence.
        named = (*named_among(side, place.heading), *named_among(side, place.label))
        worth = sum(1 + snapshot.idf(term) for term in named)
        if worth > most:
            best, most = place, worth
    return best


def _evidence(place: _Place) -> Evidence:
    """A row or item, or a sentence with the next, and one more where it is but a heading."""
    sentences = place.chunk.sentences
    if place.chunk.kind is not BlockKind.PARAGRAPH:
        return Evidence(place.chunk, (sentences[place.at],), 0.0)
    heading = length_of(sentences[place.at], place.chunk) <= _RUN_IN
    return Evidence(place.chunk, tuple(sentences[place.at : place.at + 2 + heading]), 0.0)
