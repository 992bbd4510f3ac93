"""A candidate's visit with the real guides, the real index and the real assistant."""

import re

import pytest
from playwright.sync_api import expect

from assistant.embeddings import load_embeddings
from assistant.pipeline import Assistant
from tests.browser.conftest import served
from tests.browser.test_chat_page import ask

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def assistant(index_folder):
    return Assistant(index_folder, load_embeddings("minilm"))


@pytest.fixture(scope="module")
def guides(assistant):
    return assistant.sources().snapshot.guides


@pytest.fixture(scope="module")
def where(assistant, guides):
    with served(assistant, lambda: tuple(guides.values())) as url:
        yield url


def quoted_at(page, guides):
    """The words of the guide that the first open source says it quotes, by its link's offsets."""
    link = page.locator("#live details[open] a").first.get_attribute("href")
    [(guide_id, start, end)] = re.findall(r"^/guides/([^?]+)\?from=(\d+)&to=(\d+)", link)
    return guides[guide_id].source_text[int(start) : int(end)]


@pytest.mark.parametrize("width", [360, 1280])
def test_ask_read_open_a_source_and_ask_again(where, visit, guides, width):
    page = visit(where, width=width, height=740)
    ask(page, "What does a senior backend engineer earn outside London?")
    expect(page.locator("#live .answer")).to_contain_text("£")
    page.locator("#live .answer a.marker").first.click()
    quote = page.locator("#live details[open] blockquote").first
    expect(quote).to_be_visible()
    assert quote.inner_text() == quoted_at(page, guides)

    outside = page.locator("#live .answer").inner_text()
    ask(page, "and in London?")
    expect(page.locator("#q2")).to_have_text("and in London?")
    expect(page.locator("#live .answer a.marker").first).to_be_visible()
    inside = page.locator("#live .answer").inner_text()
    assert "backend engineer" in inside.casefold()
    assert re.findall(r"£[\d,]+", inside) != re.findall(r"£[\d,]+", outside)


def test_a_cited_row_is_marked_in_its_guide(where, visit, guides):
    page = visit(where)
    ask(page, "What does a lead backend engineer earn?")
    page.locator("#live .answer a.marker").first.click()
    quote = quoted_at(page, guides)
    page.get_by_role("link", name="Open this place in the guide").first.click()
    expect(page.locator("mark").first).to_be_in_viewport()
    marked = " ".join(page.locator("mark").all_inner_texts())
    assert marked.split() == quote.replace("|", " ").split()


@pytest.mark.parametrize("example", range(4))
def test_every_example_question_is_answered(where, visit, example):
    page = visit(where)
    page.locator(".welcome [data-ask]").nth(example).click()
    expect(page.locator("#live .answer.answered")).to_be_visible()
    expect(page.locator("#live .sources li").first).to_be_visible()


def test_a_suggested_question_is_answered(where, visit):
    page = visit(where)
    ask(page, "Which skills does a health informatics engineer need?")
    page.locator("#live .asks button").first.click()
    expect(page.locator("#q2")).to_be_visible()
    expect(page.locator("#live .answer.answered")).to_be_visible()
