"""How often one visitor may ask, so that nobody keeps the others waiting.

Visitors are told apart by their network address, which is held in memory for a minute and is
neither written down nor logged.
"""

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter


class Visitors:
    """Counts what each visitor does within a minute.

    Args:
        questions: as many as one visitor may ask in a minute; 0 for no limit.
    """

    def __init__(self, questions: int = 0) -> None:
        self.questions = questions
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def wait(self, who: str, what: str = "question") -> int:
        """Seconds until this visitor may do this again; 0 admits, and counts, them now."""
        if not self.questions:
            return 0
        limit = RateLimitItemPerMinute(self.questions)
        if self._limiter.hit(limit, what, who):
            return 0
        again = self._limiter.get_window_stats(limit, what, who).reset_time
        return max(1, math.ceil(again - time.time()))
