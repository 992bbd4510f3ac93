"""Seniority: the levels of the ingested guides, and the words that people use for them."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.guides.jobs.occupations import occupations
from assistant.guides.model import Guide
from assistant.guides.pay.rates import rates_of
from assistant.guides.regions import of_pay
from assistant.understanding.levels_as_written import in_years, joined
from assistant.understanding.newcomers import QUALIFIED, level_of_qualified
from assistant.understanding.titles.title_words import singular, tokens
from assistant.words import STOP_WORDS

#: How far up a ladder a word stands in UK job advertisements; equal numbers are the same rung.
RUNGS = {
    "intern": 0, "internship": 0, "trainee": 0, "apprentice": 0, "apprenticeship": 0,
    "junior": 1, "jr": 1, "entry": 1, "graduate": 1, "grad": 1, "starter": 1, "beginner": 1,
    "newcomer": 1, "starting": 1, "newly-qualified": 1, "bottom": 1, "first-job": 1,
    "first-rung": 1, "newbie": 1, "rookie": 1, "novice": 1, "fledgling": 1,
    "mid": 2, "middle": 2, "intermediate": 2, "midlevel": 2, "midweight": 2,
    "senior": 3, "sr": 3, "snr": 3, "experienced": 3,
    "lead": 4, "principal": 4, "staff": 4, "leads": 4,
    "head": 5, "director": 5, "vp": 5, "chief": 5, "cto": 5, "executive": 5, "top": 5,
    "heads": 5, "directors": 5, "bosses": 5,
}  # fmt: skip
_SAFE = frozenset(
    "junior jr graduate grad trainee apprentice intern mid midlevel senior "
    "sr snr director directors first-rung newbie rookie".split()
)
#: Those at a level, of whom it may be asked what they do.
_SEVERAL = {"heads", "leads"}
_LEVEL_NOUN = (
    r"(?:level|grade|tier|rung|pay|salary|salaries|roles?|jobs?|positions?|"
    r"engineers?|developers?|devs?|bands?|ones?|people|post|posts)"
)


@dataclass(frozen=True)
class Ladder:
    """The levels of one guide, lowest first, as the guide writes them.

    ``role`` are the words of its title, which name no level: the "trial" of a "trial coordinator"
    among trial managers. ``qualified`` is the level that is said to be for those newly qualified or
    registered, "" if none is.
    """

    guide_id: str
    levels: tuple[str, ...]
    role: frozenset[str] = frozenset()
    qualified: str = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in all its labels, from the lowest level up."""
        return tuple(dict.fromkeys(name for label in self.levels for name in self.words(label)))

    def words(self, label: str) -> tuple[str, ...]:
        """The names in one of its labels."""
        return tuple(
            name
            for name in level_words(label)
            if name not in self.role and singular(name) not in self.role
        )

    @cached_property
    def plain(self) -> Mapping[str, str]:
        """Each label's name that is made of the role's own words: the "analyst" of a data analyst.

        "" for a label that is the whole title, or has other words.
        """
        return {label: self._in_own_words(label) for label in self.levels}

    def _in_own_words(self, label: str) -> str:
        words = [singular(word.text.casefold()) for word in tokens(label)]
        return " ".join(words) if len(words) < len(self.role) and {*words} <= self.role else ""

    def rung(self, level: str) -> int:
        """The place of a level on this ladder, from 0."""
        return self.levels.index(level)


def ladder_of(guide: Guide) -> Ladder:
    """The levels of a guide in the order of its pay table, by the hour or day if by no year.

    Where the table runs downwards, lowest pay first.
    """
    lowest: dict[str, float] = {}
    notes: dict[str, str] = {}
    for band in (band for block in guide.blocks for band in block.bands):
        lowest.setdefault(band.level, band.low if band.low is not None else band.high or 0)
        notes.setdefault(band.level, band.note)
    for rate in () if lowest else rates_of(guide):
        lowest.setdefault(rate.level, rate.low)
        notes.setdefault(rate.level, "")
    levels = list(lowest)
    if levels and lowest[levels[0]] > lowest[levels[-1]]:
        levels.reverse()
    role = frozenset(singular(word.text.casefold()) for word in tokens(guide.role)) - RUNGS.keys()
    # A line of key facts may be called "Salary", which names no level.
    levels = [level for level in levels if level and not of_pay(level)]
    return Ladder(guide.id, tuple(levels), role, level_of_qualified(levels, notes))


@lru_cache(maxsize=1024)
def level_words(label: str) -> tuple[str, ...]:
    """The names in one label: "Head or Director" gives head and director, "Mid-level" gives mid."""
    names = []
    for name in re.split(r"\s+or\s+|\s*[/,():]\s*|\s+and\s+", in_years(label.casefold())):
        words = [word.text for word in tokens(name) if word.text not in {"level", "the"}]
        if not {*words} <= STOP_WORDS:  # "40 beds or more" names no level "more".
            names.append("-".join(words) if words == ["newly", "qualified"] else " ".join(words))
            if len(words) > 1 and singular(words[-1]) in occupations() - RUNGS.keys():
                names.append(" ".join(words[:-1]))
            names.extend(word for word in words if word in RUNGS and len(words) > 1)
    return tuple(dict.fromkeys(names))


#: "Not as a trainee", "(not junior)".
_RULED_OUT = re.compile(
    rf"\bnot\s+(?:as\s+)?(?:(?:an?|the)\s+\w+\s+ones?|(?:an?\s+|the\s+)?(?:{'|'.join(RUNGS)}))\b",
    re.I,
)


def without_ruled_out(text: str) -> str:
    """A text without the levels that it says are not meant."""
    return _RULED_OUT.sub(" ", text)


#: A thing that something is at, or that is ruled out, and no level: "on the platform" of a
#: platform manager, "don't work nights", "these days".
_NO_LEVEL = re.compile(
    r"\b(?:on|in|at|by|from|off|near)\s+(?:the|an?)$|"
    r"(?:\b(?:these|no|not|never|without)|n['’]t)(?:\s+\w+)?$"
)


def find_level_words(text: str, ladders: Iterable[Ladder]) -> tuple[str, ...]:
    """The words of a text that name a level, in order.

    A word that is also everyday English ("lead", "head", "top", "staff") counts only where a level
    can stand: before a noun such as "level" or "roles", or after an article or "as".
    """
    own = dict.fromkeys(name for ladder in ladders for name in ladder.names)
    folded = joined(text.casefold())
    found = [
        name
        for name in own
        if " " in name and name in folded and re.search(rf"\b{re.escape(name)}s?\b", folded)
    ]
    for match in re.finditer(r"[a-z][a-z-]*\d*|\d+[a-z]?", folded):
        word = _known(match.group(), own)
        if not word:
            continue
        before, after = folded[: match.start()].rstrip(" "), folded[match.end() :].lstrip(" -")
        if before.endswith("how") or (word not in RUNGS and _NO_LEVEL.search(before)):
            continue
        if (
            word in _SAFE
            or (word in own and word not in RUNGS)
            or _level_place(before, after, word)
        ):
            found.append(word)
    return tuple(
        name
        for name in dict.fromkeys(found)
        if not any(name != other and f" {name} " in f" {other} " for other in found)
    )


def _known(word: str, own: Container[str]) -> str:
    for form in (word, word.removesuffix("s")):
        if form in own or form in RUNGS:
            return form
    return ""


#: Somebody has come as far as the level: "if I stepped up to lead".
_RISEN_TO = re.compile(
    r"\b(?:step\w*|mov\w+|promot\w+|made|went|go\w*|get\w*|bump\w*|ris\w+|rose|work\w*)\s+"
    r"(?:\w+\s+)?up\s+to$|\b(?:promoted|promotion)\s+to$"
)


def _is_come_to(before: str, after: str, word: str) -> bool:
    """Whether a word behind "to" is the level that somebody has come to, and nothing done."""
    at_the_end = before.endswith(" to") and word in {"head", "principal"} and not after
    done = re.match(r"(?:to|the|an?|my|me|us|on|off|time|count|office|start)\b", after)
    return bool(at_the_end or (_RISEN_TO.search(before) and not done))


def _level_place(before: str, after: str, word: str) -> bool:
    """Whether a level can stand between these words. A line break stands where a role was named."""
    if after.startswith("\n") or before.endswith("\n"):
        return not re.match(r"\n*\s*(?:to|out)\b", after)
    if after.startswith("out "):
        return False
    if word == "bosses":
        return bool(re.match(r"(?:make|earn|get|paid|on)\b", after))
    if word in {"bottom", "top"} and re.search(r"\bat the(?: very)?$", before):
        return not re.match(r"\w", after)
    if word in {"starting", "bottom", "top", "first-job", "executive", "middle"}:
        return bool(
            re.match(
                r"(?:level|grade|tier|rung|pay|salary|wage|out|of the (?:ladder|scale|tree)|"
                r"engineers?|developers?|devs?|analysts?|people)\b",
                after,
            )
        )
    if word == "head" and re.match(r"of (?:get|earn|make|be\b)", after):
        return True
    if re.match(r"(?:to|the|me|us|time|count|office|start)\b", after) or before.endswith(
        (" to", "can", "will", "would", "could")
    ):
        return _is_come_to(before, after, word)
    noun_follows = re.match(
        _LEVEL_NOUN + r"\b|of\b|or\b|and\b|in\b|outside\b|at\b|earn|make|get|pays?\b|be\b|\W|$",
        after,
    )
    article = re.search(
        r"(?:\b(?:an?|the|as|at|for|of|what|what's|whats|wants?|"
        r"become|becoming|and|or|vs|than|about|versus|above|below|what about|"
        r"how about|pay|salary|salaries|wages?|earnings)|[,:(?]|\s[-–])$",
        before,
    )
    # "Permanent, then. Lead, London": a level by itself behind a full stop.
    alone = before.endswith(".") and re.match(r"\W*$|,", after)
    several = word in _SEVERAL and re.search(r"\bdo(?:es)?$", before)
    return bool(
        alone
        or ((article or several) and (noun_follows or not after))
        or re.match(_LEVEL_NOUN + r"\b", after)
        or not before
    )


def resolve_level(words: Sequence[str], ladder: Ladder) -> tuple[str, ...]:
    """The levels of one guide that the words name, in the guide's own writing.

    A guide's own word is taken first; another word for the same rung ("entry-level" where the guide
    says "Junior") next. A rung that the guide does not have names no level.
    """
    found: list[list[str]] = []
    for word in words:
        own = [one for one in ladder.levels if word in (*ladder.words(one), one.casefold())]
        own = own or _plain(word, ladder)
        same = [
            label
            for label in ladder.levels
            if word in RUNGS
            and any(RUNGS.get(other) == RUNGS[word] for other in ladder.words(label))
        ]
        found.append(
            own or _newly_qualified(word, ladder) or same or _lowest_or_highest(word, ladder)
        )
    # Of the levels of apprentices, "year 2" means one.
    meant = [levels for levels in found if not any(set(one) < set(levels) for one in found if one)]
    return tuple(level for level in ladder.levels if any(level in levels for levels in meant))


def _plain(word: str, ladder: Ladder) -> list[str]:
    """The level called by the role's own noun alone, or by as few words with it as there are."""
    named = {one: f" {name}" for one, name in ladder.plain.items() if name}
    found = [one for one, name in named.items() if name.endswith(f" {word}")]
    return [min(found, key=lambda one: len(named[one]))] if found else []


def _newly_qualified(word: str, ladder: Ladder) -> list[str]:
    """The level of those who have just learned the job, or else the first of no learner."""
    if word != QUALIFIED or not ladder.levels:
        return []
    learners = (any(RUNGS.get(one) == 0 for one in ladder.words(level)) for level in ladder.levels)
    beyond = [level for level, learner in zip(ladder.levels, learners, strict=True) if not learner]
    return [ladder.qualified or [*beyond, ladder.levels[0]][0]]


def _lowest_or_highest(word: str, ladder: Ladder) -> list[str]:
    """A starter's word means the lowest level, a chief's the highest, however they are called."""
    if not ladder.levels or word not in RUNGS:
        return []
    if RUNGS[word] == 0 and ladder.levels[0] == ladder.qualified:
        return []  # None of its levels learns.
    if RUNGS[word] <= 1:
        return [ladder.levels[0]]
    return [ladder.levels[-1]] if RUNGS[word] == max(RUNGS.values()) else []


def shift(levels: Sequence[str], ladder: Ladder, steps: int) -> tuple[str, ...]:
    """The levels so many rungs up (or down, below zero), kept on the ladder."""
    shifted = (
        min(max(ladder.rung(level) + steps, 0), len(ladder.levels) - 1)
        for level in levels
        if level in ladder.levels
    )
    return tuple(dict.fromkeys(ladder.levels[place] for place in shifted))
