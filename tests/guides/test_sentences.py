import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guides.sentences import sentence_spans


def sentences(text):
    return [span.of(text) for span in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("Know HL7 v2. It is old but common.", ["Know HL7 v2.", "It is old but common."]),
        ("Version 2.0.1 pays £1.5k more.", ["Version 2.0.1 pays £1.5k more."]),
        ("Use a queue, e.g. Kafka. Then log it.", ["Use a queue, e.g. Kafka.", "Then log it."]),
        ("Nurses at St. George's move on.", ["Nurses at St. George's move on."]),
        ("Dr. J. Smith runs it. She is kind.", ["Dr. J. Smith runs it.", "She is kind."]),
        ('They say "Ask first." Then they wait.', ['They say "Ask first."', "Then they wait."]),
        ("**Ask early.** Then wait.", ["**Ask early.**", "Then wait."]),
        (
            "Ask (it is free. It is quick.) and go. Done.",
            ["Ask (it is free. It is quick.) and go.", "Done."],
        ),
        ("An open ( bracket. Holds nothing.", ["An open ( bracket.", "Holds nothing."]),
        ("Is it hard? Not really! Try it…", ["Is it hard?", "Not really!", "Try it…"]),
        ("Two routes: study or work. Both count.", ["Two routes: study or work.", "Both count."]),
        ("Common in the U.K. Health Service.", ["Common in the U.K. Health Service."]),
        ("Common in the U.K. The NHS leads.", ["Common in the U.K.", "The NHS leads."]),
        ("Pensions, leave, etc. They add up.", ["Pensions, leave, etc.", "They add up."]),
        ("See no. 5. The answer is no. Then go.", ["See no. 5.", "The answer is no.", "Then go."]),
        ("Most sit at Band 6. The rest at Band 7.", ["Most sit at Band 6.", "The rest at Band 7."]),
        ("Ask your team. iOS work counts.", ["Ask your team.", "iOS work counts."]),
        (
            "Ask two things:\n- Who is on call?\n- How often?",
            ["Ask two things:", "Who is on call?", "How often?"],
        ),
        ("Wrapped over\nlines. Next.", ["Wrapped over\nlines.", "Next."]),
        ("One thing\n\nAnother thing", ["One thing", "Another thing"]),
        ("1. Apply early. Then wait.", ["1. Apply early.", "Then wait."]),
        ("Grade 3 . . . . £24,685", ["Grade 3 . . . . £24,685"]),
        ("Grade 3 ...... £24,685. It rises.", ["Grade 3 ...... £24,685.", "It rises."]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_only_the_stretch_asked_for():
    text = "Skip this. Keep this. Keep that. Skip that."
    assert [s.of(text) for s in sentence_spans(text, 11, 32)] == ["Keep this.", "Keep that."]


@given(st.text(alphabet='aB1 .?!()"\n-|•£e.g', max_size=80))
def test_spans_are_ordered_and_lose_no_word(text):
    spans = sentence_spans(text, 0, len(text))
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert all(place in covered for place, letter in enumerate(text) if letter.isalpha())
