import pytest

from assistant.answer import AnswerStatus
from evals.measures.nuggets import says
from evals.measures.outcome import faults
from tests.evals.tiny import ATLAS, BAKER, MILLER, answer, cite, make_case

RIGHT = answer("£24,000 to £28,000 [1]", cite(BAKER, "£24,000 to £28,000"))


def test_a_right_answer_has_no_fault():
    assert faults(make_case(), RIGHT, ATLAS) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (answer("£24,000 to £28,000", status=AnswerStatus.NOT_COVERED), "status is not_covered"),
        (answer("£24,000 [1]", cite(BAKER, "£24,000")), "lacks the figure “£28,000”"),
        (answer("£28,000 [1]", cite(BAKER, "£28,000")), "lacks the vital point “the range”"),
        (
            answer("£24,000 to £28,000, not £30,000 [1]", cite(BAKER, "£24,000")),
            "says the forbidden “£30,000”",
        ),
        (answer("£24,000 to £28,000 [1]", cite(BAKER, "makes bread")), "cites none of the places"),
        (
            answer("£24,000 to £28,000 [1]", cite(BAKER, "£24,000"), cite(MILLER, "grinds", 2)),
            "cites the guide miller",
        ),
        (answer(" "), "the answer is empty"),
    ],
)
def test_each_fault_is_said(given, words):
    assert any(words in fault for fault in faults(make_case(), given, ATLAS))


def test_a_comparison_must_cite_every_guide_of_its_gold():
    gold = [{"guide": name, "section": ["Salary"]} for name in ("baker", "miller")]
    case = make_case(kind="comparison", gold=gold, roles=["baker", "miller"])
    assert faults(case, RIGHT, ATLAS) == ["cites none of the places that answer in miller"]


def test_a_question_back_is_right_where_the_role_is_missing():
    case = make_case(kind="no_role", answerable="underspecified", roles=["baker", "miller"])
    given = answer("Which role do you mean?", status=AnswerStatus.CLARIFY)
    assert faults(case, given, ATLAS) == []


def test_a_role_without_a_guide_is_answered_with_no_citation():
    case = make_case(
        kind="no_guide", answerable="no", gold=[], nuggets=[], numbers=[], forbidden=[], roles=[]
    )
    said = answer("There is no guide for that.", status=AnswerStatus.NOT_COVERED)
    assert faults(case, said, ATLAS) == []
    nearest = answer("A baker [1]", cite(BAKER, "A baker"), status=AnswerStatus.NOT_COVERED)
    assert faults(case, nearest, ATLAS) == ["cites the guide baker, which was not asked about"]


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("It pays **£44,000** [2]", "£44,000", True),
        ("It pays £44,000", "£4,000", False),
        ("It pays £44,000.", "£44", False),
        ("NHS Band 61", "Band 6", False),
        ("NHS “Band 6”", "band 6", True),
        ("| Junior | £30,000–£33,000 |", "£30,000-£33,000", True),
        ("nothing", "", False),
    ],
)
def test_words_are_found_whole(text, wanted, there):
    assert says(text, wanted) is there
