"""What the notes below a pay table say of the rows that are shown."""

from collections.abc import Mapping, Sequence

from assistant.answering.pay import PayRow
from assistant.answering.wording import listed
from assistant.citations import Claim, Layout, Quote, quote_in
from assistant.guides.model import Span
from assistant.guides.pay.footnotes import notes_of
from assistant.guides.pay.pay_cells import plain

#: Notes that are shown, at most.
_MOST = 3


def footnote_claims(rows: Sequence[PayRow]) -> list[Claim]:
    """The notes to some rows or to their columns, each after the name of what it is a note to."""
    noted: dict[Quote, dict[str, PayRow]] = {}
    for row in rows:
        for head, span in notes_of(row.guide.source_text, row.section, row.block):
            name = plain(head).rstrip("*")
            if not name or _is_shown(name, row):
                quote = quote_in(row.guide, row.section, span)
                noted.setdefault(quote, {}).setdefault(name or row.level, row)
    return [_note(quote, by_name, len(rows)) for quote, by_name in noted.items()][:_MOST]


def _is_shown(head: str, row: PayRow) -> bool:
    """Whether a row is shown with the figures of a column, or its columns are no regions."""
    regions = {band.region for band in row.bands}
    columns = (plain(one).rstrip("*") for one in row.block.columns)
    return head in regions or regions.isdisjoint(columns)


def _note(quote: Quote, by_name: Mapping[str, PayRow], shown: int) -> Claim:
    """A note, after the names of what it is a note to unless that is all that is shown."""
    first = next(iter(by_name.values()))
    said = " ".join(Span(quote.start, quote.end).of(first.guide.source_text).split())
    names = "" if len(by_name) == shown > 1 else listed([name for name in by_name if name])
    text = f"{names}: {said}" if names else said
    return Claim(text, (quote, *(row.quote for row in by_name.values())), Layout.PARAGRAPH)
