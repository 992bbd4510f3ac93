"""Rulings: a model's word on whether a source supports a statement, cached, in limited time."""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pydantic import BaseModel, ConfigDict, ValidationError

PROMPT = Path(__file__).resolve().parent / "support-v1.txt"


class Ruling(BaseModel):
    """What the model has to reply."""

    model_config = ConfigDict(extra="forbid")

    supported: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement and the source that it cites."""

    source: str
    statement: str


# Sends a prompt to a model and gives its reply. May raise anything.
Send = Callable[[str], str]


class Clock(Protocol):
    """Seconds that only go forward."""

    def __call__(self) -> float:
        """The seconds now."""


@dataclass(slots=True)
class Judge:
    """Rules on pairs, never twice on the same one, and not after its deadline.

    ``unjudged`` counts pairs without a ruling and why: the time was up, the model failed, or its
    reply was no ruling.
    """

    send: Send
    model: str
    cache: Path
    deadline: float
    clock: Clock = time.monotonic
    unjudged: dict[str, int] = field(default_factory=dict)
    _known: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.cache.exists():
            rows = self.cache.read_text(encoding="utf-8").splitlines()
            self._known = {row["key"]: row["supported"] for row in map(json.loads, rows)}

    def rule(self, pair: Pair) -> bool | None:
        """Whether the source supports the statement; None if there is no ruling."""
        key = self._key(pair)
        if key in self._known:
            return self._known[key]
        if self.clock() >= self.deadline:
            return self._unjudged("the time was up")
        prompt = PROMPT.read_text(encoding="utf-8")
        prompt = prompt.replace("{source}", _fenced(pair.source))
        try:
            reply = self.send(prompt.replace("{statement}", _fenced(pair.statement)))
        except Exception as error:  # noqa: BLE001 - whatever a vendor's client raises is "no ruling"
            return self._unjudged(f"the model failed ({type(error).__name__})")
        return self._take(key, reply)

    def _take(self, key: str, reply: str) -> bool | None:
        try:
            ruling = Ruling.model_validate_json(_object(reply))
        except ValidationError:
            return self._unjudged("the reply was no ruling")
        self._known[key] = ruling.supported
        self.cache.parent.mkdir(parents=True, exist_ok=True)
        with self.cache.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, **ruling.model_dump()}) + "\n")
        return ruling.supported

    def _unjudged(self, why: str) -> bool | None:
        self.unjudged[why] = self.unjudged.get(why, 0) + 1
        return None

    def _key(self, pair: Pair) -> str:
        """A digest of all that a ruling depends on."""
        parts = (PROMPT.read_text(encoding="utf-8"), self.model, pair.source, pair.statement)
        return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


def _object(reply: str) -> str:
    """The JSON object of a reply, without a fence or words around it."""
    start, end = reply.find("{"), reply.rfind("}")
    return reply[start : end + 1] if 0 <= start < end else reply


def _fenced(text: str) -> str:
    """Data that can't close its own fence or name a slot of the prompt."""
    return text.replace("<<<", "< < <").replace(">>>", "> > >").replace("{statement}", "statement")
