"""An assistant whose model is a server on loopback that replies as the test says."""

from collections.abc import Callable
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from typing import Any

from assistant.generation.circuit import Circuit
from assistant.generation.endpoint import ChatEndpoint
from assistant.generation.options import ModelOptions
from assistant.generation.writer import Writer
from evals.adversary.obedient import GIVEN
from evals.adversary.server import Reply, serving
from tests.opened import assistant_over

PROSE = "Is on-call common for a backend engineer?"
#: Long limits: what is tested is what happens, not how fast a busy machine is. A test of a limit
#: that is reached names a short one itself.
PATIENT: dict[str, Any] = {
    "first_seconds": 60.0,
    "stall_seconds": 60.0,
    "whole_seconds": 120.0,
    "retries": 0,
}


def options(server, **more):
    return ModelOptions("openai:fake", base_url=server.url, **PATIENT | more)


def writer_for(server, circuit=None, **more):
    chosen = options(server, **more)
    return Writer(ChatEndpoint(chosen), chosen, circuit=circuit or Circuit())


@contextmanager
def asked_of(index, script, **more):
    """An assistant over an index, and the server that words its answers by the script."""
    with serving(script) as server:
        yield with_writer(index, writer_for(server, **more)), server


def with_writer(index, writer):
    """The session's assistant over an index, but with a writer: opening one takes a second."""
    assistant = copy(assistant_over(index))
    assistant._writer = writer
    return assistant


def given_in(request):
    """The (mark, sentence) pairs of a prompt."""
    user = str(request["messages"][1]["content"])
    return [(mark, text) for mark, _, text in GIVEN.findall(user)]


def saying(compose: Callable[..., str], **how):
    """A script that replies with what ``compose`` makes of the evidence."""

    def script(request):
        return replace(Reply(**how), text=compose(given_in(request)))

    return script
