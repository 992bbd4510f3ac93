"""Amounts of pay in a question: one that is named, held against ranges, and how much more."""

import re
from collections.abc import Sequence

from assistant.answering.wording import say
from assistant.guides.model import Band
from assistant.understanding.money import Amount
from assistant.understanding.query import Query


def fits(band: Band, amount: Amount) -> bool:
    """Whether a range holds an amount, or goes beyond it where it is named as a bound."""
    low = band.low if band.low is not None else 0
    high = band.high if band.high is not None else float("inf")
    if amount.bound == "above":
        return high > amount.pounds
    if amount.bound == "at least":
        return high >= amount.pounds
    if amount.bound == "below":
        return high < amount.pounds
    return low <= amount.pounds <= high


def verdict(pounds: int, bands: Sequence[Band]) -> str:
    """Where an amount stands to some ranges, in fixed wording."""
    low = min((band.low for band in bands if band.low is not None), default=None)
    high = max((band.high for band in bands if band.high is not None), default=None)
    if low is not None and pounds < low:
        return say("pay.below")
    if high is not None and pounds > high:
        return say("pay.above")
    inside = [band for band in bands if (band.low or 0) <= pounds <= (band.high or pounds)]
    if len(inside) < len(bands):
        return say("pay.within_some")
    share = (pounds - (low or 0)) / max((high or pounds) - (low or 0), 1)
    return say(
        "pay.within_low" if share < 1 / 3 else "pay.within_high" if share > 2 / 3 else "pay.within"
    )


#: How much more a level is paid than the one before it.
_MORE = re.compile(
    r"\bhow much (?:more|extra|better)\b|\bwhat(?:['’]?s|\s+is|\s+would\s+be)\s+the\s+difference\b",
    re.I,
)


def asks_how_much_more(query: Query) -> bool:
    """Whether a level is set against the one before it, and not against a place or another job."""
    placed = query.places and "place" not in query.carried
    return bool(_MORE.search(query.asked)) and not placed and len(query.roles) < 2
