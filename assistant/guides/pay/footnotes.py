"""The notes below a table that marks in its rows or heads point to: "£42,000*", "* In London"."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.guides.lines import trim
from assistant.guides.model import Block, BlockKind, Section, Span
from assistant.guides.money import RAISED

_SIGNS = rf"\*{{1,3}}|[†‡§]|[{RAISED}]+|\[\^\w{{1,20}}\]"
#: At the end of a cell, where no star opens emphasis, or behind a word within it.
_MARK = re.compile(rf"(?<=[\w)%\]])(?P<mark>{_SIGNS})(?=\s*$|[\s,;])")
_NOTE = re.compile(rf"(?:^|(?<=\s))\\?(?P<mark>{_SIGNS}):?(?=\s*[^\s*])")
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}).*(?P=mark)", re.DOTALL)


def notes_of(text: str, section: Section, row: Block) -> Iterator[tuple[str, Span]]:
    """The notes that a row or the heads of its columns point to, each with what it is a note to.

    That is the head of the column, or "" for the row itself.

    Args:
        text: the guide's source text.
        section: the section that the row is of.
        row: a row of a table.
    """
    marked = {mark: "" for cell in row.cells for mark in _marks(cell.of(text))}
    marked |= {mark: head for head in row.columns for mark in _marks(head) if mark not in marked}
    if not marked:
        return
    groups = Counter(block.group for block in section.blocks)
    for block in section.blocks:
        # A list of several items is no note, though a star may have made a list of one.
        listed = block.kind is BlockKind.LIST_ITEM and groups[block.group] > 1
        for mark, span in _notes_in(text, block) if block.start > row.start and not listed else ():
            if mark in marked:
                yield _MARK.sub("", marked.pop(mark)), span


def _marks(words: str) -> list[str]:
    words = words.strip()
    return [] if _EMPHASIS.fullmatch(words) else [one["mark"] for one in _MARK.finditer(words)]


def _notes_in(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    """The notes of a paragraph that begins with one, or of an item that its star has made."""
    span = Span(block.start, block.end)
    if block.kind is BlockKind.LIST_ITEM and text[max(0, span.start - 2) : span.start] == "* ":
        yield "*", span
    if block.kind is not BlockKind.PARAGRAPH:
        return
    found = list(_NOTE.finditer(text, span.start, span.end))
    if not found or found[0].start() > span.start or _EMPHASIS.match(span.of(text)):
        return
    ends = [*(one.start() for one in found[1:]), span.end]
    for one, end in zip(found, ends, strict=True):
        yield one["mark"], trim(text, one.end(), end)
