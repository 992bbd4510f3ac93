"""What a role guide is once read: Guide, Section and Block, all with offsets into its source text.

Every offset counts characters (code points) of ``Guide.source_text``, half open:
``guide.source_text[block.start:block.end] == block.text(guide)``.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any


class SectionKind(StrEnum):
    """What a section is about, told from its heading and its content."""

    INTRODUCTION = "introduction"
    DIFFERENCES = "differences"
    RESPONSIBILITIES = "responsibilities"
    SKILLS = "skills"
    SALARY = "salary"
    PATHWAYS = "pathways"
    FAQ = "faq"
    CALL_TO_ACTION = "call_to_action"
    OTHER = "other"


class BlockKind(StrEnum):
    """The four shapes that text takes in a guide."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FAQ = "faq"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters in a guide's source text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of this span in ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Band:
    """One pay range of a salary row.

    ``low`` and ``high`` are whole units of ``currency`` a year; either may be None ("up to",
    "from"). ``region`` is as the guide writes it, empty when the cell names none. ``span`` is where
    the range stands, with the region or the label that its cell puts beside it.
    """

    level: str
    region: str
    low: int | None
    high: int | None
    currency: str
    note: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, a table row or an FAQ pair.

    ``start`` and ``end`` cover the visible text without its list bullet. For a row they cover the
    line from its first cell's text to its last cell's. For an FAQ pair they cover question and
    answer.

    ``group`` numbers the list or table within its guide that a list item or row belongs to (None
    otherwise), so that a list can be given whole. ``lead_in`` is the sentence or paragraph that
    introduces a list. ``columns`` are the header cells' texts and ``cells`` where each cell stands.
    ``question`` and ``answer`` are the two parts of an FAQ pair. ``bands`` are the pay ranges of a
    salary row.
    """

    kind: BlockKind
    start: int
    end: int
    group: int | None = None
    lead_in: Span | None = None
    columns: tuple[str, ...] = ()
    cells: tuple[Span, ...] = ()
    question: Span | None = None
    answer: Span | None = None
    bands: tuple[Band, ...] = ()

    def text(self, source_text: str) -> str:
        """The block's own characters."""
        return source_text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a guide.

    ``path`` is the heading path below the guide's title, outermost first; empty for the
    introduction. ``anchor`` is the link fragment, unique in its guide. ``heading`` is where the
    heading stands (None for the introduction). ``kind`` is inherited by subsections. An FAQ
    question is not a section: it is a Block of its FAQ section.
    """

    path: tuple[str, ...]
    anchor: str
    kind: SectionKind
    heading: Span | None
    start: int
    end: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader noticed that an editor should know; the guide is still read."""

    code: str
    message: str


@dataclass(frozen=True)
class Guide:
    """One role guide.

    ``id`` is a slug of the role ("backend-engineer"). ``title`` is the page's title, ``role`` the
    job it is about (most often the same), ``aliases`` other names of the role that the guide itself
    gives in its front matter or title. ``source`` is the file's name and ``digest`` the sha256 of
    its bytes. ``source_text`` is the file decoded to text (for HTML, PDF and DOCX the text that was
    extracted and is kept).
    """

    id: str
    title: str
    role: str
    summary: str
    source: str
    source_text: str
    digest: str
    format: str
    sections: tuple[Section, ...]
    aliases: tuple[str, ...] = ()
    sector: str = ""
    date: str = ""
    url: str = ""
    sources: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all sections, in order."""
        return tuple(block for section in self.sections for block in section.blocks)

    @cached_property
    def kept(self) -> dict[Hashable, Any]:
        """What ``once_a_guide`` keeps with the guide; no part of it."""
        return {}

    def __getstate__(self) -> dict[str, Any]:
        """All but what is kept: that can't be pickled, and is worked out again."""
        return {name: value for name, value in self.__dict__.items() if name != "kept"}
