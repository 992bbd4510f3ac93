"""Notes below a pay table are told with the rows that point to them."""

import pytest

from assistant.answering.footnotes import footnote_claims
from assistant.answering.pay import pay_rows
from assistant.citations import cite
from assistant.guides import read_text

HEAD = "# Roofer\n\nThey mend roofs.\n\n## Pay\n\n"


def told(table, notes, at=slice(None)):
    guide = read_text(f"{HEAD}{table}\n\n{notes}\n", "roofer.md")
    claims = footnote_claims(pay_rows(guide)[at])
    assert cite(claims, {guide.id: guide}).dropped == ()
    return [claim.text for claim in claims]


TABLE = (
    "| Post | Pay | With lodging{head} |\n|---|---|---|\n"
    "| Learner{learner} | £18,000 | £21,000 |\n| Roofer | £27,000{sum} | £30,000 |"
)


@pytest.mark.parametrize(
    ("marks", "notes", "expected"),
    [
        ({"learner": "*"}, "\\* For two years.", ["Learner: For two years."]),
        ({"sum": "¹"}, "¹ After a test.", ["Roofer: After a test."]),
        ({"sum": "[^a]"}, "[^a]: After a test.", ["Roofer: After a test."]),
        (
            {"learner": "*", "sum": "†"},
            "\\* For two years.\n† After a test.",
            ["Learner: For two years.", "Roofer: After a test."],
        ),
        ({"head": "*"}, "* A room and meals.", ["With lodging: A room and meals."]),
        ({"head": "†"}, "† A room and meals.", ["With lodging: A room and meals."]),
        ({"learner": "*"}, "**Note.** Nothing of it.", []),
        ({}, "\\* For two years.", []),
    ],
)
def test_the_notes_that_rows_point_to(marks, notes, expected):
    table = TABLE.format(**{"head": "", "learner": "", "sum": ""} | marks)
    assert told(table, notes) == expected


def test_a_row_that_is_not_shown_has_no_note():
    table = TABLE.format(head="", learner="*", sum="")
    assert told(table, "\\* For two years.", slice(1, None)) == []


BOTH = (
    "| Post | City* | Country |\n|---|---|---|\n"
    "| Learner | £18,000 | £17,000† |\n| Roofer | £27,000 | £25,000† |"
)


def test_a_note_to_all_rows_names_none_of_them():
    assert told(BOTH, "† With a house.")[-1] == "With a house."
    assert told(BOTH, "† With a house.", slice(1)) == ["Learner: With a house."]


def test_the_items_of_a_list_are_no_notes():
    table = TABLE.format(head="", learner="*", sum="")
    listed = "Also:\n\n* Leave of five weeks\n* A van\n\n\\* For two years."
    assert told(table, listed) == ["Learner: For two years."]
