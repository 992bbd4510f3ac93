"""Which places of a question it is about, and those written in a hurry."""

import re
from collections.abc import Sequence

from assistant.understanding.messages.asking import asks_of
from assistant.understanding.places.places import Place, places_of_label
from assistant.understanding.spelling import english
from assistant.understanding.topics import topics_of
from assistant.words import terms, words

_ORIGIN = re.compile(
    r"\b(?:from|(?:trained|qualified|studied|degree|grew up|born|worked) in)\s+(?:the\s+)?$",
    re.I,
)


def without_origins(question: str, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places without those abroad that somebody comes from: no post there is asked about."""
    return tuple(
        place for place in places if place.uk or not _ORIGIN.search(question[: place.start])
    )


#: Where somebody was, or what they leave.
_LEFT = re.compile(
    r"\b(?:trained|qualified|studied|degree|university|uni|graduated|grew up|born|worked|"
    r"used to \w+|mov\w+|relocat\w+|left|leaving)\s+(?:(?:in|at|from|out of)\s+)?(?:the\s+)?$",
    re.I,
)


#: What a place is of that is not where the person is: a liking, or somebody else.
_LIKED = re.compile(r"\b(?:hat|lov|lik|loath|miss|dislik|avoid|visit)(?:e|es|ed|ing)?\b", re.I)
_OTHERS = re.compile(
    r"\b(?:my|our|his|her|their|an?)\s+(?:\w+\s+){1,3}?(?:who|lives?|works?|is|was|has|wants?)\b|"
    r"\b(?:he|she|they)\b",
    re.I,
)
#: A place that only says which prices are meant: "London rates".
_OF_PRICES = re.compile(
    r"^\s+(?:rates?|prices?|pay|money|wages?|salar\w+|weighting|figures?|rents?|costs?)\b", re.I
)


def still_there(told: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places of what is told where the person is, as far as that is said.

    Not those abroad, nor where somebody only was, nor where somebody else is.
    """
    elsewhere = (_LEFT, _LIKED, _OTHERS)
    return tuple(
        place
        for place in places
        for said in [re.split(r"[.?!\n]", told[: place.start])[-1]]
        if place.uk
        and not (place.negated or any(found.search(said) for found in elsewhere))
        and not _OF_PRICES.match(told[place.end :])
    )


#: Who says where somebody is, in a question: "I'm in Leeds, what would I get".
_ARE_IN = re.compile(
    r"\b(?:i['’]?m|i am|we['’]?re|we are|i live|we live|based)\s+"
    r"(?:(?:just|now|up|down|over|based|living)\s+)*(?:in|near|round|outside|at|from)\s+(?:the\s+)?$",
    re.I,
)


#: What is told first: "a nurse in Leeds, would it suit me".
_FIRST = re.compile(r"[^,;.?!]+(?=[,;.]\s)")


def told_in(question: str, places: Sequence[Place]) -> tuple[Place, ...]:
    """The places of a question where it says that somebody is, or that it tells before it asks."""
    first = _FIRST.match(question)
    told = first.group() if first else ""
    told = "" if asks_of(told) or topics_of(told) else told
    there = still_there(told, [place for place in places if place.end <= len(told)])
    return tuple(
        place
        for place in places
        if place in there or (place.uk and _ARE_IN.search(question[: place.start]))
    )


def bare_places(question: str, residue: Sequence[str]) -> tuple[Place, ...]:
    """Places as people write them in a hurry: "junior wage, Slough", "pay lead croyden"."""
    named = [
        word
        for word in words(question)
        if set(terms(word)) & set(residue)
        and (word[0].isupper() or word.casefold() not in english())
    ]
    found = ((place, word) for word in named for place in places_of_label(word))
    return tuple(place for place, word in found if place.uk or not word.isupper())
