from assistant.answer import Answer, AnswerStatus, Citation, Part, Table, Turn
from assistant.web import wording
from assistant.web.render import (
    answer_html,
    conversation_html,
    problem_html,
    table_html,
    turn_html,
    waiting_html,
    welcome_html,
)


def citation(number=1, **changes):
    values = {
        "number": number,
        "guide": "Lab & Data <Analyst>",
        "guide_id": "lab",
        "section": ("Pay", "By level"),
        "quote": "Junior | £30,000 <b>",
        "source": "lab.md",
        "start": 0,
        "end": 20,
        "url": "",
    }
    return Citation(**values | changes)


def answer(**changes):
    values = {
        "question": "What does it pay?",
        "status": AnswerStatus.ANSWERED,
        "text": "£30,000 [1].",
        "citations": (citation(),),
        "follow_ups": ("And in <London>?",),
    }
    return Answer(**values | changes)


def test_a_source_shows_number_guide_path_and_quote_escaped():
    html = answer_html(3, answer())
    assert '<li id="s3-1">' in html
    assert "Lab &amp; Data &lt;Analyst&gt;" in html
    assert '<span class="step">By level</span>' in html
    assert "Junior | £30,000 &lt;b&gt;" in html


def test_the_marker_points_at_the_source_of_its_own_turn():
    html = answer_html(3, answer())
    assert 'href="#s3-1"' in html


def test_a_source_links_to_its_place_if_it_has_a_safe_one():
    assert 'href="/guides/lab#pay"' in answer_html(
        1, answer(citations=(citation(url="/guides/lab#pay"),))
    )
    unsafe = answer(citations=(citation(url="javascript:alert(1)"),))
    assert "javascript:" not in answer_html(1, unsafe)


def test_suggestions_are_buttons_on_the_newest_turn_only():
    assert 'data-ask="And in &lt;London&gt;?"' in answer_html(1, answer())
    assert "data-ask" not in conversation_html([Turn("What does it pay?", answer())])


def test_choices_are_named_as_such():
    html = answer_html(1, answer(status=AnswerStatus.CLARIFY, citations=(), text="Which role?"))
    assert wording.CHOICES in html
    assert wording.NEXT not in html


def test_what_the_guides_do_not_say_is_noted():
    for status in AnswerStatus:
        noted = '<p class="note">' in answer_html(1, answer(status=status))
        assert noted == (status in {AnswerStatus.PARTIAL, AnswerStatus.NOT_COVERED})


def test_an_answer_without_sources_has_no_sources_heading():
    assert wording.SOURCES not in answer_html(1, answer(citations=(), text="Hello."))


def test_the_parts_of_several_questions_are_listed():
    parts = (Part("Pay?", AnswerStatus.ANSWERED), Part("Parking?", AnswerStatus.NOT_COVERED))
    html = answer_html(1, answer(status=AnswerStatus.PARTIAL, parts=parts))
    assert "Parking? <em>not in the guides</em>" in html
    assert "parts" not in answer_html(1, answer(parts=parts[:1]))


def test_a_table_names_its_columns_and_the_source_of_each_row():
    table = Table(
        "pay",
        "Pay by level",
        ("Level", "Pay"),
        (("Junior", "£30,000"), ("Senior", "£50,000")),
        (1, 2),
    )
    html = table_html(table, "s1")
    assert html.count('scope="col"') == 3
    assert 'href="#s1-2"' in html
    assert "<caption>Pay by level</caption>" in html


def test_a_question_is_escaped():
    assert "&lt;script&gt;" in turn_html(1, "<script>", "")


def test_a_growing_answer_is_busy_and_says_so():
    html = waiting_html("Half an")
    assert 'aria-busy="true"' in html
    assert 'role="status"' in html


def test_the_first_page_offers_examples_or_says_that_there_are_no_guides():
    assert 'data-ask="What does it pay?"' in welcome_html({"lab": "Lab"}, ["What does it pay?"])
    assert wording.NO_GUIDES in welcome_html({}, [])


def test_a_problem_is_announced():
    assert 'role="alert"' in problem_html("Too long")
    assert problem_html("") == ""
