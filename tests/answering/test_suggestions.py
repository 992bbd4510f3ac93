"""Suggested questions: about the role in hand, never one that was just asked, each answerable."""

import pytest

from assistant.answer import AnswerStatus, Conversation
from tests.opened import assistant_over

QUESTIONS = (
    "What does a senior backend engineer earn?",
    "What are the main responsibilities of a Backend Engineer?",
    "Is there on-call for a health informatics engineer?",
    "What does an astronaut earn?",
    "Is there on-call?",
)


@pytest.fixture(scope="module")
def assistant(index_folder):
    return assistant_over(index_folder)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_few_questions_each_once_and_not_the_one_just_asked(question, assistant):
    answer = assistant.ask(question)
    assert 0 < len(answer.follow_ups) <= 4
    assert len(set(answer.follow_ups)) == len(answer.follow_ups)
    assert question.casefold() not in {one.casefold() for one in answer.follow_ups}


@pytest.mark.parametrize("question", QUESTIONS[:3])
def test_every_suggestion_is_answered(question, assistant):
    for suggestion in assistant.ask(question).follow_ups:
        assert assistant.ask(suggestion).status is AnswerStatus.ANSWERED, suggestion


def test_who_takes_every_suggestion_is_never_offered_one_again(assistant):
    conversation = Conversation()
    question = "What does a senior backend engineer earn?"
    asked = []
    for _ in range(4):
        answer = assistant.ask(question, conversation)
        conversation = conversation.then(question, answer)
        asked.append(question.casefold())
        assert not set(asked) & {one.casefold() for one in answer.follow_ups}
        if not answer.follow_ups:
            break
        question = answer.follow_ups[0]


def test_suggestions_are_about_the_role_in_hand(assistant):
    for suggestion in assistant.ask("What skills does a backend engineer need?").follow_ups:
        assert "informatics" not in suggestion.casefold()


def test_the_subject_just_answered_is_not_suggested(assistant):
    answer = assistant.ask("What skills does a backend engineer need?")
    assert not any(one.startswith("What skills") for one in answer.follow_ups)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_suggestion_names_its_role_where_there_are_several(question, assistant):
    answer = assistant.ask(question)
    titles = [title.casefold() for title in assistant.sources().lexicon.titles.values()]
    assert all(any(t in one.casefold() for t in titles) for one in answer.follow_ups)
