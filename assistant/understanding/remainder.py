"""What is left of a question once the role, level and place that it names are set aside."""

import re
from collections.abc import Sequence

from assistant.understanding.levels import without_ruled_out
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.places.places import Place
from assistant.understanding.pointing import BY_PLACE, RETURNS
from assistant.understanding.story import blank
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.titles.title_words import without_standing
from assistant.understanding.topics import is_frame
from assistant.words import stem, terms


def without_roles(question: str, mentions: Sequence[RoleMention], lexicon: Lexicon) -> str:
    """The question with what stands in for each guide's role, and its sector, in its place."""
    for mention in reversed(mentions):
        if mention.guide_ids:
            before = question[: mention.start].split(" ")
            while len(before) > 1 and stem(before[-2].casefold()) in lexicon.sector_terms:
                del before[-2]
            instead = lexicon.names.stand_in(mention.title)
            question = " ".join(before) + instead + question[mention.end :]
    return " ".join(question.split())


def residue_of(
    question: str,
    mentions: Sequence[RoleMention],
    places: Sequence[Place],
    level_words: Sequence[str],
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """The terms that say what is looked for, once role, level, place and framing are set aside."""
    plain = blank(question, mentions)
    for mention in mentions:
        plain = without_standing(plain, mention.start) + plain[mention.start :]
    plain = RETURNS.sub(lambda found: " " * len(found.group()), plain)
    plain = BY_PLACE.sub(lambda found: " " * len(found.group()), plain)
    levels = (
        {term for word in level_words for term in terms(word)} | {"level", "mid", "entri"}
        if level_words
        else {"level"}
    )
    plain = blank(plain, [place for place in places if plain[place.start : place.end].strip()])
    plain = without_ruled_out(plain)
    return tuple(
        dict.fromkeys(
            term
            for term in terms(plain)
            if not is_frame(term) and term not in levels and term not in lexicon.sector_terms
        )
    )


def without_role_terms(
    residue: tuple[str, ...], roles: Sequence[str], lexicon: Lexicon
) -> tuple[str, ...]:
    """The content terms without what stands for the role that is named, if others are left."""
    standing = {term for role in roles for term in lexicon.names.terms.standing.get(role, ())}
    standing |= {term for role in roles for term in _in_brackets(lexicon.titles.get(role, ""))}
    return tuple(term for term in residue if term not in standing) or residue


def _in_brackets(title: str) -> list[str]:
    """The terms of what a title has in brackets: of "Fitter (ships)"."""
    return terms(" ".join(re.findall(r"\(([^()]*)\)", title)))
