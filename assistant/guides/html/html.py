"""An HTML page -> Markdown text, which is kept as the guide's source text.

The page's frame (navigation, footer, forms) is left out, and so is what a browser would not show.
"""

import json
import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assistant.errors import GuideError
from assistant.guides.hidden import hidden_spans, hides
from assistant.guides.html.html_blocks import markdown_page, words_of
from assistant.guides.html.html_boxes import mark_headings
from assistant.guides.html.html_cards import mark_cards
from assistant.guides.html.html_frame import begin_at_heading, without_frame
from assistant.guides.html.html_lines import mark_bold_lines, take_out_notes
from assistant.guides.html.html_nodes import attributes_of
from assistant.guides.html.html_panels import Panels
from assistant.guides.html.html_run_ins import mark_numbered, mark_run_ins
from assistant.guides.html.html_tables import label_facts, mark_tables
from assistant.guides.jobs.naming import role_of_page, times_named
from assistant.guides.jobs.role import names_a_part
from assistant.guides.lines import has_words
from assistant.guides.model import Finding
from assistant.guides.ranks import is_job

_CONTENT = ("main", "[role=main]", "article")
#: A window's title names the job if the page has its noun so often: "Course Finder" is none.
_LEAST_NAMED = 2
_HEADING = re.compile(r"^(#{1,6}) (.*)", re.MULTILINE)


def html_to_markdown(html: str, source: str) -> tuple[str, list[Finding]]:
    """The text of a page as Markdown, with the page's address and title as front matter.

    Args:
        html: the page.
        source: the file's name, for errors.

    Raises:
        GuideError: there is no text in the page.
    """
    page = LexborHTMLParser(html)
    body = page.body
    if body is None:
        raise GuideError(source, "there is no text in the page", "Save the whole page as HTML.")
    try:
        findings = _without_hidden(body)
        without_frame(body)
        label_facts(body)
        mark_tables(body)
        mark_cards(body)
        mark_headings(body)
        take_out_notes(body)
        mark_bold_lines(body)
        mark_numbered(body)
        mark_run_ins(body)
        text = markdown_page(_content_of(body))
    except RecursionError as error:
        reason = "its elements are nested too deeply"
        raise GuideError(source, reason, "Save the guide as Markdown.") from error
    invisible, _ = hidden_spans(text)
    for span in reversed(invisible):
        text = text[: span.start] + text[span.end :]
    if invisible:
        findings.append(_hidden("invisible or text-reversing characters", len(invisible)))
    if not has_words(text):
        remedy = "Save the page after its scripts have run, or save the guide as Markdown."
        raise GuideError(source, "there is no text in the page", remedy)
    return _front_matter(page, text) + text + "\n", findings


def _without_hidden(body: LexborNode) -> list[Finding]:
    """Take out what is not displayed and no click would open, and say so."""
    counts: Counter[str] = Counter()
    for node in list(body.traverse(include_text=True)):
        if node.is_comment_node and has_words(node.comment_content or ""):
            counts["HTML comments"] += 1
    panels = Panels(body)
    concealed = [
        node for node in body.css("*") if hides(attributes_of(node)) and not panels.opens(node)
    ]
    panels.label(body)
    for node in concealed:
        if has_words(node.text()):
            counts["elements that are not displayed"] += 1
        node.decompose()
    return [_hidden(name, count) for name, count in counts.items()]


def _hidden(name: str, count: int) -> Finding:
    return Finding("hidden_text", f"{name}: {count}; not indexed.")


def _content_of(body: LexborNode) -> LexborNode:
    """The element that holds the guide: the first of its kind that has the page's main heading."""
    heading = body.css_first("h1")
    for selector in _CONTENT:
        found = body.css(selector)
        if len(found) == 1 and (heading is None or found[0].css_first("h1")):
            return found[0]
    begin_at_heading(body)
    return body


def _is_titled(text: str, window: str) -> bool:
    """Whether the page's first heading is its title, which says the job better than the window.

    Not where it is a slogan, and the window's title names the job.
    """
    first = _HEADING.search(text)
    if first is None or first[1] != "#" or names_a_part(first[2]):
        return False
    if is_job(role_of_page(first[2], text)):
        return True
    job = role_of_page(window, text)
    return not is_job(job) or times_named(text, job) < _LEAST_NAMED


def _front_matter(page: LexborHTMLParser, text: str) -> str:
    fields: dict[str, str] = {}
    link = page.css_first("link[rel=canonical]")
    if link is not None and (link.attributes.get("href") or "").startswith(("http:", "https:")):
        fields["url"] = str(link.attributes["href"])
    title = page.css_first("title")
    window = words_of(title) if title is not None else ""
    if window and not _is_titled(text, window):
        fields["title"] = window
    if not fields:
        return ""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", "", ""])
