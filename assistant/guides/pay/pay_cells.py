"""The figures of one pay cell -> Bands, each with the region written before it or after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guides.model import Band, Span
from assistant.guides.money import RAISED, Pay
from assistant.guides.ranks import names_rank, names_title
from assistant.guides.regions import is_region, names_place, unframed

_SEPARATOR = re.compile(r"(?<=[a-z\d)])\.\s|;|\n|<br\s*/?>|\||\u2028", re.IGNORECASE)
_SUFFIX = re.compile(r"^\s*[,(]?\s*(?:in|for|across|within|around)?\s*(?:the\s+)?", re.IGNORECASE)

_ARTICLE = re.compile(r"^(?:as\s+)?(?:an?|the)\s+", re.IGNORECASE)
_MOST_LEVEL_WORDS = 4
#: What no name has, or only one in the midst of a clause: "more than a nurse".
_NO_NAME = re.compile(r"\b(?:than|more|less|while|like|unlike|if|(?-i:an?))\b", re.IGNORECASE)
#: A figure that is only told to compare another with is no pay of the level at hand.
_COMPARED = re.compile(
    r"\b(?:than|like|unlike)\s+(?:an?|the|our|most|other)\s+[^\W\d]", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:(\n]|\.\s")

#: The mark of a footnote after a word, and not the square of "m²".
_FOOTNOTE = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=\)))[{RAISED}†‡]+|\[\^\w+\]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a row and a column say of the figures where they meet.

    ``yields`` tells that the level is only that of the first figure of a line: others have theirs;
    ``heads`` that it is a heading's below the one about pay: levels below it are levels of that.
    """

    level: str = ""
    region: str = ""
    note: str = ""
    yields: bool = False
    heads: bool = False


def cell_bands(text: str, cell: Span, found: Sequence[Pay], frame: Frame) -> list[Band]:
    """The ranges of one cell; what the cell itself says of a region goes before the frame's."""
    words = cell.of(text)
    leading = bool(found) and bool(unframed(words[: found[0].start]))
    bands = []
    for place, pay in enumerate(found):
        if _COMPARED.search(_clause(words, found, place)):
            continue
        begin, stop = _before(words, found, place) if leading else _after(words, found, place)
        named = unframed(words[begin:stop])
        opened = words.rfind("(", found[place - 1].end, pay.start) if place else -1
        if not leading and not named and opened >= 0:
            begin, stop = opened + 1, pay.start
            named = unframed(words[begin:stop])
        level = frame.level
        if not level or (frame.yields and place):
            level = _own_level(words, found, place) or level
        remark, region, span = frame.note, frame.region, Span(pay.start, pay.end)
        if is_region(named) and (leading or names_place(named)):
            region, at = named, begin + words[begin:stop].find(named)
            span = Span(min(at, pay.start), max(at + len(named), pay.end))
        elif leading and level == frame.level and words[:stop].rstrip().endswith(":"):
            remark = "; ".join(part for part in (plain(named), frame.note) if part)
            # The label is part of how the guide writes the range: "Band 6: £38,700 to £46,600".
            span = Span(begin + words[begin:stop].find(named), pay.end)
        span = _whole_brackets(words, span, pay)
        where = Span(cell.start + span.start, cell.start + span.end)
        bands.append(Band(level, region, pay.low, pay.high, pay.currency, remark, where))
    return bands


def _own_level(words: str, found: Sequence[Pay], place: int) -> str:
    """The level that stands right before a figure: "Year 1 is £27,000, and a lead £38,000"."""
    name = plain(_ARTICLE.sub("", unframed(_clause(words, found, place))))
    if _NO_NAME.search(name):
        return ""
    few = len(name.split()) <= _MOST_LEVEL_WORDS
    return name if few and (names_rank(name) or names_title(name)) else ""


def _clause(words: str, found: Sequence[Pay], place: int) -> str:
    """What leads up to a figure from where its clause begins, or from the figure before it."""
    begin = found[place - 1].end if place else 0
    return _CLAUSE.split(words[begin : found[place].start].rstrip(" :"))[-1]


def _whole_brackets(words: str, span: Span, pay: Pay) -> Span:
    """The span with both of its brackets or none: "Band 6): £38,700" begins with the figure."""
    quoted = span.of(words)
    if quoted.count(")") > quoted.count("("):
        return Span(pay.start, span.end)
    cut = quoted.count("(") > quoted.count(")") and words[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + cut)


def _before(words: str, found: Sequence[Pay], place: int) -> tuple[int, int]:
    """Where the words that lead up to a range stand: back to the separator or range before it."""
    begin = found[place - 1].end if place else 0
    stop = found[place].start
    for separator in _SEPARATOR.finditer(words, begin, stop):
        if words[separator.end() : stop].strip():
            begin = separator.end()
    if not is_region(unframed(words[begin:stop])):
        begin = max(begin, words.rfind(",", begin, stop) + 1)
    return begin, stop


def _after(words: str, found: Sequence[Pay], place: int) -> tuple[int, int]:
    """Where the words that follow a range stand: up to the next separator, comma or range."""
    begin = found[place].end
    stop = found[place + 1].start if place + 1 < len(found) else len(words)
    lead = _SUFFIX.match(words, begin, stop)
    begin = lead.end() if lead else begin
    opened = words.rfind("(", begin, stop)
    if opened >= 0 and words.find(")", opened, stop) < 0:
        stop = opened
    separator = _SEPARATOR.search(words, begin, stop)
    closings = [at for mark in "),." if (at := words.find(mark, begin, stop)) >= 0]
    return begin, min([stop, *closings, *([separator.start()] if separator else [])])


def plain(words: str) -> str:
    """A cell's words on one line, without emphasis and marks of footnotes."""
    return " ".join(re.sub(r"[*_`]+|<br\s*/?>", " ", _FOOTNOTE.sub("", words)).split())
