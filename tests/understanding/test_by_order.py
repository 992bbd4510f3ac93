"""Two roles of one message, asked about by their order in it."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand

_BODY = "## Duties\n\n- See what comes in.\n\n## Pay\n\nIt is fair.\n"
LEXICON = lexicon_of(
    [read_text(f"# {role}\n\n{_BODY}", f"{role}.md") for role in ("Florist", "Plumber", "Farrier")]
)


def _roles(message):
    return [query.roles for query in understand([message], LEXICON).queries]


@pytest.mark.parametrize(
    "message",
    [
        "My girl wants to be a florist and her friend a plumber. What does the first need? "
        "How long is training for the other one?",
        "Florist or plumber: what does the former earn? And what are the hours of the latter?",
        "One of them will be a florist, the other a plumber. Is there a course for the first? "
        "Does the second need one?",
    ],
)
def test_each_question_is_of_the_one_meant(message):
    assert _roles(message) == [("florist",), ("plumber",)]


@pytest.mark.parametrize(
    "message",
    [
        "Florist or plumber, does one earn more than the other?",
        "Florist or plumber, what is the first year like?",
        "Florist or plumber: how do I get the first job?",
        "Florist or plumber, should I take the first job I am offered?",
        "I like florist and plumber. Does the first pay more than the second?",
    ],
)
def test_both_are_meant_where_none_is_singled_out(message):
    assert _roles(message) == [("florist", "plumber")]
