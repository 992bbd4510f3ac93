"""Pay questions from the rows of a guide's pay table: role, level and region, turned round too."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from assistant.answering.columns import heads_of
from assistant.answering.pay_amounts import asks_how_much_more, fits, verdict
from assistant.answering.pay_ends import levels_at_an_end
from assistant.answering.row_ranges import called, held_by_any
from assistant.answering.wording import listed, say
from assistant.citations import Quote, quote_in
from assistant.guides.model import Band, Block, Guide, Section
from assistant.guides.once import once_a_guide
from assistant.understanding.levels import Ladder, resolve_level, shift
from assistant.understanding.messages.asking import tells
from assistant.understanding.money import Amount, band_covers
from assistant.understanding.pay_columns import named_among, settings_of
from assistant.understanding.places.regions import choose_region, lies_in_none, named_in, within
from assistant.understanding.query import Form, Query


@dataclass(frozen=True, slots=True)
class PayRow:
    """One row of a guide's pay table with the ranges that were asked for."""

    guide: Guide
    section: Section
    block: Block
    level: str
    bands: tuple[Band, ...]

    @property
    def quote(self) -> Quote:
        """The row as it is quoted."""
        return quote_in(self.guide, self.section, self.block)


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """Rows that answer a pay question of one role.

    ``region`` is the guide's label that the person's place falls under ("" if none was asked for).
    ``verdict`` is fixed wording on an amount that the person named. ``placed`` are places of
    several regions, each with its region. ``missing`` are the places asked about where they lie in
    none of the guide's regions: then the rows are what it gives elsewhere.
    """

    guide: Guide
    rows: tuple[PayRow, ...]
    region: str
    place: str
    verdict: str = ""
    placed: tuple[tuple[str, str], ...] = ()
    missing: str = ""


def asks_band(query: Query) -> bool:
    """Whether an NHS band is asked for, which only some guides give."""
    said = query.text if "topic" in query.carried and not query.places else query.asked
    return bool(_ASKS_BAND.search(said))


@once_a_guide
def pay_rows(guide: Guide) -> tuple[PayRow, ...]:
    """Every row of the guide's pay tables, in the guide's order.

    A row of a region, whose columns are the levels, counts as one row a level.
    """
    return tuple(
        PayRow(guide, section, block, level, tuple(b for b in block.bands if b.level == level))
        for section in guide.sections
        for block in section.blocks
        for level in dict.fromkeys(band.level for band in block.bands)
    )


def quotes_pay(quotes: Iterable[Quote], guide: Guide) -> bool:
    """Whether a row of the guide's pay tables is among what is quoted."""
    return not {row.quote for row in pay_rows(guide)}.isdisjoint(quotes)


def answer_pay(query: Query, guide: Guide, ladder: Ladder) -> PayAnswer | None:
    """The rows that answer, or None where the guide's table can't (no table, no such region)."""
    rows = pay_rows(guide)
    if not rows:
        return None
    rows = _at_setting(query.settings, rows)
    region, place = _region(query, rows)
    if tells(region):
        return None  # "Wales is different: £30,000" is a sentence, which is quoted as it stands.
    regions = {region} if region else _within(query, rows)
    levels = resolve_level(query.level_words, ladder)
    of_regions = _of_regions(rows, regions)
    if levels and not any(row.level in levels for row in of_regions):
        region, place, of_regions = "", "", rows  # It is paid in no region of its own.
    rows = of_regions
    # Who says a level and a place means by a band what is paid there.
    of_band = asks_band(query) and not (query.level_words and query.places)
    if of_band and not any("band" in _bands_of(row).casefold() for row in rows):
        return None
    counted = _picked_out(query, rows)
    query, rows = (replace(query, amounts=()), counted) if counted else (query, rows)
    moved = shift(levels, ladder, query.level_shift)
    at_the_end = levels and query.level_shift and moved == levels
    if asks_how_much_more(query) and len(moved) == 1:
        moved = (*shift(moved, ladder, -1), *moved)
    narrowed, said = _narrowed(query, rows, moved, ladder, guide)
    said = said or (say("pay.no_further") if at_the_end else "")
    if query.bands and not narrowed:
        return None
    placed = () if region else _placed(query, rows)
    return PayAnswer(guide, narrowed, region, place, said, placed, _missing(query, rows))


#: What is ruled out names no row, nor does "these days".
_DENIES = re.compile(r"\b(?:not|no|never|without|these days)\b|n['’]t\b", re.I)


def _picked_out(query: Query, rows: tuple[PayRow, ...]) -> tuple[PayRow, ...]:
    """The rows that a number told picks out, "4 years" or "50 beds", or that are named in full."""
    if query.level_words and "level" not in query.carried:
        return ()
    texts = [row.block.text(row.guide.source_text) for row in rows]
    again = query.text if "topic" in query.carried else ""
    at = held_by_any((query.asked, query.counted, again), texts)
    if not (at or query.amounts or query.form is Form.COMPARISON or _DENIES.search(query.asked)):
        at = called(query.asked, [row.level for row in rows], rows[0].guide.role)
    return tuple(rows[one] for one in at)


def _at_setting(settings: Sequence[str], rows: tuple[PayRow, ...]) -> tuple[PayRow, ...]:
    """The rows with the ranges that are for what is named, an employer's sort; all if none is."""
    if not settings:
        return rows
    kept = tuple(
        replace(row, bands=bands) for row in rows if (bands := _of_setting(settings, row.bands))
    )
    return kept or rows


def _of_setting(settings: Sequence[str], bands: tuple[Band, ...]) -> tuple[Band, ...]:
    """Of a row's ranges those of which all that is named is said, or else any of it."""
    named = [len(named_among(settings, own)) for own in settings_of(bands)]
    least = len(settings) if settings and len(settings) in named else 1
    return tuple(band for band, count in zip(bands, named, strict=True) if count >= least)


def _narrowed(
    query: Query, rows: tuple[PayRow, ...], levels: Sequence[str], ladder: Ladder, guide: Guide
) -> tuple[tuple[PayRow, ...], str]:
    """The rows of the levels, bands, amounts or end of the ladder asked about, and a verdict."""
    of_levels = tuple(row for row in rows if row.level in levels) or rows
    if query.bands:
        of_bands = _of_bands(query.bands, of_levels)
        weighed = of_bands and len(query.amounts) == 1
        return of_bands, verdict(query.amounts[0].pounds, _bands_in(of_bands)) if weighed else ""
    if query.amounts:
        return _by_amount(query, of_levels, bool(levels), guide)
    if levels:
        return of_levels, ""
    kept = _at_an_end(query.asked, rows, ladder)
    # "And in Leeds?", after what somebody starts on: the start is meant again.
    again = len(kept) == len(rows) and "topic" in query.carried
    return _at_an_end(query.text, rows, ladder) if again else kept, ""


def _of_bands(bands: Sequence[str], rows: tuple[PayRow, ...]) -> tuple[PayRow, ...]:
    """The rows of some NHS bands, and those of the same level that say no band themselves."""
    own = [row for row in rows if any(band_covers(_bands_of(row), band) for band in bands)]
    levels = {row.level for row in own if row.level}
    return tuple(
        row
        for row in rows
        if row in own or (row.level in levels and not _ASKS_BAND.search(_bands_of(row)))
    )


def _at_an_end(asked: str, rows: tuple[PayRow, ...], ladder: Ladder) -> tuple[PayRow, ...]:
    """The rows of the end of the ladder that is asked for, else all."""
    levels = levels_at_an_end(asked, ladder)
    return tuple(row for row in rows if row.level in levels) if levels else rows


_ASKS_BAND = re.compile(r"\bbands?\b(?! of pay)", re.I)


def _note(row: PayRow) -> str:
    return " ".join(dict.fromkeys(band.note for band in row.bands))


def _bands_of(row: PayRow) -> str:
    """Where a row may name its NHS bands: its level's name, its note or the column for them."""
    heads = heads_of(row.guide, row.block)
    cells = (cell.of(row.guide.source_text) for cell in row.block.cells)
    named = ((head, said) for head, said in zip(heads, cells, strict=False) if said.strip())
    of_band = (f"Band {said}" for head, said in named if _ASKS_BAND.search(head))
    return f"{row.level} {_note(row)} {' '.join(of_band)}"


def _region(query: Query, rows: Sequence[PayRow]) -> tuple[str, str]:
    labels = _labels(rows)
    places = tuple(place for place in query.places if place.uk or named_in(place, labels))
    if not places or not labels:
        return "", ""
    region = choose_region(places, labels)
    names = [
        say("pay.outside", place=place.name) if place.negated else place.name
        for place in sorted(places, key=lambda place: place.negated)
    ]
    return (region, listed(names)) if region else ("", "")


def _within(query: Query, rows: Sequence[PayRow]) -> set[str]:
    """The regions that make up the one place asked about: a table's two parts of England."""
    return {*within(query.places[0], _labels(rows))} if len(query.places) == 1 else set()


def _labels(rows: Sequence[PayRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(band.region for row in rows for band in row.bands if band.region))


def _placed(query: Query, rows: Sequence[PayRow]) -> tuple[tuple[str, str], ...]:
    """Each of several places with its region; nothing where one of them has none."""
    places = [place for place in query.places if place.uk and not place.negated]
    labels = _labels(rows)
    placed = tuple((place.name, choose_region((place,), labels) or "") for place in places)
    return placed if len(placed) > 1 and all(region for _, region in placed) else ()


def _of_regions(rows: Sequence[PayRow], regions: Set[str]) -> tuple[PayRow, ...]:
    """The rows with their ranges for some regions; all if there are none.

    A range without a region counts only in a table or list that has one for them: in another it
    may be for anywhere.
    """
    if not regions:
        return tuple(rows)
    tables = {_table(row) for row in rows if any(band.region in regions for band in row.bands)}
    kept = (
        replace(row, bands=tuple(b for b in row.bands if b.region in labels))
        for row in rows
        for labels in ({*regions, ""} if _table(row) in tables else regions,)
    )
    return tuple(row for row in kept if row.bands)


def _table(row: PayRow) -> tuple[object, ...]:
    return (row.section.path, row.block.group)


def _missing(query: Query, rows: Sequence[PayRow]) -> str:
    """The places asked about, where each range is of a region and none of them lies in one."""
    labels = {band.region for row in rows for band in row.bands}
    apart = [place.name for place in query.places if all(labels) and lies_in_none(place, labels)]
    return listed(apart) if apart and len(apart) == len(query.places) else ""


def _by_amount(
    query: Query, rows: tuple[PayRow, ...], level_named: bool, guide: Guide
) -> tuple[tuple[PayRow, ...], str]:
    if len(query.amounts) == 1 and level_named:
        return rows, verdict(query.amounts[0].pounds, _bands_in(rows))
    kept = tuple(kept for row in rows if (kept := _matching(row, query.amounts)).bands)
    if kept:
        return kept, say("pay.fits") if _OFFER.search(query.asked) else ""
    return rows, say("pay.no_level_fits", role=guide.role)


_OFFER = re.compile(
    r"\b(?:offer\w*|fair|reasonable|decent|lowball\w*|underpaid|accept|worth taking|"
    r"good (?:deal|offer|salary|money))\b",
    re.I,
)


def _bands_in(rows: Sequence[PayRow]) -> list[Band]:
    return [band for row in rows for band in row.bands]


def _matching(row: PayRow, amounts: Sequence[Amount]) -> PayRow:
    return replace(
        row,
        bands=tuple(band for band in row.bands if all(fits(band, amount) for amount in amounts)),
    )
