"""Job titles that no guide bears: told by the noun at their head, or by the slot that they stand in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understanding.stance import Stance, is_condition, stance_at
from assistant.understanding.title_words import (
    GENERIC,
    VAGUE_HEADS,
    Word,
    heads_a_title,
    occupations,
    singular,
    tokens,
)
from assistant.words import STOP_WORDS, is_number

_STOP_MODIFIERS = STOP_WORDS | frozenset(
    """become becoming being hire hired hiring employ employs earn earns earning make makes paid pay pays salary
    work works working versus vs compared compare also regarding concerning current currently former previously experienced qualified newly
    teach teaches treat treats meet meets whether
    wants needs seeks hires employs recruits takes keeps likes gives offers runs till until
    registered another every any ex former torn choosing deciding between good better best great strong typical average between per average becoming
    say says said see uni university help helps helping involve involves beyond v no zero""".split()
)


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role named in a text. ``guide_ids`` is empty when no guide is about it; several when the name is shared."""

    guide_ids: tuple[str, ...]
    title: str
    start: int
    end: int
    stance: Stance


def titles_by_head(text: str, found: list[Word]) -> Iterable[RoleMention]:
    """Titles whose last noun is an occupation ("UX researcher", "regulatory affairs lead")."""
    for place, word in enumerate(found):
        if not heads_a_title(singular(word.text.casefold())):
            continue
        if place + 1 < len(found) and _goes_on(text, word, found[place + 1]):
            continue
        if word.text.casefold() == "lead" and text[word.end :].lstrip().startswith(
            ("to ", "into ", "on ", "the ", "a ", "me ", "us ", "you ", "people ")
        ):
            continue
        first = _beginning(text, found, place)
        modifiers = [part.text.casefold() for part in found[first:place]]
        if _generic_title(modifiers, word.text.casefold()):
            continue
        if _WHICH.search(text[: found[first].start]) and _USED.match(text[word.end :]):
            continue
        start, end = found[first].start, word.end
        yield RoleMention((), text[start:end], start, end, _stance(text, start, end))


def _beginning(text: str, found: list[Word], place: int) -> int:
    """The first word of the title whose head is at a place."""
    first = place
    while first > 0 and place - first < 4 and modifies(text, found[first - 1], found[first]):
        first -= 1
    done = [at for at in range(first, place) if _done_to(found[at], found[place])]
    return done[-1] + 1 if done else first


#: What somebody does to others: "teaching nurses" is no title, and "teaching assistants" is.
_DONE = frozenset(
    "teaching training managing helping supporting supervising treating hiring leading train manage "
    "help support supervise treat".split()
)


def _done_to(first: Word, head: Word) -> bool:
    """Whether a title's word is what is done to those that its head names."""
    several = head.text.casefold() != singular(head.text.casefold())
    return (
        first.text.casefold() in _DONE
        and several
        and singular(head.text.casefold()) not in VAGUE_HEADS
    )


#: What follows a title and makes a thing of it: a "skilled worker visa".
_THING = frozenset(("visa", "visas"))


def _goes_on(text: str, word: Word, following: Word) -> bool:
    """Whether a title is not at its end: the GP in "GP receptionist", or no title at all."""
    after = following.text.casefold()
    longer = singular(after) in occupations() and singular(after) not in VAGUE_HEADS
    return not text[word.end : following.start].strip() and (longer or after in _THING)


#: What stands right before a title that is asked about. After any other word ("when inspectors
#: visit", "tell the doctors") somebody is mentioned, not asked about.
_BEFORE_ASKED = re.compile(
    r"(?:^|[^\w\s'’-]|(?<!there)['’]s(?=\s+an?\s)|\b(?:do|does|did|are|is|was|were|am|can|could|would|will|should|must|might|may|for|as|about|of|on|be|become|becoming|"
    r"being|into|to|vs|versus|or|and|than|what(?:'?s)?|which|who(?:'?s)?|why|how(?:'?s)?|much|role|job|career|salary|pay|guide|hire|find|earn|in))"
    r"\s*(?:(?:an?|the|any|another|other|that|this)\s+)?$",
    re.I,
)


#: "Which workflow managers do they use?" asks for things, not for people.
_WHICH = re.compile(r"\b(?:which|what)\s+$", re.I)
_USED = re.compile(
    r"\s+(?:do|does|did|should|would|are|is)\b[^.?!]*\b(?:use[ds]?|using|learn)\b", re.I
)


def _stance(text: str, start: int, end: int) -> Stance:
    """The stance towards a title that no guide bears."""
    stance = _stance_in_slot(text, start, end)
    asked = stance is not Stance.ASKED or _BEFORE_ASKED.search(text[:start])
    return stance if asked else Stance.IN_PASSING


def _stance_in_slot(text: str, start: int, end: int) -> Stance:
    """The same where a title stands in a place for one, whatever word is before it."""
    return Stance.IN_PASSING if is_condition(text, start) else stance_at(text, start, end)


def _generic_title(modifiers: list[str], head: str) -> bool:
    """Whether a title says nothing of the job; a master alone is a degree."""
    meaningful = [word for word in modifiers if singular(word) not in GENERIC]
    return not meaningful and singular(head) in VAGUE_HEADS | {"master"}


def modifies(text: str, left: Word, right: Word) -> bool:
    """Whether a word belongs to the title that the next one is of."""
    gap = text[left.end : right.start].strip()
    word = left.text.casefold()
    return (
        gap in ("", "-", "/", "&")
        and (word not in _STOP_MODIFIERS or left.text == "IT")
        and not word.endswith(("'s", "ly"))
        and not is_number(word)
    )


#: What follows a title and is no part of it.
_AFTER_TITLE = (
    "in|at|with|for|from|on|of|to|and|or|but|if|when|who|that|which|do|does|did|is|are|was|earn|earns|make|makes|get|gets|"
    "have|has|need|needs|be|can|could|would|should|will|as|into|than|after|before|without|within|across|per|via|by|these|there|here|"
    "later|eventually|instead|first|one|someday|soon|now|today|too|again|anyway|please|straight|then|really|though"
)
_TITLE = (
    r"(?P<title>[^\W\d_][\w'&/+#-]*(?:\s+(?!(?:" + _AFTER_TITLE + r")\b)[^\W\d_][\w'&/+#-]*){0,4})"
)
#: What is gone into is a trade by itself, "teaching", and not what is done to a thing: "moving into
#: running clinical trials".
_NO_OBJECT = rf"(?!(?<=ing)\s+(?!(?:{_AFTER_TITLE}|now|later|jobs?|roles?|work|careers?)\b)[a-z])"
_SLOTS = (
    re.compile(r"\b(?:become|becoming|be|being)\s+an?\s+" + _TITLE, re.I),
    re.compile(
        r"\bwhat\s+(?:do|does|would|will|can|could)\s+(?:an?\s+)?"
        + _TITLE
        + r"\s+(?:do|earn|make|get|need|take|cost)\b",
        re.I,
    ),
    re.compile(
        r"\bhow\s+much\s+(?:do|does|would|will|can|could)\s+(?:an?\s+)?"
        + _TITLE
        + r"\s+(?:earn|make|get|take)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:salary|pay|wage|wages|salaries|job description|guide|career)\s+(?:for|of|about|as)\s+(?:an?\s+)"
        + _TITLE,
        re.I,
    ),
    re.compile(
        r"\b(?:work|works|working|job|jobs|career|role|position)\s+as\s+an?\s+" + _TITLE, re.I
    ),
    re.compile(
        r"^\W*(?:the\s+)?(?P<title>(?:[a-z]+\s+){0,2}[a-z]+(?:er|or|ist|ian|eer|man|nurse|ician)s?)\s+(?:salar\w+|pay|wages?|earnings|jobs?|roles?|careers?)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:get|getting|move|moving|go|going|break|breaking|switch|switching|start|change|changing)\s+(?:\w+\s+)?into\s+(?:a\s+career\s+in\s+)?"
        r"(?P<title>(?:[a-z]+\s+)?[a-z]+(?:ing|graphy|therapy|ology|istry|icine|acy|iatry|ursing))\b"
        + _NO_OBJECT,
        re.I,
    ),
    re.compile(r"\b(?:guide|page)\s+(?:for|about|on)\s+(?:an?\s+|the\s+)?" + _TITLE, re.I),
)


_AGENT = re.compile(r"(?:er|or|ist|ian|eer|ant|ent|man|woman|medic|mechanic|nurse|ee|smith|maker)$")
_TRADE = re.compile(r"(?:ing|graphy|therapy|ology|istry|icine|acy|iatry|ursing)$")


def is_a_person(word: str) -> bool:
    """Whether a word can head a job title or name a trade, by its ending if by nothing else."""
    return word in occupations() or (
        len(word) > 4 and bool(_AGENT.search(word) or _TRADE.search(word))
    )


def titles_by_slot(text: str) -> Iterable[RoleMention]:
    """Titles known by where they stand ("how do I become a ...")."""
    for slot in _SLOTS:
        for found in slot.finditer(text):
            words = [singular(word.text.casefold()) for word in tokens(found["title"])]
            meaningful = [
                word for word in words if word not in GENERIC and word not in _STOP_MODIFIERS
            ]
            if (
                not meaningful
                or words[-1] not in meaningful
                or len(words) > 5
                or not is_a_person(words[-1])
            ):
                continue
            if _generic_title([w for w in words[:-1] if w in meaningful], words[-1]):
                continue
            start, end = found.span("title")
            yield RoleMention((), found["title"], start, end, _stance_in_slot(text, start, end))
