"""A pay answer as claims: an opening line, and each row with the ranges that were asked for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from assistant.answering.columns import (
    column_at,
    columns_asked,
    columns_of_sums,
    head_quotes,
    heads_of,
    named,
    needing_names,
    pay_column,
)
from assistant.answering.footnotes import footnote_claims
from assistant.answering.pay import PayAnswer, PayRow, asks_band
from assistant.answering.pay_rates import rate_asked, rates_beside
from assistant.answering.row_ranges import headed
from assistant.answering.wording import listed, say
from assistant.citations import Claim, Layout, Quote, quote_in
from assistant.figures import figures
from assistant.guides.model import Band, Guide, Span
from assistant.guides.pay.pay_cells import plain
from assistant.understanding.query import Query

_BAND = re.compile(r"\bbands?\b", re.I)
_OPENS_WITH_BAND = re.compile(r"(?:\w+ )?bands?\b", re.I)
#: A column's name of more words is a sentence, and is not put before each cell.
_LONGEST_HEAD = 7


def pay_claims(answer: PayAnswer, query: Query, *, heading: bool) -> list[Claim]:
    """The claims of a pay answer: an opening line and the rows."""
    claims: list[Claim] = []
    role = answer.guide.role
    if heading:
        claims.append(Claim(f"**{role}**", layout=Layout.HEADING))
    if answer.verdict:
        claims.append(Claim(answer.verdict, layout=Layout.SENTENCE))
    if answer.missing:
        claims.append(Claim(say("pay.not_there", role=role, place=answer.missing)))
    elif answer.region:
        name = "pay.for_region" if _says(answer.place, answer.region) else "pay.for_place"
        claims.append(Claim(say(name, role=role, place=answer.place, region=answer.region)))
    elif answer.placed:
        each = [say("pay.placed", place=place, region=region) for place, region in answer.placed]
        claims.append(Claim(say("pay.for_places", role=role, places=listed(each))))
    placed = answer.missing or answer.region or answer.placed
    rows = answer.rows if placed else _of_heads(query.asked, answer.rows)
    rate = rate_asked(query, answer.guide)
    if not placed and not heading:
        claims.append(Claim(_opening(role, rows, yearly=rate is None)))
    # Rows of one level are told apart by what else they say.
    few = len({row.level for row in rows}) < max(len(rows), 2)
    few = few or bool(query.bands) or query.pay_drivers or bool(rate)
    first = _BAND if asks_band(query) else rate
    claims.extend(_row_claim(row, query.asked, few=few, first=first) for row in rows)
    return [*claims, *rates_beside(rows, query, answer.guide), *footnote_claims(rows)]


def _opening(role: str, rows: Sequence[PayRow], *, yearly: bool) -> str:
    """What the rows are; those that are shown for what is paid by the hour are not all a year's."""
    path = rows[0].section.path if rows else ()
    if yearly or not path:
        return say("pay.for_role", role=role)
    return say("found.row", section=path[-1], role=role)


def _of_heads(asked: str, rows: Sequence[PayRow]) -> Sequence[PayRow]:
    """The rows that begin with what is asked about, where that is an employer and not the level."""
    heads = [
        plain(row.block.cells[0].of(row.guide.source_text)) if row.block.cells else ""
        for row in rows
    ]
    if any(head in ("", row.level) for head, row in zip(heads, rows, strict=True)):
        return rows
    return [rows[at] for at in headed(asked, heads)] or rows


def _says(place: str, region: str) -> bool:
    return place.casefold() in region.casefold() or region.casefold() in place.casefold()


def _row_claim(row: PayRow, asked: str, *, few: bool, first: re.Pattern[str] | None) -> Claim:
    """A row: its level, the ranges, and with ``few`` rows what else it says.

    What it says of ``first``, the bands or the hourly pay asked for, stands before the ranges, and
    of these what stands in a column that the question names before the others.
    """
    ranges = _ranges(row)
    begin = min(place for place, _ in ranges)
    named_at = columns_asked(asked, row.guide, row.block)
    cells = {n: said for n, said in _other_sums(row) if few or n in named_at or n < begin}
    shown = sorted((*ranges, *cells.items()), key=itemgetter(0))
    shown.sort(key=lambda one: not (one[0] in named_at or (first and first.search(one[1]))))
    said = ". ".join(text for _, text in shown)
    note = _beyond(said, row) if few or first else ""
    parts = [part for part in note.rstrip(".").split(". ") if part not in cells.values()]
    leading = [part for part in parts if first and first.search(part)]
    said = ". ".join([*leading, said])
    note = ". ".join(part for part in parts if part not in leading)
    tail = f". {note}" if note else ""
    # A row that names no level has nothing to head it: "Up to £40,000 a year".
    label = f"**{row.level}**: " if row.level else ""
    text = f"{label}{said}{tail}".rstrip(".") + "."
    heads = head_quotes(row.guide, row.section, row.block, text)
    return Claim(text, (row.quote, *heads, *_heading_quote(row)), Layout.ITEM)


def _heading_quote(row: PayRow) -> tuple[Quote, ...]:
    """The heading above a row that its level is called by, if that has figures: "Band 5"."""
    heading = row.section.heading
    if heading is None or not row.section.path:
        return ()
    name = plain(row.section.path[-1]).rstrip(":").strip()
    called = row.level == name or row.level.startswith(f"{name}: ")
    return (quote_in(row.guide, row.section, heading),) if called and figures(name) else ()


def _ranges(row: PayRow) -> list[tuple[int, str]]:
    """The ranges of a row as they are shown, each with the place of its column, -1 if in none."""
    ranges: list[tuple[int, str]] = []
    last: int | None = None
    for band in one_a_stretch(row):
        place = column_at(row.block, band.span)
        # A cell with several ranges says once which column it is in.
        apart = _in_columns(band, row)
        head = "" if place == last or apart else pay_column(row.guide, row.block, band)
        words = apart or range_text(band, row.guide)
        words = words.removeprefix(f"{band.region}: ") if band.region in head else words
        ranges.append((-1 if place is None else place, named(head, words)))
        last = place
    return ranges


def one_a_stretch(row: PayRow) -> list[Band]:
    """A row's ranges, each with what one cell says beside it: "(OTE £29,000)" is no second pay."""
    shown: dict[Span, Band] = {}
    for band in row.bands:
        span = _stretch(band, row)
        shown.setdefault(span, replace(band, span=span))
    return [*shown.values()]


#: What stands between a range and another that is told beside it, and behind that.
_BETWEEN = re.compile(r"[^.;£\d]{0,40}[^\W\d][^.;£\d]{0,40}£?")
_BEHIND = re.compile(r"[^.;£\d]{0,20}")


def _stretch(band: Band, row: PayRow) -> Span:
    """Where a range stands together with those of its place that its cell has beside it."""
    place, source = column_at(row.block, band.span), row.guide.source_text
    beside = [
        one.span
        for one in row.block.bands
        if (one.level, one.region) == (band.level, band.region)
        and column_at(row.block, one.span) == place
    ]
    gaps = [source[one.end : two.start] for one, two in pairwise(beside)]
    if place is None or not gaps or not all(map(_BETWEEN.fullmatch, gaps)):
        return band.span
    end, cell = beside[-1].end, row.block.cells[place]
    return Span(beside[0].start, cell.end if _BEHIND.fullmatch(source, end, cell.end) else end)


def _other_sums(row: PayRow) -> list[tuple[int, str]]:
    """The cells with sums of money that are no ranges, each behind the name of its column."""
    heads, source = heads_of(row.guide, row.block), row.guide.source_text
    return [
        (n, named(heads[n], plain(row.block.cells[n].of(source))))
        for n in columns_of_sums(row.guide, row.block)
        if heads[n] and not any(_overlap(row.block.cells[n], b.span) for b in row.block.bands)
    ]


def _in_columns(band: Band, row: PayRow) -> str:
    """A range whose two ends stand in columns of their own, with their names; "" if in one."""
    cells = [n for n, cell in enumerate(row.block.cells) if _overlap(cell, band.span)]
    if len(cells) < 2:
        return ""
    heads, source = heads_of(row.guide, row.block), row.guide.source_text
    words = [plain(row.block.cells[n].of(source)) for n in cells]
    said = [named(heads[n] if n < len(heads) else "", w) for n, w in zip(cells, words, strict=True)]
    region = f"{band.region}: " if band.region else ""
    return region + ". ".join(said)


def _overlap(cell: Span, span: Span) -> bool:
    return cell.start < span.end and span.start < cell.end


def _beyond(said: str, row: PayRow) -> str:
    """What a row notes that its ranges don't show by now, as their labels and columns are."""
    cells = [plain(cell.of(row.guide.source_text)) for cell in row.block.cells]
    heads = heads_of(row.guide, row.block)
    bare = {cells[n]: heads[n] for n in needing_names(cells) if n < len(heads)}
    bare |= {
        cell.rstrip(".").split("; ")[0]: head
        for cell, head in list(zip(cells, heads, strict=False))[1:]
        if _needs_head(cell, head)
    }
    shown = {head.casefold() for head in heads}
    parts = dict.fromkeys(part for band in row.bands for part in band.note.split("; "))
    fresh = [p for p in parts if p.casefold() not in shown and f"{p}:" not in said]
    return ". ".join(named(bare.get(part.rstrip("."), ""), part) for part in fresh)


def _needs_head(cell: str, head: str) -> bool:
    """Whether words after a range are understood only by their column's name: "What moves pay".

    A band says itself what it is.
    """
    return 0 < len(head.split()) <= _LONGEST_HEAD and not _OPENS_WITH_BAND.match(cell)


def range_text(band: Band, guide: Guide) -> str:
    """One range in the guide's own writing, its region before it."""
    written = plain(guide.source_text[band.span.start : band.span.end]).rstrip(".")
    if band.region and not written.casefold().startswith(band.region.casefold()):
        return f"{band.region}: {written}"
    return written
