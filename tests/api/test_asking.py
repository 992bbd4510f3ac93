"""Asking and searching over the API: the same answers as anywhere, whole or while they grow."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from assistant.answer import Answer, AnswerStatus
from assistant.commands.ask import as_json
from assistant.pipeline import AnswerEvent
from tests.api.conftest import parts_over, served_api

PAY = "What does a senior backend engineer earn in London?"


def without_times(answer):
    return {name: value for name, value in answer.items() if name != "timings_ms"}


def events_of(lines):
    """The (event, data) of a stream, in order, as they come."""
    event = ""
    for line in lines:
        name, _, value = line.partition(": ")
        if name == "event":
            event = value
        elif name == "data":
            yield event, json.loads(value)


def test_an_answer_is_the_one_that_the_command_line_gives(api, client):
    given = client.post("/ask", json={"question": PAY})
    assert given.status_code == 200
    expected = as_json(api.parts.assistant.ask(PAY))
    assert without_times(given.json()) == without_times(expected)
    assert given.json()["timings_ms"]["total"] > 0


def test_each_quote_stands_in_the_text_of_its_guide(client):
    answer = client.post("/ask", json={"question": PAY}).json()
    assert answer["citations"]
    for citation in answer["citations"]:
        guide = client.get(f"/guides/{citation['guide_id']}").json()
        assert guide["text"][citation["start"] : citation["end"]] == citation["quote"]


def test_a_conversation_is_held_by_passing_the_answers_back(client):
    first = client.post("/ask", json={"question": PAY}).json()
    second = client.post("/ask", json={"question": "and in Leeds?", "turns": [first]}).json()
    assert second["status"] == "answered"
    assert "£65,000 to £90,000" in second["text"]
    alone = client.post("/ask", json={"question": "and in Leeds?"}).json()
    assert alone["text"] != second["text"]


def test_a_stream_grows_to_the_answer_that_is_given_whole(client):
    with client.stream("POST", "/ask/stream", json={"question": PAY}) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        events = list(events_of(stream.iter_lines()))
    names = [name for name, _ in events]
    assert names == ["text"] * (len(events) - 1) + ["answer"]
    texts = [data["text"] for _, data in events]
    assert len(texts) > 3
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(texts))
    assert len(set(texts[:-1])) == len(texts) - 1
    whole = client.post("/ask", json={"question": PAY}).json()
    assert without_times(events[-1][1]) == without_times(whole)


class Waiting:
    """An assistant that goes on only when it is told to, over a real one's sources."""

    def __init__(self, real):
        self.sources = real.sources
        self.go_on = threading.Event()

    def stream(self, question, _conversation=None):
        yield AnswerEvent("One.")
        assert self.go_on.wait(30)
        answer = Answer(question, AnswerStatus.ANSWERED, "One. Two.")
        yield AnswerEvent(answer.text, answer)


def test_what_there_is_is_sent_before_the_rest_is_made(api, tmp_path):
    waiting = Waiting(api.parts.assistant)
    with served_api(parts_over(waiting, tmp_path)) as slow:
        asked = {"question": PAY}
        with slow.client().stream("POST", "/ask/stream", json=asked) as stream:
            events = events_of(stream.iter_lines())
            assert next(events) == ("text", {"text": "One."})
            waiting.go_on.set()
            name, answer = next(events)
            assert (name, answer["text"]) == ("answer", "One. Two.")


def test_many_ask_at_once_and_each_gets_their_own_answer(client):
    questions = [
        f"What does a {level} {role} engineer earn in London?"
        for level in ("junior", "senior", "lead")
        for role in ("backend", "health informatics")
    ] * 4
    with ThreadPoolExecutor(12) as pool:
        answers = list(
            pool.map(lambda each: client.post("/ask", json={"question": each}).json(), questions)
        )
    assert [answer["question"] for answer in answers] == questions
    alone = {each: client.post("/ask", json={"question": each}).json() for each in set(questions)}
    assert all(answer["text"] == alone[answer["question"]]["text"] for answer in answers)


def test_a_search_gives_the_passages_with_their_places(client):
    found = client.post("/search", json={"query": "on-call", "k": 3}).json()["passages"]
    assert len(found) == 3
    assert [each["score"] for each in found] == sorted((e["score"] for e in found), reverse=True)
    for passage in found:
        guide = client.get(f"/guides/{passage['guide_id']}").json()
        assert guide["title"] == passage["guide"]
        assert passage["text"].split()[0] in guide["text"][passage["start"] : passage["end"]]


def test_a_search_is_read_in_the_light_of_the_conversation(client):
    turns = [{"question": "What does a backend engineer earn?"}]
    found = client.post("/search", json={"query": "and is it on call?", "turns": turns}).json()
    assert {passage["guide_id"] for passage in found["passages"]} == {"backend-engineer"}


def test_the_guides_are_listed_with_their_sections(api, client):
    listed = client.get("/guides").json()
    snapshot = api.parts.assistant.sources().snapshot
    assert listed["snapshot"] == snapshot.id
    assert [guide["id"] for guide in listed["guides"]] == list(snapshot.guides)
    for guide in listed["guides"]:
        whole = client.get(f"/guides/{guide['id']}").json()
        sections = client.get(f"/guides/{guide['id']}/sections").json()["sections"]
        assert len(sections) == guide["sections"] > 5
        assert all(whole["text"][each["start"] : each["end"]] == each["text"] for each in sections)


def test_feedback_is_kept_with_what_was_asked_and_answered(api, client):
    answer = client.post("/ask", json={"question": PAY}).json()
    said = {
        "question": PAY,
        "answer": answer["text"],
        "status": answer["status"],
        "citations": answer["citations"],
        "helpful": False,
        "reason": "unclear",
        "note": "Which\u0000 year? ",
    }
    kept = client.post("/feedback", json=said)
    assert kept.status_code == 201
    given = api.parts.records.feedback.get(kept.json()["id"]).given
    assert (given.question, given.answer, given.channel) == (PAY, answer["text"], "api")
    assert (given.helpful, given.reason, given.note) == (False, "unclear", "Which year?")
    assert [citation.quote for citation in given.citations] == [
        citation["quote"] for citation in answer["citations"]
    ]
