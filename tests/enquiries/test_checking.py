"""What a check finds in an edited answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.enquiries.checking import check
from assistant.records.values import CitedPlace, MarkKind
from tests.enquiries.scripted import TEXT, cited, guide_of

PAY = "A keeper earns £31,000 a year."
STORM = "Storm pay is not part of the salary."
PROPOSED = f"What the guide gives:\n\n- **Keeper**: {PAY} [1]\n\n{STORM} [2]"


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return guide_of(tmp_path_factory.mktemp("guide"))


@pytest.fixture(scope="module")
def places(guide):
    passage = f"{PAY} Night watches add £40 each."
    return (CitedPlace(cited(guide, PAY), passage), CitedPlace(cited(guide, STORM, 2), STORM))


@pytest.fixture
def found(guide, places):
    def look(answer, proposed=PROPOSED):
        marks = check(answer, proposed, places, {guide.id: guide})
        return [(answer[mark.start : mark.end], mark) for mark in marks]

    return look


def test_what_was_proposed_holds(found):
    marks = found(PROPOSED)
    assert [text for text, _ in marks] == [
        "What the guide gives:",
        f"- **Keeper**: {PAY} [1]",
        f"{STORM} [2]",
    ]
    assert {mark.kind for _, mark in marks} == {MarkKind.HOLDS}


def test_claims_in_another_order_or_layout_still_hold(found):
    marks = found(f"{STORM} [2] And a word of ours.\n\n- **Keeper**:  {PAY} [1]")
    kinds = [mark.kind for _, mark in marks]
    assert kinds == [MarkKind.HOLDS, MarkKind.OWN, MarkKind.HOLDS]


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        ("A keeper earns £32,000 a year. [1]", MarkKind.FIGURE, "£32,000"),
        ("A keeper earns £31k a year. [1]", MarkKind.HOLDS, ""),
        ("A keeper earns £40 a year. [1]", MarkKind.FIGURE, "£40"),
        ("A keeper earns £31,000 a year.", MarkKind.UNCITED, "[1] before"),
        ("A keeper makes £31,000 each year", MarkKind.UNCITED, ""),
        ("You get £99,000.", MarkKind.UNCITED, "£99,000"),
        ("A keeper earns £31,000 a year. [7]", MarkKind.NO_SOURCE, "no source [7]"),
        ("Storm pay is part of the salary. [2]", MarkKind.REWORDED, "“not”"),
        ("A keeper never earns £31,000 a year. [1]", MarkKind.REWORDED, "“never”"),
        ("A keeper happily earns £31,000 a year. [1]", MarkKind.REWORDED, "“happily”"),
        ("The keeper's earnings: £31,000 a year. [1]", MarkKind.HOLDS, ""),
        ("Good luck with your application!", MarkKind.OWN, "own words"),
        ("Storm pay isn't part of it. [2]", MarkKind.HOLDS, ""),
    ],
)
def test_an_edited_claim_is_held_against_what_it_cites(found, answer, kind, said):
    ((_, mark),) = found(answer)
    assert (mark.kind, said in mark.said) == (kind, True), mark


def test_only_what_was_touched_is_marked(found):
    marks = found(PROPOSED.replace("£31,000", "£35,000"))
    assert [mark.kind for _, mark in marks] == [MarkKind.HOLDS, MarkKind.FIGURE, MarkKind.HOLDS]


def test_a_quote_that_left_the_guide_is_marked_even_if_nothing_was_edited(guide, places, tmp_path):
    changed = guide_of(tmp_path, TEXT.replace("£31,000", "£33,000"))
    marks = check(PROPOSED, PROPOSED, places, {guide.id: changed})
    assert [mark.kind for mark in marks] == [MarkKind.HOLDS, MarkKind.NO_SOURCE, MarkKind.HOLDS]
    marks = check(PROPOSED, PROPOSED, places, {})
    assert [mark.kind for mark in marks][1:] == [MarkKind.NO_SOURCE, MarkKind.NO_SOURCE]


def test_a_quote_that_only_moved_still_holds(guide, places, tmp_path):
    moved = guide_of(tmp_path, TEXT.replace("## Pay", "A new paragraph.\n\n## Pay"))
    marks = check(PROPOSED, PROPOSED, places, {guide.id: moved})
    assert {mark.kind for mark in marks} == {MarkKind.HOLDS}


@given(st.text(st.sampled_from("ab £1,.[]2\n-*|!?no "), max_size=80))
def test_marks_are_in_order_and_never_overlap(text):
    marks = check(text, PROPOSED, (), {})
    ends = 0
    for mark in marks:
        assert ends <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end].strip() == text[mark.start : mark.end]
        ends = mark.end
    covered = "".join(text[mark.start : mark.end] for mark in marks)
    assert sum(map(str.isalpha, covered)) == sum(map(str.isalpha, text))
