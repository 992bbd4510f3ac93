"""A question in the words of the guide that is searched, where it uses others."""

from dataclasses import replace

from assistant.matters import QUALIFYING, asked_about
from assistant.understanding.initials import initials_of
from assistant.understanding.qualifications import asks_for_qualifications
from assistant.understanding.query import Query
from assistant.understanding.synonyms import called, plainly
from assistant.understanding.topics import is_frame
from assistant.words import terms


def in_guide_words(query: Query, guide_text: str) -> Query:
    """The question as it is searched for: initials written out, synonyms as the guide has them.

    Args:
        query: a question: "how competitive is the STP?", "any holiday?".
        guide_text: what the guide says, in its own writing.
    """
    said = query.bare
    matters = asked_about(said) | (QUALIFYING if asks_for_qualifications(query) else frozenset())
    query = replace(query, matters=tuple(sorted(matters)))
    pairs = (*initials_of(said, guide_text), *called(said, guide_text), *plainly(said))
    for theirs, own in pairs:
        query = replace(
            query,
            bare=query.bare.replace(theirs, own),
            content=_instead(query.content, theirs, own),
            telling=_instead(query.telling, theirs, own),
        )
    return query


def _instead(found: tuple[str, ...], theirs: str, own: str) -> tuple[str, ...]:
    """Terms with those of one expression in place of those of another."""
    dropped = set(terms(theirs))
    added = [term for term in terms(own) if not is_frame(term)]
    return tuple(dict.fromkeys([*(term for term in found if term not in dropped), *added]))
