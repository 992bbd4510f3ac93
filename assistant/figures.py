"""What an answer may not get wrong: money, percentages, years, pay bands, names of standards.

Two writings of one figure are equal here: "£62k", "£62,000" and "62,000 pounds" all give
``money:62000``.
"""

import re

from assistant.words import normalise

_MONEY = re.compile(
    r"(?:(?P<sign>[£€$])\s?(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?P<k>k\b|m\b)?|(?<![\w.])(?P<bare>\d{1,3}(?:,\d{3})+|\d{2,3}k\b))",
    re.I,
)
_RAISED = re.compile("[⁰¹²³⁴-⁹]")
_RANGE_K = re.compile(r"(?P<low>[£€$]\s?\d{2,3})(?=\s?(?:-|to)\s?[£€$]?\s?\d{2,3}k\b)", re.I)
_PERCENT = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)", re.I)
_YEAR = re.compile(r"(?<![\w£,.-])((?:19|20)\d\d)(?:/(\d\d))?(?![\w,])")
_BAND = re.compile(r"\bband\s?(\d{1,2}[a-d]?)\b", re.I)
#: A name that holds both letters and digits, or capitals followed by a number: HL7, DCB0129, IEC
#: 62304, C++17.
_STANDARD = re.compile(
    r"\b(?:[A-Z]{2,}[\w/]*[\s-](?!\d+,\d)\d[\w:.-]*\w|\d[A-Z]{2,}|[A-Z]+[a-z]*\d[\w-]*)\b"
)


def figures(text: str) -> frozenset[str]:
    """The figures and names in a text, one key each, equal for equal values."""
    # The mark of a footnote is no part of a figure: "£42,000¹".
    plain = normalise(_RAISED.sub("", text))
    # Where a line breaks is no part of it either, "60 per" above "cent"; a gap between columns is.
    joined = " ".join(plain.split())
    found = _figures_in(plain)
    return found if joined == plain else found | _figures_in(joined)


def _figures_in(text: str) -> frozenset[str]:
    plain = _RANGE_K.sub(r"\g<low>k", text)
    found = {f"money:{_pounds(match)}" for match in _MONEY.finditer(plain)}
    found |= {f"percent:{float(match[1]):g}" for match in _PERCENT.finditer(plain)}
    found |= {f"year:{match[1]}" for match in _YEAR.finditer(plain)}
    found |= {f"band:{match[1].lower()}" for match in _BAND.finditer(plain)}
    found |= {
        "name:" + re.sub(r"[\s:-]", "", match[0]).casefold() for match in _STANDARD.finditer(plain)
    }
    return frozenset(found)


def _pounds(match: re.Match[str]) -> str:
    written = match["value"] or match["bare"]
    scale = {"k": 1000, "m": 1_000_000}.get((match["k"] or written[-1]).lower(), 1)
    return f"{float(written.rstrip('kK').replace(',', '')) * scale:g}"
