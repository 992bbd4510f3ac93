"""Which heading or paragraph of a Markdown page is its title: what names the job, not a part."""

import re
from collections.abc import Sequence

from assistant.guides.jobs.job_lines import gives_way, job_said
from assistant.guides.jobs.naming import names_job, names_job_below, role_of_page, times_spoken_of
from assistant.guides.jobs.opening import could_be_title, plain
from assistant.guides.jobs.role import names_a_part
from assistant.guides.markdown.bold_heads import is_run_in_page
from assistant.guides.outline import Element, Heading, Paragraph

_NUMBER = re.compile(r"^(?:section\s+)?\d{1,2}(?:\.\d+)*[.):]?\s+(?=\D)", re.IGNORECASE)


def without_title(text: str, elements: Sequence[Element]) -> tuple[str, list[Element]]:
    """The page's title ("" if it has none), and the elements without it.

    It is the first heading when no other ranks with it or it is of the first level; where sections
    are of that level too, a short line above them may be the title instead.

    Where that names no job, and a line below does beside a label, what stands there is the title.

    Args:
        text: the text that offsets count in.
        elements: the page's elements in order.
    """
    named = _named_above(text, elements)
    title, rest = (named, list(elements[1:])) if named else _headed(text, elements)
    if title and not gives_way(role_of_page(title, text), text):
        return title, rest
    given = job_said(text, title)
    if not given:
        return title, rest
    kept = {id(element) for element in rest}
    return given, [
        element if id(element) in kept else Paragraph(element.span) for element in elements
    ]


def _headed(text: str, elements: Sequence[Element]) -> tuple[str, list[Element]]:
    headings = [element for element in elements if isinstance(element, Heading)]
    if not headings:
        return "", list(elements)
    first, above = headings[0], elements[0]
    if above is first and len(headings) > 1 and headings[1].level < first.level:
        first = headings[1]  # a bold line above the headings is only a paragraph
    equal = [heading for heading in headings if heading.level <= first.level]
    is_part = _names_part(text, first, alone=len(equal) == 1)
    named = isinstance(above, Paragraph | Heading) and could_be_title(above.span.of(text))
    if len(equal) > 1 and above is not first and named:
        title = plain(above.span.of(text))
        if is_part or times_spoken_of(text, title) > times_spoken_of(text, first.text):
            return title, list(elements[1:])
    if is_part or (first.level > 1 and (len(equal) > 1 or above is not first)):
        return "", list(elements)
    owned = _below_owner(text, elements, first)
    if owned:
        rest = [Paragraph(one.span) if one is first else one for one in elements]
        return plain(owned.span.of(text)), [element for element in rest if element is not owned]
    title = _NUMBER.sub("", first.text)
    return title, [element for element in elements if element is not first]


def _named_above(text: str, elements: Sequence[Element]) -> str:
    """A first line without a mark that names the job, in a page whose headings have none either.

    Where bold words alone head what the page tells, it need not be a job that is known as one.
    """
    if any(isinstance(element, Heading) and element.marked for element in elements):
        return ""
    first = elements[0] if elements else None
    words = plain(first.span.of(text)) if isinstance(first, Paragraph) else ""
    if not words or not could_be_title(words):
        return ""
    return words if names_job(text, words) or is_run_in_page(text, elements) else ""


def _below_owner(text: str, elements: Sequence[Element], first: Heading) -> Element | None:
    """The line right below the first heading that names the job, where that names the owner."""
    below = [*elements[elements.index(first) + 1 :], None][0]
    if times_spoken_of(text, first.text) > 1 or names_job(text, first.text):
        return None
    if not isinstance(below, Heading | Paragraph) or not could_be_title(below.span.of(text)):
        return None
    return below if names_job_below(text, plain(below.span.of(text)), first.text) else None


def _names_part(text: str, heading: Heading, *, alone: bool) -> bool:
    """Whether a heading names a part of the page; a number alone does not tell: "1 Bed planner"."""
    if names_a_part(heading.text):
        return True
    title = _NUMBER.sub("", heading.text)
    job = alone and names_job(text, title)
    return title != heading.text and not job
