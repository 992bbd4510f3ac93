import re
from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus, Part, Table
from assistant.web import wording
from assistant.web.render import Library, answer_html, growing_html, sources_html, table_html
from tests.web.scripted import EVIL, LAB, LIBRARY, PAY, answer, cited


def drawn(**changes):
    return answer_html("t3", answer(**changes), LIBRARY)


def test_a_source_shows_number_guide_path_and_quote_escaped():
    html = drawn(
        citations=(cited(1, "Junior <b>", guide="Lab & Co", section=("Pay", "By <level>")),)
    )
    assert '<li id="t3-1">' in html
    assert "Lab &amp; Co" in html
    assert '<span class="step">By &lt;level&gt;</span>' in html
    assert "<blockquote>Junior &lt;b&gt;</blockquote>" in html


def test_the_marker_points_at_the_source_of_its_own_turn():
    assert 'href="#t3-1"' in drawn()


def test_only_the_sources_that_are_used_are_listed():
    assert len(re.findall(r'<li id="t3-\d+">', drawn())) == 2
    assert wording.SOURCES not in drawn(citations=(), text="Hello.")


def test_a_source_links_to_its_place_if_it_has_a_safe_one():
    opens = sources_html((cited(1, "Figures are estimates."),), "t1", LIBRARY)
    assert f'href="/guides/{LAB.id}?from=' in opens
    assert "#cited" in opens
    unsafe = sources_html((cited(1, "x", url="javascript:alert(1)"),), "t1", LIBRARY)
    assert "javascript:" not in unsafe
    assert wording.OPEN_PLACE not in unsafe


def test_suggestions_are_buttons():
    assert 'data-ask="And &lt;you&gt;?"' in drawn(follow_ups=("And <you>?",))
    assert wording.NEXT in drawn()


def test_choices_are_named_as_such():
    html = drawn(status=AnswerStatus.CLARIFY, citations=(), text="Which role?")
    assert wording.NEXT not in html
    assert html.index(wording.CHOICES) < html.index(wording.WHY)
    assert drawn().index(wording.WHY) < drawn().index(wording.NEXT)


@pytest.mark.parametrize("status", AnswerStatus)
def test_what_the_guides_do_not_say_is_noted(status):
    noted = f'<p class="note {status}">' in drawn(status=status)
    assert noted == (status in {AnswerStatus.PARTIAL, AnswerStatus.NOT_COVERED})


def test_pay_is_called_an_estimate_and_drawn_with_its_figures_as_a_table():
    html = drawn()
    assert wording.ESTIMATE in html
    assert html.index("<figure") < html.index(wording.AS_TABLE) < html.index("<table>")
    assert wording.ESTIMATE not in drawn(table=None)


def test_a_comparison_is_a_table_that_stands_open():
    table = Table("comparison", "Side by side", ("What", "A", "B"), (("Hours", "37", "40"),), (1,))
    html = drawn(table=table)
    assert "<caption>Side by side</caption>" in html
    assert "<figure" not in html
    assert wording.AS_TABLE not in html


def test_nothing_is_called_an_estimate_where_there_is_no_figure():
    empty = replace(PAY, rows=(), numbers=(), bands=())
    assert wording.ESTIMATE not in drawn(status=AnswerStatus.CLARIFY, table=empty)


def test_the_parts_of_several_questions_are_listed():
    parts = (Part("Pay?", AnswerStatus.ANSWERED), Part("Parking?", AnswerStatus.NOT_COVERED))
    html = drawn(parts=parts)
    assert "Parking? <em>not in the guides</em>" in html
    assert html.index('class="parts"') < html.index("It is an estimate")
    assert 'class="parts"' not in drawn(parts=parts[:1])
    assert 'class="parts"' not in drawn(parts=(parts[0], parts[0]))


def test_a_table_names_its_columns_and_the_source_of_each_row():
    html = table_html(PAY, "t1")
    assert html.count('scope="col"') == 5
    assert 'href="#t1-1"' in html


def test_a_growing_answer_is_busy_and_its_markers_are_no_links():
    html = growing_html("Half an [1]")
    assert 'aria-busy="true"' in html
    assert "<a" not in html


def test_nothing_of_an_answer_is_live():
    html = drawn(text=EVIL, citations=(cited(1, EVIL),), follow_ups=(EVIL,))
    for live in ("<img", "<script", 'href="javascript'):
        assert live not in html


def test_without_its_guide_a_citation_still_stands():
    html = answer_html("t1", answer(), Library())
    assert "<blockquote>Figures are estimates.</blockquote>" in html
