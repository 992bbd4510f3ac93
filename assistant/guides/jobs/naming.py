"""Which part of a page's title, or what else, names the job: what the text itself speaks of."""

import re
from pathlib import Path

from assistant.guides.jobs.occupations import occupations
from assistant.guides.jobs.role import LITTLE, role_of_title
from assistant.guides.jobs.spoken_of import job_spoken_of
from assistant.guides.jobs.title_tails import without_tails
from assistant.guides.jobs.told_of import LONGEST_NAME, times_of_noun, told_of
from assistant.guides.jobs.trades import of_family, of_trade
from assistant.guides.ranks import core_of, is_job, names_title
from assistant.words import NUMBER

#: Between the job and the site, the sort of page or what it promises; no specialism is cut off.
_SITES = re.compile(r"\s*[|»·•]\s*")
_JOINTS = re.compile(r"\s+[-–—]\s+|:\s+")
_EITHER = re.compile(r"\s+/\s+")
#: What a part of a title has that says what page it is: "Careers hub", "Candidate pack".
_OF_PAGE = re.compile(
    r"^(?:what|how|why|where|who|your|everything|all|an?|the|work(?:ing)?|join(?:ing)?)\b"
    r"|^life\s+(?:as|at|in|on|with)\b|^(?:home|final|draft)(?:\s+(?:page|draft|copy|\d+))?$"
    r"|^info\b|\bfor\s+(?:(?:the|our|all)\s+)?(?:students|pupils|parents|schools?|leavers)$"
    r"|\b(?:information|pack|guides?|profile|overview|briefing|leaflet|applicants?|candidates?"
    r"|careers?|jobs?|salar(?:y|ies)|hub|roles?|band \d\w?|grade \w|vacanc(?:y|ies)|description"
    r"|specification|homepage|version|v\d+|updated|edition|series|standard)\b"
    rf"|^{NUMBER}\s+(?:[a-z'’-]+\s+){{0,2}}[a-z]+s\b",
    re.IGNORECASE,
)
#: What no specialism is called, in small letters as sentences have it: "is it for you?".
_SAID = re.compile(
    r"\b(?:i|me|my|it|we|us|you|is|are|does|do|really|from|notes|stor(?:y|ies)|diary|truth)\b|\?$"
)
#: Whose jobs they are: "tram drivers on the Northvale Metro".
_WHOSE = re.compile(r"\s+(?:on|for|with)\s+(?:the|our)\s+[A-Z].*$")
_THE_PLACE = re.compile(r"^\s+at\s+(?:the\s+)?", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
#: Who has somebody work there: "at Northvale General Hospital".
_OWNER = re.compile(
    r"\b(?:trusts?|hospitals?|infirmary|nhs|universit(?:y|ies)|college|school|academy|council|ltd"
    r"|limited|plc|llp|inc|group|company|foundation|institute|clinic|hospice|surgery|centre|hotel"
    r"|board|charity|agency|partnership|society|association|st|saint|department|ministry)\b",
    re.IGNORECASE,
)
_ENDS_OWNER = re.compile(rf"(?:{_OWNER.pattern})\s*$", re.IGNORECASE)
_MOST_WORDS_OF_PLACE = 3
_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: A job with its specialism has no more words, signs between them counted.
_LONGEST_WITH_SORT = 10
#: Marks of emphasis that began in another part: "**Work: planner**".
_STRAY = re.compile(r"(?<=\w)[*_`]+$")
_MOST_WORDS = 12
_MOST_WORDS_BELOW = 8
_TAG = re.compile(r"<[^<>]*>")
#: A longer line is no title, and is not searched for the parts of one.
_LONGEST_TITLE = 200
#: So often the text speaks of a job for which a file is named and the title is not.
_LEAST_SPOKEN_OF = 2


def role_of_page(title: str, text: str) -> str:
    """The job that a page's title is about, by the words of its parts and of the text.

    "Careers hub | Prosthetist | Job profile" gives "Prosthetist".

    Args:
        title: the title, with all that stands beside the job's name.
        text: the page's text.
    """
    title = " ".join(title.split())
    if len(title) > _LONGEST_TITLE:
        return title
    parts = [part for part in _SITES.split(title) if part.strip()] or [title]
    roles = [_role_of_part(without_tails(_job_of(part), text), text) for part in parts]
    named = [_THE.sub("", role) for role in roles if is_job(role)]
    spoken = [role for role in named if times_named(text, role) > 1]
    told = [role for role in roles if not is_of_owner(role) and times_spoken_of(text, role) > 1]
    unpaged = [role for role, part in zip(roles, parts, strict=True) if not _of_page(part)]
    role = [*spoken, *named, *told, *unpaged, *roles][0]
    if (name := told_of(title, text)) and _tells_more(name, role, text):
        return name
    either = _EITHER.split(role)
    if len(either) > 1 and all(map(is_job, either)):
        return max(either, key=lambda one: (times_spoken_of(text, one), times_named(text, one)))
    return role


def _tells_more(name: str, role: str, text: str) -> bool:
    """Whether the text speaks more of a job than of what a title would give, or that has it."""
    if not is_job(role) or name.casefold() in role.casefold():
        return True
    return times_spoken_of(text, name) > times_spoken_of(text, role)


def either_of(title: str, role: str) -> tuple[str, ...]:
    """The other names in a title that gives two: "Bed Planner / Ward Planner"."""
    title = " ".join(title.split())
    if len(title) > _LONGEST_TITLE:
        return ()
    cut, whole = (
        _EITHER.split(role_of_title(_job_of(title), whole=whole)) for whole in (False, True)
    )
    names = cut if role in cut else whole
    return tuple(name for name in names if name != role and is_job(name)) if role in names else ()


def _role_of_part(part: str, text: str) -> str:
    """The job in a part of a title, with where it is done if that is part of its name.

    "Nurse at Sea" is a name, and "Nurse at Northvale" none where the text tells of "Northvale".
    """
    role, whole = role_of_title(part), role_of_title(part, whole=True)
    place = whole.removeprefix(role)
    words = _THE_PLACE.sub("", place).split()
    if not words or _OWNER.search(place):
        return role
    if len(re.findall(rf"\b{re.escape(whole)}\b", text, re.IGNORECASE)) > 1:
        return whole
    body = text.replace(whole, "")
    names = [word for word in words if word[0].isupper()]
    proper = any(re.search(rf"\b{re.escape(name)}\b", body) for name in names)
    return role if proper or len(words) > _MOST_WORDS_OF_PLACE else whole


def role_by_file(role: str, text: str, source: str) -> str:
    """The role itself, or what the text calls the job if it speaks more of that.

    Args:
        role: what a title gave.
        text: the page's text.
        source: the name of its file, which may name the job.
    """
    role = " ".join(role.split())
    if is_job(role) or len(role) > _LONGEST_TITLE:
        several = core_of(role)[-1:] in "sS"
        return _of_one(_WHOSE.sub("", role) if several else role, text)
    if job := _job_between_commas(role, text):
        return _of_one(job, text)
    if job := of_trade(role, text):
        return job
    times = times_spoken_of(text, _BRACKETS.sub("", role))
    words = re.findall(r"[^\W\d_]+", Path(source).stem)
    for size in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            if not names_title(name) or LITTLE & {words[start], words[start + size - 1]}:
                continue
            said = list(re.finditer(rf"\b{name.replace(' ', '[ -]')}", text, re.IGNORECASE))
            least = 1 if size > 1 and times_named(text, name) > 1 else max(times, _LEAST_SPOKEN_OF)
            if len(said) >= least:
                written = said[0].group()
                longer = job_spoken_of(text) if size == 1 else ""
                ends = longer.casefold().endswith(f" {written.casefold().removesuffix('s')}")
                return longer if ends else _of_one(written[0].upper() + written[1:], text)
    return role if times > 1 else of_family(role, text) or role


def role_of_file(name: str, text: str) -> str:
    """The job of a page without a title, from the name of its file: "export bed planner".

    Args:
        name: the words of the file's name.
        text: the page's text, which may speak of a job that the name ends with.
    """
    role, spoken = role_of_title(name), job_spoken_of(text)
    same = spoken.casefold().split()[-1:] == role.casefold().split()[-1:]
    return spoken if " " in spoken and same else role


def _is_said(nouns: list[str], text: str) -> bool:
    """Whether a noun is a job's and no town's or person's: in small letters, or known and said."""
    return any(
        names_title(noun)
        and (noun.islower() or (noun.casefold() in occupations() and times_named(text, noun) > 1))
        for noun in nouns
    )


def _job_between_commas(role: str, text: str) -> str:
    """The one job of a title that tells who has it where: "Ann, bed planner, Northvale"."""
    jobs = [part for part in role.split(", ") if _is_said(part.split()[-1:], text)]
    return jobs[0] if len(jobs) == 1 and ", " in role else ""


def _of_one(role: str, text: str) -> str:
    """A role of several as the text has it of one: of "Piano tuners", "Piano tuner"."""
    one = role[:-1]
    several = role[-1:] in "sS" and core_of(role) == role and names_title(one)
    noun = one.split()[-1:]
    said = several and re.search(rf"\b{re.escape(noun[0])}\b", text, re.IGNORECASE)
    return one if said else role


def times_spoken_of(text: str, title: str) -> int:
    """How often the text speaks of the job that a title would name."""
    if len(title) > _LONGEST_TITLE:
        return 0
    role = role_of_title(title)
    if len(role.split()) > _MOST_WORDS:
        return 0
    return len(re.findall(rf"\b{re.escape(role)}", text, re.IGNORECASE))


def times_named(text: str, role: str) -> int:
    """How often the text has the role's noun, "porter" of "Hospital porter"."""
    nouns = re.findall(r"[^\W_]+", core_of(role))[-1:]
    return sum(times_of_noun(noun, text) for noun in nouns)


def names_none(role: str, text: str) -> bool:
    """Whether what a title gives is no job, and the text has it in no line but such titles.

    No job has so long a name, and none has an account's: "Ten things people think of planners".
    """
    words = role.casefold().split()
    named = is_job(role) or not occupations().isdisjoint(words[-1:])
    if named and len(core_of(role).split()) <= LONGEST_NAME and "@" not in role:
        return False
    plain = (_TAG.sub(" ", line).strip("#*= \t") for line in text.casefold().splitlines())
    titles = sum(" ".join(line.split()) == role.casefold() for line in plain)
    return times_spoken_of(text, role) <= max(titles, 1)


def is_doubtful(role: str, text: str) -> bool:
    """Whether a role is no job by its words, and the text has its noun but in the title.

    So is one that ends as the name of an employer does, of which a text may well speak.
    """
    return not is_job(role) and (
        times_named(text, role) < 2 or _ENDS_OWNER.search(role) is not None
    )


def names_job(text: str, title: str) -> bool:
    """Whether a title ends as the name of a job does, and the text speaks of it elsewhere too."""
    if len(" ".join(title.split())) > _LONGEST_TITLE:
        return False
    role = role_of_page(title, text)
    return is_job(role) and times_named(text, role) > 1


def names_job_below(text: str, title: str, owner: str) -> bool:
    """Whether a title names the job below a line that may tell whose page it is.

    Below such a line the text need not speak of the job: it may say "you" all along.
    """
    if names_job(text, title):
        return True
    short = len(title.split()) <= _MOST_WORDS_BELOW and ": " not in title
    return short and is_of_owner(owner) and is_job(role_of_page(title, text))


def _job_of(part: str) -> str:
    """A part of a title without what says only what the page is: "Nurse – What to Expect"."""
    pieces = _JOINTS.split(part)
    kept = [piece for piece in pieces if not _of_page(piece)]
    if len(kept) in (0, len(pieces)):
        jobs = [_STRAY.sub("", piece) for piece in pieces if is_job(role_of_title(piece))]
        long = len(part.split()) > _LONGEST_WITH_SORT
        alone = len(jobs) == 1 and (long or not is_job(part))
        return jobs[0][0].upper() + jobs[0][1:] if alone else part
    if not any(map(is_job, kept)):  # "Museum curator careers – Heritage Futures"
        kept = [piece for piece in pieces if is_job(role_of_title(piece))][:1] or kept
    start = part.index(kept[0])
    return part[start : part.rindex(kept[-1]) + len(kept[-1])]


def _of_page(part: str) -> bool:
    """Whether a part of a title tells of the page and names no job: "Careers hub"."""
    said = _OF_PAGE.search(part.strip()) or _SAID.search(part)
    return said is not None and not is_job(part)


def is_of_owner(part: str) -> bool:
    """Whether a part of a title tells of the page or of whose it is: "Careers", "NHS"."""
    return _of_page(part) or _OWNER.search(part) is not None
