"""Table rows and list items about pay -> Bands: level, region, low, high, currency and note."""

import re
from collections.abc import Iterable, Sequence

from assistant.guides.model import Band, Span
from assistant.guides.money import Pay, currency_of, find_pay
from assistant.guides.regions import column_region, is_region, names_place, unframed

_LEVEL = re.compile(
    r"\b(?:level|experience|grade|seniority|stage|role|position|job title|title|band)\b",
    re.IGNORECASE,
)
_REGION_COLUMN = re.compile(
    r"\b(?:region|location|area|where|place|city|nation|country)\b", re.IGNORECASE
)
_THOUSANDS = re.compile(r"[£€$]\s?(?:k\b|0?00)|\bthousands?\b|\(k\)|\bk\b", re.IGNORECASE)
_LOW = re.compile(
    r"\b(?:min(?:imum)?|from|low(?:er|est)?|bottom|starting|entry point|start)\b", re.IGNORECASE
)
_HIGH = re.compile(r"\b(?:max(?:imum)?|to|high(?:er|est)?|upper|top)\b", re.IGNORECASE)
_MIDDLE = re.compile(
    r"\b(?:median|mean|average|mid-?point|bonus|allowance|day|daily|hour|hourly)\b", re.IGNORECASE
)
PAY_COLUMN = re.compile(r"salar|\bpay\b|\bearn|wage|compensation|remuneration|[£€$]", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?<=[a-z\d)])\.\s|;|\n|<br\s*/?>|\||\u2028", re.IGNORECASE)
_SUFFIX = re.compile(r"^\s*[,(]?\s*(?:in|for|across|within|around)?\s*(?:the\s+)?", re.IGNORECASE)
_ITEM_LEVEL = re.compile(r"\W*(?P<level>[^:£€$]{2,60}?)\s*(?::|\s[-–—]\s|(?=\())")
_NO_LEVEL = re.compile(
    r"\b(?:on-?call|bonus|allowance|equity|pension|supplement|uplift|overtime|relocation|sources?"
    r"|notes?|examples?|benchmarks?|median|average|rates?|benefits?|extras?|total)\b",
    re.IGNORECASE,
)


def row_bands(text: str, cells: Sequence[Span], columns: Sequence[str]) -> tuple[Band, ...]:
    """The pay ranges of one table row, in the order of its cells.

    Args:
        text: the text that offsets count in.
        cells: where the row's cells stand.
        columns: the header's cells, or nothing.
    """
    heads = [*columns, *[""] * (len(cells) - len(columns))]
    pays = {
        place: found
        for place, (cell, head) in enumerate(zip(cells, heads, strict=False))
        if not _MIDDLE.search(head) and (found := _cell_pay(cell.of(text), head))
    }
    if not pays:
        return ()
    level_at = _first(
        place for place in range(len(cells)) if place not in pays and _LEVEL.search(heads[place])
    )
    if level_at is None:
        level_at = _first(place for place in range(len(cells)) if place not in pays)
    region_at = _first(
        place
        for place in range(len(cells))
        if place not in pays and place != level_at and _REGION_COLUMN.search(heads[place])
    )
    level = "" if level_at is None else _plain(cells[level_at].of(text))
    region = "" if region_at is None else _plain(cells[region_at].of(text))
    rest = [
        place
        for place in range(len(cells))
        if place not in pays and place not in (level_at, region_at)
    ]
    notes = [_plain(cells[place].of(text)) for place in rest]
    note = "; ".join(words for words in notes if words)
    pair = _low_and_high(pays, heads)
    if pair:
        return (_paired(cells, pair, pays, (level, region, note)),)
    return tuple(
        band
        for place, found in pays.items()
        for band in _cell_bands(
            text, cells[place], found, (level, region or column_region(heads[place]), note)
        )
    )


def item_bands(text: str, span: Span) -> tuple[Band, ...]:
    """The pay ranges of a list item such as "Junior: £30,000 to £40,000"."""
    words = span.of(text)
    level = _ITEM_LEVEL.match(words)
    if level is None or _NO_LEVEL.search(level["level"]):
        return ()
    cell = Span(span.start + level.end(), span.end)
    name = _plain(level["level"])
    frame = ("", name, "") if names_place(name) else (name, "", "")
    return tuple(_cell_bands(text, cell, find_pay(cell.of(text)), frame))


def _first(places: Iterable[int]) -> int | None:
    return next(iter(places), None)


def _plain(words: str) -> str:
    """A cell's words on one line, without emphasis."""
    return " ".join(re.sub(r"[*_`]+|<br\s*/?>", " ", words).split())


def _cell_pay(cell: str, head: str) -> list[Pay]:
    thousands = _THOUSANDS.search(head) is not None
    return find_pay(
        cell,
        thousands=thousands and PAY_COLUMN.search(head) is not None,
        currency=currency_of(head),
    )


def _low_and_high(pays: dict[int, list[Pay]], heads: Sequence[str]) -> tuple[int, int] | None:
    """The two columns that give the two ends of one range, if the row has such."""
    single = [
        place for place, found in pays.items() if len(found) == 1 and found[0].low == found[0].high
    ]
    lows = [place for place in single if _LOW.search(heads[place])]
    highs = [place for place in single if _HIGH.search(heads[place]) and place not in lows]
    return (lows[0], highs[0]) if len(lows) == len(highs) == 1 else None


def _paired(
    cells: Sequence[Span],
    pair: tuple[int, int],
    pays: dict[int, list[Pay]],
    frame: tuple[str, str, str],
) -> Band:
    low, high = (pays[place][0] for place in pair)
    edges = sorted(
        (cells[place].start + pays[place][0].start, cells[place].start + pays[place][0].end)
        for place in pair
    )
    level, region, note = frame
    return Band(
        level, region, low.low, high.high, low.currency, note, Span(edges[0][0], edges[1][1])
    )


def _cell_bands(
    text: str, cell: Span, found: Sequence[Pay], frame: tuple[str, str, str]
) -> list[Band]:
    """The ranges of one cell, each with the region written before it or after it."""
    words = cell.of(text)
    level, named_region, note = frame
    leading = bool(found) and bool(unframed(words[: found[0].start]))
    bands = []
    for place, pay in enumerate(found):
        begin, stop = _before(words, found, place) if leading else _after(words, found, place)
        named = unframed(words[begin:stop])
        opened = words.rfind("(", found[place - 1].end, pay.start) if place else -1
        if not leading and not named and opened >= 0:
            begin, stop = opened + 1, pay.start
            named = unframed(words[begin:stop])
        remark, region, span = note, named_region, Span(pay.start, pay.end)
        if is_region(named) and (leading or names_place(named)):
            region, at = named, begin + words[begin:stop].find(named)
            span = Span(min(at, pay.start), max(at + len(named), pay.end))
        elif leading and words[:stop].rstrip().endswith(":"):
            remark = "; ".join(part for part in (_plain(named), note) if part)
        where = Span(cell.start + span.start, cell.start + span.end)
        bands.append(Band(level, region, pay.low, pay.high, pay.currency, remark, where))
    return bands


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
