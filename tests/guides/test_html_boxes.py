import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from assistant.guides import BlockKind, SectionKind
from assistant.guides.html.html_boxes import mark_headings
from assistant.guides.html.html_tables import mark_tables
from tests.guides.test_html import page, texts

BEGIN = "<h1>Ward Planner</h1><p>Ward planners plan the wards of a hospital.</p>"
LONG = "Ward planners walk through each ward twice a day and write down which beds will be free."


def paths(guide):
    return [section.path for section in guide.sections]


@pytest.mark.parametrize(
    "heading",
    [
        "<div class='section-heading'>What it pays</div>",
        "<div class='blockTitle'><span>What it pays</span></div>",
        "<p class='c-title'>What it pays</p>",
        "<div role='heading' aria-level='2'>What it pays</div>",
        "<div class='top'><div class='panel-header'>What it pays</div></div>",
    ],
)
def test_a_box_named_so_heads_what_is_below_it(tmp_path, heading):
    guide = page(tmp_path, f"{BEGIN}<div>{heading}<div><p>£30,000 a year.</p></div></div>")
    assert paths(guide) == [(), ("What it pays",)]
    assert guide.sections[1].kind is SectionKind.SALARY


def test_short_boxes_above_longer_ones_head_them(tmp_path):
    boxes = "".join(
        f"<div><div>{name}</div><div>{LONG}</div></div>" for name in ("Your day", "Moving on")
    )
    guide = page(tmp_path, BEGIN + boxes)
    assert paths(guide) == [(), ("Your day",), ("Moving on",)]


@pytest.mark.parametrize(
    "box",
    [
        "<div><div>Hours</div><div>37 a week</div></div><div><div>Pay</div><div>Band 6</div></div>",
        f"<div>Your day</div><div>{LONG}</div>",
        "<div class='title'>The last line of a page</div>",
        "<div class='site-title'>The Service</div><p>Some words.</p>",
        "<ul><li><div class='title'>One of a list</div><p>Some words.</p></li></ul>",
    ],
)
def test_other_short_boxes_head_nothing(tmp_path, box):
    assert paths(page(tmp_path, BEGIN + box)) == [()]


def test_questions_in_boxes_are_pairs(tmp_path):
    pairs = "".join(
        f"<div><div class='faq-q'>{asked}</div><div class='faq-a'>{said}</div></div>"
        for asked, said in (("Is it hard?", "At first."), ("Is it paid?", "From the first day."))
    )
    guide = page(tmp_path, f"{BEGIN}<div><div class='section-title'>FAQs</div>{pairs}</div>")
    blocks = guide.sections[-1].blocks
    assert [block.kind for block in blocks] == [BlockKind.FAQ] * 2
    assert blocks[1].answer.of(guide.source_text) == "From the first day."


def test_the_title_may_be_a_box(tmp_path):
    boxes = f"<div class='page-title'>Ward Planner</div><p>{LONG}</p>"
    guide = page(tmp_path, boxes, "<title>Jobs | The Service</title>")
    assert guide.title == "Ward Planner"


@pytest.mark.parametrize(
    "menu",
    [
        "<ul><li>About us<ul><li>Our board</li></ul></li><li>Careers</li></ul>",
        "<ul><li><a>About us</a></li><li><a>News, and events</a></li><li><a>Jobs</a></li></ul>",
        "<div class='mega'><ul><li>About us</li><li>Pay, leave and pensions here</li></ul></div>",
        "<table><tr><td><a>Home</a><br><a>News</a><br><a>Events</a></td></tr></table>",
        "<p><a>Home</a> <a>Our board</a> <a>Events</a></p>",
        "<div class='logo'>The Service</div><div class='search'><label>Find</label></div>",
    ],
)
def test_menus_above_the_first_heading_are_left_out(tmp_path, menu):
    guide = page(tmp_path, f"{menu}<h2>Ward Planner</h2><p>{LONG}</p>")
    assert guide.title == "Ward Planner"
    assert texts(guide, 0) == [LONG]


def test_a_list_of_facts_above_the_first_heading_is_kept(tmp_path):
    facts = "<ul><li>Pay: £30,000</li><li>Hours: 37</li><li>Leave: 27 days</li></ul>"
    guide = page(tmp_path, f"{facts}<h2>Ward Planner</h2><p>{LONG}</p>")
    assert "Pay: £30,000" in guide.source_text


@pytest.mark.parametrize(
    "above",
    [
        "<div>What you need</div><ul><li>Calm<li>Clear writing<li>Team work</ul>",
        "<ul><li>Calm<li>Clear writing<li>Team work</ul>",
        "What you need <ul><li>Calm<li>Clear writing<li>Help</ul>",
    ],
)
def test_a_list_of_skills_above_the_first_heading_is_kept(tmp_path, above):
    guide = page(tmp_path, f"{above}<h2>Pay</h2><p>{LONG}</p>")
    assert "- Calm" in guide.source_text
    assert "- Clear writing" in guide.source_text


def test_only_the_first_box_named_so_is_the_title():
    boxes = "<div class='page-title'>Ward Planner</div><p>They plan.</p>"
    body = LexborHTMLParser(boxes * 2).body
    assert body is not None
    mark_headings(body)
    assert [node.text() for node in body.css("h1")] == ["Ward Planner"]


def test_a_box_of_many_words_apart_takes_no_time():
    body = LexborHTMLParser(f"<div>{'<span>word </span>' * 4_000}</div>").body
    assert body is not None
    begun = time.process_time()
    mark_headings(body)
    mark_tables(body)
    assert time.process_time() - begun < 0.5
