"""The field of work that somebody comes from, and that a guide takes people from.

"Eight years in a bank" and "some come from finance" are one, and share no word.
"""

from functools import lru_cache
from importlib.resources import files

from assistant.matters.expressions import Expression, Finder

#: All fields but the guide's own, however it calls them, and those that are none of these.
ANY_OTHER = "any other field"
OF_HEALTH = frozenset({"clinical work", "laboratories", "pharmacy", "care"})


@lru_cache(maxsize=4096)
def fields_in(text: str) -> frozenset[str]:
    """The names of the fields of work that a text speaks of."""
    return _finder().names_in(text)


@lru_cache(maxsize=1)
def _finder() -> Finder:
    named: dict[str, list[Expression]] = {}
    place = files("assistant.understanding") / "data" / "fields.txt"
    for line in place.read_text("utf-8").splitlines():
        if line.startswith("["):
            own = named.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            own += [Expression.of(one) for one in line.split(";")]
    return Finder(named)
