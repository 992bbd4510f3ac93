"""Fixed wording: data without facts, every text whole."""

import re
import string
import tomllib

import pytest

from assistant.answering.wording import listed, say
from assistant.figures import figures


@pytest.fixture(scope="module")
def table(project):
    return tomllib.loads((project / "assistant/answering/wording.toml").read_text("utf-8"))


def texts(table):
    return {f"{group}.{key}": text for group, texts in table.items() for key, text in texts.items()}


def test_no_fixed_text_holds_a_figure(table):
    for name, text in texts(table).items():
        if name != "social.distress":
            assert not figures(text), name
            assert "£" not in text, name


def test_every_text_can_be_said_with_its_blanks(table):
    for name, text in texts(table).items():
        blanks = {blank: "x" for _, blank, _, _ in string.Formatter().parse(text) if blank}
        said = say(name, **blanks)
        assert said
        assert not re.search(r"[{}]", said)


def test_a_missing_blank_or_text_is_an_error():
    with pytest.raises(KeyError):
        say("pay.for_role")
    with pytest.raises(KeyError):
        say("pay.nonsense")


@pytest.mark.parametrize("manner", ["greeting", "thanks", "farewell", "distress", "empty"])
def test_each_manner_has_its_words(manner):
    assert say(f"social.{manner}", roles="a and b")


def test_distress_is_met_with_a_number_to_ring():
    assert "116 123" in say("social.distress")


@pytest.mark.parametrize(
    ("items", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_items_are_listed_as_english_lists_them(items, expected):
    assert listed(items) == expected
    assert listed(items, "or") == expected.replace(" and ", " or ")
