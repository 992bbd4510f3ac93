"""Names that leave the middle of a title off: an "NHS analyst" is the one NHS data analyst."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assistant.understanding.roles.title_variants import PLACES_OF_WORK
from assistant.understanding.titles.title_words import heads_a_title

_Name = tuple[str, ...]


def middle_left_off(
    exact: Mapping[_Name, set[str]], spoken: Mapping[str, Sequence[str]]
) -> dict[_Name, set[str]]:
    """The guides by such names, none that several guides would have.

    Args:
        exact: the guides by their titles and by the other names that they give.
        spoken: the words of each guide in order, by its id.
    """
    pairs = {guide_id: {*pairwise(words)} for guide_id, words in spoken.items()}
    found: dict[_Name, set[str]] = {}
    for title, owners in exact.items():
        for guide_id in owners:
            for name in _names(title, pairs[guide_id]):
                found.setdefault(name, set()).add(guide_id)
    return {name: ids for name, ids in found.items() if _is_of_one(name, ids, exact, pairs)}


def _names(title: _Name, said: set[tuple[str, str]]) -> Iterator[_Name]:
    """The noun of a title behind an employer's word in it, or behind another that its guide joins.

    Not what the title ends in: a genomic data scientist is not any data scientist.
    """
    *before, head = title
    if heads_a_title(head):
        yield from (
            (word, head)
            for word in dict.fromkeys(before[:-1])
            if word in PLACES_OF_WORK or (word, head) in said
        )


def _is_of_one(
    name: _Name,
    ids: set[str],
    exact: Mapping[_Name, set[str]],
    pairs: Mapping[str, set[tuple[str, str]]],
) -> bool:
    """Whether no other guide has a name, as a title or anywhere in its text."""
    others = [one for guide_id, one in pairs.items() if guide_id not in ids]
    headed = {one for title, owners in exact.items() if title[-1] == name[-1] for one in owners}
    return len(ids) == 1 and headed == ids and not any(name in one for one in others)
