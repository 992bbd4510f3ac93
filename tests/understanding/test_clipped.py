"""Jobs that are called by the beginning of their name."""

import pytest

from assistant.guides import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand

_BODY = "## Duties\n\n- See what comes in.\n\n## Pay\n\nIt is fair.\n"
GUIDES = [
    read_text(f"# {role}\n\n{_BODY}", f"{role}.md")
    for role in ("Dermatologist", "Bricklayer", "Pharmacist", "Pharmacologist")
]


def _roles(question):
    return understand([question], lexicon_of(GUIDES)).queries[0].roles


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("I've been a derm for ages. What next?", "dermatologist"),
        ("what do derms earn?", "dermatologist"),
        ("derm salary", "dermatologist"),
        ("is it hard on the back being a brickie", "bricklayer"),
        ("trainee brickie, what tools?", "bricklayer"),
    ],
)
def test_the_beginning_stands_for_the_job(question, role):
    assert _roles(question) == (role,)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("would comp chem be me alone all week", "computational-chemist"),
        ("what do newly qualified salts get", "speech-and-language-therapist"),
        ("what do newly qualified slts get", "speech-and-language-therapist"),
    ],
)
def test_what_is_short_for_a_title_is_no_slip(question, role):
    titles = ("Computational Chemist", "Speech and Language Therapist")
    lexicon = lexicon_of(read_text(f"# {one}\n\n{_BODY}", f"{one}.md") for one in titles)
    assert understand([question], lexicon).queries[0].roles == (role,)


@pytest.mark.parametrize(
    "question",
    [
        "what does a pharm get paid?",  # Of two guides.
        "my derm cream ran out, is that normal?",
        "I was a derm nurse once, hours?",
        "what is a brick job like?",  # A word of its own.
    ],
)
def test_it_does_not_where_it_may_be_another(question):
    assert _roles(question) == ()
