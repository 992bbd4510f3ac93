"""What is given beside the yearly sum is told in the guide's own sentences about it."""

import pytest

from assistant.answering.pay_extras import extras_beside
from assistant.citations import Claim
from assistant.guides import read_text
from assistant.understanding.query import Query
from assistant.understanding.topics import is_frame
from assistant.words import terms

GUIDE = read_text(
    "# Harbour Pilot\n\nA bonus was once paid in rum.\n\n## Pay\n\n"
    "Bonuses of 4 per cent are usual. Freelance pilots bill £300 a day. "
    "Big ports pay a pension. Leave is generous. You start with 31 days of leave.\n\n"
    "## Ways in\n\nOvertime is rare for trainees.\n",
    "harbour-pilot.md",
)


def query(asked):
    return Query(asked, asked, content=tuple(term for term in terms(asked) if not is_frame(term)))


def told(asked, found=()):
    return [claim.text for claim in extras_beside(found, query(asked), GUIDE)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("any bonus on top?", ["Bonuses of 4 per cent are usual."]),
        ("what could I charge for a day?", ["Freelance pilots bill £300 a day."]),
        ("what is the day rate?", ["Freelance pilots bill £300 a day."]),
        ("pension?", ["Big ports pay a pension."]),
        ("do you get decent holidays?", ["You start with 31 days of leave."]),
        ("how much overtime?", ["Overtime is rare for trainees."]),
        ("are there shares?", []),
        ("what does a senior earn?", []),
    ],
)
def test_the_sentences_on_the_thing_that_is_asked_for(asked, expected):
    assert told(asked) == expected


def test_what_was_found_stays_where_it_tells_of_the_thing():
    assert told("any bonus on top?", [Claim("A bonus is rare.")]) == []


@pytest.mark.parametrize(
    "asked",
    [
        "was the bonus scandal in the newspapers a swindle?",
        "is there a pension in Atlantis?",
    ],
)
def test_a_question_that_says_more_than_the_sentence_is_left_to_the_search(asked):
    assert told(asked) == []
