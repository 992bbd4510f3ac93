"""Grouping questions that ask for the same in other words."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Texts -> unit vectors, shape (texts, dimension).
Embed = Callable[[list[str]], NDArray[np.float32]]
#: Two questions are alike from this cosine on. Of the pairs of paraphrases among the dev questions
#: of the eval suite 88 % are, of all other pairs 3 %.
ALIKE = 0.55
#: So many different questions are grouped at most, the newest: their likenesses take 4 bytes each.
MOST = 4000


def groups(
    questions: Sequence[str], embed: Embed, alike: float = ALIKE
) -> list[tuple[int, list[int]]]:
    """Groups of questions: (place of the most typical one, places of all in it), largest first.

    The question with the most others alike leads the first group, and takes those along; so on
    with what is left. The order of the questions makes no difference but for which of the same
    words comes first. Those beyond ``MOST`` different ones, the oldest, are left out.
    """
    places: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        places.setdefault(_same(question), []).append(place)
    kept = list(places.values())[-MOST:]
    if not kept:
        return []
    vectors = embed([questions[own[0]] for own in kept])
    weights = np.array([len(own) for own in kept])
    found = []
    for leader, members in _led(vectors @ vectors.T >= alike, weights):
        every = sorted(place for member in members for place in kept[member])
        found.append((kept[leader][0], every))
    return found


def _led(alike: NDArray[np.bool_], weights: NDArray[np.int_]) -> list[tuple[int, list[int]]]:
    """Leaders and those alike, by how many questions stand behind them."""
    np.fill_diagonal(alike, val=True)
    free = np.ones(len(alike), dtype=bool)
    found: list[tuple[int, list[int]]] = []
    while free.any():
        behind: NDArray[Any] = np.where(free, (alike & free) @ weights, 0)
        leader = int(behind.argmax())
        members = np.flatnonzero(alike[leader] & free)
        free[members] = False
        found.append((leader, members.tolist()))
    return found


def _same(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip(" ?.!")
