"""Two roles of one message, asked about by their order in it: "and for the first?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.compared import LIKELY, role_spoken_of, roles_in
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.query import Query
from assistant.understanding.roles.roles import guide_ids_of
from assistant.words import terms

#: "One wants to cut hair, the other is a florist": each side is read by itself.
_ONE_AND_OTHER = re.compile(
    r"\bone\b(?P<one>[^.?!]{3,80}?),?\s+(?:and\s+|but\s+)?the\s+other\b(?P<other>[^.?!]{3,80})",
    re.I,
)
#: By its place and nothing more: no "first year", no "other jobs".
_PLACED = re.compile(
    r"(?<!get )(?<!getting )(?<!take )(?<!land )(?<!find )"
    r"\bthe\s+(?P<place>first|1st|former|second|2nd|latter|other)"
    r"(?:\s+(?:one|lad|lass|boy|girl|son|daughter|kid)\b|"
    r"(?:\s+(?:job|role|career))?(?:\s*(?:[^\w\s]|$)|"
    r"(?=\s+(?:and|or|do|does|is|has|have|be|need|pay|earn|get|take|require|involve|cost|work)s?\b)))",
    re.I,
)
#: Both are meant: "does one pay more than the other".
_OF_BOTH = re.compile(r"\b(?:one|than|either|each|both)\b[^.?!]*\bthe\s+other\b", re.I)


def _told_in_order(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The guides of the roles that a message is about, in its order."""
    found = _ONE_AND_OTHER.search(text)
    if found:
        sides = [_role_of(found[side], lexicon) for side in ("one", "other")]
        if all(sides):
            return tuple(sides)
    return guide_ids_of(roles_in(text, lexicon))


def _role_of(side: str, lexicon: Lexicon) -> str:
    found = guide_ids_of(roles_in(side, lexicon)) or role_spoken_of(side, lexicon, LIKELY)
    return found[0] if len(found) == 1 else ""


def of_the_one_meant(raw: Query, text: str, before: Sequence[Query], lexicon: Lexicon) -> Query:
    """The question, of the one of a message's two roles that it means by its place.

    Args:
        raw: the question.
        text: the message.
        before: the message's questions so far: the other is the one that the last is not about.
        lexicon: names of the ingested guides.
    """
    places = {found["place"].casefold() for found in _PLACED.finditer(raw.asked)}
    if len(places) != 1 or raw.unknown_roles or _OF_BOTH.search(raw.asked):
        return raw
    told = _told_in_order(text, lexicon)
    if len(told) != 2 or not {*raw.roles} <= {*told}:
        return raw
    (place,) = places
    last = before[-1].roles if before else ()
    match place:
        case "first" | "1st" | "former":
            meant = told[0]
        case "other" if last == (told[1],):
            meant = told[0]
        case _:
            meant = told[1]
    words = {*terms(place)}
    return replace(
        raw,
        roles=(meant,),
        content=tuple(term for term in raw.content if term not in words),
        telling=tuple(term for term in raw.telling if term not in words),
    )
