"""A message taken apart: its questions in order, its story, and what is set aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.messages.asking import is_question, without_opening, without_request
from assistant.understanding.messages.messages import read_message
from assistant.understanding.messages.parting import counted

MAIL = """Hi there,

I'm a nurse of twelve years in Leeds and thinking of a change. I have done some SQL.

What would I earn to start with? And is there much on-call?

Kind regards,
Sam Example
Ward 7, Example Hospital
"""


def test_a_mail_is_its_questions_and_its_story():
    message = read_message(MAIL)
    assert message.questions == ("What would I earn to start with?", "And is there much on-call?")
    assert "nurse of twelve years in Leeds" in message.story
    assert "Hi there" not in message.story


@pytest.mark.parametrize(
    "sign_off",
    [
        "Kind regards,",
        "Best wishes",
        "Many thanks",
        "Thanks,",
        "Cheers",
        "Yours sincerely,",
        "Regards",
    ],
)
def test_a_signature_is_set_aside(sign_off):
    message = read_message(
        f"Hello,\n\nIs there on-call?\n\n{sign_off}\nSam Example\nIs Head of Example"
    )
    assert message.questions == ("Is there on-call?",)
    assert "Example" not in message.story


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi,",
        "Hello there!",
        "Dear Sir or Madam,",
        "Good morning,",
        "Hi Sam -",
        "To whom it may concern:",
    ],
)
def test_a_greeting_is_set_aside(greeting):
    message = read_message(f"{greeting} what does a senior earn in London?")
    assert [question.casefold() for question in message.questions] == [
        "what does a senior earn in london?"
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        "> What did you ask about pay?",
        "On Mon, 3 Mar 2025 at 10:00, Sam <sam@example.org> wrote:\nWhat did you ask?",
        "From: sam@example.org\nSubject: what do you want?",
        "-- \nIs Sam, example.org?",
    ],
)
def test_quoted_mail_is_set_aside(quoted):
    assert read_message(f"Is there on-call?\n\n{quoted}\n").questions == ("Is there on-call?",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("What does a senior earn and is there on-call?", 2),
        ("What does it pay? Which skills do I need? Is there on-call?", 3),
        ("what does it pay? which skills do i need?", 2),
        ("1. What does it pay?\n2. Which skills matter?\n3. Is there on-call?", 3),
        ("- What does it pay?\n- Which skills matter?", 2),
        ("What is the pay, and how do I get in?", 2),
        ("What do seniors and leads earn?", 1),
        ("Is it hard or dull?", 1),
        ("What skills and standards do I need?", 1),
        ("What does an engineer in design and delivery do?", 1),
        ("senior backend engineer salary london", 1),
        ("Tell me about on-call.", 1),
    ],
)
def test_how_many_questions_a_message_holds(text, count):
    assert len(read_message(text).questions) == count


def test_each_question_of_a_sentence_stands_alone():
    assert read_message("What does a senior earn and is there on-call?").questions == (
        "What does a senior earn?",
        "is there on-call?",
    )


@pytest.mark.parametrize(
    "text",
    [
        "What does it pay",
        "how long does it take",
        "Tell me about the pay.",
        "I was wondering about on-call",
        "Is it hard?",
        "salary?",
        "- can I work from home",
        "I'd like to know what it pays.",
        "Could you explain the skills table",
        "Did anything change for Leeds lately",
        "If you know what they give by way of leave that would help me too.",
    ],
)
def test_what_asks(text):
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "I am a nurse.",
        "The pay is low here.",
        "Leeds is my home.",
        "What.",
        "We met there.",
        "Before I see the boss I'd like some outside figures.",
        "My boss has offered to send me on a course.",
    ],
)
def test_what_only_tells(text):
    assert not is_question(text)


def test_a_message_that_asks_nothing_is_one_question():
    assert read_message("I am a nurse. I like data.").questions == ("I am a nurse. I like data.",)
    assert read_message("").questions == ()
    assert read_message(" \n ").questions == ()


def test_the_end_of_a_line_is_read_alike_in_every_system():
    assert read_message(MAIL.replace("\n", "\r\n")) == read_message(MAIL)


@given(st.text(max_size=300))
def test_any_text_is_taken_apart_without_adding_words(text):
    message = read_message(text)
    said = set("".join(text.split()) + "?")
    assert all(question.strip() for question in message.questions)
    assert all(set("".join(question.split())) <= said for question in message.questions)


def test_a_judgement_is_read_with_the_sentence_that_it_judges():
    message = read_message(
        "Hello,\n\n1. They offer £44,500. Where does that sit for the level?\n"
        "2. The contract names 25 days of leave. Is that normal?\n\nThanks,\nSam"
    )
    assert message.questions == (
        "They offer £44,500. Where does that sit for the level?",
        "The contract names 25 days of leave. Is that normal?",
    )


@pytest.mark.parametrize("who", ["I'm the helmsman.", "I am a deck hand on it.", "And im the mate"])
def test_who_asks_is_not_what_is_judged(who):
    told = "Our captain sails without charts."
    (question,) = read_message(f"{told} {who.rstrip('.')}. Is that allowed?").questions
    assert question.startswith(told)


def test_each_question_has_the_sentence_told_right_before_it():
    message = read_message("I never trained as a medic. Can I still apply? What does it pay?")
    assert message.leads == ("I never trained as a medic.", "")
    assert len(read_message("Pay in Leeds").leads) == 1


def test_a_tag_that_guesses_the_answer_is_no_second_question():
    asked = "How do you tell whether somebody is any good, is it the number of commits?"
    assert read_message(asked).questions == (asked,)


def test_what_one_request_introduces_is_several_questions():
    message = read_message(
        "I would like to know what a junior earns near me, whether I need to have worked with HL7 "
        "before, and if you offer apprenticeships."
    )
    assert len(message.questions) == 3
    assert message.questions[1] == "whether I need to have worked with HL7 before?"
    asked = "Could you tell me what it pays, if possible with a source?"
    assert read_message(asked).questions == (asked,)


def test_a_colleague_s_wish_for_a_reply_is_no_question():
    message = read_message(
        "A candidate asks: is there shift work? Can you draft something for her?"
    )
    assert len(message.questions) == 1


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (
            "every rung of the pay ladder, I'm a recruiter",
            "every rung of the pay ladder",
            "recruiter",
        ),
        ("do I buy the boots myself, I heard they cost a lot", "do I buy the boots myself", "cost"),
    ],
)
def test_what_is_told_behind_a_question_is_no_part_of_it(text, question, told):
    message = read_message(text)
    assert message.questions == (question,)
    assert told in message.story


def test_a_question_behind_what_is_told_is_asked_as_well():
    questions = read_message("what do pilots earn, I'm in Leeds, and is there a rota?").questions
    assert questions[-1] == "is there a rota?"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("I'd be obliged if you could tell me whether a boat is needed.", "a boat is needed."),
        ("Could you tell me how that normally works?", "how that normally works?"),
        ("Tell me about pay", "Tell me about pay"),
        (
            "I live in Leeds and want to know what it pays.",
            "I live in Leeds and want to know what it pays.",
        ),
    ],
)
def test_words_that_only_ask_us_are_no_part_of_what_is_asked(question, asked):
    assert without_request(question) == asked


def test_a_row_of_dashes_is_read_at_once():
    message = read_message("what is the pay? - " + "- " * 200 + "x pay")
    assert message.questions[0] == "what is the pay?"


def test_questions_numbered_within_a_line_are_each_one():
    message = read_message(
        "Things on tuners: 1) what do juniors make, 2) is there on-call, 3) is a degree needed?"
    )
    assert message.questions == ("what do juniors make", "is there on-call", "is a degree needed?")


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Three things please. 1 what does it pay 2 which ships are hard (3) is it cold",
            ("what does it pay", "which ships are hard", "is it cold"),
        ),
        ("1. what is it 2. any nights", ("what is it", "any nights")),
        ("is band 1 what they pay and is band 2 any better", None),
        ("level 3 what is it", None),
        ("2 what is it 3 is it cold", None),
    ],
)
def test_questions_are_counted_out_within_a_sentence(text, questions):
    if questions is None:
        assert counted(text) == [text]
    else:
        assert read_message(text).questions == questions


def test_what_only_opens_a_question_is_no_part_of_it():
    assert without_opening("lol ok, anyway what is a tug") == "what is a tug"
    assert without_opening("anyway") == "anyway"
    message = read_message("lol its raining again. anyway what is a tug")
    assert message.questions == ("anyway what is a tug",)


@pytest.mark.parametrize(
    "told", ["What I loved was the odd questions.", "And what we've got is a small workshop."]
)
def test_what_begins_as_a_question_may_tell(told):
    message = read_message(f"{told} Is there a shop near you?")
    assert message.questions == ("Is there a shop near you?",)


def test_what_the_next_question_is_about_is_told_whatever_its_marks():
    message = read_message("My niece is thinking of being a pilot?? What is that")
    assert message.questions == ("What is that",)
    assert message.leads == ("My niece is thinking of being a pilot??",)


@pytest.mark.parametrize(
    "judged",
    [
        "Am I being robbed?",
        "Are we being taken for a ride?",
        "Taking the mickey?",
        "Are they joking or not?",
        "Worth accepting?",
    ],
)
def test_whether_an_offer_is_serious_is_asked_of_the_offer(judged):
    offer = "The yard would give me 27k for glazing."
    assert read_message(f"{offer} {judged}").questions == (f"{offer} {judged}",)


def test_what_others_want_to_give_is_told_and_not_requested():
    assert not is_question("the boss says they want to give me a van")
    assert is_question("I want you to give me a list")


def test_what_is_to_be_found_out_is_searched_for_and_not_where():
    asked = "how could she find out at the interview whether the boats leak"
    assert without_request(asked) == "what should I ask to find out whether the boats leak"
    assert "interview" in without_request("how do I prepare for an interview on boats?")


def test_what_others_say_of_it_is_told_whatever_its_marks():
    message = read_message(
        "Cook here, worn out. someone suggested teaching?? is that doable for me"
    )
    assert message.questions == ("is that doable for me",) or "someone" in message.questions[0]
    assert len(message.questions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "we bake for the RAF. what is a proving drawer",
        "bored of my shop. never studied. what is a proving drawer",
    ],
)
def test_a_sentence_in_lower_case_begins_behind_a_full_stop(text):
    assert read_message(text).questions == ("what is a proving drawer",)


@pytest.mark.parametrize(
    "tail",
    ["List them all please.", "Give me the lot", "in order", "give me the whole list", "list all"],
)
def test_that_all_of_it_is_wanted_is_no_question_of_its_own(tail):
    (question,) = read_message(f"What are the steps to becoming a planner? {tail}").questions
    assert tail.strip(".") in question


def test_a_sentence_that_names_something_else_is_not_all_of_it():
    asked = "Do I need a degree? The full set of exams the college asks"
    (question,) = read_message(asked).questions
    assert question == "Do I need a degree?"


def test_what_somebody_pastes_is_read_without_the_words_above_it():
    mail = (
        "Dear team, I have been a cook in Hull for years. Would a pilot's school take me? Regards"
    )
    pasted = read_message(f'Pasting this, can you help: "{mail}"')
    assert pasted.questions == read_message(mail).questions
    asked = (
        'How do I answer this: "Tell me about a time when you met an outage at sea and a storm."'
    )
    assert read_message(asked).questions[0].startswith("How do I answer this")
    assert read_message('What does "rota" mean?').questions == ('What does "rota" mean?',)


def test_a_judgement_is_of_what_was_told_and_not_of_what_is_added_to_it():
    told = "My tutor told me that nobody at all is taken on there without a doctorate in the field"
    (question,) = read_message(f"{told}, which would be four more years. Is he right?").questions
    assert question == f"{told}. Is he right?"


@pytest.mark.parametrize(
    "asked",
    ["Should I haggle?", "Fair or cheeky?", "Is it cheeky to ask for more?", "do I accept?"],
)
def test_what_to_do_about_an_offer_is_asked_with_the_offer(asked):
    told = "Offered £60k as a senior pilot in Hull."
    (question,) = read_message(f"{told} {asked}").questions
    assert question == f"{told} {asked}"


def test_how_it_is_to_be_told_stands_within_a_question():
    said = "Please tell me, step by step, what happens on a visit."
    assert len(read_message(said).questions) == 1
