"""A message with the mail that it answers or passes on -> what is to be answered of it.

Mail programs leave earlier messages below a reply, each in its own way. They are kept and shown,
but what stands in them was asked before, often by us. What a colleague forwards is the other way
round: the message below is the one to answer.
"""

import re
from dataclasses import dataclass
from email.utils import parseaddr

from assistant.guides.text.emails import FIELD
from assistant.understanding.messages.quoted_mail import (
    HEADERS,
    PASSED_ON,
    Kind,
    gives_way,
    layers,
    says,
    unquoted,
)

_PREFIXES = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.I)


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
    found = layers(body)
    passed_on = found.kind is Kind.FORWARDED or bool(PASSED_ON.match(subject))
    kind = Kind.FORWARDED if passed_on else Kind.REPLIED_TO
    first = _headed(found.below)
    if says(first.own) and gives_way(found.above, kind):
        return first
    if found.below and (passed_on or not says(found.above)):
        return Thread("\n\n".join(filter(says, (found.above, first.own))) or body)
    own = unquoted(found.above)
    # A mark with nothing around it is all that there is.
    return Thread(own if says(own) else body)


def topic_of(subject: str) -> str:
    """A subject without "Re:" and "Fwd:"."""
    return " ".join(_PREFIXES.sub("", subject).split())


def is_reply(subject: str) -> bool:
    """Whether a subject was given to an earlier message: what it asks was asked there."""
    return bool(re.match(r"^\s*(?:re|aw)\s*:", subject, re.I))


def _headed(below: str) -> Thread:
    """An earlier message: its headers, and its own words."""
    found: dict[str, str] = {}
    lines = below.split("\n")
    place = 0
    while place < len(lines) and len(found) < HEADERS:
        header = FIELD.match(lines[place])
        if header:
            found[header["name"].lower()] = (header["said"] or "").strip(" *")
        elif lines[place].strip():
            break
        place += 1
    name, email = parseaddr(found.get("reply-to") or found.get("from", ""))
    name = name or parseaddr(found.get("from", ""))[0]
    own = unquoted(layers("\n".join(lines[place:]).strip()).above)
    return Thread(own, name, email, found.get("subject", ""))
