"""Sentences that are not clear without another."""

import pytest

from assistant.answering.antecedents import antecedent_of

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
