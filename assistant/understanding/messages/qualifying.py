"""A few words behind a question that only say where it is meant, or at which level."""

import re

from assistant.understanding.levels import RUNGS
from assistant.understanding.places.places import find_places

#: More words tell something of their own.
_MOST = 7
_AND = re.compile(r"^\W*(?:and|or|plus|also)\b", re.I)
#: What stands beside a place or a level and names nothing.
_BESIDE = frozenset(
    "and or plus also in at for the a an as of near to i mean level levels grade ones one band "
    "up round around please though then what about how say maybe ok role job".split()
)
_WORD = re.compile(r"[^\W_]+")
_BAND = re.compile(r"\d[a-d]?")


def qualifies(sentence: str) -> bool:
    """Whether a sentence names a place or a level and nothing else: "outside Hull"."""
    words = [found.casefold() for found in _WORD.findall(sentence)]
    if not 0 < len(words) <= _MOST:
        return False
    placeless = sentence
    for place in reversed(find_places(sentence)):
        placeless = f"{placeless[: place.start]} {placeless[place.end :]}"
    left = {found.casefold() for found in _WORD.findall(placeless)} - _BESIDE
    left -= {"outside", "inside", "rest"} if placeless != sentence else set()
    left -= {"not", "just", "only"}
    named = placeless != sentence or bool(left)
    return named and all(word in RUNGS or _BAND.fullmatch(word) for word in left)


def asks_beside(sentence: str) -> bool:
    """Whether such words ask of another place or level beside the one before: "or Ely"."""
    return bool(_AND.match(sentence))
