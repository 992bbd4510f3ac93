"""What was told right before a question, and whether it is part of what is asked."""

import pytest

from assistant.understanding.understand import understand


def lead_of(message, lexicon):
    return understand([message], lexicon).queries[-1].lead


@pytest.mark.parametrize(
    "message",
    [
        "My aunt was sick at sea so not for her. What about me, is it hard?",
        "Our lad can't stand heights. How about us, is it high up?",
    ],
)
def test_what_was_told_of_another_is_no_part_of_what_is_asked_for_oneself(message, lexicon):
    assert not lead_of(message, lexicon)


@pytest.mark.parametrize(
    "message",
    [
        "I was sick at sea last year. What about me, is it hard?",
        "We were sick at sea last year. How about us, is it high up?",
    ],
)
def test_what_was_told_of_whom_it_is_asked_for_stays(message, lexicon):
    assert "sick at sea" in lead_of(message, lexicon)


def test_a_background_may_be_told_further_up_in_the_story(lexicon):
    told = "I've been a nurse for ten years. Somebody at work mentioned the health informatics "
    lead = lead_of(f"{told}engineers. Is that realistic for someone like me?", lexicon)
    assert "nurse for ten years" in lead
