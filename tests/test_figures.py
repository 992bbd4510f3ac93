"""Figures: equal for equal values however they are written, different for different ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures import figures

thousands = st.integers(min_value=12, max_value=400)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("£62k", {"money:62000"}),
        ("£62,000", {"money:62000"}),
        ("62,000 pounds", {"money:62000"}),
        ("£62 k", {"money:62000"}),
        ("£62.5k", {"money:62500"}),
        ("£1.2m", {"money:1.2e+06"}),
        ("62k", {"money:62000"}),
        ("€62k", {"money:62000"}),
        ("£35k-£48k", {"money:35000", "money:48000"}),
        ("£35-48k", {"money:35000", "money:48000"}),
        ("£35–48k", {"money:35000", "money:48000"}),
        ("£35 to £48k", {"money:35000", "money:48000"}),
        ("10%", {"percent:10"}),
        ("10 per cent", {"percent:10"}),
        ("10.0 percent", {"percent:10"}),
        ("in 2025", {"year:2025"}),
        ("2025/26", {"year:2025"}),
        ("NHS Band 8a", {"band:8a"}),
        ("band 8A", {"band:8a"}),
        ("IEC 62304", {"name:iec62304"}),
        pytest.param(
            "IEC-62304",
            {"name:iec62304"},
        ),
        ("DCB0129", {"name:dcb0129"}),
        ("HL7", {"name:hl7"}),
        ("no figure at all", set()),
        ("", set()),
    ],
)
def test_what_is_a_figure(written, expected):
    assert figures(written) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£62k", "£63k"),
        ("£6,200", "£62,000"),
        ("Band 8a", "Band 8b"),
        ("10%", "100%"),
        ("ISO 27001", "ISO 13485"),
        ("HL7", "HL8"),
        ("2024", "2025"),
        ("DCB0129", "DCB0160"),
    ],
)
def test_different_figures_differ(one, other):
    assert figures(one).isdisjoint(figures(other))
    assert figures(one)


@given(thousands)
def test_money_is_equal_in_every_writing(value):
    pounds = f"money:{value * 1000:g}"
    for written in (
        f"£{value}k",
        f"£{value}K",
        f"£ {value},000",
        f"£{value},000.00",
        f"{value},000",
        f"GBP {value},000",
        f"£{value * 1000}",
    ):
        assert pounds in figures(f"It pays {written} a year."), written


@given(thousands, thousands)
def test_both_ends_of_a_range_are_figures(low, high):
    for written in (f"£{low}k to £{high}k", f"£{low}-{high}k", f"£{low},000 – £{high},000"):
        assert figures(written) == {f"money:{low * 1000:g}", f"money:{high * 1000:g}"}, written


@given(thousands, st.text(alphabet=" .,;:()\n", max_size=4), st.text(" .,;:()\n", max_size=4))
def test_stops_around_a_figure_change_nothing(value, before, after):
    assert figures(f"{before} £{value},000{after}") == figures(f"£{value},000")


@given(st.text())
def test_no_text_is_too_odd(text):
    assert all(":" in figure for figure in figures(text))


def test_the_mark_of_a_footnote_is_no_part_of_a_figure():
    assert figures("£42,000¹ a year") == figures("£42,000 a year")


@pytest.mark.parametrize("written", ["12 per cent", "Band 6", "IEC 62304", "£900 to £1,200"])
@pytest.mark.parametrize("broken", ["\n", "\r\n", "\n    ", " \n"])
def test_where_a_line_breaks_is_no_part_of_a_figure(written, broken):
    assert figures(written.replace(" ", broken)) == figures(written) != frozenset()


def test_a_gap_between_columns_parts_a_name_from_the_figure_beside_it():
    assert figures("SO2") <= figures("SO2   26-28   £35,412")
