"""What a question names that a guide has no word of."""

import re

from assistant.guides.model import Guide
from assistant.understanding.query import Query
from assistant.understanding.synonyms import lacking
from assistant.words import stem, terms

_LETTERS = re.compile(r"\b[A-Z]{2}[A-Z0-9]*\b")
#: Letters that name nothing that a guide would speak of.
_EVERYDAY = frozenset("cv hr ok tv pc uk raf asap fyi ps am pm eu".split())


def by_letters(query: Query) -> frozenset[str]:
    """The content terms that the question names by letters: "UCAS", "DICOM"."""
    if query.asked.isupper():
        return frozenset()
    named = {stem(word) for word in _LETTERS.findall(query.asked)}
    return frozenset(named & {*query.content} - _EVERYDAY)


def lacks(query: Query, guide: Guide) -> bool:
    """Whether what is asked for, and little beside it, is a thing that the guide never names."""
    return any(
        len(set(query.content) - set(terms(expression))) <= 1
        for expression in lacking(query.asked, guide.source_text)
    )
