"""Which roles a text names: those of the ingested guides, and job titles that no guide is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.guides.jobs.occupations import occupations
from assistant.understanding.levels import RUNGS
from assistant.understanding.roles.clipped import clipped_titles
from assistant.understanding.roles.kinship import apart, kin_of
from assistant.understanding.roles.role_names import RoleNames
from assistant.understanding.roles.title_initials import are_initials_of
from assistant.understanding.roles.title_slots import titles_by_slot
from assistant.understanding.roles.title_variants import SENIORITY, WHERE
from assistant.understanding.spelling import CUT_SHORT, english
from assistant.understanding.stance import Stance, stance_at
from assistant.understanding.titles.other_titles import RoleMention, modifies, titles_by_head
from assistant.understanding.titles.title_words import (
    GENERIC,
    Word,
    first_letters,
    is_a_person,
    singular,
    tokens,
)
from assistant.words import STOP_WORDS, normalise


@lru_cache(maxsize=64)  # reading a message asks of the same words several times
def find_roles(text: str, names: RoleNames) -> tuple[RoleMention, ...]:
    """The roles that a text names, in order, each with how the person stands to it."""
    text = normalise(text)
    found = tokens(text)
    known = _known_roles(text, found, names)
    taken = [(mention.start, mention.end) for mention in known]
    others = (*titles_by_head(text, found), *titles_by_slot(text, names.spoken))
    unknown = [
        mention
        for mention in (*clipped_titles(text, found, names), *others)
        if not any(mention.start < end and start < mention.end for start, end in taken)
    ]
    kept: list[RoleMention] = []
    for mention in unknown:
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(
                replace(mention, guide_ids=mention.guide_ids or kin_of(mention.title, names))
            )
    mentions = apart(text, sorted((*known, *kept), key=lambda one: one.start), names)
    return tuple(mentions) or (() if text.isupper() else tuple(_by_initials(found, names)))


def _by_initials(found: Iterable[Word], names: RoleNames) -> Iterator[RoleMention]:
    """The one role of which capitals that no guide has may be the initials: "a PV certificate"."""
    for word in found:
        letters = word.text.casefold()
        if not word.text.isupper() or letters in names.spoken:
            continue
        owners = [
            guide_id
            for guide_id, words in names.words.items()
            if any(are_initials_of(letters, one) for one in words)
        ]
        if len(owners) == 1:
            yield RoleMention((owners[0],), word.text, word.start, word.end, Stance.ASKED)
            return


def _known_roles(text: str, found: list[Word], names: RoleNames) -> list[RoleMention]:
    mentions: list[RoleMention] = []
    words = tuple(singular(_INITIALS.sub(r"\1", word.text).casefold()) for word in found)
    adjacent = _adjacent(text, found)
    place = 0
    while place < len(found):
        for length in range(min(names.longest + 2, adjacent[place]), 0, -1):
            run = found[place : place + length]
            owners = _owners(words[place : place + length], names, capitals=run[0].text.isupper())
            following = found[place + length : place + length + 1]
            own = [names.levels.get(guide_id, frozenset()) for guide_id in owners]
            if owners and not (
                (len(run) == 1 and following and following[0].text.casefold() in _EMPLOYERS)
                or _heads_another(text, run[-1], following, own)
                or (len(run) == 1 and _is_of_another(text, found, place, owners, names))
                or (len(run) > 1 and _is_narrowed(text, found, place, run, owners, names))
            ):
                start, end = run[0].start, run[-1].end
                stance = stance_at(text, start, end)
                mentions.append(RoleMention(owners, text[start:end], start, end, stance))
                place += length
                break
        else:
            place += 1
    return mentions


def _heads_another(
    text: str, last: Word, following: list[Word], levels: Iterable[frozenset[str]]
) -> bool:
    """Whether the next word, no level's, makes another title: "health informatics nurse"."""
    if not following or text[last.end : following[0].start].strip(" -"):
        return False
    head = singular(following[0].text.casefold())
    return (
        head in occupations()
        and head not in "lead head director apprentice trainee learner student".split()
        and not any(head in own for own in levels)
        and singular(last.text.casefold()) not in occupations()
    )


def _is_of_another(
    text: str, found: list[Word], place: int, owners: tuple[str, ...], names: RoleNames
) -> bool:
    """Whether a head noun belongs to another title: the designer in "fashion designer"."""
    if place == 0 or not is_a_person(singular(found[place].text.casefold())):
        return False
    before = singular(found[place - 1].text.casefold())
    own = {word for guide_id in owners for word in names.words.get(guide_id, ())}
    pair = (before, singular(found[place].text.casefold()))
    if any(pair in names.kinds.get(guide_id, ()) for guide_id in owners):
        return False
    return (
        len(own) > 1
        and modifies(text, found[place - 1], found[place])
        and before not in own
        and before not in GENERIC | WHERE | SENIORITY | (_ARRANGED - _OF_ANOTHER) | RUNGS.keys()
    )


#: What says how somebody works or who they are, and not at what.
_ARRANGED = frozenset(
    "remote hybrid online contract perm temp casual overseas bank locum agency night weekend term "
    "time part-time full-time freelance self-employed employed independent solo private public "
    "mobile visiting peripatetic sessional rural advanced qualified busy older younger former "
    "retired dream backup salary pay wage range scale rate figure british english scottish welsh "
    "irish european american seasonal regional local".split()
)
#: Of those what makes another job of a noun by itself: a "private nurse" is no veterinary nurse.
_OF_ANOTHER = frozenset("private public mobile visiting peripatetic independent night".split())
#: How words end that say of what sort somebody is, and not in which trade: a "Polish", a "hopeful".
_ADJECTIVE = re.compile(r"(?:ed|ing|ish|ful|less|ous|ive|y|est|ese|[aeiou]n|er)$")


def _is_narrowed(
    text: str,
    found: list[Word],
    place: int,
    run: list[Word],
    owners: tuple[str, ...],
    names: RoleNames,
) -> bool:
    """Whether a noun makes another job of a shortened title: "vet practice manager".

    Not of one that is named with all its words.
    """
    words = {singular(word.text.casefold()) for word in run}
    if not place or singular(run[-1].text.casefold()) not in occupations():
        return False
    before = found[place - 1].text
    known = GENERIC | WHERE | SENIORITY | _ARRANGED | RUNGS.keys()
    return (
        before.islower()
        and len(before) > 2
        and modifies(text, found[place - 1], run[0])
        and not {before, singular(before)} & known
        and not _ADJECTIVE.search(before)
        and before in english()
        and not any(
            names.words[guide_id] <= words or singular(before) in names.told[guide_id]
            for guide_id in owners
        )
    )


#: What follows the name of a trade and makes an employer of it: "a genomics firm".
_EMPLOYERS = frozenset("firm firms company companies startup business lab labs centre".split())


def _adjacent(text: str, found: list[Word]) -> list[int]:
    """How many words stand side by side from each word on, itself among them."""
    lengths = [1] * len(found)
    for place in range(len(found) - 2, -1, -1):
        gap = text[found[place].end : found[place + 1].start]
        if gap.strip() in ("", "-", "/", "&", "."):
            lengths[place] += lengths[place + 1]
    return lengths


#: Initials in the plural: "trials PMs".
_INITIALS = re.compile(r"^([A-Z]{2,5})s$")


def _owners(words: tuple[str, ...], names: RoleNames, *, capitals: bool) -> tuple[str, ...]:
    """The guides that words in the singular name; ``capitals``: the first is written in them."""
    if owners := names.names.get(words):
        return () if len(words) == 1 and not capitals and _needs_capitals(words[0]) else owners
    squashed = "".join(words)
    if len(squashed) < 6:
        return ()
    if squashed in names.squashed:
        return names.squashed[squashed]
    best: tuple[int, tuple[str, ...]] | None = None
    # A typing error rarely hits a word's first letter: only names with the same ones are compared.
    for name in names.by_letters.get(first_letters(words), ()):
        distance = _word_by_word(words, name)
        if distance and len(words) == 1 and len(name[0]) < (9, 12)[distance - 1]:
            continue
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, names.names[name])
    if best is None or (len(words) == 1 and words[0] in names.spoken):
        return ()  # A word that guides say names a thing: pharma is no pharmacist.
    return best[1]


def _needs_capitals(initials: str) -> bool:
    return len(initials) <= 2 or initials in _SHORT_WORDS


#: Initials that are also everyday words count only in capitals.
_SHORT_WORDS = frozenset(
    """act add age ago aid aim air all and any app are arm art ask ate bad bag ban bar bed bet big
    bit box boy bus but buy can cap car cat cod cop cup cut dad day did die dig dog dot due ear eat
    end eye fan far fat fee few fit fix fly for fun gap gas get god got gym had has hat her hes hey
    him his hit hot how ill its ive job key kid kit lab lad law led leg let lie lot low mad man map
    may men met mix mob mom mum net new nor not now off oil old one our out own pay per pet pop pot
    put ran rat raw red rid rob run sad sat saw say sea see set sex she sit six sky son sum sun tap
    tax tea ten the tie tip too top toy try two use van war was way web wet who why win won yes yet
    you""".split()
)


def _abbreviates(word: str, other: str, *, alone: bool) -> bool:
    """Whether a word is the start of a longer one: "lab" of "laboratory", "cyber".

    One that is the whole name must be no English word: "biostat" of "biostatistician".
    """
    if alone and (len(word) < CUT_SHORT or word in english()):
        return False
    if word in STOP_WORDS or word in RUNGS:
        return False
    return len(word) >= 3 and len(other) - len(word) >= 3 and other.startswith(word)


def _word_by_word(words: tuple[str, ...], name: tuple[str, ...]) -> int | None:
    """The number of typing errors between two names, None if any word is too far off."""
    total = 0
    for word, other in zip(words, name, strict=True):
        if word == other or _abbreviates(word, other, alone=len(name) == 1):
            continue
        allowed = 2 if len(other) >= 9 else 1 if len(other) >= 5 else 0
        if not allowed or word[0] != other[0] or word in occupations():
            return None
        distance = OSA.distance(word, other, score_cutoff=allowed)
        if distance > allowed:
            return None
        total += distance
    return total


_JOINER = re.compile(
    r"^\s*(?:,|and|or|vs\.?|versus|than|/|&|compared (?:to|with))\s+"
    r"(?:an?\s+|the\s+|for\s+(?:an?\s+)?)?$",
    re.I,
)


#: Words that ask where a role leads. The guide of the role that somebody holds may say so, if it
#: speaks of the other at all.
ONWARD = re.compile(
    r"\b(?:becom\w+|being|into|shortcut|mov\w+|switch\w*|progress\w*|turn|train\w*|retrain\w*|"
    r"convert\w*|step|lead|qualify\w*|go on|promot\w+|till|until|from there|after that)\b",
    re.I,
)


_SAME_FOR = re.compile(
    r"\b(?:the same|what about|how about|also|likewise)"
    r"(?:\s+(?:for|of|as))?(?:\s+(?:an?|the))?\s*$",
    re.I,
)


def side_by_side(question: str, stranger: RoleMention, asked: Sequence[RoleMention]) -> bool:
    """Whether a title without a guide is named in one breath with one that has a guide."""
    for other in asked:
        if other.guide_ids:
            first, second = sorted((stranger, other), key=lambda mention: mention.start)
            between = question[first.end : second.start]
            if _JOINER.match(between) or _SAME_FOR.search(between):
                return True
    return False


def guide_ids_of(mentions: Iterable[RoleMention]) -> tuple[str, ...]:
    """The guides that mentions name, in order, none twice."""
    return tuple(dict.fromkeys(guide_id for mention in mentions for guide_id in mention.guide_ids))
