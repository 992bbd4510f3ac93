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
    "Waiting on standby earns £40. A night's work is paid at time and a half. "
    "A master's adds £2,000. London ports pay 9 per cent more, and ferry firms 5 per cent less. "
    "The navy puts such posts at Band 6. Agencies pay £15 for each ship brought in. "
    "Commission of 3% goes to brokers.\n\n"
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
        ("being self-employed, day rate?", ["Freelance pilots bill £300 a day."]),
        ("pension?", ["Big ports pay a pension."]),
        ("do you get decent holidays?", ["You start with 31 days of leave."]),
        ("how much overtime?", ["Overtime is rare for trainees."]),
        ("do you get anything for being called out?", ["Waiting on standby earns £40."]),
        ("is it paid, being up at night?", ["A night's work is paid at time and a half."]),
        ("would a master's get me more?", ["A master's adds £2,000."]),
        (
            "how much more is it in London?",
            ["London ports pay 9 per cent more, and ferry firms 5 per cent less."],
        ),
        (
            "what is the pay difference at firms?",
            ["London ports pay 9 per cent more, and ferry firms 5 per cent less."],
        ),
        ("what's the difference from public ferries?", []),
        ("what bands are we talking?", ["The navy puts such posts at Band 6."]),
        (
            "is there something extra for every boat that is steered home?",
            ["Agencies pay £15 for each ship brought in."],
        ),
        ("what percentage commission is usual?", ["Commission of 3% goes to brokers."]),
        ("what is the pay per month?", []),
        ("how much night work is there?", []),
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
