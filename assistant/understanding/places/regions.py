"""Places -> the region labels that a guide itself uses for pay: "Norwich" -> "Rest of UK"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.places.gazetteer import REST, UK, Area
from assistant.understanding.places.places import Place, places_of_label

_REST = re.compile(
    r"""
    \b(?:
        (?:the\s+)?rest(?:\s+of)? | elsewhere(?:\s+in)? | everywhere\s+else(?:\s+in)? | remaining
        | (?:all\s+)?others?(?:\s+(?:uk|regions?|areas?|locations?|parts\s+of|places))?
        | (?:the\s+)?regions | regional | provinces | provincial | ex[\s-]london
    )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WHOLE_COUNTRY = re.compile(
    r"\b(?:national(?:ly)?|nationwide|country-?wide|(?:all|any)\s+(?:regions?|areas?|locations?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Label:
    """A region label, read.

    ``areas`` are the regions that it covers as a whole, ``towns`` the names within regions that it
    lists and ``town_areas`` where those lie. ``rest`` says that it means what the labels beside it
    leave over, of ``areas``; ``complement`` that it says so itself ("Outside London").
    """

    text: str
    areas: frozenset[Area]
    towns: frozenset[str]
    town_areas: frozenset[Area]
    rest: bool
    complement: bool


@lru_cache(maxsize=256)
def _read(label: str) -> _Label:
    rest = bool(_REST.search(label))
    places = places_of_label(_REST.sub(" ", label))
    whole = _union(place.areas for place in places if place.whole and not place.negated)
    ruled_out = _union(place.areas for place in places if place.negated)
    towns = [place for place in places if place.uk and not place.whole and not place.negated]
    if (rest or ruled_out or _WHOLE_COUNTRY.search(label)) and not whole and not towns:
        whole = UK
    return _Label(
        label,
        whole - ruled_out,
        frozenset(place.name.casefold() for place in towns),
        _union(place.areas for place in towns),
        rest and not ruled_out,
        bool(ruled_out),
    )


def _union(sets: Iterable[frozenset[Area]]) -> frozenset[Area]:
    return frozenset[Area]().union(*sets)


def choose_region(places: Sequence[Place], labels: Sequence[str]) -> str | None:
    """The label that holds the places, else the label that means the rest.

    None when no label fits, when the places fall under different labels, or when one spans several.
    """
    at_home = [place for place in places if place.uk or named_in(place, labels)]
    wanted = _narrowest([place for place in at_home if not place.negated])
    ruled_out = [place for place in at_home if place.negated]
    if wanted:
        meant = _union(place.areas for place in wanted)
        ruled_out = [place for place in ruled_out if place.areas & meant]
    read = [_read(label) for label in dict.fromkeys(labels)]
    own = {label.text: _own(label, read) for label in read}
    chosen = {_holder(place, read, own) for place in wanted} | {
        _other(place, read, own) for place in ruled_out
    }
    return chosen.pop() if len(chosen) == 1 else None


def lies_in_none(place: Place, labels: Iterable[str]) -> bool:
    """Whether a place in the UK lies in none of some regions, as far as all can be read."""
    read = [_read(label) for label in dict.fromkeys(labels)]
    covered = [label.areas | label.town_areas for label in read]
    known = all(covered) and not any(label.rest or label.complement for label in read)
    asked = place.uk and bool(place.areas) and not place.negated
    return asked and known and not place.areas & _union(covered)


def within(place: Place, labels: Iterable[str]) -> tuple[str, ...]:
    """The labels whose regions make up a place: "Inner London" and "Elsewhere in England".

    Empty where some of the place lies under another label, or may do: "Rest of UK".
    """
    if place.negated or not place.uk:
        return ()
    read = [_read(label) for label in dict.fromkeys(labels)]
    known = all(label.areas | label.town_areas for label in read)
    inside = [label for label in read if label.areas | label.town_areas <= place.areas]
    apart = all(label in inside or not label.areas & place.areas for label in read)
    plain = not any(label.rest for label in read if label not in inside)
    whole = place.areas <= _union(label.areas for label in inside)
    return tuple(label.text for label in inside) if known and apart and plain and whole else ()


def named_in(place: Place, labels: Iterable[str]) -> bool:
    """Whether a label names a place, as a column may one abroad: "Dublin"."""
    return any(re.search(rf"\b{re.escape(place.name)}\b", label, re.I) for label in labels)


def _narrowest(places: Sequence[Place]) -> list[Place]:
    """The places without those that only say where another lies: "Leeds, UK"."""
    return [
        place
        for place in places
        if not any(other.areas and other.areas < place.areas for other in places)
    ]


def _own(label: _Label, labels: Sequence[_Label]) -> frozenset[Area]:
    """The regions that are a label's own: without those that a narrower label beside it covers."""
    others = [other for other in labels if other is not label and not other.rest]
    narrower = [other.areas for other in others if label.rest or other.areas < label.areas]
    return label.areas - _union(narrower)


def _holder(place: Place, labels: Sequence[_Label], own: dict[str, frozenset[Area]]) -> str | None:
    """The one label that a place belongs to."""
    name = place.name.casefold()
    for label in labels:
        if name == label.text.casefold() or name in label.towns:
            return label.text
        if not place.uk and named_in(place, [label.text]):
            return label.text
    holders = [label.text for label in labels if place.areas and place.areas <= own[label.text]]
    if not holders and place.areas == REST:
        holders = [label.text for label in labels if label.rest or label.complement]
    return holders[0] if len(holders) == 1 else None


def _other(place: Place, labels: Sequence[_Label], own: dict[str, frozenset[Area]]) -> str | None:
    """The one label that means everywhere but a place."""
    holders = [
        label
        for label in labels
        if place.areas & own[label.text] or place.name.casefold() in label.towns
    ]
    wide = [
        label for label in labels if label.rest or label.complement or place.areas < label.areas
    ]
    others = [label.text for label in wide if label not in holders]
    return others[0] if len(others) == 1 and (holders or len(labels) == 1) else None
