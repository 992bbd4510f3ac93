"""The ingest command: its report, its exit codes, and what it does not load."""

import json
import re
import subprocess
import sys

import pytest

from assistant.commands.ingest import main
from assistant.index import current_id

GUIDE = """# {role}

Keeps things in order. {extra}

## Core responsibilities

Three duties:

- Check each feed.
- Name an owner.
- Answer audits.

## Salary

| Level | Pay |
|---|---|
| Junior | £28,000 to £33,000 |

## FAQ

### Is on-call common?

It is rare.
"""


@pytest.fixture
def guides(tmp_path):
    """A folder of two guides."""
    folder = tmp_path / "guides"
    folder.mkdir()
    for role in ("Data Steward", "Ward Analyst"):
        write(folder, role)
    return folder


def write(folder, role, extra=""):
    path = folder / f"{role.lower().replace(' ', '-')}.md"
    path.write_text(GUIDE.format(role=role, extra=extra))
    return path


@pytest.fixture
def index(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def ingest(index, capsys):
    """Run the command on the index; its exit code, what it printed, and its complaints."""

    def run(*arguments):
        code = main([*map(str, arguments), "--index", str(index)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def report(printed):
    return json.loads(printed)


def test_the_report_says_what_was_done(ingest, guides, index):
    code, said, complaints = ingest(guides)
    assert (code, complaints) == (0, "")
    assert "created    Data Steward (data-steward.md)" in said
    assert re.search(r"8 sections, 6 list items, 2 table rows, 2 FAQ pairs, \d+ chunks", said)
    assert re.search(r"\d+ texts embedded, 0 as before in \d+\.\d s\.", said)
    assert f"Snapshot {current_id(index)} serves now." in said


def test_a_second_run_has_nothing_to_do(ingest, guides, index):
    ingest(guides)
    before = current_id(index)
    code, said, _ = ingest(guides)
    assert code == 0
    assert "unchanged  Ward Analyst (ward-analyst.md)" in said
    assert "nothing to embed" in said
    assert f"Nothing has changed: snapshot {before} goes on serving." in said


def test_changes_are_told_apart(ingest, guides):
    ingest(guides)
    write(guides, "Data Steward", "It pays well.")
    (guides / "ward-analyst.md").unlink()
    write(guides, "Rota Lead")
    code, said, _ = ingest(guides, "--json")
    told = report(said)
    assert code == 0
    assert told["created"] == ["rota-lead"]
    assert told["updated"] == ["data-steward"]
    assert told["removed"] == ["ward-analyst"]
    assert told["unchanged"] == []
    assert told["switched"] is True
    assert told["blocks"] == {"faq": 2, "list_item": 6, "paragraph": 4, "table_row": 2}
    assert {"read", "chunks", "embed", "build", "check", "switch", "all"} == set(told["seconds"])


def test_a_single_file_is_added_and_removes_nothing(ingest, guides):
    ingest(guides)
    code, said, _ = ingest(write(guides, "Rota Lead"), "--json")
    assert code == 0
    assert report(said)["created"] == ["rota-lead"]
    assert report(said)["unchanged"] == ["data-steward", "ward-analyst"]


def test_what_is_skipped_has_its_reason_and_the_rest_is_ingested(ingest, guides):
    (guides / "empty.md").write_text("")
    (guides / "broken.md").write_bytes(b"\x00\x01\x02" * 50)
    code, said, _ = ingest(guides)
    assert code == 1
    assert "skipped    empty.md: it is empty." in said
    assert "skipped    broken.md:" in said
    assert "created    Data Steward" in said
    skipped = report(ingest(guides, "--json")[1])["skipped"]
    assert {error["source"] for error in skipped} == {"empty.md", "broken.md"}
    assert all(error["reason"] and error["remedy"] for error in skipped)


def test_what_an_editor_should_know_is_said(ingest, guides):
    write(guides, "Rota Lead", "<!-- say nothing of this -->")
    code, said, _ = ingest(guides)
    assert code == 0
    assert re.search(r"noticed +rota-lead.md: .*not indexed", said)
    findings = report(ingest(guides, "--json")[1])["findings"]
    assert [finding["code"] for finding in findings] == ["hidden_text"]


def test_nothing_readable_leaves_what_served(ingest, guides, index, tmp_path):
    ingest(guides)
    before = current_id(index)
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.md").write_text("")
    code, _, complaints = ingest(bad)
    assert code == 1
    assert "empty.md: it is empty" in complaints
    assert "no guide to ingest" in complaints
    assert current_id(index) == before


def test_a_dry_run_writes_nothing(ingest, guides, index):
    code, said, _ = ingest(guides, "--dry-run")
    assert code == 0
    assert "created    Data Steward" in said
    assert re.search(r"\d+ texts to embed", said)
    assert "Nothing was written" in said
    assert not index.exists()


def test_rebuild_and_rollback(ingest, guides, index):
    ingest(guides)
    first = current_id(index)
    assert ingest(guides, "--rebuild")[0] == 0
    assert current_id(index) != first
    code, said, _ = ingest("--rollback")
    assert (code, said) == (0, f"{first} serves again.\n")
    assert report(ingest("--rollback", "--json")[1])["snapshot"] == current_id(index) != first


def test_a_rollback_without_a_past_says_so(ingest):
    code, _, complaints = ingest("--rollback")
    assert code == 1
    assert "no previous snapshot" in complaints


def test_wrong_usage_and_settings_exit_with_2(ingest, guides, tmp_path, monkeypatch):
    assert ingest(tmp_path / "nowhere")[0] == 2
    with pytest.raises(SystemExit, match="2"):
        ingest("--rollback", guides)
    monkeypatch.setenv("CAREERS_EMBEDDING_MODEL", "none-such")
    code, _, complaints = ingest(guides)
    assert code == 2
    assert "Set CAREERS_EMBEDDING_MODEL" in complaints


def test_the_corpus_is_ingested_by_default(ingest, guides, monkeypatch):
    monkeypatch.setenv("CAREERS_CORPUS", str(guides))
    assert report(ingest("--json")[1])["created"] == ["data-steward", "ward-analyst"]


PROBE = """
import sys
from assistant.commands.ingest import main
code = main(sys.argv[1:])
print("loaded:", *sorted({"onnxruntime", "chromadb", "bm25s", "tokenizers"} & set(sys.modules)))
sys.exit(code)
"""


def test_unchanged_input_loads_no_model_and_no_chroma(ingest, guides, index, project):
    ingest(guides)
    command = [sys.executable, "-c", PROBE, str(guides), "--index", str(index)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=project)
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_the_script_at_the_root_is_the_command(guides, index, project):
    command = [sys.executable, "ingest.py", str(guides), "--index", str(index), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project)
    assert done.returncode == 0
    assert report(done.stdout)["created"] == ["data-steward", "ward-analyst"]
    assert done.stderr == ""


def test_an_ingest_killed_at_random_moments_is_never_noticed(project):
    command = [sys.executable, "-m", "evals.crash", "--kills", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 of 4" in done.stdout
