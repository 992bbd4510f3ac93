"""Names that join what stands before the noun of one of a role's names to the noun of another.

A job that is a "pier controller" and a "harbour inspector" is a "pier inspector" too.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant.understanding.roles.title_variants import ABBREVIATED, is_telling, same_trade
from assistant.understanding.titles.title_words import heads_a_title

_Name = tuple[str, ...]


def crossed_names(
    exact: Mapping[_Name, set[str]], texts: Mapping[str, frozenset[str]]
) -> dict[_Name, set[str]]:
    """The guides by such names, none that several guides would have.

    Args:
        exact: the guides by their titles and by the other names that they give.
        texts: the words of each guide, by its id.
    """
    found: dict[_Name, set[str]] = {}
    for guide_id in texts:
        own = [name for name, ids in exact.items() if guide_id in ids and heads_a_title(name[-1])]
        others = [words for another, words in texts.items() if another != guide_id]
        for name in _crossed(own, others):
            found.setdefault(name, set()).add(guide_id)
    return {name: ids for name, ids in found.items() if len(ids) == 1}


def _crossed(names: Sequence[_Name], others: Sequence[frozenset[str]]) -> Iterable[_Name]:
    heads = dict.fromkeys(noun for name in names for noun in (name[-1], *same_trade(name[-1])))
    for before in dict.fromkeys(name[:-1] for name in names if name[:-1]):
        telling = [word for word in before if is_telling(word, others)]
        if telling:
            yield from ((*before, head) for head in heads)
        if len(before[0]) >= ABBREVIATED and before[0] in telling:
            yield from ((before[0], head) for head in heads)
