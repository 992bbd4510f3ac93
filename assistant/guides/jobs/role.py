"""The job that a title is about, and the slug that names its guide."""

import re
import unicodedata
from collections.abc import Iterable

from assistant.guides.ranks import is_other_job

# A job's own name may go on with "in" ("Engineer in Test"): only a sector is cut off.
_SECTOR = re.compile(
    r"(?<!\s)\s+(?:in|for|across|within)\s+(?:the\s+)?(?:(?:digital|public|private|uk|british)\s+)*"
    r"(?:health\w*|life[- ]sciences?|nhs|pharma\w*|biotech\w*|med-?tech|clinical research|medicine"
    r"|hospitals?|social care|sciences?|uk)\b.*$",
    re.IGNORECASE,
)
_PAGE_WORDS = re.compile(
    r"^(?:role|career|job|careers?)\s+(?:guide|profile|title|family|description)s?\s*"
    r"(?:[:–—-]|to|for)?\s*(?:(?:a|an|the|being|becoming)\s+)*"
    r"|^(?:role|job|post|occupation)\s*:\s*"
    r"|(?<!\s)\s*[-–—:|(]\s*(?:a |the |your |uk )*(?:(?:role|career|job|complete|full|salary)\s*)?"
    r"(?:guide|profile|overview|role|careers?|description)\)?.*$"
    r"|(?<!\s)\s*\((?:job|occupation|profession|trade)\).*$"
    r"|(?<!\s)\s+(?:role|career|job|careers)\s+(?:guide|profile|description)(?:\s*[-–—:|(,&].*)?$"
    r"|(?<!\s)\s+\|.*$"
    r"|^meet\s+(?:the|an?|our|your)\s+"
    r"|(?<![\s,(–—-])[\s,(–—-]+(?:alternative (?:job )?titles?|also (?:known|called))\b.*$",
    re.IGNORECASE,
)
#: Where the job is done, or for whom: "at St Ann's Hospital".
_AT = re.compile(r"\s+at\s+(?:the\s+)?(?-i:[A-Z]).*$", re.IGNORECASE)
_OTHER_NAMES = re.compile(
    r"\b(?:(?:alternative|other) (?:job )?(?:titles?|names?)(?: for (?:this|the) (?:job|role))?"
    r"(?: include|:)?|(?:also|sometimes) (?:known as|called):?|a\.?k\.?a\.?:?)"
    r"\s+(?P<names>[^()]+)",
    re.IGNORECASE,
)
#: A line with other names alone: "*(also known as bed manager)*".
_NAMES_LINE = re.compile(rf"[*_(\s]*{_OTHER_NAMES.pattern}[*_)\s.]*", re.IGNORECASE)
#: A line below a title in brackets: "(Tree surgeon)".
_IN_BRACKETS = re.compile(r"[*_\s]*\((?P<name>[A-Za-z][^()]{2,60})\)[*_\s]*")
_MOST_WORDS_OF_NAMES = 20
#: An emoji, a star or whatever else stands before a title's first word and behind its last.
_BEFORE = re.compile(r"^(?:[^\w\s(\"'“‘.#@]+\s+)+")
_BEHIND = re.compile(r"(?:\s+[^\w\s)\"'”’.?!+#]+)+$|\s*(?:…|\.{3})$")
#: What a file's version adds to a title: "FINAL v2".
_VERSION = re.compile(
    r"(?:[\s_,–-]+\(?(?:final|draft|copy|(?:v|ver|version|rev|issue)[.\s]?\d+(?:\.\d+)*)\)?)+$",
    re.IGNORECASE,
)
#: So many capitals may be initials that the text never writes otherwise.
_LONGEST_INITIALS = 3
#: "Nurse salary, skills and career guide": what the guide tells of, with nothing between.
_TOLD = re.compile(
    r"(?<!\bof)(?<!\band)(?<!\bin)(?<!\bfor)\s+"
    r"(?:{0}(?:\s*(?:,|\band\b|&)\s*{0})*\s+guide\b.*"
    r"|{0}(?:\s*(?:,|\band\b|&)\s*{0})+|salar(?:y|ies)|careers|jobs)"
    r"(?:\s+(?:in\s+the\s+)?uk)?(?:\s+\d{{4}})?$".format(
        r"(?:salar(?:y|ies)|pay|skills|duties|training|jobs?|careers?|conditions|terms|entry|hours)"
    ),
    re.IGNORECASE,
)
#: "Become a... Museum Curator".
_DOTS = r"(?:\.{2,3}|…)?"
_BEGINNINGS = (
    r"(?:so,?\s+)?(?:(?:do|are)\s+)?(?:(?:you\S*|i)\s+)?(?:want|wish|like|hope|ready)\s+to\s+"
    r"(?:be|become)",
    r"(?:so,?\s+)?(?:are\s+)?(?:you\S*\s+)?thinking\s+(?:of|about)\s+(?:being|becoming)",
    r"what(?:\s+it[’']s|\s+it\s+is|\s+is\s+it|[’']s\s+it)\s+like\s+(?:to\s+(?:be|work\s+as)|being|working\s+as)",
    r"(?:how\s+(?:to|do\s+(?:i|you)|can\s+(?:i|you))|why|(?:should|could|can)\s+(?:i|you))\s+"
    r"(?:become|be|(?:train|work|start|get\s+(?:a\s+job|work))\s+as)",
    r"(?:(?:a|an|the|your|my)\s+)?(?:typical\s+)?(?:working|work|training|starting|life|careers?"
    r"|jobs?|day(?:\s+in\s+the\s+(?:working\s+)?life)?)\s+(?:as|of)",
    r"(?:train\s+to\s+)?become|becoming|train\s+(?:to\s+be|as)|being|what\s+(?:does|is)"
    r"|how\s+much\s+(?:does|can|might)",
)
#: Titles that ask or promise what a job is like: "So you want to be a Data Analyst?"
_ABOUT = re.compile(
    rf"(?:{'|'.join(_BEGINNINGS)})\s*{_DOTS}\s(?:an?|our\s+next)\s*{_DOTS}\s(?P<role>\S.*?)"
    r"(?:\s+(?:(?:actually|really)\s+)?(?:do|earn)\b[^:|]*)?(?:\s*[?!:|].*|\s+[-–—]\s.*)?",
    re.IGNORECASE,
)
#: Words that no name has in capitals, begins or ends with; and initials that are words too.
LITTLE = frozenset("a an and at for from in of on or the to with".split())
_INITIALS = frozenset(("IT", "US", "WHO"))
#: Words for the parts of a guide, and those that may stand between them in a heading.
_PARTS = frozenset(
    """
    about overview introduction summary background contents responsibilities responsibility duties
    tasks skills competencies competences qualifications requirements salary salaries pay earnings
    benefits pathway pathways progression route routes entry faq faqs questions answers differs
    different differences prospects welcome glance
    """.split()
)
_BETWEEN = frozenset(
    """
    a an and any apart are as asked at common core daily day day-to-day do does for frequently from
    how i in into is it its key main makes more most need of on other our role job work career
    careers path paths the this to typical training experience sets settings what where which who
    why will with working you your we
    """.split()
)


def role_of_title(title: str, *, whole: bool = False) -> str:
    """The job's name within a page title: "Data Analyst in health" gives "Data Analyst".

    Args:
        title: the title.
        whole: whether what follows "at" is left: "Nurse at Sea".
    """
    title = _BEFORE.sub("", title) or title
    title = _VERSION.sub("", _BEHIND.sub("", title)) or title
    about = _ABOUT.fullmatch(title.strip())
    role = about["role"] if about else _PAGE_WORDS.sub("", _TOLD.sub("", title))
    if not (about or whole):
        role = _AT.sub("", role)
    return _SECTOR.sub("", role.strip() or title.strip()).strip(" -–—:,|") or title.strip()


def other_names(title: str) -> tuple[str, ...]:
    """What else a title says that the job is called: "(also known as bed manager)"."""
    if job := _job_in_brackets(title):
        return (job,)
    found = _OTHER_NAMES.search(title)
    names = re.split(r"\s*(?:[,;/|]|\bor\b)\s*", found["names"]) if found else []
    return tuple(name.strip(" .*_\"'“”‘’") for name in names if name.strip(" .*_"))


def gives_names(line: str) -> bool:
    """Whether a line below a title gives other names of the job and says no more."""
    short = len(line.split()) <= _MOST_WORDS_OF_NAMES and ". " not in line
    return short and (_job_in_brackets(line) != "" or _NAMES_LINE.fullmatch(line) is not None)


def _job_in_brackets(line: str) -> str:
    """The job that is all of a line, in brackets; "" if none is."""
    found = _IN_BRACKETS.fullmatch(line)
    return found["name"].strip() if found and is_other_job(found["name"]) else ""


def names_below(lines: Iterable[str]) -> tuple[str, ...]:
    """The other names of a job that lines below its title give."""
    return tuple(name for line in lines if gives_names(line) for name in other_names(line))


def in_small_letters(role: str, text: str) -> str:
    """A role that is all in capitals as a name is written: "NHS Data Analyst".

    Args:
        role: the job's name.
        text: the guide's text, which may write its words otherwise and tells initials.
    """
    if not role.isupper():
        return role
    prose = " ".join(line for line in text.splitlines() if not line.isupper())
    words = frozenset(re.findall(r"[^\W\d_]+", prose))
    if " " not in role.strip() and words.isdisjoint((role.lower(), role.capitalize())):
        return role
    return re.sub(r"[^\W\d_]+", lambda word: _written(word.group(), words), role)


def _written(word: str, words: frozenset[str]) -> str:
    """A word in capitals as the words of a text have it, or as names have it."""
    lower = word.lower()
    if lower in LITTLE:
        return lower
    short = len(word) <= _LONGEST_INITIALS and words.isdisjoint((lower, word.capitalize()))
    as_is = word in words and lower not in words
    return word if short or as_is or word in _INITIALS else word.capitalize()


def names_a_part(title: str) -> bool:
    """Whether a title names a part of a guide and no job: "Introduction", "3. Your pay"."""
    words = re.findall(r"[^\W\d_][\w’']*", title.casefold())
    return _PARTS.intersection(words) != set() and _PARTS.union(_BETWEEN).issuperset(words)


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: the form of guide ids and anchors."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", plain).casefold()))
