"""The names of places: UK towns, counties and regions by ITL1 region, and what lies abroad.

The data is in ``data/`` and is read once.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz.distance import OSA

DATA = files("assistant.understanding") / "data"
TOKEN = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\b\.?|[^\W_]+(?:['’][^\W_]+)*|&")
#: Population from which a town is known well enough that a misspelling of it is taken for it.
_WELL_KNOWN = 90_000
_SHORTEST_TYPO = 5
_SAME = {"saint": "st", "&": "and"}


class Area(StrEnum):
    """The twelve ITL1 regions of the United Kingdom."""

    NORTH_EAST = "North East"
    NORTH_WEST = "North West"
    YORKSHIRE = "Yorkshire and The Humber"
    EAST_MIDLANDS = "East Midlands"
    WEST_MIDLANDS = "West Midlands"
    EAST = "East of England"
    LONDON = "London"
    SOUTH_EAST = "South East"
    SOUTH_WEST = "South West"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


UK = frozenset(Area)
#: What people mean by the rest of the UK, as long as no labels say more.
REST = UK - {Area.LONDON, Area.SOUTH_EAST}
#: What stands in the data's ``areas`` column beside the regions' own names.
_GROUPS = {
    "United Kingdom": UK,
    "England": UK - {Area.WALES, Area.SCOTLAND, Area.NORTHERN_IRELAND},
    "Rest": REST,
    "Unknown": frozenset[Area](),
    "Abroad": frozenset[Area](),
}


class Evidence(StrEnum):
    """What it takes for a name to count as a place."""

    CLEAR = "clear"  # nothing more: "norwich"
    TOWN = "town"  # a preposition before it, or the like: "in preston"
    WORD = "word"  # a capital as well: "in Reading"
    CODE = "code"  # capitals: "the US"
    ADJECTIVE = "adjective"  # an employer, pay or the like after it: "northern salaries"
    NATION = "nation"  # no tongue and nobody's origin: "a Welsh trust", not "I speak Welsh"
    BEARING = "bearing"  # "the North", not the north of something
    CITY = "city"  # "the City"


class Kind(StrEnum):
    """What sort of place a name is of."""

    NATION = "nation"
    REGION = "region"
    REST = "rest"
    COUNTY = "county"
    DISTRICT = "district"
    CITY = "city"
    DEMONYM = "demonym"
    ABROAD = "abroad"


_WHOLE = frozenset({Kind.NATION, Kind.REGION, Kind.REST})


class Name(NamedTuple):
    """A name and what it stands for.

    ``areas`` is empty for a place abroad and for a name that several places share.
    """

    name: str
    areas: frozenset[Area]
    kind: Kind
    evidence: Evidence

    @property
    def uk(self) -> bool:
        """Whether it is a place in the United Kingdom."""
        return self.kind is not Kind.ABROAD

    @property
    def whole(self) -> bool:
        """Whether it names whole regions ("Wales", "the Midlands"), not a place within them."""
        return self.kind in _WHOLE


def fold(word: str) -> str:
    """A word as names are compared: no case, accents, apostrophes or stops; "saint" is "st"."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word).replace("’", "'")
        word = "".join(sign for sign in word if not unicodedata.combining(sign))
    word = word.lower().replace("'", "").replace(".", "")
    return _SAME.get(word, word)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name by its folded words.

    ``longest`` is the most words of a name that starts with a word; ``well_known`` are the names
    that are recognised when misspelt, by first letter; ``not_typos`` are English words near them.
    """

    names: dict[tuple[str, ...], Name]
    longest: dict[str, int]
    well_known: dict[str, tuple[tuple[str, Name], ...]]
    not_typos: frozenset[str]

    def misspelt(self, word: str) -> tuple[Name, int] | None:
        """The great city or region that a folded word is a slip or two from, and how many slips."""
        if len(word) < _SHORTEST_TYPO or word in self.not_typos:
            return None
        near = [
            (OSA.distance(word, known, score_cutoff=2), known, name)
            for known, name in self.well_known.get(word[0], ())
        ]
        slips, _, name = min(
            (found for found in near if 0 < found[0] <= slips_allowed(found[1])),
            default=(0, "", None),
        )
        return (name, slips) if name else None


def slips_allowed(known: str) -> int:
    """How many letters may be wrong, missing, extra or swapped."""
    if len(known) < _SHORTEST_TYPO + 1:
        return 0
    return 1 if len(known) < 9 else 2


def _areas(text: str) -> frozenset[Area]:
    found: set[Area] = set()
    for name in text.split("|"):
        found |= _GROUPS[name] if name in _GROUPS else {Area(name)}
    return frozenset(found)


def _rows(file: str) -> Iterator[list[str]]:
    """The rows of a data file below its header."""
    rows = csv.reader((DATA / file).read_text("utf-8").splitlines())
    next(rows)
    return rows


def _by_hand() -> Iterator[tuple[str, Name, bool]]:
    """As written, the name it is and whether a misspelling is taken for it, by regions.csv."""
    for sort, grade, regions, names in _rows("regions.csv"):
        kind, evidence = Kind(sort), Evidence(grade)
        known = kind in (*_WHOLE, Kind.COUNTY, Kind.CITY) and evidence is Evidence.CLEAR
        areas = _areas(regions)
        for name in names.split("|"):
            written, _, proper = name.partition("=")
            yield written, Name(proper or written, areas, kind, evidence), known and not proper


#: A town that is called by its first word alone: "Stoke" for Stoke-on-Trent.
_ON_WATER = re.compile(r"(\w{4,})[- ](?:on|upon|under|in|le|by)[- ](?:the[- ])?\w+$", re.I)


def _from_lists() -> Iterator[tuple[str, Name, bool]]:
    """As written, the name it is and whether a misspelling is taken for it, by the lists."""
    grades = {grade.value: grade for grade in Evidence}
    areas = lru_cache(maxsize=None)(_areas)
    for name, regions, population, grade in _rows("uk_places.csv"):
        evidence = grades[grade]
        known = int(population) >= _WELL_KNOWN and evidence is not Evidence.WORD
        yield name, Name(name, areas(regions), Kind.CITY, evidence), known
        short = _ON_WATER.match(name)
        if short:
            yield short[1], Name(name, areas(regions), Kind.CITY, Evidence.WORD), False
    nowhere = frozenset[Area]()
    for name, grade in _rows("world_places.csv"):
        yield name, Name(name, nowhere, Kind.ABROAD, grades[grade]), False


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The names, read at the first call. What was written by hand wins over the lists."""
    names: dict[tuple[str, ...], Name] = {}
    longest: dict[str, int] = {}
    known: dict[str, dict[str, Name]] = {}
    for source in (_by_hand(), _from_lists()):
        for written, name, is_known in source:
            words = tuple(fold(word) for word in TOKEN.findall(written))
            if words in names:
                continue
            names[words] = name
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
            if is_known and len(words) == 1 and slips_allowed(words[0]):
                known.setdefault(words[0][0], {})[words[0]] = name
    return Gazetteer(
        names,
        longest,
        {letter: tuple(found.items()) for letter, found in known.items()},
        frozenset((DATA / "not_typos.txt").read_text("utf-8").split()),
    )
