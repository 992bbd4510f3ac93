"""What a guide says in words of the pay at a sort of employer that its rows are not about."""

import re

from assistant.answering.pay_sentences import SUM, sentences_about
from assistant.citations import Claim
from assistant.guides.model import Guide
from assistant.guides.once import once_a_guide
from assistant.understanding.employers import EMPLOYER
from assistant.understanding.query import Query
from assistant.words import terms

#: Sentences that are shown, at most.
_MOST = 2
_EMPLOYER = re.compile(rf"\b{EMPLOYER}\b", re.I)


def employer_claims(guide: Guide, query: Query) -> list[Claim]:
    """The sentences with a sum about the sorts of employer that are asked about.

    None of a sort that a row, or the name of a column, speaks of, and none where a column is asked
    for: those tell it themselves.
    """
    if query.settings:
        return []
    sorts = {term for found in _EMPLOYER.findall(query.asked) for term in terms(found)}
    told = _told_in_rows(guide)
    sorts -= told | ({"nhs"} if "band" in told else set())  # rows of bands are the NHS's
    said = [
        claim
        for claim in sentences_about(guide, salary=True)
        if SUM.search(claim.text) and not sorts.isdisjoint(terms(claim.text))
    ]
    return said[:_MOST] if sorts else []


@once_a_guide
def _told_in_rows(guide: Guide) -> frozenset[str]:
    """The words of the rows of pay, and of their columns' names."""
    return frozenset(
        term
        for block in guide.blocks
        if block.bands
        for words in (block.text(guide.source_text), *block.columns)
        for term in terms(words)
    )
