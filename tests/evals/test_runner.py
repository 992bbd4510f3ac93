import pytest

from assistant.answer import AnswerStatus
from evals.results import Hit, Result, ResultsError, lasting, read_results, write_results
from evals.runner import run_cases
from tests.evals.tiny import BAKER, answer, cite, make_case


class Scripted:
    """Answers with what was asked and how long the conversation was."""

    def ask(self, question, conversation=None):
        if question == "boom":
            raise ValueError("no")
        return answer(f"{question} after {len(conversation.turns) if conversation else 0}")

    def search(self, turns, k=10):
        return [Hit("baker", (), 0, 1, 1.0, turns[-1])][:k]


def one(case):
    (timed,) = run_cases(Scripted(), "own", [case])
    return timed.result


def test_turns_are_asked_in_order_and_the_last_is_scored():
    result = one(make_case(turns=["a", "b", "c"], standalone="c of a"))
    assert [given.text for given in result.answers] == ["a after 0", "b after 1", "c after 2"]
    assert result.answer.text == "c after 2"
    assert result.alone.text == "c of a after 0"
    assert result.ranking[0].text == "c"


def test_a_case_without_gold_is_not_searched():
    assert one(make_case(answerable="no", gold=[])).ranking == ()


def test_a_crash_is_the_result_and_the_next_case_is_asked():
    first, second = run_cases(Scripted(), "own", [make_case(turns=["boom"]), make_case(id="d")])
    assert first.result.error == "ValueError: no"
    assert first.result.answer is None
    assert not second.result.error


def test_results_survive_a_file_but_for_times_and_their_order(tmp_path):
    given = answer(
        "x [1]",
        cite(BAKER, "A baker"),
        status=AnswerStatus.PARTIAL,
        trace={"kept": [{"score": 0.12345678, "took_ms": 3}], "snapshot": "random"},
        timings_ms={"total": 3},
    )
    results = [
        Result("own", "b", (given,), (Hit("baker", (), 0, 1, 1.0, "A"),), given),
        Result("own", "a", ()),
    ]
    write_results(results, tmp_path / "r.jsonl")
    first, second = read_results(tmp_path / "r.jsonl")
    assert (first.id, second.id) == ("a", "b")
    assert second.answer is not None
    assert second.answer.citations == given.citations
    assert second.answer.trace == {"kept": [{"score": 0.123457}]}
    assert second.answer.timings_ms == {}


def test_sets_are_written_in_order():
    assert lasting({"b": frozenset({"y", "x"}), "a": AnswerStatus.ANSWERED, "c": object}) == {
        "b": ["x", "y"],
        "a": "answered",
        "c": "<class 'object'>",
    }


def test_a_file_that_is_no_results_is_named(tmp_path):
    (tmp_path / "r.jsonl").write_text("{}\n")
    with pytest.raises(ResultsError, match=r"r\.jsonl"):
        read_results(tmp_path / "r.jsonl")
