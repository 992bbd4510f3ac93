import re

import pytest

from assistant.web.beside import words_html
from tests.web.scripted import EVIL

ROLES = ("Lab Analyst", "Nurse", "Porter", "Cook")
BOTH = "**Lab Analyst**\n\nTests [1].\n\n- Keeps records. [2]\n\n**Nurse**\n\nCares [3]."


def drawn(text):
    return words_html(text, {1, 2, 3, 4}, "t1", ROLES)


def heads(html):
    return re.findall(r"<th [^>]*>([^<]*)</th>", html)


def cells(html):
    return re.findall(r"<td [^>]*>(.*?)</td>", html, re.DOTALL)


def words(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_what_is_said_of_two_roles_stands_side_by_side():
    html = drawn(BOTH)
    assert heads(html) == ["Lab Analyst", "Nurse"]
    assert [words(cell) for cell in cells(html)] == ["Tests 1 . Keeps records. 2", "Cares 3 ."]
    assert 'href="#t1-3"' in html


def test_each_question_of_several_has_a_table_of_its_own():
    html = drawn(f"**Pay?**\n\n{BOTH}\n\n**Hours?**\n\n{BOTH}")
    assert html.count("<table") == 2
    assert html.index("Pay?") < html.index("<table") < html.index("Hours?")


def test_what_cites_nothing_below_the_last_role_stands_below_the_table():
    html = drawn(f"{BOTH}\n\nThere is no guide for “dentist” here.")
    assert words(cells(html)[-1]) == "Cares 3 ."
    assert html.endswith("<p>There is no guide for “dentist” here.</p>\n")


@pytest.mark.parametrize(
    "text",
    [
        "It pays [1].",
        "**Lab Analyst**\n\nTests [1].",
        "**Duties**\n\nTests [1].\n\n**Skills**\n\nCares [2].",
        "\n\n".join(f"**{role}**\n\nWorks [1]." for role in ROLES),
        "**Lab Analyst**\n\n**Nurse**\n\nCares [3].",
    ],
    ids=["no role", "one role", "other headings", "too many roles", "nothing of one"],
)
def test_anything_else_stays_as_it_is_written(text):
    html = drawn(text)
    assert "<table" not in html
    assert words(html) == " ".join(re.sub(r"\*\*|[\[\]]", " ", text).split())


def test_text_in_a_column_is_never_live():
    html = drawn(f"**Lab Analyst**\n\n{EVIL} [1]\n\n**Nurse**\n\nCares [3].")
    assert "<img" not in html
    assert "javascript:" not in re.findall(r'href="([^"]*)"', html)
