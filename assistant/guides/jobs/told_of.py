"""The job of which a title tells that is no name: "Nine years on ice: what a porter does"."""

import re
from itertools import chain

from assistant.guides.jobs.occupations import occupations
from assistant.guides.ranks import is_job, names_title

#: "The" may stand before any noun, so it counts only where no "a" leads to a job.
_A, _THE = re.compile(r"\ban?\s+", re.IGNORECASE), re.compile(r"\bthe\s+", re.IGNORECASE)
#: Who reads it, which is told of several: "A to Z for would-be veterinary nurses".
_FOR = re.compile(
    r"\bfor\s+(?:(?:all|any|our|the)\s+)?(?:would[- ]be|aspiring|budding|future|intending|new"
    r"|prospective|trainee)\s+(?P<job>[^:?!.|,–—]+)s(?=\W|$)",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[:?!.|,]|\s[–—-]\s")
_WORD = re.compile(r"[^\W_][\w'’&/-]*")
_OWNS = re.compile(r"['’]s$")
_INITIALS = re.compile(r"[A-Z]{2,6}(?=s?\b)")
#: A job's name has no more words than this.
LONGEST_NAME = 6
#: What goes on after a job's name and is no part of it.
ENDS = frozenset(
    """
    a actually am an are as at be been being by can could did do does earns explains for from gets
    has have how i in into is it just likes looks made makes may might must my needs never on or
    our really says should tells that the their thinks to told wants was we were what when where
    which who why will wishes with works would you your
    """.split()
)
#: Words before a name that say nothing of the job.
SORTS = frozenset(
    """
    average busy day everyday former full-time good great jobbing modern new part-time real typical
    working
    """.split()
)


def told_of(title: str, text: str) -> str:
    """The job that a title names after "a" or "the", if no job stands before; "" if none does.

    Initials are written out where the text does so: "What an ODP really does".

    Args:
        title: the title, or a line that stands as one.
        text: the page's text, which must have the job's noun elsewhere too.
    """
    for article in chain.from_iterable(one.finditer(title) for one in (_A, _THE)):
        before = _PIECES.split(title[: article.start()])[-1]
        if any(map(names_title, _WORD.findall(before))):
            continue
        rest = title[article.end() :]
        name = _written_out(rest, text) or _name_at(rest)
        known = article.re is _A or " " in name or name.casefold() in occupations()
        if name and known and times_of_noun(name.split()[-1], text) > 1:
            return name
    named = any(map(is_job, filter(str.strip, _PIECES.split(title))))
    readers = None if named else _FOR.search(title)
    job = readers["job"].strip() if readers else ""
    words = job.split()
    read = len(words) <= LONGEST_NAME and _is_doer(words) if words else False
    return job if read and times_of_noun(words[-1], text) > 1 else ""


def _name_at(rest: str) -> str:
    """The longest run of words from here on that ends as the name of a job does."""
    words: list[str] = []
    names: list[str] = []
    for word in _PIECES.split(rest)[0].split()[: LONGEST_NAME + 1]:
        if not _WORD.fullmatch(word) or word.casefold() in ENDS:
            break
        if words or word.casefold() not in SORTS:
            words.append(word)
            name = [*words[:-1], _OWNS.sub("", word)]
            names.append(" ".join(name) if _is_doer(name) else "")
    return next(filter(None, reversed(names)), "")


def _is_doer(words: list[str]) -> bool:
    """Whether words end as one person's job does."""
    last = words[-1].casefold()
    return not last.endswith("s") and (names_title(last) or (len(words) > 1 and is_job(last)))


def _written_out(rest: str, text: str) -> str:
    """The job for which initials stand, as the text writes it out."""
    initials = _INITIALS.match(rest)
    if initials is None:
        return ""
    words = r"[\s-]+(?:(?:and|of|the|in|for)\s+)?".join(
        rf"{letter}[a-z]+" for letter in initials.group()
    )
    found = re.search(rf"\b{words}\b", text, re.IGNORECASE)
    name = " ".join(found.group().split()) if found else ""
    return name if name and names_title(name.split()[-1]) else ""


def times_of_noun(noun: str, text: str) -> int:
    """How often a text has the noun of a job, in whatever number."""
    return len(re.findall(rf"\b{re.escape(noun.removesuffix('s'))}", text, re.IGNORECASE))
