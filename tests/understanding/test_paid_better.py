"""Whether words ask who is paid more."""

import pytest

from assistant.understanding.paid_better import on_more
from assistant.understanding.topics import asks_for_figures, compares_pay


@pytest.mark.parametrize(
    "asked",
    [
        "who starts on more, a glazier or a diver",
        "which comes in on less, glazier or diver?",
        "glazier or diver: who's on better money",
        "does a diver start higher than a glazier",
        "a glazier or a diver, who gets more to begin with",
        "glazier or diver, who gets more straight out of school",
    ],
)
def test_who_is_on_more_is_a_comparison_of_pay(asked):
    assert on_more(asked)
    assert compares_pay(asked)
    assert asks_for_figures(asked, ())


@pytest.mark.parametrize(
    "asked",
    [
        "who starts on earlier shifts",
        "is more of it on site",
        "who gets more holiday to begin with",
    ],
)
def test_other_things_that_there_is_more_of_are_no_pay(asked):
    assert not on_more(asked)
