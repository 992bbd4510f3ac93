"""Rows and lines that give pay by the hour, the day or the like, and none by the year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind, Span
from assistant.guides.once import once_a_guide
from assistant.guides.pay.bands import GRADE
from assistant.guides.pay.pay_cells import plain
from assistant.guides.pay.pay_lines import RATE
from assistant.guides.sentences import sentence_spans

_TIME = r"(?:hour|hr|day|night|session|shift|visit|week|month)"
#: What pay is by, where it is not by the year: "Hourly", "Rate per hour", "a day", "by the day".
PERIOD = re.compile(
    rf"\b(?:hourly|daily|weekly|monthly|p\.?h)\b|\b{_TIME} rates?\b"
    rf"|(?:\b(?:an?|per|each|by the)\s|/\s?){_TIME}\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[£€$]\s?(?P<figure>\d[\d,]*(?:\.\d+)?)")
_OF_PAY = re.compile(r"\b(?:rates?|pay|paid|earn\w*|wages?|figures|sums)\b", re.IGNORECASE)
#: What is paid by the hour or day is less; more is for something that a row beside it is about.
_HIGHEST = 1000
_MARK = re.compile(r":\s|\s[-–—]\s")
_LONGEST_LABEL = 60
_END_OF_NAME = re.compile(rf"{_MARK.pattern}|[£€$]")
#: What is added to pay, and is none by itself.
_EXTRA = re.compile(
    r"\b(?:on-?call|bonus|allowance|premium|supplement|uplift|enhancement|expenses|mileage)\b",
    re.IGNORECASE,
)
#: What somebody pays and is not paid: "Van hire", "Parking costs".
_COST = re.compile(
    r"(?:\S+ ){0,3}(?:parking|hire|rent(?:al)?|meals?|lunch(?:es)?|canteen|travel|accommodation"
    r"|uniforms?|deposits?|fees?)(?: (?:costs?|charges?|fees?|permits?|pass(?:es)?))?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:at|by|for|from|in|of|on|per|to|with)\b|[(,/:]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Rate:
    """A row or line with such pay.

    ``level`` is whom or what it is for, ``label`` a line right above its table, ``low`` the lowest
    of its sums. ``said`` is the sentence that tells what the pay is by, where neither the row nor
    a heading does.
    """

    section: Section
    block: Block
    level: str
    label: str
    low: float
    said: Span | None = None


@once_a_guide
def rates_of(guide: Guide) -> tuple[Rate, ...]:
    """The rows and lines of the sections about pay that give it by a shorter time than a year."""
    return tuple(
        rate
        for section in guide.sections
        if section.kind is SectionKind.SALARY
        for rate in _rates_in(guide.source_text, section)
    )


def _rates_in(text: str, section: Section) -> Iterator[Rate]:
    headed = any(PERIOD.search(heading) for heading in section.path)
    said = None if headed else _sentence(text, section.blocks)
    label = ""
    for block in section.blocks:
        words = block.text(text)
        if block.kind is BlockKind.PARAGRAPH:
            label = words if len(words) <= _LONGEST_LABEL else ""
        sums = [float(one["figure"].replace(",", "")) for one in _SUM.finditer(words)]
        level = _level(text, block)
        if block.bands or not sums or _is_no_pay(level) or not _lists(block, words):
            continue
        if PERIOD.search(" ".join((words, *block.columns))):
            yield Rate(section, block, level, label, min(sums))
        elif (headed or said) and block.cells and max(sums) < _HIGHEST:
            yield Rate(section, block, level, label, min(sums), said)


def _is_no_pay(level: str) -> bool:
    """Whether a row or line is about an extra or a cost, and no job: "Parking at the depot"."""
    named = _GOES_ON.split(level, maxsplit=1)[0].strip()
    return _EXTRA.search(level) is not None or _COST.fullmatch(named) is not None


def _lists(block: Block, words: str) -> bool:
    """Whether a block is a row, or a line of a name and sums and no sentence."""
    if block.cells:
        return True
    ended = words.rstrip().endswith(".") and not _MARK.search(words.split("£", 1)[0])
    return not ended and block.kind is not BlockKind.FAQ and RATE.match(words) is not None


def _sentence(text: str, blocks: Sequence[Block]) -> Span | None:
    """The first sentence that says of all sums what they are by: "All rates are per hour"."""
    return next(
        (
            span
            for block in blocks
            if block.kind is BlockKind.PARAGRAPH and PERIOD.search(block.text(text))
            for span in sentence_spans(text, block.start, block.end)
            if _says_period(span.of(text))
        ),
        None,
    )


def _says_period(words: str) -> bool:
    told = PERIOD.search(words) and _OF_PAY.search(words)
    return told is not None and not _SUM.search(words)


def _level(text: str, block: Block) -> str:
    """The first cell that holds words and no sum, or what stands before a line's first one.

    As in rows of yearly pay, a post goes before its grade.
    """
    if not block.cells:
        return plain(_END_OF_NAME.split(block.text(text), maxsplit=1)[0])
    cells = [plain(cell.of(text)).rstrip(": ") for cell in block.cells]
    names = [words for words in cells if words and not _SUM.search(words)]
    posts = (words for words in names if not GRADE.fullmatch(words))
    return next(posts, next(iter(names), ""))
