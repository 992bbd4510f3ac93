"""A role that is named by a word of it alone: "the interop one", "ok, back to writing"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.matters import asked_about
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.query import Query
from assistant.understanding.roles.role_names import RoleNames
from assistant.understanding.roles.title_variants import trades_of
from assistant.understanding.spelling import english, in_dictionary
from assistant.understanding.titles.everyday import everyday_words
from assistant.understanding.titles.title_words import singular, tokens
from assistant.understanding.topics import asks_for_figures, cue_terms
from assistant.words import GOES_ON, stem, terms

_BACK_TO = re.compile(
    rf"{GOES_ON}(?:let['’]?s\s+)?(?:(?:go|going|get|getting|come|coming)\s+)?"
    r"back\s+to\s+(?:the\s+)?(?P<what>[\w-]+(?:\s+[\w-]+)?)(?:\s+(?:ones?|job|role|thing|stuff))?",
    re.I,
)
#: Two words are of one family if they begin alike but for so many letters: "writing", "writer".
_ENDING, _LEAST = 3, 3
#: So many letters stand for the longer word that they begin.
_SHORT = 5


def by_a_word(words: str, lexicon: Lexicon) -> str:
    """The guide whose titles alone have one of some words; "" if there is none, or several."""
    said = [singular(word.text.casefold()) for word in tokens(words)]
    guides = {
        guide_id
        for name, guide_id in lexicon.names.telling.items()
        if any(word == name or (len(word) >= _SHORT and name.startswith(word)) for word in said)
    }
    return guides.pop() if len(guides) == 1 else ""


def hinted_at(text: str, lexicon: Lexicon) -> str:
    """The one guide that a text without a role hints at; "" if none is, or several are.

    By a word that its titles alone have, else by the trade of somebody in these ("coding", and not
    "driving", which any job may have), else by one that no everyday English knows and no other
    guide has ("CKA", "joinery"). A word that asks about any job, "night", hints at none.

    Of 138 questions of strangers with a word of the first sort 99 are of that guide, of 18 with one
    of the second 16, of 79 with one of the third 62.
    """
    said = {singular(word.text.casefold()) for word in tokens(text)}
    cues = cue_terms(text)
    said = {word for word in said if not (cues & {*terms(word)} or asked_about(word))}
    telling, rare = lexicon.names.telling, said - everyday_words()
    for guides in (
        {telling[word] for word in said if word in telling},
        {guide_id for name, guide_id in telling.items() if rare & {*trades_of(name)}},
        _with_a_word_of_its_own(said, lexicon.names),
    ):
        if guides:
            return guides.pop() if len(guides) == 1 else ""
    return ""


#: A word of a dictionary is a guide's own if it has it so many times.
_OWN = 3


def _with_a_word_of_its_own(said: Iterable[str], names: RoleNames) -> set[str]:
    """The guides with a word of those said that is no everyday one and that no other guide has."""
    found = set()
    for word in said:
        owners = [guide_id for guide_id, told in names.told.items() if word in told]
        odd = len(word) > 2 and word.isalpha() and word not in english()
        if odd and len(owners) == 1:
            often = names.terms.counts[owners[0]][stem(word)] >= _OWN
            found |= {*owners} if often or not in_dictionary(word) else set()
    return found


def returned_to(said: str, roles: Sequence[str], lexicon: Lexicon) -> str:
    """The one of some roles that words go back to; "" if they go back to none or several."""
    found = _BACK_TO.search(said)
    if not found:
        return ""
    named = by_a_word(found["what"], lexicon)
    if named in roles:
        return named
    words = [singular(word.text.casefold()) for word in tokens(found["what"])]
    akin = [role for role in roles if any(_is_of(word, role, lexicon) for word in words)]
    return akin[0] if len(akin) == 1 else ""


def without_return(query: Query) -> Query:
    """A question without the words that go back to its role."""
    found = _BACK_TO.search(query.bare)
    if not found:
        return query
    left = f"{query.bare[: found.start()]} {query.bare[found.end() :]}".strip(" ,.;:–-")
    said = {*terms(found.group())} - {*terms(left)}
    content = tuple(term for term in query.content if term not in said)
    return replace(
        query,
        bare=left or query.bare,
        pay_table=query.pay_table or asks_for_figures(left, content),
        content=content,
        telling=tuple(term for term in query.telling if term not in said),
    )


def _is_of(word: str, role: str, lexicon: Lexicon) -> bool:
    titled = (singular(one.text.casefold()) for one in tokens(lexicon.titles[role]))
    return any(_are_akin(word, one) for one in titled)


def _are_akin(one: str, other: str) -> bool:
    alike = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    alike = min(len(one), len(other)) if alike is None else alike
    return alike >= max(_LEAST, len(one) - _ENDING, len(other) - _ENDING)
