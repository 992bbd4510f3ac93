"""The level that bears the role's own name, where the one beside it is asked for."""

import pytest

from assistant.understanding.levels import resolve_level, shift
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand
from tests.answering.making import PayGuide


def level_asked(role, levels, *turns):
    """The levels whose pay the last of some messages asks for."""
    rows = [(level, "", 20 + 5 * place, 24 + 5 * place) for place, level in enumerate(levels)]
    lexicon = lexicon_of([PayGuide(*rows, role=role).guide])
    query = understand(turns, lexicon).queries[-1]
    (ladder,) = lexicon.ladders.values()
    levels = shift(resolve_level(query.level_words, ladder), ladder, query.level_shift)
    return levels if query.pay_table else None


TUNER = ["Apprentice", "Tuner", "Concert tuner"]
CURATOR = ["Assistant", "Gallery curator", "Senior gallery curator"]


FITTER = ["Graduate fitter", "Pump fitter", "Senior fitter"]


@pytest.mark.parametrize(
    "question",
    [
        "what does a normal pump station fitter earn?",
        "what's an ordinary (not senior) pump station fitter paid",
        "what would a pump station fitter get? just a standard one I mean",
        "pump station fitter pay in Leeds? not the graduate one and not senior",
    ],
)
def test_an_ordinary_one_is_at_the_one_level_with_no_word_for_how_senior(question):
    assert level_asked("Pump Station Fitter", FITTER, question) == ("Pump fitter",)


@pytest.mark.parametrize(
    "question",
    ["what would a pump station fitter earn on a standard contract?", "pump station fitter pay?"],
)
def test_a_standard_contract_picks_no_level(question):
    assert level_asked("Pump Station Fitter", FITTER, question) == ()


@pytest.mark.parametrize(
    ("role", "levels", "question", "level"),
    [
        ("Piano Tuner", TUNER, "what's above tuner?", "Concert tuner"),
        ("Piano Tuner", TUNER, "and the level above tuner", "Concert tuner"),
        ("Piano Tuner", TUNER, "what is below a tuner", "Apprentice"),
        ("Gallery Curator", CURATOR, "what comes after gallery curator?", "Senior gallery curator"),
        ("Gallery Curator", CURATOR, "and one above curator", "Senior gallery curator"),
    ],
)
def test_a_level_called_as_the_role_is_one_to_look_from(role, levels, question, level):
    assert level_asked(role, levels, f"what does a {role} earn?", question) == (level,)


def test_newly_qualified_is_the_first_level_after_the_learners():
    assert level_asked("Piano Tuner", TUNER, "pay of a newly qualified piano tuner") == ("Tuner",)
