"""The thing that a question asks the meaning or the use of."""

import pytest

from assistant.understanding.things import thing_asked_about
from assistant.words import terms


@pytest.mark.parametrize(
    ("asked", "thing"),
    [
        ("what does a rota do", ("rota",)),
        ("What should a covering note do?", ("cover", "note")),
        ("so what's a tide table for", ("tide", "tabl")),
        ("what are bollards", ("bollard",)),
    ],
)
def test_a_thing_is_asked_about(asked, thing):
    assert thing_asked_about(asked, terms(asked)) == thing


@pytest.mark.parametrize(
    "asked",
    [
        "what does a pilot do",
        "what do they do",
        "what does a rota planner build",
        "what are the downsides",
        "what's it like",
        "what is my rota for",
    ],
)
def test_somebody_or_what_is_known_is_no_thing(asked):
    assert thing_asked_about(asked, terms(asked)) == ()
