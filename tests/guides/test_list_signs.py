import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check
from tests.guides.test_html import page

SIGNS = [
    *((sign, sign) for sign in "•–o→»★☑✅§\uf0b7"),
    *(("a)", "b)"), ("(i)", "(ii)"), ("a.", "b."), ("->", "->"), ("➡\ufe0f", "➡\ufe0f")),
    ("✔", "✘"),
]


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


@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
def test_signs_of_items_that_stand_apart(source):
    guide = read("✅ Plan the wards\n\n✅ Tell the others", source)
    assert [words for words, _ in items(guide)] == ["Plan the wards", "Tell the others"]


@pytest.mark.parametrize("source", ["ward.md", "ward.txt"])
def test_signs_that_all_differ_begin_items_where_there_are_many(source):
    guide = read("🏥 Plan\n💉 Tell\n🩺 Rest\n📋 Write", source)
    assert [words for words, _ in items(guide)] == ["Plan", "Tell", "Rest", "Write"]


def test_an_item_goes_on_in_a_line_of_small_letters():
    plan = "Plan the wards of the whole hospital for the\nweek that is to come"
    guide = read(f"✅ {plan}\n✅ Tell the others", "ward.txt")
    assert [words for words, _ in items(guide)] == [plan, "Tell the others"]


def test_a_sign_alone_adorns_a_heading():
    body = "✅ Plan the wards\n✅ Tell the others\n\n💷 Pay\nIt is £31,000 a year."
    assert read(body, "ward.txt").sections[-1].path == ("💷 Pay",)


def test_letters_that_do_not_follow_begin_no_items():
    assert items(read("Q. Is it calm? They ask.\nA. It is.", "ward.md")) == []


def test_numbers_of_paragraphs_in_lines_of_one_begin_items():
    guide = read("2.1.1 Plan the wards\n2.1.2 Tell the others", "ward.md")
    assert [words for words, _ in items(guide)] == ["Plan the wards", "Tell the others"]


def test_in_textile_hashes_count_items_and_h_marks_headings():
    text = "h1. Ward Planner\n\nThey plan.\n\nh2. Steps\n\n{panel}\n# Ask.\n# Wait.\n{panel}\n"
    guide = read_text(text, "ward.txt")
    assert guide.role == "Ward Planner"
    (section,) = (one for one in guide.sections if one.path == ("Steps",))
    items = [b.text(guide.source_text) for b in section.blocks if b.kind is BlockKind.LIST_ITEM]
    assert items == ["Ask.", "Wait."]
