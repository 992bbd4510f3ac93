"""What a guide says of two employers, settings or ways in that a question sets beside each other.

"Agency or hospital, how do they compare?" is near to whatever names either. What is asked for is
what the guide says of the one and of the other, and it says so under their names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.answering.choice import length_of, text_of
from assistant.answering.evidence import Evidence
from assistant.answering.headed import name_of
from assistant.answering.quoting import evidence_claims
from assistant.chunks import Chunk
from assistant.citations import Claim, Layout
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import Snapshot
from assistant.understanding.pay_columns import named_among
from assistant.understanding.query import Form, Query
from assistant.understanding.titles.title_words import first_letters
from assistant.understanding.topics import asks_beside_pay
from assistant.words import terms

_WORD = r"[\w'’&/-]+"
_SIDES = re.compile(
    rf"(?:\bbetween\s+(?P<first>(?:{_WORD}\s+){{1,6}}?)and|(?<![\w'’&/-])(?P<one>(?:{_WORD}\s+){{1,5}})"
    r"(?:or|vs?\.?|versus|against|compared\s+(?:to|with)|rather\s+than))"
    rf"\s+(?P<other>(?:{_WORD}\s*){{1,6}})",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:differ\w*|compar\w+|versus|vs|torn|better|best|worse|worst|calmer|easier|harder|"
    r"quicker|faster|cheaper|longer|which|each|trade[- ]?offs?|pros\s+and\s+cons|"
    r"(?:up|down)sides?|more|less|what(?:['’]?s|\s+is)\s+(?:it|the\s+work)\s+like)\b",
    re.I,
)
_JOINS = re.compile(r"\b(?:or|and|than|against|versus|vs)\b", re.I)
#: Where employers are told apart; headings without a known kind may be their names.
_TELLING = (SectionKind.DIFFERENCES, SectionKind.OTHER)
#: "How do they compare?" asks of what was told right before.
_OF_THEM = re.compile(r"\b(?:they|them|the two|those|these)\b", re.I)
#: "A big hospital or a small one."
_ONE = re.compile(r"\bones?\b(?!\s+of\b)", re.I)
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
    own = snapshot.by_guide[guide_id]
    telling = [chunk for chunk in own if chunk.section_kind in _TELLING]
    places = [place for chunk in telling for place in _places(chunk, sides)]
    both = _both(sides, places, snapshot) or _both_named(sides, own, snapshot)
    if both is None:
        return []
    one, other = both
    found = [_evidence(place) for place in (one, other)]
    headings = [chunk.section[-1] if chunk.section else "" for chunk in (one.chunk, other.chunk)]
    if headings[0] != headings[1]:
        return [
            claim
            for heading, said in zip(headings, found, strict=True)
            for claim in (
                Claim(f"**{heading}**", layout=Layout.HEADING),
                *(one for one in evidence_claims([said], snapshot.guides) if one.quotes),
            )
        ]
    if one.chunk.id == other.chunk.id:
        said = {*found[0].sentences, *found[1].sentences}
        together = tuple(sentence for sentence in one.chunk.sentences if sentence in said)
        found = [Evidence(one.chunk, together, 0.0)]
    return evidence_claims(found, snapshot.guides)


def _both(
    sides: Sequence[tuple[str, ...]], places: Sequence[_Place], snapshot: Snapshot
) -> tuple[_Place, _Place] | None:
    """Where one and the other side are told of; None unless both are."""
    one = _of_side(sides[0], places, snapshot)
    left = [place for place in places if one and not _is_beside(place, one, sides[0])]
    other = _of_side(sides[1], left, snapshot)
    return (one, other) if one and other else None


def _both_named(
    sides: Sequence[tuple[str, ...]], chunks: Sequence[Chunk], snapshot: Snapshot
) -> tuple[_Place, _Place] | None:
    """Items or rows of one list or table that have the sides for their names: two ways in."""
    together: dict[object, list[_Place]] = {}
    for chunk in chunks:
        if chunk.section_kind is not SectionKind.SALARY:
            together.setdefault((chunk.section, chunk.group), []).extend(_named_items(chunk))
    found = (_both(sides, places, snapshot) for places in together.values())
    return next(filter(None, found), None)


def _named_items(chunk: Chunk) -> Iterator[_Place]:
    """The items or the row of a chunk that begin with a name of their own."""
    for at, sentence in enumerate(chunk.sentences):
        text = text_of(sentence, chunk)
        name = text.split("|")[0] if chunk.kind is BlockKind.TABLE_ROW else name_of(text)
        if chunk.kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM) and name:
            label = frozenset({*terms(name), *_initials(name.split())})
            yield _Place(chunk, at, frozenset(), label)


def _sides(query: Query) -> list[tuple[str, ...]]:
    """The terms of each of the two things compared, [] where none are, or their pay."""
    told = query.lead if _OF_THEM.search(query.own) else ""
    found = _SIDES.search(told) or _SIDES.search(query.bare)
    compares = query.form is Form.COMPARISON or _COMPARES.search(query.bare)
    if not found or not compares or len(query.roles) > 1 or _is_of_pay(query.bare):
        return []
    content = {*query.content, *terms(" ".join([told, *query.level_words]))}
    first = found["first"] or found["one"]
    _, *noun = [word for word in first.split() if content & {*terms(word)}] or [first]
    said = [terms(first), terms(_ONE.sub(" ".join(noun), found["other"]))]
    sides = [tuple(term for term in one if term in content) for one in said]
    return sides if all(sides) else []


def _is_of_pay(text: str) -> bool:
    """Whether pay is compared; that two employers are says nothing of it."""
    return asks_beside_pay(_JOINS.sub(",", text))


def _places(chunk: Chunk, sides: Sequence[tuple[str, ...]]) -> Iterator[_Place]:
    """What may be of one of the sides; a heading that names both tells neither."""
    heading = frozenset(terms(chunk.section[-1])) if chunk.section else frozenset[str]()
    shared = frozenset.intersection(*map(frozenset, sides))
    if all(named_among((*{*side} - shared,), heading) for side in sides):
        heading = frozenset()
    for at, sentence in enumerate(chunk.sentences):
        first = text_of(sentence, chunk).split("|")[0].split()[:_NAMED_WITHIN]
        label = frozenset({*terms(" ".join(first)), *_initials(first)})
        # In a section of no known kind the words of a sentence may be about anything.
        label = label if chunk.section_kind is SectionKind.DIFFERENCES else frozenset()
        yield _Place(chunk, at, heading | _initials(chunk.section[-1:]), label)


def _initials(words: Sequence[str]) -> frozenset[str]:
    """The initials of names among words, as terms: "icb" of "Integrated care board"."""
    letters = first_letters([word for word in " ".join(words).split() if word[0].isalpha()])
    runs = combinations(range(len(letters) + 1), 2)
    return frozenset(letters[first:last].casefold() for first, last in runs if last - first > 2)


def _of_side(side: tuple[str, ...], places: Sequence[_Place], snapshot: Snapshot) -> _Place | None:
    """The first of the places that are named by most of a side, a rare word counting for more.

    Of a section whose heading is such a name, where it begins.
    """
    best, most = None, 0.0
    for place in places:
        # A heading says what all below it is about: it counts beside the words of a sentence.
        named = (*named_among(side, place.heading), *named_among(side, place.label))
        worth = sum(1 + snapshot.idf(term) for term in named)
        if worth > most:
            best, most = place, worth
    if best is None or not named_among(side, best.heading):
        return best
    return next(place for place in places if place.chunk.id == best.chunk.id)


def _is_beside(place: _Place, one: _Place, side: tuple[str, ...]) -> bool:
    """Whether a place is what was found for a side, or stands below the heading that names it."""
    if named_among(side, one.heading):
        return place.chunk.section == one.chunk.section
    return (place.chunk.id, place.at) == (one.chunk.id, one.at)


def _evidence(place: _Place) -> Evidence:
    """A row or item, or a sentence with the next, and one more where it is but a heading."""
    sentences = place.chunk.sentences
    if place.chunk.kind is not BlockKind.PARAGRAPH:
        return Evidence(place.chunk, (sentences[place.at],), 0.0)
    heading = length_of(sentences[place.at], place.chunk) <= _RUN_IN
    return Evidence(place.chunk, tuple(sentences[place.at : place.at + 2 + heading]), 0.0)
