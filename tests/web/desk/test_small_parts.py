"""The small parts: masks of tokens, marks in a text, who is here, moments."""

import string
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from assistant.records.values import Mark, MarkKind
from assistant.web.desk.guarding import masked, unmasked
from assistant.web.desk.presence import GONE_AFTER, Presence
from assistant.web.desk.reading import lit, to_read
from assistant.web.desk.rendering import moment


@given(st.text(string.ascii_letters + string.digits + "-_", min_size=1))
def test_a_token_comes_back_from_under_its_mask(token):
    assert unmasked(masked(token)) == token


@given(st.text())
def test_whatever_a_form_sends_for_a_token_is_read_without_an_error(sent):
    assert isinstance(unmasked(sent), str)


def test_the_same_token_is_written_differently_each_time():
    assert masked("a token of some length") != masked("a token of some length")


KINDS = st.sampled_from(list(MarkKind))
PLACES = st.integers(-5, 60)


@given(st.text(max_size=50), st.lists(st.builds(Mark, PLACES, PLACES, KINDS), max_size=6))
def test_a_lit_text_is_the_text_whatever_the_marks(text, marks):
    assert "".join(run.text for run in lit(text, marks)) == text


def test_only_what_needs_a_person_is_lit():
    text = "It holds. It does not. Read me."
    marks = (
        Mark(0, 9, MarkKind.HOLDS),
        Mark(10, 22, MarkKind.FIGURE, "£1: not in what this cites."),
        Mark(23, 31, MarkKind.REWORDED),
    )
    assert [(run.text, run.weight) for run in lit(text, marks) if run.weight] == [
        ("It does not.", "grave"),
        ("Read me.", "read"),
    ]
    assert [each["words"] for each in to_read(text, marks)] == ["It does not.", "Read me."]


def test_others_are_here_until_their_page_is_silent():
    now = [0.0]
    presence = Presence(lambda: now[0])
    assert presence.note(1, "ada", "Ada") == []
    assert presence.note(1, "bob", "Bob") == ["Ada"]
    assert presence.note(2, "bob", "Bob") == []
    now[0] = GONE_AFTER + 1
    assert presence.note(1, "bob", "Bob") == []


def test_moments_are_in_uk_time():
    summer = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert moment(summer) == ('<time datetime="2026-07-01T12:00:00+00:00">1 Jul 2026, 13:00</time>')
    assert moment(None) == "–"
