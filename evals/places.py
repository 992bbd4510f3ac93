"""Places: where in a guide something stands, told by offsets.

So gold labels survive any cutting into chunks.
A place is the smallest headed part of a guide: a section's own blocks, or one pair of an FAQ
section. Its key is the guide's id and the heading path, with the FAQ question as the last step.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assistant.guides.model import BlockKind, Guide, Section
from evals.cases import Gold
from evals.text import folded

PlaceKey: TypeAlias = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A headed part of a guide: ``source_text[start:end]`` is its text."""

    guide_id: str
    path: tuple[str, ...]
    start: int
    end: int

    @property
    def key(self) -> PlaceKey:
        """What tells it from every other place."""
        return (self.guide_id, self.path)

    @property
    def label(self) -> str:
        """How a report names it."""
        return " > ".join((self.guide_id, *(self.path or ("(introduction)",))))


def places_of(guide: Guide) -> Iterator[Place]:
    """The places of a guide, in order; sections without blocks of their own are places too."""
    for section in guide.sections:
        yield Place(guide.id, section.path, *_own_range(section))
        for block in section.blocks:
            if block.kind is BlockKind.FAQ and block.question is not None:
                question = block.question.of(guide.source_text)
                yield Place(guide.id, (*section.path, question), block.start, block.end)


def _own_range(section: Section) -> tuple[int, int]:
    """From the heading to the end of the section's own blocks."""
    ends = [block.end for block in section.blocks]
    return section.start, max(ends, default=section.end)


@dataclass(frozen=True, slots=True)
class Atlas:
    """The guides of one corpus and their places."""

    guides: dict[str, Guide]
    places: dict[str, tuple[Place, ...]]

    @classmethod
    def of(cls, guides: Iterable[Guide]) -> "Atlas":
        """The atlas of some guides."""
        by_id = {guide.id: guide for guide in guides}
        return cls(by_id, {name: tuple(places_of(guide)) for name, guide in by_id.items()})

    def at(self, guide_id: str, start: int, end: int) -> PlaceKey:
        """The key of the place that shares most characters with a range; the smaller of a tie.

        A range outside every place has the key of a place that can't be gold: its own offsets.
        """
        best, most = None, 0
        for place in self.places.get(guide_id, ()):
            shared = min(end, place.end) - max(start, place.start)
            if shared > most or (
                shared == most and best and shared > 0 and _size(place) < _size(best)
            ):
                best, most = place, shared
        return best.key if best else (guide_id, (f"characters {start} to {end}",))

    def gold(self, gold: Gold) -> list[Place]:
        """The places that a gold label means: the one with its heading path, and those below it."""
        wanted = tuple(folded(step) for step in gold.section)
        return [
            place
            for place in self.places.get(gold.guide, ())
            if tuple(folded(step) for step in place.path[: len(wanted)]) == wanted
            and (wanted or not place.path)
        ]

    def text(self, place: Place) -> str:
        """The characters of a place."""
        return self.guides[place.guide_id].source_text[place.start : place.end]


def _size(place: Place) -> int:
    return place.end - place.start


def gold_index(atlas: Atlas, golds: Sequence[Gold]) -> dict[PlaceKey, int]:
    """Which gold label, by index, each place falls under; the longest path where several do."""
    found: dict[PlaceKey, int] = {}
    for index, gold in enumerate(golds):
        for place in atlas.gold(gold):
            before = found.get(place.key)
            if before is None or len(golds[before].section) < len(gold.section):
                found[place.key] = index
    return found
