"""What a guide says of the work at a level, in the row of its pay table that describes it."""

import re

from assistant.answering.lists import row_claim
from assistant.answering.pay import PayRow, pay_rows
from assistant.citations import Claim
from assistant.guides.model import Guide, SectionKind
from assistant.understanding.levels import Ladder, resolve_level, shift
from assistant.understanding.query import Query
from assistant.words import words

#: A row describes its level in so many words at least, its NHS band not counted.
_LEAST = 3
_BAND = re.compile(r"\b(?:NHS )?Bands? \d\w?(?: to (?:\w+ )?(?:Band )?\d\w?)?", re.I)


def level_claims(query: Query, guide: Guide, ladder: Ladder) -> list[Claim]:
    """The rows that describe the levels whose duties are asked for; [] if there are none."""
    if SectionKind.RESPONSIBILITIES not in query.topics:
        return []
    levels = _levels(query, ladder)
    rows = [row for row in pay_rows(guide) if row.level in levels and _describes(row)]
    return [row_claim(guide, row.section, row.block) for row in rows]


def has_duties_of_its_own(query: Query, ladder: Ladder) -> bool:
    """Whether those at the level asked about lead the others, and do not do what the role does."""
    return _levels(query, ladder) == ladder.levels[-1:]


def _levels(query: Query, ladder: Ladder) -> tuple[str, ...]:
    return shift(resolve_level(query.level_words, ladder), ladder, query.level_shift)


def _describes(row: PayRow) -> bool:
    """Whether a row says more of its level than what it pays."""
    note = row.bands[0].note if row.bands else ""
    return len(words(_BAND.sub(" ", note))) >= _LEAST
