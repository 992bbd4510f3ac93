"""Lines of an HTML page that are set as part of something else -> boxes of their own.

Bold words alone on a line that a line break ends may be headings: old pages and mail programs set
them so, "<b>PAY</b><br>" with the text of the section below it. A table's last row may be a note.
"""

from selectolax.lexbor import LexborNode

from assistant.guides.faq import is_question
from assistant.guides.html.html_blocks import is_block, words_of
from assistant.guides.html.html_nodes import PARTS, above, bold_line, made, next_to
from assistant.guides.jobs.opening import looks_like_heading
from assistant.guides.markdown.bold_heads import are_sections

_HEADINGS = "h2, h3, h4, h5, h6"
_LONGEST = 120
_FEWEST = 2


def mark_bold_lines(body: LexborNode) -> None:
    """Make boxes of the bold lines of a page, where they are its headings.

    On a page that has others, these must name what the sections of guides are about.
    """
    lines = [bold for bold in body.css("b, strong") if _is_heading_line(bold)]
    heads = [words_of(bold) for bold in lines if not is_question(words_of(bold))]
    headless = body.css_first(_HEADINGS) is None
    if not (are_sections(heads) or (headless and len(heads) >= _FEWEST)):
        return
    for bold in lines:
        outer = _outermost(bold)
        outer.insert_before(bold_line(words_of(bold)))
        outer.decompose()


def take_out_notes(body: LexborNode) -> None:
    """Put each note at the foot of a table, all in one cell, below the table: it is no row."""
    for row in body.css("table > tfoot > tr"):
        table = row.parent.parent if row.parent is not None else None
        if table is not None and len(row.css("td, th")) == 1:
            table.insert_after(made("p", words_of(row)))
            row.decompose()


def _is_heading_line(bold: LexborNode) -> bool:
    words = words_of(bold)
    if not words or len(words) > _LONGEST or "*" in words:
        return False
    if any(node.tag in PARTS for node in above(bold)):
        return False
    if not (looks_like_heading(words) or is_question(words)):
        return False
    line = _outermost(bold)
    before, after = next_to(line, forwards=False), next_to(line, forwards=True)
    broken = any(node is not None and node.tag == "br" for node in (before, after))
    return broken and _ends_line(before) and _ends_line(after)


def _outermost(bold: LexborNode) -> LexborNode:
    """The element that holds the bold words and no others, within its line."""
    node = bold
    for around in above(bold):
        if is_block(around) or words_of(around) != words_of(bold):
            break
        node = around
    return node


def _ends_line(node: LexborNode | None) -> bool:
    return node is None or (not node.is_text_node and (node.tag == "br" or is_block(node)))
