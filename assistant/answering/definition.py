"""What a role is, in its guide's own first words: "A Train Planner decides where ..."."""

import re
from collections.abc import Iterable

from assistant.answering.sentence_claims import sentence_claims
from assistant.citations import Claim
from assistant.guides.model import BlockKind, Guide, SectionKind
from assistant.understanding.title_variants import without_brackets

#: A line that only says what the page is about.
_OF_THE_PAGE = re.compile(
    r"^\W*(?:what|how|why|where|inside|an?\s+(?:\w+\s+)?(?:guide|look|view))\b", re.I
)
#: Words that point to a sentence before.
_POINTS_BACK = re.compile(r"\b(?:those|these|such)\s+\w+|\bthat\s+\w+\W*$", re.I)
#: Words that the role's name depends on where it is not what the sentence is about.
_DEPENDS = re.compile(
    r"\b(?:of|as|for|to|is|with|by|like|from|than|into)(?:\s+(?:an?|the))?\s*$", re.I
)
#: Words that may stand before it where it is.
_BEFORE = 7
#: Sentences quoted, and words that the second may bring it to.
_MOST, _ENOUGH = 2, 60


def definition_claims(guide: Guide) -> list[Claim]:
    """The first sentences of the introduction that say what the role does; [] if none does."""
    names = "|".join(re.escape(name) for name in _names(guide))
    role = re.compile(rf"\b(?:{names})s?\s+(?!who\b|can\b|and\b)\w", re.I)
    for section in guide.sections:
        if section.kind is not SectionKind.INTRODUCTION:
            continue
        for block in section.blocks:
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            said = sentence_claims(guide, section, block)
            for place, claim in enumerate(said):
                if _is_about(claim.text, role):
                    more = said[place : place + _MOST]
                    whole = sum(len(one.text.split()) for one in more) <= _ENOUGH
                    return more if whole else more[:1]
    return []


def _is_about(sentence: str, role: re.Pattern[str]) -> bool:
    """Whether a sentence says something of the role: its name stands first, or nearly."""
    found = role.search(sentence)
    before = sentence[: found.start()] if found else ""
    return (
        found is not None
        and not _OF_THE_PAGE.match(sentence)
        and not _POINTS_BACK.search(sentence)
        and not _DEPENDS.search(before)
        and len(before.split()) <= _BEFORE
    )


def _names(guide: Guide) -> Iterable[str]:
    return (without_brackets(name).strip() for name in (guide.role, guide.title, *guide.aliases))
