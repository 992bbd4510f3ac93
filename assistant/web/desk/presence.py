"""Who has an enquiry open at the moment, so that two people notice each other before they write."""

import time
from collections.abc import Callable
from threading import Lock

#: A page that is open says so every few seconds; after this many it counts as closed.
GONE_AFTER = 40.0


class Presence:
    """Open pages by enquiry, in memory only.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._seen: dict[int, dict[str, tuple[str, float]]] = {}

    def note(self, enquiry_id: int, login: str, name: str) -> list[str]:
        """Note that somebody has an enquiry open; returns the names of the others who have."""
        now = self._clock()
        with self._lock:
            here = self._seen.setdefault(enquiry_id, {})
            here[login] = (name, now)
            for gone in [who for who, (_, at) in here.items() if now - at > GONE_AFTER]:
                del here[gone]
            return sorted(their for who, (their, _) in here.items() if who != login)

    def leave(self, enquiry_id: int, login: str) -> None:
        """Note that somebody has left an enquiry."""
        with self._lock:
            here = self._seen.get(enquiry_id, {})
            here.pop(login, None)
            if not here:
                self._seen.pop(enquiry_id, None)
