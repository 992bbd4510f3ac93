import html
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.guides import read_folder, read_text
from assistant.guides.model import Span
from assistant.web import wording
from assistant.web.guide_html import guide_html, marked
from assistant.web.guide_pages import add_guide_pages
from tests.conftest import PROJECT

CORPUS = read_folder([PROJECT / "corpus"]).guides
EVERY = [*CORPUS, *read_folder([PROJECT / "evals" / "fixtures"]).guides]


def words(page):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def marks(page):
    return [words(found) for found in re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL)]


@pytest.fixture(scope="module")
def client():
    app = FastAPI()
    add_guide_pages(app, lambda: CORPUS)
    return TestClient(app)


@pytest.mark.parametrize("guide", EVERY, ids=lambda guide: guide.id)
def test_every_block_of_a_guide_is_on_its_page(guide):
    page = words(guide_html(guide))
    for section in guide.sections:
        for block in section.blocks:
            whole = Span(block.start, block.end)
            for part in block.cells or (block.question or whole, block.answer or whole):
                assert words(marked(guide.source_text, part, Span(0, 0))) in page


@pytest.mark.parametrize("guide", EVERY, ids=lambda guide: guide.id)
def test_every_block_can_be_cited_and_is_marked(guide):
    for section in guide.sections:
        for block in section.blocks:
            page = guide_html(guide, Span(block.start, block.end))
            assert marks(page), block.text(guide.source_text)
            assert (
                page.index(f'id="at-{block.start}"') < page.index("<mark>")
                or block.kind == "table_row"
            )


def test_an_answer_of_several_paragraphs_keeps_them():
    guide = read_text(
        "# Lab\n\nIntro.\n\n## FAQ\n\n### Is it hard?\n\nNo.\n\nNot at all.\n", "lab.md"
    )
    page = guide_html(guide)
    assert "Is it hard?</h3><p>No.</p><p>Not at all.</p>" in page


def test_a_part_of_a_sentence_is_marked_alone():
    assert marked("one two three", Span(0, 13), Span(4, 7)) == "one <mark>two</mark> three"


def test_nothing_is_marked_outside_of_what_is_cited():
    assert marked("one two", Span(0, 7), Span(100, 200)) == "one two"


def test_marks_of_markdown_are_not_shown_and_words_are_kept():
    text = (
        "Use **Python *3* today**, see [the docs](https://x.org/x_y) and snake_case or 2 * 3 * 4."
    )
    shown = marked(text, Span(0, len(text)), Span(0, 0))
    assert shown == "Use Python 3 today, see the docs and snake_case or 2 * 3 * 4."


def test_a_citation_may_end_inside_emphasis():
    text = "Use **Python today** now."
    assert marked(text, Span(0, len(text)), Span(0, 12)) == "<mark>Use Python</mark> today now."


def test_html_in_a_guide_is_shown_and_not_live():
    guide = read_text("# Lab\n\nIntro <b onclick=x>here</b>.\n\n## Pay\n\nWell.\n", "lab.md")
    page = guide_html(guide)
    assert "<b" not in page
    assert "onclick" not in page or "&lt;b onclick" in page


def test_the_list_leads_to_each_guide(client):
    page = client.get("/guides").text
    for guide in CORPUS:
        assert f'href="/guides/{guide.id}"' in page
        assert client.get(f"/guides/{guide.id}").status_code == 200


def test_a_citation_opens_its_very_words(client):
    guide = CORPUS[0]
    row = next(block for section in guide.sections for block in section.blocks if block.bands)
    page = client.get(f"/guides/{guide.id}?from={row.start}&to={row.end}").text
    assert " ".join(marks(page)) == " ".join(cell.of(guide.source_text) for cell in row.cells)


def test_an_unknown_guide_is_told_with_those_that_there_are(client):
    answer = client.get("/guides/no-such-guide")
    assert answer.status_code == 404
    assert wording.NO_SUCH_GUIDE in answer.text
    assert CORPUS[0].title in answer.text


def test_nonsense_in_the_address_is_refused(client):
    assert client.get(f"/guides/{CORPUS[0].id}?from=-1&to=x").status_code == 422
