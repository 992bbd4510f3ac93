"""The duties of a level: the row that describes it, before the list or in its place."""

from dataclasses import replace

import pytest

from assistant.answering.of_level import has_duties_of_its_own, level_claims
from assistant.guides.model import SectionKind
from assistant.understanding.levels import ladder_of
from assistant.understanding.query import Query
from tests.answering.making import PayGuide

GUIDE = PayGuide(
    ("Junior", "", 28, 33, "NHS Band 5"),
    ("Senior", "", 45, 60, "Carries the rota and signs off feeds. NHS Band 7"),
    ("Head", "", 80, 95, "Budget and hiring for the service"),
).guide
LADDER = ladder_of(GUIDE)
DUTIES = Query("duties?", "duties?", topics=(SectionKind.RESPONSIBILITIES,))


@pytest.mark.parametrize(("level", "said"), [("senior", "signs off feeds"), ("head", "hiring")])
def test_the_row_of_the_level_tells_what_is_done_there(level, said):
    (claim,) = level_claims(replace(DUTIES, level_words=(level,)), GUIDE, LADDER)
    assert said in claim.text


def test_a_row_that_only_gives_pay_and_band_tells_no_duties():
    assert not level_claims(replace(DUTIES, level_words=("junior",)), GUIDE, LADDER)


def test_of_no_level_and_of_pay_no_duties_are_told():
    assert not level_claims(DUTIES, GUIDE, LADDER)
    assert not level_claims(replace(DUTIES, level_words=("head",), topics=()), GUIDE, LADDER)


def test_only_the_highest_has_duties_of_its_own():
    assert has_duties_of_its_own(replace(DUTIES, level_words=("director",)), LADDER)
    assert not has_duties_of_its_own(replace(DUTIES, level_words=("senior",)), LADDER)
