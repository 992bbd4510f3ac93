"""What a job pays, of guides that say so only in sentences."""

import pytest

from assistant.answer import AnswerStatus
from assistant.guides import read_text
from assistant.index.sync import sync
from tests.opened import assistant_over, the_model

TALK = """# Bell Founder

I'm a bell founder, and bells are what I know. A founder pours bronze.

Where do we work? In a shed by the river, with a cat.

Most of us come from welding. A beginner is on £21,400, and £33,000 after five winters.

The course costs £900, and takes two weeks in June.

The founders I know all sleep badly before a pour.
"""
SILENT = """# Kite Maker

A kite maker sews sails and splits bamboo. Kite makers pay £40 for a day's bamboo.

The course takes eleven weeks, costs £14,000 and starts on a Monday. Some get a loan of £9,000.

Our firm spent £2 million on a new loft, and a kite starts at £1,200 in price.

Kites are sewn in the mornings and flown whenever there is wind.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sums")
    guides = [read_text(TALK, "talk.md"), read_text(SILENT, "kite-maker.md")]
    sync(folder, guides, the_model())
    return assistant_over(folder)


@pytest.mark.parametrize(
    "question",
    ["what's the starting salary for a bell founder", "How much does a bell founder earn?"],
)
def test_the_sentence_with_what_is_paid_answers_who_asks_for_pay(question, assistant):
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "£21,400" in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    ["what's the starting salary for a kite maker", "how much does a kite maker earn?"],
)
def test_what_something_costs_is_no_pay(question, assistant):
    assert assistant.ask(question).status is AnswerStatus.NOT_COVERED
