"""Table rows about pay -> Bands: level, region, low, high, currency and note."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.guides.lines import has_words
from assistant.guides.model import Band, Span
from assistant.guides.money import Pay, currency_of, find_pay
from assistant.guides.pay.pay_cells import Frame, cell_bands, plain
from assistant.guides.ranks import names_rank
from assistant.guides.regions import (
    REGION_COLUMN,
    SPANNING,
    column_region,
    is_place,
    is_region_column,
    names_place,
    of_pay,
)

_NOTHING = Frame()

_LEVEL = re.compile(
    r"\b(?:level|experience|grade|seniority|stage|role|position|job title|title|band)\b",
    re.IGNORECASE,
)
#: What says that a cell is as the one above it, as an empty one does.
_DITTO = re.compile(r"[\"“”″〃'’]{1,2}|ditto|(?:the )?(?:same )?as above", re.IGNORECASE)
_POST = re.compile(r"\b(?:post|role|position|(?:job )?title|job)\b", re.IGNORECASE)
_OF_GRADE = re.compile(r"\b(?:band|grade)\b", re.IGNORECASE)
_NUMBER = r"\d{1,2}[a-d]?"
#: A grade by itself, beside which the post may stand that it is of.
GRADE = re.compile(
    rf"(?:(?:nhs |afc )?(?:band|grade|level) )?(?:{_NUMBER}|[A-Z]{{1,2}}\d{{0,2}})", re.IGNORECASE
)
_THOUSANDS = re.compile(r"[£€$]\s?(?:k\b|0?00)|\bthousands?\b|\(k\)|\bk\b", re.IGNORECASE)
_LOW = re.compile(
    r"\b(?:min(?:imum)?|from|low(?:er|est)?|bottom|starting|entry(?![- ]level)|start|floor"
    r"|(?:10|25)th)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(
    r"\b(?:max(?:imum)?|to|high(?:er|est)?|upper|top|ceiling|(?:with|after) experience|experienced"
    r"|(?:75|90)th)\b",
    re.IGNORECASE,
)
_MIDDLE = re.compile(
    r"\b(?:median|mean|average|mid-?point|bonus|allowance|day|daily|hour|hourly)\b", re.IGNORECASE
)
PAY_COLUMN = re.compile(r"salar|\bpay\b|\bearn|wage|compensation|remuneration|[£€$]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row laid out: its cells, their columns' heads, the figures of each that has some."""

    words: tuple[str, ...]
    heads: tuple[str, ...]
    pays: dict[int, list[Pay]]

    @property
    def level_at(self) -> int | None:
        """The cell that names the level: by its column's head, or else the first without pay.

        A post is asked for by its name, and not by the grade beside it.
        """
        rest = [place for place in range(len(self.words)) if place not in self.pays]
        posts = (p for p in rest if _POST.search(self.heads[p]) and has_words(self.words[p]))
        post = _first(p for p in posts if not GRADE.fullmatch(self.words[p]))
        named = _first(place for place in rest if _LEVEL.search(self.heads[place]))
        if post is not None and named is not None and self._is_grade(named):
            return post
        others = (place for place in rest if not self.is_for_regions(place))
        return next((p for p in (named, _first(others), _first(rest)) if p is not None), None)

    @property
    def region_at(self) -> int | None:
        """The cell that names the region, by its column's head; in a table of regions the first."""
        level_at = self.level_at
        rest = (p for p in range(len(self.words)) if p not in self.pays and p != level_at)
        named = _first(place for place in rest if REGION_COLUMN.search(self.heads[place]))
        if named is None and level_at is not None and self.is_for_regions(level_at):
            return level_at
        return named

    def _is_grade(self, place: int) -> bool:
        """Whether a cell is the grade of a post, and no name of a level: "6", "Annex 21"."""
        words = self.words[place]
        of_grade = _OF_GRADE.search(self.heads[place]) and not names_rank(words)
        return GRADE.fullmatch(words) is not None or bool(of_grade)

    def is_for_regions(self, place: int) -> bool:
        """Whether a column is headed "Region" or the like, and not "Where you stand"."""
        return is_region_column(self.heads[place])


def row_bands(
    text: str, cells: Sequence[Span], columns: Sequence[str], above: Frame = _NOTHING
) -> tuple[Band, ...]:
    """The pay ranges of one table row, in the order of its cells.

    Args:
        text: the text that offsets count in.
        cells: where the row's cells stand.
        columns: the header's cells, or nothing.
        above: what the rows above say of this one, as ``frame_below`` gave it.
    """
    row = _laid_out(text, cells, columns)
    if not row.pays:
        return ()
    frame = _frame(row, above)
    pairs = _lows_and_highs(row.pays, row.heads)
    both = {pair[0]: pair for pair in pairs}
    spanning = {_above(row.heads[place]) for place in both}
    return tuple(
        band
        for place, found in row.pays.items()
        if place in both or _above(row.heads[place]) not in spanning
        for band in (
            [_paired(cells, both[place], row, frame)]
            if place in both
            else cell_bands(text, cells[place], found, _crossed(row, place, frame))
        )
    )


def frame_below(
    text: str, cells: Sequence[Span], columns: Sequence[str], above: Frame = _NOTHING
) -> Frame:
    """What a row says of those below it that leave its cells empty, or that stand under its name.

    A row of one filled cell with a place heads the rows below it.
    """
    row = _laid_out(text, cells, columns)
    filled = [words for words in row.words if words]
    if not row.pays and len(filled) == 1 and is_place(filled[0]):
        return Frame(region=filled[0])
    frame = _frame(row, above)
    grouped = row.region_at is not None and row.region_at < (row.level_at or 0)
    return Frame(frame.level, frame.region if grouped else above.region)


def _laid_out(text: str, cells: Sequence[Span], columns: Sequence[str]) -> _Row:
    heads = (*columns, *[""] * (len(cells) - len(columns)))
    pays = {
        place: found
        for place, (cell, head) in enumerate(zip(cells, heads, strict=False))
        if not _MIDDLE.search(head) and (found := _cell_pay(cell.of(text), head))
    }
    words = (plain(cell.of(text)) for cell in cells)
    return _Row(tuple("" if _DITTO.fullmatch(said) else said for said in words), heads, pays)


def _frame(row: _Row, above: Frame) -> Frame:
    level_at, region_at = row.level_at, row.region_at
    level = "" if level_at is None else row.words[level_at].rstrip(": ")
    region = "" if region_at is None else row.words[region_at]
    if level_at is not None and (is_place(level) or level_at == region_at):
        level, region = "", level  # a table with regions for rows
    elif level_at is not None:
        if re.fullmatch(_NUMBER, level):
            level = f"{row.heads[level_at]} {level}".strip()  # "6" under "Band"
        level = level or above.level
        head = row.heads[level_at]
        region = region or above.region or (column_region(head) if is_place(head) else "")
    rest = [
        place
        for place in range(len(row.words))
        if place not in row.pays and place not in (level_at, region_at)
    ]
    notes = [_remark(row.words[place], row.heads[place]) for place in rest]
    return Frame(level, region, "; ".join(note for note in notes if note))


def _remark(words: str, head: str) -> str:
    """A cell as a note; bare figures say nothing without what heads them."""
    if not has_words(words) or words.casefold() in ("n/a", "na", "none", "tbc"):
        return ""
    return f"{head}: {words}" if head and not re.search(r"[^\W\d_]{2}", words) else words


def _crossed(row: _Row, place: int, frame: Frame) -> Frame:
    """What row and column say together: the column may name a region, a level or a condition."""
    head = row.heads[place]
    region = "" if row.is_for_regions(place) else column_region(head)
    own = _beside_region(head) if region else plain(head) if has_words(head) else ""
    if own and not frame.level and _names_level(own):
        return Frame(own, frame.region or region, frame.note)
    remark = own if len(row.pays) > 1 and not of_pay(own) else ""
    note = "; ".join(part for part in (remark, frame.note) if part)
    return Frame(frame.level, frame.region or region, note)


def _beside_region(head: str) -> str:
    """What a head says beside a region that spans it, or that it spans: "Senior"."""
    above, _, own = head.rpartition(SPANNING)
    if not above or (names_place(above) and names_place(own)):
        return ""
    return plain(own if names_place(above) else above)


def _names_level(head: str) -> bool:
    """Whether a column of figures is for a level, in a table whose rows are regions."""
    measured = any(pattern.search(head) for pattern in (PAY_COLUMN, _MIDDLE))
    return not measured and not re.fullmatch(r"[\d/ –-]+", head) and has_words(head)


def _first(places: Iterable[int]) -> int | None:
    return next(iter(places), None)


def _cell_pay(cell: str, head: str) -> list[Pay]:
    thousands = _THOUSANDS.search(head) is not None
    return find_pay(
        cell,
        thousands=thousands and PAY_COLUMN.search(head) is not None,
        currency=currency_of(head),
    )


def _above(head: str) -> str:
    """What of a column's name spans other columns too; "" if nothing."""
    return head.rpartition(SPANNING)[0]


def _lows_and_highs(pays: dict[int, list[Pay]], heads: Sequence[str]) -> list[tuple[int, int]]:
    """The columns, two and two, that give both ends of a range: one, or one for each head above."""
    spanned: dict[str, list[int]] = {}
    for place, found in pays.items():
        if len(found) == 1 and found[0].low == found[0].high:
            spanned.setdefault(_above(heads[place]), []).append(place)
    whole = [place for places in spanned.values() for place in places]
    own = {place: heads[place].rpartition(SPANNING)[2] for place in whole}
    pairs = [pair for places in spanned.values() if (pair := _ends(places, own))]
    lone = None if pairs else _ends(whole, dict(enumerate(heads)))
    return [lone] if lone else pairs


def _ends(places: Sequence[int], heads: Mapping[int, str]) -> tuple[int, int] | None:
    """The one column of low ends and the one of high ends, if there are such."""
    lows = [place for place in places if _LOW.search(heads[place])]
    highs = [place for place in places if _HIGH.search(heads[place]) and place not in lows]
    return (lows[0], highs[0]) if len(lows) == len(highs) == 1 else None


def _paired(cells: Sequence[Span], pair: tuple[int, int], row: _Row, frame: Frame) -> Band:
    low, high = (row.pays[place][0] for place in pair)
    edges = sorted(
        (cells[place].start + row.pays[place][0].start, cells[place].start + row.pays[place][0].end)
        for place in pair
    )
    span = Span(edges[0][0], edges[1][1])
    above = plain(_above(row.heads[pair[0]]))
    region = column_region(above)
    level = frame.level or ("" if region or not _names_level(above) else above)
    note = frame.note
    if above and above not in (level, region):
        note = "; ".join(part for part in (above, note) if part)
    return Band(level, frame.region or region, low.low, high.high, low.currency, note, span)
