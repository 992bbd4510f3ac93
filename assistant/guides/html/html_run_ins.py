"""Bold words that begin paragraphs or stand alone behind a number -> headings of a page."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from assistant.guides.html.html_blocks import words_of
from assistant.guides.html.html_nodes import beside, bold_line
from assistant.guides.jobs.opening import looks_like_heading
from assistant.guides.markdown.bold_heads import are_sections

_HEADINGS = "h2, h3, h4, h5, h6"
_BOLD = frozenset(("b", "strong"))
_LONGEST = 80
#: So many lists of a single bold line are headings.
_FEWEST = 2


def mark_run_ins(body: LexborNode) -> None:
    """Put the bold words that begin paragraphs above these, where they are a page's only headings.

    Below other headings they are labels, and stay in their paragraphs.
    """
    heads = list(_run_ins(body))
    if not are_sections([words_of(bold).rstrip(".: ") for _, bold in heads]):
        return
    for paragraph, bold in heads:
        paragraph.insert_before(bold_line(words_of(bold).rstrip(".: ")))
        after = bold.next
        bold.decompose()
        if after is not None and after.is_text_node:
            after.replace_with((after.text_content or "").lstrip(" :."))


def mark_numbered(body: LexborNode) -> None:
    """Make paragraphs of numbered lists of a single bold line each: headings that Word numbers.

    Each has text right below it, for a list of bold words may be numbered so too.
    """
    lone = [(one, bold) for one in body.css("ol") if (bold := _only_bold(one)) is not None]
    if len(lone) < _FEWEST or not all(_is_above_text(listed) for listed, _ in lone):
        return
    for listed, bold in lone:
        listed.insert_before(bold_line(words_of(bold)))
        listed.decompose()


def _is_above_text(listed: LexborNode) -> bool:
    """Whether a paragraph of full sentences, bullets or a table stand right below a list."""
    below = beside(listed, forwards=True)
    if below is None:
        return False
    said = below.tag == "p" and words_of(below).endswith((".", "!", "?", ":"))
    return said or below.tag in ("ul", "table")


def _only_bold(listed: LexborNode) -> LexborNode | None:
    """The bold words that are all of a list, if they could head what is below it."""
    bold = listed.css("li > b, li > strong")
    alone = len(bold) == 1 and words_of(bold[0]) == words_of(listed)
    return bold[0] if alone and looks_like_heading(words_of(bold[0])) else None


def _run_ins(body: LexborNode) -> Iterator[tuple[LexborNode, LexborNode]]:
    """The paragraphs above the first heading of a section that begin so, with their bold words."""
    for node in body.css(f"{_HEADINGS}, p"):
        if node.tag != "p":
            return
        bold = node.first_child
        if bold is None or bold.tag not in _BOLD or node.parent is None or node.parent.tag == "li":
            continue
        words, whole = words_of(bold), words_of(node)
        after = whole[len(words) :].strip()
        closed = words.endswith((".", ":")) or after.startswith(":")
        name = words.rstrip(".: ")
        if closed and len(words) <= _LONGEST and after.strip(" :.") and looks_like_heading(name):
            yield node, bold
