from assistant.guides import BlockKind, read_text
from tests.guides.promises import check

BOOK = """\
Chapter 7. The Ward Planner
===========================

7.1 Who they are

Ward planners plan the wards of a hospital.

7.2 What you'll earn

| Post | Pay |
|---|---|
| Planner | £30,000 |

7.2.1 Nights. They add a tenth.

7.3 Questions we are asked

7.3.1 Is it hard? Yes. It is.

7.3.2 Is it paid? It is.
"""


def test_numbered_lines_of_a_marked_page_are_its_headings():
    guide = read_text(BOOK, "ward.md")
    check(guide)
    paths = ["Who they are", "What you'll earn", "Questions we are asked"]
    assert [section.path for section in guide.sections] == [(path,) for path in paths]
    pairs = [block for block in guide.sections[-1].blocks if block.kind is BlockKind.FAQ]
    assert [pair.question.of(BOOK) for pair in pairs if pair.question] == [
        "Is it hard?",
        "Is it paid?",
    ]


def test_numbers_that_do_not_go_on_head_nothing():
    text = BOOK.replace("7.2 What", "7.9 What")
    assert all("Who they are" not in section.path for section in read_text(text, "w.md").sections)


def test_numbers_of_pages_between_dashes_are_left_out():
    guide = read_text(f"{BOOK}\n- 61 -\n", "ward.md")
    assert guide.sections[-1].blocks[-1].text(guide.source_text).endswith("It is.")


def test_a_numbered_list_heads_nothing():
    listed = "3.1 Bed charts\n\n3.2 Ward rounds\n\n4.5 years of practice\n\n5.1 Night cover"
    text = f"# Ward Planner\n\n## Skills\n\n{listed}\n\n## Pay\n\n£30,000\n"
    guide = read_text(text, "ward.md")
    check(guide)
    assert [section.path for section in guide.sections] == [("Skills",), ("Pay",)]
    assert [b.text(text) for b in guide.sections[0].blocks] == listed.split("\n\n")


def test_a_numbered_heading_may_have_but_lower_ones_below_it():
    text = BOOK.replace("7.2.1 Nights. They add a tenth.", "7.2.1 Nights\n\nThey add a tenth.")
    text = text.replace("| Post | Pay |\n|---|---|\n| Planner | £30,000 |\n\n", "")
    paths = [section.path for section in read_text(text, "ward.md").sections]
    assert ("What you'll earn", "Nights") in paths
