"""Titles that no guide bears and that its own words make up: "dialysis technician"."""

from collections.abc import Sequence

from assistant.understanding.levels import RUNGS
from assistant.understanding.role_names import RoleNames
from assistant.understanding.role_terms import OFTEN
from assistant.understanding.title_variants import HEAD_CLASSES, SENIORITY, WHERE, as_name
from assistant.understanding.title_words import GENERIC, VAGUE_HEADS
from assistant.words import stem

#: Nouns that often head other titles for the same work.
_LIKE: Sequence[frozenset[str]] = (
    *HEAD_CLASSES,
    *(
        frozenset(heads.split())
        for heads in (
            "technician technologist tech",
            "technologist engineer",
            "coordinator co-ordinator administrator officer",
            "scientist researcher",
            "manager lead head",
            "analyst specialist",
            "author writer",
            "representative rep",
        )
    ),
)


#: How often a guide must have a word where the noun behind it is only like that of its title, or
#: says nothing of the job.
ALL_THE_TIME = 6


def kin_of(title: str, names: RoleNames) -> tuple[str, ...]:
    """The guide whose role a title in other words is, if there is one: () or its id.

    Its noun is that of the guide's title or of one of its levels, or one like it, and the words
    before are what this guide speaks of and the others do not; all of them, if the noun says
    nothing of the job.
    """
    *before, head = as_name(title)
    said = [stem(word) for word in before if word not in GENERIC | WHERE | SENIORITY | RUNGS.keys()]
    found = [
        guide_id
        for guide_id, own_head in names.heads.items()
        if said
        and (_alike(head, own_head) or head in names.levels.get(guide_id, ()))
        and _speaks_of(said, head, guide_id, names)
    ]
    return tuple(found) if len(found) == 1 else ()


def _alike(head: str, other: str) -> bool:
    return head == other or any({head, other} <= heads for heads in _LIKE)


def _speaks_of(said: Sequence[str], head: str, guide_id: str, names: RoleNames) -> bool:
    own = [names.terms.own(guide_id, term) for term in said]
    enough = all(own) if head in VAGUE_HEADS else any(own)
    counts = names.terms.counts[guide_id]
    same = head == names.heads[guide_id] and head not in VAGUE_HEADS
    often = OFTEN if same else ALL_THE_TIME
    return enough and all(counts[term] >= often for term in said)
