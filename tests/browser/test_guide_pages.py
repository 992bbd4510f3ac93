"""The guides in the browser: arriving from a citation, and after the guide has changed."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from assistant.guides.model import BlockKind
from assistant.versions import citation_link
from assistant.web import wording
from assistant.web.site import Site
from tests.browser.chatting import answered, axe_faults
from tests.browser.conftest import served
from tests.web.scripted import LAB, ScriptedAssistant, cited

pytestmark = pytest.mark.browser

# One quote of each shape, and one that spans two list items.
QUOTES = {
    "sentence": "Looks after samples and instruments.",
    "row": "Junior | £35,000 to £45,000 | £30,000 to £40,000",
    "item": "Keeps records.",
    "faq": "Now and then.",
    "blocks": "Tests samples.\n- Keeps records.",
}


class Guides:
    """The guides as the test wants them at the moment."""

    def __init__(self):
        self.now = LAB

    def __call__(self):
        return (self.now,)


@pytest.fixture(scope="module")
def guides():
    return Guides()


@pytest.fixture(scope="module")
def site(guides):
    return Site(guides=guides)


@pytest.fixture(scope="module")
def where(site):
    with served(ScriptedAssistant(), site) as url:
        yield url


@pytest.fixture(autouse=True)
def _as_it_was(guides):
    yield
    guides.now = LAB


def marked(page):
    return " ".join(" ".join(page.locator("mark").all_inner_texts()).split())


def plain(quote):
    return " ".join(re.sub(r"[|]|^- ", " ", quote, flags=re.MULTILINE).split())


@pytest.mark.parametrize("shape", QUOTES)
def test_a_citation_arrives_at_its_very_words(where, visit, site, shape):
    link = citation_link(cited(1, QUOTES[shape]), LAB, site.versions)
    page = visit(where + link, height=500)
    expect(page.locator("mark").first).to_be_in_viewport()
    expect(page.locator("#cited")).to_be_focused()
    assert marked(page) == plain(QUOTES[shape])
    expect(page.get_by_role("note")).to_contain_text(wording.QUOTED_HERE)


def test_the_way_to_the_marked_words_is_no_long_ride(where, visit, site):
    link = citation_link(cited(1, QUOTES["faq"]), LAB, site.versions)
    page = visit(where + link, height=300, reduced_motion="no-preference")
    expect(page.locator("#cited")).to_be_focused()
    # At once, and not after a glide through the whole guide.
    before = page.evaluate("scrollY")
    assert before > 0
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == before


def test_the_marked_words_are_reached_without_scripts_too(where, chromium, site):
    link = citation_link(cited(1, QUOTES["faq"]), LAB, site.versions)
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 400}
    )
    page = context.new_page()
    page.goto(where + link)
    expect(page.locator("mark").first).to_be_in_viewport()
    context.close()


def test_a_shared_link_survives_a_new_ingest(where, visit, site, guides):
    link = citation_link(cited(1, QUOTES["row"]), LAB, site.versions)
    text = LAB.source_text.replace("samples and instruments", "many samples and all instruments")
    shift = len(text) - len(LAB.source_text)
    guides.now = replace(
        LAB, source_text=text, sections=tuple(moved(s, shift) for s in LAB.sections)
    )
    page = visit(where + link)
    expect(page.get_by_role("note")).to_contain_text(wording.QUOTED_STILL)
    assert marked(page) == plain(QUOTES["row"])


def moved(section, shift):
    """A section whose blocks below the introduction stand further on."""
    if not section.path:
        return section
    blocks = tuple(
        replace(
            block,
            start=block.start + shift,
            end=block.end + shift,
            cells=tuple(replace(c, start=c.start + shift, end=c.end + shift) for c in block.cells),
            question=block.question
            and replace(
                block.question,
                start=block.question.start + shift,
                end=block.question.end + shift,
            ),
            answer=block.answer
            and replace(
                block.answer, start=block.answer.start + shift, end=block.answer.end + shift
            ),
        )
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def test_words_that_are_gone_are_shown_as_they_were(where, visit, site, guides):
    link = citation_link(cited(1, "£35,000 to £45,000"), LAB, site.versions)
    guides.now = replace(LAB, source_text=LAB.source_text.replace("£45,000 |", "£47,000 |"))
    page = visit(where + link)
    notice = page.get_by_role("note")
    expect(notice).to_contain_text(wording.QUOTED_GONE)
    expect(notice.locator("blockquote")).to_have_text("£35,000 to £45,000")
    expect(page.locator("mark")).to_have_count(0)
    notice.get_by_role("link", name=wording.SECTION_NOW).click()
    expect(page.locator("#pay")).to_be_in_viewport()


def test_contents_and_anchors_lead_to_their_places(where, visit):
    page = visit(f"{where}/guides/{LAB.id}", height=400)
    page.get_by_role("navigation", name=wording.CONTENTS).get_by_role("link", name="FAQ").click()
    expect(page.get_by_role("heading", name="FAQ")).to_be_in_viewport()
    rows = [b for s in LAB.sections for b in s.blocks if b.kind is BlockKind.TABLE_ROW]
    assert page.locator("tr[id]").count() == len(rows)
    page.goto(f"{where}/guides/{LAB.id}#pay--senior")
    expect(page.locator("#pay--senior")).to_be_in_viewport()


def test_a_guide_leads_to_questions_about_it(where, visit):
    page = visit(f"{where}/guides/{LAB.id}")
    page.get_by_role("link", name="Ask about the Lab Analyst role").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        wording.WELCOME_ABOUT.format(role="Lab Analyst")
    )
    box = page.get_by_label("Your question")
    expect(box).to_be_focused()
    expect(box).to_have_value("Lab Analyst: ")
    box.press_sequentially("is it hard?")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_text("Lab Analyst: is it hard?")


def test_a_source_in_the_chat_leads_to_its_words(where, visit):
    page = visit(where)
    turn = answered(page, "What does it pay?")
    turn.locator("a.marker").first.click()
    turn.get_by_role("link", name="Open this place in the guide (source 1)").click()
    expect(page.locator("mark").first).to_be_in_viewport()
    assert marked(page) == "Junior £35,000 to £45,000"
    page.go_back()
    expect(page.locator(".sources")).to_be_visible()


def test_an_unknown_guide_is_told_with_those_that_there_are(where, visit):
    page = visit(f"{where}/guides/no-such-guide", failing=True)
    expect(page.get_by_text(wording.NO_SUCH_GUIDE)).to_be_visible()
    expect(page.get_by_role("link", name="Lab Analyst")).to_be_visible()


def test_many_guides_are_found_by_what_is_typed(visit):
    titles = ("Café Cook", *(f"Nurse {number}" for number in range(13)))
    many = [replace(LAB, id=f"g{at}", title=title) for at, title in enumerate(titles)]
    with served(ScriptedAssistant(), Site(guides=lambda: many)) as url:
        page = visit(f"{url}/guides")
        find = page.get_by_label(wording.FIND_GUIDE)
        find.fill("cafe looks")
        expect(page.locator(".guide-list li:visible")).to_have_count(1)
        expect(page.get_by_role("status")).to_have_text("1 of 14 guides")
        assert axe_faults(page) == []
        find.fill("dentist")
        expect(page.get_by_role("status")).to_have_text(wording.FOUND_NONE)
        find.fill("")
        expect(page.locator(".guide-list li:visible")).to_have_count(14)
