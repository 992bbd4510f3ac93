"""The elements of one section -> its Blocks, with lead-ins, FAQ pairs and pay bands."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.faq import Pair, is_question, pair_up
from assistant.guides.hidden import visible_parts
from assistant.guides.lines import trim
from assistant.guides.model import Band, Block, BlockKind, SectionKind, Span
from assistant.guides.outline import Element, Item, Paragraph, Row
from assistant.guides.pay.bands import PAY_COLUMN, frame_below, row_bands
from assistant.guides.pay.pay_above import filled, frames_above
from assistant.guides.pay.pay_cells import Frame
from assistant.guides.pay.pay_lines import pay_parts
from assistant.guides.sentences import sentence_spans

_NOTHING = Frame()
_LONGEST_LEAD_IN = 240
_LONGEST_PAY_LINE = 150
_NO_PAY = frozenset({SectionKind.SKILLS, SectionKind.RESPONSIBILITIES, SectionKind.DIFFERENCES})


def read_blocks(
    text: str,
    elements: Sequence[Element],
    kind: SectionKind,
    hidden: Sequence[Span],
    *,
    asks: bool,
    headings: Sequence[str] = (),
) -> tuple[Block, ...]:
    """The blocks of a section in order.

    Args:
        text: the text that offsets count in, hidden characters replaced by spaces.
        elements: what stands below the section's heading.
        kind: what the section is about, as far as its heading tells.
        hidden: where hidden text stands; no block reaches across it.
        asks: whether the section holds questions with answers.
        headings: the headings above, outermost first.
    """
    lead_ins = _lead_ins(text, elements, hidden)
    blocks: list[Block] = []
    frames: dict[int, Frame] = {}
    paired = tuple(pair_up(text, elements)) if asks else elements
    for element, named in zip(paired, frames_above(text, paired, headings), strict=True):
        pair = _asked_in_row(text, element) if asks and isinstance(element, Row) else None
        if pair and isinstance(element, Row):
            blocks.extend(replace(b, columns=element.columns) for b in _pair(text, pair, hidden))
        elif isinstance(element, Pair):
            blocks.extend(_pair(text, element, hidden))
        elif isinstance(element, Row):
            above = frames.get(element.group, Frame())
            blocks.extend(_row(text, element, kind, hidden, above, named))
            frames[element.group] = frame_below(text, element.cells, element.columns, above)
        elif isinstance(element, Item):
            blocks.extend(_item(text, element, kind, hidden, lead_ins, named))
        else:
            blocks.extend(_paragraphs(text, element.span, hidden, kind, named))
    return tuple(blocks)


def _paragraphs(
    text: str,
    span: Span,
    hidden: Sequence[Span],
    kind: SectionKind = SectionKind.OTHER,
    named: Frame = _NOTHING,
) -> list[Block]:
    """A paragraph, in parts around hidden text; a short one about pay is read as an item is."""
    return [
        Block(BlockKind.PARAGRAPH, piece.start, piece.end, bands=bands)
        for part in visible_parts(text, span, hidden)
        for piece, bands in _pay(text, part, kind, named, _LONGEST_PAY_LINE)
    ]


def _pay(
    text: str, span: Span, kind: SectionKind, named: Frame, longest: int
) -> list[tuple[Span, tuple[Band, ...]]]:
    """The lines about pay in a stretch, each with its ranges; a long line is no such one."""
    if kind is not SectionKind.SALARY:
        return [(span, ())]
    return [
        (part, filled(bands, named) if part.end - part.start <= longest else ())
        for part, bands in pay_parts(text, span, named)
    ]


def _lead_ins(text: str, elements: Sequence[Element], hidden: Sequence[Span]) -> dict[int, Span]:
    """By list: the paragraph right above it, or the last sentence of a long one."""
    found: dict[int, Span] = {}
    seen: set[int] = set()
    previous: Element | None = None
    for element in elements:
        if isinstance(element, Item) and element.group not in seen:
            seen.add(element.group)
            if isinstance(previous, Paragraph):
                span = previous.span
                if span.end - span.start > _LONGEST_LEAD_IN:
                    span = sentence_spans(text, span.start, span.end)[-1]
                found[element.group] = visible_parts(text, span, hidden)[-1]
        previous = element
    return found


def _item(
    text: str,
    item: Item,
    kind: SectionKind,
    hidden: Sequence[Span],
    lead_ins: dict[int, Span],
    named: Frame,
) -> list[Block]:
    parts = visible_parts(text, item.span, hidden)
    parents = visible_parts(text, item.parent, hidden) if item.parent else []
    lead_in = parents[-1] if parents else lead_ins.get(item.group)
    return [
        Block(
            BlockKind.LIST_ITEM,
            piece.start,
            piece.end,
            group=item.group,
            lead_in=lead_in,
            bands=bands,
        )
        for part in parts
        for piece, bands in _pay(text, part, kind, named, len(text))
    ]


def _row(
    text: str, row: Row, kind: SectionKind, hidden: Sequence[Span], above: Frame, named: Frame
) -> list[Block]:
    """A row as one block, or, where hidden text stands in it, a block for each part around that."""
    pays = kind not in _NO_PAY or any(PAY_COLUMN.search(column) for column in row.columns)
    bands = filled(row_bands(text, row.cells, row.columns, above), named) if pays else ()
    return [
        Block(
            BlockKind.TABLE_ROW,
            part.start,
            part.end,
            group=row.group,
            columns=row.columns,
            cells=tuple(_within(text, cell, part) for cell in row.cells),
            bands=tuple(band for band in bands if _holds(part, band.span)),
        )
        for part in visible_parts(text, row.span, hidden)
    ]


def _asked_in_row(text: str, row: Row) -> Pair | None:
    """The question and answer of a row of two cells; None if it asks nothing."""
    filled = [cell for cell in row.cells if cell.start < cell.end]
    if len(filled) != 2 or not is_question(filled[0].of(text)):
        return None
    return Pair(filled[0].start, filled[0], filled[1])


def _within(text: str, cell: Span, part: Span) -> Span:
    """What of a cell lies in a part of its row; an empty span at its edge if nothing does."""
    start = min(max(cell.start, part.start), part.end)
    return trim(text, start, max(start, min(cell.end, part.end)))


def _holds(part: Span, inner: Span) -> bool:
    return part.start <= inner.start and inner.end <= part.end


def _pair(text: str, pair: Pair, hidden: Sequence[Span]) -> list[Block]:
    """An FAQ pair; hidden text within it cuts it short, and the rest follows as paragraphs."""
    asked = Span(pair.start, pair.answer.start)
    answers = visible_parts(text, pair.answer, hidden)
    if not answers or visible_parts(text, asked, hidden) != [asked]:
        return [*_paragraphs(text, pair.question, hidden), *_paragraphs(text, pair.answer, hidden)]
    first, rest = answers[0], answers[1:]
    if first.start != pair.answer.start:
        return [*_paragraphs(text, pair.question, hidden), *_paragraphs(text, pair.answer, hidden)]
    faq = Block(BlockKind.FAQ, pair.start, first.end, question=pair.question, answer=first)
    return [faq, *(Block(BlockKind.PARAGRAPH, part.start, part.end) for part in rest)]
