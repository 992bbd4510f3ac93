"""What the notes below a pay table say of the rows that are shown."""

from collections.abc import Sequence

from assistant.answering.pay import PayRow
from assistant.citations import Claim, Layout, Quote
from assistant.guides.footnotes import notes_of
from assistant.guides.pay_cells import plain

#: Notes that are shown, at most.
_MOST = 3


def footnote_claims(rows: Sequence[PayRow]) -> list[Claim]:
    """The notes to some rows or to their columns, each after the name of what it is a note to."""
    found: dict[Quote, Claim] = {}
    for row in rows:
        source = row.guide.source_text
        for head, span in notes_of(source, row.section, row.block):
            quote = Quote(row.guide.id, row.section.path, row.section.anchor, span.start, span.end)
            name = plain(head).rstrip("*") or row.level
            said = " ".join(span.of(source).split())
            text = f"{name}: {said}" if name else said
            found.setdefault(quote, Claim(text, (quote, row.quote), Layout.PARAGRAPH))
    return list(found.values())[:_MOST]
