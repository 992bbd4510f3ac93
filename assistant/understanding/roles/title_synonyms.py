"""Other titles for the same work: a "UI developer" for a Frontend Engineer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from assistant.understanding.roles.title_variants import (
    DISTINCTIVE,
    JOB_NOUNS,
    as_name,
    nouns_of,
    variants_of,
)
from assistant.understanding.spelling import english
from assistant.understanding.synonyms import groups_in
from assistant.understanding.titles.everyday import everyday_words

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


def names_in_other_words(
    exact: Mapping[_Name, set[str]], texts: Mapping[str, frozenset[str]]
) -> dict[_Name, set[str]]:
    """The guides by titles in other words for the same work, and what those are shortened to.

    The telling words stay whole: a "drug safety officer" is not any safety officer.

    Args:
        exact: the guides by their titles.
        texts: the words of each guide, by its id.
    """
    found: dict[_Name, set[str]] = {}
    for title, owners in exact.items():
        others = [words for guide_id, words in texts.items() if guide_id not in owners]
        for other, telling, is_part in _synonymous(title):
            for name in variants_of(other, others):
                whole = "".join(telling) in "".join(name)
                if name == other or (whole and _names(name, other, is_part=is_part)):
                    found.setdefault(name, set()).update(owners)
    return found


def _synonymous(base: _Name) -> Iterable[tuple[_Name, _Name, bool]]:
    """The titles with words that name the same work in the place of a title's own.

    With each those of the words that stand before its head, which tell it from other jobs, and
    whether they are a part of the title.
    """
    for first, last in combinations(range(len(base) + 1), 2):
        own = "".join(base[first:last])
        for other in (one for group in _groups().get(own, ()) for one in group):
            if "".join(other) != own:
                is_part = last < len(base)
                title = (*base[:first], *other, *base[last:])
                yield title, other if is_part else other[:-1], is_part


def _names(name: _Name, title: _Name, *, is_part: bool) -> bool:
    """Whether what a title in other words is shortened to still names a job.

    It does so by the noun of the title or by what that practises. Without it, a single word must be
    rare ("genetics", and not "nice"), and several be a part of the guide's own title in other
    words: "drug safety" for pharmacovigilance, and no "clinical trial" for a trial statistician.
    """
    if len(name) > 1 and name[-1] in nouns_of(title[-1]):
        return True
    *before, last = name
    of_job = last in JOB_NOUNS
    said = (*before,) if of_job else name
    if len(said) == 1:
        rare = len(said[0]) >= DISTINCTIVE or (of_job and said[0] not in english())
        return rare and said[0] not in everyday_words()
    return is_part or of_job
