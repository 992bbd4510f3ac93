"""The role that a message means without naming it: "what would I need to design health apps?".

A role is meant if the message has most of what its title says, and no other title has as much.
"""

from collections import Counter
from collections.abc import Mapping

from assistant.understanding.title_variants import WHERE
from assistant.understanding.title_words import GENERIC, VAGUE_HEADS, singular, tokens
from assistant.words import stem

#: What a title's word weighs that says little of the job ("health", "engineer"), beside 1.
LITTLE = 0.3
#: A role is meant if words of this share of its title's weight are there.
MOST = 0.5
#: One word alone means a role only if it is this long: "pharmacy", not "data".
TELLING = 7


def implied_role(text: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The guide id of the one role that a text means, or nothing.

    Args:
        text: a message that names no role.
        titles: the role of each guide, by its id.
    """
    said = {_root(word.text) for word in tokens(text)}
    words = {guide_id: _words(title) for guide_id, title in titles.items()}
    titled = Counter(word for own in words.values() for word in own)
    shares = {}
    for guide_id, own in words.items():
        met = {word: weight for word, weight in own.items() if word in said}
        telling = [word for word, weight in met.items() if weight == 1 and titled[word] == 1]
        if telling and (len(met) > 1 or len(telling[0]) >= TELLING):
            shares[guide_id] = sum(met.values()) / sum(own.values())
    best = sorted(shares, key=lambda guide_id: -shares[guide_id])[:2]
    if not best or shares[best[0]] < MOST:
        return ()
    alone = len(best) == 1 or shares[best[1]] < shares[best[0]]
    return (best[0],) if alone else ()


def _words(title: str) -> dict[str, float]:
    return {
        _root(word.text): LITTLE if _says_little(singular(word.text.casefold())) else 1.0
        for word in tokens(title)
    }


def _says_little(word: str) -> bool:
    return word in WHERE or word in GENERIC or word in VAGUE_HEADS


def _root(word: str) -> str:
    """What "designer", "designing" and "design" share."""
    return stem(singular(word.casefold()))
