"""The nouns that say by themselves which guide's job is meant: the "writer" of one title alone."""

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.understanding.roles.title_variants import HEAD_CLASSES
from assistant.understanding.titles.title_words import VAGUE_HEADS, heads_a_title


def telling_heads(
    exact: Mapping[tuple[str, ...], set[str]], ruling: frozenset[str]
) -> dict[str, set[str]]:
    """The head nouns that say which job is meant: those of one guide's title alone, as "writer"."""
    owners: dict[str, set[str]] = {}
    for name, ids in exact.items():
        owners.setdefault(name[-1], set()).update(ids)
    traded = {head for heads in HEAD_CLASSES for head in heads}
    vague = (VAGUE_HEADS | traded) - ruling
    return {
        head: ids
        for head, ids in owners.items()
        if len(ids) == 1 and heads_a_title(head) and head not in vague
    }


#: A vague head says which job is meant if its own guide has it so often, and so many times as often
#: as all others together: "coder" for Clinical Coder, not "engineer" for the one engineer there is.
OFTEN, TIMES = 10, 10


def ruling_heads(spoken: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Heads of titles that one guide speaks of all the time and the others hardly ever."""
    counts = {guide_id: Counter(words) for guide_id, words in spoken.items()}
    together: Counter[str] = sum(counts.values(), Counter())
    return frozenset(
        word
        for own in counts.values()
        for word in VAGUE_HEADS & own.keys()
        if own[word] >= max(OFTEN, TIMES * (together[word] - own[word]))
    )
