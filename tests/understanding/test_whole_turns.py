"""A turn that is a question of its own: the one before is not asked again in its place."""

import pytest

from assistant.understanding.understand import understand


def last(lexicon, *turns):
    return understand(turns, lexicon).queries[-1]


@pytest.mark.parametrize("question", ["what if they won't have me", "and if I can't get there?"])
def test_a_sentence_that_changes_nothing_is_not_the_question_before(question, lexicon):
    query = last(lexicon, "Do backend engineers work on Sundays?", question)
    assert "topic" not in query.carried


@pytest.mark.parametrize("question", ["and inside?", "and an HIE?"])
def test_a_fragment_is_the_question_before(question, lexicon):
    query = last(lexicon, "What does a backend engineer earn outside London?", question)
    assert "topic" in query.carried


def test_a_sentence_that_names_another_place_is_the_question_before(lexicon):
    query = last(lexicon, "What does a backend engineer earn in Bath?", "what if I lived in York?")
    assert query.pay_table
    assert [place.name for place in query.places] == ["York"]


@pytest.mark.parametrize("told", ["she's afraid of heights", "what if I faint"])
def test_what_is_told_of_somebody_does_not_lean(told, lexicon):
    query = last(lexicon, "Do backend engineers work on Sundays?", told)
    assert "context" not in query.carried


@pytest.mark.parametrize("named", ["I mean the night boats", "small firms as well?"])
def test_what_is_meant_leans(named, lexicon):
    query = last(lexicon, "Do backend engineers work on Sundays?", named)
    assert "context" in query.carried


def test_a_sum_told_beside_a_question_is_what_it_points_at(lexicon):
    told = "I get 48k in Derby. Could I keep that?"
    query = last(lexicon, "What do they ask a backend engineer at interview?", told)
    assert query.pay_table
    assert query.amounts[0].pounds == 48_000


def test_what_is_got_at_a_level_and_a_place_is_pay(lexicon):
    asked = "what could she get to, at senior, in Leeds"
    query = last(lexicon, "Do backend engineers sit all day?", asked)
    assert (query.pay_table, query.level_words) == (True, ("senior",))


@pytest.mark.parametrize(
    "question", ["would a senior in Leeds?", "and weekends, a senior in Leeds?"]
)
def test_another_case_of_the_question_before_is_no_pay(question, lexicon):
    query = last(lexicon, "Do backend engineers sit all day?", question)
    assert not (query.pay_table and query.form == "figure")


def test_what_is_got_while_learning_is_pay(lexicon):
    assert last(lexicon, "What would a backend engineer get while training?").pay_table


def test_the_one_of_a_thing_is_no_role_where_its_guide_is_spoken_of(lexicon):
    asked = "the API contracts one, what do they mean by that"
    (of_it,) = understand(["what skills does a backend engineer need", asked], lexicon).queries
    assert of_it.roles == ("backend-engineer",)
    assert {"api", "contract"} <= {*of_it.content}
