"""A message with the mail that it answers or passes on -> what is to be answered of it.

Mail programs leave earlier messages below a reply, each in its own way. They are kept and shown,
but what stands in them was asked before, often by us. What a colleague forwards is the other way
round: the message below is the one to answer.
"""

import re
from dataclasses import dataclass
from email.utils import parseaddr

_HEADER = re.compile(r"^\W*(from|sent|date|to|cc|subject|reply-to)\W?:\W*\s+(.*)$", re.I)
#: Lines that a mail program writes above earlier mail.
_EARLIER = re.compile(
    r"^\W*-{2,}\s*(?:original message|urspr\w+ nachricht)\s*-{2,}\s*$|^\s*_{10,}\s*$"
    r"|^[ \t>]*(?:on|am|le)\b(?=[^\n]*[\d@])[^\n]{5,200}\n?[^\n]{0,100}"
    r"\b(?:wrote|schrieb|a écrit)\s?:\s*$",
    re.I | re.M,
)
_FORWARDED = re.compile(
    r"^\s*(?:-{3,}\s*forwarded (?:message|by)\b.*|begin forwarded message:)\s*$", re.I | re.M
)
_PASSED_ON = re.compile(r"^\s*(?:fwd?|wg)\s*:", re.I)
_PREFIXES = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.I)
#: What a colleague writes above a message that they hand over.
_HANDS_OVER = re.compile(
    r"\b(?:can|could|would|will|please)\b[^.?!\n]{0,40}\b(?:answer|reply|respond|help|deal|handle|"
    r"look|pick|take|advise|one for)\b|\b(?:see|message|mail|enquiry) below\b",
    re.I,
)
#: The headers above an earlier message are so many lines at most.
_HEADERS = 8


@dataclass(frozen=True, slots=True)
class Thread:
    """What is to be answered of a message.

    ``sender_name``, ``sender_email`` and ``subject`` are those of the message that a colleague
    passed on; "" where nobody did, or where the mail program left them out.
    """

    own: str
    sender_name: str = ""
    sender_email: str = ""
    subject: str = ""


def read_thread(body: str, subject: str = "") -> Thread:
    """The words of whoever asks, without the mail that they answer.

    Args:
        body: the message as it came.
        subject: its subject, which tells a forwarded one.
    """
    above, below, forwarded = _cut(body)
    if below and (forwarded or _PASSED_ON.match(subject) or not _says(above)):
        first = _headed(below)
        if _says(first.own) and _is_handed_over(above):
            return first
        return Thread("\n\n".join(filter(_says, (above, first.own))) or body)
    own = _unquoted(above)
    own = own if _says(own) else _without_marks(above)
    # A mark with nothing around it is all that there is.
    return Thread(own if _says(own) else body)


def topic_of(subject: str) -> str:
    """A subject without "Re:" and "Fwd:"."""
    return " ".join(_PREFIXES.sub("", subject).split())


def is_reply(subject: str) -> bool:
    """Whether a subject was given to an earlier message: what it asks was asked there."""
    return bool(re.match(r"^\s*(?:re|aw)\s*:", subject, re.I))


def _cut(body: str) -> tuple[str, str, bool]:
    """What stands above earlier mail, that mail with its headers, and whether it was forwarded."""
    marks = [(found.start(), found.end(), forwarded) for found, forwarded in _marks(body)]
    headers = _first_headers(body)
    if headers is not None:
        marks.append((headers, headers, False))
    if not marks:
        return body, "", False
    start, end, forwarded = min(marks)
    return body[:start].strip(), body[end:].strip(), forwarded


def _marks(body: str) -> list[tuple[re.Match[str], bool]]:
    earlier = [
        (found, False)
        for found in _EARLIER.finditer(body)
        # A line of underscores alone may part anything: mail programs write headers below it.
        if not found[0].strip().startswith("_") or _is_header_block(body[found.end() :])
    ]
    return [*earlier, *((found, True) for found in _FORWARDED.finditer(body))]


def _first_headers(body: str) -> int | None:
    """Where a block of headers stands without any mark above it."""
    for found in re.finditer(r"^\W*from\W?:\W*\s+\S.*$", body, re.I | re.M):
        if _is_header_block(body[found.start() :]):
            return found.start()
    return None


def _is_header_block(text: str) -> bool:
    lines = [line for line in text.split("\n")[:_HEADERS] if line.strip()]
    names = [found[1].lower() for found in map(_HEADER.match, lines[:4]) if found]
    return "from" in names and bool({"sent", "date", "to", "subject"} & set(names))


def _headed(below: str) -> Thread:
    """An earlier message: its headers, and its own words."""
    found: dict[str, str] = {}
    lines = below.split("\n")
    place = 0
    while place < len(lines) and len(found) < _HEADERS:
        header = _HEADER.match(lines[place])
        if header:
            found[header[1].lower()] = header[2].strip(" *")
        elif lines[place].strip():
            break
        place += 1
    name, email = parseaddr(found.get("reply-to") or found.get("from", ""))
    name = name or parseaddr(found.get("from", ""))[0]
    above, _, _ = _cut("\n".join(lines[place:]).strip())
    own = _unquoted(above)
    own = own if _says(own) else _without_marks(above)
    return Thread(own, name, email, found.get("subject", ""))


def _is_handed_over(note: str) -> bool:
    """Whether a note above forwarded mail asks nothing of its own."""
    return "?" not in note or bool(_HANDS_OVER.search(note))


def _unquoted(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">")).strip()


def _without_marks(text: str) -> str:
    return re.sub(r"^[ \t]*(?:>[ \t]?)+", "", text, flags=re.M).strip()


def _says(text: str) -> bool:
    return bool(re.search(r"[^\W_]", text))
