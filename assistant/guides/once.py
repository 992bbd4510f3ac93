"""What follows from a guide alone is worked out once, and kept with the guide."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from assistant.guides.model import Guide

P = ParamSpec("P")
T = TypeVar("T")


def once_a_guide(work: Callable[Concatenate[Guide, P], T]) -> Callable[Concatenate[Guide, P], T]:
    """A function of a guide, and of little else, whose results are kept as long as the guide is.

    Nothing is prepared when a guide is read, and nothing is left of it when a newer snapshot takes
    over. The results are shared, so they must be ones that nobody changes.
    """

    @wraps(work)
    def found(guide: Guide, /, *args: P.args, **named: P.kwargs) -> T:
        kept, key = guide.kept, (work, args, *named.items())
        if key not in kept:
            kept[key] = work(guide, *args, **named)
        result: T = kept[key]
        return result

    return found
