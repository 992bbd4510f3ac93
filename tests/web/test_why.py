from types import SimpleNamespace

from assistant.answer import AnswerStatus
from assistant.web import wording
from assistant.web.markup import escape
from assistant.web.why import MOST_SHOWN, why_html
from tests.web.scripted import LAB, PASSAGE, QUERY, TRACE, answer

MODEL = {
    "name": "small-one",
    "tokens": {"prompt": 1900, "reply": 80, "counted_by": "server"},
    "kept": 3,
    "replaced": 1,
    "dropped": 0,
    "cost": {"amount": 0.02, "currency": "GBP"},
    "notice": "",
}
TITLES = {LAB.id: LAB.title}


def traced(**changes):
    return answer(trace={**TRACE, **changes})


def test_the_reading_is_told_in_plain_words():
    html = why_html(answer(), TITLES)
    for words in ("Lab Analyst", "junior", "<dd>pay</dd>", wording.WHY_CARRIED):
        assert words in html


def test_passages_are_told_with_score_and_what_became_of_them():
    html = why_html(answer(), TITLES)
    assert "<td>Pay</td><td>7.2</td><td>kept</td>" in html
    assert f"<td>{wording.INTRODUCTION}</td><td>1.5</td><td>set aside: too far</td>" in html


def test_of_many_passages_the_first_are_shown_and_all_are_counted():
    role = {"guide_id": LAB.id, "kept": [PASSAGE] * 9, "rejected": [{**PASSAGE}] * 30}
    html = why_html(traced(parts=[{"query": QUERY, "roles": [role]}]), TITLES)
    assert html.count("<tr><td>") == 2 * MOST_SHOWN
    assert "9 passages kept, 30 set aside" in html
    assert wording.WHY_LOWER in html


def test_a_pay_table_is_read_without_a_search():
    role = {"guide_id": LAB.id, "kept": [], "rejected": []}
    html = why_html(traced(parts=[{"query": QUERY, "roles": [role]}]), TITLES)
    assert wording.WHY_TABLE_READ.format(guide="Lab Analyst") in html


def test_places_are_named_also_when_ruled_out():
    places = [SimpleNamespace(name="London", negated=True), "Leeds"]
    html = why_html(traced(parts=[{"query": {**QUERY, "places": places}}]), TITLES)
    assert "not London, Leeds" in html
    assert wording.WHY_NOTHING in html


def test_checks_and_what_failed_them_are_told():
    html = why_html(traced(dropped=[{"text": "£1 <b>", "reason": "not in its quotes: £1"}]), TITLES)
    assert wording.WHY_QUOTES.format(count=2) in html
    assert wording.WHY_LEFT_OUT_ONE in html
    assert "“£1 &lt;b&gt;”: not in its quotes: £1" in html
    assert wording.WHY_LEFT_OUT_ONE not in why_html(answer(), TITLES)


def test_an_answer_that_states_nothing_has_no_quote_to_check():
    html = why_html(answer("No.", citations=(), status=AnswerStatus.NOT_COVERED), TITLES)
    assert wording.WHY_NO_CLAIM in html
    assert wording.WHY_FIGURES not in html


def test_who_worded_it_is_told():
    assert escape(wording.WHY_EXTRACTIVE) in why_html(answer(), TITLES)
    html = why_html(traced(model=MODEL), TITLES)
    for words in (
        wording.WHY_MODEL.format(name="small-one"),
        wording.WHY_TOKENS.format(read=1900, wrote=80),
        wording.WHY_COST.format(amount=0.02, currency="GBP"),
    ):
        assert escape(words) in html
    assert "3 kept, 1 replaced" in html


def test_a_model_that_could_not_be_used_is_told():
    model = {**MODEL, "kept": 0, "replaced": 0, "notice": "The model did not answer.", "cost": None}
    html = why_html(traced(model=model), TITLES)
    assert "The model did not answer." in html
    assert escape(wording.WHY_NOT_MODEL.format(name="small-one")) in html
    assert "replaced" not in html


def test_without_a_search_there_is_no_panel():
    assert why_html(answer(trace={}), TITLES) == ""
