"""What a section is about: by its heading, and by its content where the heading says nothing."""

import re
from collections.abc import Sequence

from assistant.guides.model import Block, BlockKind, SectionKind

_FAQ = re.compile(
    r"\bfaqs?\b|^(?:your )?questions\W*$|frequently asked|\bq\s?(?:&|and)\s?as?\b"
    r"|questions and answers|\b(?:quick|common|straight) answers\b"
    r"|\b(?:common|your|popular|typical|candidate|reader|key|quick|other|more)"
    r"\W+(?:\w+\W+)?questions"
    r"|questions\b.*\b(?:ask|hear|get|raise|answered)|\bpeople (?:also )?ask|you might ask",
    re.IGNORECASE,
)
_CALL_TO_ACTION = re.compile(
    r"\bfind (?:your|a|the) (?:next |new |perfect |right |ideal )?(?:role|job|opportunit|position)"
    r"|\b(?:ready|want) to (?:apply|start|take the next step|make (?:a|the|your) move)"
    r"|\b(?:browse|search|explore|view|see|discover)\b.{0,60}\b(?:jobs?|roles?|vacanc\w+"
    r"|opportunit\w+|openings?|posts|adverts|positions)"
    r"|\bapply (?:now|today|here|online|via|through|for (?:an?|the|this|our|your)\b)"
    r"|^to apply,? (?:please )?(?:ring|call|phone|email|write|visit|send|contact)\b"
    r"|\bupload your cv\b"
    r"|\b(?:sign up|register (?:now|today|with)|get started|join us|get in touch|contact us)\b"
    r"|\bjob alerts?\b|\b(?:latest|current|live|open) (?:jobs|roles|vacancies)",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"(?:are you )?(?:ready|want|keen|like|looking|interested in|fancy)\b", re.IGNORECASE
)
_EMPLOYERS = (
    r"\b(?:agenc(?:y|ies)|pharma|universit(?:y|ies)|cros?|nhs|charit(?:y|ies)|freelance|hospitals?"
    r"|trusts?|suppliers?|consultanc(?:y|ies)|start-?ups?|industry|councils?)\b"
)
_WORDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            SectionKind.SALARY,
            r"salar(?:y|ies)|\bpa(?:y|ys|id)\b|\bearn\w*|\bwages?\b|compensation|remuneration"
            r"|\b(?:hourly|daily|day|contract|freelance|locum|agency|sessional|contractor|interim)"
            r" rates?\b|^(?:\w+ )?rates (?:by|per|for|of pay)\b|^(?:our |the )?rates$"
            r"|\breward|\bmoney\b|\bpackages?\b|\bbenefits\b|\bperks\b|\bextras\b|how much"
            r"|[£€]{2}",
        ),
        (
            SectionKind.SKILLS,
            r"skill|competenc|\bqualifi|\bperson specification|\bpersonal qualities"
            r"|requirement|\bknowledge\b|\babilit|strengths"
            r"|\btool(?:s|kit|ing|box)?\b|technolog|\btech stack\b|need(?:ed)? to (?:know"
            r"|bring|have|show)"
            r"|what you(?:(?:'|’)?ll| will|(?:'|’)d)? need|what it takes|know-how|expertise"
            r"|credentials|\bgood at\b",
        ),
        (
            SectionKind.DIFFERENCES,
            r"\bthe same (?:\w+ )?(?:every|wherever|across)"
            r"|\bdiffer|\bdistinct|\bunlike\b|compared (?:with|to)|\bversus\b|\bvs\b"
            r"|sets? .{0,30}apart"
            r"|what makes|\bspecial about|what changes|\bunique|\bsettings compared\b"
            r"|\bwhere you work\b|^where\b.{1,40}\bwork$|^where in\b|\bplaces to (?:do it|work)\b"
            r"|(?:across|between) (?:the )?(?:sectors?|settings?|employers?)"
            r"|\bhow (?!.*\bpay\b).{0,30}\b(?:changes|varies|shapes)\b"
            r"|\b(?:types?|kinds?) of (?:charit|compan|employer|organi[sz]ation|setting|site)"
            r"|^compar(?:ing|ison of) (?:the )?(?:employers|sectors|settings)\b|^employers$"
            r"|\bwho (?:hires|employs)\b(?!.*\bpay)|\bwho you (?:\w+ )?work for\b|^settings$"
            rf"|^{_EMPLOYERS}.*{_EMPLOYERS}.*\?$",
        ),
        (
            SectionKind.PATHWAYS,
            r"path(?:way)?s?\b|\bways? in(?:to)?\b"
            r"|progress|\broutes?\b|entry points?|\bcareers?\b|promotion"
            r"|next steps?|^(?:and )?(?:where|what) next\b"
            r"|where .{0,40}(?:leads?|go next|goes|take you|go from here)|get(?:ting)? in(?:to)?\b"
            r"|getting (?:on|started)\b(?!.*\bpay\b)|how to (?:train|start|join)\b"
            r"|^later on$|^and (?:after that|then)\??$"
            r"|\bfirst job\b(?! interview)|\bapprenticeships?\b(?! pay)"
            r"|how to become|becoming a"
            r"|how (?:do|can|did|would) (?:i|you|we|they|people) (?:become|qualify|train\b|get in)"
            r"|(?:what|where)(?:\W?s| comes| could you go) next\b"
            r"|where (?:does|can|could) (?:it|this|i|you) (?:go|lead)\b"
            r"|breaking in|moving (?:in|on|up|into)|ladder|\btraining\b|how (?:people"
            r"|you) (?:get|move|grow)",
        ),
        (
            SectionKind.RESPONSIBILITIES,
            r"\bthrough (?:your|an?|the) (?:\w+ )?(?:day|week|shift)\b"
            r"|responsib|\bduties\b|\btasks?\b|day[- ]to[- ]day|\bday in\b|typical (?:day|week)"
            r"|accountab|answer(?:s|able)? for|\bkey (?:result|task) areas?\b"
            r"|what you(?:'|’)?(?:ll|d| will| would)? (?:actually )?(?:do|be doing|own|work on)\b"
            r"|\b(?:working|normal|average) (?:day|week)\b|\ba (?:day|week) looks\b"
            r"|\ba (?:day|week|\w+day|shift(?= \w+ (?:the|an?)\b)) (?:in|at|on)\b"
            r"|\bhour by hour\b|\bfills (?:the|your) (?:day|week)\b"
            r"|what (?!.*\b(?:pay|earn|cost)s?\b)(?!do (?:i|we|you)\b(?!.*\bdo\b))"
            r".{0,60}\bdo(?:es)?\b"
            r"|the work\b|the job involves|involves|deliver(?:s|ables)",
        ),
        (
            SectionKind.INTRODUCTION,
            r"^(?:about|overview|at a glance|in brief|in short|summary|quick view)\b|what is an?\b"
            r"|\bintroduction\b|^(?:(?:main|overall|job|post|role) )?(?:purpose|summary)"
            r"(?: of (?:the )?(?:job|post|role))?\W*$|^getting to know\b"
            r"|^why (?:the|this) (?:role|job|work) exists"
            r"|^what .{0,40}\breally is$|^what (?:the|this) (?:job|role) is(?: about)?$"
            r"|who is an?\b|\bthe role$|^the role\b",
        ),
    )
)
#: What is about pay wherever it stands: "Newly qualified planner pay".
_OF_PAY = re.compile(
    r"(?:(?:your|the|typical|starting) )?(?:pay|salar(?:y|ies)|wages|earnings)\b(?! for\b)"
    r"[^.?!]{0,30}|[^.?!]{0,60}\b(?:pay|salar(?:y|ies)|wages|earnings)",
    re.IGNORECASE,
)
_TITLED_FOR_SKILLS = re.compile(r"skill|competenc", re.IGNORECASE)


def kind_of_heading(heading: str, role: str = "") -> SectionKind:
    """The kind that the heading's words name; the word that comes first decides. OTHER if none.

    The role's own name is left out: "What a Training Manager earns" is not about training.
    """
    if role:
        heading = re.sub(re.escape(role) + "s?", "it", heading, flags=re.IGNORECASE)
    if _FAQ.search(heading):
        return SectionKind.FAQ
    found = [
        (match.start(), kind) for kind, pattern in _WORDS if (match := pattern.search(heading))
    ]
    if found:
        return min(found, key=lambda place: place[0])[1]
    return SectionKind.OTHER


def is_of_pay(heading: str) -> bool:
    """Whether a heading below another is about pay, whatever that one is about."""
    return _OF_PAY.fullmatch(heading) is not None


def invites(text: str) -> bool:
    """Whether the text asks the reader to look for a job or to get in touch."""
    return _CALL_TO_ACTION.search(text) is not None


def calls(text: str) -> bool:
    """Whether a question only asks the reader to apply: "Ready to apply?"."""
    return _CALLS.match(text) is not None and invites(text)


def kind_of_content(blocks: Sequence[Block]) -> SectionKind:
    """The kind that the blocks show: a pay table, FAQ pairs or a table of skills. OTHER if none."""
    rows = [block for block in blocks if block.kind is BlockKind.TABLE_ROW]
    paid = sum(bool(block.bands) for block in blocks)
    if paid >= 2 and 2 * paid >= len(rows):
        return SectionKind.SALARY
    pairs = sum(block.kind is BlockKind.FAQ for block in blocks)
    if pairs >= 2 and 2 * pairs >= len(blocks):
        return SectionKind.FAQ
    if any(row.columns and _TITLED_FOR_SKILLS.search(row.columns[0]) for row in rows):
        return SectionKind.SKILLS
    return SectionKind.OTHER
