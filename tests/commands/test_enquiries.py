"""``careers enquiries``: bulk answers, stale replies, and what is asked."""

import csv

import pytest

from assistant.commands import enquiries, main
from assistant.enquiries.desk import Desk, Seen
from assistant.enquiries.letter import load_letter
from assistant.records import Records
from assistant.records.values import Incoming
from tests.enquiries.scripted import TEXT, Scripted, guide_of
from tests.opened import assistant_over


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path / 'records.sqlite3'}"


@pytest.fixture
def run(address, index_folder, monkeypatch, capsys):
    monkeypatch.setattr(enquiries, "open_assistant", lambda _: assistant_over(index_folder))

    def command(*arguments):
        code = main.main(["enquiries", *map(str, arguments), "--database", address])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_a_file_is_answered_row_by_row(run, tmp_path):
    source, out = tmp_path / "in.csv", tmp_path / "new" / "out.csv"
    source.write_text(
        "id,name,message\n"
        'a1,Jo,"What does a junior backend engineer earn? Do you sponsor visas for Kenya?"\n'
        "a2,,Is a backend engineer on call?\n",
        "utf-8",
    )
    code, _, err = run("run", source, out)
    assert (code, "2 enquiries, their replies in" in err) == (0, True)
    with out.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["id"], first["questions"], first["covered"]) == ("a1", "2", "1")
    assert first["not covered"] == "Do you sponsor visas for Kenya?"
    assert first["reply"].startswith("Dear Jo,")
    assert "£35,000" in first["reply"]
    assert (second["id"], second["not covered"]) == ("a2", "")
    before = out.read_bytes()
    out.unlink()
    code, _, err = run("run", source, out)
    assert (code, "answered before" in err, out.read_bytes()) == (0, True, before)


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "can't be read"), (b"", "is empty"), (b"message\n?!\n", "Row 2")],
)
def test_a_file_that_cannot_be_read_is_explained(run, tmp_path, content, said):
    source = tmp_path / "in.csv"
    if content is not None:
        source.write_bytes(content)
    code, _, err = run("run", source, tmp_path / "out.csv")
    assert (code, said in err) == (2, True), err


def test_a_row_that_cannot_be_read_is_told_and_the_others_are_answered(run, tmp_path):
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(b"message\n?!\nIs a backend engineer on call?\n")
    code, _, err = run("run", source, out)
    assert (code, "1 could not be answered" in err, "Going on" in err) == (1, True, False)
    with out.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["fault"].startswith("Row 2: The message is empty")
    assert second["covered"] == "1"


def test_replies_whose_guides_have_changed_are_listed(run, address, index_folder, tmp_path):
    assistant = assistant_over(index_folder)
    with Records(address) as records:
        desk = Desk(records, assistant, load_letter("http://x"))
        enquiry = desk.receive(Incoming("Is a backend engineer on call?"), "ann")
        desk.approve(Seen(enquiry.id, enquiry.version, "bob"))
    code, out, _ = run("stale")
    assert (code, out) == (0, "0 stale citations, 0 new ones.\n")
    with Records(address) as records:
        other = Scripted(guide_of(tmp_path, TEXT))
        Desk(records, other, load_letter("http://x")).look_for_stale()
        assert records.stale.find()
    # The guides that serve are still the old ones: what was found is taken back.
    assert run("stale")[:2] == (0, "0 stale citations, 0 new ones.\n")


def test_what_is_asked_is_shown_and_written_as_csv(run, address, tmp_path):
    source = tmp_path / "in.csv"
    source.write_text("message\nWhat does a paramedic earn?\nparamedic salary?\n", "utf-8")
    run("run", source, tmp_path / "out.csv")
    code, out, _ = run("insight", "--csv", tmp_path / "tables", "--days", 7)
    assert (code, "2 questions in 2 enquiries" in out) == (0, True)
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert names == {f"{name}.csv" for name in "topics roles statuses weeks gaps pace".split()}
    with (tmp_path / "tables" / "gaps.csv").open(encoding="utf-8-sig", newline="") as file:
        (gap,) = csv.DictReader(file)
    assert (gap["question"], gap["count"]) == ("What does a paramedic earn?", "2")
