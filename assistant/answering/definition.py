"""What a role is, in its guide's own first words: "A Train Planner decides where ..."."""

import re
from collections.abc import Iterable, Sequence

from assistant.answering.sentence_claims import sentence_claims
from assistant.chunks import ROLE_NOUN
from assistant.citations import Claim
from assistant.guides.model import BlockKind, Guide, SectionKind
from assistant.understanding.query import Query
from assistant.understanding.roles.title_variants import without_brackets
from assistant.understanding.what_it_is import other_name_asked
from assistant.words import terms

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
#: What may stand between the role and what it does: ", CSO for short,", "(DPO)".
_ASIDE = r"(?:,[^,.;]{1,60},|\s*\([^()]{1,30}\))?"
#: Before the role's last word, where it opens a sentence: "In short: aseptic ...".
_OPENING = r"^\W*(?:[^.:]{1,30}:\W*)?(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?"
#: Sentences quoted, and words that the second may bring it to.
_MOST, _ENOUGH = 2, 60


def definition_claims(guide: Guide) -> list[Claim]:
    """The first sentences of the introduction that say what the role does; [] if none does.

    Where none names the role in full, one at the very start that names its last word, as in
    "Conservators slow down decay", or else one that points back, with what it points to.
    """
    names = "|".join(re.escape(name) for name in _names(guide))
    role = re.compile(rf"\b(?:{names})s?{_ASIDE}\s+(?!who\b|can\b|and\b)\w", re.I)
    heads = "|".join(re.escape(name.split()[-1]) for name in _names(guide) if name)
    short = re.compile(rf"{_OPENING}(?:{heads})s?\s+(?!who\b|can\b|and\b|in\b)\w", re.I)
    paragraphs = [
        sentence_claims(guide, section, block)
        for section in guide.sections
        if section.kind is SectionKind.INTRODUCTION
        for block in section.blocks
        if block.kind is BlockKind.PARAGRAPH
    ]
    return (
        _first(paragraphs, role, back=False)
        or _first([said[:_MOST] for said in paragraphs[:_MOST]], short, back=False)
        or _first(paragraphs, role, back=True)
    )


def _first(
    paragraphs: Sequence[Sequence[Claim]], role: re.Pattern[str], *, back: bool
) -> list[Claim]:
    """The first sentence about the role, with the next, or the one before if it points ``back``."""
    for said in paragraphs:
        for place, claim in enumerate(said):
            if not _is_about(claim.text, role) or bool(_POINTS_BACK.search(claim.text)) is not back:
                continue
            if back and not place:
                continue
            more = said[place - back : place - back + _MOST]
            if sum(len(one.text.split()) for one in more) <= _ENOUGH:
                return [*more]
            if not back:
                return [*more[:1]]
    return []


def by_another_name(query: Query, found: Sequence[Claim], guide: Guide) -> list[Claim]:
    """What the role is, where it is asked whether that is something else by another name.

    [] if that is not asked, or if what was found speaks of that other thing.
    """
    other = other_name_asked(query)
    if other is None:
        return []
    named = {*terms(other)} - {*terms(ROLE_NOUN)}
    said = {term for claim in found for term in terms(claim.text)}
    return [] if named and named <= said else definition_claims(guide)


def _is_about(sentence: str, role: re.Pattern[str]) -> bool:
    """Whether a sentence says something of the role: its name stands first, or nearly."""
    found = role.search(sentence)
    before = sentence[: found.start()] if found else ""
    return (
        found is not None
        and not _OF_THE_PAGE.match(sentence)
        and not _DEPENDS.search(before)
        and len(before.split()) <= _BEFORE
    )


def _names(guide: Guide) -> Iterable[str]:
    return (without_brackets(name).strip() for name in (guide.role, guide.title, *guide.aliases))
