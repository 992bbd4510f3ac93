"""Levels called by the role's own noun, with no word for how senior: "an analyst", "a manager"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.understanding.levels import RUNGS, level_words, without_ruled_out
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.messages.parting import asked_clause
from assistant.understanding.roles.roles import guide_ids_of
from assistant.understanding.story import blank
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.titles.title_words import singular, tokens

#: What is asked of more than one level, or of another than the one that is called so.
_OF_ALL = re.compile(
    r"\b(?:ranges?|levels?|grades?|scales?|over the years|start\w*|begin\w*|up to|top|most|max\w*|"
    r"highest|lowest)\b",
    re.I,
)


#: What is neither junior nor senior: "just a normal engineer".
_UNMARKED = re.compile(
    r"\b(?:normal|ordinary|standard|regular|plain|basic)\s+(?:\([^()]*\)\s+)?(?P<noun>\w+)", re.I
)


def plain_levels(
    question: str, mentions: Sequence[RoleMention], lexicon: Lexicon
) -> tuple[str, ...]:
    """The names in a question that are all that a level is called, beside what the role is called.

    A title counts that is not the guide's own: a "supplies manager" among the levels of a Trial
    Supplies Manager. Of two guides' jobs side by side none is a level.
    """
    if len({guide for mention in mentions for guide in mention.guide_ids}) > 1:
        return ()
    if _OF_ALL.search(question):
        return ()
    names = [
        ladder.plain[label] or label.casefold()
        for mention in mentions
        for guide_id in mention.guide_ids
        for ladder in [lexicon.ladders[guide_id]]
        for label in ladder.levels
        if _alike(label, mention.title) and not _is_title(label, lexicon.titles[guide_id])
    ]
    if _says_plain(question, mentions, lexicon) or without_ruled_out(question) != question:
        names += _unmarked(mentions, lexicon)
    rest = blank(question, [mention for mention in mentions if mention.guide_ids])
    plain = {
        name
        for guide_id, ladder in lexicon.ladders.items()
        for label, name in ladder.plain.items()
        if name and not _is_title(label, lexicon.titles[guide_id])
    }
    nouns = sorted({name.split()[-1] for name in plain})
    asked = asked_clause(rest)
    names += [noun for noun in nouns if re.search(rf"\ban?\s+{noun}\b(?!\n)", asked, re.I)]
    return tuple(dict.fromkeys(names))


def _says_plain(question: str, mentions: Sequence[RoleMention], lexicon: Lexicon) -> bool:
    """Whether a question calls somebody in a role that it names a plain one: "an ordinary one"."""
    own = {word for one in guide_ids_of(mentions) for word in lexicon.names.words[one]}
    return any(
        singular(found["noun"].casefold()) in own | {"one"}
        or any(mention.start == found.start("noun") for mention in mentions)
        for found in _UNMARKED.finditer(question)
    )


#: Who is not yet, or no longer, what the role is called, and on no rung of its own.
_SHORT_OF = frozenset(
    "assistant associate deputy chief advanced consultant specialist experienced qualified".split()
)


def _unmarked(mentions: Sequence[RoleMention], lexicon: Lexicon) -> list[str]:
    """The name of the one level of a role that has no word for how senior it is."""
    plain = [
        label
        for guide_id in guide_ids_of(mentions)[:1]
        for label in lexicon.ladders[guide_id].levels
        if not any(word.text.casefold() in RUNGS.keys() | _SHORT_OF for word in tokens(label))
    ]
    return [level_words(plain[0])[0]] if len(plain) == 1 else []


@lru_cache(maxsize=4096)  # asked of every level of all guides
def _is_title(label: str, title: str) -> bool:
    """Whether a label is the whole title, or its letters, in brackets behind it or not."""
    letters = "".join(word.text[0] for word in tokens(title)).casefold()
    in_brackets = f"({label})".casefold() in title.casefold()
    return _alike(label, title) or in_brackets or label.casefold() == letters


def _alike(label: str, title: str) -> bool:
    one, other = (
        [singular(word.text.casefold()) for word in tokens(text)] for text in (label, title)
    )
    return one == other
