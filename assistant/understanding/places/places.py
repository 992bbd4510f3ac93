"""Text -> the places it names: where somebody lives, works or asks about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.understanding.places.gazetteer import Area, Evidence, Kind, Name, gazetteer
from assistant.understanding.places.place_evidence import (
    BEARINGS,
    alone,
    counts,
    fits_label,
    strong,
)
from assistant.understanding.places.place_words import Words, read_words
from assistant.understanding.places.ruled_out import is_ruled_out, shares_ruling, with_all_others

__all__ = ["Area", "Place", "find_places"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names, at ``text[start:end]``.

    ``areas`` are the regions that it lies in or spans: empty when it lies outside the UK (``uk`` is
    False) or when several places of that name come into question. ``negated`` says that it is
    ruled out ("outside London"). ``whole`` tells whole regions ("Wales", "the Midlands") from a
    place within one.
    """

    name: str
    start: int
    end: int
    areas: frozenset[Area]
    uk: bool
    negated: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at some words of the text, whose last character stands before ``end``."""

    first: int
    length: int
    name: Name
    end: int

    @property
    def after(self) -> int:
        return self.first + self.length


_WITHIN_NAME = re.compile(r"[\s\-‐‑–/]{1,2}|\. ?")
_AND_OR = re.compile(
    r"\s*(?:,|/|&|\bor\b|\band\b|\bnor\b|\bvs\.?|\bversus\b|,\s*(?:or|and)\b)\s*(?:the\s+|in\s+)*",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s*")


def find_places(text: str) -> tuple[Place, ...]:
    """The places that a text names, in order; of names that overlap, the longest.

    A place that is asked about beside all others ("in and outside London") comes twice, once
    negated.
    """
    return _find(text, lenient=False)


def places_of_label(label: str) -> tuple[Place, ...]:
    """The places in a guide's region label, where a name needs no words around it to count."""
    return _find(label, lenient=True)


@lru_cache(maxsize=256)
def _find(text: str, *, lenient: bool) -> tuple[Place, ...]:
    words = read_words(text)
    found = _joined(words, _matches(words, lenient=lenient))
    places: list[Place] = []
    for match in found:
        place = _place(words, match)
        gap = text[places[-1].end : place.start] if places else ""
        if places and places[-1].negated and shares_ruling(gap):
            place = replace(place, negated=True)
        places.append(place)
        if with_all_others(text, place.start, place.end):
            places.append(replace(place, negated=not place.negated))
    return tuple(places)


def _matches(words: Words, *, lenient: bool) -> list[_Found]:
    """The names that count, and those that stand beside one that does: "Leeds or Sale"."""
    found: list[_Found] = []
    doubtful: list[_Found] = []
    place = 0
    while place < len(words.tokens):
        options = list(_options(words, place))
        sure = next((match for match in options if _counts(words, match, lenient=lenient)), None)
        sure = sure or (None if options else _misspelt(words, place))
        if sure:
            found.append(sure)
        elif options:
            doubtful.append(options[0])
        place = sure.after if sure else place + 1
    found += [match for pair in pairwise(doubtful) if _vouch(words, *pair) for match in pair]
    for _ in range(2):
        beside = [match for match in doubtful if _beside(words, match, found)]
        doubtful = [match for match in doubtful if match not in beside]
        found = sorted([*found, *beside], key=lambda match: match.first)
    return found


def _counts(words: Words, match: _Found, *, lenient: bool) -> bool:
    """Whether a name is meant as a place, or fits a label."""
    if not (lenient or match.name.uk) and _is_letters(words, match):
        return False
    test = fits_label if lenient else counts
    return test(words, match.first, match.length, match.name)


#: Places abroad that are written in capitals.
_LETTERS = frozenset("us usa uae eu".split())


def _is_letters(words: Words, match: _Found) -> bool:
    """Whether a name is written as letters that stand for something else: NICE, not Nice.

    Not where words of place stand before it: "in DUBLIN".
    """
    tokens = words.tokens[match.first : match.after]
    written = " ".join(words.text[token.start : token.end] for token in tokens)
    shouted = words.text.isupper() or re.sub(r"\W", "", written.casefold()) in _LETTERS
    return written.isupper() and not (shouted or strong(words, match.first))


def _options(words: Words, place: int) -> Iterator[_Found]:
    """The names that start at a word, longest first."""
    known = gazetteer()
    most = known.longest.get(words.tokens[place].folded, 0) or known.longest.get(
        words.tokens[place].bare, 0
    )
    for length in range(min(most, len(words.tokens) - place), 0, -1):
        tokens = words.tokens[place : place + length]
        if not all(
            _WITHIN_NAME.fullmatch(words.gap(at)) for at in range(place, place + length - 1)
        ):
            continue
        folded = tuple(token.folded for token in tokens)
        if name := known.names.get(folded):
            yield _Found(place, length, name, tokens[-1].end)
        elif name := known.names.get((*folded[:-1], tokens[-1].bare)):
            yield _Found(place, length, name, tokens[-1].end - len("'s"))


def _misspelt(words: Words, place: int) -> _Found | None:
    """A great city or region with a slip in it, where a place is likely or the name is long."""
    slip = gazetteer().misspelt(words.tokens[place].bare)
    if not slip:
        return None
    name, slips = slip
    likely = strong(words, place) or alone(words, place, 1) or (slips == 1 and len(name.name) > 7)
    return _Found(place, 1, name, words.tokens[place].end) if likely else None


def _vouch(words: Words, town: _Found, county: _Found) -> bool:
    """Whether a town and its county vouch for each other, though neither would count alone."""
    if county.name.kind is not Kind.COUNTY or not town.name.areas & county.name.areas:
        return False
    gap = words.text[town.end : words.tokens[county.first].start]
    capitals = words.capital(town.first) and words.capital(county.first)
    return capitals and bool(_COMMA.fullmatch(gap))


def _beside(words: Words, match: _Found, found: list[_Found]) -> bool:
    """Whether a name is listed with a place that counts, or is followed by its county."""
    start, end = _span(words, match)
    overlaps = any(other.first < match.after and match.first < other.after for other in found)
    likely = words.capital(match.first) or match.name.evidence is Evidence.TOWN
    if overlaps or not likely:
        return False
    for other in found:
        other_start, other_end = _span(words, other)
        gap = words.text[other_end:start] if other_end <= start else words.text[end:other_start]
        if _AND_OR.fullmatch(gap):
            return True
    return False


def _span(words: Words, match: _Found) -> tuple[int, int]:
    return words.tokens[match.first].start, match.end


def _joined(words: Words, found: list[_Found]) -> list[_Found]:
    """The matches, those made one that name one place: "Cambridge, Massachusetts", "SE London"."""
    kept: list[_Found] = []
    for match in found:
        last = kept[-1] if kept else None
        gap = words.text[last.end : words.tokens[match.first].start] if last else ""
        if last and _COMMA.fullmatch(gap) and _is_within(last.name, match.name):
            kept[-1] = _town_of(last, match)
            continue
        if last and gap in (" ", "-") and _is_bearing_of(words, last, match):
            kept.pop()
        kept.append(match)
    return kept


def _is_within(town: Name, land: Name) -> bool:
    """Whether a town before a comma is told apart by the county or the country after it."""
    if town.kind is not Kind.CITY or land.kind is Kind.CITY:
        return False
    return not land.uk or not town.areas or not town.areas <= land.areas


def _town_of(town: _Found, land: _Found) -> _Found:
    """The match for a town and the county or country after it: in the one, or abroad."""
    name = town.name._replace(areas=land.name.areas) if land.name.uk else land.name
    return _Found(town.first, land.after - town.first, name, land.end)


def _is_bearing_of(words: Words, bearing: _Found, match: _Found) -> bool:
    """Whether a match is only the direction of the next one: the north-west of London."""
    only = all(words.folded(at) in BEARINGS for at in range(bearing.first, bearing.after))
    return only and not bearing.name.areas < match.name.areas


def _place(words: Words, match: _Found) -> Place:
    """The place of a match, with its bearing ("north London") and whether it is ruled out."""
    first = match.first
    while (
        first > 0
        and words.tokens[first - 1].folded in BEARINGS
        and _WITHIN_NAME.fullmatch(words.gap(first - 1))
    ):
        first -= 1
    start, name = words.tokens[first].start, match.name
    negated = is_ruled_out(words.text, start, match.end)
    return Place(name.name, start, match.end, name.areas, name.uk, negated, name.whole)
