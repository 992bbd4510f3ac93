"""A page exported as plain text -> Outline.

Headings, questions and the summary carry no mark there; headings.py tells them by shape and place.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.guides.counted import mark_counted
from assistant.guides.faq import is_question
from assistant.guides.jobs.opening import POINTER, looks_like_heading, read_opening
from assistant.guides.jobs.role import names_below
from assistant.guides.lines import Line, Shape, content_lines
from assistant.guides.markdown.bare_lists import mark_items, with_items
from assistant.guides.model import Finding
from assistant.guides.outline import Element, Heading, Item, Outline, Paragraph
from assistant.guides.page_words import left_out
from assistant.guides.signs import mark_signed
from assistant.guides.tables.spaced_tables import spaced_rows
from assistant.guides.tables.stacked_tables import join_cells
from assistant.guides.tables.tables import count_separators, read_table
from assistant.guides.text.export_frame import without_frame
from assistant.guides.text.headings import find_headings
from assistant.guides.text.wrapping import full_width, join_broken, join_wrapped

#: ">> The work" is a heading below the title.
_POINTED_LEVEL = 2


def read_export(text: str, broken: Collection[int] = ()) -> Outline:
    """The outline of an exported page.

    Args:
        text: the page's text, hidden characters already replaced by spaces.
        broken: where words end that the ends of lines had broken.
    """
    page = content_lines(text)
    lines = without_frame(text, page)
    kept = {line.start for line in lines}
    gone = [line.text for line in page if line.start not in kept]
    findings = left_out([line.text for line in page], gone)
    lines = mark_counted(_mark_spaced(text, mark_rows(mark_signed(lines))))
    lines = _mark_headings(join_cells(text, lines))
    if not full_width(lines):  # in broken lines a short one tells nothing
        lines = mark_items(join_broken(text, lines, broken))
    lines = join_wrapped(text, lines, broken)
    opening = read_opening(lines, text)
    body = lines[opening.taken :]
    headings = find_headings(body, opening.role)
    above = [*opening.beside, *([opening.summary] if opening.summary else [])]
    elements: list[Element] = [Paragraph(span) for span in above]
    place = group = 0
    while place < len(body):
        stop = _run_end(body, place, headings)
        if place in headings:
            elements.append(headings[place])
        else:
            read, found = _read_run(text, body[place:stop], group)
            elements.extend(read)
            findings.extend(found)
            group += 1
        place = stop
    listed = with_items(text, elements, group)
    names = names_below(span.of(text) for span in opening.beside)
    return Outline(
        opening.title, opening.role, opening.summary, tuple(listed), tuple(findings), names
    )


def mark_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that only pipes or tabs inside them show to be table rows so marked."""
    marked = list(lines)
    for place, (line, following) in enumerate(pairwise(lines)):
        cells = count_separators(line.text)
        if line.shape is not Shape.TEXT or not cells:
            continue
        if following.shape is Shape.DELIMITER or cells == count_separators(following.text):
            marked[place] = replace(line, shape=Shape.ROW)
            if following.shape is Shape.TEXT:
                marked[place + 1] = replace(following, shape=Shape.ROW)
        elif place and marked[place - 1].shape in (Shape.ROW, Shape.DELIMITER):
            marked[place] = replace(line, shape=Shape.ROW)
    return marked


def _mark_spaced(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that only spaces set as rows of a table so marked."""
    plain = [place for place, line in enumerate(lines) if line.shape is Shape.TEXT]
    spaced = spaced_rows(text, [lines[place].span for place in plain])
    rows = {plain[place] for place in spaced}
    return [
        replace(line, shape=Shape.ROW) if place in rows else line
        for place, line in enumerate(lines)
    ]


def _mark_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those that are underlined or pointed at and could be headings so marked."""
    pointed = [place for place, line in enumerate(lines) if place and POINTER.match(line.text)]
    marked = set(pointed if len(pointed) > 1 else ())
    return [
        replace(line, shape=Shape.HEADING, level=line.level or _POINTED_LEVEL)
        if line.shape is Shape.TEXT and _is_marked(line, pointed=place in marked)
        else line
        for place, line in enumerate(lines)
    ]


def _is_marked(line: Line, *, pointed: bool) -> bool:
    heads = looks_like_heading(line.text) or (pointed and is_question(line.text))
    return heads and (pointed or line.level > 0)


def _run_end(body: Sequence[Line], start: int, headings: Mapping[int, Heading]) -> int:
    """Where the list, the table or the single line that begins at ``start`` ends."""
    first = body[start]
    stop = start + 1
    if start in headings or first.shape in (Shape.TEXT, Shape.HEADING):
        return stop
    while stop < len(body) and stop not in headings and _goes_on(body, start, stop):
        stop += 1
    return stop


def _goes_on(body: Sequence[Line], start: int, place: int) -> bool:
    first, line = body[start], body[place]
    if first.shape is Shape.ITEM:
        return line.shape is Shape.ITEM and _is_numbered(line) == _is_numbered(first)
    if line.shape is Shape.DELIMITER:
        return place == start + 1
    new_table = place + 1 < len(body) and body[place + 1].shape is Shape.DELIMITER
    return line.shape is Shape.ROW and not (new_table or _begins_table(body, start, place))


def _begins_table(body: Sequence[Line], start: int, place: int) -> bool:
    """Whether tabs set another table behind a blank line: with a head, and no row by itself."""
    rows = body[place : place + 2]
    set_by_tabs = all("\t" in line.text and "|" not in line.text for line in rows)
    close = len(rows) > 1 and not rows[1].after_blank and place - start > 1
    headed = not any(sign.isdigit() for sign in rows[0].text)
    return rows[0].after_blank and set_by_tabs and close and headed


def _is_numbered(line: Line) -> bool:
    return line.marker[:1].isdigit()


def _read_run(
    text: str, lines: Sequence[Line], group: int
) -> tuple[Sequence[Element], Sequence[Finding]]:
    shape = lines[0].shape
    if shape is Shape.ITEM:
        return [Item(line.span, group) for line in lines], []
    if shape in (Shape.ROW, Shape.DELIMITER):
        spans = [line.span for line in lines if line.shape is Shape.ROW]
        delimited = any(line.shape is Shape.DELIMITER for line in lines[1:]) or None
        return read_table(text, spans, group, has_header=delimited)
    return [Paragraph(line.span) for line in lines], []
