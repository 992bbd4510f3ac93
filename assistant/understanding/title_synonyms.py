"""Other titles for the same work: a "UI developer" for a Frontend Engineer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from assistant.understanding.synonyms import groups_in
from assistant.understanding.title_variants import as_name

_Name = tuple[str, ...]


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, Sequence[Sequence[_Name]]]:
    """The groups that have a name, by that name in one word ("frontend")."""
    found: dict[str, list[Sequence[_Name]]] = defaultdict(list)
    for written in groups_in("titles.txt"):
        group = tuple(as_name(one) for one in written)
        for name in dict.fromkeys("".join(one) for one in group):
            found[name].append(group)
    return found


def synonymous(base: _Name) -> Iterable[tuple[_Name, _Name]]:
    """The titles with words that name the same work in the place of a title's own.

    With each those of the words that stand before its head, which tell it from other jobs.

    Args:
        base: a title's words, in the singular.
    """
    for first, last in combinations(range(len(base) + 1), 2):
        own = "".join(base[first:last])
        for other in (one for group in _groups().get(own, ()) for one in group):
            if "".join(other) != own:
                telling = other if last < len(base) else other[:-1]
                yield (*base[:first], *other, *base[last:]), telling
