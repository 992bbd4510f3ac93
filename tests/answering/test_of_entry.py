"""Who tells of a background is told who comes in, and not what the job leads to or pays."""

import pytest

from assistant.answer import AnswerStatus
from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

GUIDE = """# Clock Restorer

A Clock Restorer brings old clocks back to time.

## Pay

What sets the pay of a restorer is the bench and the lathe more than years with a camera.

| Level | Salary |
|---|---|
| Junior | £24,000 to £28,000 |
| Master | £41,000 to £47,000 |

## Getting in

Most begin at a college of horology for two years. Watch sellers and camera repairers come across
as well, with steady hands.

## FAQ

### Am I too old at 55?

No. One master began at 61.

## Moving up

After some four years a restorer may hold a camera workshop's licence and take on a trainee.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("entry")
    sync(folder, [read_text(GUIDE, "clock-restorer.md")], the_model())
    return assistant_over(folder)


@pytest.mark.parametrize(
    "asked",
    [
        "I've a brother who mends cameras, 15 years at the bench. Could he be a clock restorer?",
        "I do the bench work at a camera shop. Would restoring clocks suit me?",
        "Our neighbour repaired cameras for years. Is clock restorer a job she could do?",
    ],
)
def test_it_is_who_comes_in_and_neither_pay_nor_what_follows(assistant, asked):
    answer = assistant.ask(asked)
    assert answer.status is AnswerStatus.ANSWERED
    assert "camera repairers come across" in answer.text
    assert "licence" not in answer.text
    assert "pay" not in answer.text


def test_somebody_of_whose_background_there_is_no_word_is_told_the_ways_in(assistant):
    answer = assistant.ask("could an ex lifeguard become a clock restorer?")
    assert "college of horology" in answer.text


def test_what_else_is_asked_beside_a_background_is_answered_too(assistant):
    answer = assistant.ask(
        "I mend cameras for a living, am I too old at 57 to switch to clock restorer?"
    )
    assert "began at 61" in answer.text
