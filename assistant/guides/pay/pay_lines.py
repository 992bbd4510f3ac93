"""Lines about pay, as "Junior: £30,000 to £40,000" -> Bands: what labels the figures."""

import re
from itertools import pairwise

from assistant.guides.lines import trim
from assistant.guides.model import Band, Span
from assistant.guides.money import find_pay
from assistant.guides.paragraphs import lines_within
from assistant.guides.pay.pay_cells import Frame, cell_bands, plain
from assistant.guides.ranks import RANKS
from assistant.guides.regions import names_place, unframed

_NOTHING = Frame()
#: What a level says in brackets is part of its name, "Band 3 (in casualty): ", but for its band
#: and its place.
_GLOSS = r"\((?!\s*(?i:(?:nhs |afc )?bands?)\b)[^()£€$]{3,90}\)"
_ENDS = r"\s*(?::|\s[-–—]\s|(?:\.\s?){3,}|…+|(?:[_·]\s?){3,}|(?=\())"
_GLOSSED_LEVEL = re.compile(
    rf"(?P<label>[^\w£€$]*(?P<level>[^:£€$(]{{2,60}}(?P<gloss>{_GLOSS}))\s*(?::|\s[-–—]\s))"
)
_ITEM_LEVEL = re.compile(rf"(?P<label>[^\w£€$]*(?P<level>[^:£€$]{{2,60}}?){_ENDS})")
#: A level right before its figures, without any mark: "Band 5 £31,049 to £37,796".
_BARE_LEVEL = re.compile(
    rf"(?P<label>\W*(?P<level>(?:(?:{RANKS}|entry)\b)[^:£€$.;,\d]{{0,40}}?)"
    r"\s+(?=(?:up to |from |around |about |circa |c\.? ?)?[£€$]))",
    re.IGNORECASE,
)
#: One of several lines of nothing but a name and figures: "Illustrator £31,000 to £37,800".
_LISTED_LEVEL = re.compile(
    r"(?P<label>[^\w£€$]*(?P<level>[^\W\d_][^:£€$.;,]{1,50}?)[\s.…*_]+(?=[£€$]))"
    r"[£€$][^A-Za-z]*(?:(?:to|k|rising|up)\b[^A-Za-z]*)*"
    r"(?:(?:a|per) (?:year|annum)|p\.?a\.?)?[^A-Za-z]*"
)
#: A rate, which is no yearly range but a line about pay all the same: "Locum: £30 an hour".
RATE = re.compile(
    r"[^\w£€$]*[^\W\d_][^:£€$]{1,60}?(?::\s|\s[-–—]\s|\s(?=[£€$]))[^£€$]{0,20}[£€$]\s?\d[\d.,]*"
    r"[^.;:]{0,40}?(?:\b(?:an?|per|each|by the)\s|/\s?)(?:hour|hr|day|session|shift|week|visit)\b",
    re.IGNORECASE,
)
#: What parts columns that are set with spaces.
_COLUMNS = re.compile(r"(?<=\w)[ \t]{3,}")
_FIRST = re.compile(r"[^\W_]")
NO_LEVEL = re.compile(
    r"\b(?:on-?call|bonus|allowance|equity|pension|supplement|uplift|overtime|relocation|sources?"
    r"|notes?|examples?|benchmarks?|median|average|rates?|benefits?|extras?|total)\b",
    re.IGNORECASE,
)


def pay_parts(
    text: str, span: Span, above: Frame = _NOTHING
) -> list[tuple[Span, tuple[Band, ...]]]:
    """The parts of a paragraph or item about pay, each with its ranges.

    Lines with a label and figures of their own are parts, where there are several of them.
    """
    lines = lines_within(text, span)
    starts = [line.start for line in lines if _begins_part(text, line)]
    if len(starts) < 2:
        found = item_bands(text, span, listed=len(lines) == 2)
        return [(span, found or unlabelled_bands(text, span, above))]
    edges = [*dict.fromkeys((span.start, *starts)), span.end]
    parts = [trim(text, start, end) for start, end in pairwise(edges)]
    return [(part, item_bands(text, part, listed=True)) for part in parts]


def unlabelled_bands(text: str, span: Span, above: Frame) -> tuple[Band, ...]:
    """The ranges of a line that begins with them, where what stands above says whose they are."""
    words = span.of(text)
    found = find_pay(words)
    if not above.level or not found or unframed(words[: found[0].start]):
        return ()
    return tuple(cell_bands(text, span, found, _NOTHING))


def _begins_part(text: str, line: Span) -> bool:
    """Whether a line is one of a list without bullets, and no broken line of a sentence."""
    first = _FIRST.search(line.of(text))
    if first is None or first.group().islower():
        return False
    return RATE.match(line.of(text)) is not None or bool(item_bands(text, line, listed=True))


def item_bands(text: str, span: Span, *, listed: bool = False) -> tuple[Band, ...]:
    """The pay ranges of a list item such as "Junior: £30,000 to £40,000".

    Args:
        text: the text that offsets count in.
        span: where the item stands.
        listed: whether it stands among others, so that any few words may be the label.
    """
    words = span.of(text)
    label = _GLOSSED_LEVEL.match(words)
    if label is None or names_place(label["gloss"]):
        label = _ITEM_LEVEL.match(words) or _BARE_LEVEL.match(words)
    label = label or (_LISTED_LEVEL.fullmatch(words) if listed else None)
    # What stands before the dash of "30k – 40k" is a figure and no label.
    if label is None or NO_LEVEL.search(label["level"]) or find_pay(label["level"]):
        return ()
    cell = Span(span.start + label.end("label"), span.end)
    name = plain(_COLUMNS.split(label["level"])[0])
    frame = Frame(region=name) if names_place(name) else Frame(name, yields=True)
    return tuple(cell_bands(text, cell, find_pay(cell.of(text)), frame))
