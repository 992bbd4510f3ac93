"""Other titles for the same work: a "UI developer" for a Frontend Engineer."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.understanding.synonyms import groups_in
from assistant.understanding.title_variants import as_name


@lru_cache(maxsize=1)
def _groups() -> Sequence[tuple[tuple[str, ...], ...]]:
    return tuple(tuple(as_name(one) for one in group) for group in groups_in("titles.txt"))


def synonymous(base: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The titles with words that name the same work in the place of a title's own.

    With each those of the words that stand before its head, which tell it from other jobs.

    Args:
        base: a title's words, in the singular.
    """
    for group in _groups():
        found = next(filter(None, (_found(base, phrase) for phrase in group)), None)
        if found:
            own = "".join(base[found])
            for other in group:
                if "".join(other) != own:
                    telling = other if found.stop < len(base) else other[:-1]
                    yield (*base[: found.start], *other, *base[found.stop :]), telling


def _found(base: tuple[str, ...], phrase: tuple[str, ...]) -> slice | None:
    """Where a title has a phrase, be it written in one word ("frontend") or in several."""
    whole = "".join(phrase)
    return next(
        (
            slice(first, last)
            for first in range(len(base))
            for last in range(first + 1, len(base) + 1)
            if "".join(base[first:last]) == whole
        ),
        None,
    )
