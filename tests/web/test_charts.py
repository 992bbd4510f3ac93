import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Table
from assistant.web import wording
from assistant.web.charts import pay_chart_html, pay_table
from tests.web.scripted import PAY, band


def chart(*bands):
    return pay_chart_html(Table("pay", "Pay", (), (), (), tuple(bands)), "t1")


def bars(html):
    found = re.findall(r'<rect class="(role-\d) (region-\d)" x="([\d.]+)%" width="([\d.]+)%"', html)
    return [(role, region, float(x), float(width)) for role, region, x, width in found]


def test_bars_stand_where_their_figures_are_on_the_scale():
    html = pay_chart_html(PAY, "t1")
    # The scale ends at £60,000, the first line above £45,000 with a line every £20,000.
    assert bars(html) == [
        ("role-0", "region-0", 58.33, 16.67),
        ("role-0", "region-1", 50.0, 16.67),
    ]
    assert re.findall(r">(£[\dk]+)</text>", html) == ["£0", "£20k", "£40k", "£60k"]


def test_every_value_can_be_read_beside_its_bar():
    html = pay_chart_html(PAY, "t1")
    assert "£35,000 to £45,000" in html
    assert html.index("London") < html.index("Rest of UK")


def test_one_role_is_named_once_and_several_at_each_bar():
    one = pay_chart_html(PAY, "t1")
    assert one.count("Lab Analyst") == 2  # the caption and what a screen reader is told
    two = chart(
        band("Lab Analyst", "Lead", "", 30000, 40000), band("Nurse", "Lead", "", 35000, 45000)
    )
    assert two.count('<span class="whose"><span class="role">Lab Analyst</span></span>') == 1
    assert [bar[0] for bar in bars(two)] == ["role-0", "role-1"]


def test_a_role_is_named_above_the_first_of_its_bars_of_a_level_only():
    html = chart(
        *(
            band(role, level, region, 30000, 40000)
            for level in ("Junior", "Lead")
            for role in ("Lab Analyst", "Nurse")
            for region in ("London", "Rest of UK")
        )
    )
    assert re.findall(r'<span class="(?:role|region)">([^<]+)</span>', html) == [
        *("Lab Analyst", "London", "Rest of UK", "Nurse", "London", "Rest of UK"),
        *("Lab Analyst", "London", "Rest of UK", "Nurse", "London", "Rest of UK"),
    ]


def test_levels_of_several_roles_stand_side_by_side():
    html = chart(
        band("A", "Junior", "", 20000, 30000),
        band("A", "Lead", "", 50000, 60000),
        band("B", "Junior", "", 21000, 31000),
    )
    assert html.count('class="level-name"') == 2
    assert [bar[0] for bar in bars(html)] == ["role-0", "role-1", "role-0"]


def test_roles_with_ladders_of_their_own_stand_one_after_the_other():
    html = chart(
        band("A", "Junior", "London", 20000, 30000),
        band("A", "Lead", "London", 50000, 60000),
        band("B", "Trainee", "London", 21000, 31000),
        band("B", "Lead", "London", 41000, 51000),
        band("B", "Chief", "London", 61000, 71000),
    )
    assert re.findall(r'class="level-name">([^<]+)<', html) == ["A", "B"]
    assert re.findall(r'<span class="role">([^<]+)</span>', html) == [
        *("Junior", "Lead"),
        *("Trainee", "Lead", "Chief"),
    ]


def test_the_second_region_of_each_role_looks_alike_whatever_its_name():
    html = chart(
        band("A", "Lead", "London and South East", 20000, 30000),
        band("A", "Lead", "Rest of UK", 20000, 30000),
        band("B", "Lead", "London", 20000, 30000),
        band("B", "Lead", "Elsewhere", 20000, 30000),
        band("C", "Lead", "Rest of UK", 20000, 30000),
        band("C", "Lead", "Inner London", 20000, 30000),
    )
    assert [bar[1][-1] for bar in bars(html)] == ["0", "1", "0", "1", "1", "0"]


def test_a_range_without_a_region_among_others_says_so():
    html = chart(band("A", "Lead", "London", 20000, 30000), band("A", "Lead", "", 20000, 30000))
    assert re.findall(r'<span class="region">([^<]+)</span>', html) == [
        "London",
        wording.NO_REGION,
    ]


def test_the_table_has_a_row_for_each_range_where_regions_have_different_names():
    bands = (
        band("A", "Lead", "London", 20000, 30000, number=1),
        band("B", "Chief", "Elsewhere", 25000, None, number=2),
        band("B", "Chief", "", 21000, 31000, number=2),
    )
    rows = (("A", "Lead", "£20,000 to £30,000", ""), ("B", "Chief", "", "from £25,000"))
    wide = Table("pay", "Pay", ("Role", "Level", "London", "Elsewhere"), rows, (1, 2), bands)
    long = pay_table(wide)
    assert long.rows == (
        ("A", "Lead", "London", "£20,000 to £30,000"),
        ("B", "Chief", "Elsewhere", "from £25,000"),
        ("B", "Chief", wording.NO_REGION, "£21,000 to £31,000"),
    )
    assert long.numbers == (1, 2, 2)


def test_the_table_stays_as_it_is_where_no_cell_is_empty():
    assert pay_table(PAY) is PAY


def test_open_ends_are_said_and_drawn_to_the_edge():
    html = chart(band("A", "Junior", "", None, 20000), band("A", "Lead", "", 30000, None))
    assert "up to £20,000" in html
    assert "from £30,000" in html
    (_, _, start, _), (_, _, last, width) = bars(html)
    assert start == 0
    assert last + width == 100


def test_each_currency_has_its_own_scale():
    html = chart(
        band("A", "Junior", "", 20000, 30000), band("A", "Junior", "", 1, 2, currency="CHF")
    )
    assert html.count("<figure") == 2
    assert "1 CHF to 2 CHF" in html


def test_without_figures_there_is_no_chart():
    assert chart() == ""
    assert chart(band("A", "Junior", "", None, None)) == ""


def test_names_are_escaped():
    assert "<b>" not in chart(band("<b>", "<b>", "<b>", 1000, 2000))


@given(
    st.lists(st.tuples(st.integers(1, 400_000), st.integers(0, 100_000)), min_size=1, max_size=8)
)
def test_no_bar_leaves_the_chart(ranges):
    html = chart(
        *(band("A", str(at), "", low, low + more) for at, (low, more) in enumerate(ranges))
    )
    found = bars(html)
    assert len(found) == len(ranges)
    for _, _, start, width in found:
        assert start >= 0
        assert start + width <= 101
