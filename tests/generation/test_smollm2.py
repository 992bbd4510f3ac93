"""A real model, tiny as it is, over the OpenAI protocol: it streams, stops, answers several."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.generation.endpoint import ChatEndpoint, Prompt
from assistant.generation.faults import Fault, ModelFaultError
from assistant.generation.options import ModelOptions
from assistant.generation.writer import Writer
from evals.adversary.smollm2 import serving_smollm2
from tests.generation.asking import PATIENT, PROSE, with_writer
from tests.opened import assistant_over
from tests.test_pipeline import check

ASK = Prompt("You are brief.", "Name three colours.")


@pytest.fixture(scope="module")
def smollm2():
    """The base URL of the model."""
    with serving_smollm2(slots=2, tokens=2048) as url:
        yield url


def endpoint(url, tokens=24, **more):
    options = ModelOptions("openai:smollm2", base_url=url, reply_tokens=tokens, **PATIENT | more)
    return ChatEndpoint(options)


def test_it_streams_a_piece_a_token_and_says_why_it_ended(smollm2):
    pieces = list(endpoint(smollm2).stream(ASK, 120.0))
    assert len([piece for piece in pieces if piece.text]) > 3
    assert pieces[-1].finish or any(piece.finish for piece in pieces)
    assert sum(len(piece.text) for piece in pieces) > 10


def test_the_same_prompt_has_the_same_reply(smollm2):
    said = ["".join(p.text for p in endpoint(smollm2).stream(ASK, 120.0)) for _ in range(2)]
    assert said[0] == said[1]


def test_it_can_be_stopped_and_is_free_again(smollm2):
    for _ in range(4):  # more often than there are slots
        reply = endpoint(smollm2, tokens=1500).stream(
            Prompt("You go on and on.", "Tell me a very long story."), 120.0
        )
        assert next(piece.text for piece in reply if piece.text)
        reply.close()
    assert "".join(p.text for p in endpoint(smollm2, tokens=4).stream(ASK, 120.0))


def test_several_are_answered_at_once(smollm2):
    def ask(number):
        prompt = Prompt("You are brief.", f"Count from {number} to {number + 3}.")
        return "".join(piece.text for piece in endpoint(smollm2, 12).stream(prompt, 120.0))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(ask, range(4)))


def test_a_prompt_longer_than_its_context_is_told(smollm2):
    with pytest.raises(ModelFaultError) as told:
        list(endpoint(smollm2).stream(Prompt("Read.", "word " * 6000), 120.0))
    assert told.value.fault is Fault.TOO_LONG


def test_what_it_words_is_held_to_the_guides(smollm2, index_folder):
    options = ModelOptions("openai:smollm2", base_url=smollm2, reply_tokens=60, **PATIENT)
    assistant = with_writer(index_folder, Writer(ChatEndpoint(options), options))
    *growing, last = assistant.stream(PROSE)
    check(last.answer, assistant)
    assert all(last.text.startswith(event.text) for event in growing)
    plain = assistant_over(index_folder).ask(PROSE)
    assert {c.quote for c in last.answer.citations} <= {c.quote for c in plain.citations}
    (call,) = last.answer.trace["model"]["calls"]
    assert call["prompt_tokens"] > 200
