"""A circuit: after repeated failures the endpoint is left alone for a while, then tried once."""

import time
from collections.abc import Callable
from threading import Lock

#: Failures in a row that open the circuit.
FAILURES = 3
#: Seconds that it stays open, at first and at most; each further failure doubles them.
FIRST_REST, LONGEST_REST = 15.0, 300.0


class Circuit:
    """Says whether the endpoint may be called; safe to share between threads.

    Args:
        failures: failures in a row that open it.
        rest: seconds that it stays open the first time.
        clock: seconds that only go forward.
    """

    def __init__(
        self,
        failures: int = FAILURES,
        rest: float = FIRST_REST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limit = failures
        self._first_rest = rest
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._rest = rest
        self._open_until = 0.0
        self._trying = False

    @property
    def state(self) -> str:
        """What it is now: "closed" (calls go through), "open" (none do), "half-open" (one may)."""
        with self._lock:
            if self._failures < self._limit:
                return "closed"
            return "open" if self._clock() < self._open_until else "half-open"

    def allows(self) -> bool:
        """Whether a call may be made now; of a half-open circuit only one at a time."""
        with self._lock:
            if self._failures < self._limit:
                return True
            if self._clock() < self._open_until or self._trying:
                return False
            self._trying = True
            return True

    def succeeded(self) -> None:
        """A call went well: the circuit is closed."""
        with self._lock:
            self._failures, self._rest, self._trying = 0, self._first_rest, False

    def failed(self, retry_after: float | None = None) -> None:
        """A call failed. ``retry_after`` is how long the server asked to be left alone."""
        with self._lock:
            self._failures += 1
            if retry_after:
                self._failures = max(self._failures, self._limit)
            if self._failures >= self._limit:
                rest = min(max(self._rest, retry_after or 0.0), LONGEST_REST)
                self._open_until = self._clock() + rest
                if self._trying:
                    self._rest = min(self._rest * 2, LONGEST_REST)
            self._trying = False

    def gave_up(self) -> None:
        """A call was left before it told anything, as when a reader goes away."""
        with self._lock:
            self._trying = False
