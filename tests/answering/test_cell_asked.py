"""The row of a table that is named together with one of its columns of money."""

import pytest

from assistant.answering.cell_asked import cell_claims, names_pay_column
from assistant.citations import fault_of
from assistant.guides.reader import read_text
from assistant.understanding.lexicon import lexicon_of
from assistant.understanding.understand import understand

GUIDE = read_text(
    """# Weaver

Who weaves weaves well.

## Pay

| Grade | Fixed sum | With prizes |
|---|---|---|
| Plain weaver | £24,100 | £27,200 |
| Master weaver | £30,100 | £33,200 |

## Rates

The guild sets rates by the hour.

| Grade | Village rate | London rate |
|---|---|---|
| Weaver | £18.10 | £20.20 |
| Licensed weaver | £19.30 | £22.40 |
""",
    "weaver.md",
)
LEXICON = lexicon_of([GUIDE])


def read(question):
    return understand([question], LEXICON).queries[0]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        (
            "What's the hourly rate of a licensed weaver in London?",
            "**Licensed weaver**: London rate: £22.40. Village rate: £19.30.",
        ),
        (
            "What is the village rate for a licensed weaver?",
            "**Licensed weaver**: Village rate: £19.30. London rate: £22.40.",
        ),
        (
            "What is a weaver's London rate?",
            "**Weaver**: London rate: £20.20. Village rate: £18.10.",
        ),
    ],
)
def test_a_rate_is_given_by_its_row_and_column(question, row):
    claims = cell_claims(read(question), GUIDE)
    assert [claim.text for claim in claims if claim.quotes] == [row]
    assert all(fault_of(claim, {GUIDE.id: GUIDE}) == "" for claim in claims)


@pytest.mark.parametrize(
    "question",
    [
        "Why is the London rate of a licensed weaver higher?",
        "How do I get a licensed weaver's London rate?",
        "Does a licensed weaver need a loom for the London rate?",
        "What does a licensed weaver do?",
        "What hours does a licensed weaver work in London?",
    ],
)
def test_a_question_that_says_more_is_not_about_one_cell(question):
    assert cell_claims(read(question), GUIDE) == []


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What do weavers get with prizes?", True),
        ("What is a weaver's fixed sum?", True),
        ("Do weavers win prizes?", False),
        ("What prizes do blind weavers win?", False),
        ("What do weavers eat?", False),
    ],
)
def test_a_column_of_the_pay_table_may_be_what_is_asked_for(question, named):
    assert names_pay_column(read(question), GUIDE) is named
