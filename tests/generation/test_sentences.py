"""A reply is cut into sentences, the same whatever pieces it comes in, and never half a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citations import Layout
from assistant.generation.sentences import Cutter

KNOWN = ("K7M", "P2X", "Z4Q")


def cut(text, sizes=(1000,), known=KNOWN, finish=True):
    cutter, found, start = Cutter(known), [], 0
    for number in range(len(text) + 1):
        size = sizes[number % len(sizes)]
        found += cutter.feed(text[start : start + size])
        start += size
        if start >= len(text):
            break
    return found + (list(cutter.finish()) if finish else [])


def told(text, **how):
    return [(one.text, one.marks) for one in cut(text, **how)]


def test_marks_before_and_after_the_stop_belong_to_their_sentence():
    expected = [("On-call is common.", ("K7M",)), ("It is paid.", ("P2X", "Z4Q"))]
    for text in (
        "On-call is common [K7M]. It is paid [P2X][Z4Q].",
        "On-call is common. [K7M] It is paid. [P2X] [Z4Q]",
        "On-call is common.[K7M] It is paid. [P2X, Z4Q]",
        "On-call is **common** [k7m].\nIt is paid [P2X; Z4Q].",
    ):
        assert told(text) == expected, text


def test_a_mark_that_was_not_given_is_an_invention():
    for text in (
        "It is paid [1].",
        "It is paid [K7M, 9].",
        "It is paid [].",
        "It is 【x】 paid [K7M].",
    ):
        assert [one.invented for one in cut(text)] == [True], text
    assert [one.invented for one in cut("It is paid [K7M].")] == [False]


def test_punctuation_around_marks_goes_with_them():
    assert told("[K7M]: it is paid [P2X], [Z4Q].") == [("it is paid.", ("K7M", "P2X", "Z4Q"))]


def test_a_link_is_no_mark():
    (one,) = cut("[K7M](https://evil.example) is paid.")
    assert one.marks == ()
    assert "](https" in one.text


def test_items_and_paragraphs_keep_their_layout():
    found = cut("They need:\n- care [K7M]\n2. speed [P2X]\n\nThat is all [Z4Q].")
    assert [(one.text, one.layout) for one in found] == [
        ("They need:", Layout.SENTENCE),
        ("care", Layout.ITEM),
        ("speed", Layout.ITEM),
        ("That is all.", Layout.PARAGRAPH),
    ]


@pytest.mark.parametrize("tail", ["It is pa", "It is paid [K7", "It is paid [K7M", "It is paid. ["])
def test_what_is_not_whole_is_kept_back_until_the_end_and_lost_if_there_is_none(tail):
    text = f"On-call is common [K7M]. {tail}"
    assert told(text, finish=False) in ([("On-call is common.", ("K7M",))], [])
    assert all("[" not in one.text for one in cut(text, finish=False))


SENTENCES = st.lists(
    st.tuples(
        st.sampled_from(
            ["It pays £62,000 a year", "Teams, e.g. small ones, rotate", "No. 5 is it"]
        ),
        st.lists(st.sampled_from([*KNOWN, "9", "ABC"]), max_size=2),
        st.sampled_from([". ", ".\n", "! ", "? ", "\n", "…\n\n"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@given(SENTENCES, st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_the_pieces_that_a_reply_comes_in_change_nothing(parts, sizes):
    text = ""
    for words, marks, stop, before in parts:
        named = "".join(f" [{mark}]" for mark in marks)
        text += f"{words}{named}{stop}" if before else f"{words}{stop.strip()}{named}{stop[-1]}"
    assert cut(text, sizes) == cut(text, (len(text),))


@given(st.text(alphabet="ab .[]KM7\n-*!(", max_size=120), st.integers(1, 7))
def test_any_text_is_cut_without_error_and_leaves_no_mark_in_the_words(text, size):
    for one in cut(text, (size,)):
        assert "[K7M]" not in one.text or "](" in one.text
