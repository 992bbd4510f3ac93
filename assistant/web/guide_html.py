"""Guide -> the HTML of its page, with the cited characters marked."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.guides.model import Block, BlockKind, Guide, Section, Span
from assistant.web.markup import escape

# What Markdown doesn't show: the pair of marks around emphasis or code, and a link's target.
_PAIR = re.compile(r"(?<![\w*_`])(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?![\w*_`])", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]*)\](\([^()\s]*(?:\s+\"[^\"]*\")?\))")
_NOTHING = Span(0, 0)


def guide_html(guide: Guide, cited: Span = _NOTHING) -> str:
    """The guide's page body.

    Args:
        guide: the guide as it is ingested now.
        cited: the characters to mark, of ``guide.source_text``; an empty span marks none.
    """
    facts = " · ".join(escape(fact) for fact in (guide.sector, guide.date) if fact)
    return (
        f'<article class="guide"><h1>{escape(guide.title)}</h1>'
        f'<p class="facts">{facts}</p>{_contents(guide.sections)}'
        + "".join(_section_html(section, guide.source_text, cited) for section in guide.sections)
        + "</article>"
    )


def guide_list_html(guides: Iterable[Guide]) -> str:
    """All guides with their summaries."""
    items = "".join(
        f'<li><a href="/guides/{escape(guide.id)}">{escape(guide.title)}</a>'
        f"<p>{escape(guide.summary)}</p></li>"
        for guide in guides
    )
    return f'<h1>Role guides</h1><ul class="guide-list">{items}</ul>'


def _contents(sections: Sequence[Section]) -> str:
    top = [section for section in sections if len(section.path) == 1]
    items = "".join(
        f'<li><a href="#{escape(section.anchor)}">{escape(section.path[0])}</a></li>'
        for section in top
    )
    return f'<nav aria-label="Contents"><ol>{items}</ol></nav>' if len(top) > 2 else ""


def _section_html(section: Section, text: str, cited: Span) -> str:
    level = min(len(section.path) + 1, 6)
    heading = ""
    if section.path:
        heading = f'<h{level} id="{escape(section.anchor)}">{escape(section.path[-1])}</h{level}>'
    runs = groupby(section.blocks, key=lambda block: (block.kind, block.group))
    body = (_run_html(kind, list(blocks), text, cited, level) for (kind, _), blocks in runs)
    return heading + "".join(body)


def _run_html(kind: BlockKind, blocks: Sequence[Block], text: str, cited: Span, level: int) -> str:
    """Blocks that stand together: the items of one list, the rows of one table."""
    match kind:
        case BlockKind.LIST_ITEM:
            return f"<ul>{''.join(_element('li', block, text, cited) for block in blocks)}</ul>"
        case BlockKind.TABLE_ROW:
            return _table_html(blocks, text, cited)
        case BlockKind.FAQ:
            return "".join(_faq_html(block, text, cited, min(level + 1, 6)) for block in blocks)
        case BlockKind.PARAGRAPH:
            return "".join(_element("p", block, text, cited) for block in blocks)


def _element(tag: str, block: Block, text: str, cited: Span) -> str:
    inner = marked(text, Span(block.start, block.end), cited)
    return f'<{tag} id="at-{block.start}">{inner}</{tag}>'


def _table_html(rows: Sequence[Block], text: str, cited: Span) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in rows[0].columns)
    body = "".join(
        f'<tr id="at-{row.start}">'
        + "".join(f"<td>{marked(text, cell, cited)}</td>" for cell in _cells(row))
        + "</tr>"
        for row in rows
    )
    header = f"<thead><tr>{head}</tr></thead>" if head else ""
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Table">'
        f"<table>{header}<tbody>{body}</tbody></table></div>"
    )


def _cells(row: Block) -> Sequence[Span]:
    return row.cells or (Span(row.start, row.end),)


def _faq_html(block: Block, text: str, cited: Span, level: int) -> str:
    if block.question is None or block.answer is None:
        return _element("p", block, text, cited)
    question = marked(text, block.question, cited)
    answer = "".join(
        f"<p>{marked(text, part, cited)}</p>" for part in _paragraphs(text, block.answer)
    )
    return f'<h{level} id="at-{block.start}">{question}</h{level}>{answer}'


def _paragraphs(text: str, span: Span) -> Iterable[Span]:
    start = span.start
    for gap in re.finditer(r"\n\s*\n", span.of(text)):
        yield Span(start, span.start + gap.start())
        start = span.start + gap.end()
    yield Span(start, span.end)


def marked(text: str, span: Span, cited: Span) -> str:
    """The HTML of a span of the source, with what of it is cited inside a mark element."""
    unseen = _unseen(span.of(text), span.start)
    first = max(span.start, min(span.end, cited.start))
    last = max(first, min(span.end, cited.end))
    before, inside, after = (
        escape("".join(text[at] for at in range(start, end) if at not in unseen))
        for start, end in ((span.start, first), (first, last), (last, span.end))
    )
    return f"{before}<mark>{inside}</mark>{after}" if inside.strip() else before + inside + after


def _unseen(words: str, offset: int) -> set[int]:
    """The places of the characters that Markdown doesn't show; ``words`` start at ``offset``."""
    found: set[int] = set()
    for pair in _PAIR.finditer(words):
        width = len(pair[1])
        found.update(range(offset + pair.start(), offset + pair.start() + width))
        found.update(range(offset + pair.end() - width, offset + pair.end()))
        found |= _unseen(pair[2], offset + pair.start(2))
    for link in _LINK.finditer(words):
        found.update((offset + link.start(), offset + link.end(1)))
        found.update(range(offset + link.start(2), offset + link.end(2)))
    return found
