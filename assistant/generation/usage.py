"""What became of one message's sentences, and what it took: kept for the trace."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.generation.faults import Fault, ModelFaultError
from assistant.generation.options import Prices
from assistant.generation.prompting import VERSION


@dataclass(slots=True)
class Call:
    """One call of the model.

    Each of ``sentences`` is ("kept" | "replaced" | "dropped", why), in order; the words of what
    was not kept are left out, since what failed the check is not for showing. ``fault`` is why the
    reply was not used, or not to its end. ``first_ms`` and ``last_ms`` are milliseconds from the
    call to its first sentence and to its end, None if there was none.
    """

    guide_id: str
    given: int = 0
    sentences: list[tuple[str, str]] = field(default_factory=list)
    fault: Fault | None = None
    prompt_tokens: int = 0
    reply_tokens: int = 0
    counted_by: str = "tiktoken"
    first_ms: float | None = None
    last_ms: float | None = None

    def note(self, verdict: str, why: str = "") -> None:
        """Count one sentence."""
        self.sentences.append((verdict, why))

    def as_trace(self) -> dict[str, Any]:
        """The call in plain values."""
        return {
            "guide_id": self.guide_id,
            "given": self.given,
            "fault": str(self.fault or ""),
            "sentences": [{"verdict": verdict, "why": why} for verdict, why in self.sentences],
            "prompt_tokens": self.prompt_tokens,
            "reply_tokens": self.reply_tokens,
            "counted_by": self.counted_by,
            "first_ms": self.first_ms,
            "last_ms": self.last_ms,
        }


@dataclass(slots=True)
class Usage:
    """All that a model did for one message."""

    name: str
    prices: Prices | None = None
    calls: list[Call] = field(default_factory=list)

    @property
    def worded(self) -> bool:
        """Whether a sentence of the model is in the answer."""
        return self.counts()["kept"] > 0

    @property
    def failed(self) -> bool:
        """Whether a call came to nothing, or not to its end."""
        return any(call.fault for call in self.calls)

    def counts(self) -> Counter[str]:
        """How many sentences were kept, replaced and dropped."""
        return Counter(verdict for call in self.calls for verdict, _ in call.sentences)

    def begin(self, guide_id: str) -> Call:
        """A further call."""
        self.calls.append(Call(guide_id))
        return self.calls[-1]

    def as_trace(self, circuit: str, notice: str) -> Mapping[str, Any]:
        """What ``Answer.trace["model"]`` holds.

        ``name`` of the model; ``prompt``, the template's version; ``circuit``: "closed", "open" or
        "half-open"; ``notice``, a line for the reader if the model could not be used, else "";
        ``kept``, ``replaced``, ``dropped``: counts of the model's sentences; ``tokens``: prompt,
        reply, counted_by ("server" or "tiktoken"); ``cost``: amount and currency, or None without
        prices; ``first_ms`` and ``last_ms`` of the whole; ``calls``, each as ``Call.as_trace``.
        """
        counts = self.counts()
        tokens = {
            "prompt": sum(call.prompt_tokens for call in self.calls),
            "reply": sum(call.reply_tokens for call in self.calls),
            "counted_by": self.calls[0].counted_by if self.calls else "tiktoken",
        }
        return {
            "name": self.name,
            "prompt": VERSION,
            "circuit": circuit,
            "notice": notice,
            "kept": counts["kept"],
            "replaced": counts["replaced"],
            "dropped": counts["dropped"],
            "tokens": tokens,
            "cost": self._cost(tokens),
            "first_ms": next((c.first_ms for c in self.calls if c.first_ms is not None), None),
            "last_ms": self._last(),
            "calls": [call.as_trace() for call in self.calls],
        }

    def _last(self) -> float | None:
        ended = [call.last_ms for call in self.calls if call.last_ms is not None]
        return round(sum(ended), 1) if ended else None

    def _cost(self, tokens: Mapping[str, Any]) -> Mapping[str, Any] | None:
        if self.prices is None:
            return None
        amount = self.prices.of(tokens["prompt"], tokens["reply"])
        return {"amount": round(amount, 6), "currency": self.prices.currency}


def remember(call: Call, error: ModelFaultError) -> None:
    """Keep why a call was not used to its end."""
    call.fault = error.fault
