"""One sentence taken apart: what it tells, and each of its questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.messages.asking import is_question
from assistant.understanding.messages.messages import read_message
from assistant.understanding.messages.parting import parted

#: Questions that stand alone, to be put together in every way that people do.
ALONE = (
    "what does it pay",
    "is there night work",
    "do I need a licence",
    "how much leave is there",
    "which exam should I sit",
)
JOINERS = (" and ", ", and ", " plus ", ", plus ", " + ", " & ", "; also ", ", ")


@pytest.mark.parametrize("joiner", JOINERS)
@pytest.mark.parametrize("topic", ["", "harbour pilot: ", "For a harbour pilot - "])
@given(asked=st.lists(st.sampled_from(ALONE), min_size=2, max_size=4, unique=True))
def test_questions_in_a_row_are_as_many_whatever_joins_them(joiner, topic, asked):
    _, questions = parted(topic + joiner.join(asked) + "?")
    assert [question.rstrip("?") for question in questions] == [topic + asked[0], *asked[1:]]


@pytest.mark.parametrize(
    ("sentence", "questions"),
    [
        (
            "Signaller - what shifts, which exams, how much leave?",
            ("Signaller - what shifts?", "which exams?", "how much leave?"),
        ),
        (
            "whats the starting pay up north, and do shipping companies give a bonus",
            ("whats the starting pay up north?", "do shipping companies give a bonus?"),
        ),
        (
            "Tell me about the pilot's exam, when is it held?",
            ("Tell me about the pilot's exam, when is it held?",),
        ),
        (
            "what about health insurance, do they throw that in?",
            ("what about health insurance, do they throw that in?",),
        ),
        (
            "what about health insurance, is there on-call?",
            ("what about health insurance?", "is there on-call?"),
        ),
        (
            "should we offer shares, what do others do?",
            ("should we offer shares, what do others do?",),
        ),
        (
            "what would a pilot start on and is mooring free",
            ("what would a pilot start on?", "is mooring free?"),
        ),
        (
            "do signallers drive there, are tolls refunded, will nights be compulsory",
            ("do signallers drive there?", "are tolls refunded?", "will nights be compulsory?"),
        ),
        (
            "crane driver, do I need my own boots and how much are they",
            ("crane driver, do I need my own boots?", "how much are they?"),
        ),
        (
            "river pilot, are exams paid for and does a pass raise your wage",
            ("river pilot, are exams paid for?", "does a pass raise your wage?"),
        ),
        (
            "bookbinder, how long is the course, also is bench work normal",
            ("bookbinder, how long is the course?", "is bench work normal?"),
        ),
        (
            "do you take a signaller who is forty and is retraining now",
            ("do you take a signaller who is forty and is retraining now",),
        ),
        (
            "which job pays more and is easier to learn",
            ("which job pays more and is easier to learn",),
        ),
        (
            "what do pilots wear on deck, is it oilskins",
            ("what do pilots wear on deck, is it oilskins",),
        ),
        (
            "do nights on a tug now, would a harbour take me on",
            ("do nights on a tug now, would a harbour take me on",),
        ),
        (
            "whats the starting pay up north, and any night shifts",
            ("whats the starting pay up north?", "any night shifts?"),
        ),
        (
            "What exam would I have to sit, and roughly what does a first post pay?",
            ("What exam would I have to sit?", "what does a first post pay?"),
        ),
        (
            "Roughly what does it pay while he trains, and how long does training last?",
            ("Roughly what does it pay while he trains?", "how long does training last?"),
        ),
        (
            "Do small firms sponsor, and if not, which employers do?",
            ("Do small firms sponsor, and if not, which employers do?",),
        ),
        (
            "Is there an apprenticeship, and do employers pay for boots?",
            ("Is there an apprenticeship?", "do employers pay for boots?"),
        ),
        (
            "I would be grateful if you could tell me how it differs, and whether it is cold.",
            (
                "I would be grateful if you could tell me how it differs?",
                "whether it is cold?",
            ),
        ),
        (
            "senior pay in Hull, plus how many days off",
            ("senior pay in Hull?", "how many days off?"),
        ),
        (
            "As a harbour pilot when are dues paid and how often is the test",
            ("As a harbour pilot when are dues paid?", "how often is the test?"),
        ),
        (
            "how much in Ayr, and does on-call pay extra?",
            ("how much in Ayr?", "does on-call pay extra?"),
        ),
        (
            "Send me the pay in Ayr, and tell me whether overtime counts",
            ("Send me the pay in Ayr?", "tell me whether overtime counts?"),
        ),
    ],
)
def test_a_list_of_things_asked_is_a_question_each(sentence, questions):
    assert is_question(sentence)
    assert parted(sentence) == ("", list(questions))


@pytest.mark.parametrize(
    "sentence",
    [
        "Which grade, which county or which firm pays most?",
        "which rank, sector or town has the best pay",
        "What counts more, what you studied or where you worked?",
        "Who travels further, a pilot or a surveyor?",
        "Do they mind how you learned it, where you trained?",
        "When a ship runs aground, what does the pilot do?",
        "If I fail the test, how soon may I sit it again?",
        "My papers are from Ghana, what should I do about that?",
        "I can't swim, is that a problem?",
    ],
)
def test_what_belongs_together_is_one_question(sentence):
    assert read_message(sentence).questions == (sentence,)


@pytest.mark.parametrize(
    ("sentence", "told", "questions"),
    [
        (
            "I sailed for ten years, what could I earn and is there night work?",
            "I sailed for ten years",
            ("what could I earn?", "is there night work?"),
        ),
        (
            "The sea does not worry me so much as my evenings: my husband drives lorries and "
            "our twins are at school, so I want to know how often I'd be called, and whether it "
            "takes in Sundays.",
            "The sea does not worry me so much as my evenings: my husband drives lorries and "
            "our twins are at school",
            ("I want to know how often I'd be called?", "whether it takes in Sundays?"),
        ),
    ],
)
def test_what_a_sentence_tells_first_is_no_part_of_its_questions(sentence, told, questions):
    assert parted(sentence) == (told, list(questions))


@pytest.mark.parametrize(
    "sentence",
    [
        "Could-be harbour pilot here.",
        "Did geography at school and nothing since.",
        "Had a boat of my own for years.",
        "No firm would give me a chance so far.",
        "Next month we move to Hull with my mother, who is a midwife.",
        "My uncle, who has never been to sea, says that it is a dying trade.",
        "When I left the navy I drove a van.",
        "It was lovely to hear from you.",
        "I could do with a change.",
    ],
)
def test_a_sentence_that_only_tells_is_the_story_of_the_question_behind_it(sentence):
    message = read_message(f"{sentence} What would I earn?")
    assert message.questions == ("What would I earn?",)
    assert message.leads == (sentence,)


@pytest.mark.parametrize(
    "statement",
    [
        "The one thing nobody could tell me is whether the post is for good.",
        "My only worry is how often I'd be away.",
        "It would be good to know what a beginner gets.",
        "I can't work out if a degree is needed.",
        "My daughter also asked whether she must work on Sundays.",
    ],
)
def test_a_statement_may_ask(statement):
    assert read_message(f"I mend clocks. {statement}").questions == (statement,)


def test_a_question_that_says_nothing_leads_to_the_one_behind_it():
    asked = "says who? where are the pay figures from"
    assert read_message(asked).questions == (asked,)
    assert len(read_message("What do they do? What do they earn?").questions) == 2


@pytest.mark.parametrize("judged", ["Is he right?", "Would I?", "So which is it?", "Is that so?"])
def test_a_judgement_is_read_with_what_is_judged(judged):
    (question,) = read_message(f"Dad says that pilots must swim. {judged}").questions
    assert question == f"Dad says that pilots must swim. {judged}"


def test_a_long_sentence_is_judged_by_its_last_clause():
    told = (
        "My niece looks after the boats at the harbour down the road, harbour pilot is what it "
        "says on her badge by the way, and tells me she never works at night. Is she right?"
    )
    assert read_message(told).questions == ("tells me she never works at night. Is she right?",)


def test_a_last_clause_that_points_back_is_judged_with_what_it_points_to():
    told = (
        "We were told that by law every harbour has to have a pilot of its own on board, and one "
        "of the owners insists that we are too small for that to be true."
    )
    assert read_message(f"{told} Is he right?").questions == (f"{told} Is he right?",)
