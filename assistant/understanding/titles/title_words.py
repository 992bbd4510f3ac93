"""The words that job titles are made of: tokens, singulars, and the nouns that head a title."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.guides.jobs.occupations import occupations

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?[+#]*")

#: How far somebody has come in a job, or that they only mean to be in it, whatever it is.
STANDING = frozenset(
    """newbie newby rookie novice budding wannabe hopeful prospective intending eventual fledgling
    fresh freshly fresher recently skilled unskilled semi time served seasoned veteran proficient
    competent capable jobbing lifelong serving unqualified trained untrained certified accredited
    inexperienced""".split()
)

#: Words that say nothing of which job is meant.
GENERIC = (
    frozenset(
        """role roles job jobs position positions post posts career careers work guide guides person
    people someone profession professional professionals field sector industry team vacancy
    vacancies folk folks staff side lot type kind sort level tier band grade newcomer
    year third fourth final
    beginner starter graduate grad junior senior mid middle intermediate lead head director
    principal trainee candidate applicant changer switcher woman man parent student human whole bit
    good
    better best great strong typical average new different technical tech first second
    next certain given particular full complete fully ordinary real actual proper regular
    many some most more other normal young old local single female
    male aspiring future potential own fellow few several only just each every permanent
    temporary""".split()
    )
    | STANDING
)

_STANDING_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(sorted(STANDING))}|fully)[\s-]+)+$", re.I)


def without_standing(text: str, start: int) -> str:
    """The text up to a title, the words for somebody's standing right before it left blank."""
    return _STANDING_BEFORE.sub(lambda found: " " * len(found.group()), text[:start])


#: Heads that alone say nothing of a job: "my manager", "an engineer's view", "the developer".
VAGUE_HEADS = frozenset(
    """engineer developer dev manager officer specialist assistant associate executive director
    consultant agent model fellow owner guard author judge keeper handler representative rep
    coach mentor minister sister operator trainer tester boss employer employee contractor
    freelancer pensioner leaver citizen typist supervisor coordinator administrator practitioner
    planner scheduler professor examiner assessor interviewer recruiter advisor adviser buyer
    clinician apprentice intern scientist researcher programmer coder technician analyst
    architect controller captain commissioner governor conductor producer driver editor host
    evangelist lead head worker leader crew visitor member""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Word]:
    """The words of a text with their offsets; a hyphen separates words, so "back-end" is two."""
    return [
        Word(found.group(), found.start(), found.end())
        for found in TOKEN.finditer(text.replace("’", "'"))
    ]


def first_letters(words: Iterable[str]) -> str:
    """The first letter of each word."""
    return "".join(word[0] for word in words)


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a regular English plural, by its ending.

    Of a job by its "s", whatever stands before that: "paramedics", "rabbis", "GPs".
    """
    word = word.removesuffix("'s").removesuffix("s'")
    if word.endswith("s") and word[:-1] in occupations():
        return word[:-1]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith("men") and word[:-2] + "an" in occupations():
        return word[:-2] + "an"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


def heads_a_title(word: str) -> bool:
    """Whether a word in the singular is an occupation, by its ending if it is not listed."""
    return word in occupations() or (len(word) > LONG_ENOUGH and word.endswith(_TRADE_ENDINGS))


#: Of words that are longer than this, some endings always tell somebody who practises a trade.
LONG_ENOUGH = 6
_TRADE_ENDINGS = (
    "ologist", "ographer", "iatrist", "otherapist", "ographist", "orthotist", "thetist",
    "usionist", "metrist", "tician",
)  # fmt: skip


_AGENT = re.compile(r"(?:er|or|ist|ian|eer|ant|ent|man|woman|medic|mechanic|nurse|ee|smith|maker)$")
_TRADE = re.compile(r"(?:ing|graphy|therapy|ology|istry|icine|acy|iatry|ursing)$")


def is_a_person(word: str) -> bool:
    """Whether a word can head a job title or name a trade, by its ending if by nothing else."""
    return word in occupations() or (
        len(word) > 4 and bool(_AGENT.search(word) or _TRADE.search(word))
    )


def is_somebody(word: str) -> bool:
    """Whether a noun in the singular stands for a person, by its ending if by nothing else."""
    return heads_a_title(word) or (len(word) > 4 and _AGENT.search(word) is not None)
