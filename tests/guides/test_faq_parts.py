import pytest

from assistant.guides import BlockKind, read_text
from tests.guides.promises import check


def pairs(body, heading="Good to know"):
    text = f"# Ward Planner\n\nThey plan.\n\n## {heading}\n\n{body}\n"
    guide = read_text(text, "ward.md")
    check(guide)
    return [
        (block.question.of(text), block.answer.of(text))
        for section in guide.sections
        for block in section.blocks
        if block.kind is BlockKind.FAQ and block.question and block.answer
    ]


@pytest.mark.parametrize("mark", ["**", "__", "*"])
def test_marked_questions_on_lines_below_each_other_have_an_answer_each(mark):
    body = f"{mark}Is it paid?{mark} It is.\n{mark}Is it hard?{mark} At first.\nThen it is not."
    found = [("Is it paid?", "It is."), ("Is it hard?", "At first.\nThen it is not.")]
    assert pairs(body) == found


def test_questions_that_run_on_have_an_answer_each():
    body = "Is it paid? It is. Is it hard? At first. Not later. Who asks? You do."
    found = [("Is it paid?", "It is."), ("Is it hard?", "At first. Not later."), ("Who asks?",)]
    assert pairs(body, "Common questions") == [*found[:2], (*found[2], "You do.")]


def test_what_an_answer_asks_too_is_a_part_of_it():
    body = "Is it hard? It is. Who would not find it so? Nobody."
    assert pairs(body, "Common questions") == [
        ("Is it hard?", "It is. Who would not find it so? Nobody.")
    ]


def test_questions_on_lines_of_their_own_need_no_heading_that_says_so():
    body = "Is it paid?\nIt is.\n\nIs it hard?\nAt first."
    assert pairs(body) == [("Is it paid?", "It is."), ("Is it hard?", "At first.")]
