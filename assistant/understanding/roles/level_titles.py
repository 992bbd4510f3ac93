"""Levels of a guide that are called by a job title of their own: a "clinical data coordinator"."""

import re
from collections.abc import Iterable

from assistant.guides.jobs.occupations import occupations
from assistant.guides.model import Guide
from assistant.guides.pay.rates import rates_of
from assistant.understanding.levels import RUNGS, ladder_of
from assistant.understanding.roles.title_initials import ANYBODYS
from assistant.understanding.roles.title_variants import as_name, trades_of, without_brackets
from assistant.understanding.titles.title_words import GENERIC, VAGUE_HEADS, is_somebody


def ranks_of(guides: Iterable[Guide]) -> dict[tuple[str, ...], set[str]]:
    """The guides by the titles of their levels."""
    found: dict[tuple[str, ...], set[str]] = {}
    for guide in guides:
        for name in _level_titles(guide):
            found.setdefault(name, set()).add(guide.id)
    return found


def _level_titles(guide: Guide) -> Iterable[tuple[str, ...]]:
    """Levels of a guide that are called by a job title of their own: a "clinical data coordinator".

    Not those that only a word for seniority stands before: "senior", "lead technician". The
    "auditor" among coders is a "coding auditor", but a "climber" is no job that others have.
    """
    trades = trades_of(as_name(without_brackets(guide.role))[-1])
    labels = (*ladder_of(guide).levels, *(rate.level for rate in rates_of(guide)))
    for label in dict.fromkeys(labels):
        for title in re.split(r"\s+or\s+|\s*[/,]\s*", without_brackets(label)):
            name = as_name(title)
            if _stands_alone(title, label, guide) or _is_of_its_own(name):
                yield name
            if not name or name[-1] not in occupations() or set(name[:-1]) & _SENIOR:
                continue
            if len(name) > 1:
                yield name
            elif name[0] not in _SENIOR | VAGUE_HEADS:
                yield from ((trade, name[0]) for trade in trades)


def _is_of_its_own(name: tuple[str, ...]) -> bool:
    """Whether a level is called by a noun for somebody that is no common job: "climber"."""
    return (
        len(name) == 1
        and is_somebody(name[0])
        and name[0] not in _SENIOR | VAGUE_HEADS | occupations()
    )


def _stands_alone(title: str, label: str, guide: Guide) -> bool:
    """Whether a level's title is known by itself: "Head of cyber or CISO" of a Cyber Analyst."""
    if re.fullmatch(r"\s*[A-Z]{3,5}\s*", title):
        return title.strip().casefold() not in ANYBODYS and bool(
            re.search(rf"\bor\s+{title.strip()}\b", label)
        )
    headed = re.fullmatch(r"\s*head of (\w[\w ]*?)\s*", title, re.I)
    return bool(headed and {*as_name(headed[1])} & {*as_name(guide.role)})


#: Words that stand before a title for how senior somebody is.
_SENIOR = GENERIC | RUNGS.keys() | frozenset("associate assistant chief specialist deputy".split())
