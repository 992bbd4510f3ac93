"""The job that a title is about, and the slug that names its guide."""

import re
import unicodedata

# A job's own name may go on with "in" ("Engineer in Test"): only a sector is cut off.
_SECTOR = re.compile(
    r"\s+(?:in|for|across|within)\s+(?:the\s+)?(?:(?:digital|public|private|uk|british)\s+)*"
    r"(?:health\w*|life[- ]sciences?|nhs|pharma\w*|biotech\w*|med-?tech|clinical research|medicine"
    r"|hospitals?|social care|sciences?|uk)\b.*$",
    re.IGNORECASE,
)
_PAGE_WORDS = re.compile(
    r"^(?:role|career|job|careers?)\s+(?:guide|profile)s?\s*(?:[:–—-]|to|for)?\s*(?:(?:a|an"
    r"|the|being|becoming)\s+)*"
    r"|\s*[-–—:|(]\s*(?:a |the |your |uk )*(?:role|career|job|complete|full|salary)?\s*"
    r"(?:guide|profile|overview|role|careers?|description)\)?.*$"
    r"|\s+(?:role|career|job|careers)\s+(?:guide|profile|description)$|\s+\|.*$",
    re.IGNORECASE,
)


def role_of_title(title: str) -> str:
    """The job's name within a page title: "Data Analyst in health" gives "Data Analyst"."""
    role = _PAGE_WORDS.sub("", title).strip() or title.strip()
    return _SECTOR.sub("", role).strip(" -–—:,|") or title.strip()


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: the form of guide ids and anchors."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", plain).casefold()))
