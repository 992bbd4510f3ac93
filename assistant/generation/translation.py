"""Vendors' errors -> faults of our own, by the kinds that LangChain and HTTP give them."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from assistant.generation.faults import Fault, ModelFaultError

#: What the classes of vendors' errors are called, LangChain's own first.
_BY_NAME: tuple[tuple[str, Fault], ...] = (
    ("ContextOverflowError", Fault.TOO_LONG),
    ("ModelAuthenticationError", Fault.REFUSED),
    ("ModelPermissionDeniedError", Fault.REFUSED),
    ("ModelNotFoundError", Fault.NO_MODEL),
    ("ModelRateLimitError", Fault.RATE_LIMITED),
    ("ModelTimeoutError", Fault.TIMED_OUT),
    ("APITimeoutError", Fault.TIMED_OUT),
    ("TimeoutException", Fault.TIMED_OUT),
    ("TimeoutError", Fault.TIMED_OUT),
    ("ModelConnectionError", Fault.NO_ROUTE),
    ("APIConnectionError", Fault.NO_ROUTE),
    ("TransportError", Fault.NO_ROUTE),
    ("ConnectionError", Fault.NO_ROUTE),
    ("APIResponseValidationError", Fault.MALFORMED),
    ("APIError", Fault.SERVER),
)
_BY_STATUS = {
    400: Fault.BAD_REQUEST,
    401: Fault.REFUSED,
    403: Fault.REFUSED,
    404: Fault.NO_MODEL,
    408: Fault.TIMED_OUT,
    413: Fault.TOO_LONG,
    422: Fault.BAD_REQUEST,
    429: Fault.RATE_LIMITED,
}
#: How servers other than OpenAI's say in a 400 that the prompt is too long.
_OVERLONG = ("context_length", "context length", "context size", "context window", "too long")


def translated(error: Exception) -> ModelFaultError:
    """The fault that a vendor's error stands for, without the vendor's words."""
    if isinstance(error, ModelFaultError):
        return error
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return ModelFaultError(_of_status(status, error), _retry_after(error), f"HTTP {status}")
    names = {kind.__name__ for kind in type(error).__mro__}
    named = next((fault for name, fault in _BY_NAME if name in names), None)
    if named is not None:
        return ModelFaultError(named, detail=type(error).__name__)
    # Whatever else a stream of events makes a vendor's parser raise.
    parsing = (json.JSONDecodeError, UnicodeDecodeError, ValueError, TypeError, KeyError)
    wrong = (*parsing, AttributeError, AssertionError)
    fault = Fault.MALFORMED if isinstance(error, wrong) else Fault.UNEXPECTED
    return ModelFaultError(fault, detail=type(error).__name__)


def _of_status(status: int, error: Exception) -> Fault:
    if status in (400, 413, 422, 500) and any(word in str(error).lower() for word in _OVERLONG):
        return Fault.TOO_LONG
    return _BY_STATUS.get(status, Fault.SERVER if status >= 500 else Fault.BAD_REQUEST)


def _retry_after(error: Exception) -> float | None:
    """The seconds that a server asks to be left alone, written as seconds or as a date."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    if not isinstance(headers, Mapping):
        return None
    written = str(headers.get("retry-after") or "")
    try:
        return max(0.0, float(written))
    except ValueError:
        pass
    try:
        when = parsedate_to_datetime(written)
    except ValueError:
        return None
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
