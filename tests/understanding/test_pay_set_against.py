"""Pay of one role set against that of the role spoken of before, and told of before it is asked."""

import pytest

from assistant.understanding.messages.parting import asked_clause
from assistant.understanding.understand import understand

BOTH = {"backend-engineer", "health-informatics-engineer"}


@pytest.mark.parametrize(
    "then",
    [
        "is that more than a health informatics engineer gets",
        "and is it better or worse than the health informatics engineer",
        "lower than a health informatics engineer then?",
        "how does that differ from a health informatics engineer in terms of pay",
    ],
)
def test_a_sum_is_set_against_that_of_another_role(lexicon, then):
    turns = ("What does a senior backend engineer earn in Hull?", then)
    query = understand(turns, lexicon).queries[-1]
    assert {*query.roles} == BOTH
    assert query.pay_table
    assert query.level_words == ("senior",)
    assert [place.name for place in query.places] == ["Hull"]


def test_how_pay_differs_is_asked_of_both_roles(lexicon):
    turns = (
        "What do backend engineers do?",
        "How different is that from a health informatics engineer, moneywise? Lead, Wales",
    )
    query = understand(turns, lexicon).queries[-1]
    assert {*query.roles} == BOTH
    assert query.pay_table
    assert query.level_words == ("lead",)


def test_what_is_told_before_a_question_of_pay_is_no_part_of_it(lexicon):
    told = "my nephew finishes a course on boats in May, what would he earn as a backend engineer"
    assert asked_clause(told) == "what would he earn as a backend engineer"
    assert understand([told], lexicon).queries[-1].pay_table
