"""What a question asks to be counted, and what counts it."""

import pytest

from assistant.answering.quantities import counts, figure_asked, in_kind, sought, unit_asked
from assistant.chunks import chunk_guide
from assistant.guides import read_text


def chunks_of(text):
    guide = read_text(f"# Tester\n\nin health\n\n## Pathways\n\n{text}\n", "tester.md")
    return [
        chunk
        for chunk in chunk_guide(guide, lambda said: len(said.split()))
        if text.rstrip(".") in chunk.text
    ]


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("How many years until I'm a lead?", "year"),
        ("how many working days a week is it", "day"),
        ("How many people are in a team?", ""),
        ("What did you do last year?", ""),
    ],
)
def test_the_unit_that_is_asked_for(question, unit):
    assert unit_asked(question) == unit


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("It takes two to three years to get there.", "year", True),
        ("There is a 12-week course.", "week", True),
        ("Some leave after a few months.", "month", True),
        ("Every year the tables change.", "year", False),
        ("Salaries are given per year, in 2025 figures.", "year", False),
    ],
)
def test_a_number_must_stand_by_its_unit(text, unit, expected):
    assert any(counts(chunk, unit) for chunk in chunks_of(text)) is expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("The course takes two years.", "how long is it?", True),
        ("The course is taught in Hull.", "how long is it?", False),
        ("Every pilot sits it.", "how often is it?", True),
        ("Most ports refund the fee.", "who pays for it?", True),
        ("Most ports ask for it.", "what does it cost?", False),
        ("A fifth is added, 20 per cent.", "how big?", True),
        ("An allowance is added.", "how big?", False),
        ("It takes 12 weeks.", "how many years is it?", False),
        ("It takes 12 weeks.", "how hard is it?", False),
        ("Only seniors reach that.", "at what rank?", True),
    ],
)
def test_a_passage_has_what_is_asked_for_by_kind(text, question, expected):
    assert any(in_kind(chunk, question) for chunk in chunks_of(text)) is expected


@pytest.mark.parametrize(
    ("question", "giving", "not_giving"),
    [
        ("how long is the course", "It lasts six weeks.", "It is long."),
        ("how many years is it", "It takes a year or two.", "There are 40 desks."),
        ("How often are exams set?", "Exams are set every spring.", "Exams are set in a hall."),
        ("what percentage pass", "Around a third pass.", "Many pass."),
        ("how much is the fee", "The fee is £90.", "The fee is high."),
        ("how much of it is travel", "Travel is 20 per cent of it.", "Travel is tiring."),
        ("how many people are there", "A team of four to nine.", "A team of friends."),
    ],
)
def test_what_gives_the_figure_that_is_asked_for(question, giving, not_giving):
    figure = figure_asked(question)
    assert figure is not None
    assert figure.given_in(giving)
    assert not figure.given_in(not_giving)


def test_other_questions_ask_for_no_figure():
    assert figure_asked("what do they do all day") is None


def test_days_are_counted_in_shifts_as_well():
    (chunk,) = chunks_of("The pattern is four 12-hour shifts on and four off.")
    assert counts(chunk, "day")
    assert not counts(chunk, "week")


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("which software would I use", "Rows are kept in LedgerBase and typed by hand.", True),
        ("which software would I use", "Rows are kept in a ledger and typed by hand.", False),
        ("what law covers bells", "Bells fall under the Noise Act 1911.", True),
        ("what law covers bells", "Bells are covered with felt.", False),
        ("how many bells are there", "There are twelve bells.", True),
    ],
)
def test_what_is_sought_by_its_kind_is_known_by_its_name_or_number(question, text, expected):
    kind = sought(question)
    assert kind is not None
    assert kind.given_in(text) is expected


def test_nothing_is_sought_by_kind_where_no_kind_is_named():
    assert sought("do they ring the bells") is None
