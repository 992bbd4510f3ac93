"""The chat page with a scripted assistant: everything that the page itself has to do right."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from assistant.answer import Answer, AnswerStatus, Citation, Table
from assistant.pipeline import AnswerEvent
from assistant.web import wording
from tests.browser.conftest import served
from tests.web.test_examples import guide

pytestmark = pytest.mark.browser

EVIL = (
    "<img src=x onerror=\"console.error('live')\"> ${console.error('live')} "
    "{{this}} [x](javascript:alert(1))"
)


class ScriptedAssistant:
    """Answers every question in the same shape, saying how many turns it was given."""

    def __init__(self):
        self.asked = []
        self.pause = 0.0

    def stream(self, question, conversation=None):
        before = len(conversation.turns) if conversation else 0
        self.asked.append((question, before))
        text = f"Turn {before + 1} is about pay [1] and region [2]. {EVIL}"
        for end in range(10, len(text), 25):
            time.sleep(self.pause)
            yield AnswerEvent(text[:end])
        yield AnswerEvent(text, answered(question, text, before))


def answered(question, text, before):
    table = Table(
        "pay",
        "Pay by level",
        ("Level", "London", "Rest"),
        (("Junior", "£35,000", "£30,000"),),
        (1,),
    )
    return Answer(
        question,
        AnswerStatus.ANSWERED,
        text,
        citations=(cited(1, f"Junior | £30,000 {EVIL}"), cited(2, "Figures are estimates.")),
        follow_ups=("And in London?", "Which skills?"),
        table=None if before else table,
    )


def cited(number, quote):
    return Citation(number, "Lab Analyst", "lab", ("Pay", "By level"), quote, "lab.md", 0, 9, "")


@pytest.fixture(scope="module")
def assistant():
    return ScriptedAssistant()


@pytest.fixture(scope="module")
def where(assistant):
    guides = (guide("Lab Analyst", ["Is a Lab Analyst on call?"], pay=True),)
    with served(assistant, lambda: guides) as url:
        yield url


def ask(page, question):
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()


def axe_faults(page):
    """What axe holds against the page: the rule and the elements."""
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


def test_a_first_visit_says_what_it_can_do_and_offers_examples(where, visit):
    page = visit(where)
    assert page.title() == wording.TITLE
    expect(page.get_by_text(wording.CANNOT)).to_be_visible()
    expect(page.get_by_role("button", name="Is a Lab Analyst on call?")).to_be_visible()
    page.get_by_role("button", name="What does a Lab Analyst earn?").click()
    expect(page.locator("#q1")).to_have_text("What does a Lab Analyst earn?")


def test_a_marker_opens_the_very_source(where, visit):
    page = visit(where)
    ask(page, "What does it pay?")
    source = page.locator("#s1-2")
    expect(source).to_contain_text("Lab Analyst")
    expect(source).to_contain_text("By level")
    expect(source.locator("blockquote")).to_be_hidden()
    page.locator("#live .answer").get_by_label("Source 2").click()
    expect(source.locator("blockquote")).to_be_visible()
    expect(source.locator("blockquote")).to_have_text("Figures are estimates.")
    expect(source.locator("summary")).to_be_focused()


def test_a_follow_up_is_asked_with_the_turns_before_it(where, visit, assistant):
    page = visit(where)
    ask(page, "What does it pay?")
    page.get_by_role("button", name="And in London?").click()
    expect(page.locator("#q2")).to_have_text("And in London?")
    expect(page.locator("#live .answer")).to_contain_text("Turn 2 is about pay")
    assert assistant.asked[-1] == ("And in London?", 1)
    expect(page.locator("#past #q1")).to_have_text("What does it pay?")
    expect(page.locator("#past [data-ask]")).to_have_count(0)


def test_an_open_source_stays_open_when_the_next_question_is_asked(where, visit):
    page = visit(where)
    ask(page, "What does it pay?")
    page.locator("#s1-1 summary").click()
    ask(page, "And what else?")
    expect(page.locator("#live #s2-1")).to_be_visible()
    expect(page.locator("#past #s1-1 blockquote")).to_be_visible()


def test_an_answer_streams_and_the_page_says_when_it_is_whole(where, visit, assistant):
    assistant.pause = 0.15
    try:
        page = visit(where)
        ask(page, "What does it pay?")
        expect(page.locator("#live .answer[aria-busy=true]")).to_contain_text("Turn 1")
        expect(page.locator("#live [role=status]")).to_have_text(wording.ready(2))
    finally:
        assistant.pause = 0.0


def test_text_of_guides_and_questions_is_never_live(where, visit):
    page = visit(where)
    ask(page, EVIL)
    expect(page.locator("#q1")).to_have_text(EVIL)
    page.locator("#s1-1 summary").click()
    expect(page.locator("#s1-1 blockquote")).to_contain_text("{{this}}")
    expect(page.locator(".turn img, .turn a[href^=javascript]")).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("  ", wording.EMPTY), ("🙂", wording.NO_WORDS), ("pay " * 2500, "Shorten it")],
)
def test_what_cannot_be_asked_is_told_and_kept(where, visit, text, problem):
    page = visit(where)
    ask(page, text)
    expect(page.get_by_role("alert").filter(has_text=problem)).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value(text)
    ask(page, "What does it pay?")
    expect(page.locator("#q1")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text=problem)).to_have_count(0)


def test_a_new_conversation_starts_without_the_old_turns(where, visit, assistant):
    page = visit(where)
    ask(page, "What does it pay?")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(0)
    ask(page, "And now?")
    expect(page.locator("#live .answer")).to_contain_text("Turn 1")
    assert assistant.asked[-1] == ("And now?", 0)


def test_two_visitors_do_not_share_a_conversation(where, visit, assistant):
    first, second = visit(where), visit(where)
    ask(first, "What does it pay?")
    expect(first.locator("#live .sources")).to_be_visible()
    ask(second, "Which skills?")
    expect(second.locator("#live .answer")).to_contain_text("Turn 1")


@pytest.mark.parametrize("width", [320, 360, 768, 1920])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_wider_than_the_window(where, visit, width, dark):
    page = visit(where, width=width, height=700, dark=dark)
    ask(page, "What does it pay? " + "x" * 90)
    page.locator("#s1-1 summary").click()
    expect(page.locator("#s1-1 blockquote")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_keyboard_is_enough(where, visit):
    page = visit(where)
    page.get_by_label("Your question").focus()
    page.keyboard.type("What does it pay?")
    page.keyboard.press("Enter")
    marker = page.locator("#live .answer p a.marker").first
    expect(marker).to_be_visible()
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#s1-1 blockquote")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#s1-1 blockquote")).to_be_hidden()


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_fault_in_any_state(where, visit, dark):
    page = visit(where, dark=dark)
    faults = {"empty": axe_faults(page)}
    ask(page, "What does it pay?")
    page.locator("#s1-1 summary").click()
    expect(page.locator("#s1-1 blockquote")).to_be_visible()
    faults["answered"] = axe_faults(page)
    ask(page, "")
    expect(page.get_by_role("alert")).to_be_visible()
    faults["problem"] = axe_faults(page)
    assert faults == {"empty": [], "answered": [], "problem": []}


def test_without_guides_the_page_says_so(visit, assistant):
    with served(assistant, tuple) as url:
        page = visit(url)
        expect(page.get_by_role("alert").filter(has_text=wording.NO_GUIDES)).to_be_visible()


def test_a_slow_list_of_guides_does_not_take_an_answer_away(visit, assistant):
    def slowly():
        time.sleep(1.5)
        return (guide("Lab Analyst", ["Is a Lab Analyst on call?"]),)

    with served(assistant, slowly) as url:
        page = visit(url)
        ask(page, "What does it pay?")
        expect(page.locator("#live .sources")).to_be_visible()
        page.wait_for_timeout(2000)
        expect(page.locator("#live .sources")).to_be_visible()
        expect(page.locator(".welcome")).to_be_hidden()
