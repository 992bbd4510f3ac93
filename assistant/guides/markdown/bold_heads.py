"""What bold words head: a question outside an FAQ, and "**Pay.**" where no heading says it."""

import re
from collections.abc import Iterator, Sequence

from assistant.guides.faq import asks_and_answers, is_question
from assistant.guides.jobs.opening import LONGEST_HEADING, looks_like_heading, plain, unnumbered
from assistant.guides.kinds import kind_of_heading
from assistant.guides.lines import trim
from assistant.guides.model import SectionKind, Span
from assistant.guides.outline import Element, Heading, Paragraph

#: Any heading that is marked as one ranks above what is only bold.
BOLD_LEVEL = 6
_ASKS = re.compile(r"(?P<mark>\*\*\*|\*\*|__)(?P<words>[^\n*_]+\?)(?P=mark)")
_RUN_IN = re.compile(
    r"(?P<mark>\*\*\*|\*\*|__)(?P<words>[^\n*_]+?)[.:]?(?P=mark)[.:]?(?:\s+(?=\S)|$)"
)
#: So many run-in heads of so many kinds are the sections of a page that has no other headings.
_FEWEST_HEADS = 3
_FEWEST_KINDS = 2


def with_bold_heads(text: str, elements: Sequence[Element], role: str) -> list[Element]:
    """The elements of a Markdown page, with bold lines that head what follows made headings.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order, without its title.
        role: the role's name, which says nothing about what a heading is about.
    """
    headed: list[Element] = list(elements[:1])  # a question at the very top heads the page itself
    if headed and not _asked(text, headed[0]):
        headed = []
    for part in _parts(elements[len(headed) :]):
        first = part[0] if isinstance(part[0], Heading) else None
        kind = kind_of_heading(first.text, role) if first else SectionKind.OTHER
        if kind is SectionKind.OTHER:
            part = list(_run_in_heads(text, part, role))
        unsaid = first is not None and kind is SectionKind.OTHER
        pairs = kind is SectionKind.FAQ or (unsaid and asks_and_answers(text, part[1:]))
        headed.extend(part if pairs else _asking_heads(text, part))
    return headed


def _parts(elements: Sequence[Element]) -> Iterator[list[Element]]:
    """The elements in parts, each below a heading of its own."""
    part: list[Element] = []
    for element in elements:
        if isinstance(element, Heading) and part:
            yield part
            part = []
        part.append(element)
    if part:
        yield part


def _asking_heads(text: str, part: Sequence[Element]) -> Iterator[Element]:
    """A part's elements, with bold questions that something follows as headings."""
    asked = [_asked(text, element) for element in part]
    for place, element in enumerate(part):
        answered = place + 1 < len(part) and not asked[place + 1]
        words = asked[place]
        yield Heading(element.span, BOLD_LEVEL, words) if words and answered else element


def _asked(text: str, element: Element) -> str:
    """The question that is all of a bold line; "" for any other element."""
    if not isinstance(element, Paragraph):
        return ""
    found = _ASKS.fullmatch(text, element.span.start, element.span.end)
    if not found or len(found["words"]) > LONGEST_HEADING or not is_question(found["words"]):
        return ""
    return " ".join(found["words"].split())


def _run_in_heads(text: str, part: Sequence[Element], role: str) -> Iterator[Element]:
    """A part's elements, with the bold words that begin its paragraphs as headings.

    So it is where several of them name what the sections of guides are about.
    """
    heads = {place: head for place, one in enumerate(part) if (head := _run_in(text, one))}
    if not are_sections([head.text for head, *_ in heads.values()], role):
        yield from part
        return
    for place, element in enumerate(part):
        yield from heads.get(place, (element,))


def are_sections(heads: Sequence[str], role: str = "") -> bool:
    """Whether run-in heads are the sections of a page: several, about what sections are about."""
    kinds = {kind_of_heading(head, role) for head in heads} - {SectionKind.OTHER}
    return len(heads) >= _FEWEST_HEADS and len(kinds) >= _FEWEST_KINDS


def is_run_in_page(text: str, elements: Sequence[Element]) -> bool:
    """Whether bold words at the start of paragraphs are the only headings that a page has."""
    headed = any(isinstance(element, Heading) for element in elements)
    return not headed and sum(_run_in(text, one) is not None for one in elements) >= _FEWEST_HEADS


def _run_in(text: str, element: Element) -> tuple[Heading, *tuple[Paragraph, ...]] | None:
    span = element.span
    found = _RUN_IN.match(text, span.start, span.end) if isinstance(element, Paragraph) else None
    if found is None or not looks_like_heading(found["words"], lettered=True):
        return None
    head = trim(text, found.start(), found.end())
    name = unnumbered(plain(found["words"])).rstrip(".")
    heading = Heading(head, BOLD_LEVEL, name)
    if found.end() < span.end:
        return heading, Paragraph(Span(found.end(), span.end))
    # A line of its own with a full stop may be a sentence, or head what several paragraphs tell.
    return (heading,) if kind_of_heading(name) is not SectionKind.OTHER else None
