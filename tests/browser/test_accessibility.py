"""axe in every state, light and dark; narrow windows, 400 % zoom, touch and motion."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from assistant.answer import AnswerStatus, Part, Table
from assistant.versions import citation_link
from assistant.web.site import Site
from assistant.web.spoken import SPOKEN
from assistant.web.visitors import Visitors
from tests.browser.chatting import LAST, answered, ask, axe_faults, too_wide
from tests.browser.conftest import served
from tests.web.scripted import LAB, FeedbackList, ScriptedAssistant, answer, band, cited

pytestmark = pytest.mark.browser

LONG = "Histopathology and Molecular Diagnostics Laboratory Analyst"
TWO_ROLES = Table(
    "pay",
    "Yearly pay by level and region",
    ("Role", "Level", "London and South East", "Rest of UK"),
    ((LONG, "Lead", "£95,000 to £130,000", "£80,000"), ("Nurse", "Lead", "£1", "£2")),
    (1, 2),
    tuple(
        band(role, "Lead", region, low, low + 20000)
        for role, low in ((LONG, 80000), ("Nurse", 40000))
        for region in ("London and South East", "Rest of UK", "Scotland")
    ),
)


@pytest.fixture(scope="module")
def assistant():
    scripted = ScriptedAssistant()
    nothing = {"citations": (), "table": None}
    scripted.say = {
        "chart": answer(table=TWO_ROLES),
        "compare": answer(table=replace(TWO_ROLES, kind="comparison", bands=())),
        "partial": answer(
            status=AnswerStatus.PARTIAL,
            parts=(Part("Pay?", AnswerStatus.ANSWERED), Part("X?", AnswerStatus.NOT_COVERED)),
        ),
        "not covered": answer("No.", status=AnswerStatus.NOT_COVERED, **nothing),
        "clarify": answer("Which?", status=AnswerStatus.CLARIFY, **nothing),
        "refuse": answer("No.", status=AnswerStatus.REFUSED, **nothing, trace={}),
        "hello": answer("Hello.", status=AnswerStatus.SOCIAL, **nothing, trace={}),
        "failed": answer("Sorry.", status=AnswerStatus.FAILED, **nothing, trace={}),
        "long": answer(f"{'Wort' * 60} [1] | a | {'b' * 300} [2]"),
    }
    return scripted


@pytest.fixture(scope="module")
def site():
    return Site(guides=lambda: (LAB,), feedback=FeedbackList())


@pytest.fixture(scope="module")
def where(assistant, site):
    with served(assistant, site) as url:
        yield url


def open_everything(turn):
    for summary in turn.locator("summary").all():
        summary.click()


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dark(request):
    return request.param


@pytest.fixture
def faults(dark):
    """Notes what axe finds in a state of the page; at the end that must be nothing."""

    class Faults(dict[str, list[tuple[str, list[str]]]]):
        def note(self, state, page):
            self[state] = axe_faults(page, colours_only=dark)

    noted = Faults()
    yield noted
    assert {state: found for state, found in noted.items() if found} == {}


def test_axe_finds_no_fault_while_asking(where, visit, assistant, dark, faults):
    page = visit(where, dark=dark)
    faults.note("empty", page)
    ask(page, "🙂")
    faults.note("problem", page)
    assistant.go.clear()
    ask(page, "What does it pay?")
    expect(page.locator(".answer[aria-busy]")).to_be_visible()
    faults.note("growing", page)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".failure")).to_be_visible()
    faults.note("stopped", page)
    assistant.go.set()
    turn = answered(page, "What does it pay?")
    turn.get_by_role("button", name="No", exact=True).click()
    faults.note("feedback", page)
    page.get_by_role("button", name="Send feedback").click()
    expect(turn.locator(".thanks")).not_to_be_empty()
    faults.note("thanks", page)
    turn.get_by_role("button", name="Edit question").click()
    faults.note("editing", page)
    page.locator("[data-do=rename]").first.click()
    faults.note("rename", page)
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Delete all").click()
    faults.note("delete all", page)


def test_axe_finds_no_fault_in_any_answer(where, visit, assistant, dark, faults):
    page = visit(where, dark=dark)
    # The answers that differ from others in colour are seen dark as well.
    for state in ("chart", "partial", "not covered") if dark else assistant.say:
        page.get_by_role("button", name="New", exact=True).click()
        open_everything(answered(page, state))
        faults.note(state, page)
    answered(page, "What does it pay?")
    faults.note("two turns", page)


def test_axe_finds_no_fault_on_a_phone_or_when_the_server_fails(visit, assistant, dark, faults):
    limited = Site(guides=lambda: (LAB,), visitors=Visitors(1))
    with served(assistant, limited) as url:
        page = visit(url, width=390, height=780, dark=dark, failing=True)
        page.get_by_role("button", name="Conversations").click()
        faults.note("shelf", page)
        page.get_by_role("button", name="Close").click()
        answered(page, "What does it pay?")
        faults.note("phone", page)
        ask(page, "Too many?")
        expect(page.locator(f"{LAST} .failure")).to_be_visible()
        faults.note("rate limit", page)
        page.context.set_offline(True)
        page.get_by_role("button", name="Ask again").click()
        expect(page.locator(LAST)).to_contain_text(str(SPOKEN["offline"]))
        faults.note("offline", page)
        page.context.set_offline(False)
        expect(page.locator(LAST)).to_contain_text("Your question is kept: ask it again in")
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(LAST)).to_contain_text(str(SPOKEN["gone"]))
    faults.note("gone", page)


def test_axe_finds_no_fault_on_the_other_pages(where, visit, site, dark, faults):
    row = citation_link(cited(1, "Junior | £35,000 to £45,000"), LAB, site.versions)
    gone = f"/guides/{LAB.id}?from=1&to=9&v=ffffffffffff&in=pay#cited"
    page = visit(where, dark=dark, failing=True)
    answered(page, "chart")
    printed = page.get_by_role("link", name="Printable page").get_attribute("href")
    about = f"/?about={LAB.id}"
    for address in ("/guides", "/guides/none", row, gone, printed, about, "/nonsense"):
        page.goto(where + address)
        expect(page.locator("h1:visible")).to_have_count(1)
        faults.note(address, page)


@pytest.mark.parametrize("width", [320, 390, 768, 1920])
def test_nothing_is_wider_than_the_window(where, visit, width):
    page = visit(where, width=width, height=700)
    assert too_wide(page) <= 0
    for state in ("chart", "long", "compare"):
        turn = answered(page, f"{state} {'x' * 90}")
        open_everything(turn)
        assert too_wide(page) <= 0
    for address in ("/guides", f"/guides/{LAB.id}", "/print?id=none"):
        page.goto(where + address)
        assert too_wide(page) <= 0


def test_at_400_percent_all_can_be_read_and_done(where, visit):
    # 1280 by 1024 at 400 % is a window of 320 by 256.
    page = visit(where, width=320, height=256, device_scale_factor=4)
    turn = answered(page, "chart")
    open_everything(turn)
    assert too_wide(page) <= 0
    for each in ("Copy with sources", "Ask again", "Edit question"):
        button = turn.get_by_role("button", name=each)
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.99)
        # Nothing stands in front of it.
        button.click(trial=True)
    ask(page, "What next?")
    expect(page.locator(f"{LAST} .question")).to_be_in_viewport()


def test_words_in_the_chart_keep_their_size_on_a_phone(where, visit):
    page = visit(where, width=320)
    turn = answered(page, "chart")
    for text in turn.locator(".whose span, .range, .axis text").all():
        assert text.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 12


def test_text_can_be_twice_as_large(where, visit):
    page = visit(where, width=390, height=780)
    turn = answered(page, "chart")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    open_everything(turn)
    assert too_wide(page) <= 0


def test_without_a_wish_for_motion_nothing_moves(where, visit, assistant):
    page = visit(where)
    assistant.go.clear()
    try:
        ask(page, "What does it pay?")
        expect(page.locator(".pulse")).to_be_visible()
        assert page.evaluate("document.getAnimations().length") == 0
    finally:
        assistant.go.set()


def test_touch_targets_are_large_enough(where, visit):
    page = visit(where, width=390, height=780)
    answered(page, "chart")
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, .top a, .asks button')]
            .filter((one) => one.checkVisibility())
            .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([text]) => text)"""
    )
    assert small == []
