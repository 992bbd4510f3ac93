"""Whether a list is asked for as a whole."""

import pytest

from assistant.understanding.understand import understand
from assistant.understanding.whole import asks_for_first


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("Backend engineer duties?", True),
        ("needed skills backend engineer", True),
        ("best 4 skills for a backend engineer", True),
        ("What does a shift look like for a backend engineer?", True),
        ("a usual day of a backend engineer", True),
        ("Are skills tested when you become a backend engineer?", False),
        ("Why does a backend engineer need such skills?", False),
        ("which skill is hardest for a backend engineer?", False),
        ("interview skills for a backend engineer", False),
    ],
)
def test_a_kind_of_list_alone_is_asked_for_whole(message, whole, lexicon):
    (query,) = understand([message], lexicon).queries
    assert query.whole is whole


@pytest.mark.parametrize(
    ("asked", "first"),
    [("top duties", True), ("six main tasks", True), ("all duties", False)],
)
def test_some_ask_for_what_matters_most(asked, first):
    assert asks_for_first(asked) is first
