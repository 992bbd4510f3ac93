"""Files of JSON lines: every line checked first, and output whole or not at all."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.commands.jsonl import read_lines, write_lines
from assistant.errors import SettingsError


def read(tmp_path, content):
    path = tmp_path / "in.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_lines(path)


def test_lines_are_conversations_or_queries(tmp_path):
    text = '{"id": "a", "turns": ["one", "two"]}\n{"id": 2, "query": "three", "note": "ignored"}'
    first, second = read(tmp_path, text)
    assert (first.id, first.messages) == ("a", ("one", "two"))
    assert (second.id, second.messages) == (2, ("three",))


@pytest.mark.parametrize("text", ["", "\n", "\n\n  \n"])
def test_empty_lines_are_no_lines(text, tmp_path):
    assert read(tmp_path, text) == []


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_files_of_any_system_are_read(before, end, tmp_path):
    rows = [b'{"id": 1, "query": "x"}', b'{"id": 2, "query": "y"}']
    assert [line.id for line in read(tmp_path, before + end.join(rows) + end)] == [1, 2]


def test_a_line_separator_within_a_message_ends_no_line(tmp_path):
    row = json.dumps({"id": 1, "query": "one\u2028two\x85three"}, ensure_ascii=False)
    assert [line.query for line in read(tmp_path, row)] == ["one\u2028two\x85three"]


@pytest.mark.parametrize(
    "wrong",
    [
        "not json",
        "[]",
        "7",
        "null",
        '{"turns": ["x"]}',
        '{"id": 1}',
        '{"id": 1, "turns": []}',
        '{"id": 1, "turns": "x"}',
        '{"id": 1, "turns": [1]}',
        '{"id": 1, "query": 5}',
        '{"id": null, "query": "x"}',
        '{"id": [1], "query": "x"}',
        '{"id": 1, "query": ""}',
        '{"id": 1, "query": "x"',
    ],
)
def test_a_wrong_line_is_named_by_its_number(wrong, tmp_path):
    with pytest.raises(SettingsError, match=r"in\.jsonl, line 3: .+\. Correct"):
        read(tmp_path, f'{{"id": 1, "query": "x"}}\n\n{wrong}\n')


@pytest.mark.parametrize("content", [b"\xff\xfe", '{"id": 1, "query": "£"}'.encode("latin-1")])
def test_a_file_that_is_no_utf_8_is_named(content, tmp_path):
    with pytest.raises(SettingsError, match=r"in\.jsonl: can't be read"):
        read(tmp_path, content)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SettingsError, match="nowhere"):
        read_lines(tmp_path / "nowhere.jsonl")
    with pytest.raises(SettingsError):
        read_lines(tmp_path)


def test_what_is_written_can_be_read_again(tmp_path):
    rows: list[dict[str, Any]] = [
        {"id": 1, "query": "£30,000 – “ünï”\u2028"},
        {"id": "b", "turns": ["x\ny"]},
    ]
    assert write_lines(tmp_path / "new" / "out.jsonl", rows) == 2
    first, second = read_lines(tmp_path / "new" / "out.jsonl")
    assert (first.query, second.turns) == ("£30,000 – “ünï”\u2028", ("x\ny",))


def test_a_file_appears_when_its_last_row_is_done(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old")

    def rows():
        yield {"id": 1}
        assert path.read_text() == "old"
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        write_lines(path, rows())
    assert path.read_text() == "old"


@settings(max_examples=30)
@given(st.lists(st.tuples(st.one_of(st.integers(), st.text()), st.text(min_size=1)), max_size=5))
def test_any_words_survive_writing_and_reading(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("lines") / "out.jsonl"
    write_lines(path, ({"id": name, "turns": [text]} for name, text in rows))
    assert [(line.id, line.turns) for line in read_lines(path)] == [(n, (t,)) for n, t in rows]
