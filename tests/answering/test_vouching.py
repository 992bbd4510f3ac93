"""Compared roles: like is set beside like, and what one guide lacks is still said to be lacking."""

import pytest

from assistant.answer import AnswerStatus
from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

PILOT = """# Harbour Pilot

A Harbour Pilot brings ships into port and out again.

## FAQ

### What happens at interview?

Expect a berth to plan on paper in 40 minutes, then a panel of three.
"""
KEEPER = """# Lighthouse Keeper

A Lighthouse Keeper minds the lamp and the log.

## FAQ

### What will an interview involve?

A lamp to strip and mend in half an hour, then questions on the log.

### Is there a uniform?

Yes, and a coat is given every second winter.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    """Two guides that both tell of interviews; one alone tells of a uniform."""
    folder = tmp_path_factory.mktemp("vouching")
    sync(folder, [read_text(PILOT, "pilot.md"), read_text(KEEPER, "keeper.md")], the_model())
    return assistant_over(folder)


def test_what_both_guides_tell_of_is_answered_for_both(assistant):
    answer = assistant.ask("harbour pilot or lighthouse keeper, which interview sounds worse lol")
    assert answer.status is AnswerStatus.ANSWERED
    assert "berth to plan" in answer.text
    assert "lamp to strip" in answer.text


def test_a_guide_that_does_not_say_is_vouched_for_by_none(assistant):
    answer = assistant.ask("harbour pilot vs lighthouse keeper: who gets a uniform?")
    assert answer.status is AnswerStatus.PARTIAL
    assert "Harbour Pilot guide does not say" in answer.text
