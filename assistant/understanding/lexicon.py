"""What the ingested guides say of themselves: the names, levels and regions that a question is read against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.guides.model import Guide
from assistant.understanding.levels import Ladder, ladder_of
from assistant.understanding.role_names import RoleNames, role_names
from assistant.understanding.title_words import singular, tokens
from assistant.words import stem


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of the guides that matter to reading a question.

    ``titles`` maps a guide id to its role as the guide writes it; ``regions`` to the region labels of its pay table.
    ``role_terms`` are the stemmed words of each role's names, which say which guide is meant and nothing else.
    """

    titles: Mapping[str, str]
    names: RoleNames
    ladders: Mapping[str, Ladder]
    regions: Mapping[str, tuple[str, ...]]
    sector_terms: frozenset[str]


def lexicon_of(guides: Iterable[Guide]) -> Lexicon:
    """Read the lexicon off the guides of a snapshot."""
    guides = tuple(guides)
    return Lexicon(
        titles={guide.id: guide.role for guide in guides},
        names=role_names(guides),
        ladders={guide.id: ladder_of(guide) for guide in guides},
        regions={guide.id: _regions(guide) for guide in guides},
        sector_terms=frozenset(
            stem(singular(word.text)) for guide in guides for word in tokens(guide.sector)
        ),
    )


def _regions(guide: Guide) -> tuple[str, ...]:
    bands = (band for section in guide.sections for block in section.blocks for band in block.bands)
    return tuple(dict.fromkeys(band.region for band in bands if band.region))
