"""Every fault of the network over a real socket: an answer in time, one line, and no key said."""

import logging
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from assistant.answer import AnswerStatus
from assistant.generation.circuit import Circuit
from assistant.generation.endpoint import ChatEndpoint, Prompt
from assistant.generation.faults import Fault, ModelFaultError
from assistant.generation.options import ModelOptions
from assistant.generation.writer import NOTICE, NOTICE_IN_PART, Writer
from evals.adversary.server import Reply, serving
from tests.generation.asking import (
    PATIENT,
    PROSE,
    asked_of,
    options,
    saying,
    with_writer,
    writer_for,
)
from tests.opened import assistant_over

KEY = "sk-secret-key-of-the-test-0123456789"
GOOD = "I answer. "
FAULTS = {
    "refused key": (Reply(status=401, error=f"bad key {KEY}"), Fault.REFUSED),
    "no such model": (Reply(status=404), Fault.NO_MODEL),
    "rate limit": (Reply(status=429, headers={"retry-after": "30"}), Fault.RATE_LIMITED),
    "server error": (Reply(status=500), Fault.SERVER),
    "bad gateway": (Reply(status=502), Fault.SERVER),
    "refused request": (Reply(status=400, error="no temperature here"), Fault.BAD_REQUEST),
    "over-long prompt": (
        Reply(status=400, error="the request exceeds the available context size"),
        Fault.TOO_LONG,
    ),
    "over-long, as OpenAI says it": (
        Reply(status=400, error="context_length_exceeded"),
        Fault.TOO_LONG,
    ),
    "time-out": (Reply(GOOD, stall_after=0), Fault.TIMED_OUT),
    "a role and then nothing": (Reply(GOOD, stall_after=1), Fault.TIMED_OUT),
    "stall": (Reply(GOOD * 9, size=5, stall_after=4), Fault.STALLED),
    "never done": (Reply(GOOD * 9, size=5, stall_after=4), None),
    "connection lost": (Reply(GOOD * 9, size=5, cut_after=4), Fault.CUT_OFF),
    "connection lost at once": (Reply(GOOD, cut_after=0), Fault.MALFORMED),
    "an end without a word why": (Reply(GOOD * 9, finish=None), Fault.CUT_OFF),
    "an end for want of tokens": (Reply(GOOD * 9, finish="length"), Fault.CUT_OFF),
    "an end by a filter": (Reply(GOOD * 9, finish="content_filter"), Fault.CUT_OFF),
    "a wish to call a tool": (Reply(GOOD * 9, finish="tool_calls"), Fault.CUT_OFF),
    "malformed event": (
        Reply(GOOD * 9, garbage=(2, b'data: {"choices": [}\n\n')),
        Fault.MALFORMED,
    ),
    "malformed bytes": (Reply(GOOD * 9, garbage=(1, b"data: \xff\xfe\x00\n\n")), Fault.MALFORMED),
    "an error among the events": (
        Reply(GOOD * 9, garbage=(2, b'data: {"error": {"message": "overloaded"}}\n\n')),
        Fault.STALLED,
    ),
    "a web page": (Reply(GOOD, garbage=(0, b"<html>proxy login</html>\n\n"), cut_after=0), None),
    "another role": (Reply(GOOD, role="user"), Fault.WRONG_ROLE),
    "empty": (Reply(""), Fault.EMPTY),
    "blank": (Reply(" \n \n"), Fault.EMPTY),
}
#: The limit that a fault of time reaches; the others are over without one.
LIMITS = {
    "time-out": {"first_seconds": 1.0},
    "a role and then nothing": {"first_seconds": 1.0},
    "stall": {"stall_seconds": 0.5},
    "never done": {"whole_seconds": 1.0},
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_gets_the_extractive_answer_in_time(name, index_folder, caplog):
    reply, fault = FAULTS[name]
    plain = assistant_over(index_folder).ask(PROSE)
    with asked_of(index_folder, lambda _: reply, **LIMITS.get(name, {})) as (assistant, _):
        started = time.monotonic()
        answer = assistant.ask(PROSE)
        took = time.monotonic() - started
    assert (answer.text, answer.citations) == (plain.text, plain.citations)
    assert (answer.status, answer.answerer) == (AnswerStatus.ANSWERED, "extractive")
    # No limit but the fault's own was waited for, however busy the machine is.
    assert took < PATIENT["stall_seconds"] / 2
    told = answer.trace["model"]
    assert told["notice"] == NOTICE
    if fault is not None:
        assert [call["fault"] for call in told["calls"]] == [str(fault)]
    lines = [record for record in caplog.records if record.name.startswith("assistant.")]
    assert [record.levelno for record in lines] == [logging.WARNING]
    assert "openai:fake" in caplog.text
    assert KEY not in caplog.text + str(answer)


def test_a_server_that_says_nothing_at_all_is_waited_for_only_so_long(index_folder):
    never = Event()

    def script(_):
        never.wait(60)
        return Reply("too late")

    plain = assistant_over(index_folder).ask(PROSE)
    with asked_of(index_folder, script, first_seconds=1.0) as (assistant, _):
        answer = assistant.ask(PROSE)
        never.set()
    assert answer.text == plain.text
    assert answer.trace["model"]["calls"][0]["fault"] == str(Fault.TIMED_OUT)


def test_no_route_falls_back_at_once(index_folder, caplog):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    name = f"http://127.0.0.1:{port}/v1"
    chosen = ModelOptions("openai:fake", base_url=name, api_key=KEY, **PATIENT)
    assistant = with_writer(index_folder, Writer(ChatEndpoint(chosen), chosen))
    answer = assistant.ask(PROSE)
    assert answer.text == assistant_over(index_folder).ask(PROSE).text
    assert answer.trace["model"]["calls"][0]["fault"] == str(Fault.NO_ROUTE)
    assert "OPENAI_BASE_URL" in caplog.text
    assert KEY not in caplog.text + str(answer) + repr(chosen)


def test_a_passing_fault_is_tried_again_and_the_reader_never_knows(index_folder):
    replies = iter([Reply(status=503), Reply(status=429, headers={"retry-after": "0"})])
    true = saying(lambda given: "".join(f"{text} [{mark}]\n" for mark, text in given))

    def script(request):
        return next(replies, None) or true(request)

    with asked_of(index_folder, script, retries=2) as (assistant, server):
        answer = assistant.ask(PROSE)
    assert len(server.requests) == 3
    assert answer.answerer == "openai:fake"
    assert answer.trace["model"]["notice"] == ""


def test_a_long_retry_after_is_not_waited_for_and_opens_the_circuit(index_folder):
    reply = Reply(status=429, headers={"retry-after": "60"})
    circuit = Circuit()
    with asked_of(index_folder, lambda _: reply, retries=5, circuit=circuit) as (assistant, server):
        assistant.ask(PROSE)
        assert circuit.state == "open"
        again = assistant.ask(PROSE)
    assert len(server.requests) == 1
    assert again.trace["model"]["calls"][0]["fault"] == str(Fault.CIRCUIT_OPEN)
    assert again.trace["model"]["circuit"] == "open"


def test_the_circuit_opens_after_repeated_failures_and_closes_by_itself(index_folder):
    now = [0.0]
    circuit = Circuit(failures=2, rest=10, clock=lambda: now[0])
    true = saying(lambda given: "".join(f"{text} [{mark}]\n" for mark, text in given))
    broken = [True]

    def script(request):
        return Reply(status=500) if broken[0] else true(request)

    with asked_of(index_folder, script, circuit=circuit) as (assistant, server):
        for _ in range(4):
            assert assistant.ask(PROSE).answerer == "extractive"
        assert len(server.requests) == 2
        broken[0] = False
        assert assistant.ask(PROSE).answerer == "extractive"
        now[0] = 11.0
        assert assistant.ask(PROSE).answerer == "openai:fake"
        assert circuit.state == "closed"


def test_words_shown_before_a_stall_stay_and_the_rest_is_the_guides(index_folder):
    script = saying(
        lambda given: f"{given[1][1]} [{given[1][0]}]\nAnd then",
        size=400,
        finish=None,
        stall_after=2,
    )
    plain = assistant_over(index_folder).ask(PROSE)
    with asked_of(index_folder, script, stall_seconds=3.0) as (assistant, _):
        events = list(assistant.stream(PROSE))
    answer = events[-1].answer
    assert all(answer.text.startswith(event.text) for event in events)
    assert answer.answerer == "openai:fake"
    assert answer.trace["model"]["notice"] == NOTICE_IN_PART
    assert {c.quote for c in answer.citations} == {c.quote for c in plain.citations}
    assert "And then" not in answer.text


def test_a_reader_who_leaves_stops_the_model(index_folder):
    script = saying(
        lambda given: f"{given[0][1]} [{given[0][0]}]\n" + "More and more. " * 20_000, size=60
    )
    with asked_of(index_folder, script, reply_tokens=100_000) as (assistant, server):
        events = assistant.stream(PROSE)
        assert next(events).text
        events.close()
        assert server.left.wait(10)


def test_the_endpoint_says_what_went_wrong_and_what_to_do():
    with serving(lambda _: Reply(status=401, error=KEY)) as server:
        endpoint = ChatEndpoint(options(server))
        with pytest.raises(ModelFaultError, match="OPENAI_API_KEY") as told:
            list(endpoint.stream(Prompt("be", "good"), 2.0))
    assert KEY not in str(told.value)
    assert told.value.fault is Fault.REFUSED


def test_several_ask_at_once_and_each_gets_its_own(index_folder):
    true = saying(lambda given: "".join(f"{text} [{mark}]\n" for mark, text in given), size=3)
    questions = [
        PROSE,
        "How do people become a health informatics engineer?",
        "Will I be on call?",
    ]
    with serving(true) as server:
        assistant = with_writer(index_folder, writer_for(server))
        alone = [assistant.ask(question).text for question in questions]
        with ThreadPoolExecutor(6) as pool:
            together = list(pool.map(assistant.ask, questions * 2))
    assert [answer.text for answer in together] == alone * 2
    assert {answer.answerer for answer in together} == {"openai:fake"}
