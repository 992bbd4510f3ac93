"""The words of a page's frame: what a click does, and what ends a page and is no part of a guide.

They stand in every format, so this looks at words alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from assistant.guides.faq import is_question, lacks_mark
from assistant.guides.model import Finding

#: What ends a page where more of it follows, but may be what a list or a part is about too.
_BEGINS = (
    r"privacy|terms|accessibility|share(?: this)?|sign in|log ?in|my account"
    r"|(?:posted|filed) (?:in|on|by|under)"
)
_MEDIA = r"facebook|twitter|x|linkedin|instagram|whatsapp|e-?mail|print|copy link"
#: What says nothing by itself: an answer may be "No", a setting "Home".
_WEAK = (
    r"menu|search|home|yes|no|close|print|save|email|register|contact us|follow us|facebook"
    rf"|no (?:likes|shares)|cookies|(?:{_MEDIA})(?: (?:{_MEDIA}))+|{_BEGINS}"
)
#: One to three words, or several such names with commas between them.
_NAME = r"[\w'’&-]+(?: [\w'’&-]+){0,2}"
_NAMES = rf"{_NAME}(?:, ?{_NAME}){{0,9}}"
_PAGE = r"(?:page|article|guide|profile|post)"
_STRONG = (
    r"skip (?:to|past|over)\b.{0,40}|jump to (?:navigation|search|(?:main )?content)"
    r"|(?:go )?back to (?:the )?top"
    rf"|(?:print|share|save|email|bookmark|download) (?:this|the) {_PAGE}|share on \w+"
    r"|(?:save|add) to my \w+"
    rf"|(?:did you find|was) this (?:{_PAGE} )?(?:useful|helpful)\?"
    r"|cookies on \S+(?: \S+){0,4}|(?:accept|reject) all(?: cookies)?"
    r"|(?:accept|reject|view|manage|set) (?:(?:additional|analytics|optional) )?cookies"
    r"|cookies?(?: (?:settings|policy|preferences|notice))|site ?map"
    r"|privacy (?:policy|notice)|terms (?:(?:and|&) conditions|of use)"
    r"|accessibility statement|\d+ (?:comments?|likes?|shares)|no comments(?: yet)?"
    rf"|leave a (?:reply|comment)|(?:tags|(?:posted|filed) (?:in|on|by|under)):\s*{_NAMES}"
    rf"|(?:posted|filed) (?:in|on|by|under) (?-i:[A-Z\d]){_NAMES}(?: (?:in|on) {_NAMES})?"
    r"|all rights reserved|\d{1,2}[ -]min(?:ute)?s? read"
)
#: A sort of document, which a first page names beside the job.
_DOCUMENT = (
    r"(?:job|post) description|(?:job|role|career) (?:profile|guide|information)"
    r"|(?:candidate|applicant|recruitment) (?:information )?(?:pack|brief|information)"
    r"|information for (?:applicants|candidates)"
)
_CLICK = (
    r"(?:apply|book|enrol|enquire|register|sign up|subscribe) now|request a call ?back"
    r"|apply for this (?:job|role|post|vacancy)|advertisement"
)
#: What a page offers to click or says of itself amid its text, and never the guide of a job.
_BUTTON = re.compile(
    rf"(?:{_CLICK})(?: (?:{_CLICK})){{0,3}}|apply on (?:the )?(?:company|employer)\S* site"
    r"|(?:save|report|print|share) (?:this )?(?:job|advert|vacancy)"
    r"|(?:estimated )?reading time:? (?:about )?\d{1,2} min(?:ute)?s?"
    rf"|share(?: this)?(?::| on| via) ?(?:{_MEDIA})(?:[ ,/]+(?:{_MEDIA}))*|{_MEDIA}"
    r"|printed from \S+(?: on [\d/.-]{6,12})?(?: page \d+/\d+)?"
    r"|(?:see|view) all (?:\w+ ){0,3}(?:jobs|vacancies|roles)(?: at .{1,40})?"
    r"|we[’']re hiring|follow us on \w+"
    r"|posted (?:today|\d{1,2} (?:hour|day|week|month)s? ago)|\d{1,4} applicants",
    re.IGNORECASE,
)
#: So many names of media in a row share a page.
_FEWEST_MEDIA = 3
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATED = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH},? .{{0,8}}\d{{4}}"
    r"|^\d{1,2}[ -]min(?:ute)?s? read$",
    re.IGNORECASE,
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_WRITER = r"(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3})"
_BYLINE = re.compile(
    rf"(?:written |posted |published )?by {_WRITER}(?:(?:,? and|,| &) {_WRITER}){{0,3}}"
    rf"(?:,? (?:on )?{_DATE})?"
    rf"|(?:(?:last )?(?:updated|posted|published|reviewed)(?: on)?:? )?{_DATE}"
    r"|(?:category|topic|section):? [^|:]{1,40}",
    re.IGNORECASE,
)
#: A line that names other pages, in capitals as titles are: "More like this: Meet a nurse".
_MORE = re.compile(
    r"(?:like this\? )?(?:more like this|read next|you (?:may|might) also like)\s*:"
    r"[\s\[(\"'“‘*_]*(?-i:[A-Z\d]).{1,200}(?<![.!])",
    re.IGNORECASE,
)
#: When a page was changed, which says so itself.
_UPDATED = re.compile(
    r"(?:page )?(?:last )?(?:updated|reviewed|published|modified)(?: on)?:? "
    rf"(?:{_DATE}|{_MONTH} \d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})",
    re.IGNORECASE,
)
_READING = re.compile(r"(?:\d{1,2}[ -])min(?:ute)?s?(?: read)?", re.IGNORECASE)
_CONTROL = re.compile(rf"(?:{_STRONG}|{_WEAK}|{_DOCUMENT})", re.IGNORECASE)
_SURE = re.compile(rf"(?:{_STRONG})", re.IGNORECASE)
_BEGINNING = re.compile(rf"(?:{_BEGINS})", re.IGNORECASE)
_PAGED = re.compile(r"page \d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s{2,}|\t|\s*[|·•/]\s*|(?<=[.?!])\s+")
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\b(?=\s*(?:©|\(c\)|\d{4}|(?-i:[A-Z])[^.:;?!]{0,60}\b\d{4}\b"
    r"|(?-i:[A-Z])[\w ]{1,60}[|·•]))).{0,90}",
    re.IGNORECASE,
)
#: The third item of a list that letters count.
_SECOND, _THIRD = re.compile(r"\(b\)\s", re.IGNORECASE), re.compile(r"\(c\)\s", re.IGNORECASE)
#: Whose page it is, at its foot, though other words of the foot stand beside it. It is text where
#: the sign goes on with a sentence: "The figures are the union's (c) 2025; nights are apart."
_SIGNED = re.compile(
    r"(?:^|[^£]{0,90}(?:[^\w\s,;]|(?<!\w)(?-i:[A-Z])[\w'’-]{0,40})\s)"
    r"(?:©|\(c\) (?=\d{4}))[^;£]{0,90}",
    re.IGNORECASE,
)
#: What a click does, as a browser that keeps only words copies it: "[Upload CV]".
#: Other words in brackets are text: "[Driving licence]", "[Play therapy]".
_BRACKETED = re.compile(
    r"\[(?:upload|apply|save|share|print|download|view|show|read|sign|log|register|close|back|next"
    r"|play|skip)(?: (?:now|here|in|out|up|on|to|for|as|more|less|all|an?|this|the|your|my|cv|pdf"
    r"|form|file|page|jobs?|adverts?|vacanc(?:y|ies)|roles?|article|guide|profile|post|video|menu|ad"
    r"|top|results|content)){0,4}\]",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"registered (?:charity|company|office|in)\b.{0,90}|(?:charity|company) (?:no|num|reg).{0,90}",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:cookies\b[^.:]{0,40}[.:]\s*)?"
    r"(?:(?:we|this (?:web)?site|our (?:web)?site)\b.{0,40}\buses? (?:\w+ ){0,3}"
    r"|(?:some|these|they|you can|to find out|find out|read|see)\b.{0,80})\bcookies\b.{0,300}",
    re.IGNORECASE,
)
#: What heads links to other pages; only what stands below it tells that it ends the guide.
_ELSEWHERE = re.compile(
    r"(?:latest|recent|featured|related|similar|more) (?:vacanc\w+|jobs|roles|careers|courses|news"
    r"|posts|articles|pages|links|stories|guides|profiles)|you (?:may|might) also like",
    re.IGNORECASE,
)
_SHARES = re.compile(rf"(?:print|share|email|bookmark) (?:this|the) {_PAGE}:?", re.IGNORECASE)
_MOST_LINKS = 12
#: So many letters of a line are shown in a finding.
_SHOWN = 60


def is_control(words: str) -> bool:
    """Whether a line only says what a page can do or is, such as "Menu" or "Print | Share"."""
    parts = [part.rstrip(" .:") for part in _BETWEEN.split(words.strip())]
    numbered = len(parts) == 2 and parts[1].isdigit()  # the page's number
    return all(_CONTROL.fullmatch(part) for part in parts[: 1 if numbered else None])


def is_button(words: str) -> bool:
    """Whether a line anywhere in a page is no text of it: "Apply now", "Reading time: 4 minutes".

    One or two names of media tell nothing, for "Email / WhatsApp" may be how people keep in touch.
    """
    parts = [part.strip(" .:!*_") for part in _BETWEEN.split(words.strip())]
    if _MORE.fullmatch(words.strip()) or _BRACKETED.fullmatch(words.strip()):
        return True
    media = sum(re.fullmatch(_MEDIA, part, re.IGNORECASE) is not None for part in parts)
    if media == len(parts) < _FEWEST_MEDIA:
        return False
    return is_byline(words) or all(
        _BUTTON.fullmatch(part) or _PAGED.fullmatch(part) for part in parts
    )


def is_byline(words: str) -> bool:
    """Whether a line only tells who wrote a page, how long it takes to read, or its last change."""
    parts = [part.strip(" .:!*_") for part in _BETWEEN.split(words.strip())]
    known = [_BYLINE.fullmatch(part) or _READING.fullmatch(part) for part in parts]
    if len(parts) == 1:
        return _UPDATED.fullmatch(parts[0]) is not None
    return all(known) and any(map(_DATED.search, parts))


def closes(words: str) -> bool:
    """Whether a line ends a page for sure, such as "14 comments | Share" or "© Example 2026"."""
    line = words.strip()
    if _RIGHTS.fullmatch(line) or _SIGNED.fullmatch(line):
        return True
    parts = [part.rstrip(" .:") for part in _BETWEEN.split(line)]
    surely = any(map(_SURE.fullmatch, parts)) or sum(map(_begins, parts)) > 1
    return is_control(line) and surely


def asks(words: str) -> bool:
    """Whether a line is a question of the guide, and not "Was this page useful?"."""
    return (is_question(words) or lacks_mark(words)) and not is_control(words)


def is_cookie_notice(words: str) -> bool:
    """Whether a line asks what a site may keep of its visitors."""
    return _COOKIES.fullmatch(words.strip()) is not None


@dataclass(frozen=True, slots=True)
class PageLine:
    """The words of a line, whether it holds text of the guide for sure, and is a marked heading."""

    words: str
    holds_text: bool
    is_heading: bool = False


class _Sign(Enum):
    """What a line tells of where its page ends."""

    TEXT = auto()
    SHORT = auto()
    CONTROL = auto()
    BEGINS = auto()
    ABOVE_LINKS = auto()
    CLOSES = auto()


def end_of(lines: Sequence[PageLine]) -> int:
    """How many of a page's lines are the guide's.

    Only what ends the page follows them: no line of it could be text, but names of other pages
    below what heads such, or below what shares a page.
    """
    end = links = 0
    sure = False
    for place in range(1, len(lines)):
        sign = _sign(lines, place)
        if sign is _Sign.TEXT or (sign is _Sign.SHORT and links == 0):
            end = links = 0
        elif not end and sign not in (_Sign.SHORT, _Sign.CONTROL):
            end = place
        sure = sign is _Sign.CLOSES or (sure and end > 0)
        shares = _SHARES.fullmatch(lines[place].words.strip())
        if sign is _Sign.ABOVE_LINKS or (sign is _Sign.CLOSES and shares):
            links = _MOST_LINKS
        links = max(0, links - 1)
    return end if end and sure else len(lines)


def _sign(lines: Sequence[PageLine], place: int) -> _Sign:
    line, before = lines[place], lines[place - 1].words
    words = line.words.strip()
    if asks(before) or (_SECOND.match(before) and _THIRD.match(words)):
        return _Sign.TEXT
    if closes(words):
        return _Sign.CLOSES
    if is_control(words) or is_cookie_notice(words) or _REGISTERED.fullmatch(words):
        return _Sign.BEGINS if _begins(words) else _Sign.CONTROL
    if line.holds_text or line.is_heading or asks(words):
        return _Sign.TEXT
    return _Sign.ABOVE_LINKS if _ELSEWHERE.fullmatch(words) else _Sign.SHORT


def _begins(part: str) -> bool:
    return _BEGINNING.fullmatch(part.rstrip(" .:")) is not None


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
