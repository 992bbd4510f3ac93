"""Tables and key facts that a page builds of plain boxes -> tables and lists of terms.

"Starting pay" in one box and "£38,682" in the next say nothing apart.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assistant.guides.faq import is_question
from assistant.guides.html.html_blocks import is_block, words_of
from assistant.guides.html.html_nodes import beside, made
from assistant.guides.html.html_panels import is_links
from assistant.guides.jobs.opening import looks_like_heading
from assistant.guides.tables.table_heads import column_words

_ROWS = frozenset("article div li section".split())
_CELLS = frozenset("b div p span strong".split())
_ARIA_TABLES = "[role=table], [role=grid]"
_ARIA_ROWS = "[role=row]"
_ARIA_CELLS = "[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]"
#: Names of the rows and cells of a table, in whole words of a class, a style or a role.
_TABULAR = re.compile(r"(?:^|[^a-z])(?:table|tr|td|thead|tbody|cell|rowheader)(?:$|[^a-z])")
_HEADS = re.compile(r"(?:^|[^a-z])(?:th|thead|head|header|heading|columnheader)(?:$|[^a-z])")
_LABELS = re.compile(r"(?:^|[^a-z])(?:label|key|term|name|title|heading|head|caption)(?:$|[^a-z])")
_VALUES = re.compile(r"(?:^|[^a-z])(?:values?|val|data|detail|info|figure|answer)(?:$|[^a-z])")
_LONGEST_LABEL = 40
_LONGEST_CELL = 120
_LONGEST_ROW = 400
_MOST_COLUMNS = 8
_FEWEST_ROWS = 2
_MOST_WITHIN = 40


def mark_tables(body: LexborNode) -> None:
    """Make tables, or lists of terms, of boxes that stand beside each other as their rows."""
    for around in body.css(_ARIA_TABLES):
        if around.tag != "table" and len(around.css(_ARIA_TABLES)) == 1:
            _mark_told(around)
    rows_of = {row: cells for row in body.css(", ".join(sorted(_ROWS))) if (cells := _cells(row))}
    for run in _runs({row: cells for row, cells in rows_of.items() if row.parent not in rows_of}):
        rows = [rows_of[row] for row in run]
        facts = _are_facts(rows)
        if run[0].tag == "li":
            for label, value in rows if facts else ():
                value.insert_before(": ")
                label.insert_before(words_of(label).rstrip(": "))
                label.decompose()
        elif facts or _are_rows(rows):
            run[0].insert_before(_terms(rows) if facts else _table(rows))
            for row in run:
                row.decompose()


def _mark_told(around: LexborNode) -> None:
    """Make a table of what says that it is one, and leave what stands in it beside the cells."""
    rows = around.css(_ARIA_ROWS)
    cells = [row.css(_ARIA_CELLS) for row in rows]
    every = [cell for row in cells for cell in row]
    nested = any(len(part.css(f"{_ARIA_ROWS}, {_ARIA_CELLS}")) > 1 for part in every)
    if len(rows) < _FEWEST_ROWS or not all(cells) or nested:
        return
    told = "".join(cell.text() for cell in every)
    if "".join(told.split()) == "".join(around.text().split()):
        around.insert_before(_table(cells))
        around.decompose()
        return
    rows[0].insert_before(_table(cells))
    for cell in every:
        cell.decompose()


def label_facts(body: LexborNode) -> None:
    """Mark the facts of tables that have a head in each row: none of them names the columns.

    What stands across the first row is a title, which goes above the table.
    """
    for table in body.css("table"):
        rows = [row.css("th, td") for row in table.css("tr")]
        title = rows[0][0] if rows and len(rows[0]) == 1 else None
        facts = rows[1:] if title else rows
        if len(facts) < _FEWEST_ROWS or any([c.tag for c in row] != ["th", "td"] for row in facts):
            continue
        if any(is_question(words_of(label)) for label, _ in facts):
            continue  # questions with their answers
        for label, _ in facts[_has_heads(facts) :]:
            if words_of(label) and not words_of(label).endswith(":"):
                label.insert_child(":")
        if title is not None:
            table.insert_before(made("p", words_of(title)))
            title.decompose()


def _has_heads(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Whether the first of such rows names the columns: "Salary" above figures."""
    table = [[words_of(cell) for cell in row] for row in rows]
    figured = [re.search(r"\d", value) is not None for _, value in table]
    named = not table[0][0] or column_words(table[0][1:]) > 0
    return named and not figured[0] and all(figured[1:])


def _cells(row: LexborNode) -> list[LexborNode]:
    """The boxes of a row that hold short words and no boxes; nothing if it holds anything else."""
    # A row holds few elements: the text of boxes within boxes takes long in a deep page.
    few = len([*islice(row.traverse(), _MOST_WITHIN)]) < _MOST_WITHIN
    if not few or len(row.text()) > _LONGEST_ROW or is_links(row):
        return []
    parts = _parts(row)
    while len(parts) == 1 and parts[0].tag in _ROWS:
        parts = _parts(parts[0])
    few = 2 <= len(parts) <= _MOST_COLUMNS
    return parts if few and all(_is_cell(part) for part in parts) else []


def _parts(node: LexborNode) -> list[LexborNode]:
    """The elements with words right below a node; nothing if words stand between them."""
    parts: list[LexborNode] = []
    child = node.first_child
    while child is not None:
        if not child.is_comment_node and (child.text() or "").strip():
            if child.is_text_node:
                return []
            parts.append(child)
        child = child.next
    return parts


def _is_cell(node: LexborNode) -> bool:
    words = words_of(node)
    inner = any(is_block(part) for part in node.css("*") if part.mem_id != node.mem_id)
    return node.tag in _CELLS and not inner and 0 < len(words) <= _LONGEST_CELL


def _runs(rows: dict[LexborNode, list[LexborNode]]) -> Iterator[list[LexborNode]]:
    """The rows that follow each other with as many cells, several together."""
    run: list[LexborNode] = []
    for row in rows:
        after = run and _follows(row, run[-1]) and len(rows[row]) == len(rows[run[-1]])
        if run and not after:
            yield from [run] if len(run) >= _FEWEST_ROWS else []
            run = []
        run.append(row)
    yield from [run] if len(run) >= _FEWEST_ROWS else []


def _follows(row: LexborNode, before: LexborNode) -> bool:
    after = beside(before, forwards=True)
    return after is not None and after.mem_id == row.mem_id  # nodes that read the same are equal


def _are_facts(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Whether each row is a label with its value, as the names or the figures of the boxes tell."""
    if any(len(cells) != 2 for cells in rows) or _is_tabular(rows):
        return False
    labels = [words_of(label).rstrip(": ") for label, _ in rows]
    values = [words_of(value) for _, value in rows]
    could = all(_could_label(label) for label in labels) and len(set(labels)) == len(labels)
    if not could or any(value.endswith((".", "?", "!")) for value in values):
        return False
    named = all(
        _LABELS.search(_names(label)) or _VALUES.search(_names(value)) for label, value in rows
    )
    alike = len({(_names(label), _names(value)) for label, value in rows}) == 1
    told = sum(bool(re.search(r"\d", value)) for value in values)
    return named or (alike and 2 * told >= len(values))


def _could_label(words: str) -> bool:
    short = 0 < len(words) <= _LONGEST_LABEL
    return short and looks_like_heading(words) and not is_question(words)


def _are_rows(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Whether rows of as many cells are a table's, by their names or by the figures below heads."""
    if _is_tabular(rows):
        return True
    figured = [any(re.search(r"\d", words_of(cell)) for cell in cells[1:]) for cells in rows]
    return len(rows[0]) > 2 and len(rows) > 2 and not figured[0] and all(figured[1:])


def _is_tabular(rows: Sequence[Sequence[LexborNode]]) -> bool:
    parts = [part for cells in rows for cell in cells for part in (cell, cell.parent) if part]
    return sum(bool(_TABULAR.search(_names(part))) for part in parts) >= len(parts) // 2


def _names(node: LexborNode) -> str:
    """What an element's class, role and style say of it."""
    attributes = node.attributes
    said = " ".join(attributes.get(name) or "" for name in ("class", "role", "style"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", said).casefold()


def _table(rows: Sequence[Sequence[LexborNode]]) -> LexborNode:
    first = rows[0]
    around = first[0].parent
    heads = all(_HEADS.search(_names(cell)) for cell in first) or (
        around is not None and _HEADS.search(_names(around)) is not None
    )
    lines = [_line(cells, "th" if heads and cells is first else "td", "tr") for cells in rows]
    return _made(f"<table>{''.join(lines)}</table>", "table", [c for cells in rows for c in cells])


def _line(cells: Sequence[LexborNode], tag: str, around: str) -> str:
    return f"<{around}>{f'<{tag}></{tag}>' * len(cells)}</{around}>"


def _terms(rows: Sequence[Sequence[LexborNode]]) -> LexborNode:
    html = f"<dl>{'<dt></dt><dd></dd>' * len(rows)}</dl>"
    return _made(html, "dl", [cell for cells in rows for cell in cells])


def _made(html: str, tag: str, cells: Sequence[LexborNode]) -> LexborNode:
    """The element of such HTML, each of its empty cells with the words of one."""
    made = LexborHTMLParser(html).css(tag)[0]
    for empty, cell in zip(made.css("th, td, dt, dd"), cells, strict=True):
        empty.insert_child(words_of(cell))
    return made
