"""A follow-up with words of its own is answered with what these find, not with the last answer."""

from functools import partial

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, last_answer, the_model

KEEPER = """# Lighthouse Keeper

A lighthouse keeper tends the lamp and the fog horn.

## Work

Keepers climb 160 steps with a can of oil, and the stairs are the hard part.

Trinity House and two harbour boards hire keepers; a few lamps belong to yacht clubs.

## FAQ

### Do I need to have been at sea?

Time at sea is not required, but you must be calm in a storm and patient with the boat.

### Is the work lonely?

Two keepers share each station, and the boat comes on Fridays.

### I am hopeless at radio. Should I bother?

Yes. The radio has two buttons, and one of them is broken.
"""


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """What is answered to the last of a conversation's messages."""
    folder = tmp_path_factory.mktemp("of_its_own")
    sync(folder, [read_text(KEEPER, "keeper.md")], the_model())
    return partial(last_answer, assistant_over(folder))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what kind of boards hire them?", "Trinity House"),
        ("I'm hopeless at radio", "two buttons"),
    ],
)
def test_words_of_its_own_win_over_the_question_before(question, said, answered):
    text = answered("would a lighthouse keeper need time at sea?", question)
    assert said in text


@pytest.mark.parametrize(
    "question", ["why is that?", "and if I hated it?", "who would bother with that?"]
)
def test_what_has_no_words_of_its_own_stays_with_the_question_before(question, answered):
    text = answered("is the work of a lighthouse keeper lonely?", question)
    assert "share each station" in text


FOUNDER = """# Bell Founder

Bell founders cast bells and tune them.

## Papers

Two papers are essential: the crane ticket and the furnace ticket, which cost about £640 together.

## Lodgings

A bed in the hostel does not cost much, at £12 a night.

## Noise

Tuning is loud, and ear defenders are worn all day.
"""


@pytest.mark.parametrize(
    ("asked", "said"),
    [("how much do they cost?", "£640"), ("is tuning loud?", "ear defenders")],
)
def test_what_points_at_the_one_before_is_read_with_it_and_the_rest_by_itself(
    asked, said, tmp_path
):
    sync(tmp_path, [read_text(FOUNDER, "bell-founder.md")], the_model())
    before = "Which papers does a bell founder need?"
    assert said in last_answer(assistant_over(tmp_path), before, asked)
