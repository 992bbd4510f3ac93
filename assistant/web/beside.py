"""The words of an answer -> HTML, in which what is said of several roles stands side by side.

An answer heads what it says of each role with the role's name alone in bold. Two or three such
groups in a row become the columns of one table; everything else stays as it is written.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.web import wording
from assistant.web.markup import escape, safe_html

MOST_COLUMNS = 3  # more would be too narrow to read
_HEADING = re.compile(r"\*\*([^*\n]+)\*\*")
_MARKER = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class _Group:
    """What is said under a heading; the name of the role, or empty if it is about none."""

    role: str
    blocks: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.blocks)


def words_html(text: str, numbers: Collection[int], place: str, roles: Collection[str]) -> str:
    """The HTML of an answer's words.

    Args:
        text: Markdown with markers.
        numbers: the citation numbers that exist.
        place: prefix of the sources' ids on the page.
        roles: names of the roles that there are guides for.
    """
    drawn, run = [], list[_Group]()
    for group in _groups(text, roles):
        if group.role:
            run.append(group)
            continue
        drawn += [*_run(run, numbers, place), safe_html(group.text, numbers, place)]
        run = []
    return "".join([*drawn, *_run(run, numbers, place)])


def _groups(text: str, roles: Collection[str]) -> Iterator[_Group]:
    """The text in its order. What stands below a role's claims and cites nothing is not of it."""
    role, blocks = "", list[str]()
    for block in text.split("\n\n"):
        heading = _HEADING.fullmatch(block.strip())
        if heading:
            yield from _told(role, blocks)
            role, blocks = (heading[1], []) if heading[1] in roles else ("", [block])
        else:
            blocks.append(block)
    yield from _told(role, blocks)


def _told(role: str, blocks: list[str]) -> Iterator[_Group]:
    end = len(blocks)
    while role and end and not _MARKER.search(blocks[end - 1]):
        end -= 1
    if role:
        yield _Group(role, tuple(blocks[:end]))
    rest = blocks[end:] if role else blocks
    if any(block.strip() for block in rest):
        yield _Group("", tuple(rest))


def _run(run: list[_Group], numbers: Collection[int], place: str) -> Iterator[str]:
    """Groups about roles, one after the other: side by side if they are two or three."""
    if 1 < len(run) <= MOST_COLUMNS and all(group.blocks for group in run):
        yield _table(run, numbers, place)
    elif run:
        text = "\n\n".join(f"**{group.role}**\n\n{group.text}" for group in run)
        yield safe_html(text, numbers, place)


def _table(run: list[_Group], numbers: Collection[int], place: str) -> str:
    """The roles as columns. On a phone they stand below each other; the ARIA roles keep it a table.

    Args:
        run: what is said of each role.
        numbers: the citation numbers that exist.
        place: prefix of the sources' ids on the page.
    """
    caption = wording.BESIDE.format(roles=" and ".join(group.role for group in run))
    heads = "".join(
        f'<th scope="col" role="columnheader">{escape(group.role)}</th>' for group in run
    )
    cells = "".join(
        f'<td role="cell" data-role="{escape(group.role)}">'
        f"{safe_html(group.text, numbers, place)}</td>"
        for group in run
    )
    return (
        f'<table class="beside" role="table"><caption class="sr-only">{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup"><tr role="row">{cells}</tr></tbody></table>'
    )
