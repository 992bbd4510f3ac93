"""What an advertisement's title has beside the job: a call, a number, hours, pay, grade, employer.

"We're hiring! Cook, full-time, £12.60 an hour" is about a cook.
"""

import re

from assistant.guides.ranks import is_job
from assistant.guides.regions import is_place

_CALL = re.compile(
    r"^(?:(?:we(?:[’']re| are)|now)\s+(?:hiring|recruiting)|wanted|vacancy|apprenticeship)"
    r"\s*[!:–-]+\s*(?:an?\s+)?",
    re.IGNORECASE,
)
#: "Chapter 7", "12.", "4.3"; no number of the job's own: "24-hour carer", "Part 1 architect".
_NUMBER = re.compile(
    r"^(?:(?:chapter|unit|slide|page)\s+\d{1,3}\s*[.:)–-]?|part\s+\d{1,3}\s*[.:)–-]"
    r"|\d{1,3}[.:)]|\d{1,2}(?:\.\d{1,2}){0,3})"
    r"\s+(?=[^\W\d])(?!(?:hours?|hr)\b)",
    re.IGNORECASE,
)
#: How somebody is taken on, which is no part of the job.
_ARRANGED = re.compile(
    r"^(?:seasonal|casual|relief|part[- ]time|full[- ]time)\s+(?=\S+\s\S)", re.IGNORECASE
)
_LABEL = re.compile(r"(?:[^:]+:|\d{1,3}(?:\.\d{1,2}){0,3}[.:)]?)\s+")
_TERMS = re.compile(
    r"\s?[,(|–-]{1,3}\s?(?:(?:full|part)[ -]time\b|(?:permanent|fixed[ -]term|temporary)"
    r"(?:\s(?:contract|post|role))?(?=\s*(?:[,)|–-]|$))).*"
    r"|\s?[,(|:–-]{0,3}\s?[£€$]\s?\d.*"
    r"|\s?\(\s?[mfwdx](?:\s?/\s?[mfwdx]){1,3}\s*\).*"
    r"|\s?[,(|–-]{1,3}\s?\d{1,3}\s?(?:[–-]\s?\d{1,3}\s?)?%.*",
    re.IGNORECASE,
)
_APPRENTICESHIP = re.compile(
    r"(?:\s+(?:degree|advanced|higher|level \d))?\s+apprenticeships?(?:\s*[(,–-].*)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(r",\s+|\s+[-–—]\s+")
_SMALL = r"(?:of|and|the|for|&|in)"
#: Who has somebody work there, at the end of its name: "Oakfield Surgery", "Northshire Council".
_EMPLOYER = re.compile(
    rf"[A-Z][\w.’'&-]*(?:\s+(?:{_SMALL}|[A-Z][\w.’'&-]*))*\s+(?:Trust|Hospitals?|Infirmary|NHS"
    r"|University|College|School|Academy|Council|Ltd|Limited|Plc|PLC|LLP|Inc|Company|Foundation"
    r"|Institute|Clinic|Hospice|Surgery|Hotel|Agency|Association|& Co)\.?"
    r"|(?:Department|Ministry|University|College|Borough|City|Royal)\s+of\s+[A-Z].*"
)
#: A body of people by its first words, which a text may well write in small letters too.
_BODY = re.compile(
    r"(?:The\s+)?(?:[A-Z]\w+\s+){0,2}(?:Society|Institut(?:e|ion)|Association|Federation|Council"
    r"|Academy|Faculty|Guild|Union|Foundation|Board|Network)\s+(?:for|of)\s+.*"
)
#: Where these begin it, it is a sort of place: "Consultant – General Surgery".
_SORT = re.compile(
    r"(?:acute|boarding|children[’']s|community|contact|day|dental|eye|fertility|fracture|further"
    r"|general|higher|independent|infant|junior|maternity|memory|mental|nursery|outpatients?|pain"
    r"|primary|private|public|secondary|sexual|sleep|special|teaching|veterinary|women[’']s)\b",
    re.IGNORECASE,
)
_NATION = re.compile(r"\b(?:england|ireland|scotland|wales|uk|gb)\b", re.IGNORECASE)


def without_tails(title: str, text: str) -> str:
    """A title without what stands before and behind the job, as long as a job is left.

    Args:
        title: the title, or a part of it.
        text: the page's text, which tells names of employers.
    """
    title = _NUMBER.sub("", _CALL.sub("", title)) or title
    title = _TERMS.sub("", title) or title
    arranged = _ARRANGED.match(title)
    if arranged and _says_alone(title[arranged.end() :], arranged.group(), text):
        title = _if_job(title[arranged.end() :], title)
    title = _if_job(_APPRENTICESHIP.sub("", title), title)
    return _if_job(_without_employer(title, text), title)


def trained_for(title: str) -> str:
    """Who learns the job of a title such as "Florist apprenticeship (Level 2)"; "" if none."""
    title = " ".join(title.split())
    job = _APPRENTICESHIP.sub("", title)
    learns = job != title and is_job(job) and "apprentice" not in job.casefold()
    name = job.split(" (")[0]
    return f"Apprentice {name[0].lower()}{name[1:]}" if learns else ""


def shown(title: str, role: str) -> str:
    """A title without a label or number before the job: "Optometrist" of "Post: Optometrist"."""
    at = max(0, len(title) - len(role))
    same = title[at:].casefold() == role.casefold() and is_job(role)
    return title[at:] if same and _LABEL.fullmatch(title[:at]) else title


def _says_alone(job: str, before: str, text: str) -> bool:
    """Whether a text has a job without the word before it: "Bee Inspector" of a seasonal one."""
    said = rf"(?<!{re.escape(before)})\b{re.escape(job)}"
    return re.search(said, text, re.IGNORECASE) is not None


def _if_job(left: str, title: str) -> str:
    return left if is_job(left) else title


def _without_employer(title: str, text: str) -> str:
    """The title up to its employer or town; a nation stays, as each may have a guide of its own."""
    joints = list(_JOINT.finditer(title))
    ends = [*(joint.start() for joint in joints[1:]), len(title)]
    for joint, end in zip(joints, ends, strict=False):
        part = title[joint.end() : end]
        if _is_employer(part, text) or _is_town(part, text):
            return title[: joint.start()]
    return title


def _is_employer(part: str, text: str) -> bool:
    """Whether a part is the name of an employer, whose first word is never a word of the text.

    The text may have any word of a body of people: "Society for Nursing".
    """
    if _BODY.fullmatch(part):
        return True
    if _EMPLOYER.fullmatch(part) is None or _SORT.match(part):
        return False
    return _is_name(part.split()[0], text)


def _is_town(part: str, text: str) -> bool:
    """Whether a part is a place, and no subject that has a town's name: "Teacher – Reading"."""
    if not is_place(part) or _NATION.search(part):
        return False
    return " " in part or _is_name(part, text)


def _is_name(word: str, text: str) -> bool:
    """Whether a text never writes a word in small letters."""
    return re.search(rf"\b{re.escape(word.lower())}\b", text) is None
