"""What this browser keeps, as a list, a file and on paper; and what the server keeps."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.web import wording
from assistant.web.site import Site
from assistant.web.spoken import SPOKEN
from tests.browser.chatting import LAST, answered, ask
from tests.browser.conftest import served
from tests.web.scripted import LAB, ConversationLists, ScriptedAssistant

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def assistant():
    return ScriptedAssistant()


@pytest.fixture(scope="module")
def where(assistant):
    with served(assistant, Site(guides=lambda: (LAB,))) as url:
        yield url


def test_a_conversation_outlives_a_reload_and_goes_on(where, visit, assistant):
    page = visit(where)
    answered(page, "What does it pay?")
    page.get_by_label("Your question").fill("half a thou")
    page.reload()
    expect(page.locator(".question")).to_have_text("What does it pay?")
    expect(page.locator(f"{LAST} .sources")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value("half a thou")
    answered(page, "And in London?")
    assert assistant.asked[-1] == ("And in London?", ["What does it pay?"])


def test_a_question_that_was_on_its_way_is_asked_again_after_a_reload(where, visit, assistant):
    page = visit(where)
    assistant.go.clear()
    ask(page, "What does it pay?")
    expect(page.locator(".answer")).to_be_visible()
    page.reload()
    assistant.go.set()
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(1)


def test_earlier_conversations_are_listed_opened_and_renamed(where, visit):
    page = visit(where)
    answered(page, "First conversation?")
    page.get_by_role("button", name="New", exact=True).click()
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.get_by_label("Your question")).to_be_focused()
    answered(page, "Second conversation?")
    shelf = page.get_by_role("navigation", name="Conversations")
    expect(shelf.locator(".open")).to_have_text(["Second conversation?", "First conversation?"])
    shelf.get_by_role("button", name="First conversation?", exact=True).click()
    expect(page.locator(".question")).to_have_text("First conversation?")
    shelf.get_by_role("button", name="Rename: First conversation?").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Pay <b>")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(shelf.get_by_role("button", name="Rename: Pay <b>")).to_be_focused()
    page.reload()
    expect(shelf.get_by_role("button", name="Pay <b>", exact=True)).to_be_visible()


def test_one_or_all_are_deleted_only_when_asked_back(where, visit):
    page = visit(where)
    for question in ("One?", "Two?", "Three?"):
        answered(page, question)
        page.get_by_role("button", name="New", exact=True).click()
    shelf = page.get_by_role("navigation", name="Conversations")
    shelf.get_by_role("button", name="Delete: Two?").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(shelf.locator(".open")).to_have_count(3)
    shelf.get_by_role("button", name="Delete: Two?").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete", exact=True).click()
    expect(shelf.locator(".open")).to_have_text(["Three?", "One?"])
    shelf.get_by_role("button", name="Delete all").click()
    expect(page.get_by_role("dialog")).to_contain_text("All 2 will be gone")
    page.get_by_role("dialog").get_by_role("button", name="Delete all").click()
    expect(shelf.locator(".open")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage)") == []


def test_the_open_conversation_is_deleted_too(where, visit):
    page = visit(where)
    answered(page, "One?")
    page.get_by_role("button", name="Delete: One?").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator("#said")).to_have_text(str(SPOKEN["deleted"]))


def test_a_new_window_offers_to_carry_on(where, visit):
    page = visit(where)
    answered(page, "What does it pay?")
    other = page.context.new_page()
    other.goto(where)
    other.get_by_role("button", name="Carry on with “What does it pay?”").click()
    expect(other.locator(".question")).to_have_text("What does it pay?")
    expect(other.locator(f"{LAST} .sources")).to_be_visible()


def test_it_is_saved_as_markdown_with_its_sources(where, visit):
    page = visit(where)
    answered(page, "What does it pay?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").click()
    assert download.value.suggested_filename == "what-does-it-pay.md"
    text = Path(download.value.path()).read_text("utf-8")
    assert text.startswith("# What does it pay?\n")
    assert "## What does it pay?\n\nTurn 1 pays £35,000 [1]. An estimate [2]." in text
    assert f"2. [Lab Analyst › Pay]({where}/guides/{LAB.id}?from=" in text
    assert "“Figures are estimates.”" in text


def test_it_is_laid_out_for_paper_with_every_source_open(where, visit):
    page = visit(where)
    answered(page, "What does it pay?")
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Printable page").click()
    sheet = popup.value
    expect(sheet.get_by_role("heading", level=1)).to_have_text("What does it pay?")
    expect(sheet.locator("blockquote")).to_have_count(2)
    for quote in sheet.locator("blockquote").all():
        expect(quote).to_be_visible()
    expect(sheet.get_by_role("button", name=str(SPOKEN["print"]))).to_be_visible()
    sheet.emulate_media(media="print")
    expect(sheet.get_by_role("button")).to_be_hidden()
    assert len(sheet.pdf()) > 10_000


def test_paper_of_a_deleted_conversation_says_so(where, visit):
    page = visit(f"{where}/print?id=nothing")
    expect(page.get_by_role("heading", level=1)).to_have_text(str(SPOKEN["nothing"]))


def test_a_browser_without_room_keeps_the_conversation_while_it_is_open(where, visit):
    page = visit(where)
    page.evaluate("localStorage.setItem('filler', 'x'.repeat(5 * 1024 * 1024 - 2000))")
    answered(page, "What does it pay?")
    expect(page.get_by_role("alert")).to_have_text(str(SPOKEN["full"]))
    expect(page.locator("#earlier .open")).to_have_text("What does it pay?")


def test_by_default_the_server_keeps_nothing_and_the_page_says_so(where, visit):
    page = visit(where, width=390)
    expect(page.locator("#kept-hint")).to_have_text(wording.KEPT_HERE)


def test_what_the_server_keeps_is_said_and_goes_with_the_conversation(visit, assistant):
    book = ConversationLists()
    with served(assistant, Site(guides=lambda: (LAB,), conversations=book)) as url:
        page = visit(url, width=390)
        expect(page.locator("#kept-hint")).to_have_text(wording.KEPT_THERE)
        answered(page, "What does it pay?")
        answered(page, "And in London?")
        [turns] = book.kept.values()
        assert len(turns) == 2
        page.get_by_role("button", name="Conversations").click()
        page.get_by_role("button", name="Delete all").click()
        with page.expect_response("**/kept/*"):
            page.locator("#asking").get_by_role("button", name="Delete all").click()
        assert book.kept == {}
