"""The words of a page's frame: what a click does, and what ends a page and is no part of a guide.

They stand in every format, so this looks at words alone.
"""

import re
from collections.abc import Sequence

from assistant.guides.model import Finding

#: What says nothing by itself: an answer may be "No", a setting "Home".
_WEAK = (
    r"menu|search|home|yes|no|close|print|save|share|email|register|contact us|follow us|facebook"
)
_PAGE = r"(?:page|article|guide|profile|post)"
_STRONG = (
    r"skip (?:to|past|over)\b.{0,40}|(?:go )?back to (?:the )?top|sign in|log ?in|my account"
    rf"|(?:print|share|save|email|bookmark|download) (?:this|the) {_PAGE}|share on \w+"
    r"|(?:save|add) to my \w+"
    rf"|(?:did you find|was) this {_PAGE} (?:useful|helpful)\?"
    r"|cookies on (?:\S+ ?){1,5}|(?:accept|reject) all(?: cookies)?"
    r"|(?:accept|reject|view|manage|set) (?:(?:additional|analytics|optional) )?cookies"
    r"|cookies?(?: (?:settings|policy|preferences|notice))|site ?map"
    r"|privacy(?: policy| notice)?|terms(?: (?:and|&) conditions| of use)?"
    r"|accessibility(?: statement)?|(?:\d+|no) (?:comments?|likes?|shares)"
    r"|leave a (?:reply|comment)|(?:posted|filed) (?:in|on|by|under)\b.{1,60}|tags:.{1,60}"
    r"|all rights reserved|\d{1,2}[ -]min(?:ute)?s?(?: read)?"
)
#: A sort of document, which a first page names beside the job.
_DOCUMENT = (
    r"(?:job|post) description|(?:job|role|career) (?:profile|guide|information)"
    r"|(?:candidate|applicant|recruitment) (?:information )?(?:pack|brief|information)"
    r"|information for (?:applicants|candidates)"
)
_CONTROL = re.compile(rf"(?:{_STRONG}|{_WEAK}|{_DOCUMENT})", re.IGNORECASE)
_SURE = re.compile(rf"(?:{_STRONG})", re.IGNORECASE)
_BETWEEN = re.compile(r"\s{2,}|\t|\s*[|·•/]\s*|(?<=[.?!])\s+")
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\b(?=\s*(?:©|\(c\)|\d{4}|(?-i:[A-Z])))).{0,90}", re.IGNORECASE
)
_COOKIES = re.compile(
    r"(?:(?:we|this (?:web)?site|our (?:web)?site)\b.{0,40}\buses? (?:\w+ ){0,3}"
    r"|(?:some|these|they|you can|to find out|find out|read|see)\b.{0,80})\bcookies\b.{0,300}",
    re.IGNORECASE,
)
#: What heads links to other pages; only what stands below it tells that it ends the guide.
_ELSEWHERE = re.compile(
    r"(?:latest|recent|featured|related|similar|more) (?:vacanc\w+|jobs|news|posts|articles|pages"
    r"|links|stories|guides|profiles)|you (?:may|might) also like|share|share this",
    re.IGNORECASE,
)
_MOST_LINKS = 12
#: So many letters of a line are shown in a finding.
_SHOWN = 60


def is_control(words: str) -> bool:
    """Whether a line only says what a page can do or is, such as "Menu" or "Print | Share"."""
    parts = [part.rstrip(" .:") for part in _BETWEEN.split(words.strip())]
    numbered = len(parts) == 2 and parts[1].isdigit()  # the page's number
    return all(_CONTROL.fullmatch(part) for part in parts[: 1 if numbered else None])


def closes(words: str) -> bool:
    """Whether a line ends a page for sure, such as "14 comments | Share" or "© Example 2026"."""
    line = words.strip()
    surely = any(_SURE.fullmatch(part.rstrip(" .:")) for part in _BETWEEN.split(line))
    return _RIGHTS.fullmatch(line) is not None or (is_control(line) and surely)


def is_cookie_notice(words: str) -> bool:
    """Whether a line asks what a site may keep of its visitors."""
    return _COOKIES.fullmatch(words.strip()) is not None


def end_of(lines: Sequence[tuple[str, bool]]) -> int:
    """How many of a page's lines are the guide's; what only ends the page follows them.

    Args:
        lines: the words of each line, and whether it holds text of the guide for sure.
    """
    end = len(lines)
    place = end - 1
    while place > 0 and (closes(lines[place][0]) or is_control(lines[place][0])):
        end = place if closes(lines[place][0]) else end
        place -= 1
    last = max((place for place in range(end) if lines[place][1]), default=0)
    for place in range(last + 1, end):
        links = end < len(lines) and end - place <= _MOST_LINKS
        if closes(lines[place][0]) or (links and _ELSEWHERE.fullmatch(lines[place][0].strip())):
            return place
    return end


def left_out(page: Sequence[str], gone: Sequence[str]) -> list[Finding]:
    """What an editor should know of the lines of a page that are taken for its frame.

    Args:
        page: the words of all lines.
        gone: the words of those that are left out.
    """
    if not gone:
        return []
    words, of = (sum(len(line.split()) for line in lines) for lines in (gone, page))
    first, last = (" ".join(line.split())[:_SHOWN] for line in (gone[0], gone[-1]))
    if len(gone) == 1:
        message = f'A line around the guide is left out, {words} of {of} words: "{first}".'
    else:
        shown = f'"{first}" ... "{last}"'
        message = (
            f"{len(gone)} lines around the guide are left out, {words} of {of} words: {shown}."
        )
    return [Finding("left_out", message)]
