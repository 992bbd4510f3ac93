"""Questions that only a length of time answers: "how many years until I'm a lead?"."""

import re

from assistant.chunks import Chunk

_UNITS = r"(?P<unit>year|month|week|day|hour|minute)s?"
_ASKED = re.compile(rf"\bhow many (?:[\w-]+ ){{0,2}}?{_UNITS}\b", re.I)
_NUMBER = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|few|several|couple|dozen|half)"
)


def unit_asked(question: str) -> str:
    """The unit of time that a question asks to be counted, "" if it asks for none."""
    found = _ASKED.search(question)
    return found["unit"].casefold() if found else ""


def counts(chunk: Chunk, unit: str) -> bool:
    """Whether a chunk counts a unit of time: "two to three years", "a 12-week course"."""
    between = rf"(?:[\s-]+(?:to|or|and|of|full|more|further|working|{_NUMBER}))*"
    return bool(re.search(rf"\b{_NUMBER}\b{between}[\s-]+{unit}s?\b", chunk.text, re.I))
