"""Rows that are told apart by a number of something: "31-60 beds", "3 to 6 years", "over 60 beds".

Somebody who names such a number ("a home with 50 beds", "after four years") asks about the row
whose range holds it; who names a word that only some rows begin with, about those rows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from assistant.understanding.topics import pay_residue
from assistant.words import ONES, STOP_WORDS, stem, terms

_SPELT = {"zero": 0} | {word: number for word, number in ONES.items() if number <= 12}
_NUMBER = rf"(?P<{{0}}>\d{{{{1,3}}}}|{'|'.join(_SPELT)})"
_RANGE = re.compile(
    r"(?<![£\d,.\w])"
    r"(?:(?P<bound>up to|under|below|(?:less|fewer|more) than|over|above|at least)\s+)?"
    rf"{_NUMBER.format('low')}"
    rf"(?:\s?(?P<more>\+)|\s?(?:to|-|–|—|and|or)\s?{_NUMBER.format('high')})?[\s-]?"
    r"(?!to\b|and\b|or\b|per\b|more\b|of\b|a\b|in\b|th\b|k\b|am\b|pm\b)(?P<unit>[a-z]{3,})\b"
    r"(?!\s+(?:ago|old|degrees?|courses?|diplomas?|apprenticeships?|gap|plan|contract|programme)\b)"
    r"(?P<onward>\s+(?:or more|plus|and (?:over|above|more)|upwards?|onwards?))?",
    re.I,
)
#: How long a year may also be written.
_ALIKE = {"yr": "year", "yrs": "year"}
#: What tells one row from another: no figure, and none of "a", "of" or "in".
_WORD = re.compile(r"[^\W\d_]{3,}")
_BELOW = ("up to", "under", "below", "less than", "fewer than")

#: A unit, and the numbers of it from which and to which a text speaks.
Range = tuple[str, float, float]


def ranges_in(text: str) -> Iterator[Range]:
    """The numbers of things in a text, each with its unit as a stem.

    One number by itself is a range of its own width; "31 to 60 beds" has both ends.
    """
    for found in _RANGE.finditer(text.casefold()):
        low = _value(found["low"])
        high = _value(found["high"]) if found["high"] else low
        bound = found["bound"] or ""
        if bound in _BELOW:
            low = 0.0
        elif bound or found["more"] or found["onward"]:
            high = inf
        unit = _ALIKE.get(found["unit"], found["unit"])
        yield stem(unit), low, high


def _value(written: str) -> float:
    return float(_SPELT.get(written, written))


def holding(asked: str, texts: Sequence[str]) -> tuple[int, ...]:
    """The places of the texts whose range holds a number that is named in a question.

    Empty where none does, or where fewer than two of the texts have a range of its unit.
    """
    named = [*ranges_in(asked)]
    of_texts = [[*ranges_in(text)] for text in texts] if named else []
    for unit, low, high in named:
        told = [[r for r in ranges if r[0] == unit] for ranges in of_texts]
        if sum(bool(ranges) for ranges in told) < 2:
            continue
        # "More than six" is no longer six.
        meant = low + 0.5 if high == inf else (low + high) / 2
        kept = tuple(at for at, ranges in enumerate(told) if any(_holds(r, meant) for r in ranges))
        if kept:
            return tuple(at for at in kept if not _is_over(told, at, meant))
    return ()


def held_by_any(said: Iterable[str], texts: Sequence[str]) -> tuple[int, ...]:
    """The same by the first of several things said that names such a number."""
    return next(filter(None, (holding(one, texts) for one in said)), ())


def headed(asked: str, heads: Sequence[str]) -> tuple[int, ...]:
    """The places of the rows whose head has most words of a question that not all heads have.

    Args:
        asked: the question.
        heads: what each row begins with: "Drug company", "Regulator (RGX grade)".
    """
    words = [{stem(word) for word in _WORD.findall(head.casefold())} for head in heads]
    shared = set.intersection(*words) if words else set()
    said = {*_WORD.findall(asked.casefold())} - STOP_WORDS
    named = {stem(word) for word in said} - shared
    most = max((len(own & named) for own in words), default=0)
    return tuple(at for at, own in enumerate(words) if most and len(own & named) == most)


def called(asked: str, names: Sequence[str], role: str) -> tuple[int, ...]:
    """The places of the rows of which a question says the whole name, or all of one in brackets.

    Of several such names the longest counts, and none that says no more than the role's does or
    is only its letters.

    Args:
        asked: the question.
        names: what each row is called: "Prison service", "Grade 3 (clerk in A&E, shift leader)".
        role: the role's name.
    """
    letters = "".join(word[0] for word in role.split()).casefold()
    said, of_any = {*terms(asked)}, {*terms(role), letters}
    lengths = [
        max(
            (
                len(one)
                for one in _names_in(name)
                if one <= said and pay_residue((*(one - of_any),))
            ),
            default=0,
        )
        for name in names
    ]
    most = max(lengths, default=0)
    return tuple(at for at, length in enumerate(lengths) if most and length == most)


def _names_in(name: str) -> list[frozenset[str]]:
    """The terms of what a row is called, and of each thing that its brackets name."""
    outside, *within = re.split(r"[()]", name)
    parts = (part for one in within for part in re.split(r"[,;/]|\bor\b", one))
    return [frozenset(terms(part)) for part in (outside, *parts) if terms(part)]


def _is_over(told: Sequence[Sequence[Range]], at: int, number: float) -> bool:
    """Whether a text's range ends with a number with which another's begins: "after 3 years"."""
    ends = any(high == number for _, _, high in told[at])
    return ends and any(low == number for ranges in told for _, low, _ in ranges)


def _holds(of: Range, number: float) -> bool:
    return of[1] <= number <= of[2]
