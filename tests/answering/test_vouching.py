"""Compared roles: like is set beside like, and what one guide lacks is still said to be lacking."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerStatus
from assistant.answering.of_role import answer_role
from assistant.answering.vouching import vouched_for
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.retrieval import Retrieval
from assistant.understanding.understand import understand
from tests.opened import assistant_over, the_model

PILOT = """# Harbour Pilot

A Harbour Pilot brings ships into port and out again.

## FAQ

### What happens at interview?

Expect a berth to plan on paper in 40 minutes, then a panel of three.

### Are pilots ever called out?

Sometimes. Pilots share a rota, one week in six, and are called out when a ship is late.
"""
KEEPER = """# Lighthouse Keeper

A Lighthouse Keeper minds the lamp and the log.

## FAQ

### What will an interview involve?

A lamp to strip and mend in half an hour, then questions on the log.

### Will I be called out of bed at night?

Sometimes. Keepers share a rota, one week in four, and are called out when the lamp fails.

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


def led(assistant, certainty):
    """What the pilot's guide says whose nearest passage was a wrong one, found this certainly."""
    sources = assistant.sources()
    asked = "harbour pilot vs lighthouse keeper - who is out of bed more at night"
    (query,) = understand([asked], sources.lexicon).queries
    pilot, keeper = (answer_role(query, one, sources) for one in query.roles)
    wrong = Retrieval(pilot.retrieval.kept[::-1])
    pilot = replace(pilot, claims=(), certainty=certainty, retrieval=wrong)
    return vouched_for([pilot, keeper], query, sources)[0]


def test_the_surest_guide_tells_a_doubtful_one_what_is_asked_about(assistant):
    answer = led(assistant, certainty=0.3)
    assert "called out" in answer.retrieval.kept[0].chunk.text
    assert answer.claims


def test_what_was_found_surely_is_led_nowhere(assistant):
    answer = led(assistant, certainty=0.9)
    assert "called out" not in answer.retrieval.kept[0].chunk.text
