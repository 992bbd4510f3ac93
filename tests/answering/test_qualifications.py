"""What somebody must bring to a job, where the guide has another word for it than they ask with."""

import pytest

from assistant.answer import AnswerStatus
from assistant.guides import read_text
from assistant.index.sync import sync
from assistant.pipeline import Assistant
from assistant.understanding.qualifications import asks_for_qualifications
from assistant.understanding.query import Query
from assistant.words import terms
from tests.opened import the_model

TEXT = """# Kite Rigger

A kite rigger rigs kites above the harbour.

## The day

- untangle the lines before the wind comes
- hang the tails in order of weight

## Ways in

Nobody asks for GCSEs, but you must pass a medical and hold a rope certificate.

## Money

Riggers earn £30,000, and £40,000 with a diploma.
"""


@pytest.fixture(scope="module")
def riggers(tmp_path_factory):
    index = tmp_path_factory.mktemp("riggers")
    other = "# Reef Warden\n\nCoral is counted from a boat.\n\n## Sea\n\nIt is cold and blue.\n"
    sync(index, [read_text(TEXT, "kites.md"), read_text(other, "reef.md")], the_model())
    return Assistant(index, the_model())


@pytest.mark.parametrize(
    "asked",
    [
        "What qualifications do you need to be a kite rigger?",
        "do i need any qualifications for kite rigger",
        "kite rigger entry requirements",
    ],
)
def test_it_is_found_without_the_word(asked, riggers):
    answer = riggers.ask(asked)
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.startswith("Nobody asks for GCSEs")


def test_a_guide_that_tells_of_none_says_so(riggers):
    answer = riggers.ask("What qualifications do you need to be a reef warden?")
    assert answer.status is AnswerStatus.NOT_COVERED


@pytest.mark.parametrize(
    ("asked", "so"),
    [
        ("what qualifications do you need", True),
        ("are there any entry requirements", True),
        ("who checks my qualifications", False),
        ("what diving qualifications do i need", False),
        ("what does it pay", False),
    ],
)
def test_what_asks_for_them_whichever_they_are(asked, so):
    query = Query(asked, asked, bare=asked, content=tuple(terms(asked)))
    assert asks_for_qualifications(query) is so
