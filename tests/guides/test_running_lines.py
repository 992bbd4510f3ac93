import pytest

from assistant.guides.text.running_lines import without_running_lines

BODY = "Ward Planner\nWard planners plan the wards of a hospital.\nA ward planner is calm."


def test_what_recurs_beside_page_numbers_is_left_out():
    header = "Example Careers - Role guide"
    pages = f"{header}\n{BODY}\nPage 1\n\n{header}\nPay\nEnough.\nPage 2"
    assert without_running_lines(pages).split("\n") == [*BODY.split("\n"), "", "Pay", "Enough."]


def test_a_header_of_one_page_is_no_title():
    assert without_running_lines(f"Example Careers\n\n{BODY}\nPage 1 of 1").strip() == BODY


def test_a_title_that_runs_on_stays_once_as_the_title():
    pages = "Ward Planner\nThey plan wards, and do so well.\nPage 1\nWard Planner\nPay.\nPage 2"
    assert without_running_lines(pages) == "Ward Planner\nThey plan wards, and do so well.\nPay."


def test_text_that_recurs_within_pages_stays():
    text = f"{BODY}\nLondon\nMuch.\nLeeds\nLess.\nLondon\nAgain."
    assert without_running_lines(text) == text


PRINTED = "28/11/2026, 13:21 Wards"


def test_what_a_browser_prints_above_and_below_a_page_is_left_out():
    foot = "https://example.org/wards.html {}/2"
    text = f"{PRINTED}\n{BODY}\n{foot.format(1)}\n\n\f{PRINTED}\nPay\nEnough.\n{foot.format(2)}"
    assert without_running_lines(text).split("\n") == [*BODY.split("\n"), "", "Pay", "Enough."]
    text = f"{PRINTED}\n{BODY}\nfile:///wards.html\n\n1/2\n\n\f{PRINTED}\nPay\n\n2/2"
    assert "2026" not in without_running_lines(text)
    assert "/2" not in without_running_lines(text)


def test_a_date_and_a_fraction_in_a_text_stay():
    text = f"{BODY}\nOpen day:\n28/11/2026, 13:21 on the ward\nPass mark:\n3/4"
    assert without_running_lines(text) == text


def test_a_footer_above_all_pages_but_the_last_is_left_out():
    foot = "Version 3   Bed planner"
    pages = [f"{BODY}\nPage 1 of 3\n{foot}", f"Pay\nEnough.\nPage 2 of 3\n{foot}", "Page 3 of 3"]
    assert without_running_lines("\n\n".join(pages)).split("\n") == [
        *BODY.split("\n"),
        "",
        "Pay",
        "Enough.",
        "",
    ]


@pytest.mark.parametrize("number", ["- {} -", "– {} –", "p. {}", "Example Jobs p. {}"])
def test_numbers_of_pages_may_stand_between_dashes(number):
    pages = (
        f"{BODY}\n{number.format(1)}\nPay\nEnough.\n{number.format(2)}\nMore.\n{number.format(3)}"
    )
    assert without_running_lines(pages).split("\n") == [
        *BODY.split("\n"),
        "Pay",
        "Enough.",
        "More.",
    ]
