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


def test_where_no_pay_is_told_none_is_given(assistant):
    answer = assistant.ask("what's the starting salary for a kite maker")
    assert answer.status is AnswerStatus.NOT_COVERED
    assert "£40" not in answer.text
