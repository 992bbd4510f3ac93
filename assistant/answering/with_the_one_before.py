"""Whether what is found for a question with the one before it answers it, or only that one."""

import re
from collections.abc import Set

from assistant.answering.parts import RoleAnswer
from assistant.answering.quantities import lacks_kind
from assistant.answering.sources import Sources
from assistant.citations import quotes_of
from assistant.matters import asked_about
from assistant.retrieval import Passage
from assistant.understanding.query import Query
from assistant.words import GOES_ON, terms

#: A thing that a question names itself: "what's the test they set?".
_WHAT_IS = re.compile(rf"{GOES_ON}(?:what|who)(?:['’]?s|\s+(?:is|are))\b", re.I)
#: A thing asked about by its letters: "is that inside ir35?".
BY_LETTERS = re.compile(r"\b(?:[A-Z]{2,}|[A-Za-z]+\d+)\b")
#: What a figure is asked by says nothing of what it is a figure of.
_MEASURES = frozenset(terms("long many much often far soon big high"))
#: So much more of fitted score makes a passage nearer to a question alone: docs/adr/0023.
NEARER = 2.0
#: What was spoken of before is asked about, or what a question ends on: "what makes that worth it".
_OF_THAT = re.compile(
    r"\b(?:it|that|this|those|these)\W*$|"
    r"\b(?:do|does|are|is|will|would|can) (?:they|it|those|these|that)\b",
    re.I,
)
#: In which case something is meant, and nothing asked.
_ONLY_IF = re.compile(r"^\W*(?:(?:and|but|so|ok)\W+)*(?:if|when|once)\b", re.I)


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


def is_of_its_own(query: Query, answer: RoleAnswer, joined: RoleAnswer) -> bool:
    """Whether a whole question is answered better by what it finds by itself.

    That has more of the question's own words; or as many, and with the one before nothing is found
    but what was quoted already; or it is nearer, though there is less that it could be near to. Not
    where only the case is told in which the question before is meant: "and if I did it at night".
    """
    leans = "context" in query.carried or _ONLY_IF.match(query.bare) or _OF_THAT.search(query.bare)
    if leans or not joined.claims or not query.subject - _MEASURES:
        return False
    own, before = _own_words(query, answer), _own_words(query, joined)
    quoted = {(one.guide_id, one.start) for one in quotes_of(joined.claims)}
    if own > before or (own == before > 0 and quoted <= query.told):
        return True
    return _first(answer).score > _first(joined).score + NEARER


def _own_words(query: Query, answer: RoleAnswer) -> int:
    """How many of the things that a question names the first passage of an answer has."""
    chunk = _first(answer).chunk
    return len((query.subject - _MEASURES) & {*terms(" ".join((*chunk.section, chunk.text)))})


def _first(answer: RoleAnswer) -> Passage:
    return answer.retrieval.kept[0]


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
