"""The line of a page that says what the page is about, and nothing of the job itself."""

import re

from assistant.guides.model import Guide

_BEGINS = re.compile(
    r"^\W*(?:what|how|why|where|inside|from|an?\s+(?:\w+\s+)?(?:guide|look|view)|"
    r"the\s+(?:\w+\s+){0,2}(?:work|life|day|days|job|role)\s+of)\b",
    re.I,
)
#: What a page of this sort has to tell, and its teaser names.
_TOLD = re.compile(
    r"\b(?:pays?|salar\w+|earns?|wages?|skills?|tools|routes?|ways?|pathways?|careers?|leads?|"
    r"take[sn]?|start)\b",
    re.I,
)


def is_teaser(text: str, guide: Guide) -> bool:
    """Whether a text is the guide's summary and only says what its page tells of.

    "What a Train Planner does all day, what it pays and how to start." A summary that says what the
    job is, as "A Bell Founder pours bronze", is none.
    """
    line = " ".join(text.split())
    if line != " ".join(guide.summary.split()):
        return False
    return bool(_BEGINS.match(line) and _TOLD.search(line))
