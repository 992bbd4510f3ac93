"""Sentences that are not clear without another."""

import pytest

from assistant.answering.antecedents import antecedent_of, points_back

ROUTES = ["There are three routes in.", "The first is a degree.", "It takes three years."]


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        (["It opens at nine."], None),
        (["The museum is old.", "It opens at nine."], 0),
        (["The museum is old.", "Visitors come at nine."], None),
        (ROUTES, 1),
        (ROUTES[:2], 0),
        ([*ROUTES, "The third is a transfer from the shop floor."], 0),
        (["Most people train.", "The biggest are the two schools."], 0),
        (["There are two routes.", "The first week is quiet."], None),
        (["The desk closes at five.", "After that, the porter has the key."], 0),
        (["The desk closes at five.", "After lunch, the porter has the key."], None),
    ],
)
def test_a_sentence_leans_on_the_one_that_it_needs(texts, place):
    assert antecedent_of(texts) == place


@pytest.mark.parametrize("text", ["The museum lends another key.", "Visitors pay as well."])
def test_a_word_within_points_back(text):
    assert points_back(text)


@pytest.mark.parametrize("text", ["Another door is at the back.", "The gate opens at nine."])
def test_the_next_of_several_does_not(text):
    assert not points_back(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("And many of the guards were sailors.", None),
        ("And people from the town come free.", None),
        ("And most of them pay.", 0),
        ("And it is warm.", 0),
    ],
)
def test_what_goes_on_with_a_subject_of_its_own_is_clear(text, place):
    assert antecedent_of(["The museum is old.", text]) == place
