"""An employer by name, whose own pay no guide gives, and roles by letters that look like one."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand


@pytest.fixture(scope="module")
def lexicon():
    return lexicon_of(
        [read_text("# Medical Science Liaison\n\nAn MSL speaks with doctors.", "msl.md")]
    )


@pytest.mark.parametrize(
    ("question", "employer"),
    [
        ("How much does Example Trust pay its liaisons?", "Example Trust"),
        ("What would Acme of York offer a beginner?", "Acme of York"),
        ("How much does MSL pay?", ""),
        ("How much does the trust pay?", ""),
    ],
)
def test_an_employer_is_named_where_no_role_is(question, employer, lexicon):
    (query,) = understand([question], lexicon).queries
    assert query.employer == employer
