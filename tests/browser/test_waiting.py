"""Waiting and failing: each case has words of its own, and no question is lost."""

import threading
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from assistant.web import wording
from assistant.web.site import Site
from assistant.web.spoken import SPOKEN
from assistant.web.visitors import Visitors
from tests.browser.chatting import LAST, answered, ask
from tests.browser.conftest import served
from tests.web.scripted import LAB, FeedbackList, ScriptedAssistant

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def assistant():
    return ScriptedAssistant()


@pytest.fixture(scope="module")
def site():
    return Site(guides=lambda: (LAB,))


@pytest.fixture(scope="module")
def where(assistant, site):
    with served(assistant, site) as url:
        yield url


def told(page, name):
    """Waits until the newest turn says this."""
    expect(page.locator(LAST)).to_contain_text(str(SPOKEN[name]))
    expect(page.locator("#said")).to_have_text(str(SPOKEN[name]))


@pytest.mark.parametrize(
    ("text", "problem"),
    [("  ", wording.EMPTY), ("🙂", wording.NO_WORDS), ("pay " * 2500, "Shorten it")],
    ids=["empty", "emoji", "too long"],
)
def test_what_cannot_be_asked_is_told_and_kept(where, visit, text, problem):
    page = visit(where)
    ask(page, text)
    expect(page.get_by_role("alert").filter(has_text=problem)).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(text)
    answered(page, "What does it pay?")
    expect(page.get_by_role("alert")).to_have_text("")


def test_a_wait_for_the_first_word_is_told_as_it_grows(where, visit):
    page = visit(where)
    page.clock.install()
    page.route("**/gradio_api/call/ask", lambda _: None)
    ask(page, "What does it pay?")
    expect(page.locator(LAST)).to_contain_text(str(SPOKEN["looking"]))
    page.clock.run_for(4100)
    expect(page.locator(LAST)).to_contain_text(str(SPOKEN["stillLooking"]))
    page.clock.run_for(11_000)
    expect(page.locator(LAST)).to_contain_text(str(SPOKEN["longLooking"]))
    page.get_by_role("button", name="Stop").click()
    told(page, "stopped")


def test_offline_is_told_and_the_question_goes_out_when_the_network_is_back(
    where, visit, assistant
):
    page = visit(where, failing=True)
    page.context.set_offline(True)
    ask(page, "What does it pay offline?")
    told(page, "offline")
    page.context.set_offline(False)
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
    assert assistant.asked[-1] == ("What does it pay offline?", [])
    expect(page.locator(".turn")).to_have_count(1)


def test_a_server_that_is_gone_is_told_and_the_question_goes_out_when_it_is_back(
    visit, assistant, site
):
    with served(assistant, site) as url:
        page = visit(url, failing=True)
        answered(page, "First?")
    port = urlsplit(url).port
    ask(page, "Second?")
    told(page, "gone")
    with served(assistant, site, port):
        expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
        assert assistant.asked[-1] == ("Second?", ["First?"])


def test_a_server_that_goes_in_the_middle_of_an_answer_loses_no_question(visit, assistant, site):
    assistant.go.clear()
    with served(assistant, site) as url:
        page = visit(url, failing=True)
        ask(page, "What does it pay?")
        expect(page.locator(".answer")).to_be_visible()
        # The server waits a second for answers on their way; this one comes too late.
        threading.Timer(2, assistant.go.set).start()
    told(page, "gone")
    with served(assistant, site, urlsplit(url).port):
        expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
        expect(page.locator(".turn")).to_have_count(1)


def test_a_visitor_need_not_wait_for_the_next_try(where, visit):
    page = visit(where, failing=True)
    page.route("**/here", lambda route: route.abort())
    page.route("**/gradio_api/call/ask", lambda route: route.abort())
    ask(page, "What does it pay?")
    told(page, "gone")
    page.unroute("**/gradio_api/call/ask")
    page.get_by_role("button", name=str(SPOKEN["askNow"])).click()
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()


def test_the_waiting_for_a_server_can_be_stopped(visit, assistant, site):
    with served(assistant, site) as url:
        page = visit(url, failing=True)
    ask(page, "What does it pay?")
    told(page, "gone")
    page.get_by_role("button", name="Stop").click()
    told(page, "stopped")
    expect(page.locator(f"{LAST} .question")).to_have_text("What does it pay?")


def test_who_asks_too_often_is_told_and_the_question_is_kept(visit, assistant):
    with served(assistant, Site(guides=lambda: (LAB,), visitors=Visitors(1))) as url:
        page = visit(url)
        answered(page, "First?")
        ask(page, "Second?")
        expect(page.locator(f"{LAST} .failure")).to_contain_text("Your question is kept")
        expect(page.locator(f"{LAST} .question")).to_have_text("Second?")
        expect(page.locator(LAST).get_by_role("button", name="Ask again")).to_be_visible()
        page.reload()
        expect(page.locator(f"{LAST} .failure")).to_contain_text("Your question is kept")


@pytest.mark.parametrize(("status", "name"), [(503, "busy"), (500, "broken"), (502, "gone")])
def test_a_server_that_refuses_is_told_in_its_own_words(where, visit, status, name):
    page = visit(where, failing=True)
    page.route("**/gradio_api/call/ask", lambda route: route.fulfill(status=status))
    ask(page, "What does it pay?")
    told(page, name)
    expect(page.locator(f"{LAST} .question")).to_have_text("What does it pay?")


def test_an_answer_that_breaks_is_told_and_can_be_asked_again(where, visit, assistant):
    page = visit(where)
    answer = assistant.stream
    assistant.stream = lambda *_: (_ for _ in ()).throw(RuntimeError("broken"))
    try:
        ask(page, "What does it pay?")
        told(page, "broken")
    finally:
        assistant.stream = answer
    page.locator(LAST).get_by_role("button", name="Ask again").click()
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()


def test_feedback_that_cannot_be_sent_is_told_and_can_be_sent_again(visit, assistant):
    book = FeedbackList()
    with served(assistant, Site(guides=lambda: (LAB,), feedback=book)) as url:
        page = visit(url, failing=True)
        turn = answered(page, "What does it pay?")
        page.route("**/feedback", lambda route: route.abort())
        turn.get_by_role("button", name="Yes", exact=True).click()
        expect(turn.locator(".thanks")).to_have_text(str(SPOKEN["notKept"]))
        page.unroute("**/feedback")
        turn.get_by_role("button", name="Yes", exact=True).click()
        expect(turn.locator(".thanks")).to_have_text(str(SPOKEN["thanks"]))
        assert len(book.given) == 1
