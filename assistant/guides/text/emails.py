"""A copied e-mail -> the lines of its message, with what its subject says as the first of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.jobs.role import names_a_part
from assistant.guides.lines import Line, Shape

#: A line of the head of an e-mail, however it is marked: "From: ...", "> *Subject:* ...".
FIELD = re.compile(
    r"\W*(?P<name>from|to|cc|bcc|sent|date|subject|attachments?|importance|reply-to)\W?:"
    r"(?:\W*\s+(?P<said>.*)|\W*)$",
    re.IGNORECASE,
)
_NEVER_ALONE = frozenset(("from", "subject"))
_FEWEST = 3
_SENDER = re.compile(r"from:\s*([^\W\d_][^(<\[@,]*)", re.IGNORECASE)
_FORWARDED = re.compile(r"(?:(?:re|fwd?|aw|wg|external)\s*:\s*|\[external\]\s*)+", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"[-_\s]*(?:original message|forwarded message|begin forwarded message:?)[-_\s]*", re.IGNORECASE
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b[\w .'’-]{0,30}[,!]?",
    re.IGNORECASE,
)
#: What closes a message, with the name and the address of who wrote it below. More words behind it
#: are a sentence: "Thanks to the union".
_SIGN_OFF = re.compile(
    r"(?:(?:i )?hope (?:that|this|it) helps|(?:(?:kind|best|warm|with best) )?(?:regards|wishes)"
    r"|(?:many )?thanks(?: again| very much)?|cheers|all the best|yours (?:sincerely|faithfully))\b"
    r"(?:[.,!].{0,40}|(?: (?-i:[A-Z])[\w'’-]+){0,2}[,.!]?)",
    re.IGNORECASE,
)
#: No line of an address, though it may lack its full stop: "PS nights are paid better".
_TELLS = re.compile(r"p\.?s\b|.{0,80}\b(?:you|pays?|paid|gets?)\b", re.IGNORECASE)
_SIGNED_WITHIN = 10
_MOST_SIGNED_WORDS = 14
_PARTING = re.compile(
    r"(?:please (?:consider|think of) the environment before|sent from my \w+|get outlook for"
    r"|(?:this|the) (?:e-?mail|message)\b.{0,60}\b(?:confidential|intended (?:only )?for))\b.*",
    re.IGNORECASE,
)


def without_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without the heads of e-mails; none goes where the page does not begin with one.

    The subject of the first stays, as the page's title, and all that people wrote but their names.

    Args:
        lines: the lines of a text.
    """
    heads = _heads(lines) or [range(sum(_is_subject(line) for line in lines[:1]))]
    if not heads[0] or heads[0].start > 0:
        return list(lines)
    subject = _subject(lines, heads[0])
    dropped = {place for head in heads for place in head}
    signed = _signatures([lines[place].text for head in heads for place in head])
    formal = [_ORIGINAL, _GREETING, _PARTING, *signed]
    for place, line in enumerate(lines):
        written = line.shape is Shape.TEXT and not names_a_part(line.text)
        if written and any(pattern.fullmatch(line.text) for pattern in formal):
            dropped.add(place)
    kept = [line for place, line in enumerate(lines) if place not in dropped]
    return [*subject, *kept[: _signed_at(kept)]]


def _is_subject(line: Line) -> bool:
    found = FIELD.match(line.text)
    return found is not None and found["name"].casefold() == "subject"


def _signed_at(lines: Sequence[Line]) -> int:
    """Where the words begin that close a message, if nothing but who wrote it stands below."""
    for place in range(max(1, len(lines) - _SIGNED_WITHIN), len(lines)):
        if _SIGN_OFF.fullmatch(lines[place].text) and all(map(_is_address, lines[place + 1 :])):
            return place
    return len(lines)


def _is_address(line: Line) -> bool:
    told = line.text.endswith((".", "!", "?", ":")) or "£" in line.text or _TELLS.match(line.text)
    return (
        line.shape is not Shape.ITEM
        and not told
        and (len(line.text.split()) <= _MOST_SIGNED_WORDS and not names_a_part(line.text))
    )


def _heads(lines: Sequence[Line]) -> list[range]:
    """Where several fields of an e-mail stand one below the other, "From:" among them."""
    heads: list[range] = []
    place = 0
    while place < len(lines):
        stop = place
        names: set[str] = set()
        while stop < len(lines) and (found := FIELD.match(lines[stop].text)):
            names.add(found["name"].casefold())
            stop += 1
        if len(names) >= _FEWEST and names >= _NEVER_ALONE:
            heads.append(range(place, stop))
        place = max(stop, place + 1)
    return heads


def _signatures(fields: Sequence[str]) -> list[re.Pattern[str]]:
    """What the senders sign with: a first or whole name, alone or above bars: "Jo Lee | Wards"."""
    senders = [found[1].strip() for field in fields if (found := _SENDER.match(field))]
    names = [name for sender in senders for name in (sender, sender.split()[0])]
    alone = "|".join(map(re.escape, names))
    return [re.compile(rf"(?:{alone})[,.]?(?:\s*\|.*)?")] if names else []


def _subject(lines: Sequence[Line], head: range) -> list[Line]:
    """The line of the subject from where its own words begin; none if it has no words."""
    for line in (lines[place] for place in head):
        found = FIELD.match(line.text)
        if found and _is_subject(line) and found["said"]:
            sent = _FORWARDED.match(line.text, found.start("said"))
            at = sent.end() if sent else found.start("said")
            if line.text[at:]:
                return [replace(line, shape=Shape.TEXT, start=line.start + at, text=line.text[at:])]
    return []
