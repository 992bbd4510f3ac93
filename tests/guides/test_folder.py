import errno
import os
from pathlib import Path

import pytest

from assistant.errors import GuideError
from assistant.guides import read_folder, read_guide

GUIDE = "# {role}\n\nA {role} plans.\n\n## Pay\n\nEnough.\n"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "guides"
    place.mkdir()
    (place / "good.md").write_text(GUIDE.format(role="Ward Planner"), encoding="utf-8")
    return place


def skipped(folder, **options):
    """The one file that was skipped; the good one is still read."""
    reading = read_folder([folder], **options)
    assert [guide.id for guide in reading.guides] == ["ward-planner"]
    [error] = reading.skipped
    assert error.remedy.endswith(".")
    return error


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.md", b"", "it is empty"),
        ("x.md", b" \n\n", "it is empty"),
        ("x.md", b"\xef\xbb\xbf\n", "it is empty"),
        ("x.md", b"***\n", "it is empty"),
        ("x.md", b"---\nrole: Nurse\n---\n", "it has only front matter"),
        ("x.md", b"# Nurse\n\n## Pay\n", "it has no text below its title and headings"),
        ("x.txt", b"Nurse", "it has no text below its title and headings"),
        ("x.md", b"---\nrole: [Nurse\n---\n# Nurse\n\nText.\n", "does not parse (while parsing"),
        ("x.md", b"---\n- Nurse\n---\n# Nurse\n\nText.\n", "does not parse (field the whole"),
        ("x.md", b"---\naliases: 3.5\n---\n# Nurse\n\nText.\n", "does not parse (field aliases"),
        ("x.md", b"---\nrole: Nurse\n# Nurse\n\nText.\n", "never closed"),
        ("x.md", b"---\nrole: &a Nurse\ntitle: *a\n---\n# Nurse\n\nText.\n", "YAML aliases"),
        ("x.md", b"---\nrole: " + b"[" * 9000 + b"\n---\n# Nurse\n\nText.\n", "does not parse"),
        ("x.html", b"<div>" * 9000 + b"Text.", "nested too deeply"),
        ("x.md", b"%PDF-1.7 text", "binary"),
        ("x.txt", b"a\x00b" * 50, "binary"),
        ("x.txt", bytes(range(1, 32)) * 4, "binary"),
        ("x.txt", "Привет, мир. Как дела?".encode("koi8-r"), "neither UTF-8 nor Windows-1252"),
        ("x.txt", b"Caf\xc3\xa9 and \xe2\x80\x99 and \xe2\x80 broken", "damaged byte"),
        ("x.txt", b"\xff\xfea\x00b", "damaged UTF-16"),
        ("x.html", b"<html><body><nav>Home</nav></body></html>", "no text in the page"),
        ("x.png", b"\x89PNG", "files of type '.png' are not read"),
        ("guide", b"# Nurse", "files of type 'none' are not read"),
    ],
)
def test_what_can_not_be_read_is_skipped_with_its_reason(folder, name, content, reason):
    (folder / name).write_bytes(content)
    error = skipped(folder)
    assert error.source == name
    assert reason in error.reason
    assert name in str(error)


def test_a_file_above_the_limit(folder):
    (folder / "long.md").write_text("# Nurse\n\n" + "word " * 100, encoding="utf-8")
    assert "it has 509 bytes, above the limit of 400" in skipped(folder, max_bytes=400).reason


def test_two_files_for_one_role(folder):
    (folder / "second.md").write_text(GUIDE.format(role="Ward Planner in health"), encoding="utf-8")
    error = skipped(folder)
    assert error.source == "second.md"
    assert error.reason == 'the role "Ward Planner" already has a guide, good.md'


def test_links_out_of_the_folder(folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "nurse.md").write_text(GUIDE.format(role="Nurse"), encoding="utf-8")
    (folder / "nurse.md").symlink_to(outside / "nurse.md")
    assert "leads out of the folder" in skipped(folder).reason
    (folder / "nurse.md").unlink()
    (folder / "more").symlink_to(outside)
    error = skipped(folder)
    assert error.source == "more"
    assert "leads out of the folder" in error.reason


def test_links_inside_the_folder_name_a_file_that_is_read_once(folder):
    (folder / "same.md").symlink_to(folder / "good.md")
    reading = read_folder([folder, folder / "good.md"])
    assert [guide.source for guide in reading.guides] == ["good.md"]
    assert not reading.skipped


def test_a_broken_link_and_a_missing_file(folder):
    (folder / "gone.md").symlink_to(folder / "nowhere.md")
    assert "it can't be read (No such file or directory)" in skipped(folder).reason
    [error] = read_folder([folder / "missing.md"]).skipped
    assert error.source == "missing.md"


def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.md")
    assert "it is no file but a pipe" in skipped(folder).reason


def test_a_file_that_may_not_be_read(folder, monkeypatch):
    (folder / "secret.md").write_text("# Nurse\n\nText.\n", encoding="utf-8")
    read_bytes = Path.read_bytes

    def refuse(path):
        if path.name == "secret.md":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "it can't be read (Permission denied)" in skipped(folder).reason


def test_readmes_and_hidden_files_are_passed_over(folder):
    for name in ("README.md", "readme.txt", ".draft.md"):
        (folder / name).write_text("# Nurse\n\nText.\n", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "nurse.md").write_text("# Nurse\n\nText.\n", encoding="utf-8")
    reading = read_folder([folder])
    assert [guide.source for guide in reading.guides] == ["good.md"]
    assert not reading.skipped


def test_subfolders_are_searched(folder):
    (folder / "more").mkdir()
    (folder / "more" / "nurse.md").write_text(GUIDE.format(role="Nurse"), encoding="utf-8")
    assert [guide.id for guide in read_folder([folder]).guides] == ["ward-planner", "nurse"]


def test_an_error_names_reason_and_remedy(tmp_path):
    path = tmp_path / "x.md"
    path.write_bytes(b"")
    with pytest.raises(GuideError, match=r"x\.md: it is empty\. Write the guide's text") as caught:
        read_guide(path)
    assert caught.value.remedy == "Write the guide's text into it, or remove the file."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_read_and_reported(tmp_path, encoding):
    path = tmp_path / "planner.md"
    path.write_bytes("# Ward Planner\n\nPaid £30,000 – “well”.\n".encode(encoding))
    guide = read_guide(path)
    assert guide.sections[0].blocks[0].text(guide.source_text) == "Paid £30,000 – “well”."
    assert [finding.code for finding in guide.findings] == ["encoding"]


def test_offsets_count_in_the_file_as_utf8_holds_it(tmp_path):
    path = tmp_path / "planner.md"
    path.write_bytes(b"\xef\xbb\xbf# Ward Planner\r\n\r\nPlans \xf0\x9f\x8f\xa5 wards.\r\n")
    guide = read_guide(path)
    assert guide.title == "Ward Planner"
    assert guide.source_text == path.read_bytes().decode("utf-8")
    assert guide.sections[0].blocks[0].text(guide.source_text) == "Plans 🏥 wards."
    assert not guide.findings
