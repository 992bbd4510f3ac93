"""What a role's name has in brackets: another name, its initials, a form's number, a part of it."""

import re

from assistant.guides.jobs.role import LITTLE
from assistant.guides.ranks import is_job, is_other_job

#: One pair at the end, or within the name: "Platform (site reliability) engineer".
_LAST = re.compile(r"(?P<name>[^()]*[^\s()])\s+\((?P<inside>[^()]+)\)")
_WITHIN = re.compile(r"(?P<name>[^()]*[^\s()])\s+\((?P<inside>[^()]+)\)\s+(?P<rest>[^()]+)")
#: "JF-EF-07", "PFS/14".
_NUMBER = re.compile(r"(?=.*\d)[A-Z\d]+(?:[-/. ][A-Z\d]+)+|[A-Z]{2,}\d+")
#: Where the job is done, in a page of an encyclopaedia: "Podiatrist (United Kingdom)".
_ONE = (
    r"(?:the\s+)?(?:u\.?k\.?|united\s+kingdom|(?:great\s+)?britain|england|scotland|wales"
    r"|northern\s+ireland)"
)
_COUNTRY = re.compile(rf"{_ONE}(?:(?:,|\s+and|\s+&)\s+{_ONE})*", re.IGNORECASE)
#: What the page is, and no part of the job: "Stonemason (notes from the yard)".
_SAID = re.compile(
    r"^(?:notes|my|our|your)\b|\b(?:from|by)\s+(?:the|an?|my|our|your)\b", re.IGNORECASE
)


def without_brackets(role: str, text: str) -> tuple[str, tuple[str, ...]]:
    """A role without brackets that are no part of its name, and the name that they make within it.

    What stays is a specialism, "Bed Planner (Children)", and a name of which the text speaks more.
    A second name at the end is left to who reads titles: the guide's title keeps it.

    Args:
        role: the job's name, as a title gives it.
        text: the page's text.
    """
    within = _WITHIN.fullmatch(role)
    if within is not None:
        name = f"{within['name']} {within['rest']}"
        return (name, (f"{within['inside']} {within['rest']}",)) if is_job(name) else (role, ())
    last = _LAST.fullmatch(role)
    if last is None:
        return role, ()
    name, inside = last["name"], last["inside"].strip()
    if _SAID.search(inside) or _COUNTRY.fullmatch(inside) or _NUMBER.fullmatch(inside):
        return name, ()
    if _initials_of(name) == inside.casefold().removesuffix("s"):
        return name, ()
    body = text.replace(role, "")
    own, other = (body.casefold().count(words.casefold()) for words in (name, inside))
    if is_job(name) and is_other_job(inside) and own >= max(other, 1):
        return name, ()
    return role, ()


def _initials_of(name: str) -> str:
    words = [word for word in re.findall(r"[^\W_]+", name) if word.casefold() not in LITTLE]
    return "".join(word[0] for word in words).casefold()
