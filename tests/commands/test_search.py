"""``careers search``: the shape that scripts rely on, and the exit codes."""

import json

import pytest

KEYS = "source guide_id section start end score text".split()


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def check(passages, project, k):
    """The shape of passages in JSON, their order, and that each text is exact."""
    assert len(passages) <= k
    for passage in passages:
        assert list(passage) == KEYS
        text = (project / "corpus" / passage["source"]).read_bytes().decode("utf-8")
        assert text[passage["start"] : passage["end"]] == passage["text"]
        assert isinstance(passage["section"], list)
        assert isinstance(passage["score"], float)


def test_json_of_one_query(careers, index_folder, project):
    code, out, _ = careers(
        "search", "Is there on-call?", "--json", "-k", 4, "--index", index_folder
    )
    assert code == 0
    passages = json.loads(out)
    assert len(passages) == 4
    check(passages, project, 4)
    scores = [passage["score"] for passage in passages]
    assert scores == sorted(scores, reverse=True)


def test_a_person_sees_places_and_texts(careers, index_folder):
    code, out, _ = careers("search", "Is there on-call?", "-k", 2, "--index", index_folder)
    assert code == 0
    assert "1." in out
    assert "2." in out
    assert "on-call" in out


def test_a_file_of_queries_and_conversations(careers, index_folder, tmp_path, project):
    source = tmp_path / "in.jsonl"
    rows = (
        {"id": "a", "query": "Is there on-call?"},
        {"id": "b", "turns": ["What does a backend engineer earn?", "and in Leeds?"]},
        {"id": 3, "turns": ["hello"]},
    )
    source.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    out = tmp_path / "out.jsonl"
    code, said, _ = careers(
        "search", "--jsonl", source, "--out", out, "-k", 3, "--index", index_folder
    )
    assert (code, said) == (0, "")
    found = lines(out)
    assert [list(row) for row in found] == [["id", "passages"]] * 3
    assert [row["id"] for row in found] == ["a", "b", 3]
    assert [len(row["passages"]) for row in found] == [3, 3, 0]
    for row in found:
        check(row["passages"], project, 3)
    assert {passage["guide_id"] for passage in found[1]["passages"]} == {"backend-engineer"}


def test_ten_passages_unless_another_number_is_given(careers, index_folder):
    out = careers("search", "pay", "--json", "--index", index_folder)[1]
    assert len(json.loads(out)) == 10


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("q", "-k", "0"),
        ("q", "-k", "many"),
        ("--jsonl", "in.jsonl"),
        ("--out", "out.jsonl"),
        ("q", "--jsonl", "in.jsonl", "--out", "out.jsonl"),
    ],
)
def test_wrong_usage(arguments, careers):
    code, out, err = careers("search", *arguments)
    assert (code, out) == (2, "")
    assert "usage: careers search" in err


def test_without_a_snapshot_it_says_what_to_run(careers, tmp_path):
    code, out, err = careers("search", "q", "--index", tmp_path / "nothing")
    assert (code, out) == (2, "")
    assert "ingest" in err


def test_a_wrong_line_is_named_before_anything_is_searched(careers, index_folder, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1, "query": "pay"}\n\n{"id": 2}\n', "utf-8")
    code, _, err = careers(
        "search", "--jsonl", source, "--out", tmp_path / "out", "--index", index_folder
    )
    assert code == 2
    assert "in.jsonl, line 3" in err
    assert not (tmp_path / "out").exists()
