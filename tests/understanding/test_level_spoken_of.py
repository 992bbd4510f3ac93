"""The level that was spoken of: the one reached, the one set beside another, the new one."""

import pytest

from assistant.guides.model import SectionKind
from assistant.understanding.understand import understand

BACKEND, INFORMATICS = "backend-engineer", "health-informatics-engineer"


def last(lexicon, *turns):
    return understand(turns, lexicon).queries[-1]


@pytest.mark.parametrize("between", [(), ("what about a bonus?",)])
def test_pay_is_set_beside_that_of_another_role_at_its_level(between, lexicon):
    asked = "how does that compare to a lead backend engineer"
    query = last(
        lexicon, "What does a lead health informatics engineer earn in London?", *between, asked
    )
    assert query.roles == (INFORMATICS, BACKEND)
    assert (query.pay_table, query.level_words) == (True, ("lead",))
    assert [place.name for place in query.places] == ["London"]
    assert SectionKind.PATHWAYS not in query.topics


def test_the_pay_of_a_level_that_is_reached_is_of_that_level(lexicon):
    asked = "how do you get to senior as a backend engineer, and what's it pay in London?"
    query = last(lexicon, asked)
    assert (query.pay_table, query.level_words) == (True, ("senior",))


@pytest.mark.parametrize("question", ["what does it pay at each level?", "what does a junior get?"])
def test_the_pay_of_other_levels_is_not_of_the_one_reached(question, lexicon):
    query = last(lexicon, "How do I get to senior as a backend engineer?", question)
    assert "senior" not in query.level_words


def test_the_words_of_a_question_asked_again_name_the_new_level(lexicon):
    query = last(lexicon, "What does a senior backend engineer earn?", "and a lead?", "why so?")
    assert "lead" in query.bare
    assert "senior" not in query.bare


def test_where_each_role_leads_is_no_level(lexicon):
    turns = ("Backend engineer or health informatics engineer?", "and where would each lead?")
    query = last(lexicon, *turns)
    assert (query.topics, query.level_words) == ((SectionKind.PATHWAYS,), ())
