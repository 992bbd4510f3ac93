"""A candidate's visit with the real guides, the real index, the real assistant and real records."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.embeddings import load_embeddings
from assistant.pipeline import Assistant
from assistant.records import Records
from assistant.versions import Versions
from assistant.web import wording
from assistant.web.site import Site
from assistant.web.spoken import SPOKEN
from tests.browser.chatting import LAST, answered, axe_faults, too_wide
from tests.browser.conftest import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def assistant(index_folder):
    opened = Assistant(index_folder, load_embeddings("minilm"))
    # As app.py does when it starts: the model is there before the first question.
    opened.search(["What does the work involve?"])
    return opened


@pytest.fixture(scope="module")
def guides(assistant):
    return assistant.sources().snapshot.guides


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    with Records(f"sqlite:///{folder / 'records.sqlite3'}") as opened:
        yield opened


@pytest.fixture(scope="module")
def where(assistant, guides, records, tmp_path_factory):
    site = Site(
        guides=lambda: tuple(guides.values()),
        versions=Versions(tmp_path_factory.mktemp("cited")),
        feedback=records.feedback,
    )
    with served(assistant, site) as url:
        yield url


def plain(text):
    return " ".join(text.replace("|", " ").split())


def test_the_candidates_job_is_done_on_a_phone(where, visit, records, assistant):
    """First visit, three questions, one a follow-up; a cited row; a chart; feedback; export."""
    page = visit(where, width=390, height=780)
    expect(page.get_by_text(wording.CAN)).to_be_visible()

    first = answered(page, "What does a senior backend engineer earn outside London?")
    expect(first.locator(".answer")).to_contain_text("£65,000 to £90,000")

    follow_up = answered(page, "and in London?")
    expect(follow_up.locator(".answer")).to_contain_text("£75,000 to £105,000")

    follow_up.locator(".answer a.marker").first.click()
    quote = follow_up.locator("details[open] blockquote").first.inner_text()
    assert "Senior" in quote
    follow_up.locator("details[open] a").first.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    assert plain(" ".join(page.locator("mark").all_inner_texts())) == plain(quote)
    assert page.locator("tr:has(mark)").count() == 1
    assert axe_faults(page) == []
    page.go_back()

    both = answered(
        page, "What is the pay of a backend engineer and a health informatics engineer?"
    )
    chart = both.locator(".bars")
    chart.scroll_into_view_if_needed()
    for role in ("Backend Engineer", "Health Informatics Engineer"):
        expect(chart.locator(".whose span").filter(has_text=role).first).to_be_visible()
    assert {"role-0", "role-1"} <= {
        name for rect in chart.locator("rect").all() for name in rect.get_attribute("class").split()
    }
    assert too_wide(page) <= 0
    assert axe_faults(page) == []

    both.get_by_role("button", name="No", exact=True).click()
    page.get_by_label("It is unclear").check()
    page.get_by_label("Anything else?").fill("Which of the two pays more?")
    page.get_by_role("button", name="Send feedback").click()
    expect(both.locator(".thanks")).to_have_text(str(SPOKEN["thanks"]))
    [kept] = records.feedback.find()
    assert kept.given.reason == "unclear"
    assert kept.given.turns == (
        "What does a senior backend engineer earn outside London?",
        "and in London?",
    )
    assert kept.given.snapshot_id == assistant.sources().snapshot.id
    guides = assistant.sources().snapshot.guides
    for citation in kept.given.citations:
        text = guides[citation.guide_id].source_text
        assert text[citation.start : citation.end] == citation.quote

    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert text.count("\n## ") == 3
    assert text.count("\n### Sources") == 3
    for address in re.findall(r"\((http://[^)]+)\)", text):
        assert page.request.get(address).status == 200


@pytest.mark.parametrize("example", range(6))
def test_every_example_question_is_answered(where, visit, example):
    page = visit(where)
    page.locator(".welcome [data-ask]").nth(example).click()
    expect(page.locator(f"{LAST} .answer.answered")).to_be_visible()
    expect(page.locator(f"{LAST} .sources li").first).to_be_visible()


def test_a_suggested_question_is_answered(where, visit):
    page = visit(where)
    answered(page, "Which skills does a health informatics engineer need?")
    page.locator(f"{LAST} .asks button").first.click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(f"{LAST} .answer.answered")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_two_roles_are_compared_in_a_table(where, visit, width):
    page = visit(where, width=width)
    turn = answered(
        page, "Which skills do a backend engineer and a health informatics engineer need?"
    )
    table = turn.get_by_role("table", name="side by side")
    heads = table.get_by_role("columnheader")
    expect(heads).to_have_text(["Backend Engineer", "Health Informatics Engineer"])
    expect(table.get_by_role("cell").nth(1)).to_contain_text("HL7 v2 and FHIR")
    left, right = (cell.bounding_box() for cell in table.get_by_role("cell").all())
    beside = right["x"] > left["x"]
    assert beside == (width > 700)
    assert too_wide(page) <= 0
    assert axe_faults(page) == []
    table.locator("a.marker").last.click()
    expect(turn.locator("details[open] blockquote").first).to_be_visible()


def test_what_the_guides_do_not_say_is_said_with_the_reasons(where, visit):
    page = visit(where)
    turn = answered(page, "Is there free parking at the office?")
    expect(turn.locator(".note.not_covered")).to_be_visible()
    expect(turn.locator(".sources")).to_have_count(0)
    turn.get_by_text(wording.WHY, exact=True).click()
    expect(turn.locator(".why")).to_contain_text(wording.WHY_NO_CLAIM)
    expect(turn.get_by_role("cell", name="set aside", exact=False).first).to_be_visible()
