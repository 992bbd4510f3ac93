import html
import re
from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.guides import read_folder, read_text
from assistant.guides.model import Span
from assistant.versions import Versions
from assistant.web import wording
from assistant.web.guide_html import contents_html, guide_html, marked
from assistant.web.guide_pages import add_guide_pages
from tests.conftest import PROJECT
from tests.web.scripted import LAB

CORPUS = read_folder([PROJECT / "corpus"]).guides
EVERY = [*CORPUS, *read_folder([PROJECT / "evals" / "fixtures"]).guides]


def words(page):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def marks(page):
    return [words(found) for found in re.findall(r"<mark[^>]*>(.*?)</mark>", page, re.DOTALL)]


def blocks(guide):
    return [(section, block) for section in guide.sections for block in section.blocks]


def with_id(page, anchor):
    return page.count(f'id="{anchor}"')


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
    for _, block in blocks(guide):
        page = guide_html(guide, Span(block.start, block.end))
        assert marks(page), block.text(guide.source_text)
        assert with_id(page, "cited") == 1


@pytest.mark.parametrize("guide", EVERY, ids=lambda guide: guide.id)
def test_every_anchor_is_there_once_and_every_link_leads_to_one(guide):
    page = contents_html(guide) + guide_html(guide)
    anchors = re.findall(r'id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)
    assert {section.anchor for section in guide.sections if section.path} <= set(anchors)


def test_rows_and_faqs_have_anchors_of_their_own_words():
    page = guide_html(LAB)
    assert with_id(page, "pay--junior") == 1
    assert with_id(page, "faq--is-a-lab-analyst-on-call") == 1


def test_an_anchor_outlives_changes_elsewhere():
    longer = read_text(LAB.source_text.replace("samples", "many samples"), "lab.md")
    assert with_id(guide_html(longer), "pay--senior") == 1


def test_words_across_blocks_are_marked_in_each():
    text = LAB.source_text
    span = Span(text.index("Tests samples"), text.index("records.") + len("records."))
    assert marks(guide_html(LAB, span)) == ["Tests samples.", "Keeps records."]


def test_an_answer_of_several_paragraphs_keeps_them():
    guide = read_text(
        "# Lab\n\nIntro.\n\n## FAQ\n\n### Is it hard?\n\nNo.\n\nNot at all.\n", "lab.md"
    )
    page = guide_html(guide)
    assert "</div><p>No.</p><p>Not at all.</p>" in page


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


@pytest.mark.parametrize("query", ["from=-1&to=x", "from=1&to=99999999999999999999", "from=²"])
def test_a_damaged_address_leads_to_the_guide(client, query):
    shown = client.get(f"/guides/{CORPUS[0].id}?{query}")
    assert shown.status_code == 200
    assert "<mark" not in shown.text


def test_a_list_of_many_guides_can_be_searched(client):
    assert 'id="find"' not in client.get("/guides").text
    many = FastAPI()
    add_guide_pages(many, lambda: [replace(LAB, id=f"lab-{number}") for number in range(13)])
    page = TestClient(many).get("/guides/").text
    assert 'id="find"' in page
    assert "finder.js" in page


def test_a_guide_without_a_summary_is_listed_with_its_beginning():
    app = FastAPI()
    add_guide_pages(app, lambda: [replace(LAB, summary="")])
    assert "<p>Looks after samples and instruments.</p>" in TestClient(app).get("/guides").text


@pytest.fixture
def changed():
    """The page of LAB after a change to its senior's pay, and a way to ask it for old words."""
    versions = Versions()
    old = versions.keep(LAB)
    now = replace(LAB, source_text=LAB.source_text.replace("£60,000", "£66,000"))
    app = FastAPI()
    add_guide_pages(app, lambda: [now], versions)
    client = TestClient(app)

    def page(quote, version=old, section="pay"):
        start = LAB.source_text.index(quote)
        address = f"/guides/{LAB.id}?from={start}&to={start + len(quote)}&v={version}&in={section}"
        return client.get(address).text

    return page


def test_words_that_still_stand_are_marked_and_the_change_is_told(changed):
    page = changed("Tests samples.")
    assert marks(page) == ["Tests samples."]
    assert wording.QUOTED_STILL in page


def test_words_that_are_gone_are_shown_as_they_were_with_the_way_to_their_section(changed):
    page = changed("£50,000 to £60,000")
    assert marks(page) == []
    assert wording.QUOTED_GONE in page
    assert "<blockquote>£50,000 to £60,000</blockquote>" in page
    assert f'<a href="#pay">{wording.SECTION_NOW}</a>' in page
    assert with_id(page, "cited") == 1


def test_a_section_that_is_no_more_is_not_linked_to(changed):
    assert wording.SECTION_NOW not in changed("£50,000 to £60,000", section="bonus")


def test_words_of_a_text_that_is_not_kept_are_not_guessed(changed):
    page = changed("Tests samples.", version="ffffffffffff")
    assert marks(page) == []
    assert wording.QUOTED_UNKNOWN in page


@pytest.mark.parametrize(
    ("date", "shown"), [("2026-11-02", "2 November 2026"), ("Autumn <b>", "Autumn &lt;b&gt;")]
)
def test_a_date_is_written_as_people_do(date, shown):
    app = FastAPI()
    add_guide_pages(app, lambda: [replace(LAB, date=date)])
    assert shown in TestClient(app).get(f"/guides/{LAB.id}").text


def test_each_guide_leads_back_to_the_chat(client):
    guide = CORPUS[0]
    assert f'href="/?about={guide.id}"' in client.get(f"/guides/{guide.id}").text


def test_a_page_may_load_from_this_server_alone(client):
    policy = client.get("/guides").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_without_guides_the_list_says_so():
    app = FastAPI()
    add_guide_pages(app, tuple)
    assert html.escape(wording.NO_GUIDES, quote=False) in TestClient(app).get("/guides").text
