"""Answer -> the HTML that stands under its question: words, chart, sources, reasons, what next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from textwrap import shorten

from assistant.answer import Answer, AnswerStatus, Citation, Table
from assistant.guides.model import Guide
from assistant.versions import Versions, citation_link
from assistant.web import wording
from assistant.web.beside import words_html
from assistant.web.charts import pay_chart_html, pay_table
from assistant.web.icons import icon
from assistant.web.markup import escape, safe_html
from assistant.web.why import why_html

_NOTE_ICONS = {AnswerStatus.PARTIAL: "part", AnswerStatus.NOT_COVERED: "none"}


@dataclass(frozen=True, slots=True)
class Library:
    """The guides that answers are drawn beside: by id, with the texts that are kept of them."""

    guides: Mapping[str, Guide] = field(default_factory=dict)
    versions: Versions = field(default_factory=Versions)

    def link(self, citation: Citation) -> str:
        """The address of a citation's very words; empty if it has none."""
        return citation_link(citation, self.guides.get(citation.guide_id), self.versions)


def growing_html(text: str) -> str:
    """An answer while it grows: its markers are no links yet."""
    return f'<div class="answer" aria-busy="true">{safe_html(text)}</div>'


def answer_html(place: str, answer: Answer, library: Library) -> str:
    """A whole answer.

    Args:
        place: prefix of the ids, one of its own for each answer on the page.
        answer: the answer.
        library: the guides that it may cite.
    """
    numbers = {citation.number for citation in answer.citations}
    roles = {guide.role for guide in library.guides.values()}
    drawn = [
        *_notes(answer),
        _parts(answer),
        words_html(answer.text, numbers, place, roles),
        _table(answer.table, place),
    ]
    titles = {guide.id: guide.title for guide in library.guides.values()}
    below = [why_html(answer, titles), _suggestions(answer)]
    if answer.status == AnswerStatus.CLARIFY:
        # The choices belong to the question that they answer.
        below.reverse()
    return (
        f'<div class="answer {answer.status}">{"".join(drawn)}</div>'
        f"{sources_html(answer.citations, place, library)}{''.join(below)}"
    )


def sources_html(citations: Iterable[Citation], place: str, library: Library) -> str:
    """The sources of an answer: each opens to the exact quote."""
    items = "".join(
        _source(citation, f"{place}-{citation.number}", library.link(citation))
        for citation in citations
    )
    if not items:
        return ""
    return f'<section class="sources"><h3>{wording.SOURCES}</h3><ol>{items}</ol></section>'


def asks_html(label: str, questions: Iterable[str], level: int = 3) -> str:
    """Questions as buttons that ask them, under a heading of this level."""
    items = "".join(
        f'<li><button type="button" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    if not items:
        return ""
    return f'<section class="asks"><h{level}>{label}</h{level}><ul>{items}</ul></section>'


def table_html(table: Table, place: str) -> str:
    """The table that travels with an answer, its rows with their sources."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in row)
        + f"<td>{safe_html(f'[{number}]', {number}, place)}</td></tr>"
        for row, number in zip(table.rows, table.numbers, strict=True)
    )
    caption = escape(table.caption)
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}">'
        f"<table><caption>{caption}</caption>"
        f'<thead><tr>{head}<th scope="col">{wording.SOURCE}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _table(table: Table | None, place: str) -> str:
    """Pay as a chart with its figures as a table to unfold; any other table as it is."""
    if table is None or not table.rows:
        return ""
    if table.kind != "pay":
        return table_html(table, place)
    chart = pay_chart_html(table, place)
    unfolds = f"<summary>{wording.AS_TABLE}</summary>{table_html(pay_table(table), place)}"
    return f'{chart}<details class="as-table">{unfolds}</details>'


def _notes(answer: Answer) -> Iterable[str]:
    """What is said above an answer whose own words might be read too quickly."""
    note = wording.STATUS_NOTES.get(answer.status, "")
    if note:
        yield _note(str(answer.status), _NOTE_ICONS[answer.status], note)
    if answer.table is not None and answer.table.kind == "pay" and answer.table.rows:
        yield _note("estimate", "estimate", wording.ESTIMATE)


def _note(kind: str, picture: str, words: str) -> str:
    return f'<p class="note {kind}">{icon(picture)}<span>{words}</span></p>'


def _suggestions(answer: Answer) -> str:
    label = wording.CHOICES if answer.status == AnswerStatus.CLARIFY else wording.NEXT
    return asks_html(label, answer.follow_ups)


def _source(citation: Citation, anchor: str, link: str) -> str:
    steps = (citation.guide, *citation.section)
    path = "".join(f'<span class="step">{escape(step)}</span>' for step in steps)
    opens = ""
    if link:
        name = escape(wording.OPEN_SOURCE.format(number=citation.number))
        opens = f'<p><a href="{escape(link)}" aria-label="{name}">{wording.OPEN_PLACE}</a></p>'
    return (
        f'<li id="{anchor}"><details><summary><span class="number">{citation.number}</span>'
        f'<span class="path">{path}'
        f'<span class="hint">{escape(shorten(citation.quote, 70, placeholder="…"))}</span>'
        "</span></summary>"
        f"<blockquote>{escape(citation.quote)}</blockquote>{opens}</details></li>"
    )


def _parts(answer: Answer) -> str:
    """How each question of a message with several ended, unless all were simply answered."""
    plain = all(part.status == AnswerStatus.ANSWERED for part in answer.parts)
    if plain or len(answer.parts) < 2:
        return ""
    items = "".join(
        f"<li>{escape(part.question)} <em>{wording.PART_NOTES.get(part.status, '')}</em></li>"
        for part in answer.parts
    )
    return f'<ul class="parts">{items}</ul>'
