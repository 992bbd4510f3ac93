"""Whether what is found for a question with the one before it answers it, or only that one."""

import re
from collections.abc import Set

from assistant.answering.parts import RoleAnswer
from assistant.answering.quantities import lacks_kind
from assistant.answering.sources import Sources
from assistant.matters import asked_about
from assistant.understanding.query import Query
from assistant.words import GOES_ON, terms

#: A thing that a question names itself: "what's the test they set?".
_WHAT_IS = re.compile(rf"{GOES_ON}(?:what|who)(?:['’]?s|\s+(?:is|are))\b", re.I)
#: A thing asked about by its letters: "is that inside ir35?".
BY_LETTERS = re.compile(r"\b(?:[A-Z]{2,}|[A-Za-z]+\d+)\b")


def keeps_to(context: str, joined: RoleAnswer, answer: RoleAnswer, sources: Sources) -> bool:
    """Whether only the reading with the question before is of that question's matter."""
    matters = asked_about(context)
    return _tells(joined, matters, sources) and not _tells(answer, matters, sources)


def has_the_thing(query: Query, answer: RoleAnswer) -> bool:
    """Whether the first passage of an answer has the thing of which it is asked what it is."""
    if not (query.subject and answer.claims and _WHAT_IS.match(query.bare)):
        return False
    chunk = answer.retrieval.kept[0].chunk
    return query.subject <= {*terms(" ".join((*chunk.section, chunk.text)))}


def is_beside(query: Query, joined: RoleAnswer, sources: Sources) -> bool:
    """Whether what is found with the question before says nothing to this one."""
    lacks = joined.claims and lacks_kind(joined.retrieval.kept[0].chunk, query.asked)
    return bool(lacks) or _is_of_another_matter(query, joined, sources)


def _is_of_another_matter(query: Query, joined: RoleAnswer, sources: Sources) -> bool:
    """Whether a question names a matter of its own of which the guide tells nowhere, by no word."""
    words = sources.snapshot.vocabularies[joined.guide_id]
    known = {*query.telling} <= words
    strange = bool(query.telling) and words.isdisjoint(query.telling)
    told = sources.snapshot.told.rarity([joined.guide_id]).keys()
    matters = asked_about(query.asked) - asked_about(query.context)
    leans = "context" in query.carried and not strange
    leans = leans or bool(BY_LETTERS.search(query.asked))
    return bool(matters) and not (leans or known or matters & told)


def _tells(answer: RoleAnswer, matters: Set[str], sources: Sources) -> bool:
    """Whether the first passage of an answer tells of any of some matters."""
    first = answer.retrieval.kept[0].chunk.id
    return bool(matters & sources.snapshot.told.matters_of(first))
