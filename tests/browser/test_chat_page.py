"""Asking and being answered, with a scripted assistant: what the page itself has to do right."""

import re

import pytest
from playwright.sync_api import expect

from assistant.answer import AnswerStatus, Part, Table
from assistant.web import wording
from assistant.web.site import Site
from assistant.web.spoken import SPOKEN
from tests.browser.chatting import LAST, answered, ask
from tests.browser.conftest import served
from tests.web.scripted import EVIL, LAB, FeedbackList, ScriptedAssistant, answer, cited

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def assistant():
    scripted = ScriptedAssistant()
    scripted.say = {
        "which role": answer(
            "Which role do you mean?",
            status=AnswerStatus.CLARIFY,
            citations=(),
            table=None,
            follow_ups=("Lab Analyst", "Data Nurse"),
        ),
        "parking": answer(
            "The guides do not say.",
            status=AnswerStatus.NOT_COVERED,
            citations=(),
            table=None,
        ),
        "and parking": answer(
            status=AnswerStatus.PARTIAL,
            parts=(
                Part("What does it pay?", AnswerStatus.ANSWERED),
                Part("Is there parking?", AnswerStatus.NOT_COVERED),
            ),
        ),
        "compare": answer(
            "Side by side [1]:",
            citations=(cited(1, "Tests samples."),),
            table=Table(
                "comparison", "Duties", ("What", "A", "B"), (("Tests", "yes", "no"),), (1,)
            ),
        ),
        "evil": answer(f"{EVIL} [1]", citations=(cited(1, EVIL),), table=None),
    }
    scripted.say = dict(sorted(scripted.say.items(), key=lambda said: -len(said[0])))
    return scripted


@pytest.fixture(scope="module")
def book():
    return FeedbackList()


@pytest.fixture(scope="module")
def where(assistant, book):
    with served(assistant, Site(guides=lambda: (LAB,), feedback=book)) as url:
        yield url


@pytest.fixture
def held(assistant):
    """Answers stop half way until the test lets them go on."""
    assistant.go.clear()
    assistant.stopped.clear()
    yield assistant.go
    assistant.go.set()


def test_a_first_visit_says_what_it_can_do_and_offers_examples(where, visit):
    page = visit(where)
    assert page.title() == wording.TITLE
    expect(page.get_by_text(wording.CANNOT)).to_be_visible()
    expect(page.get_by_role("button", name="Is a Lab Analyst on call?")).to_be_visible()
    page.get_by_role("button", name="What does a Lab Analyst earn?").click()
    expect(page.locator(".question")).to_have_text("What does a Lab Analyst earn?")
    expect(page.locator(".welcome")).to_be_hidden()


def test_an_answer_streams_and_is_announced_when_it_is_whole(where, visit, held):
    page = visit(where)
    ask(page, "What does it pay?")
    expect(page.locator(".answer[aria-busy=true]")).to_contain_text("Turn 1")
    expect(page.locator("#said")).to_have_text(str(SPOKEN["looking"]))
    held.set()
    expect(page.locator("#said")).to_have_text(wording.ready(2))
    expect(page.locator("[aria-busy]")).to_have_count(0)


def test_an_answer_can_be_stopped_and_asked_again(where, visit, held, assistant):
    page = visit(where)
    ask(page, "What does it pay?")
    expect(page.locator(".answer")).to_contain_text("Turn 1")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(f"{LAST} .failure")).to_contain_text(str(SPOKEN["stopped"]))
    expect(page.locator(f"{LAST} .answer")).to_contain_text("Turn 1")
    held.set()
    assert assistant.stopped.wait(10)
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(f"{LAST} .sources")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(1)


def test_a_second_question_waits_for_the_first_and_is_kept(where, visit, held):
    page = visit(where)
    ask(page, "What does it pay?")
    page.get_by_label("Your question").fill("And in London?")
    page.get_by_label("Your question").press("Enter")
    expect(page.get_by_role("alert")).to_have_text(str(SPOKEN["oneAtATime"]))
    expect(page.get_by_label("Your question")).to_have_value("And in London?")


def test_the_last_question_can_be_asked_again_and_edited(where, visit, assistant):
    page = visit(where)
    answered(page, "First?")
    answered(page, "Secnod?")
    page.locator(LAST).get_by_role("button", name="Ask again").click()
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
    assert assistant.asked[-1] == ("Secnod?", ["First?"])
    page.locator(LAST).get_by_role("button", name="Edit question").click()
    box = page.get_by_label("Your question")
    expect(box).to_have_value("Secnod?")
    expect(box).to_be_focused()
    ask(page, "Second?")
    expect(page.locator(f"{LAST} .question")).to_have_text("Second?")
    expect(page.locator(f"{LAST}[data-state=done]")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(2)
    assert assistant.asked[-1] == ("Second?", ["First?"])
    expect(page.locator(".turn").first.get_by_role("button", name="Edit question")).to_be_hidden()


def test_editing_can_be_left_and_what_was_typed_before_is_back(where, visit):
    page = visit(where)
    answered(page, "First?")
    page.get_by_label("Your question").fill("half a thought")
    page.get_by_role("button", name="Edit question").click()
    page.get_by_role("button", name="Keep it as it was").click()
    expect(page.get_by_label("Your question")).to_have_value("half a thought")
    expect(page.locator(".turn")).to_have_count(1)


def test_an_answer_is_copied_with_its_sources(where, visit):
    page = visit(where, permissions=["clipboard-read", "clipboard-write"])
    answered(page, "What does it pay?")
    page.get_by_role("button", name="Copy with sources").click()
    expect(page.locator(".thanks")).to_have_text(str(SPOKEN["copied"]))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "Turn 1 pays £35,000 [1]. An estimate [2].\n\nSources\n[1] Lab Analyst › Pay:"
    )
    assert f"“Figures are estimates.” {where}/guides/{LAB.id}?from=" in copied


def test_a_marker_opens_the_very_source(where, visit):
    page = visit(where)
    turn = answered(page, "What does it pay?")
    source = turn.locator(".sources li").nth(1)
    expect(source).to_contain_text("Lab Analyst")
    expect(source.locator("blockquote")).to_be_hidden()
    turn.get_by_role("link", name="Source 2").click()
    expect(source.locator("blockquote")).to_have_text("Figures are estimates.")
    expect(source.locator("summary")).to_be_focused()


def test_a_follow_up_is_asked_with_the_turns_before_it(where, visit, assistant):
    page = visit(where)
    answered(page, "What does it pay?")
    page.get_by_role("button", name="And in London?").click()
    expect(page.locator(LAST)).to_contain_text("Turn 2")
    assert assistant.asked[-1] == ("And in London?", ["What does it pay?"])
    expect(page.locator(".turn").first.locator(".asks")).to_be_hidden()


def test_an_open_source_stays_open_when_the_next_question_is_asked(where, visit):
    page = visit(where)
    first = answered(page, "What does it pay?")
    first.locator(".sources summary").first.click()
    answered(page, "And what else?")
    expect(page.locator(".turn").first.locator("blockquote").first).to_be_visible()


def test_a_question_back_offers_its_choices_as_buttons(where, visit):
    page = visit(where)
    turn = answered(page, "which role?")
    expect(turn.get_by_text(wording.CHOICES)).to_be_visible()
    turn.get_by_role("button", name="Data Nurse").click()
    expect(page.locator(f"{LAST} .question")).to_have_text("Data Nurse")


def test_statuses_are_told_kindly(where, visit):
    page = visit(where)
    expect(answered(page, "Is there parking?").locator(".note")).to_have_text(
        wording.STATUS_NOTES[AnswerStatus.NOT_COVERED]
    )
    partly = answered(page, "Pay, and parking?")
    expect(partly.locator(".note.partial")).to_be_visible()
    expect(partly.locator(".parts")).to_contain_text("Is there parking? not in the guides")
    expect(partly.locator(".note.estimate")).to_have_text(wording.ESTIMATE)


def test_a_comparison_is_a_table(where, visit):
    page = visit(where)
    table = answered(page, "compare").get_by_role("table", name="Duties")
    expect(table.get_by_role("columnheader")).to_have_text(["What", "A", "B", "Source"])


def test_pay_is_a_chart_with_the_same_figures_as_a_table(where, visit):
    page = visit(where)
    turn = answered(page, "What about and parking?")
    chart = turn.locator(".bars")
    assert "table with the same figures" in (chart.get_attribute("aria-label") or "")
    seen = [text.replace("\n", " ") for text in chart.locator(".bar").all_inner_texts()]
    assert [re.findall(r"£[\d,]+", text) for text in seen] == [
        ["£35,000", "£45,000"],
        ["£30,000", "£40,000"],
    ]
    boxes = [box.bounding_box() for box in chart.locator("rect").all()]
    assert boxes[0]["x"] > boxes[1]["x"]
    turn.get_by_text(wording.AS_TABLE).click()
    expect(turn.get_by_role("table")).to_contain_text("£35,000 to £45,000")


@pytest.mark.parametrize("width", [390, 720, 1280])
def test_the_scale_of_the_chart_stands_under_its_bars(where, visit, width):
    page = visit(where, width=width)
    turn = answered(page, "What does it pay?")
    plot, scale = (turn.locator(f".{name}").first.bounding_box() for name in ("bar svg", "axis"))
    assert abs(plot["x"] - scale["x"]) < 1
    assert abs(plot["width"] - scale["width"]) < 1


def test_the_panel_says_why(where, visit):
    page = visit(where)
    turn = answered(page, "What does it pay?")
    turn.get_by_text(wording.WHY, exact=True).click()
    expect(turn.locator(".why")).to_contain_text(wording.WHY_QUOTES.format(count=2))
    expect(turn.get_by_role("group", name="Passages of Lab Analyst")).to_be_visible()


def test_text_of_guides_and_questions_is_never_live(where, visit):
    page = visit(where)
    turn = answered(page, f"evil {EVIL}")
    expect(turn.locator(".question")).to_have_text(f"evil {EVIL}")
    turn.locator(".sources summary").click()
    expect(turn.locator("blockquote")).to_contain_text("{{this}}")
    expect(turn.locator("img, a[href^=javascript]")).to_have_count(0)


def test_feedback_is_sent_with_its_reason_and_stays_given(where, visit, book):
    page = visit(where)
    turn = answered(page, "What does it pay?")
    turn.get_by_role("button", name="No", exact=True).click()
    page.get_by_label("It is out of date").check()
    page.get_by_label("Anything else?").fill("It was £40,000 last week.")
    page.get_by_role("button", name="Send feedback").click()
    expect(turn.locator(".thanks")).to_have_text(str(SPOKEN["thanks"]))
    given = book.given[-1]
    assert (given.helpful, given.reason, given.note) == (
        False,
        "out_of_date",
        "It was £40,000 last week.",
    )
    assert given.question == "What does it pay?"
    assert given.snapshot_id
    assert [place.quote for place in given.citations] == [
        "Junior | £35,000 to £45,000",
        "Figures are estimates.",
    ]
    page.reload()
    expect(page.locator(LAST).get_by_role("button", name="No", exact=True)).to_be_hidden()


def test_a_thumb_up_is_one_press(where, visit, book):
    page = visit(where)
    turn = answered(page, "What does it pay?")
    turn.get_by_role("button", name="Yes", exact=True).click()
    expect(turn.locator(".thanks")).to_have_text(str(SPOKEN["thanks"]))
    assert book.given[-1].helpful


def test_two_visitors_do_not_share_a_conversation(where, visit, assistant):
    first, second = visit(where), visit(where)
    answered(first, "What does it pay?")
    answered(second, "Which skills?")
    assert assistant.asked[-1] == ("Which skills?", [])
    expect(second.locator("#earlier li")).to_have_count(1)


def test_without_guides_the_page_says_so(visit, assistant):
    with served(assistant, Site()) as url:
        page = visit(url)
        expect(page.get_by_role("alert").filter(has_text=wording.NO_GUIDES)).to_be_visible()
