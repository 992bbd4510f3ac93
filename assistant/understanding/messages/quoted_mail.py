"""Mail within mail: where earlier or forwarded words begin, and which are to be answered.

What stands below a reply was asked before, often by us. What a colleague passes on is the other way
round: the note above asks for nothing but an answer to what stands below.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.guides.text.emails import FIELD
from assistant.understanding.messages.asking import is_question
from assistant.understanding.messages.pleasantries import (
    Pleasantry,
    pleasantry,
    without_thanks,
)
from assistant.understanding.messages.typed_sentences import typed_sentences
from assistant.understanding.topics import topics_of

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
#: A line of dashes parts a note from what it hands over; two of them begin a signature.
_RULE = re.compile(r"^[ \t]*-{3,}[ \t]*$", re.M)
_SIGNATURE = re.compile(r"^[ \t]*--[ \t]*$", re.M)
#: A whole message that somebody pasted between quotation marks.
_PASTED = re.compile(r"^[ \t]*[\"“]([^\"“”]{80,})[\"”][ \t]*$", re.M)
_MARKED = re.compile(r"^[ \t]*(?:>[ \t]?)+")
PASSED_ON = re.compile(r"^\s*(?:subject\s*:\s*)?(?:fwd?|wg)\s*:", re.I | re.M)
_ANSWERS = re.compile(r"^\W*subject\W?:\W*\s*(?:re|aw)\s*:", re.I | re.M)
#: What a colleague writes about a message that they hand over.
_HANDS_OVER = re.compile(
    r"\b(?:can|could|would|will|please|pls)\b[^.?!\n]{0,40}\b(?:answer|reply|respond|help|deal|handle|"
    r"look|pick|take|advise|draft|one for)\b|\b(?:see|message|mail|enquiry|query) below\b|"
    r"^\W*(?:pls|please|kindly)?\s*(?:draft|reply|respond|advise)\b|\b(?:one|another) for (?:you|us|one of)\b|"
    r"\b(?:forwarding|passing) (?:this|it|on|from)\b|\b(?:any|no) (?:ideas?|thoughts?|clue)\b(?: (?:on|about) (?:this|it|that))?|^\W*thoughts\W*$|"
    r"\bwhat do (?:we|i) (?:say|tell|reply|answer)\b|\bover to you\b|\b(?:anyone|anybody|someone) (?:know|got an? (?:answer|idea)|want|fancy)\b(?: (?:this|that|it|about (?:this|it)))?|\bassigned to\s*:|^\W*(?:subject\s*:\s*)?(?:fwd?|fyi)\b",
    re.I,
)
#: A note that hands over asks about nothing by itself: "can you help with what I would earn" does.
_ASKS_MORE = re.compile(r"\b(?:if|whether|what|how|which|when|where|why|who)\b", re.I)
#: The headers above an earlier message are so many lines at most.
HEADERS = 8
_DEEPEST = 4


class Kind(StrEnum):
    """How earlier words came to stand in a message."""

    FORWARDED = "forwarded"
    REPLIED_TO = "replied to"
    #: Quoted, with nothing that says whether it was forwarded or answered.
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Layers:
    """A message in two: ``above`` its sender's words, ``below`` the earlier one, headers and all."""

    above: str
    below: str = ""
    kind: Kind = Kind.QUOTED


def layers(body: str) -> Layers:
    """A message and the earlier mail in it, at the first mark; all of it is above where none is."""
    marks = list(_marks(body))
    if marks:
        start, end, kind = min(marks, key=lambda mark: mark[:2])
        return Layers(body[:start].strip(), body[end:].strip(), kind)
    return Layers(body)


def _marks(body: str) -> list[tuple[int, int, Kind]]:
    found = [
        (mark.start(), mark.end(), Kind.REPLIED_TO)
        for mark in _EARLIER.finditer(body)
        # A line of underscores alone may part anything: mail programs write headers below it.
        if not mark[0].strip().startswith("_") or is_header_block(body[mark.end() :])
    ]
    found += [(mark.start(), mark.end(), Kind.FORWARDED) for mark in _FORWARDED.finditer(body)]
    headers = _first_headers(body)
    if headers is not None:
        answers = _ANSWERS.search("\n".join(body[headers:].split("\n")[:HEADERS]))
        found.append((headers, headers, Kind.REPLIED_TO if answers else Kind.QUOTED))
    return found


def _first_headers(body: str) -> int | None:
    """Where a block of headers stands without any mark above it."""
    for found in re.finditer(r"^\W*from\W?:\W*\s+\S.*$", body, re.I | re.M):
        if is_header_block(body[found.start() :]):
            return found.start()
    return None


def is_header_block(text: str) -> bool:
    """Whether a text begins with the headers of a message."""
    lines = [line for line in text.split("\n")[:HEADERS] if line.strip()]
    names = [found[1].lower() for found in map(FIELD.match, lines[:4]) if found]
    return "from" in names and bool({"sent", "date", "to", "subject"} & set(names))


def without_headers(below: str) -> str:
    """An earlier message without the headers that it begins with."""
    lines = below.split("\n")
    place = 0
    while place < min(len(lines), HEADERS) and (
        FIELD.match(lines[place]) or not lines[place].strip()
    ):
        place += 1
    return "\n".join(lines[place:]).strip()


def own_words(text: str, depth: int = _DEEPEST) -> str:
    """What is to be answered of a message: the mail in it where the rest asks for nothing else.

    Args:
        text: the message.
        depth: so many messages within messages are looked into.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not depth:
        return text
    found = layers(text)
    if not found.below:
        return _unruled(text, depth)
    inner = own_words(without_headers(found.below), depth - 1)
    if says(inner) and gives_way(found.above, found.kind):
        return _with_note(found.above, inner)
    return _unruled(found.above, depth) if says(found.above) else text


def gives_way(note: str, kind: Kind) -> bool:
    """Whether words above earlier mail leave it to be answered.

    Above mail that was answered they do only if they say so: else they are the next message.
    """
    if not says(note) or _hands_over(note):
        return True
    if kind is Kind.REPLIED_TO:
        return bool(PASSED_ON.search(note)) and asks_nothing(note)
    polite = kind is Kind.QUOTED and pleasantry(note) not in (None, Pleasantry.GREETS)
    return asks_nothing(note) and not polite


def asks_nothing(note: str) -> bool:
    """Whether a note asks for nothing but an answer to what it hands over."""
    return all(
        _is_handing_over(sentence) or not is_question(sentence)
        for sentence in typed_sentences(note)
    )


def unquoted(text: str, depth: int = _DEEPEST) -> str:
    """The lines that nobody quoted; the others, if those leave them to be answered.

    What stands below a quotation answers it, and is no note to go with it.
    """
    lines = text.split("\n")
    own = [line for line in lines if not _MARKED.match(line)]
    if len(own) == len(lines):
        return text
    first, last = (
        next(place for place in order if _MARKED.match(lines[place]))
        for order in (range(len(lines)), range(len(lines) - 1, -1, -1))
    )
    note, quoted, after = (
        "\n".join(part) for part in (lines[:first], lines[first : last + 1], lines[last + 1 :])
    )
    inner = "\n".join(_MARKED.sub("", line) for line in quoted.split("\n")).strip()
    inner = own_words(inner, depth - 1)
    left = not says(after) or _hands_over(after) or _signs_off(after)
    if says(inner) and left and gives_way(note, Kind.QUOTED):
        return _with_note(note, inner)
    return "\n".join(own).strip()


#: So many words may sign what was handed over: "Thanks, Info Desk".
_SIGNED = 4


def _signs_off(after: str) -> bool:
    """Whether nothing stands below a quotation but thanks and who they are from."""
    rest = without_thanks(after)
    name = not rest or all(word[0].isupper() for word in rest.split())
    return rest != after and name and len(rest.split()) <= _SIGNED and not topics_of(rest)


def says(text: str) -> bool:
    """Whether a text has a word in it."""
    return bool(re.search(r"[^\W_]", text))


def _unruled(text: str, depth: int) -> str:
    """A message without earlier mail: its note or its signature set aside."""
    pasted = _PASTED.search(text)
    if pasted:
        around = f"{text[: pasted.start()].strip()}\n\n{text[pasted.end() :].strip()}"
        if gives_way(around, Kind.QUOTED):
            return _with_note(around, pasted[1].strip())
    text = unquoted(text, depth)
    rule = _RULE.search(text)
    if rule and says(text[: rule.start()]):
        note, below = text[: rule.start()].strip(), text[rule.end() :].strip()
        inner = own_words(below, depth - 1)
        if says(inner) and gives_way(note, Kind.QUOTED):
            return _with_note(note, inner)
        text = note
    signature = _SIGNATURE.search(text)
    return text[: signature.start()] if signature and says(text[: signature.start()]) else text


def _with_note(note: str, inner: str) -> str:
    """Handed-over words; with the note above them, where that tells something of its own."""
    return inner if _hands_over(note) or not says(note) else f"{note}\n\n{inner}"


def _hands_over(note: str) -> bool:
    sentences = typed_sentences(note)
    return any(map(_is_handing_over, sentences)) and asks_nothing(note)


def _is_handing_over(sentence: str) -> bool:
    asked = _ASKS_MORE.search(_HANDS_OVER.sub(" ", sentence))
    return bool(_HANDS_OVER.search(sentence)) and not asked and not topics_of(sentence)
