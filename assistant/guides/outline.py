"""What every reader hands to the assembler: the parts of a page in order, with offsets."""

from dataclasses import dataclass

from assistant.guides.model import Finding, Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the outermost. ``text`` is what a reader sees of it.

    ``marked`` tells that the page itself says that it is one, and not only its shape and place.
    """

    span: Span
    level: int
    text: str
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, quotation or code block."""

    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """A list item without its bullet; ``group`` numbers its list, ``parent`` is the item above."""

    span: Span
    group: int
    parent: Span | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row below the header; ``group`` numbers its table."""

    span: Span
    group: int
    cells: tuple[Span, ...]
    columns: tuple[str, ...]


Element = Heading | Paragraph | Item | Row


@dataclass(frozen=True, slots=True)
class Outline:
    """A page, read but not yet given its sections.

    ``title`` is the page's own title ("" when it has none) and ``role`` what of it names the job.
    ``summary`` is where the one-line summary stands; it is also one of ``elements``. ``aliases``
    are other names of the job that a line below the title gives.
    """

    title: str
    role: str
    summary: Span | None
    elements: tuple[Element, ...]
    findings: tuple[Finding, ...] = ()
    aliases: tuple[str, ...] = ()
