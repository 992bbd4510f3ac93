from assistant.guides.running_lines import without_running_lines

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
