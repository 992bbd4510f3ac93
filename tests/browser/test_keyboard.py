"""The keyboard alone: every control is reached, in sight, and the focus never gets lost."""

import pytest
from playwright.sync_api import expect

from assistant.web.site import Site
from tests.browser.chatting import LAST, answered, axe_faults
from tests.browser.conftest import served
from tests.web.scripted import LAB, FeedbackList, ScriptedAssistant

pytestmark = pytest.mark.browser

# What has the focus, and how much of its height stands behind the question box or outside.
HIDDEN = """() => {
    const focused = document.activeElement;
    const composer = document.querySelector('#composer');
    if (focused === document.body || composer.contains(focused)) return null;
    const box = focused.getBoundingClientRect();
    const lowest = composer.getBoundingClientRect().top;
    const seen = Math.min(box.bottom, lowest) - Math.max(box.top, 0);
    return { name: focused.textContent.trim().slice(0, 40), hidden: box.height - seen };
}"""


@pytest.fixture(scope="module")
def where():
    site = Site(guides=lambda: (LAB,), feedback=FeedbackList())
    with served(ScriptedAssistant(), site) as url:
        yield url


def test_the_keyboard_is_enough(where, visit):
    page = visit(where)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.get_by_label("Your question").focus()
    page.keyboard.type("What does it pay?")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("And in London?")
    page.keyboard.press("Enter")
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
    expect(page.locator(".question")).to_be_focused()
    expect(page.locator(".question")).to_have_text("What does it pay?\nAnd in London?")
    page.keyboard.press("Tab")
    expect(page.locator("a.marker").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("summary").filter(has_text="Lab Analyst").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Open this place in the guide (source 1)")).to_be_focused()


def test_every_control_can_be_reached_by_tab_in_the_order_it_stands(where, visit):
    page = visit(where)
    answered(page, "What does it pay?")
    reached = page.evaluate(
        """() => {
            const all = [...document.querySelectorAll('a[href], button, textarea, summary')];
            return all.filter((one) => one.checkVisibility()).every((one) => one.tabIndex === 0);
        }"""
    )
    assert reached


def test_dialogs_hold_the_focus_and_give_it_back(where, visit):
    page = visit(where, width=390, height=780)
    opener = page.get_by_role("button", name="Conversations")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#shelf-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#shelf-dialog")).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1280, 560), (390, 620)])
def test_what_has_the_focus_never_stands_behind_the_question_box(where, visit, width, height):
    page = visit(where, width=width, height=height)
    for question in ("One?", "Two?"):
        answered(page, question)
    page.locator(".skip").focus()
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(HIDDEN))
    hidden = [one["name"] for one in reached if one and one["hidden"] > 2]
    assert len({one["name"] for one in reached if one}) > 10
    assert hidden == []


def test_the_form_for_feedback_opens_in_sight(where, visit):
    page = visit(where, width=390, height=620)
    answered(page, "What does it pay?")
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_label("It is wrong")).to_be_focused()
    send = page.get_by_role("button", name="Send feedback").bounding_box()
    assert send["y"] + send["height"] < page.locator("#composer").bounding_box()["y"]


def test_a_long_question_leaves_room_for_its_answer(where, visit):
    page = visit(where, width=390, height=780)
    letter = "I worked in a ward for years. What does it pay?\n" * 60
    turn = answered(page, letter)
    expect(turn.locator(".answer")).to_be_in_viewport()
    whole = turn.get_by_role("button", name="The whole question")
    expect(turn.locator(".question")).to_be_focused()
    page.keyboard.press("Tab")
    expect(whole).to_be_focused()
    page.keyboard.press("Enter")
    expect(whole).to_have_attribute("aria-expanded", "true")
    assert turn.locator(".question").bounding_box()["height"] > 780
    assert axe_faults(page) == []
    expect(answered(page, "What does it pay?").get_by_role("button", name="whole")).to_be_hidden()
