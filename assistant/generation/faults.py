"""What can go wrong with a chat model, each with the line for the log that says how to mend it."""

from enum import StrEnum

from assistant.errors import ModelError


class Fault(StrEnum):
    """Why a model's reply is not used, or not to its end."""

    NO_ROUTE = "no route to the model"
    REFUSED = "the key was refused"
    NO_MODEL = "no such model"
    RATE_LIMITED = "too many requests"
    SERVER = "the model's server failed"
    BAD_REQUEST = "the request was refused"
    TOO_LONG = "the prompt is too long for the model"
    TIMED_OUT = "no word came in time"
    STALLED = "the reply stopped half-way"
    MALFORMED = "the reply could not be read"
    CUT_OFF = "the reply was cut off"
    EMPTY = "the reply was empty"
    WRONG_ROLE = "the reply speaks for another role"
    CIRCUIT_OPEN = "the model is left alone after repeated failures"
    UNEXPECTED = "something unexpected failed"


REMEDIES = {
    Fault.NO_ROUTE: "Is the server running, and is OPENAI_BASE_URL right?",
    Fault.REFUSED: "Check OPENAI_API_KEY (or the provider's own key).",
    Fault.NO_MODEL: "Check the name in CAREERS_CHAT_MODEL and the address in OPENAI_BASE_URL.",
    Fault.RATE_LIMITED: "Wait, or ask the provider for a higher limit.",
    Fault.SERVER: "Look at the server's own log.",
    Fault.BAD_REQUEST: "The model may not take a setting: try CAREERS_CHAT_TEMPERATURE=default.",
    Fault.TOO_LONG: "Lower CAREERS_CHAT_PROMPT_TOKENS.",
    Fault.TIMED_OUT: "Raise CAREERS_CHAT_FIRST_SECONDS, or use a faster model.",
    Fault.STALLED: "Raise CAREERS_CHAT_STALL_SECONDS if the model is only slow.",
    Fault.MALFORMED: "Does the address speak the OpenAI protocol?",
    Fault.CUT_OFF: "Raise CAREERS_CHAT_REPLY_TOKENS.",
    Fault.EMPTY: "Try another model.",
    Fault.WRONG_ROLE: "Try another model.",
    Fault.CIRCUIT_OPEN: "It is tried again by itself.",
    Fault.UNEXPECTED: "Run: careers doctor.",
}

#: A further attempt may succeed.
WORTH_RETRYING = frozenset({Fault.NO_ROUTE, Fault.RATE_LIMITED, Fault.SERVER})
#: The endpoint's own failures: these open the circuit. A bad reply does not.
OF_THE_ENDPOINT = frozenset(
    {
        *(Fault.NO_ROUTE, Fault.REFUSED, Fault.NO_MODEL, Fault.RATE_LIMITED, Fault.SERVER),
        *(Fault.BAD_REQUEST, Fault.TIMED_OUT, Fault.STALLED, Fault.MALFORMED, Fault.UNEXPECTED),
    }
)


class ModelFaultError(ModelError):
    """A chat model could not be used. Holds none of the vendor's words: they may quote a key.

    Args:
        fault: what went wrong.
        retry_after: seconds that the server asks to wait; None if it does not say.
        detail: what may be told beyond that, such as "HTTP 503".
    """

    def __init__(self, fault: Fault, retry_after: float | None = None, detail: str = "") -> None:
        said = f"{fault} ({detail})" if detail else str(fault)
        super().__init__(f"{said[0].upper()}{said[1:]}. {REMEDIES[fault]}")
        self.fault = fault
        self.retry_after = retry_after
