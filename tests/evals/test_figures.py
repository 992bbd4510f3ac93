import pytest

from evals.measures.figures import Figure, figures, unsupported


def values(text, kind):
    return sorted(figure.value for figure in figures(text) if figure.kind == kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("£35,000 to £48,000", ["35000", "48000"]),
        ("£35k–£48k", ["35000", "48000"]),
        ("£35-48k", ["35000", "48000"]),
        ("up to £90,000 a year", ["90000"]),
        ("€1.5m", ["1500000"]),
        ("paid £450 per day", ["450"]),
        ("the £38,682 of 2025", ["38682"]),
        ("no money here, 48,000 people", []),
    ],
)
def test_money_is_read_as_a_value(text, expected):
    assert values(text, "money") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("between 5% and 10 per cent", "percentage", ["10", "5"]),
        ("since 2019, and 2025/26", "year", ["2019", "2025"]),
        ("NHS Bands 5 to 7, then Band 8a", "band", ["5", "7", "8a"]),
        ("two weeks or 18 months", "time", ["18"]),
        ("3-5 years' work", "time", ["3", "5"]),
        ("starts at 3am", "clock", ["3"]),
        ("IEC 62304, DCB0129 and MHRA", "name", ["DCB0129", "IEC62304", "MHRA"]),
        ("HL7 v2 or FHIR.", "name", ["FHIR", "HL7"]),
    ],
)
def test_each_kind_of_figure_is_found(text, kind, expected):
    assert values(text, kind) == expected


def test_a_figure_prints_as_words():
    assert str(Figure("money", "35000", "£ a year")) == "money 35000 £ a year"


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("It pays £35k to £48k", "£35,000 to £48,000"),
        ("£35,000 a year", "£35,000"),
        ("£35,000", "£35,000 per annum"),
        ("£35,000 a year", "£35,000 per annum"),
        ("DCB-0129", "the standard DCB0129"),
        ("no figure at all", ""),
    ],
)
def test_the_same_value_is_supported_however_written(claim, evidence):
    assert unsupported(claim, evidence) == set()


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("£36,000", "£35,000"),
        ("£350 a day", "£350 an hour"),
        ("$35,000", "£35,000"),
        ("£30,000 to £48,000", "£35,000 to £48,000 or £30,000 to £42,000"),
        ("5 months", "5 years"),
        ("Band 6", "Bands 5 to 7"),
        ("IEC 62305", "IEC 62304"),
        ("2026", "2025"),
        ("4%", "£4"),
    ],
)
def test_another_value_unit_period_or_pairing_is_not(claim, evidence):
    assert unsupported(claim, evidence)
