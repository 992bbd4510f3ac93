"""Initials whose words a guide has: told apart from those that it does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.initials import meaning_of, written_out
from assistant.understanding.query import Query

GUIDE = (
    "The Graduate Entry Programme lasts two years. Later comes continuing professional development,"
    " and a post in research and design. The NHS pays."
)


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("GEP", "Graduate Entry Programme"),
        ("CPD", "continuing professional development"),
        ("NHS", ""),
        ("TLY", ""),
        ("GPE", ""),
    ],
)
def test_initials_mean_the_words_of_a_guide(letters, words):
    assert meaning_of(letters, GUIDE) == words


def test_a_question_is_searched_for_with_the_words():
    query = Query("", "", bare="is the GEP paid?", content=("gep", "paid"), telling=("gep",))
    found = written_out(query, GUIDE)
    assert found.bare == "is the Graduate Entry Programme paid?"
    assert found.content == ("graduat", "entri", "program", "paid")
    assert found.telling == ("graduat", "entri", "program")


@given(st.text(alphabet="abc DEF.", max_size=30))
def test_a_question_without_known_initials_stays_as_it_is(text):
    query = Query(text, text, bare=text, content=("abc",))
    assert written_out(query, GUIDE) == query
