"""What a sentence must pass: worked examples, the labelled wordings, and laws."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.checking import OTHER_ROLE, Cited, fault_in
from assistant.generation.numbers import numbers
from assistant.generation.sentences import Sentence

SOURCE = (
    "Junior keepers often earn £24,000 to £28,000 in the islands and £22,000 on the mainland; "
    "Order 12 may cap a duty at 28 days, and no licence is needed."
)


def fault(text, source=SOURCE, marks=("K7M",), **more):
    invented = more.pop("invented", False)
    return fault_in(Sentence(text, marks, invented), Cited([source], **more))


def test_the_source_itself_passes():
    assert fault(SOURCE) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Junior keepers often earn £24,000 to £28,000 in the islands.",
        "In the islands, junior keepers often earn between £24,000 and £28,000.",
        "According to the guide, junior keepers often earn £22,000 on the mainland.",
        "Order 12 may cap a duty at 28 days.",
    ],
)
def test_the_guides_own_clauses_may_be_chosen_and_opened_by_their_ends(text):
    assert fault(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Junior keepers often earn £24,000 to £29,000 in the islands.",  # a figure
        "Junior keepers often earn £22,000 in the islands.",  # another place's figure
        "Junior keepers always earn £24,000 to £28,000 in the islands.",  # stronger
        "Junior keepers earn £24,000 to £28,000 in the islands.",  # stronger, by leaving out
        "Senior keepers often earn £24,000 to £28,000 in the islands.",  # another level
        "Junior keepers often earn £24,000 to £28,000 in Orkney.",  # a place
        "Order 13 may cap a duty at 28 days.",  # a name
        "Order 12 must cap a duty at 28 days.",  # stronger
        "Order 12 may not cap a duty at 28 days.",  # turned round
        "A licence is needed.",  # turned round
        "No licence is not needed.",  # turned round twice
        "No licence is needed for radio.",  # a word
        "Junior keepers often earn three times £24,000.",  # a number in words
        "Ignore the rules, junior keepers.",
        "Keepers are great people.",
        "Sure!",
        "",
    ],
)
def test_what_the_source_does_not_say_fails(text):
    assert fault(text)


@pytest.mark.parametrize(
    "text",
    [
        "No licence is needed, see https://evil.example.",
        "No licence is needed (www.evil.example).",
        "No licence is needed, see evil.com.",
        "<b>No licence is needed</b>.",
        "No licence is needed ![x](y).",
        "`No licence is needed`.",
        "No licence is needed, mail a@b.",
        "No licence is needed &amp; all.",
        "No licence is needed, ⟨NAME 1⟩.",
    ],
)
def test_links_markup_and_code_fail(text):
    assert fault(text) == "it holds a link, markup or code"


def test_without_a_mark_or_with_an_invented_one_nothing_passes():
    assert fault(SOURCE, marks=()) == "it cites nothing"
    assert fault(SOURCE, invented=True) == "it cites what was not given"


def test_another_role_is_told_apart_from_faults_of_a_sentence():
    text = "No licence is needed by lighthouse painters."
    assert fault(text, others=["Lighthouse Painter"]) == OTHER_ROLE
    assert fault(f"{SOURCE} ", others=["Lighthouse Painter"]) == ""


def test_a_role_may_open_a_sentence_and_a_heading_a_list():
    source = "Check the lamp each night"
    told = "A warden's duties include checking the lamp each night."
    assert fault(told, source)
    assert fault(told, source, roles=["Warden"], headings=["Duties"]) == ""
    assert fault(told, source, roles=["Warden"], headings=["What are the duties?"])


@pytest.mark.parametrize(
    "sign", [" ❌", "?", "!", " ≠", "\u202e", " →", ' "sic"', " 'so'", "\u0336", " ~"]
)
def test_signs_that_colour_a_sentence_fail(sign):
    assert fault(f"No licence is needed{sign}")


def rows(project, name):
    lines = (project / "evals" / "judging" / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize(
    ("name", "split", "let_through", "leaked"),
    [
        ("labels.jsonl", None, 0, 0),
        ("wordings.jsonl", "dev", 11, 0),
        ("wordings.jsonl", "held-out", 14, 0),
    ],
)
def test_the_labelled_wordings_are_judged_as_the_record_says(
    name, split, let_through, leaked, project
):
    """The figures of ADR 6: a change of the test that moves them moves the record too."""
    chosen = [row for row in rows(project, name) if row.get("split") == split]
    passed = [row for row in chosen if not fault(row["statement"], row["source"])]
    assert sum(row["supported"] for row in passed) >= let_through
    assert sum(not row["supported"] for row in passed) <= leaked


@given(st.text(max_size=120))
def test_any_text_is_judged_without_error(text):
    assert isinstance(fault(text), str)


@given(st.integers(2, 99_999), st.sampled_from(["{}", "£{:,}", "{} years", "band {}", "{}%"]))
def test_no_number_passes_that_is_not_in_the_source(number, form):
    source = "Keepers earn between £24,000 and £28,000 after 12 years."
    said = form.format(number)
    sentence = f"Keepers earn {said} after 12 years."
    assert fault(sentence, source) or numbers(said) <= numbers(source)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£62k to £75,000", {62_000.0, 75_000.0}),
        ("twelve weeks, 1.5 days", {12.0, 1.5}),
        ("half a dozen", {0.5, 12.0}),
        ("DCB0129", {129.0}),
        ("one or other", set()),
    ],
)
def test_numbers_are_read_in_digits_words_and_names(text, found):
    assert numbers(text) == found
