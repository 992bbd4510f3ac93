"""The thing that a question asks the meaning or the use of: "what is a rota", "what does it do"."""

import re
from collections.abc import Container, Sequence

from assistant.guides.model import SectionKind
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.money_for_things import asks_for_cost
from assistant.understanding.reaching import asks_how_reached
from assistant.understanding.titles.title_words import is_somebody, singular, tokens
from assistant.understanding.topics import topics_of
from assistant.words import stem, terms

_THING = (
    r"\s+(?:an?\s+)?(?!(?:the|my|your|his|her|their|its|our|this|that|these|those|it|i|you|they|we)\b)"
    r"((?:[\w'-]+\s+){0,3}?[\w'-]+)"
)
_END = r"(?:\s+(?:for|about|exactly|actually|even|anyway))*\W*$"
_ASKS = re.compile(
    rf"\bwhat(?:['’]?s|\s+(?:is|are)){_THING}{_END}|"
    rf"\bwhat\s+(?:does|do|should|would|will|can|could|must){_THING}\s+(?:actually\s+)?do{_END}",
    re.I,
)


def thing_asked_about(text: str, content: Container[str]) -> tuple[str, ...]:
    """The terms of the thing that is asked about, its noun last, () where nothing or somebody is.

    Args:
        text: the question, its roles taken out.
        content: its terms that stand for no role and no level.
    """
    found = _ASKS.search(text)
    words = tokens((found[1] or found[2]) if found else "")
    if not words:
        return ()
    head = singular(words[-1].text.casefold())
    named = [term for term in terms(" ".join(word.text for word in words)) if term in content]
    return () if is_somebody(head) or stem(head) not in named else tuple(named)


def topics_asked(
    plain: str, residue: tuple[str, ...], roles: Sequence[str], lexicon: Lexicon
) -> tuple[SectionKind, ...]:
    """The kinds of section that a question points to.

    What a thing does that no guide names is no duty, what it costs is no pay, and several roles
    differ from each other, not from the rest of the sector.

    Args:
        plain: the question, its roles taken out.
        residue: its terms that stand for no role, level or place.
        roles: the guides asked about.
        lexicon: the ingested guides' words.
    """
    other = {SectionKind.DIFFERENCES} if len(roles) > 1 else set()
    thing = thing_asked_about(plain, residue)
    if thing and not lexicon.tells_of(lexicon.titles, thing[-1]):
        other.add(SectionKind.RESPONSIBILITIES)
    if asks_for_cost(plain):
        other.add(SectionKind.SALARY)
    topics = tuple(topic for topic in topics_of(plain) if topic not in other)
    if SectionKind.PATHWAYS not in topics and asks_how_reached(plain, _levels_of(roles, lexicon)):
        return (*topics, SectionKind.PATHWAYS)
    return topics


def _levels_of(roles: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The words for a level of these guides, of all where none is named."""
    ladders = [lexicon.ladders[role] for role in roles or lexicon.ladders]
    return tuple(
        word for ladder in ladders for label in ladder.levels for word in ladder.words(label)
    )
