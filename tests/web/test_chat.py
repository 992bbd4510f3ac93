import pytest

from assistant.answer import Answer, AnswerStatus
from assistant.pipeline import AnswerEvent
from assistant.web import chat, wording


@pytest.mark.parametrize(
    ("question", "trouble"),
    [
        ("", wording.EMPTY),
        ("🙂🙂", wording.NO_WORDS),
        ("???", wording.NO_WORDS),
        ("What does it pay?", ""),
        ("x" * chat.LIMIT, ""),
    ],
)
def test_what_cannot_be_asked_is_told(question, trouble):
    assert chat.problem_with(question) == trouble


def test_a_long_text_is_told_with_both_lengths():
    assert "8,001" in chat.problem_with("x" * 8001)
    assert "8,000" in chat.problem_with("x" * 8001)


def test_a_fast_answer_is_drawn_once_and_the_whole_always():
    whole = Answer("q", AnswerStatus.ANSWERED, "abc")
    events = [AnswerEvent("a"), AnswerEvent("ab"), AnswerEvent("abc", whole)]
    assert list(chat._paced(iter(events))) == [events[0], events[2]]
