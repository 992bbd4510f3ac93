import json

import pytest

from evals import lint as linting
from evals.answerers import read_atlas
from evals.datasets import Dataset, DatasetError, built_in, from_files, read_digests, write_digests
from evals.linting.finding import Located
from evals.linting.labels import check_labels
from evals.linting.sets import balance, leaks, near_duplicates, repeated_ids
from evals.trained_on import STRANGERS, asked_of_one
from tests.evals.tiny import ATLAS, make_case


def located(number=1, **fields):
    return Located(f"own.jsonl:{number}", "own", make_case(**fields))


def messages(findings):
    return [f"{finding.place} {finding.message}" for finding in findings]


def test_a_sound_case_has_no_findings():
    assert list(check_labels(located(), ATLAS)) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"roles": ["butcher"]}, "no guide 'butcher'"),
        ({"gold": [{"guide": "baker", "section": ["Pay"]}]}, "no section 'baker > Pay'"),
        (
            {"nuggets": [{"text": "x", "vital": True, "accept": ["oven gloves"]}]},
            "no accepted phrasing of the nugget 'x'",
        ),
        ({"numbers": ["£99,000"]}, "the figure '£99,000' is not in the gold"),
        ({"forbidden": ["£24,000"]}, "'£24,000' is both forbidden and accepted"),
    ],
)
def test_labels_that_the_guides_do_not_bear_out_are_named_with_their_line(fields, words):
    found = messages(check_labels(located(7, **fields), ATLAS))
    assert any(message.startswith("own.jsonl:7") and words in message for message in found)


def test_an_id_used_twice_names_both_places():
    (finding,) = repeated_ids([located(1), located(2)])
    assert finding.place == "own.jsonl:2"
    assert "own.jsonl:1" in finding.message


def test_near_duplicates_are_found_and_declared_paraphrases_are_not():
    one = located(1, id="a", turns=["what does a junior baker earn in london?"])
    two = located(2, id="b", turns=["what does a junior baker earn in London"])
    other = located(3, id="c", turns=["do millers ever work at night?"])
    (finding,) = near_duplicates([one, two, other])
    assert finding.place == "own.jsonl:2"
    group = [
        located(n, id=f"g{n}", turns=[t], group="g")
        for n, t in enumerate(["pay of a baker?", "pay of a baker"])
    ]
    assert list(near_duplicates(group)) == []
    same = [located(n, id=f"s{n}", turns=["pay of a baker?"], group="g") for n in range(2)]
    assert len(list(near_duplicates(same))) == 1


def test_a_kind_without_held_out_cases_is_out_of_balance():
    cases = [located(n, id=f"c{n}") for n in range(8)]
    (finding,) = balance(cases)
    assert "8 dev and 0 held-out" in finding.message
    assert not finding.fatal
    assert list(balance(cases[:4])) == []


def test_a_group_across_the_splits_is_named():
    pair = [located(1, id="a", group="g"), located(2, id="b", group="g", split="held-out")]
    assert "'g'" in next(balance(pair)).message


def test_a_question_in_the_code_is_a_leak(tmp_path):
    (tmp_path / "assistant").mkdir()
    prompt = tmp_path / "assistant" / "prompt.txt"
    prompt.write_text("Example: What does a junior  baker earn?", encoding="utf-8")
    (finding,) = leaks([located()], tmp_path)
    assert "assistant/prompt.txt" in finding.message
    prompt.write_text("Be kind.", encoding="utf-8")
    assert list(leaks([located()], tmp_path)) == []


def test_a_guide_that_changed_is_stale_until_accepted(tmp_path):
    dataset = Dataset("own", tmp_path / "own.jsonl", tmp_path / "tiny", declared=True)
    atlases = {"own": ATLAS}
    digests = linting.guide_digests([dataset], atlases)
    assert len(list(linting.stale_digests([dataset], atlases, {}))) == 2
    write_digests(digests, tmp_path / "digests.json")
    kept = read_digests(tmp_path / "digests.json")
    assert list(linting.stale_digests([dataset], atlases, kept)) == []
    assert read_digests(tmp_path / "absent.json") == {}


def test_own_data_have_no_digests_to_keep(tmp_path):
    dataset = Dataset("own", tmp_path / "own.jsonl", tmp_path)
    assert list(linting.stale_digests([dataset], {"own": ATLAS}, {})) == []


def test_the_declared_datasets_exist():
    datasets = built_in()
    assert {"retrieval", "questions", "fixtures"} <= {dataset.name for dataset in datasets}
    assert all(dataset.file.exists() and dataset.corpus.exists() for dataset in datasets)


def test_a_declaration_that_can_not_be_read_is_named(tmp_path):
    file = tmp_path / "datasets.toml"
    file.write_text("[[corpus]]\nfiles = ['x.jsonl']\n")
    with pytest.raises(DatasetError, match=r"datasets\.toml"):
        built_in(file)


def test_own_files_must_exist(tmp_path):
    with pytest.raises(DatasetError, match="no such file"):
        from_files([tmp_path / "absent.jsonl"], tmp_path)


@pytest.mark.parametrize(
    "cases", sorted(STRANGERS.glob("*/cases.jsonl")), ids=lambda f: f.parent.name
)
def test_the_questions_of_strangers_are_sound(cases):
    (dataset,) = from_files([cases], cases.parent / "guides")
    findings = linting.lint([dataset], {dataset.name: read_atlas(dataset.corpus)})
    assert [finding.message for finding in findings if finding.fatal] == []


@pytest.mark.parametrize(
    "questions", sorted(STRANGERS.glob("*/questions.jsonl")), ids=lambda f: f.parent.name
)
def test_what_answers_the_questions_of_one_guide_stands_there(questions):
    guides = {file.name: file.read_text("utf-8") for file in questions.parent.glob("guides/*")}
    missing = [
        quote
        for line in asked_of_one(questions.parent)
        for quote in line.quotes
        if quote not in guides[line.guide]
    ]
    assert missing == []


def test_the_committed_data_are_sound(capsys):
    assert linting.main([]) == 0
    assert "cases checked" in capsys.readouterr().out


def test_own_data_are_checked_alone(tmp_path, capsys):
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "baker.md").write_text("# Baker\n\nA baker makes bread.\n")
    row = {
        "id": "a",
        "turns": ["?"],
        "answerable": "no",
        "kind": "off_topic",
        "roles": ["cook"],
        "split": "dev",
    }
    (tmp_path / "own.jsonl").write_text(json.dumps(row))
    arguments = ["--dataset", str(tmp_path / "own.jsonl"), "--corpus", str(tmp_path / "guides")]
    assert linting.main(arguments) == 1
    assert "own.jsonl:1: a: there is no guide 'cook'" in capsys.readouterr().out


def test_half_a_description_of_own_data_is_wrong_usage(tmp_path):
    with pytest.raises(SystemExit):
        linting.main(["--corpus", str(tmp_path)])
