import pytest

from assistant.guides import SectionKind, read_text
from assistant.guides.pay.rates import rates_of
from tests.guides.promises import check


def read(body, heading="Pay"):
    guide = read_text(f"# Roofer\n\nThey mend roofs.\n\n## {heading}\n\n{body}\n", "roofer.md")
    check(guide)
    return guide


def levels(guide):
    return [(rate.level, rate.low) for rate in rates_of(guide)]


def test_rows_of_a_table_with_what_pay_is_by_at_the_head_of_a_column():
    guide = read(
        "| Grade | Per hour | Bristol |\n|---|---|---|\n"
        "| Learner, Year 1 | £8.10 | £9 |\n| Roofer | £17.25 | £18.50 |"
    )
    assert levels(guide) == [("Learner, Year 1", 8.1), ("Roofer", 17.25)]


def test_a_post_stands_for_its_row_and_not_its_grade():
    guide = read("| Grade | Who | Day rate |\n|---|---|---|\n| B | Foreman | £210 |")
    assert levels(guide) == [("Foreman", 210)]


@pytest.mark.parametrize(
    ("body", "heading", "said"),
    [
        ("All rates are per hour from May.\n\n", "What we pay", "All rates are per hour from May."),
        ("", "Hourly rates", None),
    ],
)
def test_what_pay_is_by_may_be_said_above_the_table(body, heading, said):
    guide = read(f"{body}| | Weekdays | Sundays |\n|---|---|---|\n| Roofer | £17 | £25 |", heading)
    (rate,) = rates_of(guide)
    assert (rate.said and rate.said.of(guide.source_text)) == said


def test_lines_of_a_list_and_not_what_is_added_to_pay_or_paid_by_the_year():
    guide = read(
        "- Labourer: £12.60 an hour\n- Foreman: £41,000 a year\n- Relief: £140 a day plus van\n"
        "- On-call allowance: £40 a night"
    )
    assert levels(guide) == [("Labourer", 12.6), ("Relief", 140)]


def test_what_somebody_has_to_pay_is_no_pay():
    guide = read(
        "- Roofer: £17 an hour\n- Parking: £4 a day\n- Ladder hire from the yard: £30 a week\n"
        "- Hot meals (weekdays): £5 a day\n- Uniform fees - all staff: £2 a week\n"
        "- Parking warden: £13 an hour\n- Cook in the canteen: £14 an hour"
    )
    assert levels(guide) == [
        ("Roofer", 17),
        ("Parking warden", 13),
        ("Cook in the canteen", 14),
    ]


def test_pay_by_the_day_is_pay_by_a_day():
    assert levels(read("- Labourer: £96 by the day\n- Foreman: £31,000")) == [("Labourer", 96)]


@pytest.mark.parametrize("body", ["| Post | Sum |\n|---|---|\n| Roofer | £17 |", "They pay well."])
def test_sums_that_are_by_nothing_are_none(body):
    assert levels(read(body)) == []


@pytest.mark.parametrize("heading", ["Rates by grade", "Contract and interim rates", "Our rates"])
def test_a_section_of_rates_is_about_pay(heading):
    guide = read("Firms agree on them.", heading)
    assert guide.sections[-1].kind is SectionKind.SALARY
