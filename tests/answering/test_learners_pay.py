"""What a learner is paid is told in a sentence where the pay table has no row for it."""

import pytest

from assistant.answering.learners_pay import learners_claims
from assistant.guides import read_text
from assistant.understanding.levels import ladder_of
from assistant.understanding.query import Query

ROW = (
    "| Level | Pay |\n|---|---|\n"
    "| {level} | £30,000 to £33,000 |\n| Senior | £40,000 to £44,000 |\n"
)
PAGE = (
    "# Harbour Pilot\n\nPilots bring ships in.\n\n## Pay\n\n{rows}\n## Ways in\n\n"
    "Two ports have an apprenticeship that pays £19,000. "
    "Its fees of £900 are paid for apprentices. Apprentices are rare.\n"
)
SAID = ["Two ports have an apprenticeship that pays £19,000."]


@pytest.mark.parametrize(
    ("lowest", "levels", "expected"),
    [
        ("Junior", ("apprentice",), SAID),
        ("Junior", ("apprenticeship",), SAID),
        ("Junior", ("trainee",), []),
        ("Junior", ("junior",), []),
        ("Junior", ("apprentice", "senior"), []),
        ("Apprentice", ("apprentice",), []),
        ("Trainee", ("apprentice",), []),
    ],
)
def test_the_sentence_on_the_pay_of_a_learner(lowest, levels, expected):
    guide = read_text(PAGE.replace("{rows}", ROW.replace("{level}", lowest)), "harbour-pilot.md")
    query = Query("pay?", "pay?", level_words=levels, pay_table=True)
    told = learners_claims(guide, query, ladder_of(guide))
    assert [claim.text for claim in told] == expected


def test_pay_in_training_is_told_of_by_that_name_too():
    page = PAGE.replace("Two ports", "Training costs £500. In training you are paid £18,000. Ports")
    guide = read_text(page.replace("{rows}", ROW.replace("{level}", "Junior")), "harbour-pilot.md")
    query = Query("pay?", "pay?", level_words=("trainee",), pay_table=True)
    told = learners_claims(guide, query, ladder_of(guide))
    assert [claim.text for claim in told] == ["In training you are paid £18,000."]


def test_the_item_that_a_sentence_stands_in_may_name_the_learner():
    items = (
        "- **Apprenticeship:** it takes a year. You are paid £23,400 while you learn.\n"
        "- **Degree:** it takes three. You are paid £30,000 after that.\n"
    )
    page = PAGE.split("## Ways in")[0]
    guide = read_text(
        page.replace("{rows}", ROW.replace("{level}", "Junior")) + f"## Ways in\n\n{items}", "p.md"
    )
    query = Query("pay?", "pay?", level_words=("apprenticeship",), pay_table=True)
    told = learners_claims(guide, query, ladder_of(guide))
    assert [claim.text for claim in told] == ["You are paid £23,400 while you learn."]
