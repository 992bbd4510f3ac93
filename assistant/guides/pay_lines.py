"""Lines about pay, as "Junior: £30,000 to £40,000" -> Bands: what labels the figures."""

import re

from assistant.guides.model import Band, Span
from assistant.guides.money import find_pay
from assistant.guides.pay_cells import Frame, cell_bands, plain
from assistant.guides.regions import names_place

_ITEM_LEVEL = re.compile(r"[^\w£€$]*(?P<level>[^:£€$]{2,60}?)\s*(?::|\s[-–—]\s|(?=\())")
#: A level right before its figures, without any mark: "Band 5 £31,049 to £37,796".
_BARE_LEVEL = re.compile(
    r"\W*(?P<level>(?:(?:junior|mid-?level|senior|lead|head|director|graduate|entry|trainee|principal"
    r"|staff|chief|apprentice|assistant|associate|consultant|manager|(?:nhs )?band \d\w?|grade \w+"
    r"|level \d)\b)[^:£€$.;,\d]{0,40}?)\s+(?=(?:up to |from |around |about |circa |c\.? ?)?[£€$])",
    re.IGNORECASE,
)
_NO_LEVEL = re.compile(
    r"\b(?:on-?call|bonus|allowance|equity|pension|supplement|uplift|overtime|relocation|sources?"
    r"|notes?|examples?|benchmarks?|median|average|rates?|benefits?|extras?|total)\b",
    re.IGNORECASE,
)


def item_bands(text: str, span: Span) -> tuple[Band, ...]:
    """The pay ranges of a list item such as "Junior: £30,000 to £40,000"."""
    words = span.of(text)
    label = _ITEM_LEVEL.match(words) or _BARE_LEVEL.match(words)
    # What stands before the dash of "30k – 40k" is a figure and no label.
    if label is None or _NO_LEVEL.search(label["level"]) or find_pay(label["level"]):
        return ()
    cell = Span(span.start + label.end(), span.end)
    name = plain(label["level"])
    frame = Frame(region=name) if names_place(name) else Frame(name)
    return tuple(cell_bands(text, cell, find_pay(cell.of(text)), frame))
