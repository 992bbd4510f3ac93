"""Thanks, greetings and farewells in many words, and questions that begin with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.manners import Manner, manner_of
from assistant.understanding.messages.messages import read_message
from assistant.understanding.messages.pleasantries import pleasantry, without_asides, without_thanks
from assistant.understanding.understand import understand

OPENERS = ("", "ok ", "Great, ", "lovely. ", "oh brilliant, ")
THANKS = (
    "thanks",
    "thank you so much",
    "cheers mate",
    "ta",
    "that was dead helpful",
    "that's really helped",
    "much appreciated",
)
LEAVING = (
    "bye",
    "that's me done",
    "I'm all set",
    "that's all I needed",
    "no more questions",
    "see ya",
)


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("thanks", THANKS)
@pytest.mark.parametrize("end", ["", "!", " x", "\n\nJo", "\n\nJo Example"])
def test_thanks_in_any_words_are_thanks(opener, thanks, end):
    assert manner_of(opener + thanks + end, has_topic=False) is Manner.THANKS


@pytest.mark.parametrize("opener", [*OPENERS, "thanks, "])
@pytest.mark.parametrize("leaving", LEAVING)
def test_leaving_in_any_words_is_a_farewell(opener, leaving):
    assert manner_of(opener + leaving, has_topic=False) is Manner.FAREWELL


@pytest.mark.parametrize("said", ["Alright?", "all right mate", "morning! how's it going?"])
def test_a_greeting_with_a_question_mark_asks_nothing(said):
    assert manner_of(said, has_topic=False) is Manner.GREETING
    assert read_message(f"{said} I mend lifts. What is the pay?").questions == ("What is the pay?",)


@pytest.mark.parametrize("thanks", ["ta. ", "cheers. ", "Thanks! ", "ok ta, ", "lovely - "])
@pytest.mark.parametrize("asked", ["what about nights", "how much in Hull?", "any exams that help"])
def test_thanks_before_a_question_are_set_aside(thanks, asked):
    assert read_message(thanks + asked).questions == (asked,)


def test_thanks_run_into_a_question_without_a_stop():
    assert without_thanks("cheers what about Hull") == "what about Hull"
    assert without_thanks("thank you Hull") == "thank you Hull"


@pytest.mark.parametrize(
    "asked",
    [
        "Great Yarmouth pay",
        "super yacht crew",
        "Right to work checks?",
        "good exams for it?",
        "sound engineer wage",
        "thanks Hull",
        "all of them",
        "you",
        "Thanks\n\nWhat is the pay?",
    ],
)
def test_what_only_begins_politely_is_not_polite_and_no_more(asked):
    assert pleasantry(asked) is None


def test_a_role_below_thanks_is_no_signature(lexicon):
    assert understand(["Thanks\n\nBackend Engineer"], lexicon).manner is None


@pytest.mark.parametrize("asked", ["so what is it that you do?", "what exactly can you do then?"])
def test_what_it_does_is_asked_of_the_assistant_until_a_role_is_spoken_of(asked, lexicon):
    assert understand([asked], lexicon).manner is Manner.WHAT_CAN_YOU_DO
    turns = ["Is a backend engineer on call?", "so what is it you do?"]
    assert understand(turns, lexicon).manner is None


@given(st.text(max_size=80))
def test_what_is_left_behind_thanks_is_the_end_of_the_text(text):
    assert text.endswith(without_thanks(text))


@pytest.mark.parametrize(
    "said", ["morning! hope ur well", "Hi, hope your keeping well", "hope all is good"]
)
def test_wishing_well_is_a_greeting(said, lexicon):
    assert understand([said], lexicon).manner is Manner.GREETING


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("What on earth is that dear", "What is that"),
        ("What is a pilot when it's at home?", "What is a pilot?"),
        ("what the hell do they do, mate?", "what do they do?"),
        ("Do they love the sea?", "Do they love the sea?"),
        ("What about nights tho lol", "What about nights"),
        ("and in Leeds though? I would move", "and in Leeds? I would move"),
        ("and for a lead plz xx", "and for a lead"),
        ("They pay even though?", "They pay even though?"),
        ("Is it a mate", "Is it a mate"),
        ("What do pilots love?", "What do pilots love?"),
        ("How long is spent with each pet?", "How long is spent with each pet?"),
    ],
)
def test_what_says_only_how_a_thing_is_said_is_left_out(said, left):
    assert without_asides(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "Thanks, that's actually useful",
        "Marvellous. You've been ever so helpful, thank you dear",
        "thats really cleared things up, thank you",
        "right, thanks, that's exactly what I needed",
        "cheers, I'll pass that on",
        "ok thanks I'll have a think",
        "that's great, thanks for being honest",
        "okay I think that's everything, thank you very much indeed",
        "aw thanks love",
        "ok that makes sense",
        "ah i see",
        "no worries, thanks anyway",
        "I really appreciate your help with this",
        "that's good news",
        "lots to think about, thanks",
        "you're a star, I'll go away and think",
        "that's really cheered me up, thank you",
        "cheers, I'll have a think about it",
        "that's given me a lot to think about",
    ],
)
def test_thanks_come_in_many_more_words(said):
    assert pleasantry(said) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "that's good but what about pay",
        "Hello, for the ward nurse pay please",
        "Thanks. For the night shifts?",
        "thanks, for the night porter?",
        "ok, for the training",
        "cheers for all the ward nurse pay",
        "i see nights listed, is that every week",
        "thanks for telling me what pay is",
        "i'll tell my son what the pay is",
        "good to know your patients",
        "no problem if i have no degree?",
        "thank you for your help my son wants the pay for a nurse",
        "love nursing",
        "ideal candidate",
    ],
)
def test_what_begins_politely_and_asks_is_more_than_polite(asked):
    assert pleasantry(asked) is None
