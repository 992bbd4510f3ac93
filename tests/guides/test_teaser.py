"""The line that says what a page is about, told from one that says what the job is."""

import pytest

from assistant.guides import read_text
from assistant.guides.teaser import is_teaser


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("What a Bell Founder really does, what it pays and how to start.", True),
        ("The daily work of a Bell Founder, with frank pay figures and skills.", True),
        ("A Bell Founder pours bronze into moulds of clay.", False),
        ("How bells ring.", False),
    ],
)
def test_a_summary_that_lists_what_the_page_tells_is_a_teaser(summary, expected):
    text = f"---\nsummary: {summary!r}\n---\n\n# Bell Founder\n\n{summary}\n\nIt is paid.\n"
    guide = read_text(text, "bell.md")
    assert guide.summary == summary
    assert is_teaser(summary, guide) is expected
    assert not is_teaser("It is paid.", guide)
