"""How many requests a key may make in a minute, and what of it is left.

Counted in the memory of the one process that serves; a restart begins anew.
"""

import math
import time
from dataclasses import dataclass

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assistant.records.values import ApiKey


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a key has left: ``remaining`` of ``limit``; ``reset`` is in seconds."""

    granted: bool
    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        """As the IETF's draft of the RateLimit header fields has it."""
        told = {
            "RateLimit-Policy": f'"minute";q={self.limit};w=60',
            "RateLimit": f'"minute";r={self.remaining};t={self.reset}',
        }
        return told if self.granted else told | {"Retry-After": str(self.reset)}


class Rates:
    """Counts the requests of each key over the last sixty seconds."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def spend(self, key: ApiKey) -> Allowance:
        """Count one request of a key, if it may make one now."""
        limit = RateLimitItemPerMinute(key.per_minute)
        granted = self._limiter.hit(limit, str(key.id))
        stats = self._limiter.get_window_stats(limit, str(key.id))
        reset = max(1, math.ceil(stats.reset_time - time.time()))
        return Allowance(granted, key.per_minute, max(0, stats.remaining), reset)
