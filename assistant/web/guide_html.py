"""Guide -> the HTML of its page, with the cited characters marked."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.guides.model import Block, BlockKind, Guide, Section, Span
from assistant.web import wording
from assistant.web.anchors import Anchors
from assistant.web.icons import icon
from assistant.web.markup import escape

# What Markdown doesn't show: the pair of marks around emphasis or code, and a link's target.
_PAIR = re.compile(r"(?<![\w*_`])(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?![\w*_`])", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]]*)\](\([^()\s]*(?:\s+\"[^\"]*\")?\))")
_NOTHING = Span(0, 0)


def guide_html(guide: Guide, cited: Span = _NOTHING) -> str:
    """The sections of a guide.

    Args:
        guide: the guide as it is ingested now.
        cited: the characters to mark, of ``guide.source_text``; an empty span marks none.
    """
    page = _Page(guide, cited)
    html = "".join(page.section(section) for section in guide.sections)
    # The first marked words are where a citation's link arrives.
    return html.replace("<mark>", '<mark id="cited">', 1)


def contents_html(guide: Guide) -> str:
    """Links to the sections, two levels deep; empty for a guide with hardly any."""
    headed = [section for section in guide.sections if 0 < len(section.path) <= 2]
    if len(headed) < 3:
        return ""
    items = "".join(
        f'<li class="deep-{len(section.path)}"><a href="#{escape(section.anchor)}">'
        f"{escape(section.path[-1])}</a></li>"
        for section in headed
    )
    return (
        f'<nav class="contents" aria-labelledby="contents"><h2 id="contents">{wording.CONTENTS}'
        f"</h2><ul>{items}</ul></nav>"
    )


class _Page:
    """One drawing of a guide: its text, what of it is cited, and the anchors given out so far."""

    def __init__(self, guide: Guide, cited: Span) -> None:
        self._text = guide.source_text
        self._cited = cited
        self._anchors = Anchors(section.anchor for section in guide.sections)

    def section(self, section: Section) -> str:
        level = min(len(section.path) + 1, 6)
        heading = ""
        if section.path:
            anchor, title = escape(section.anchor), section.path[-1]
            heading = _headed(level, anchor, title, escape(title))
        runs = groupby(section.blocks, key=lambda block: (block.kind, block.group))
        body = (self._run(kind, list(blocks), section, level) for (kind, _), blocks in runs)
        return heading + "".join(body)

    def _run(self, kind: BlockKind, blocks: Sequence[Block], section: Section, level: int) -> str:
        """Blocks that stand together: the items of one list, the rows of one table."""
        match kind:
            case BlockKind.LIST_ITEM:
                items = "".join(self._element("li", block, section) for block in blocks)
                return f"<ul>{items}</ul>"
            case BlockKind.TABLE_ROW:
                return self._table(blocks, section)
            case BlockKind.FAQ:
                return "".join(self._faq(block, section, min(level + 1, 6)) for block in blocks)
            case BlockKind.PARAGRAPH:
                return "".join(self._element("p", block, section) for block in blocks)

    def _element(self, tag: str, block: Block, section: Section) -> str:
        anchor = self._anchors.of(section, block, self._text)
        return f'<{tag} id="{anchor}">{self._marked(Span(block.start, block.end))}</{tag}>'

    def _table(self, rows: Sequence[Block], section: Section) -> str:
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in rows[0].columns)
        body = "".join(self._row(row, section) for row in rows)
        header = f"<thead><tr>{head}</tr></thead>" if head else ""
        label = escape(wording.TABLE_OF.format(section=" › ".join(section.path) or "…"))
        return (
            f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">'
            f"<table>{header}<tbody>{body}</tbody></table></div>"
        )

    def _row(self, row: Block, section: Section) -> str:
        anchor = self._anchors.of(section, row, self._text)
        cells = row.cells or (Span(row.start, row.end),)
        name, *others = (self._marked(cell) for cell in cells)
        link = _permalink(anchor, cells[0].of(self._text))
        last = f"<td>{others.pop()}{link}</td>" if others else ""
        middle = "".join(f"<td>{cell}</td>" for cell in others)
        return f'<tr id="{anchor}"><th scope="row">{name}</th>{middle}{last}</tr>'

    def _faq(self, block: Block, section: Section, level: int) -> str:
        if block.question is None or block.answer is None:
            return self._element("p", block, section)
        anchor = self._anchors.of(section, block, self._text)
        question = block.question.of(self._text)
        head = _headed(level, anchor, question, self._marked(block.question))
        answer = "".join(
            f"<p>{self._marked(part)}</p>" for part in _paragraphs(self._text, block.answer)
        )
        return head + answer

    def _marked(self, span: Span) -> str:
        return marked(self._text, span, self._cited)


def _headed(level: int, anchor: str, title: str, inner: str) -> str:
    """A heading with a link to itself beside it, so that the link is no part of its name."""
    heading = f'<h{level} id="{anchor}">{inner}</h{level}>'
    return f'<div class="headed">{heading}{_permalink(anchor, title)}</div>'


def _permalink(anchor: str, title: str) -> str:
    label = escape(wording.LINK_TO.format(place=" ".join(title.split())))
    return f'<a class="permalink" href="#{anchor}" aria-label="{label}">{icon("link")}</a>'


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
