"""Which of an unmarked page's first lines are its title and its summary, by shape and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guides.jobs.job_lines import gives_way, job_said
from assistant.guides.jobs.naming import names_job, names_job_below, role_of_page, times_spoken_of
from assistant.guides.jobs.role import gives_names, names_a_part
from assistant.guides.kinds import invites, kind_of_heading
from assistant.guides.lines import Line, Shape
from assistant.guides.model import SectionKind, Span
from assistant.guides.money import RAISED

_LONGEST_TITLE = 120
LONGEST_HEADING = 120
_LONGEST_SUMMARY = 320
#: The owner of a page takes fewer lines above its title.
_OWNER_LINES = 4
_STOPS = (".", "!", ";", ",", "…", ":", "?", "-", "–", "|")
_EMPHASIS = re.compile(
    r"(?P<mark>\*\*\*|\*\*|__|[-=~]{2,}(?![-=~]))\s*"
    r"(?P<text>[^*_\s](?:[^*_]*[^*_\s])?)\s*(?P=mark):?"
)
#: "The duties usually include:" leads in a list; "Core duties in the NHS:" is a heading.
_LEADS_IN = re.compile(
    r"\b(?:is|are|was|were|has|have|includ\w+|involv\w+|following|below|you|we|they|it|will"
    r"|can|may|must|should|usually|often|typically|as follows|such as)\b",
    re.IGNORECASE,
)
#: What a list must complete: "Planners will", "You'll".
LEFT_OPEN = re.compile(
    r"(?:\b(?:will|to|include|includes|including|must|should)|['’]ll):?$", re.IGNORECASE
)
POINTER = re.compile(r"^(?:(?:>{1,3}|[»★☆])\s+)+(?=\w)")
#: "3. Pay and grading", "2.1 Duties", "B) Pay"; not "12 steps to a career".
_HEAD_NUMBER = re.compile(r"(?:\d{1,2}[.):]|\d{1,2}(?:\.\d{1,2})+[.):]?|[A-Z]\))\s+(?=[^\W\da-z_])")
#: "B. Pay", which may be a name too: "A. Smith".
_HEAD_LETTER = re.compile(r"[A-Z]\.\s+(?=[^\W\da-z_])")
_POINTING = re.compile(rf"{POINTER.pattern}|(?<![\s★☆«<])(?:\s+[★☆«<]{{1,3}})+$")
_ASKS = re.compile(r"(?:what|how|why|where|when|who)\b", re.IGNORECASE)
#: What an interviewer says in place of a question: "Talk us through your day."
_TURN = re.compile(
    r"(?:(?:tell|talk|walk|take|run)\s(?:us|me)\s(?:about|through)|describe\s(?:an?|your)"
    r"|let[’']?s\s(?:talk|turn\sto|start|begin|move\son))\b[^.!?:;]{1,60}[.!]?",
    re.IGNORECASE,
)
#: A line of an address or how to reach somebody, which heads nothing.
_ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$"
    r"|^(?:Tel|Phone|Fax|Telephone|Mobile)\b[.:]?(?:\s(?:no|number)\b[.:]?)?\s?\+?\(?\d"
    r"(?:[\s()-]{0,3}\d){5}"
    r"|^\d{1,4}[a-z]?,?\s(?:[A-Z][\w’']*\s){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Drive|Square|Way"
    r"|Close|Place|Terrace|Court)\b"
)
_LONGEST_LABEL = 10
#: What tells a program how to set what is below: "[cols="1,3"]", "{panel:title=Routes}", ":toc:".
_MARKUP = re.compile(r"\[[^\]]*\]|\{[^}]*\}|:[\w-]+:(?:\s.*)?")
_DETAIL = re.compile(r"[A-Z][^.:;,!?£]{1,30}:\s+\S.{0,80}")
#: The marks of footnotes, which may follow the full stop of a sentence.
_NOTED = re.compile(rf"(?:\s?\[\^\w+\]|[{RAISED}†‡])+$")
#: A sum, a share of one ("York is 10% more", not "What nights add is 10% more"), or an address.
_MONEY = re.compile(
    r"[£€$]\s?\d|^(?!(?i:what|why|how)\b).*\d\s?% (?:more|less|extra|above|below)\b"
    r"|https?:|www\.|@"
)
_CONTINUES = re.compile(r"(?:in|for|across|within|at|and|of|[-–—&|(])(?:\s|$)", re.IGNORECASE)


#: What leads to a page and is no text of it: "Home > Careers > Ward Planner".
_STEP = re.compile(r"\s*[>›»→]\s*|\s+/\s+")
_FIRST_STEPS = frozenset(("home", "homepage", "home page", "start", "you are here", "careers"))


@dataclass(frozen=True, slots=True)
class Opening:
    """The first lines: title, its role, where the summary stands, how many lines that took.

    ``beside`` are lines among them that are neither: the page's owner, other names of the job.
    """

    title: str = ""
    role: str = ""
    summary: Span | None = None
    taken: int = 0
    beside: tuple[Span, ...] = ()


def read_opening(lines: Sequence[Line], text: str) -> Opening:
    """The title (with a second line that continues it) and the one-line summary of a page.

    Args:
        lines: the lines of the page.
        text: its text, which tells whether a line names the job that it is about.
    """
    if not lines or not (_is_title(lines[0]) or _is_numbered_job(lines, text)):
        return _given(lines, text, 0)
    first = _title_place(lines, text)
    title = plain(lines[first].text)
    role, taken = role_of_page(title, text), first + 1
    given = _given(lines, text, taken, title)
    if given.title and gives_way(role, text):
        return given
    if _continues_title(lines[first:]):
        second = lines[taken].text
        joint = " " if _CONTINUES.match(second) or second[0].islower() else " – "
        title, taken = title + joint + plain(second), taken + 1
    if names_a_part(title):
        return _given(lines, text, 0)
    details = taken
    while details < len(lines) and _is_detail_line(lines, details):
        details += 1
    summary = lines[details].span if _is_summary(lines, details) else None
    beside = tuple(line.span for line in (*lines[:first], *lines[taken:details]))
    return Opening(title, role, summary, details + (summary is not None), beside)


def _given(lines: Sequence[Line], text: str, above: int, said: str = "") -> Opening:
    """The opening of a page that gives its job beside a label below so many lines, its title."""
    title = job_said(text, said)
    beside = tuple(line.span for line in lines[:above])
    return Opening(title, role_of_page(title, text), None, above, beside) if title else Opening()


def _title_place(lines: Sequence[Line], text: str) -> int:
    """The place of the line that names the job: the first, or one below the page's owner.

    That is a title of a job of which the text speaks, while it never speaks of what is above.
    """
    above = plain(lines[0].text)
    repeats = sum(plain(line.text) == above for line in lines)  # a header stands on every page
    if times_spoken_of(text, above) > repeats or names_job(text, above):
        return 0
    for place, line in enumerate(lines[1:_OWNER_LINES], start=1):
        if not _is_title(line) or line.text.endswith(_STOPS):
            return 0
        if names_job_below(text, plain(line.text), above):
            return place
    return 0


def _is_detail_line(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    return line.shape is Shape.TEXT and not line.after_blank and is_detail(line.text)


def is_trail(text: str) -> bool:
    """Whether a line only says by which pages one comes to this one."""
    steps = [step.strip(" :[]") for step in _STEP.split(" ".join(text.split()))]
    short = all(0 < len(step.split()) <= 6 and step[-1] not in ".!?;" for step in steps if step)
    begins = steps[0].casefold().removeprefix("you are here:").strip() in _FIRST_STEPS
    return short and all(steps) and len(steps) >= (2 if begins and ">" in text else 3) and begins


def is_detail(text: str) -> bool:
    """Whether a line below a title only adds to it: other names of the job, "Band: 7"."""
    return (is_labelled(text) and not text.endswith(".")) or gives_names(text)


def is_labelled(text: str) -> bool:
    """Whether a line gives a single fact below its label: "Hours: 37.5 a week"."""
    return _DETAIL.fullmatch(text) is not None


def plain(text: str) -> str:
    """A heading's or title's words without emphasis, what points to them or closing colon."""
    folded = " ".join(text.split())
    emphasis = _EMPHASIS.fullmatch(folded)
    words = _POINTING.sub("", emphasis["text"] if emphasis else folded)
    return words.strip().rstrip(":").strip() or text


def has_letters(lines: Sequence[str]) -> bool:
    """Whether letters count headings: one begins with "A." and a later one with "B."."""
    letters = "".join(line[0] for line in lines if _HEAD_LETTER.match(line))
    return "B" in letters.partition("A")[2]


def unnumbered(words: str, *, lettered: bool = True) -> str:
    """A heading's words without the number before them, or the letter if letters count."""
    number = _HEAD_NUMBER.match(words) or (_HEAD_LETTER.match(words) if lettered else None)
    return words[number.end() :] if number else words


def looks_like_heading(text: str, *, lettered: bool = False) -> bool:
    """Whether a line, taken alone, could head a section.

    Args:
        text: the line.
        lettered: whether "B." before it would count it; in bold it always does.
    """
    emphasis = _EMPHASIS.fullmatch(text)
    words = _NOTED.sub("", emphasis["text"].strip() if emphasis else text) or text
    words = unnumbered(words, lettered=lettered or emphasis is not None)
    if len(words) > LONGEST_HEADING or _ADDRESS.search(words) or _MARKUP.fullmatch(words):
        return False
    if _TURN.fullmatch(words):
        return True
    open_end = LEFT_OPEN.search(words) and not _ASKS.match(words)
    if open_end or (words.endswith(_STOPS) and not _is_label(words)):
        return False
    if words[0].islower() and not any(letter.isupper() for letter in words[1:3]):
        return False
    return not (re.search(r"[.!?;]\s|::\s", words) or _MONEY.search(words))


def _is_label(words: str) -> bool:
    """Whether words that end with a colon are a heading rather than what leads in a list."""
    if not words.endswith(":"):
        return False
    count = len(words.split())
    named = kind_of_heading(words) is not SectionKind.OTHER or invites(words)
    leads_in = "," in words or (_LEADS_IN.search(words) and not _ASKS.match(words))
    return not leads_in and (count <= 3 or (named and count <= _LONGEST_LABEL))


def _is_title(line: Line) -> bool:
    if line.shape is Shape.HEADING:
        return True
    return line.shape is Shape.TEXT and _is_short_name(plain(line.text))


def _is_numbered_job(lines: Sequence[Line], text: str) -> bool:
    """Whether the first line names the job behind its number in a book: "12. Bricklayer"."""
    first = lines[0]
    listed = len(lines) > 1 and lines[1].shape is Shape.ITEM
    numbered = first.shape is Shape.ITEM and first.marker[:1].isdigit() and not listed
    return numbered and _is_short_name(plain(first.text)) and names_job(text, plain(first.text))


def _is_short_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",")) and not text[0].islower()
    )


def could_be_title(text: str) -> bool:
    """Whether a paragraph could be the title of its page: a short line, and of no single part."""
    words = plain(text)
    return "\n" not in text and _is_short_name(words) and not names_a_part(words)


def _continues_title(lines: Sequence[Line]) -> bool:
    """Whether the second line only goes on with the title ("in health")."""
    if len(lines) < 3 or lines[1].shape is not Shape.TEXT or lines[2].shape is not Shape.TEXT:
        return False
    text = lines[1].text
    if len(text.split()) > 7 or len(text) > 60 or text.endswith(_STOPS) or _MONEY.search(text):
        return False
    capital = text[0].isupper()  # "In short" and "At a glance" head what is below them
    if text[0].islower() or (_CONTINUES.match(text) and not (capital and _heads(lines[1]))):
        return True
    followed = (
        len(lines) > 3 and lines[3].shape is Shape.TEXT and not looks_like_heading(lines[3].text)
    )
    unfamiliar = kind_of_heading(text) is SectionKind.OTHER
    return unfamiliar and followed and _is_summary(lines, 2)


def _heads(line: Line) -> bool:
    """Whether a line right below a title is a heading: it stands apart, or is a part's name."""
    return line.after_blank or kind_of_heading(line.text) is not SectionKind.OTHER


def _is_summary(lines: Sequence[Line], place: int) -> bool:
    if place + 1 >= len(lines) or lines[place].shape is not Shape.TEXT:
        return False
    text = lines[place].text
    ended = text.endswith((".", "!"))
    return len(text) <= _LONGEST_SUMMARY and (ended or len(text.split()) >= 8) and "?" not in text
