"""What changed between two drafts."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from assistant.enquiries.differences import PieceKind, differences

TEXTS = st.text(st.sampled_from("ab £1,.\n é"), max_size=60)


@given(TEXTS, TEXTS)
def test_the_pieces_make_up_both_texts(old, new):
    pieces = differences(old, new)
    kept = [piece.text for piece in pieces if piece.kind is not PieceKind.ADDED]
    come = [piece.text for piece in pieces if piece.kind is not PieceKind.REMOVED]
    assert ("".join(kept), "".join(come)) == (old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.kind is not two.kind for one, two in itertools.pairwise(pieces))


def test_a_changed_figure_is_shown_as_a_whole_word():
    pieces = differences("It pays £31,000 a year.\n", "It pays £33,500 a year.\n")
    assert [(piece.kind.value, piece.text) for piece in pieces] == [
        ("same", "It pays "),
        ("removed", "£31,000"),
        ("added", "£33,500"),
        ("same", " a year.\n"),
    ]


def test_a_paragraph_that_took_anothers_place_is_not_woven_into_it():
    pieces = differences("Same.\n\nThe sea is wide and blue.\n", "Same.\n\nBring your own boots.\n")
    assert [piece.kind.value for piece in pieces] == ["same", "removed", "added"]
