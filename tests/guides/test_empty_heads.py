import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check

BEGIN = "Ward Planner\n\nWard planners plan the wards, and tell everybody in good time.\n\n"
LONG = [
    "Plan the wards of the whole hospital for the week that is to come",
    "Tell the others by telephone or by letter as soon as the plan is made",
    "Keep the tools and the beds clean and write down what is missing from them",
]


def export(body):
    guide = read_text(BEGIN + body, "ward.txt")
    check(guide)
    return guide


def shown(guide):
    text = guide.source_text
    return {
        section.path: [block.text(text) for block in section.blocks] for section in guide.sections
    }


def named(guide):
    return [found.message for found in guide.findings if found.code == "empty_heading"]


@pytest.mark.parametrize("end", ["", "\n\nPay\nIt is £31,000 a year.\n"])
def test_the_last_line_of_a_list_without_signs_heads_nothing(end):
    found = shown(export("Core duties\n" + "\n".join(LONG) + end))
    assert found["Core duties",] == LONG


def test_the_first_line_of_a_block_heads_a_list_below_it():
    desk, calm = ["A desk by the door", "A telephone"], ["Calm hands", "A loud voice"]
    blocks = [["What you get", *desk], ["Nice to have", *calm], ["Pay", "It is £31,000 a year."]]
    found = shown(export("\n\n".join(map("\n".join, blocks))))
    assert (found["What you get",], found["Nice to have",]) == (desk, calm)


def test_a_line_alone_heads_the_block_below_it():
    found = shown(export("Nice to have\n\n" + "\n".join(LONG) + "\n\nPay\nIt is £31,000 a year.\n"))
    assert found["Nice to have",] == LONG


def test_a_few_words_apart_that_head_headings_are_named():
    guide = export("Key points\n\nCore duties\nThey plan the wards.\n\nPay\nIt is £31,000.\n")
    assert ("Key points",) not in shown(guide)
    assert "Key points" in named(guide)[0]


def test_marked_headings_in_a_row_are_a_list():
    text = (
        "# Ward Planner\n\nThey plan.\n\n## Core duties\n\n### Plan\n### Tell\n### Rest\n\n## Pay\n"
    )
    guide = read_text(f"{text}\nIt is £31,000 a year.\n", "ward.md")
    check(guide)
    items = [b for b in guide.sections[1].blocks if b.kind is BlockKind.LIST_ITEM]
    assert [item.text(guide.source_text) for item in items] == ["Plan", "Tell", "Rest"]


def test_a_marked_heading_without_text_is_named():
    guide = read_text(
        "# Ward Planner\n\nThey plan.\n\n## Skills\n\n### Calm\n\n## Pay\n", "ward.md"
    )
    check(guide)
    assert shown(guide) == {(): ["They plan."]}
    assert all(f'"{name}"' in named(guide)[0] for name in ("Skills", "Calm", "Pay"))
