"""Which roles a text names: those of the ingested guides, and job titles that no guide is about.

Names come from the guides (title, role, aliases) and from how English shortens a title: initials, the plural, the
modifier alone ("backend"), "developer" for "engineer". A title that no guide bears is recognised by the noun at its head
(``data/occupations.txt``) or by the slot that it stands in ("how do I become a ...").
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from assistant.guides.model import Guide
from assistant.words import STOP_WORDS, normalise

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?[+#]*")

#: Nouns that name the same trade in a job advertisement.
HEAD_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"engineer", "developer", "dev", "programmer", "coder", "eng"}),
    frozenset({"advisor", "adviser", "consultant"}),
    frozenset({"coordinator", "co-ordinator", "administrator"}),
)
_GENERIC = frozenset(
    """role roles job jobs position positions post posts career careers work guide guides person people someone profession
    professional professionals field sector industry team vacancy vacancies folk folks staff side lot type kind sort
    level tier band grade newcomer beginner starter graduate grad junior senior mid lead head director principal trainee
    candidate applicant changer switcher woman man parent student human whole bit good better best great strong typical
    average new different technical tech team first second next certain given particular""".split()
)
_STOP_MODIFIERS = STOP_WORDS | frozenset(
    """become becoming being hire hired hiring employ employs earn earns earning make makes paid pay pays salary
    work works working versus vs compared compare also current currently former previously experienced qualified newly
    registered another every any ex former torn choosing deciding between good better best great strong typical average between per average becoming
    say says said see help helps helping involve involves""".split()
)


class Stance(StrEnum):
    """How a person stands to a role that they name."""

    ASKED = "asked"
    HELD = "held"
    IN_PASSING = "in_passing"


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role named in a text. ``guide_ids`` is empty when no guide is about it; several when the name is shared."""

    guide_ids: tuple[str, ...]
    title: str
    start: int
    end: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleNames:
    """Every name under which the ingested roles are known: squashed words -> guide ids."""

    names: Mapping[tuple[str, ...], tuple[str, ...]]
    words: frozenset[str] = field(default=frozenset())
    longest: int = 1


def role_names(guides: Iterable[Guide]) -> RoleNames:
    """The names of the roles that these guides are about."""
    names: dict[tuple[str, ...], set[str]] = {}
    exact: dict[tuple[str, ...], set[str]] = {}
    guides = tuple(guides)
    for guide in guides:
        for title in (guide.role, guide.title, *guide.aliases):
            base = tuple(singular(word.text.casefold()) for word in tokens(_without_brackets(title)))
            if base:
                exact.setdefault(base, set()).add(guide.id)
            for name in _variants(title):
                names.setdefault(name, set()).add(guide.id)
    for name, owners in exact.items():
        names[name] = owners
    words = {word for name in names for word in name}
    longest = max((len(name) for name in names), default=1)
    return RoleNames({name: tuple(sorted(ids)) for name, ids in names.items()}, frozenset(words), longest)


def _variants(title: str) -> Iterable[tuple[str, ...]]:
    base = tuple(singular(word.text.casefold()) for word in tokens(_without_brackets(title)))
    if not base:
        return
    yield base
    *modifiers, head = base
    for heads in HEAD_CLASSES:
        if head in heads:
            for other in heads:
                yield (*modifiers, other)
    for trade in trades_of(head):
        yield (*modifiers, trade)
    if modifiers and head in occupations():
        if not set(modifiers) <= _GENERIC and (len(modifiers) > 1 or len(modifiers[0]) >= DISTINCTIVE):
            yield tuple(modifiers)
        for word in modifiers:
            yield from ((word, noun) for noun in _JOB_NOUNS)
        for first in range(1, len(modifiers)):
            yield base[first:]
        if len(base) >= 3:
            yield ("".join(word[0] for word in base),)


#: A modifier of one word names a role by itself only if it has this many letters: "backend" does, "data" and "train" do not.
DISTINCTIVE = 7

#: The trade that a head noun practises, where adding -ing does not give it.
_TRADES = {
    "manager": "management", "analyst": "analysis", "scientist": "science", "developer": "development", "designer": "design",
    "administrator": "administration", "architect": "architecture", "technician": "technology", "consultant": "consultancy",
}  # fmt: skip


def trades_of(head: str) -> tuple[str, ...]:
    """What somebody with this head noun does: an engineer engineering, a planner planning, a manager management."""
    if head in _TRADES:
        return (_TRADES[head],)
    if head.endswith("eer"):
        return (head + "ing",)
    return (head[:-2] + "ing",) if head.endswith("er") else ()


#: What stands for the head of a title once the title has been said: "the informatics one".
_JOB_NOUNS = ("role", "job", "one", "position", "side", "guide", "path", "career")


def _without_brackets(title: str) -> str:
    return re.sub(r"\([^)]*\)", " ", title)


def tokens(text: str) -> list[_Word]:
    """The words of a text with their offsets; a hyphen separates words, so "back-end" is two."""
    return [_Word(found.group(), found.start(), found.end()) for found in TOKEN.finditer(text.replace("’", "'"))]


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a regular English plural, by its ending."""
    word = word.removesuffix("'s").removesuffix("s'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word


@lru_cache(maxsize=1)
def occupations() -> frozenset[str]:
    """Nouns that head a job title."""
    lines = files("assistant.understanding").joinpath("data/occupations.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def find_roles(text: str, names: RoleNames) -> tuple[RoleMention, ...]:
    """The roles that a text names, in order, each with how the person stands to it."""
    text = normalise(text)
    found = tokens(text)
    known = _known_roles(text, found, names)
    taken = [(mention.start, mention.end) for mention in known]
    unknown = [
        mention
        for mention in (*_titles_by_head(text, found), *_titles_by_slot(text))
        if not any(mention.start < end and start < mention.end for start, end in taken)
    ]
    kept: list[RoleMention] = []
    for mention in unknown:
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(mention)
    return tuple(sorted((*known, *kept), key=lambda mention: mention.start))


def _known_roles(text: str, found: list[_Word], names: RoleNames) -> list[RoleMention]:
    mentions: list[RoleMention] = []
    place = 0
    while place < len(found):
        for length in range(min(names.longest + 2, len(found) - place), 0, -1):
            run = found[place : place + length]
            if not _adjacent(text, run):
                continue
            owners = _owners(tuple(word.text for word in run), names)
            if owners and not _heads_another(text, run[-1], found[place + length : place + length + 1]):
                start, end = run[0].start, run[-1].end
                mentions.append(RoleMention(owners, text[start:end], start, end, _stance(text, start)))
                place += length
                break
        else:
            place += 1
    return mentions


def _heads_another(text: str, last: _Word, following: list[_Word]) -> bool:
    """Whether the next word makes another title of it: "health informatics" is not named in "health informatics nurse"."""
    if not following or text[last.end : following[0].start].strip(" -"):
        return False
    head = singular(following[0].text.casefold())
    return head in occupations() and head not in ("lead", "head", "director") and singular(last.text.casefold()) not in occupations()


def _adjacent(text: str, run: list[_Word]) -> bool:
    gaps = (text[left.end : right.start] for left, right in zip(run, run[1:], strict=False))
    return all(gap.strip() in ("", "-", "/", "&", ".") for gap in gaps)


def _owners(run: tuple[str, ...], names: RoleNames) -> tuple[str, ...]:
    words = tuple(singular(word.casefold()) for word in run)
    owners = names.names.get(words)
    if owners:
        return () if len(words) == 1 and len(words[0]) <= 3 and not run[0].isupper() and words[0] in _SHORT_WORDS else owners
    squashed = "".join(words)
    if len(squashed) < 6:
        return ()
    best: tuple[int, tuple[str, ...]] | None = None
    for name, ids in names.names.items():
        whole = "".join(name)
        if whole == squashed:
            return ids
        if len(name) == len(words):
            distance = _word_by_word(words, name)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, ids)
    return best[1] if best else ()


#: Initials that are also everyday words count only in capitals.
_SHORT_WORDS = frozenset("a be he me we us do go so no or if in on at is it am an as by my of to up the and for".split())


def _word_by_word(words: tuple[str, ...], name: tuple[str, ...]) -> int | None:
    """The number of typing errors between two names, None if any word is too far off to be the same word."""
    total = 0
    for word, other in zip(words, name, strict=True):
        if word == other:
            continue
        allowed = 2 if len(other) >= 9 else 1 if len(other) >= 5 else 0
        if not allowed or word[0] != other[0] or word in occupations():
            return None
        distance = OSA.distance(word, other, score_cutoff=allowed)
        if distance > allowed:
            return None
        total += distance
    return total


def _titles_by_head(text: str, found: list[_Word]) -> Iterable[RoleMention]:
    heads = occupations()
    for place, word in enumerate(found):
        if singular(word.text.casefold()) not in heads and not _trade_ending(word.text.casefold()):
            continue
        if word.text.casefold() == "lead" and text[word.end :].lstrip().startswith(("to ", "the ", "a ", "me ", "us ")):
            continue
        first = place
        while first > 0 and place - first < 4 and _modifies(text, found[first - 1], found[first]):
            first -= 1
        modifiers = [part.text.casefold() for part in found[first:place]]
        if _generic_title(modifiers, word.text.casefold()):
            continue
        start, end = found[first].start, word.end
        yield RoleMention((), text[start:end], start, end, _stance(text, start))


#: Heads that alone say nothing of a job: "my manager", "an engineer's view", "the developer".
_VAGUE_HEADS = frozenset(
    """engineer developer dev manager officer specialist assistant associate executive director consultant agent model fellow
    owner guard author judge keeper handler representative rep coach mentor minister sister operator trainer tester
    supervisor coordinator administrator practitioner planner scheduler professor examiner assessor interviewer recruiter
    advisor adviser buyer clinician apprentice intern scientist researcher programmer coder technician analyst architect
    controller captain commissioner governor conductor producer driver editor host evangelist lead head worker leader crew visitor""".split()
)


def _generic_title(modifiers: list[str], head: str) -> bool:
    meaningful = [word for word in modifiers if singular(word) not in _GENERIC]
    return not meaningful and singular(head) in _VAGUE_HEADS


def _trade_ending(word: str) -> bool:
    return len(word) > 7 and singular(word).endswith(("ologist", "ographer", "iatrist", "otherapist", "ographist"))


def _modifies(text: str, left: _Word, right: _Word) -> bool:
    gap = text[left.end : right.start].strip()
    word = left.text.casefold()
    return (
        gap in ("", "-", "/", "&")
        and word not in _STOP_MODIFIERS
        and not word.endswith(("'s", "ly"))
        and not word.isdigit()
    )


_TITLE = r"(?P<title>[^\W\d_][\w'&/+#-]*(?:\s+(?!(?:%s)\b)[^\W\d_][\w'&/+#-]*){0,4})" % (
    "in|at|with|for|from|on|of|to|and|or|but|if|when|who|that|which|do|does|did|is|are|was|earn|earns|make|makes|get|gets|"
    "have|has|need|needs|be|can|could|would|should|will|as|into|than|after|before|without|within|across|per|via|by|these|there|here"
)
_SLOTS = (
    re.compile(r"\b(?:become|becoming|be|being)\s+an?\s+" + _TITLE, re.I),
    re.compile(r"\bwhat\s+(?:do|does|would|will|can|could)\s+(?:an?\s+)?" + _TITLE + r"\s+(?:do|earn|make|get|need|take|cost)\b", re.I),
    re.compile(r"\bhow\s+much\s+(?:do|does|would|will|can|could)\s+(?:an?\s+)?" + _TITLE + r"\s+(?:earn|make|get|take)\b", re.I),
    re.compile(r"\b(?:salary|pay|wage|wages|salaries|job description|guide|career)\s+(?:for|of|about|as)\s+(?:an?\s+)" + _TITLE, re.I),
    re.compile(r"\b(?:work|works|working|job|jobs|career|role|position)\s+as\s+an?\s+" + _TITLE, re.I),
    re.compile(r"^\W*(?:the\s+)?(?P<title>(?:[a-z]+\s+){0,2}[a-z]+(?:er|or|ist|ian|eer|man|nurse|ician)s?)\s+(?:salar\w+|pay|wages?|earnings|jobs?|roles?|careers?)\b", re.I),
    re.compile(
        r"\b(?:get|getting|move|moving|go|going|break|breaking|switch|switching|start|change|changing)\s+(?:\w+\s+)?into\s+(?:a\s+career\s+in\s+)?"
        r"(?P<title>(?:[a-z]+\s+)?[a-z]+(?:ing|graphy|therapy|ology|istry|icine|acy|iatry|ursing))\b", re.I),
    re.compile(r"\b(?:guide|page)\s+(?:for|about|on)\s+(?:an?\s+|the\s+)?" + _TITLE, re.I),
)


def _titles_by_slot(text: str) -> Iterable[RoleMention]:
    for slot in _SLOTS:
        for found in slot.finditer(text):
            words = [singular(word.text.casefold()) for word in tokens(found["title"])]
            meaningful = [word for word in words if word not in _GENERIC and word not in _STOP_MODIFIERS]
            if not meaningful or len(words) > 5:
                continue
            start, end = found.span("title")
            yield RoleMention((), found["title"], start, end, _stance(text, start))


_HELD = re.compile(
    r"(?:\bi(?:\s?'?\s?m|\s+am)\b(?:\s+(?:currently|now|already|just|still|also|only|presently|at the moment|actually|really))*"
    r"(?:\s+(?:working|employed|acting|practising|qualified|trained|registered)(?:\s+as)?)?\s+(?:an?|the|your|one of|just an?)?\b|"
    r"(?<!do )(?<!would )(?<!will )(?<!can )(?<!could )(?<!should )\b(?:i|i've|i have|we|having|have)\s+(?:\w+\s+)?(?:been|worked|trained|qualified|work)\b(?:\s+\w+){0,4}?\s+(?:an?|as)\b|"
    r"\b(?:my|a|with a)\s+background\s+(?:is|as|in)\b|\bbackground\b(?:\s+\w+){0,2}\s+an?\b|"
    r"\b(?:coming|moving|move|switch|switching|transition|transitioning|jump|come|going|go|retrain|retraining|change|changing|step)\s+"
    r"(?:\w+\s+){0,3}?from\b(?:\s+(?:being|work|working|a|an|as))*|"
    r"\bfrom\s+(?:being\s+)?an?\b|\b(?:former|ex|currently|previously)\b|\bby\s+(?:background|training)\b|\byears?\s+(?:as|of)\b(?:\s+an?)?|"
    r"\blike\s+me\b|\binstead\s+of\b|\bright\s+now\b)"
    r"[\s-]*(?:(?:an?|the|current|currently|junior|senior|mid-level|mid|level|lead|registered|qualified|newly|nhs|hospital|staff|band|\d+[a-d]?|ward|experienced|working|as)[\s-]+)*$",
    re.I,
)


_IN_PASSING = re.compile(
    r"(?<!compare )(?<!compared )\b(?:with|alongside|to|by|my|our|your|their|beside|under|report(?:ing)? to)\s+(?:the\s+|other\s+|an?\s+)?$", re.I
)


def _stance(text: str, start: int) -> Stance:
    clause = re.split(r"[.!?;]|,\s*(?=(?:and|but|so|what|how)\b)", text[:start])[-1]
    if _HELD.search(clause):
        return Stance.HELD
    return Stance.IN_PASSING if _IN_PASSING.search(clause) else Stance.ASKED
