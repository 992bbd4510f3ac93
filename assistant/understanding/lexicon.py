"""What the guides say of themselves: names, levels and regions to read a question against."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.guides.model import Guide
from assistant.understanding.levels import Ladder, ladder_of, level_words
from assistant.understanding.pay_columns import (
    in_columns_words,
    named_among,
    ruled_out,
    settings_of_guide,
)
from assistant.understanding.roles.role_names import RoleNames, role_names
from assistant.understanding.roles.title_variants import trades_of
from assistant.understanding.spelling import Vocabulary, vocabulary_of
from assistant.understanding.titles.other_titles import RoleMention
from assistant.understanding.titles.title_words import singular, tokens
from assistant.words import stem, terms


def _unheard(_: str) -> Mapping[str, float]:
    return {}


@dataclass(frozen=True)
class Lexicon:
    """The words of the guides that matter to reading a question.

    ``titles`` maps a guide id to its role as the guide writes it; ``regions`` to the region labels
    of its pay table, ``settings`` to the terms that tell its columns apart. ``vocabulary`` are the
    words that a typing error may be meant for, ``years`` those that each guide names, ``texts``
    what each says, in lower case. ``shares`` says of words how likely each guide is the one that
    they speak of; the shares add up to 1, if there are any.
    """

    titles: Mapping[str, str]
    names: RoleNames
    ladders: Mapping[str, Ladder]
    regions: Mapping[str, tuple[str, ...]]
    settings: Mapping[str, frozenset[str]]
    sector_terms: frozenset[str]
    vocabulary: Vocabulary
    years: Mapping[str, frozenset[int]]
    texts: Mapping[str, str]
    shares: Callable[[str], Mapping[str, float]] = _unheard

    @cached_property
    def title_terms(self) -> Mapping[str, Sequence[str]]:
        """The terms of each guide's title."""
        return {guide_id: terms(title) for guide_id, title in self.titles.items()}

    def is_level(self, mention: RoleMention) -> bool:
        """Whether a title is that of a level: an "associate director" among project managers."""
        name = mention.title.casefold()
        return self.names.is_rank(mention.title) or (
            not mention.guide_ids
            and any(
                name in ladder.words(label)
                for ladder in self.ladders.values()
                for label in ladder.levels
            )
        )

    def with_level(self, titles: Iterable[str]) -> tuple[str, ...]:
        """The one guide that has a level called by each of some titles of several words."""
        owners = {
            (guide_id,) if " " in title else ()
            for title in titles
            for guide_id, ladder in self.ladders.items()
            if any(title.casefold() in level_words(label) for label in ladder.levels)
        }
        return owners.pop() if len(owners) == 1 else ()

    def settings_in(
        self, text: str, content: Iterable[str], guide_ids: Iterable[str]
    ) -> tuple[str, ...]:
        """The terms that say for whom or what pay is asked: of these guides' columns, or any's.

        None where one of them is ruled out: what is left is not said.
        """
        asked = tuple(guide_ids) or tuple(self.settings)
        content = tuple(content)
        settings = {one for guide_id in asked for one in self.settings[guide_id]}
        named = named_among(content, settings) or in_columns_words(text, content, settings)
        return () if ruled_out(text) & {*named} else named

    def tells_of(self, guide_ids: Iterable[str], title: str) -> bool:
        """Whether one of these guides speaks of a job by its title, or of its trade."""
        words = naming(title)
        return any(words.search(self.texts[guide_id]) for guide_id in guide_ids)


def naming(title: str) -> re.Pattern[str]:
    """What finds a job in a text in small letters, by its title or its trade."""
    *before, head = (word.text.casefold() for word in tokens(title))
    names = [(*before, last) for last in (singular(head), *trades_of(singular(head)))]
    return re.compile("|".join(rf"\b{re.escape(' '.join(name))}" for name in names))


def lexicon_of(guides: Iterable[Guide]) -> Lexicon:
    """Read the lexicon off the guides of a snapshot."""
    guides = tuple(guides)
    return Lexicon(
        titles={guide.id: guide.role for guide in guides},
        names=role_names(guides),
        ladders={guide.id: ladder_of(guide) for guide in guides},
        regions={guide.id: _regions(guide) for guide in guides},
        settings={guide.id: settings_of_guide(guide) for guide in guides},
        vocabulary=vocabulary_of(
            (guide.source_text for guide in guides),
            (title for guide in guides for title in (guide.role, *guide.aliases)),
        ),
        texts={guide.id: " ".join(guide.source_text.casefold().split()) for guide in guides},
        years={guide.id: _years(guide) for guide in guides},
        sector_terms=frozenset(
            stem(singular(word.text)) for guide in guides for word in tokens(guide.sector)
        ),
    )


_YEAR = re.compile(r"\b(20\d\d)\b")


def years_in(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(year) for year in _YEAR.findall(text))


def _years(guide: Guide) -> frozenset[int]:
    return years_in(guide.source_text) | years_in(guide.date)


def _regions(guide: Guide) -> tuple[str, ...]:
    bands = (band for block in guide.blocks for band in block.bands)
    return tuple(dict.fromkeys(band.region for band in bands if band.region))
