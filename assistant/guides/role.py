"""The job that a title is about, and the slug that names its guide."""

import re
import unicodedata

_LOWER_TAIL = re.compile(r"\s+(?:in|for|across|within)\s+[a-z].*$")
_PAGE_WORDS = re.compile(
    r"^(?:role|career|job|careers?)\s+(?:guide|profile)s?\s*(?:[:–—-]|to|for)?\s*(?:(?:a|an"
    r"|the|being|becoming)\s+)*"
    r"|\s*[-–—:|(]\s*(?:a |the |your |uk )*(?:role|career|job|complete|full|salary)?\s*"
    r"(?:guide|profile|overview|role|careers?|description)\)?.*$"
    r"|\s+(?:role|career|job|careers)\s+(?:guide|profile|description)$|\s+\|.*$",
    re.IGNORECASE,
)
_SECTOR = re.compile(
    r"(?:digital |public |private |uk )*(?:health\w*|life[- ]sciences?|nhs|pharma\w*"
    r"|biotech\w*|med-?tech"
    r"|clinical research|medicine|social care)\b.*",
    re.IGNORECASE,
)


def role_of_title(title: str) -> str:
    """The job's name within a page title: "Data Analyst in health" gives "Data Analyst"."""
    role = _PAGE_WORDS.sub("", title).strip() or title.strip()
    lower = _LOWER_TAIL.search(role)
    if lower is None:
        tail = re.search(r"\s+(?:in|for|across|within)\s+(?:the\s+)?(?=\S)", role, re.IGNORECASE)
        if tail and _SECTOR.fullmatch(role, tail.end()):
            lower = tail
    return (role[: lower.start()] if lower else role).strip(" -–—:,|") or title.strip()


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: the form of guide ids and anchors."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", plain).casefold()))
