"""Which FAQ answers can't stand without their question, by their form alone."""

import pytest

from assistant.answering.replies import asked_in, is_reply
from assistant.chunks import chunk_guide
from tests.index.making import GuideMaker


@pytest.mark.parametrize(
    "answer",
    [
        "Yes, from the second month.",
        "No. Panels look for patience.",
        "Not if you hold the badge by then.",
        "Very little, as most samples arrive ready.",
        "Usually two: a call and a visit.",
        "It depends on the site.",
        "They share a rota of six.",
        "A torch, a notebook and a passport.",
        "Python, because the archive is written in it.",
        "For a chair, yes.",
        "The keeper rarely does.",
        "Enough to read a wiring plan.",
        "Tidy and warm: the vault is cold.",
    ],
)
def test_a_reply_is_told_by_how_it_opens_or_by_having_no_verb(answer):
    assert is_reply(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "The archive is open on Sundays.",
        "Keepers can transfer after a year.",
        "You learn it on the job.",
        "Interviewers ask for one story of a repair.",
    ],
)
def test_a_sentence_with_a_subject_and_a_verb_stands_by_itself(answer):
    assert not is_reply(answer)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Is the vault cold?", "Is the vault cold?"),
        ("I am 50. Is it too late?", "Is it too late?"),
        (f"Is it {'very ' * 30}cold?", ""),
    ],
)
def test_a_question_is_shown_in_short_or_not_at_all(question, shown):
    guide = GuideMaker().heading("FAQ").pair(question, "Yes.").done()
    chunk = next(c for c in chunk_guide(guide, lambda said: len(said.split())) if c.section)
    assert asked_in(chunk) == shown
