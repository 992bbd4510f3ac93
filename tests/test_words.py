"""Which writings count as the same word, and which may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.words import STOP_WORDS, joined, normalise, stem, terms, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organizations"),
        ("organising", "organized"),
        ("programme", "programs"),
        ("colour", "colors"),
        pytest.param(
            "behaviour",
            "behaviors",
        ),
        ("licence", "license"),
        ("modelling", "modeling"),
        ("Engineers", "engineer"),
        ("engineer's", "engineers"),
        ("APIs", "API"),
        ("NHS", "nhs"),
    ],
)
def test_two_writings_of_a_word_count_as_one(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("HL7", "HL"), ("C#", "C"), ("C++", "C"), ("8a", "8b")])
def test_a_standard_or_a_band_is_never_shortened(one, other):
    assert terms(one) != terms(other)
    assert terms(one) == [one.casefold()]


@pytest.mark.parametrize(
    "asked",
    [
        "on-call",
        "on call",
        "On‑Call",
        "ON–CALL",
        pytest.param(
            "oncall",
        ),
    ],
)
def test_a_known_compound_is_found_in_every_writing(asked):
    assert "oncall" in terms(asked, {"oncall"})


def test_a_compound_yields_its_parts_too_but_no_stop_word():
    assert terms("end-to-end testing") == ["endtoend", "end", "end", "test"]


def test_a_contraction_is_no_compound():
    assert terms("the trust's rota") == ["trust", "rota"]
    assert terms("don't") == []


def test_adjacent_words_are_no_compound_unless_known():
    assert terms("back end work", {"backend"}) == ["back", "end", "backend", "work"]
    assert "backend" not in terms("back end work")


def test_negations_are_kept_and_frames_are_not():
    assert terms("What do you not need?") == ["not"]
    assert {"no", "not", "without"}.isdisjoint(STOP_WORDS)


def test_typographic_marks_are_read_as_plain_ones():
    assert normalise("don’t pay £30k–£40k") == "don't pay £30k-£40k"


@given(st.text())
def test_any_text_has_terms_and_repeats_them_the_same(text):
    found = terms(text)
    assert found == terms(text)
    assert all(term and not any(character.isspace() for character in term) for term in found)
    assert all(word in normalise(text) for word in words(text))


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu"], max_codepoint=0x17F), min_size=1))
def test_capitals_make_no_other_word(word):
    lower, title = word.lower(), word.lower().title()
    assert joined(lower) == joined(lower.casefold())
    if lower.title().lower() == lower:
        assert stem(lower) == stem(title)


@given(st.lists(st.sampled_from("data record rota trust ward salary audit feed".split())))
def test_terms_stand_in_the_order_of_the_words(chosen):
    assert terms(" ".join(chosen)) == [stem(word) for word in chosen]
