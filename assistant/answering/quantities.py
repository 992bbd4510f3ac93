"""Questions that only a figure answers: "how many years until I'm a lead?", "how often ...?"."""

import re
from dataclasses import dataclass

from assistant.chunks import Chunk

_UNIT = r"(?:year|month|week|day|hour|minute)"
_UNITS = rf"(?P<unit>{_UNIT})s?"
_ASKED = re.compile(rf"\bhow many (?:[\w-]+ ){{0,2}}?{_UNITS}\b", re.I)
_COUNT = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|few|several|couple|dozens?|half)"
)
_NUMBER = rf"(?:{_COUNT}|an?|one)"
_BETWEEN = rf"(?:[\s-]+(?:to|or|and|of|full|more|further|working|{_NUMBER}))*"
_SHARE = r"(?:\d\s?%|per ?cent\b|\bhal(?:f|ves)\b|\bthirds?\b|\bquarters?\b|\bone in\b|\bout of\b)"


@dataclass(frozen=True, slots=True)
class Figure:
    """The kind of figure or name that a question asks for, by what gives it."""

    pattern: re.Pattern[str]

    def given_in(self, text: str) -> bool:
        """Whether a sentence gives such a figure."""
        return self.pattern.search(text) is not None


def _spell(unit: str) -> str:
    return rf"\b{_NUMBER}\b{_BETWEEN}[\s-]+{unit}s?\b"


#: How a question asks for a figure, and what gives it. The first that fits decides.
_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.I), re.compile(given, re.I))
    for asked, given in (
        (
            rf"\bhow many (?:[\w-]+ ){{0,2}}?{_UNIT}s?\b|\bhow (?:long|soon|quickly)\b",
            _spell(_UNIT),
        ),
        (r"\b(?:what|which) (?:percentage|per ?cent|proportion|share|fraction)\b", _SHARE),
        (
            r"\bhow (?:often|frequently|regularly)\b",
            rf"\b(?:every|once|twice|daily|weekly|monthly|quarterly|yearly|rare|rarely|seldom|never)\b|"
            rf"\b(?:a|an|per|each) {_UNIT}\b|{_spell(_UNIT)}|\b{_COUNT} times\b",
        ),
        (r"\bhow much\b", rf"[£€$]\s?\d|{_SHARE}|\b{_COUNT}\b"),
        (r"\bhow (?:many|big|large|far)\b|\bnumber of\b", rf"\b{_COUNT}\b"),
    )
)


def figure_asked(question: str) -> Figure | None:
    """The kind of figure that a question asks for, None if it asks for none."""
    return next((Figure(given) for asked, given in _KINDS if asked.search(question)), None)


#: How a question asks for a thing by its kind, and how text names such things, in its own capitals.
_NAMES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"\b(?:what|which|whose|any|free)\s+(?:[\w-]+\s+){0,3}?"
            r"(?:software|tools?|programs?|packages?|languages?|datasets?|systems?|databases?|"
            r"file types?|formats?|brands?)\b",
            re.I,
        ),
        re.compile(r"(?<=[a-z,;:] )(?:[A-Z]\w*[A-Z0-9]\w*|[A-Z][a-z]{2,}\w*(?! [A-Z]))"),
    ),
    (
        re.compile(
            r"\b(?:what|which|whose|any)\s+(?:[\w-]+\s+){0,3}?"
            r"(?:laws?|legislation|acts?|regulations?|rules?|standards?|guidelines?|directives?)\b",
            re.I,
        ),
        re.compile(
            r"\b(?:[A-Z]\w*|of|and) (?:Act|Regulations?|Directive|Order|Code)\b|"
            r"\b(?:ISO|IEC|EN|BS|CFR|ICH|GDPR|GxP|GMP|GCP|GAMP|DCB|Annex)\b"
        ),
    ),
)


def sought(question: str) -> Figure | None:
    """The kind of figure, or of thing that has a name, that a question asks for, if it does."""
    named = (Figure(given) for asked, given in _NAMES if asked.search(question))
    return figure_asked(question) or next(named, None)


def unit_asked(question: str) -> str:
    """The unit of time that a question asks to be counted, "" if it asks for none."""
    found = _ASKED.search(question)
    return found["unit"].casefold() if found else ""


_ALSO = {"day": ("day", "night", r"(?:[\w-]+[\s-]+)?shift", "morning")}


def counts(chunk: Chunk, unit: str) -> bool:
    """Whether a chunk counts a unit of time: "two to three years", "a 12-week course".

    Days are counted in shifts and nights as well: "four shifts on and four off".
    """
    return any(re.search(_spell(one), chunk.text, re.I) for one in _ALSO.get(unit, (unit,)))


_HOW_DEAR = re.compile(
    r"\b(?:pays?|costs?|coughs?|chips?|funds?|foots?|fees?|refunds?|prices?|charges?|covers?)\b|"
    r"\bhow much\b|\bset\s+\w+\s+back\b|\bthe\s+damage\b",
    re.I,
)
_MONEY = re.compile(
    r"[£$€%]|\bper cent\b|\b(?:paid|pay\w*|fund\w*|refund\w*|fees?|costs?|contribut\w+|reimburs\w+|"
    r"sponsor\w*|free|salary|money)\b",
    re.I,
)
#: "How hard is it" has no measure that could be looked for.
_HOW = re.compile(r"\bhow\s+(?!come\b)\w+", re.I)


def in_kind(chunk: Chunk, question: str) -> bool:
    """Whether a chunk has what a question asks for by kind: a time, money, or a number."""
    unit = unit_asked(question)
    if unit:
        return counts(chunk, unit)
    if _HOW_DEAR.search(question):
        return bool(_MONEY.search(chunk.text))
    figure = figure_asked(question)
    return figure.given_in(chunk.text) if figure else not _HOW.search(question)


def lacks_kind(chunk: Chunk, question: str) -> bool:
    """Whether a question asks for a time, money or a number, and a chunk has none of the kind."""
    asked = unit_asked(question) or _HOW_DEAR.search(question) or figure_asked(question)
    return bool(asked) and not in_kind(chunk, question)
