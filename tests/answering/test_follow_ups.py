"""What a follow-up is answered with: with what its topic says, not with what shares its words."""

from functools import partial

import pytest

from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, last_answer, the_model

PILOT = """# Harbour Pilot

A Harbour Pilot brings ships into port and out again.

## Money and leave

Shares in the harbour company come with the post. They can be sold after four years of service.

## FAQ

### How long are the days?

A long day starts before the tide and ends eleven hours later.

### What does the first year look like?

You ride along for three months before you take a ship by yourself.

### What happens at interview?

Expect a berth to plan on paper in 40 minutes. Most who are turned down forget the wind.

### What goes wrong on board?

People slip on wet ladders, and a tug may mess up a line.
"""


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """What is answered to the last of a conversation's messages."""
    folder = tmp_path_factory.mktemp("follow_ups")
    sync(folder, [read_text(PILOT, "pilot.md")], the_model())
    return partial(last_answer, assistant_over(folder))


def test_what_names_no_matter_of_its_own_is_read_with_the_question_before(answered):
    text = answered("do harbour pilots get shares?", "how long before they are actually mine")
    assert "after four years" in text


def test_what_names_a_matter_of_its_own_is_answered_with_that(answered):
    text = answered("do harbour pilots get shares?", "how long are the days then")
    assert "eleven hours" in text


def test_a_part_is_one_of_what_the_question_before_is_about(answered):
    text = answered("what happens at a harbour pilot's interview?", "which bit do people mess up")
    assert "forget the wind" in text


def test_a_thing_that_is_asked_about_by_its_name_leans_on_nothing(answered):
    text = answered("do harbour pilots get shares?", "which berth do they give you to plan")
    assert "on paper in 40 minutes" in text


def test_what_a_guide_has_no_word_of_is_not_told_by_what_was_asked_before(answered):
    text = answered("do harbour pilots get shares?", "and the visa?")
    assert "four years" not in text
