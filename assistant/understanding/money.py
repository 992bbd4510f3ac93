"""Amounts of money and NHS bands in a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_AMOUNT = re.compile(
    r"(?<![\w.,])(?P<sign>£|gbp\s?)?(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?P<k>k\b|grand\b|thousand\b)?"
    r"(?!\s?(?:%|years?\b|yrs?\b|months?\b|weeks?\b|days?\b|hours?\b|hrs?\b|min(?:ute)?s?\b|"
    r"miles?\b|percent\b|per cent\b|people\b|patients?\b|am\b|pm\b|[/:]\d|-?month|-?year|"
    r"(?:an?|per|/)\s?(?:day|hour|shift|week|night)\b))(?![\w])",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"(?:(?:\bband\s?|(?<=\()b(?=[3-9]))(?P<band>[1-7]|8\s?[a-d]?|9)|\b(?P<bare>8[a-d]))\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:over|above|more than|exceed\w*|beyond|north of)\s*$",
    re.I,
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum|from|upwards? of)\s*$", re.I)
_BELOW = re.compile(
    r"\b(?:under|below|less than|at most|maximum|up to|top(?:s|ping)? out (?:at|below|under))\s*$",
    re.I,
)
_YEARLY = r"(?:\s+(?:an?|per)\s+year|\s+p\.?a\.?)?"
_OR_MORE = re.compile(
    rf"{_YEARLY}(?:\+|,?\s+or\s+(?:more|above|over|upwards|better|higher)\b|"
    rf",?\s+and\s+(?:above|over|upwards)\b|\s?plus(?={_YEARLY}\s*(?:[?.,;!]|$)))",
    re.I,
)
_OR_LESS = re.compile(
    r",?\s+(?:or|and)\s+(?:less|below|under|lower)\b|\s+(?:max|tops|at most)\b", re.I
)
#: How old somebody is, or was or will be: no sum, however much pay is spoken of beside it.
_AGE = re.compile(
    r"(?:\b(?:i['’]?m|(?:he|she)['’]s|(?:you|we|they)['’]re|(?:i|you|he|she|we|they)(?:['’](?:ll|d)\s+be|"
    r"\s+(?:am|is|are|was|were|will\s+be|would\s+be)))|"
    r"\b(?:son|daughter|lad|boy|girl|kid|child|husband|wife|partner|brother|sister|m[ua]m|dad|"
    r"mate|friend|nephew|niece|eldest|youngest)(?:['’]?s|\s+(?:is|was|will\s+be)|,)|"
    r"\b(?:turn(?:s|ed|ing)?|aged?|at\s+the\s+age\s+of|pushing))\s+"
    r"(?:(?:only|just|nearly|almost|about|around|now|already|still|over|under|past)\s+){0,2}"
    r"\d{1,2}\b(?![.,]?\d|\s?(?:k|grand|thousand|quid)\b)",
    re.I,
)
#: What makes a bare number of a sentence a sum that is told: "they offered me 41", "I'm on 32".
_TOLD_OF_PAY = re.compile(
    r"\b(?:offer\w*|put|table|dangl\w+|quot\w+|pay\w*|paid|salary|wages?|earn\w*)\b|"
    r"\bon\s+(?:(?:about|around|just|only|nearly|over|under)\s+)*£?\d+k?(?=\W*$|\s*[,;)]|"
    r"\s+(?:at|now|in|as|plus|for|and|but|an?|before|basic|currently|here|there|right|so|which)\b)",
    re.I,
)
_SENTENCE_ENDS = re.compile(r"[.?!]+(?=\s)|\n")
#: A bare number counts as thousands of pounds only where it could be a salary.
PLAUSIBLE_THOUSANDS = range(12, 400)


@dataclass(frozen=True, slots=True)
class Amount:
    """A yearly amount in whole pounds, and how it was bounded.

    ``bound`` is "above", "at least", "below" or "about".
    """

    pounds: int
    bound: str


def find_amounts(text: str, *, about_pay: bool) -> tuple[Amount, ...]:
    """The amounts of money in a text.

    Args:
        text: the person's words.
        about_pay: whether the words are about pay, so that a bare "41" is read as £41,000.
    """
    found = []
    sums = _AGE.sub(_blank, _BAND.sub(_blank, text))
    for match in _AMOUNT.finditer(sums):
        value = float(match["digits"].replace(",", ""))
        if match["k"] or (value in PLAUSIBLE_THOUSANDS and (match["sign"] or about_pay)):
            value *= 1000
        elif value < 10_000:
            continue
        if not (match["sign"] or match["k"] or about_pay):
            continue
        before, after = text[max(0, match.start() - 25) : match.start()], text[match.end() :]
        found.append(Amount(round(value), _bound(before, after)))
    found += [
        Amount(10 ** (_FIGURES[said[1].lower()] - 1), "above") for said in _SO_MANY.finditer(text)
    ]
    return tuple(amount for amount in found if amount.pounds)  # "0k" is none


def _bound(before: str, after: str) -> str:
    if _ABOVE.search(before):
        return "above"
    if _AT_LEAST.search(before) or _OR_MORE.match(after):
        return "at least"
    return "below" if _BELOW.search(before) or _OR_LESS.match(after) else "about"


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def amounts_told(story: str) -> tuple[Amount, ...]:
    """The amounts of pay in what is told around a question, each sentence by itself."""
    return tuple(
        amount
        for said in _SENTENCE_ENDS.split(story)
        for amount in find_amounts(said, about_pay=bool(_TOLD_OF_PAY.search(said)))
    )


#: "Six figures" are a hundred thousand and more.
_FIGURES = {"five": 5, "six": 6, "seven": 7}
_SO_MANY = re.compile(r"\b(five|six|seven)[- ]figures?\b", re.I)


def find_bands(text: str) -> tuple[str, ...]:
    """NHS Agenda for Change bands named in a text, in lower case: "7", "8a"."""
    found = (match["band"] or match["bare"] for match in _BAND.finditer(text))
    return tuple(band.replace(" ", "").lower() for band in found)


#: Agenda for Change, lowest first; Band 8 without a letter stands for all of 8a to 8d.
BAND_ORDER = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")


def stepped(bands: Sequence[str], steps: int) -> tuple[str, ...]:
    """The bands so many steps up (down, below zero), kept within Agenda for Change."""
    places = (_place(one, last=steps >= 0) for one in bands)
    return tuple(BAND_ORDER[min(max(at + steps, 0), len(BAND_ORDER) - 1)] for at in places)


_BAND_RANGE = re.compile(
    r"\bbands?:?\s?(?P<low>[1-7]|8[a-d]?|9)(?:\s?(?:to|-|–|and)\s?(?:entry\s)?(?:band\s?)?(?P<high>[1-7]|8[a-d]?|9))?\b",
    re.I,
)


def band_covers(note: str, band: str) -> bool:
    """Whether a row's note ("NHS Band 6 to 7") takes in an NHS band.

    The band is "7", "8a" and so on, or "8" for any of band 8.
    """
    wanted = {place for place, name in enumerate(BAND_ORDER) if name.startswith(band)}
    for match in _BAND_RANGE.finditer(note):
        low = _place(match["low"], last=False)
        high = _place(match["high"] or match["low"], last=True)
        if any(low <= place <= high for place in wanted):
            return True
    return False


def of_other_bands(text: str, bands: Sequence[str]) -> bool:
    """Whether a text names NHS bands, and none of those that are asked about."""
    named = bool(bands) and _BAND_RANGE.search(text) is not None
    return named and not any(band_covers(text, band) for band in bands)


def _place(band: str, *, last: bool) -> int:
    names = [place for place, name in enumerate(BAND_ORDER) if name.startswith(band.lower())]
    return names[-1] if last else names[0]
