"""Personal data leaves a text, nothing else does, and it can be put back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.redaction import redacted

# Numbers that are set aside for examples: Ofcom's drama ranges, the NHS's own test number.
PERSONAL = {
    "e-mail": "sam.example+jobs@mail.example.co.uk",
    "mobile": "07700 900123",
    "landline": "(020) 7946 0958",
    "with the country's code": "+44 113 496 0123",
    "abroad": "+353 20 915 0123",
    "NHS number": "943 476 5919",
    "NHS number in one": "9434765919",
    "insurance number": "QQ 12 34 56 C",
    "insurance number in one": "QQ123456C",
    "e-mail in disguise": "sam.example (at) mail.example",
    "e-mail in words": "sam dot example at mail dot example",
    "mobile without its nought": "7700 900123",
    "NHS number with points": "943.476.5919",
    "NHS number with hard spaces": "943\u00a0476\u00a05919",
    "NHS number digit by digit": "9 4 3 4 7 6 5 9 1 9",
    "insurance number with hyphens": "QQ-12-34-56-C",
    "postcode with two spaces": "LS1  4AB",
    "postcode that is made up": "AB1 2CD",
    "postcode of the forces": "BFPO 61",
    "street": "12 High Street",
    "postcode": "SW1A 1AA",
    "postcode in small letters": "ls1 4ab",
}


@pytest.mark.parametrize("name", PERSONAL)
@pytest.mark.parametrize(
    "around", ["{}", "Hello, {}.", "I wrote to you ({}), what is the pay?", "is it {}? yes"]
)
def test_personal_data_is_taken_out_and_can_be_put_back(name, around):
    text = around.format(PERSONAL[name])
    found = redacted(text)
    assert PERSONAL[name].strip("()") not in found.text
    assert "⟨" in found.text
    assert found.put_back(found.text) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My name is Sam O'Neill-Smith and I ask about pay", "Sam O'Neill-Smith"),
        ("I'm called Priya. What is on-call?", "Priya"),
        ("What is on-call?\n\nKind regards,\nSam van den Berg\nLeeds", "Sam van den Berg"),
        ("What is on-call? \nThanks,\n\nA. N. Other\n", "A. N. Other"),
        ("What is on-call?\nYours sincerely,\nMrs. J. Doe-Smith MBE", "J. Doe-Smith"),
        ("What is on-call?\nThanks in advance,\nSam Example", "Sam Example"),
        ("What is on-call?\nKR\nsam example", "sam example"),
        ("What is on-call?\n-- \nSam Example", "Sam Example"),
        ("Hello, I'm Sam Example. What is on-call?", "Sam Example"),
        ("Dear Ms Example,\nwhat is on-call?", "Ms Example"),
        ("From: Sam Example <sam@mail.example>\nWhat is on-call?", "Sam Example"),
        ("my name's sam example, what is on-call?", "sam example"),
        ("My NHS number is not right: NHS no: 943 476 5918", "943 476 5918"),
        ("My NI number is QQ123456, and I ask about pay", "QQ123456"),
        ("Date of birth: 12/03/1990, what now?", "12/03/1990"),
        ("I was born on 1st March 1990, am I too old?", "1st March 1990"),
    ],
)
def test_names_are_known_where_they_are_given_as_names(text, name):
    assert name not in redacted(text).text
    assert redacted(text).put_back(redacted(text).text) == text


@pytest.mark.parametrize(
    "text",
    [
        "What does a senior backend engineer earn in London?",
        "Is £62,000 to £75,000 fair for 2025/26 in the South East?",
        "I am Band 6 with 10 years of HL7, IEC 62304:2006, DCB0129 and ISO 27001.",
        "There were 1,234,567,890 records. Is M1 a motorway, and B12 a vitamin?",
        "Thanks! What about Wales?",
        "Dear Sir or Madam,\nI am Senior Nurse Manager now. Is Band 7 right?",
        "Hello! I'm a Backend Engineer and I work at the Trust.",
        "Hi there,\nI am Band 6. Best pay in Wales? Is it 2 years from Junior to Senior?",
        "We serve 1234567890 people",  # ten digits, and not with an NHS number's check digit
    ],
)
def test_what_a_question_needs_stays(text):
    assert redacted(text).text == text


def test_the_same_datum_has_one_placeholder_and_another_its_own():
    found = redacted("a@b.example, c@d.example and a@b.example")
    assert found.text == "⟨EMAIL 1⟩, ⟨EMAIL 2⟩ and ⟨EMAIL 1⟩"


def test_a_placeholder_that_nobody_gave_out_is_left_alone():
    assert redacted("hello").put_back("⟨EMAIL 7⟩") == "⟨EMAIL 7⟩"


@given(st.text(max_size=200), st.sampled_from(sorted(PERSONAL.values())))
def test_whatever_stands_around_it_the_text_comes_back_whole(text, datum):
    whole = f"{text} {datum} {text}"
    found = redacted(whole)
    if "⟨" not in whole:
        assert found.put_back(found.text) == whole
