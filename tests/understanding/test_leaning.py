"""Questions that need the one before them, and questions that do not."""

import pytest

from assistant.understanding.leaning import leans


@pytest.mark.parametrize(
    "question",
    [
        "and how large?",
        "how long",
        "in what order?",
        "at which level",
        "why?",
        "which ones?",
        "what sort?",
        "what does it cost",
        "and what does that really cover?",
        "how long does it take?",
        "does the trust refund it?",
        "who foots the bill for that?",
        "how many months of my time is it",
        "does it cost",
        "is it really free?",
        "what does the firm throw in?",
        "and whos the free one from?",
        "when does it need renewing?",
        "when does it have to be renewed",
    ],
)
def test_what_says_nothing_by_itself(question):
    assert leans(question)


@pytest.mark.parametrize(
    "question",
    [
        "do they give you boots?",
        "any travel?",
        "what bonus?",
        "will it snow in Hull on Sunday?",
        "how much annual leave is there?",
        "does it come with a flat?",
        "how do I get in?",
        "what would I earn?",
        "which software do they use?",
        "how much night work?",
        "can my wife and children live on the boat with me because of it?",
    ],
)
def test_what_is_of_a_thing_of_its_own(question):
    assert not leans(question)
