"""The whole run, from the command line, over a small corpus and an assistant that reads it."""

import json
import shutil
import xml.etree.ElementTree as ElementTree

import pytest

from evals import asking, mutants
from evals.__main__ import main
from evals.cases import Case
from evals.offline import NetworkUsedError, offline
from evals.options import parse

GUIDE = """# Baker

What a baker does.

A baker makes bread before dawn, and sells it by noon.

## Salary ranges

| Level | Range | Notes |
| --- | --- | --- |
| Junior | London: £24,000 to £28,000. Rest of UK: £22,000 to £25,000 | Learning the ovens |
| Senior | London: £34,000 to £38,000. Rest of UK: £32,000 to £35,000 | Runs the shift |

## Working hours

Most shifts start at three in the morning. Weekends rotate between the bakers.

## Frequently asked questions

### Do bakers need a degree?

No degree is needed; a certificate helps.
"""

ROWS = [
    {
        "id": "hours",
        "turns": ["When does a baker's shift start in the morning?"],
        "answerable": "yes",
        "kind": "prose",
        "gold": [{"guide": "baker", "section": ["Working hours"]}],
        "nuggets": [{"text": "at three", "vital": True, "accept": ["three in the morning"]}],
        "roles": ["baker"],
        "split": "dev",
    },
    {
        "id": "degree",
        "turns": ["Hello", "Must a baker have a degree?"],
        "answerable": "yes",
        "kind": "follow_up",
        "gold": [
            {
                "guide": "baker",
                "section": ["Frequently asked questions", "Do bakers need a degree?"],
            }
        ],
        "roles": ["baker"],
        "standalone": "Does a baker need a degree?",
        "split": "held-out",
    },
    {
        "id": "broken-on-purpose",
        "turns": ["What does a junior baker earn in London?"],
        "answerable": "yes",
        "kind": "pay",
        "gold": [{"guide": "baker", "section": ["Salary ranges"]}],
        "forbidden": ["£24,000"],
        "roles": ["baker"],
        "split": "dev",
    },
]


@pytest.fixture
def own(tmp_path):
    """Options that point a run at cases and guides of one's own."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "baker.md").write_text(GUIDE, encoding="utf-8")
    cases = tmp_path / "own.jsonl"
    cases.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS), encoding="utf-8")
    out = tmp_path / "out"
    return ["--dataset", str(cases), "--corpus", str(tmp_path / "guides"), "--out", str(out)]


def read(folder, name):
    return (folder / "out" / name).read_text(encoding="utf-8")


def test_a_run_explains_itself_and_is_the_same_twice(own, tmp_path, capsys):
    assert main([*own, "--failures"]) == 1
    said = capsys.readouterr().out
    assert "says the forbidden “£24,000”" in said
    assert "Not good enough" in said
    names = ["results.jsonl", "summary.json", "junit.xml", "summary.md", "report.html"]
    first = {name: read(tmp_path, name) for name in names}
    lines = (tmp_path / "own.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "own.jsonl").write_text("\n".join(lines[::-1]), encoding="utf-8")
    assert main(own) == 1
    assert {name: read(tmp_path, name) for name in names} == first


def test_each_report_says_the_same(own, tmp_path):
    main(own)
    summary = json.loads(read(tmp_path, "summary.json"))
    assert summary["good"] is False
    assert summary["cases"] == 3
    assert summary["figures"]["all"]["right"]["count"] == 3
    suites = ElementTree.fromstring(read(tmp_path, "junit.xml"))
    assert {test.get("name") for test in suites.iter("testcase")} >= {"hours", "reason 1"}
    assert "# Evals: not good enough" in read(tmp_path, "summary.md")
    page = read(tmp_path, "report.html")
    assert "own/broken-on-purpose" in page
    assert "own/degree" not in page
    assert "http://" not in page
    assert "https://" not in page


def test_results_can_be_scored_again_without_asking(own, tmp_path, monkeypatch):
    main(own)
    before = read(tmp_path, "summary.json")
    monkeypatch.setattr(asking, "_ask", None)
    assert main([*own, "--results", str(tmp_path / "out" / "results.jsonl")]) == 1
    assert read(tmp_path, "summary.json") == before


def test_a_baseline_can_be_made_and_compared_with(own, tmp_path, capsys):
    baseline = ["--baseline", str(tmp_path / "baseline.jsonl")]
    main([*own, *baseline, "--move-baseline"])
    results = ["--results", str(tmp_path / "out" / "results.jsonl")]
    main([*own, *baseline, *results])
    assert "0 cases became right and 0 cases became wrong" in capsys.readouterr().out
    (tmp_path / "guides" / "baker.md").write_text(GUIDE.replace("noon", "one"), encoding="utf-8")
    from evals.answerers import read_atlas

    read_atlas.cache_clear()
    main([*own, *baseline, *results])
    assert "can't be compared" in capsys.readouterr().out.replace("\n", " ")


def test_some_kinds_are_looked_at_without_judging(own, capsys):
    assert main([*own, "--kind", "prose"]) == 0
    assert "Not judged" in capsys.readouterr().out


def test_mutants_run_over_own_results(own, tmp_path, capsys):
    main(own)
    results = ["--results", str(tmp_path / "out" / "results.jsonl")]
    assert mutants.main([*own[:4], *results]) == 1
    said = capsys.readouterr().out
    assert "a quote off by a word" in said
    assert "no right answer could have it" in said
    assert "unnoticed:" not in said


def test_a_broken_assistant_is_blocked(own, tmp_path, capsys):
    main([*own, "--answerer", "broken-figures", "--kind", "pay", "--failures"])
    assert "is not in what" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["swimming"], ["--dataset", "x.jsonl"], ["--kind", "riddle"], ["--answerer"]],
)
def test_wrong_usage_ends_with_two(arguments):
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2


def test_an_answerer_nobody_knows_is_named(own, capsys):
    assert main([*own, "--answerer", "oracle"]) == 2
    assert "no answerer 'oracle'" in capsys.readouterr().out


def test_nothing_reaches_the_network(monkeypatch):
    import socket

    before = socket.socket.connect
    with offline():
        with pytest.raises(NetworkUsedError), socket.socket() as plug:
            plug.connect(("192.0.2.1", 80))
        with pytest.raises(NetworkUsedError):
            socket.getaddrinfo("example.org", 80)
    assert socket.socket.connect is before


def test_two_corpora_are_asked_side_by_side(own, tmp_path):
    cases = tuple(Case.model_validate(row) for row in ROWS)
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "guides", other)
    jobs = [
        asking.Job(folder, ((folder.name, cases),), "broken-retrieval", tmp_path / "kept")
        for folder in (tmp_path / "guides", other)
    ]
    ticks = []
    timed = asking.ask_all(jobs, lambda: ticks.append(1))
    assert [one.result.id for one in timed] == [row["id"] for row in ROWS] * 2
    assert {one.result.error for one in timed} == {""}
    assert 0 < len(ticks) <= 6
    assert (tmp_path / "kept" / "other").is_dir()
