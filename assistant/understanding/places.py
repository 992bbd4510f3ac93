"""Text -> the places it names: where somebody lives, works or asks about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.understanding.gazetteer import Area, Name, gazetteer
from assistant.understanding.place_evidence import (
    BEARINGS,
    Words,
    alone,
    counts,
    read_words,
    strong,
)

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
    """A name at some words of the text."""

    first: int
    length: int
    name: Name

    @property
    def after(self) -> int:
        return self.first + self.length


_WITHIN_NAME = re.compile(r"[\s\-‐‑–/]{1,2}|\. ?")
_AND_OR = re.compile(
    r"\s*(?:,|/|&|\bor\b|\band\b|\bnor\b|\bvs\.?|\bversus\b|,\s*(?:or|and)\b)\s*(?:the\s+|in\s+)*",
    re.IGNORECASE,
)
_RULED_OUT_TOO = re.compile(r"\s*(?:\bor\b|\band\b|\bnor\b|/|&)\s*(?:the\s+|in\s+)*", re.IGNORECASE)
_COMMA = re.compile(r",\s*")
_WISH = "|".join(
    """
    want like wish live work be based living working look looking move moving relocate relocating
    commute commuting have to need able afford plan planning prepared willing happy for jobs? roles?
    anything something going go actually really currently
    """.split()
)
#: What rules out the place that follows: "outside", "not in", "don't want to live in".
_RULED_OUT = re.compile(
    rf"""
    (?:
        \b(?:
            outside(?:\s+of)? | beyond | other\s+than | apart\s+from | except(?:ing)?(?:\s+for)?
            | excluding | exclude | excl | (?:any|every)where\s+but | rather\s+than | instead\s+of
            | (?<!not\s)(?:away|far)\s+from | leav(?:e|ing) | avoid(?:ing)? | out\s+of | isn['’]?t
            | non | not(?:\s+(?:in|near|around|at|within|inside|(?:based|living|working)\s+in))?
        )
        | (?:n['’]?t|\bnot|\bnever|\bno\s+(?:wish|desire|plans?))
          \s+(?:(?:{_WISH})\s+){{1,5}}(?:in|to|near|around|within|into)
    )
    [\s\-]*(?:the\s+|greater\s+|central\s+|inner\s+)*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CONTEXT = 80  # characters before a name that may rule it out


def find_places(text: str) -> tuple[Place, ...]:
    """The places that a text names, in order, the longest name first, no two overlapping."""
    return _find(text, lenient=False)


def places_of_label(label: str) -> tuple[Place, ...]:
    """The places in a guide's region label, where a name needs no words around it to count."""
    return _find(label, lenient=True)


@lru_cache(maxsize=1024)
def _find(text: str, *, lenient: bool) -> tuple[Place, ...]:
    words = read_words(text)
    found = _abroad_by_country(words, _matches(words, lenient=lenient))
    places: list[Place] = []
    for match in found:
        place = _place(words, match)
        gap = text[places[-1].end : place.start] if places else ""
        if places and places[-1].negated and _RULED_OUT_TOO.fullmatch(gap):
            place = replace(place, negated=True)
        places.append(place)
    return tuple(places)


def _matches(words: Words, *, lenient: bool) -> list[_Found]:
    """The names that count, and those that stand beside one that does: "Leeds or Sale"."""
    found: list[_Found] = []
    doubtful: list[_Found] = []
    place = 0
    while place < len(words.tokens):
        options = list(_options(words, place))
        sure = next(
            (
                option
                for option in options
                if lenient or counts(words, option.first, option.length, option.name)
            ),
            None,
        )
        sure = sure or (None if options else _misspelt(words, place))
        if sure:
            found.append(sure)
        elif options:
            doubtful.append(options[0])
        place = sure.after if sure else place + 1
    for _ in range(2):
        beside = [
            match
            for match in doubtful
            if words.capital(match.first) and _beside(words, match, found)
        ]
        doubtful = [match for match in doubtful if match not in beside]
        found = sorted([*found, *beside], key=lambda match: match.first)
    return found


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
        name = known.names.get(folded) or known.names.get((*folded[:-1], tokens[-1].bare))
        if name:
            yield _Found(place, length, name)


def _misspelt(words: Words, place: int) -> _Found | None:
    """A great city or region with a slip in it, where a place is likely or the name is long."""
    slip = gazetteer().misspelt(words.tokens[place].bare)
    if not slip:
        return None
    name, slips = slip
    likely = strong(words, place) or alone(words, place, 1) or (slips == 1 and len(name.name) > 7)
    return _Found(place, 1, name) if likely else None


def _beside(words: Words, match: _Found, found: list[_Found]) -> bool:
    """Whether a name is listed with a place that counts, or is followed by its county."""
    start, end = _span(words, match)
    for other in found:
        other_start, other_end = _span(words, other)
        if other.first < match.after and match.first < other.after:
            return False
        gap = words.text[other_end:start] if other_end <= start else words.text[end:other_start]
        if _AND_OR.fullmatch(gap):
            return True
    return False


def _span(words: Words, match: _Found) -> tuple[int, int]:
    return words.tokens[match.first].start, words.tokens[match.after - 1].end


def _abroad_by_country(words: Words, found: list[_Found]) -> list[_Found]:
    """One place abroad for a town and its country: "Cambridge, Massachusetts"."""
    kept: list[_Found] = []
    for match in found:
        town = kept[-1] if kept else None
        if town and town.name.uk and not town.name.whole and not match.name.uk:
            gap = words.text[_span(words, town)[1] : _span(words, match)[0]]
            if _COMMA.fullmatch(gap):
                kept[-1] = _Found(town.first, match.after - town.first, match.name)
                continue
        kept.append(match)
    return kept


def _place(words: Words, match: _Found) -> Place:
    """The place of a match, with its bearing ("north London") and whether it is ruled out."""
    first = match.first
    while (
        first > 0
        and words.tokens[first - 1].folded in BEARINGS
        and _WITHIN_NAME.fullmatch(words.gap(first - 1))
    ):
        first -= 1
    start, (_, end) = words.tokens[first].start, _span(words, match)
    if words.tokens[match.after - 1].bare != words.tokens[
        match.after - 1
    ].folded and not match.name.name.lower().endswith("s"):
        end -= 2
    name = match.name
    before = words.text[max(0, start - _CONTEXT) : start]
    return Place(
        name.name, start, end, name.areas, name.uk, bool(_RULED_OUT.search(before)), name.whole
    )
