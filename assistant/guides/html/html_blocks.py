"""The elements of an HTML page -> blocks of Markdown."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from assistant.guides.faq import is_question
from assistant.guides.html.html_questions import with_questions
from assistant.guides.jobs.opening import LONGEST_HEADING, looks_like_heading
from assistant.guides.lines import LIST_SIGN
from assistant.guides.money import find_pay

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption
    figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section
    summary table ul
    """.split()
)
_MARK = re.compile(r"(\d{0,9})(?=(?:#{1,6}|[>|+*-]|(?<=\d)[.)])\s|[|>]|```|~~~|(?:=+|-+)$)")
_SPACE = re.compile(r"\s+")
#: A line break stands between two line ends; white space in HTML has none.
_TWO_BREAKS = re.compile(r"\n *\n *\n *\n")
_ITEM = re.compile(rf"[-*]\s|{LIST_SIGN.pattern}")
_LEADING_HASHES = re.compile(r"#{1,6} ")
_LONGEST_TERM = 200
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "[] ")
_SUM = re.compile(r"[£€$]\s?[1-9]")  # and not the unit of a column: "Pay (£000)"
_ENDS = (".", ";", ":", ",", "!", "?", "(", "/", "-", "–")


def markdown_blocks(node: LexborNode) -> list[str]:
    """The blocks of text below a node, in order, each as Markdown."""
    return [block for block in _blocks(node) if block.strip()]


def markdown_page(node: LexborNode) -> str:
    """The text below a node as a Markdown page, in which bold questions are headings or plain."""
    return "\n\n".join(with_questions(markdown_blocks(node)))


def words_of(node: LexborNode) -> str:
    """The text of a node on one line."""
    return _line([_inside(node)])


def is_block(node: LexborNode) -> bool:
    """Whether an element stands on lines of its own."""
    return node.tag in _BLOCKS


def _inside(node: LexborNode) -> str:
    """The text of all that is in a node."""
    return "".join(words_between(child) for child in _children(node))


def _raised(node: LexborNode) -> str:
    """The text of a superscript; digits stay raised, lest a footnote's mark ends a figure."""
    words = words_of(node)
    digits = words.strip("[]").replace(",", "").replace(" ", "")
    return words.translate(_RAISED) if digits.isascii() and digits.isdigit() else words


def _line(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        following = child.next
        if not child.is_comment_node:
            yield child
        child = following


def _blocks(node: LexborNode) -> Iterator[str]:
    """Blocks below ``node``; inline content between them makes a paragraph of its own."""
    inline: list[str] = []
    for child in _children(node):
        if child.is_text_node:
            inline.append(words_between(child))
        elif child.tag in _BLOCKS:
            yield _paragraph(inline)
            inline = []
            yield from _block(child)
        elif _has_blocks(child):
            yield _paragraph(inline)
            inline = []
            yield from _blocks(child)
        elif child.tag != "button" or words_of(child).endswith("?"):
            inline.append(words_between(child))
    yield _paragraph(inline)


def _has_blocks(node: LexborNode) -> bool:
    return any(child.tag in _BLOCKS or _has_blocks(child) for child in _children(node))


def _paragraph(parts: list[str]) -> str:
    """Paragraphs, line by line; a mark that Markdown would read where one begins is escaped.

    Two line breaks part paragraphs. Lines that signs begin are the items of a list, which any other
    line ends.
    """
    return "\n\n".join(filter(None, map(_lines, _TWO_BREAKS.split("".join(parts)))))


def _lines(words: str) -> str:
    lines = [line for line in map(_flat, words.split("\n")) if line]
    items = [_ITEM.match(line) is not None for line in lines]
    if sum(items) < 2:
        return "\n".join(map(_escaped, lines))
    ends = [item and not after for item, after in zip(items, [*items[1:], True], strict=True)]
    return "\n".join(f"{line}\n" if end else line for line, end in zip(lines, ends, strict=True))


def _flat(line: str) -> str:
    return " ".join(line.split())


def _escaped(line: str) -> str:
    mark = _MARK.match(line)
    return f"{mark[1]}\\{line[mark.end() :]}" if mark else line


def _block(node: LexborNode) -> Iterator[str]:
    tag = node.tag or ""
    if tag in _HEADINGS:
        words = words_of(node)
        yield f"{_HEADINGS[tag]} {words}" if words else ""
    elif tag in _LISTS:
        yield "\n".join(_list(node, ""))
    elif tag == "table" and len(node.css("table")) == 1:  # itself
        yield _table(node)
    elif tag == "dl" and (terms := _terms(node)):
        yield "\n".join(terms)
    elif _is_bold_label(node):
        yield f"**{words_of(node)}**"
    elif tag in ("dt", "summary") and not _has_blocks(node):
        words = words_of(node)
        plain = not words or (tag == "dt" and words.endswith("?"))
        yield words if plain else f"**{words}**"
    else:
        yield from _blocks(node)


def _terms(node: LexborNode) -> list[str]:
    """Short terms with short descriptions as list items, which end with their list.

    Nothing for a list of questions or of long texts: there each term heads what is below it.
    """
    terms: list[str] = []
    for part in node.css("dt, dd"):
        words = _cell(part)
        if part.tag == "dt":
            terms.append(words.rstrip(":"))
        elif terms:
            terms[-1] = _joined(terms[-1], words) if ": " in terms[-1] else f"{terms[-1]}: {words}"
    plain = node.css_first("dl dl, ul, ol, table, h1, h2, h3, h4, h5, h6") is None
    short = all(": " in term and "?" not in term and len(term) <= _LONGEST_TERM for term in terms)
    return [f"- {_escaped(term)}" for term in terms] if plain and short else []


def _is_bold_label(node: LexborNode) -> bool:
    """Whether an element is all bold and could head a section, as on pages without headings."""
    parts = _children(node)
    inner = [x for x in parts if not x.is_text_node or (x.text_content or "").strip()]
    bold = len(inner) == 1 and inner[0].tag in ("b", "strong") and not _has_blocks(inner[0])
    words = words_of(node)
    if not bold or node.tag not in ("p", "div") or not words or "*" in words:
        return False
    asks = len(words) <= LONGEST_HEADING and is_question(words)
    return asks or looks_like_heading(f"**{words}**")


def _list(node: LexborNode, indent: str) -> Iterator[str]:
    number = 0
    for item in _children(node):
        if item.tag != "li":
            continue
        number += 1
        mark = f"{number}. " if node.tag == "ol" else "- "
        inner = indent + " " * len(mark)
        first = True
        for block in _item_blocks(item):
            if isinstance(block, str):
                block = block.replace("\n", f"\n{inner}")
                yield f"{indent}{mark}{block}" if first else f"\n{inner}{block}"
                first = False
            else:
                yield from _list(block, indent if first else inner)


def _item_blocks(item: LexborNode) -> Iterator[str | LexborNode]:
    """The paragraphs of a list item, and the lists inside it as they are."""
    inline: list[str] = []
    for child in _children(item):
        if child.tag in _LISTS:
            if _line(inline):
                yield _paragraph(inline)
            inline = []
            yield child
        elif child.tag in _BLOCKS or _has_blocks(child):
            if _line(inline):
                yield _paragraph(inline)
            inline = []
            yield from (_LEADING_HASHES.sub("", block, 1) for block in markdown_blocks(child))
        else:
            inline.append(words_between(child))
    if _line(inline):
        yield _paragraph(inline)


def words_between(node: LexborNode) -> str:
    """The text of an inline node, its outer spaces kept; what breaks a line is a line end."""
    if node.is_text_node:
        return _SPACE.sub(" ", node.text_content or "")
    if node.tag == "sup":
        return _raised(node)
    words = _inside(node)
    return f"\n{words}\n" if node.tag == "br" or node.tag in _BLOCKS else words


def _table(node: LexborNode) -> str:
    """A pipe table; cells that span rows or columns are repeated or padded, so columns hold."""
    grid: list[list[str]] = []
    carried: dict[int, tuple[str, int]] = {}
    headed = False
    for number, row in enumerate(node.css("tr")):
        cells: list[str] = []
        for cell in (child for child in _children(row) if child.tag in ("td", "th")):
            _carry(cells, carried)
            words = _cell(cell)
            if number == 1 and headed and _SUM.search(words) and _heads_columns(row):
                words = f"**{words}**"  # a sum in it would deny that it names a column
            rows = _count(cell, "rowspan")
            if rows > 1:
                carried[len(cells)] = (words, rows - 1)
            cells.extend([words, *[""] * (_count(cell, "colspan") - 1)])
        _carry(cells, carried)
        headed = headed or (number == 0 and _heads_columns(row))
        if any(cells):
            grid.append(cells)
    lines = ["| " + " | ".join(cells) + " |" for cells in grid]
    if headed and len(lines) > 1:
        lines.insert(1, "|" + "---|" * len(grid[0]))
    caption = node.css_first("caption")
    return "\n".join([*([words_of(caption), ""] if caption is not None else []), *lines])


def _heads_columns(row: LexborNode) -> bool:
    """Whether a row is a header: by its tags, or because it alone is all in bold and has no sum."""
    cells = row.css("td, th")
    if all(cell.tag == "th" for cell in cells) or (row.parent and row.parent.tag == "thead"):
        return True
    if any(_SUM.search(words) or find_pay(words) for words in map(words_of, cells)):
        return False
    after = row.next
    while after is not None and after.tag != "tr":
        after = after.next
    return _is_bold(cells) and after is not None and not _is_bold(after.css("td, th"))


def _is_bold(cells: list[LexborNode]) -> bool:
    said = [(words_of(cell), cell.css("b, strong")) for cell in cells if words_of(cell)]
    return bool(said) and all(
        bold and words == " ".join(words_of(part) for part in bold) for words, bold in said
    )


def _carry(cells: list[str], carried: dict[int, tuple[str, int]]) -> None:
    """Put in the cells that reach down from the rows above."""
    while len(cells) in carried:
        words, rows = carried.pop(len(cells))
        if rows > 1:
            carried[len(cells)] = (words, rows - 1)
        cells.append(words)


def _count(cell: LexborNode, name: str) -> int:
    written = cell.attributes.get(name) or ""
    return min(int(written), 50) if written.isdigit() and int(written) else 1


def _cell(cell: LexborNode) -> str:
    """A cell's text on one line; lines in it are joined by semicolons where no stop ends them."""
    lines = [" ".join(line.split()) for line in _inside(cell).split("\n")]
    words = ""
    for line in filter(None, lines):
        words = _joined(words, line) if words else line
    return words.replace("|", "\\|")


def _joined(words: str, more: str) -> str:
    return words + (" " if words.endswith(_ENDS) else "; ") + more
