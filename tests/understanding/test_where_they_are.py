"""Where somebody says that they are, and how few words behind a question say where it is meant."""

import pytest

from assistant.understanding.messages.messages import read_message
from assistant.understanding.places.places import find_places
from assistant.understanding.understand import understand
from assistant.understanding.whereabouts import still_there, told_in


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("what do planners earn? outside london", ("what do planners earn, outside london?",)),
        ("what is the wage? senior, Derby", ("what is the wage, senior, Derby?",)),
        ("how much for a lead in Wales. and the head one", 2),
        ("what is paid in Hull? and Ely?", 2),
        ("what is paid in Hull? Thanks from a teacher in Ely.", 1),
    ],
)
def test_a_place_or_level_behind_a_question_belongs_to_it_or_asks_again(text, questions):
    found = read_message(text).questions
    assert (len(found) if isinstance(questions, int) else found) == questions


def test_who_speaks_of_themselves_in_a_greeting_tells_something():
    message = read_message("Hello, what is the pay?")
    assert message.story == ""
    message = read_message("hello I'm a cook in Derby, forty. What is the pay?")
    assert "Derby" in message.story


def _home(told):
    return [place.name for place in still_there(told, find_places(told))]


def test_a_place_of_prices_is_not_where_somebody_is():
    assert _home("we can't pay London rates, we are in Cardiff") == ["Cardiff"]


def test_where_somebody_else_is_is_not_where_the_person_is():
    assert _home("my daughter is in Derby.") == []


def _last(lexicon, *turns):
    return understand(turns, lexicon).queries[-1]


def _places(query):
    return [place.name for place in query.places]


def test_pay_is_asked_where_the_person_is_until_another_place_is_named(lexicon):
    told = ("I live in Derby. What does a backend engineer do?", "Is it stressful?")
    assert _places(_last(lexicon, *told, "What would I earn?")) == ["Derby"]
    assert _places(_last(lexicon, *told, "What would I earn in Wales?")) == ["Wales"]
    assert _places(
        _last(lexicon, "I'm in Derby, how do I start as a backend engineer?", "And the pay?")
    ) == ["Derby"]


def test_what_is_near_by_is_looked_for_at_the_place_that_was_told(lexicon):
    query = _last(lexicon, "Backend engineer duties? I'm in Derby.", "any firms near me?")
    assert "Derby" in query.bare


def test_what_is_normal_is_asked_of_the_pay_that_was_told_of(lexicon):
    turns = (
        "What does a backend engineer do?",
        "We can't pay London rates. What's normal for a lead?",
    )
    query = _last(lexicon, *turns)
    assert query.pay_table
    assert not query.places


@pytest.mark.parametrize(
    ("asked", "home"),
    [
        ("cook in Derby, would planning suit me?", ["Derby"]),
        ("I'm in Derby, is planning hard?", ["Derby"]),
        ("my uncle is in Derby, would planning suit him?", []),
        ("what is the pay in Derby, roughly?", []),
        ("wages in Derby, are they any good?", []),
        ("would planning suit me, or is Derby too small?", []),
    ],
)
def test_who_tells_first_what_they_do_and_where_is_there(asked, home):
    assert [place.name for place in told_in(asked, find_places(asked))] == home


def test_a_sentence_that_ends_on_a_little_word_is_one():
    assert read_message("cook in Derby, ten years in. would planning suit me?").story
    assert not read_message("is it an approx. would you say?").story
