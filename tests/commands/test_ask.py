"""``careers ask``: the shape that scripts rely on, files of conversations, and the exit codes."""

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from assistant.answer import Answer, AnswerStatus, Citation, Part
from assistant.commands import ask
from tests.opened import assistant_over

QUESTION = "What does a senior backend engineer earn in London?"
CITATION = Citation(1, "Guide [x]", "guide", ("Salary",), "£1\n to £2", "g.md", 3, 12, "/guides/g")
ANSWER = Answer(
    "q?",
    AnswerStatus.PARTIAL,
    "It pays. [1]",
    (CITATION,),
    (Part("q?", AnswerStatus.ANSWERED),),
    ("What next?",),
    timings_ms={"total": 1.5},
)

KEYS = "question status text citations parts follow_ups answerer timings_ms".split()
CITATION_KEYS = "number guide guide_id section quote source start end url".split()
STATUSES = {status.value for status in AnswerStatus}


def check(answer):
    """The shape of an answer in JSON."""
    assert list(answer) == KEYS
    assert answer["status"] in STATUSES
    assert all(list(citation) == CITATION_KEYS for citation in answer["citations"])
    assert all(list(part) == ["question", "status"] for part in answer["parts"])
    assert {part["status"] for part in answer["parts"]} <= STATUSES
    assert all(isinstance(one, str) for one in answer["follow_ups"])
    assert answer["answerer"] == "extractive"
    assert all(isinstance(value, float | int) for value in answer["timings_ms"].values())
    for citation in answer["citations"]:
        assert citation["end"] - citation["start"] == len(citation["quote"])
        assert isinstance(citation["section"], list)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_every_field_of_an_answer_in_json():
    assert ask.as_json(ANSWER) == {
        "question": "q?",
        "status": "partial",
        "text": "It pays. [1]",
        "citations": [
            {
                "number": 1,
                "guide": "Guide [x]",
                "guide_id": "guide",
                "section": ["Salary"],
                "quote": "£1\n to £2",
                "source": "g.md",
                "start": 3,
                "end": 12,
                "url": "/guides/g",
            }
        ],
        "parts": [{"question": "q?", "status": "answered"}],
        "follow_ups": ["What next?"],
        "answerer": "extractive",
        "timings_ms": {"total": 1.5},
    }


@pytest.mark.parametrize("question", [QUESTION, "hello", "What does an astronaut earn?"])
def test_json_of_one_question(question, careers, index_folder):
    code, out, _ = careers("ask", question, "--json", "--index", index_folder)
    assert code == 0
    answer = json.loads(out)
    check(answer)
    assert answer["question"] == question


def test_the_offsets_are_those_of_the_guides_file(careers, index_folder, project):
    answer = json.loads(careers("ask", QUESTION, "--json", "--index", index_folder)[1])
    assert answer["citations"]
    for citation in answer["citations"]:
        text = (project / "corpus" / citation["source"]).read_bytes().decode("utf-8")
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_the_words_of_a_question_need_no_quotation_marks(careers, index_folder):
    quoted = careers("ask", QUESTION, "--json", "--index", index_folder)[1]
    bare = careers("ask", *QUESTION.split(), "--json", "--index", index_folder)[1]
    assert json.loads(bare)["text"] == json.loads(quoted)["text"]


def test_a_person_sees_the_text_its_sources_and_what_to_ask_next(careers, index_folder):
    code, out, _ = careers("ask", QUESTION, "--index", index_folder)
    assert code == 0
    for said in ("answered", "£75,000 to £105,000", "Sources", "[1]", "backend-engineer.md"):
        assert said in out


def test_marks_in_a_guide_are_shown_and_not_obeyed():
    printed = io.StringIO()
    ask.show(ANSWER, Console(file=printed, width=80))
    shown = printed.getvalue()
    for said in ("partial", "Guide [x]", "(g.md)", "“£1 to £2”", "What next?"):
        assert said in shown


def test_an_answer_that_failed_is_exit_code_one(careers, index_folder, monkeypatch):
    failed = replace(ANSWER, status=AnswerStatus.FAILED)
    monkeypatch.setattr("assistant.pipeline.Assistant.ask", lambda *_: failed)
    assert careers("ask", "q?", "--index", index_folder)[0] == 1


def test_a_file_of_conversations(careers, index_folder, tmp_path):
    source = write(
        tmp_path / "in.jsonl",
        {"id": "a", "turns": [QUESTION, "and a junior?"]},
        {"id": 7, "turns": ["hello"], "more": "is ignored"},
        {"id": "q", "query": QUESTION},
    )
    out = tmp_path / "deep" / "out.jsonl"
    code, said, err = careers("ask", "--jsonl", source, "--out", out, "--index", index_folder)
    assert (code, said) == (0, "")
    assert "3 conversations" in err
    rows = lines(out)
    assert [list(row) for row in rows] == [["id", "answers"]] * 3
    assert [row["id"] for row in rows] == ["a", 7, "q"]
    assert [len(row["answers"]) for row in rows] == [2, 1, 1]
    for row in rows:
        for answer in row["answers"]:
            check(answer)
    first, second = rows[0]["answers"]
    assert second["citations"][0]["guide_id"] == first["citations"][0]["guide_id"]
    assert second["citations"][0]["quote"].startswith("Junior")


def test_the_same_file_gives_the_same_answers_and_keeps_their_letters(
    careers, index_folder, tmp_path
):
    source = write(tmp_path / "in.jsonl", {"id": 1, "turns": [QUESTION]})
    found = []
    for name in ("one", "two"):
        careers("ask", "--jsonl", source, "--out", tmp_path / name, "--index", index_folder)
        assert "£" in (tmp_path / name).read_text("utf-8")
        (row,) = lines(tmp_path / name)
        found.append([{**answer, "timings_ms": None} for answer in row["answers"]])
    assert found[0] == found[1]


def test_a_conversation_that_failed_is_counted_and_the_rest_answered(
    careers, index_folder, tmp_path
):
    source = write(
        tmp_path / "in.jsonl",
        {"id": 1, "turns": ["long " * 10_000]},
        {"id": 2, "turns": ["hello"]},
    )
    out = tmp_path / "out.jsonl"
    code, _, err = careers("ask", "--jsonl", source, "--out", out, "--index", index_folder)
    assert code == 1
    assert "1 failed" in err
    assert [row["answers"][0]["status"] for row in lines(out)] == ["failed", "social"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--jsonl", "in.jsonl"),
        ("--out", "out.jsonl"),
        ("q?", "-i"),
        ("q?", "--jsonl", "in.jsonl", "--out", "out.jsonl"),
        ("q?", "--wrong"),
    ],
)
def test_wrong_usage(arguments, careers):
    code, out, err = careers("ask", *arguments)
    assert (code, out) == (2, "")
    assert "usage: careers ask" in err


def test_without_a_snapshot_it_says_what_to_run(careers, tmp_path):
    code, out, err = careers("ask", "q?", "--index", tmp_path / "nothing")
    assert (code, out) == (2, "")
    assert "ingest" in err


def test_a_conversation_in_the_terminal(careers, index_folder, monkeypatch):
    said = iter([QUESTION, "and a junior?", ""])
    monkeypatch.setattr(Console, "input", lambda *_: next(said))
    code, out, _ = careers("ask", "-i", "--index", index_folder)
    assert code == 0
    assert "£75,000 to £105,000" in out
    assert "£35,000 to £48,000" in out


@pytest.mark.parametrize("stop", [EOFError, KeyboardInterrupt])
def test_a_conversation_ends_when_the_person_leaves(stop, careers, index_folder, monkeypatch):
    def leave(*_):
        raise stop

    monkeypatch.setattr(Console, "input", leave)
    assert careers("ask", "-i", "--index", index_folder)[0] == 0


def test_each_turn_sees_those_before_it(index_folder):
    answers = ask.answers_to([QUESTION, "one level up?"], assistant_over(index_folder))
    assert answers[1].citations[0].quote.startswith("Lead")
