import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check
from tests.guides.test_html import page

SIGNS = [("•", "•"), ("–", "–"), ("o", "o"), ("a)", "b)"), ("(i)", "(ii)"), ("→", "→")]


def items(guide):
    return [
        (block.text(guide.source_text), block.group)
        for block in guide.sections[-1].blocks
        if block.kind is BlockKind.LIST_ITEM
    ]


def read(body, source):
    title, heading = ("# ", "## ") if source.endswith(".md") else ("", "")
    begin = f"{title}Ward Planner\n\nWard planners plan the wards.\n\n"
    guide = read_text(f"{begin}{heading}Duties\n\n{body}\n", source)
    check(guide)
    return guide


@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
@pytest.mark.parametrize(("first", "second"), SIGNS)
def test_signs_begin_items(first, second, source):
    guide = read(f"Planners will:\n{first} plan the wards\n{second} tell the others", source)
    assert [words for words, _ in items(guide)] == ["plan the wards", "tell the others"]
    assert len({group for _, group in items(guide)}) == 1


def test_items_in_paragraphs_of_their_own_are_one_list():
    guide = read("• plan the wards\n\n• tell the\nothers", "ward.md")
    assert items(guide) == [("plan the wards", 0), ("tell the\nothers", 0)]


@pytest.mark.parametrize("body", ["— Ann, a planner", "It is calm\n– and long."])
def test_a_dash_alone_begins_no_list(body):
    assert items(read(body, "ward.md")) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p class=MsoListParagraph><span>·<span>&nbsp; </span></span>plan</p><p>· tell</p>",
        "<p>Planners:<br>- plan<br>- tell</p>",
    ],
)
def test_signs_in_html(tmp_path, body):
    guide = page(tmp_path, f"<h1>Ward Planner</h1><p>They plan.</p><h2>Duties</h2>{body}")
    assert [words for words, _ in items(guide)] == ["plan", "tell"]
