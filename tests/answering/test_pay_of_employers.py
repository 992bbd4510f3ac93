"""Pay at a sort of employer that a guide tells in words beside its rows."""

import pytest

from assistant.answer import AnswerStatus
from assistant.guides.reader import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from tests.opened import the_model

TEXT = """# Orthotist

An orthotist makes splints and braces.

## Pay

| Level | Band | Salary |
|---|---|---|
| Orthotist | 5 | £31,000 to £37,000 |
| Senior orthotist | 6 | £38,000 to £46,000 |

Firms that hold contracts start people on £33,500. Charities lend out a car.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("orthotist")
    sync(folder, [read_text(TEXT, "orthotist.md")], the_model())
    return Assistant(folder, the_model())


def test_what_is_said_of_the_employer_comes_before_the_rows(assistant):
    text = assistant.ask("How much do firms pay an orthotist?").text
    assert text.index("£33,500") < text.index("£31,000")


@pytest.mark.parametrize(
    "question",
    ["How much does the NHS pay an orthotist?", "How much do charities pay an orthotist?"],
)
def test_a_sort_that_rows_tell_of_or_no_sum_is_given_for_takes_nothing_from_the_rows(
    question, assistant
):
    answer = assistant.ask(question)
    assert answer.status is AnswerStatus.ANSWERED
    assert "£31,000" in answer.text
    assert "£33,500" not in answer.text
