"""How a chat model is asked: its name, what it may use, and how long it may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prices:
    """What a model costs, in units of ``currency`` a million tokens."""

    prompt: float
    reply: float
    currency: str = "USD"

    def of(self, prompt: int, reply: int) -> float:
        """What so many tokens cost."""
        return (prompt * self.prompt + reply * self.reply) / 1_000_000


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """One chat model and its limits.

    ``name`` is PROVIDER:NAME as LangChain reads it. ``temperature`` None leaves it to the model.
    ``prompt_tokens`` and ``reply_tokens`` are the most that one call may use. ``first_seconds`` is
    how long the first word may take, ``stall_seconds`` any later one, ``whole_seconds`` everything
    that is asked for one message. ``retries`` counts the further attempts before the first word.
    ``api_key`` and ``base_url`` are for OpenAI-compatible servers; empty: as the provider's package
    finds them.
    """

    name: str
    temperature: float | None = 0.0
    prompt_tokens: int = 3000
    reply_tokens: int = 400
    first_seconds: float = 10.0
    stall_seconds: float = 5.0
    whole_seconds: float = 30.0
    retries: int = 2
    prices: Prices | None = None
    api_key: str = ""
    base_url: str = ""

    def __repr__(self) -> str:
        return f"ModelOptions(name={self.name!r})"
