"""Turns -> the HTML of the conversation: question, answer, table, sources and what to ask next."""

from collections.abc import Iterable, Mapping
from textwrap import shorten

from assistant.answer import Answer, AnswerStatus, Citation, Table, Turn
from assistant.web import wording
from assistant.web.markup import escape, safe_html


def conversation_html(turns: Iterable[Turn]) -> str:
    """The finished turns, oldest first; suggestions belong to the newest turn alone."""
    return "".join(
        turn_html(number, turn.question, answer_html(number, turn.answer, suggest=False))
        for number, turn in enumerate(turns, start=1)
    )


def turn_html(number: int, question: str, body: str) -> str:
    """One question with what stands under it. ``number`` counts the turns from 1."""
    return (
        f'<article class="turn" aria-labelledby="q{number}">'
        f'<h2 class="question" id="q{number}">{escape(question)}</h2>{body}</article>'
    )


def waiting_html(text: str = "") -> str:
    """What stands under a question while its answer grows."""
    status = f'<p class="status" role="status">{wording.LOOKING}</p>'
    return f'{status}<div class="answer" aria-busy="true">{safe_html(text)}</div>'


def answer_html(number: int, answer: Answer, *, suggest: bool = True) -> str:
    """A whole answer, with its sources and, if it is the newest, what to ask next."""
    place = f"s{number}"
    numbers = {citation.number for citation in answer.citations}
    status = f'<p class="status done" role="status">{wording.ready(len(answer.citations))}</p>'
    note = wording.STATUS_NOTES.get(answer.status, "")
    parts = [
        f'<p class="note">{escape(note)}</p>' if note else "",
        safe_html(answer.text, numbers, place),
        table_html(answer.table, place) if answer.table and len(answer.table.rows) > 1 else "",
        _parts_html(answer),
    ]
    body = f'{status}<div class="answer {answer.status}">{"".join(parts)}</div>'
    suggestions = suggestions_html(answer) if suggest else ""
    return body + sources_html(answer.citations, place) + suggestions


def table_html(table: Table, place: str) -> str:
    """The table that travels with an answer, folded: the text says the same, row by row."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in row)
        + f"<td>{safe_html(f'[{number}]', {number}, place)}</td></tr>"
        for row, number in zip(table.rows, table.numbers, strict=True)
    )
    caption = escape(table.caption)
    return (
        f'<details class="as-table"><summary>{wording.AS_TABLE}</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}">'
        f"<table><caption>{caption}</caption>"
        f'<thead><tr>{head}<th scope="col">Source</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def sources_html(citations: Iterable[Citation], place: str) -> str:
    """The sources of an answer: each opens to the exact quote."""
    items = "".join(_source_html(citation, f"{place}-{citation.number}") for citation in citations)
    if not items:
        return ""
    label = f'<h3 id="{place}">{wording.SOURCES}</h3>'
    return f'<section class="sources" aria-labelledby="{place}">{label}<ol>{items}</ol></section>'


def suggestions_html(answer: Answer) -> str:
    """The questions to ask next as buttons, or the choices when the answer asks one back."""
    label = wording.CHOICES if answer.status == AnswerStatus.CLARIFY else wording.NEXT
    return asks_html(label, answer.follow_ups)


def asks_html(label: str, questions: Iterable[str]) -> str:
    """Questions as buttons that ask them; see chat.js."""
    items = "".join(
        f'<li><button type="button" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return f'<section class="asks"><h3>{label}</h3><ul>{items}</ul></section>' if items else ""


def welcome_html(titles: Mapping[str, str], examples: Iterable[str]) -> str:
    """The page before the first question: what it can do, what it can't, and where to start.

    Args:
        titles: the guides' titles by their ids.
        examples: questions to start with.
    """
    listed = "".join(
        f'<li><a href="/guides/{escape(key)}">{escape(title)}</a></li>'
        for key, title in titles.items()
    )
    if not listed:
        return f'<section class="welcome">{problem_html(wording.NO_GUIDES)}</section>'
    return (
        f'<section class="welcome"><h2>{wording.WELCOME}</h2>'
        f"<p>{wording.CAN}</p><p>{wording.CANNOT}</p>"
        f"{asks_html(wording.EXAMPLES, examples)}"
        f'<h3>{wording.GUIDES}</h3><ul class="guides">{listed}</ul></section>'
    )


def problem_html(text: str) -> str:
    """A message about the input, said at once by a screen reader."""
    return f'<p class="problem" role="alert">{escape(text)}</p>' if text else ""


def _source_html(citation: Citation, anchor: str) -> str:
    path = "".join(f'<span class="step">{escape(step)}</span>' for step in citation.section)
    link = ""
    if citation.url.startswith(("/", "https://", "http://")):
        link = f'<p><a href="{escape(citation.url)}">{wording.OPEN_PLACE}</a></p>'
    guide = f'<span class="step">{escape(citation.guide)}</span>'
    return (
        f'<li id="{anchor}"><details><summary><span class="number">{citation.number}</span>'
        f'<span class="path">{guide}{path}'
        f'<span class="hint">{escape(shorten(citation.quote, 70, placeholder="…"))}</span>'
        "</span></summary>"
        f"<blockquote>{escape(citation.quote)}</blockquote>{link}</details></li>"
    )


def _parts_html(answer: Answer) -> str:
    """How each question of a message with several ended."""
    if len(answer.parts) < 2:
        return ""
    items = "".join(
        f"<li>{escape(part.question)} <em>{wording.PART_NOTES.get(part.status, '')}</em></li>"
        for part in answer.parts
    )
    return f'<ul class="parts">{items}</ul>'
