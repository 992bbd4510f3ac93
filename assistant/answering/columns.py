"""The names of a table's columns, put before what would say nothing without them.

"£55,000 to £68,000" is three different offers in a row of three kinds of employer, and only the
heads of the columns tell which is which.
"""

import re
from collections.abc import Sequence
from itertools import islice

from assistant.answering.row_ranges import headed
from assistant.citations import Quote, quote_in
from assistant.figures import figures
from assistant.guides.model import Band, Block, Guide, Section, Span
from assistant.guides.once import once_a_guide
from assistant.guides.pay.pay_cells import plain
from assistant.guides.regions import column_region, of_pay
from assistant.understanding.roles.title_variants import without_brackets

#: A cell of at most this many words is a word and no sentence: "rarely offered".
_FEW = 3
#: The same of a cell with a figure: "Band 6: £38,700 to £46,600".
_FEW_WITH_FIGURE = 7
#: Cells of at most this many words beside each other are no sentences of their own: what is
#: essential and what is desirable.
_BRIEF = 10
_FEWEST_COLUMNS = 3
_ENOUGH_ROWS = 20

_MARK = re.compile(r"\W{0,2}(?:[✓✔✗✘☑☒xX•●]|yes|no|y|n)\ufe0f?\W{0,2}", re.I)


def needing_names(words: Sequence[str]) -> frozenset[int]:
    """The places of a row's cells that say little by themselves.

    So it is where several hold a figure, or where one is but a tick, a cross, a yes or a no.

    Args:
        words: the cells' texts. The first names the row and is never among them.
    """
    short = {n: said for n, said in enumerate(words) if n and not said.endswith((".", "!", "?"))}
    figured = {
        n
        for n, said in short.items()
        if re.search(r"\d", said) and len(said.split()) <= _FEW_WITH_FIGURE
    }
    wordy = {n for n, said in short.items() if 0 < len(said.split()) <= _FEW}
    marked = any(_MARK.fullmatch(said) for said in short.values())
    return frozenset(figured | wordy) if len(figured) > 1 or marked else frozenset()


def of_brief_cells(guide: Guide, columns: Sequence[str]) -> bool:
    """Whether most rows that begin the table with these columns have several cells, all brief.

    Run together they would read as one: "Care Certificate. A driving licence." The names of the
    columns tell which of them is only desirable.
    """
    if len(columns) < _FEWEST_COLUMNS:
        return False
    found = (
        [cell.of(guide.source_text).split() for cell in block.cells[1:]]
        for block in guide.blocks
        if block.cells and block.columns == columns
    )
    rows = list(islice(found, _ENOUGH_ROWS))  # it is asked of each row, and tables may be long
    brief = [row for row in rows if all(0 < len(words) <= _BRIEF for words in row)]
    return 2 * len(brief) > len(rows)


def named(head: str, words: str) -> str:
    """A cell's words after its column's name: "Biotech: £60,000 to £75,000"."""
    return f"{head}: {words}" if head and words else words


@once_a_guide
def heads_of(guide: Guide, block: Block) -> tuple[str, ...]:
    """The names of a row's columns; "" for one with a figure that can be quoted nowhere."""
    return tuple(
        plain(head)
        if _where(guide, block, head) is not None or not _own(guide, block, head)
        else ""
        for head in block.columns
    )


def _own(guide: Guide, block: Block, head: str) -> frozenset[str]:
    """The figures of a column's name that its row has not: "2026"."""
    return figures(head) - figures(block.text(guide.source_text))


def _where(guide: Guide, block: Block, head: str) -> Span | None:
    start = guide.source_text.rfind(head, 0, block.start)
    return Span(start, start + len(head)) if head and start >= 0 else None


def pay_column(guide: Guide, block: Block, band: Band) -> str:
    """The name of the column that a range stands in, "" where it tells nothing.

    It tells something in a row with sums in several columns, if it is neither the range's region
    or level, which are shown anyway, nor only says that the figures are pay where all do.
    """
    place = column_at(block, band.span)
    if place is None or place >= len(block.columns) or len(columns_of_sums(guide, block)) < 2:
        return ""
    heads = heads_of(guide, block)
    head = heads[place]
    if head == band.level or (column_region(head) and not _WITH.match(head)):
        return ""
    others = {column_at(block, one.span) for one in block.bands} - {place, None}
    plainly = of_pay(head) and all(of_pay(heads[n]) for n in others if n is not None)
    return "" if plainly else head


#: A column's name that begins so tells more than a place: "With the London supplement".
_WITH = re.compile(r"(?:with|without|including|excluding|plus)\b", re.I)
_SUM = re.compile(r"[£€$]\s?\d")
#: What any column of sums is of.
_PAY = re.compile(r"\b(?:pay|paid|salar(?:y|ies)|wages?|earn(?:s|ings)?|money)\b", re.I)


@once_a_guide
def columns_of_sums(guide: Guide, block: Block) -> tuple[int, ...]:
    """The places of a row's cells that are short and hold a sum of money, but for the first."""
    words = [plain(cell.of(guide.source_text)) for cell in block.cells[: len(block.columns)]]
    return tuple(
        n
        for n, said in enumerate(words)
        if n and _SUM.search(said) and len(said.split()) <= _FEW_WITH_FIGURE
    )


def columns_asked(asked: str, guide: Guide, block: Block) -> frozenset[int]:
    """Of a row's cells with sums those whose column a question names, none if it names all."""
    sums, heads = columns_of_sums(guide, block), heads_of(guide, block)
    named_at = headed(_PAY.sub(" ", asked), [without_brackets(heads[n]) for n in sums])
    return frozenset(sums[at] for at in named_at if len(named_at) < len(sums))


def column_at(block: Block, span: Span) -> int | None:
    """The place of the cell that a span begins in."""
    return next(
        (n for n, cell in enumerate(block.cells) if cell.start <= span.start < cell.end), None
    )


def head_quotes(guide: Guide, section: Section, block: Block, text: str) -> tuple[Quote, ...]:
    """The places of the column names in a text that hold figures which their row has not."""
    spans = (
        _where(guide, block, head)
        for head in block.columns
        if _own(guide, block, head) and f"{plain(head)}: " in text
    )
    return tuple(quote_in(guide, section, span) for span in spans if span is not None)
