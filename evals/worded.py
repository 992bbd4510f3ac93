"""Answerers with a chat model: checked, as the assistant is, and unchecked, to see what that saves.

The name of an answerer is a model's, alone or after "unchecked/": a LangChain name (openai:NAME, by
the settings), "obedient" (the fake that lies and obeys) or "smollm2". The last two are served on
loopback while they are asked.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from assistant import citations
from assistant.answer import Answer, Conversation
from assistant.answering.sources import Sources
from assistant.citations import Claim
from assistant.commands.opening import model_options
from assistant.generation.endpoint import ChatEndpoint
from assistant.generation.faults import ModelFaultError
from assistant.generation.options import ModelOptions
from assistant.generation.prompting import Given
from assistant.generation.stretches import Stretch
from assistant.generation.usage import remember
from assistant.generation.writer import Wording, Writer
from assistant.guides.sentences import sentence_spans
from assistant.pipeline import Assistant
from assistant.settings import load_settings
from assistant.understanding.query import Query
from evals.adversary.obedient import Obedient
from evals.adversary.server import serving
from evals.adversary.smollm2 import serving_smollm2
from evals.extractive import Extractive

UNCHECKED = "unchecked/"
_BRACKETED = re.compile(r"\[([^\[\]\n]*)\](?!\()")


@contextmanager
def model_of(answerer: str) -> Iterator[ModelOptions | None]:
    """The model of an answerer, served if it is one of ours; None for one without a model."""
    name = answerer.removeprefix(UNCHECKED)
    if name == "obedient":
        with serving(Obedient()) as server:
            # All that it says is tried: no reply is cut off.
            yield ModelOptions(
                "openai:obedient", base_url=server.url, reply_tokens=60_000, whole_seconds=120.0
            )
    elif name == "smollm2":
        with serving_smollm2() as url:
            yield ModelOptions(
                "openai:smollm2",
                base_url=url,
                reply_tokens=160,
                first_seconds=60.0,
                stall_seconds=30.0,
                whole_seconds=240.0,
            )
    elif ":" in name:
        settings = load_settings(chat_model=name)
        yield model_options(settings)
    else:
        yield None


class Checked(Extractive):
    """The assistant with a chat model, as it serves."""

    def __init__(self, assistant: Assistant, options: ModelOptions) -> None:
        super().__init__(_with(assistant, Writer(ChatEndpoint(options), options)))


class Unchecked(Extractive):
    """The same prompts to the same model, and whatever it replies shown as it is.

    Marks become numbers where they are the prompt's own; what else stands in brackets stays. A
    model that can't be reached still gives way to the guides' words.
    """

    def __init__(self, assistant: Assistant, options: ModelOptions) -> None:
        super().__init__(_with(assistant, TrustingWriter(ChatEndpoint(options), options)))

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The answer with no sentence and no figure checked."""
        checking = citations.fault_of
        citations.fault_of = lambda *_: ""
        try:
            return super().ask(question, conversation)
        finally:
            citations.fault_of = checking


def _with(assistant: Assistant, writer: Writer) -> Assistant:
    assistant._writer = writer
    return assistant


class TrustingWriter(Writer):
    """A writer that believes its model."""

    def begin(self, sources: Sources, conversation: Conversation) -> Wording:
        """The wording of one message."""
        return _Trusting(self, sources, conversation)


class _Trusting(Wording):
    def _worded(self, stretch: Stretch, query: Query) -> Iterator[Claim]:
        call = self._usage.begin(stretch.guide_id)
        given = self._given(stretch, query)
        prompt, call.given = self._prompt(stretch, given, query)
        try:
            reply = "".join(piece.text for piece in self._pieces(prompt))
        except ModelFaultError as error:
            remember(call, error)
            yield from stretch.claims
            return
        for claim in _believed(reply, given):
            call.note("kept")
            yield claim


def _believed(reply: str, given: Sequence[Given]) -> Iterator[Claim]:
    known = {one.mark: one.claim for one in given}
    for line in reply.split("\n"):
        for span in sentence_spans(line, 0, len(line)):
            said = span.of(line)
            named = [mark for mark in _BRACKETED.findall(said) if mark in known]
            text = _BRACKETED.sub(lambda m: "" if m[1] in known else m[0], said)
            quotes = tuple(dict.fromkeys(q for mark in named for q in known[mark].quotes))
            if text.strip():
                yield Claim(" ".join(text.split()), quotes)


def open_worded(name: str, assistant: Assistant, options: ModelOptions) -> Extractive:
    """The answerer of a name over an assistant.

    Raises:
        SettingsError: the model can't be opened.
    """
    answerer = Unchecked if name.startswith(UNCHECKED) else Checked
    return answerer(assistant, options)
