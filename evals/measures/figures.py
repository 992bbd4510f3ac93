"""Figures and names: money, percentages, years, spans of time, bands and standards, read as values.

Written apart from the assistant's own check on purpose: a mistake there must not hide itself here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.words import normalise

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_PERIOD = (
    r"(?:\s*(?:a|an|per|each|every|/)\s*(?P<period>year|annum|month|week|day|hour)\b"
    r"|\s+(?P<adverb>annually|yearly|monthly|weekly|daily|hourly)\b)?"
)
_PERIODS = {"annum": "year", "annually": "year", "yearly": "year", "daily": "day"}
_MONEY = re.compile(
    rf"(?P<currency>[£$€])\s?(?P<low>{_NUMBER})\s?(?P<scale>k|m|bn)?\b"
    rf"(?:\s*(?:-|to|and)\s*(?:[£$€])?\s?(?P<high>{_NUMBER})\s?(?P<scale2>k|m|bn)?\b"
    rf"(?!\s*(?:%|percent|years?|months?|weeks?|days?|hours?)))?{_PERIOD}",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"(?P<value>{_NUMBER})\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<value>(?:19|20)\d\d)(?:/(?P<end>\d\d|\d{4}))?\b(?!\s*(?:%|per\s?cent))")
_BAND = re.compile(
    r"\bbands?\s+(?P<low>\d{1,2}[a-d]?)(?:\s*(?:-|to|and|or)\s*(?P<high>\d{1,2}[a-d]?))?\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|to)\s*(?P<high>{_NUMBER}))?[\s-]?"
    r"(?P<unit>year|month|week|day|hour|minute|second)s?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?P<value>\d{1,2}(?:[:.]\d\d)?)\s?(?P<half>[ap]m)\b", re.IGNORECASE)
_NAME = re.compile(r"\b(?:[A-Z]{2,}[\s-]?\d[\w./-]*|[A-Z][A-Z0-9]{2,})\b")


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A figure as a value: its ``kind``, its ``value`` and the ``unit`` or period it counts in."""

    kind: str
    value: str
    unit: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.kind, self.value, self.unit) if part)


@lru_cache(maxsize=8192)
def figures(text: str) -> frozenset[Figure]:
    """The figures and names of a text: "£35k to £48,000" is 35000, 48000 and their range."""
    words = normalise(text)
    return frozenset((*_money(words), *_rest(words)))


def _money(text: str) -> Iterator[Figure]:
    for match in _MONEY.finditer(text):
        period = (match["period"] or match["adverb"] or "").lower()
        period = _PERIODS.get(period, period.removesuffix("ly"))
        unit = f"{match['currency']} a {period}" if period else match["currency"]
        # "£35 to £48k" means thousands on both sides.
        scale = match["scale"] or (match["scale2"] if match["high"] else None)
        low = _value(match["low"], scale)
        yield Figure("money", low, unit)
        if match["high"]:
            high = _value(match["high"], match["scale2"] or match["scale"])
            yield Figure("money", high, unit)
            yield Figure("range", f"{low} to {high}", unit)


def _rest(text: str) -> Iterator[Figure]:
    for match in _PERCENT.finditer(text):
        yield Figure("percentage", _value(match["value"]), "%")
    for match in _YEAR.finditer(text):
        yield Figure("year", match["value"])
    for match in _BAND.finditer(text):
        yield from (Figure("band", band.lower()) for band in (match["low"], match["high"]) if band)
    for match in _SPAN.finditer(text):
        values = (match["low"], match["high"])
        yield from (Figure("time", _value(v), match["unit"].lower()) for v in values if v)
    for match in _CLOCK.finditer(text):
        yield Figure("clock", match["value"].replace(".", ":"), match["half"].lower())
    for match in _NAME.finditer(text):
        yield Figure("name", re.sub(r"[\s-]", "", match[0]).rstrip("./"))


def _value(digits: str, scale: str | None = None) -> str:
    number = Decimal(digits.replace(",", "")) * _SCALE.get((scale or "").lower(), 1)
    return f"{number.normalize():f}"


def unsupported(claim: str, evidence: str) -> set[Figure]:
    """The figures of a claim that its evidence does not have: value, unit and period alike.

    A period is compared only where both name one: guides give pay by the year and say so once.

    Source: ours; after the number-faithfulness checks of Zhao et al. 2020, "Reducing quantity
        hallucinations".
    """
    held = figures(evidence)
    return {figure for figure in figures(claim) if not any(_same(figure, other) for other in held)}


def _same(figure: Figure, other: Figure) -> bool:
    unit, _, period = figure.unit.partition(" a ")
    other_unit, _, other_period = other.unit.partition(" a ")
    return (figure.kind, figure.value, unit) == (other.kind, other.value, other_unit) and (
        not period or not other_period or period == other_period
    )
