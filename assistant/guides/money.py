"""Money in running text -> yearly ranges: "£35k-£48k", "35,000 to 48,000", "up to £90,000"."""

import re
from dataclasses import dataclass

# No yearly salary is below this; smaller figures are bonuses, allowances or rates.
LOWEST_SALARY = 10_000
_MILLION = 1_000_000

_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD", "gbp": "GBP", "eur": "EUR", "usd": "USD"}
_CURRENCY = r"£|€|(?:US)?\$|GBP|EUR|USD"
_NUMBER = r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
#: Marks of footnotes, as they follow a figure: "£42,000¹", "£42,000[^2]".
#: Raised digits, as a class of characters holds them: the marks of footnotes.
RAISED = "¹²³⁰⁴-⁹"
_MARKS = rf"(?:[{RAISED}†‡]+|\[(?:\^\w+|\d{{1,2}})\])"
_ENDS_IN_BRACKETS = re.compile(r"(?:\[[^\[\]]*\])+$")
#: "£35.000", as it is written elsewhere in Europe: no sum has thousandths of a pound.
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TO = (
    r"(?:\s*(?:,\s*)?(?:(?:rising|increasing|progressing|going up)\s+)?to|\s*and|\s*until"
    r"|\s*,?\s*reaching|\s*,\s*max(?:imum)?(?:\s+of)?|\s*(?:[-–—−‑‐]>?|→|\.{2,3}|…))"
)


def _amount(place: int) -> str:
    """The pattern of one amount; its groups are numbered by ``place``."""
    return (
        rf"(?P<c{place}>{_CURRENCY})?\s?(?P<n{place}>{_NUMBER})"
        rf"(?P<k{place}>\s?(?:k|thousand|million)(?![^\W{RAISED}])|m\b)?"
        rf"(?:\s?(?P<t{place}>GBP|EUR|USD)\b)?{_MARKS}*"
    )


_RANGE = re.compile(
    r"(?P<before>\b(?:up to|to|max(?:imum)?(?: of)?|under|below|less than|(?:not|no) more than"
    r"|from|starting (?:at|from)|starts at|over|above|at least|(?:not|no) less than"
    r"|min(?:imum)?(?: of)?|more than)\s+)?"
    # A figure begins a word, but for "c£50k" and the second of "£35,000/£48,000".
    r"(?:(?<![\w.,/£€$])|(?:(?<=\bc)|(?<=/))(?=[£€$]))"
    + _amount(1)
    + r"(?:"
    + _TO
    + r"\s*(?:up to\s+)?"
    + _amount(2)
    + r")?(?P<after>\s?\+(?!\s*[£€$\d])"
    r"|\s+(?:plus\b(?!\s+[\w£€$])|and (?:above|over|up|upwards|more)|upwards|or more"
    r"|min(?:imum)?\b|max(?:imum)?\b))?"
    rf"{_MARKS}*(?![\w%]|[.,/]\d)",
    re.IGNORECASE,
)
_HIGH_ONLY = re.compile(r"up to|^to|max|under|below|(?:no|not) more than|^less than", re.IGNORECASE)
_OTHER_PERIOD = re.compile(
    r"^\s*(?:/\s?|p\.?|(?:per|an?|each|every|for (?:a|each))\s)\s*"
    r"(?:day|d|hour|hr|h|month|mth|m|week|wk|w|session|shift|night|sprint|ph|pd|pcm|pw)\b"
    r"|^\s*(?:daily|hourly|monthly|weekly|pcm|ph|pd|day rate)\b"
    r"|^[^.;,£€$]{0,30}\b(?:day rate|an hour|a day)\b",
    re.IGNORECASE,
)
_OTHER_PERIOD_BEFORE = re.compile(
    r"\b(?:day|daily|hourly|hour|monthly|weekly|session|contract(?:or)?) rates?\b[^.;£€$]*$"
    r"|\b(?:daily|hourly|monthly|weekly)\W*$",
    re.IGNORECASE,
)
_EXTRA_AFTER = re.compile(
    r"^\s*(?:in\s+)?(?:\w+[\s-]){0,2}?(?:bonus|allowance|supplement|uplift|relocation"
    r"|stipend|equity|sign-on|pension)",
    re.IGNORECASE,
)
_EXTRA_BEFORE = re.compile(
    r"\b(?:bonus|allowance|supplement|uplift|relocation|stipend|equity|budget"
    r"|funding)\b[^.;£€$]{0,25}$"
    r"|(?:\bplus|\+)\s*(?:an?\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pay:
    """A yearly range in whole units of ``currency``, and where it stands in its text."""

    low: int | None
    high: int | None
    currency: str
    start: int
    end: int


def find_pay(text: str, *, thousands: bool = False, currency: str = "") -> list[Pay]:
    """Every yearly range in ``text``, in order. Rates by the day, bonuses and years are not.

    Args:
        text: a table cell or a line.
        thousands: whether bare figures count thousands, as under a heading "Salary (£k)".
        currency: what bare figures are in, when something around the text says so.
    """
    found: list[Pay] = []
    for match in _RANGE.finditer(text):
        pay = _read(match, thousands, currency)
        if pay is not None and _is_yearly(text, match):
            found.append(pay)
    return found


def currency_of(text: str) -> str:
    """The currency that a text names, as its ISO code; "" if none."""
    named = re.search(_CURRENCY, text, re.IGNORECASE)
    return _code(named.group()) if named else ""


def _code(symbol: str) -> str:
    return _SYMBOLS[symbol.casefold().removeprefix("us")]


def _is_yearly(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    return not (
        _OTHER_PERIOD.match(after)
        or _OTHER_PERIOD_BEFORE.search(before)
        or _EXTRA_AFTER.match(after)
        or _EXTRA_BEFORE.search(before)
    )


def _read(match: re.Match[str], thousands: bool, currency: str) -> Pay | None:
    symbols = [match[name] for name in ("c1", "t1", "c2", "t2") if match[name]]
    code = _code(symbols[0]) if symbols else currency
    low = _number(match["n1"])
    high = _number(match["n2"]) if match["n2"] else None
    scale1, scale2 = _scale(match["k1"]), _scale(match["k2"])
    if scale1 == _MILLION or (scale2 == _MILLION and not symbols):
        return None  # a budget; only the end of a range of pay is that high
    if not (symbols or scale1 or scale2 or thousands) and not _written_out(match["n1"]):
        return None
    other = 1000 if thousands else 1
    low *= scale1 or (scale2 or other if low < 1000 else 1)
    if high is not None:
        high *= scale2 or (scale1 or other if high < 1000 else 1)
    if max(low, high or 0) < LOWEST_SALARY or (high is not None and high < low):
        return None
    return _bounded(match, int(low), None if high is None else int(high), code or "GBP")


def _bounded(match: re.Match[str], low: int, high: int | None, code: str) -> Pay:
    start = match.start()
    # A raised mark is quoted with its figure, lest the same words are read as two figures.
    end = start + len(_ENDS_IN_BRACKETS.sub("", match.group().rstrip()))
    if high is not None:
        opening = match["before"]
        if opening:
            start += len(opening) if opening.strip().casefold() in {"to", "from"} else 0
        return Pay(low, high, code, start, end)
    if match["after"] and "max" not in match["after"].casefold():
        return Pay(low, None, code, start, end)
    if match["after"]:
        return Pay(None, low, code, start, end)
    if match["before"]:
        high_only = _HIGH_ONLY.search(match["before"])
        return Pay(None, low, code, start, end) if high_only else Pay(low, None, code, start, end)
    return Pay(low, low, code, start, end)


def _scale(written: str | None) -> int:
    """What a figure is multiplied by that ends so; 0 if it has no such ending."""
    ending = (written or "").strip().casefold()
    return (_MILLION if ending.startswith("m") else 1000) if ending else 0


def _number(written: str) -> float:
    if _DOTTED.fullmatch(written):
        return float(written.replace(".", ""))
    return float(re.sub(r"[,\u202f\u00a0 ]", "", written))


def _written_out(written: str) -> bool:
    """Whether a bare figure can only be money here: grouped thousands, or five digits and more."""
    return re.search(r"[,\u202f\u00a0 ]", written) is not None or len(written.split(".")[0]) >= 5
