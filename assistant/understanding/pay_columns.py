"""What the columns of a pay table are for that is no place: "CRO", "High street"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.guides.model import Band, Guide
from assistant.understanding.employers import EMPLOYER
from assistant.understanding.places.places import places_of_label
from assistant.words import terms

#: Terms that say nothing of what a column is for, or only where it is.
_NO_SETTING = frozenset(
    terms(
        "outside inside inner outer rest elsewhere everywhere other band bands grade pay salary "
        "high higher highest low lower lowest company companies firm firms employer employers "
        "profit tax before after small big large"
    )
)
#: What is ruled out: "outside the NHS".
_RULES_OUT = re.compile(
    r"\b(?:outside|not|except|excluding|without|other\s+than|apart\s+from)\s+"
    r"(?:(?:in|at|for|of|on|the|an?)\s+){0,2}(\w+)",
    re.I,
)
_PARTS = re.compile(r"[,;:/()|]|\s[-–—]\s")
_EMPLOYERS = re.compile(rf"\b{EMPLOYER}\b", re.I)
#: A term stands for one that it begins if it has so many letters, or is known to: "uni", and no
#: "eng" for England.
_SHORTEST, _SHORT = 4, frozenset(("uni", "lab", "gov", "ind"))


def settings_of(bands: Sequence[Band]) -> list[frozenset[str]]:
    """For each range of a row, the terms by which it is told from the row's other ranges."""
    said = [
        frozenset((*_of_region(band.region), *terms(band.note))) - _NO_SETTING for band in bands
    ]
    of_all = frozenset.intersection(*said) if said else frozenset[str]()
    return [own - of_all for own in said]


def _of_region(label: str) -> Iterator[str]:
    """The terms of a region's label, without what only goes on a place's name: "Humber Coast"."""
    for part in _PARTS.split(label):
        places = places_of_label(part)
        names = (part[place.start : place.end] for place in places)
        kept = (*names, *(found.group() for found in _EMPLOYERS.finditer(part)))
        yield from terms(" ".join(kept) if places else part)


def settings_of_guide(guide: Guide) -> frozenset[str]:
    """The terms by which the ranges of any row of a guide are told apart."""
    rows = (settings_of(block.bands) for block in guide.blocks)
    return frozenset(term for row in rows for own in row for term in own)


def ruled_out(text: str) -> frozenset[str]:
    """The terms right behind words that rule something out."""
    return frozenset(term for word in _RULES_OUT.findall(text) for term in terms(word))


#: Words for one sort of employer, of which a table's columns have one: the software firm's is that
#: of the "Supplier".
_SORTS = tuple(
    frozenset(terms(words))
    for words in (
        "supplier vendor firm company companies private industry commercial startup maker "
        "manufacturer",
        "nhs trust hospital public",
    )
)


#: Where pay is asked for, and no company that somebody works for or speaks of.
_THERE = re.compile(
    r"(?<!work )(?<!worked )(?<!working )\b(?:at|in|for|with|from)\s+(?:an?\s+|the\s+|some\s+)?"
    r"(?:[\w&-]+\s+){0,3}?(?:suppliers?|vendors?|firms?|compan(?:y|ies)|industry|start-?ups?|makers?|"
    r"manufacturers?|trusts?|hospitals?)\b(?!\s+(?:partner|owner|is|are)\b)|"
    r"\b(?:nhs|private|commercial|public)\b",
    re.I,
)


def in_columns_words(text: str, content: Iterable[str], settings: Iterable[str]) -> tuple[str, ...]:
    """The terms of columns for the sorts of employer that a question calls by another word.

    Of a sort for which there are several columns, or one by the question's own word, none.
    """
    said, own = frozenset(content), frozenset(settings)
    if not _THERE.search(text):
        return ()
    return tuple(
        term
        for sort in _SORTS
        if said & sort and not said & own and len(own & sort) == 1
        for term in own & sort
    )


def named_among(content: Iterable[str], settings: Iterable[str]) -> tuple[str, ...]:
    """The terms of a question that stand for some of these."""
    settings = tuple(settings)
    return tuple(term for term in content if any(stands_for(term, one) for one in settings))


def stands_for(term: str, other: str) -> bool:
    """Whether a term is another one, or the beginning of it."""
    shorter, longer = sorted((term, other), key=len)
    begins = len(shorter) >= _SHORTEST or shorter in _SHORT
    return term == other or (begins and longer.startswith(shorter))
