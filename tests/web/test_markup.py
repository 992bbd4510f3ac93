import pytest

from assistant.web.markup import safe_html


def test_a_marker_links_to_its_source():
    html = safe_html("Pay is good [1].", {1}, "s2")
    assert '<a class="marker" href="#s2-1" aria-label="Source 1">1</a>' in html


def test_a_marker_stays_on_the_line_of_its_words():
    assert "well\u00a0<a class" in safe_html("It pays well [1].", {1}, "s1")
    assert "\u00a0" not in safe_html("[1] and[1]", {1}, "s1")


def test_a_marker_without_a_citation_stays_as_it_is_written():
    assert "[7]" in safe_html("Pay is good [7].", {1}, "s2")


def test_markers_are_no_links_while_the_answer_grows():
    html = safe_html("Pay is good [1].")
    assert "<a" not in html
    assert '<span class="marker">1</span>' in html


def test_a_marker_before_brackets_is_no_markdown_link():
    html = safe_html("Pay is good [1](see above) and [2][1].", {1, 2}, "s1")
    assert html.count('class="marker"') == 3
    assert "(see above)" in html


def test_private_use_characters_make_no_marker():
    assert "marker" not in safe_html("\ue0001\ue001", {1}, "s1")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.com/x.png)",
        "[x](javascript:alert(1))",
        "<a href='javascript:alert(1)'>x</a>",
        "<iframe src='https://example.com'></iframe>",
        "<style>body{display:none}</style>",
        "`<svg onload=alert(1)>`",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
    ],
)
def test_text_is_data(text):
    html = safe_html(text, {1}, "s1")
    for live in ("<script", "<img", "<iframe", "<style", "<svg", 'href="javascript', 'href="data'):
        assert live not in html


def test_headings_in_an_answer_stay_below_those_of_the_page():
    assert "<h4>Pay</h4>" in safe_html("# Pay")


def test_lists_and_tables_are_drawn():
    html = safe_html("- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert html.count("<li>") == 2
    assert "<td>1</td>" in html
