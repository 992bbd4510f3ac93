"""A chat model behind LangChain: opened by its name, streamed within its limits of time.

The model is read in a thread of its own, so that every limit holds whatever the vendor's package
does: a reader waits no longer than it may, and what comes later is thrown away.
"""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from queue import Empty, Queue
from random import uniform
from threading import Event, Thread
from typing import Any, Protocol

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage, HumanMessage, SystemMessage

from assistant.errors import SettingsError
from assistant.generation.faults import WORTH_RETRYING, Fault, ModelFaultError
from assistant.generation.options import ModelOptions
from assistant.generation.translation import translated

log = logging.getLogger(__name__)

#: Seconds before the first further attempt; each one after waits twice as long.
BACKOFF = 0.25


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked: its rules, and the person's matter with the evidence."""

    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What came of a reply in one event.

    ``finish`` is why it ended ("stop", "length"), empty before the end; ``prompt_tokens`` and
    ``reply_tokens`` what the server counted, if it did.
    """

    text: str
    finish: str = ""
    prompt_tokens: int = 0
    reply_tokens: int = 0


class Endpoint(Protocol):
    """What is needed of a chat model."""

    name: str

    def stream(self, prompt: Prompt, seconds: float) -> Iterator[Piece]:
        """The reply in pieces; ends within ``seconds``.

        Raises:
            ModelFaultError: at any point.
        """
        ...


class ChatEndpoint:
    """A chat model that LangChain knows by name.

    Args:
        options: its name and limits.
        model: the model, where it is already open.
    """

    def __init__(self, options: ModelOptions, model: BaseChatModel | None = None) -> None:
        self.name = options.name
        self._options = options
        self._model = model or open_model(options)
        # By its protocol; of other providers' packages some say why a reply ends and some do not.
        self._tells_its_end = options.name.startswith(("openai:", "azure_openai:"))

    def stream(self, prompt: Prompt, seconds: float) -> Iterator[Piece]:
        """The reply in pieces, over within ``seconds``; ending early tells the server to stop.

        Raises:
            ModelFaultError: it can't be reached, is too slow, or its reply can't be read.
        """
        deadline = time.monotonic() + seconds
        arrived: Queue[Piece | ModelFaultError | None] = Queue()
        stopped = Event()
        reading = (prompt, arrived, stopped, deadline)
        Thread(target=self._read, args=reading, name="chat-model", daemon=True).start()
        try:
            yield from self._in_time(arrived, deadline)
        finally:
            stopped.set()

    def _in_time(
        self, arrived: "Queue[Piece | ModelFaultError | None]", deadline: float
    ) -> Iterator[Piece]:
        begun = False
        due = time.monotonic() + self._options.first_seconds
        while True:
            try:
                piece = arrived.get(timeout=max(0.0, min(due, deadline) - time.monotonic()))
            except Empty:
                raise ModelFaultError(Fault.STALLED if begun else Fault.TIMED_OUT) from None
            if piece is None:
                return
            if isinstance(piece, ModelFaultError):
                raise piece
            # An event without words, as some servers send to keep a line open, buys no time.
            if piece.text:
                begun = True
                due = time.monotonic() + self._options.stall_seconds
            yield piece

    def _read(
        self,
        prompt: Prompt,
        arrived: "Queue[Piece | ModelFaultError | None]",
        stopped: Event,
        deadline: float,
    ) -> None:
        """Put the reply's pieces into a queue, then None, or what went wrong."""
        for attempt in range(self._options.retries + 1):
            try:
                for piece in self._pieces(prompt, stopped):
                    arrived.put(piece)
            except ModelFaultError as error:
                fault = error
            else:
                arrived.put(None)
                return
            wait = self._wait(fault, attempt, deadline)
            if wait is None or stopped.wait(wait):
                arrived.put(fault)
                return

    def _wait(self, fault: ModelFaultError, attempt: int, deadline: float) -> float | None:
        """Seconds before another attempt; None if there is to be none."""
        if fault.fault not in WORTH_RETRYING or attempt == self._options.retries:
            return None
        backoff = BACKOFF * 2**attempt * uniform(1.0, 1.5)
        wait = backoff if fault.retry_after is None else fault.retry_after
        patience = min(self._options.first_seconds / 2, deadline - time.monotonic())
        return wait if wait < patience else None

    def _pieces(self, prompt: Prompt, stopped: Event) -> Iterator[Piece]:
        messages = [SystemMessage(prompt.system), HumanMessage(prompt.user)]
        begun, finish = False, ""
        chunks = iter(self._model.stream(messages))
        try:
            for chunk in chunks:
                if stopped.is_set():
                    return
                begun, piece = True, _piece(chunk)
                finish = piece.finish or finish
                yield piece
            if not finish and self._tells_its_end:
                raise ModelFaultError(Fault.CUT_OFF)  # noqa: TRY301 -- the handler passes it on
        except Exception as error:
            fault = translated(error)
            # What broke after the first words is not tried again: they have been seen.
            if begun and fault.fault in WORTH_RETRYING:
                raise ModelFaultError(Fault.STALLED, detail=str(fault.fault)) from error
            raise fault from error
        finally:
            close = getattr(chunks, "close", None)
            if close:
                close()


#: What providers call the reason why a reply ended.
_FINISHES = ("finish_reason", "stop_reason", "done_reason")


def _piece(chunk: BaseMessage) -> Piece:
    if not isinstance(chunk, AIMessageChunk):
        raise ModelFaultError(Fault.WRONG_ROLE, detail=chunk.type)
    usage, told = chunk.usage_metadata, chunk.response_metadata
    return Piece(
        text=chunk.text,
        finish=str(next((said for name in _FINISHES if (said := told.get(name))), "")),
        prompt_tokens=usage["input_tokens"] if usage else 0,
        reply_tokens=usage["output_tokens"] if usage else 0,
    )


def open_model(options: ModelOptions) -> BaseChatModel:
    """The LangChain chat model of a name; nothing is sent yet.

    Raises:
        SettingsError: the name is malformed, or its provider's package or key is missing.
    """
    provider, colon, name = options.name.partition(":")
    if not (provider and colon and name):
        raise SettingsError(
            f"CAREERS_CHAT_MODEL: {options.name!r} is no PROVIDER:NAME. For an OpenAI-compatible "
            "server write openai:NAME."
        )
    try:
        model = init_chat_model(name, model_provider=provider, **_arguments(provider, options))
    except ImportError as error:
        raise SettingsError(
            f"CAREERS_CHAT_MODEL: {provider} needs the package {error.name or 'of its provider'}. "
            f"Install it: pip install langchain-{provider.replace('_', '-')}"
        ) from error
    except Exception as error:  # noqa: BLE001 - vendors raise what they like; all mean "not so"
        # Not chained: what a vendor says of its arguments may quote a key.
        raise SettingsError(
            f"CAREERS_CHAT_MODEL: {options.name} can't be opened ({type(error).__name__}). Check "
            "the provider's name, and that its key is set (OPENAI_API_KEY for openai)."
        ) from None
    if not isinstance(model, BaseChatModel):
        raise SettingsError(f"CAREERS_CHAT_MODEL: {options.name} is no chat model.")
    return model


def _arguments(provider: str, options: ModelOptions) -> dict[str, Any]:
    arguments: dict[str, Any] = {
        "max_tokens": options.reply_tokens,
        "timeout": max(options.first_seconds, options.stall_seconds),
        # Attempts are counted here: a vendor's would go on after the reader has had an answer.
        "max_retries": 0,
    }
    if options.temperature is not None:
        arguments["temperature"] = options.temperature
    if provider == "openai":
        arguments["use_responses_api"] = False
        arguments |= {"base_url": options.base_url} if options.base_url else {}
        # A server of one's own often wants no key, but the package wants one all the same.
        key = options.api_key or ("none" if options.base_url else "")
        arguments |= {"api_key": key} if key else {}
    return arguments
