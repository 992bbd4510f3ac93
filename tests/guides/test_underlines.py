import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check

MARKDOWN = """Ward Planner
============

1. The work
-----------
1.1 Main tasks
~~~~~~~~~~~~~~
They plan the wards.

2. The rest
-----------

2.1 Salary
~~~~~~~~~~

Level | Pay
:-- | --:
Junior | £25,000
Senior | £31,000
"""
EXPORT = MARKDOWN.replace("Ward Planner\n============\n", "Ward Planner\n\nThey plan.\n")


@pytest.mark.parametrize("text", [MARKDOWN, EXPORT])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_numbered_headings_may_be_underlined(text, newline):
    text = text.replace("\n", newline)
    guide = read_text(text, "ward.md")
    check(guide)
    names = [section.path[-1].split(maxsplit=1)[-1] for section in guide.sections if section.path]
    assert [name for name in names if name in ("Main tasks", "Salary")] == ["Main tasks", "Salary"]
    rows = guide.sections[-1].blocks
    assert [row.cells[1].of(text) for row in rows] == ["£25,000", "£31,000"]


def test_waves_rank_below_dashes():
    paths = [section.path for section in read_text(MARKDOWN, "ward.md").sections]
    assert paths[:2] == [("1. The work",), ("1. The work", "1.1 Main tasks")]


def test_code_stays_code():
    text = (
        "# Ward Planner\n\nThey plan.\n\n## Duties\n\nSo:\n~~~\n# plan\n~~~\n\n1. Plan\n2. Rest\n"
    )
    guide = read_text(text, "ward.md")
    check(guide)
    kinds = [block.kind for block in guide.sections[-1].blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 2 + [BlockKind.LIST_ITEM] * 2


def test_code_below_a_line_of_like_length_stays_code():
    text = (
        "# Ward Planner\n\nThey plan.\n\n## Duties\n\nSo:\n~~~~\n# plan the wards\n~~~~\n\nRest.\n"
    )
    guide = read_text(text, "ward.md")
    check(guide)
    assert [section.path for section in guide.sections] == [(), ("Duties",)]
    assert len(guide.sections[-1].blocks) == 3
