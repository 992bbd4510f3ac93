"""Jobs that people call by the beginning of their name: "been a derm for years", "brickie pay".

A beginning may be anything's: it counts where only a job can stand, and where it begins the name of
one guide's job alone.
"""

import re
from collections.abc import Iterator

from assistant.guides.jobs.occupations import occupations
from assistant.understanding.roles.role_names import RoleNames
from assistant.understanding.titles.everyday import everyday_words
from assistant.understanding.titles.other_titles import RoleMention, stance_in_slot
from assistant.understanding.titles.title_words import (
    GENERIC,
    VAGUE_HEADS,
    Word,
    heads_a_title,
    is_somebody,
    singular,
)

#: A beginning has so many letters at least, and leaves off as many as this.
LEAST, LEFT_OFF = 4, 3
#: Letters on each side of a word that may show it to be a job.
_NEAR = 60

#: What stands before somebody's job: "been a", "as an", "trainee".
_BEFORE = re.compile(
    r"\b(?:(?:been|being|be|becom\w+|as|am|was|were|is|i['’]?m|s?he['’]s|who['’]s)\s+(?:an?|the)\s+"
    r"(?:[\w-]+ed\s+|good\s+|nhs\s+)?|(?:student|trainee|qualified|former|fellow|ex)[\s-]+)$",
    re.I,
)
#: What only a job has: "derm pay", "the brickie job".
_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:jobs?|roles?|pay|salar(?:y|ies)|wages?|earnings|careers?|apprentic\w+)\b",
    re.I,
)
#: "What do brickies earn": somebody does so.
_DO = re.compile(r"\b(?:do|does|did|can|could|would|will|should)\s+(?:an?\s+|the\s+)?$", re.I)
_EARN = re.compile(r"\s+(?:get|earn|make|work|need|have|start|take\s+home)\b", re.I)


def clipped_titles(text: str, found: list[Word], names: RoleNames) -> Iterator[RoleMention]:
    """The roles whose names a text cuts short."""
    for place, word in enumerate(found):
        noun = singular(word.text.casefold())
        # Most are words of their own, which is told at once.
        if _is_a_word(noun, names) or not _said_as_job(text, word, found[place + 1 : place + 2]):
            continue
        owners = _begun_by(noun, names)
        if len(owners) == 1:
            stance = stance_in_slot(text, word.start, word.end)
            yield RoleMention(tuple(owners), word.text, word.start, word.end, stance)


def _said_as_job(text: str, word: Word, following: list[Word]) -> bool:
    before, after = text[max(word.start - _NEAR, 0) : word.start], text[word.end :][:_NEAR]
    if _AFTER.match(after) or (_DO.search(before) and _EARN.match(after)):
        return True
    goes_on = following and not text[word.end : following[0].start].strip()
    of_another = goes_on and is_somebody(singular(following[0].text.casefold()))
    return not of_another and _BEFORE.search(before) is not None


def _is_a_word(word: str, names: RoleNames) -> bool:
    """Whether a word is too short to begin a name, or no beginning but itself a word."""
    stem = word.removesuffix("ie")
    known = (everyday_words(), GENERIC, names.spoken, occupations() if stem == word else ())
    return len(stem) < LEAST or any(word in words for words in known)


def _begun_by(word: str, names: RoleNames) -> set[str]:
    """The guides with a noun for somebody in a name that begins so."""
    stem = word.removesuffix("ie")
    return {
        guide_id
        for name, owners in names.names.items()
        for noun in name
        if _cut_short(stem, noun)
        for guide_id in owners
    }


def _cut_short(stem: str, noun: str) -> bool:
    longer = noun.startswith(stem) and len(noun) - len(stem) >= LEFT_OFF
    return longer and heads_a_title(noun) and noun not in VAGUE_HEADS
