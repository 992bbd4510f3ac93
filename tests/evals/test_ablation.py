"""Each part that can be taken out really is, nothing else is, and it is put back."""

import json

import pytest

from assistant.answer import AnswerStatus, Conversation
from evals import ablation
from evals.__main__ import main
from evals.datasets import from_files
from evals.extractive import Extractive
from evals.results import Result
from evals.scoring import score_dataset
from evals.taken_out import PARTS, Without, taken_out
from evals.worth import ablation_of
from tests.evals.test_run import GUIDE, ROWS
from tests.evals.tiny import ATLAS, BAKER, answer, cite, make_case
from tests.opened import assistant_over

HOURS = "Is a clinical data analyst on call at weekends?"


@pytest.fixture
def assistant(index_folder):
    return assistant_over(index_folder)


def now(part):
    return [vars(owner)[name] for owner, name, _ in PARTS[part]]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_put_back_even_after_a_crash(part):
    def crash():
        assert not any(one is other for one, other in zip(now(part), before, strict=True))
        raise ZeroDivisionError

    before = now(part)
    with pytest.raises(ZeroDivisionError), taken_out(part):
        crash()
    assert now(part) == before


def test_without_fusion_no_word_counts(assistant):
    with taken_out("fusion"):
        found = assistant.search([HOURS])
    assert found
    assert not any(p.words or p.covered or any(p.sentences_covered) for p in found)
    assert not any("words" in p.ranks for p in found)
    assert all(p.ranks and p.match for p in found)
    whole = assistant.search([HOURS])
    assert any(p.words and p.covered and "words" in p.ranks for p in whole)


def test_without_late_interaction_nothing_matches(assistant):
    with taken_out("late-interaction"):
        found = assistant.search([HOURS])
    assert found
    assert not any(p.match for p in found)
    assert any(p.words for p in found)
    assert all(p.match for p in assistant.search([HOURS]))


def test_without_the_role_filter_every_guide_is_searched(assistant):
    def searched(part_answer):
        (part,) = part_answer.trace["parts"]
        return {p["guide_id"] for role in part["roles"] for p in role["kept"]}

    role = min(assistant.sources().lexicon.titles)
    asked = f"Is a {assistant.sources().lexicon.titles[role]} on call?"
    assert searched(assistant.ask(asked)) == {role}
    assert {p.chunk.guide_id for p in assistant.search([asked])} == {role}
    with taken_out("role-filter"):
        given = assistant.ask(asked)
        assert {p.chunk.guide_id for p in assistant.search([asked])} > {role}
    assert searched(given) > {role}
    assert given.status is not AnswerStatus.FAILED
    unnamed = "Is there any on-call work?"
    whole = assistant.ask(unnamed)
    with taken_out("role-filter"):
        assert assistant.ask(unnamed).text == whole.text


def test_without_history_the_last_turn_stands_alone(assistant):
    role = min(assistant.sources().lexicon.titles.values())
    first, then = f"What does a senior {role} earn?", "And outside London?"
    conversation = Conversation().then(first, assistant.ask(first))
    alone, whole = assistant.ask(then), assistant.ask(then, conversation)
    without = Without("history", assistant)
    assert without.ask(then, conversation).text == alone.text != whole.text
    assert without.search([first, then]) == without.search([then])
    assert without.search([first, then]) != Extractive(assistant).search([first, then])


def test_without_rows_pay_comes_from_passages(assistant):
    role = min(assistant.sources().lexicon.titles.values())
    asked = f"What does a senior {role} earn?"
    assert assistant.ask(asked).table
    with taken_out("rows"):
        given = assistant.ask(asked)
        (part,) = given.trace["parts"]
    assert given.table is None
    assert part["roles"][0]["kept"]


def test_without_calibration_whatever_is_found_is_given(assistant):
    role = min(assistant.sources().lexicon.titles.values())
    asked = f"Must a {role} know how to shear sheep?"
    assert assistant.ask(asked).status is AnswerStatus.NOT_COVERED
    given = Without("calibration", assistant).ask(asked)
    assert given.status is AnswerStatus.ANSWERED
    assert given.citations


def test_changes_are_paired_case_by_case():
    cases = [make_case(id=name) for name in "abc"]
    good = answer("£24,000 to £28,000 [1].", cite(BAKER, "A junior baker earns £24,000"))
    bad = answer("Don't know.", status=AnswerStatus.NOT_COVERED)

    def scored(*answers):
        results = {
            case.id: Result("own", case.id, (given,))
            for case, given in zip(cases, answers, strict=True)
        }
        return score_dataset("own", cases, results, ATLAS)

    whole = scored(good, good, bad)
    found = ablation_of("rows", scored(bad, good, good), whole)
    change = found.changes["right"]
    assert (change.better, change.worse) == (("own/c",), ("own/a",))
    assert change.difference.value == 0
    assert found.figures["right"].value == pytest.approx(2 / 3, abs=1e-5)
    assert found.kinds["pay"].count == 3
    assert not found.crashed
    assert not ablation_of("", whole, whole).changes


def test_the_command_asks_dev_cases_and_writes_what_it_prints(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "baker.md").write_text(GUIDE, encoding="utf-8")
    file = tmp_path / "own.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS), encoding="utf-8")
    monkeypatch.setattr(ablation, "built_in", lambda: from_files([file], tmp_path / "guides"))
    out = tmp_path / "out"
    assert main(["ablation", "history", "late-interaction", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Right answers of 2 dev cases" in said
    assert "prose (1)" in said
    whole, *parts = json.loads((out / "ablation.json").read_text(encoding="utf-8"))
    assert [one["part"] for one in parts] == ["history", "late-interaction"]
    assert whole["figures"]["right"]["value"] == 0.5
    assert parts[0]["changes"]["right"]["difference"]["value"] == 0
    report = (out / "ablation.md").read_text(encoding="utf-8")
    assert "| late interaction |" in report
    assert "## The same by kind of case" in report
    assert main(["ablation", "--kind", "follow_up", "--out", str(out)]) == 2


def test_an_unknown_part_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["ablation", "magic"])
    assert ended.value.code == 2
    assert "magic" in capsys.readouterr().err
