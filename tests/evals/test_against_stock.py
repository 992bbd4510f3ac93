import pytest

from evals.against_stock import Found, Stretch, found, kind_of
from tests.evals.tiny import ATLAS, BAKER, MILLER, cite, make_case, span_of


def piece(guide, words):
    where = span_of(guide.source_text, words)
    return Stretch(guide.id, where.start, where.end)


SALARY = piece(BAKER, "A junior baker earns £24,000")
NIGHTS = piece(BAKER, "most shifts start at 3am")
# Mostly of the training section, but it begins in the salary section.
ACROSS = Stretch(
    "baker",
    cite(BAKER, "NHS Band 3.").start,
    cite(BAKER, "keep a record.").end,
)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], Found(False, False, False)),
        ([SALARY, NIGHTS], Found(True, True, True)),
        ([NIGHTS, NIGHTS, NIGHTS, SALARY], Found(False, False, True)),
        ([NIGHTS, NIGHTS, NIGHTS, NIGHTS, SALARY], Found(False, False, False)),
        ([ACROSS], Found(False, True, True)),
        ([piece(MILLER, "£30,000 to £33,000")], Found(False, False, False)),
    ],
)
def test_a_piece_is_the_place_that_most_of_it_lies_in_and_touches_all_it_overlaps(pieces, expected):
    assert found(make_case(), pieces, ATLAS) == expected


def test_what_is_only_relevant_is_not_right():
    gold = [
        {"guide": "baker", "section": ["FAQ"], "grade": 2},
        {"guide": "baker", "section": ["FAQ", "Do bakers work nights?"], "grade": 1},
    ]
    case = make_case(gold=gold)
    assert found(case, [piece(BAKER, "No degree is needed")], ATLAS).first
    assert not found(case, [piece(BAKER, "most shifts start")], ATLAS).first


def test_a_case_has_the_kind_of_its_section():
    assert kind_of(make_case(), ATLAS) == "other"
    faq = [{"guide": "baker", "section": ["FAQ", "Do bakers work nights?"], "grade": 2}]
    assert kind_of(make_case(gold=faq), ATLAS) == "faq"
    assert kind_of(make_case(gold=[{**faq[0], "section": []}]), ATLAS) == "introduction"
