"""What a question is about and what shape of answer it asks for, from its words."""

import re
from functools import lru_cache

from assistant.guides.model import SectionKind
from assistant.understanding.employers import EMPLOYER
from assistant.understanding.held_band import asks_the_way_on
from assistant.understanding.money_for_things import asks_for_cost, given_for, moves_pay
from assistant.understanding.paid_better import on_more, pays_more
from assistant.understanding.query import Form
from assistant.words import stem, terms

#: Hours that are done and courses that are gone through are no duties: "what nights do you do?"
_DONE = (
    r"\s+(?:(?:kind|sort|type)s?\s+of\s+)?(?:\w+\s+)?(?:shift|hour|day|night|weekend|pattern|rota|time|week|overtime|"
    r"course|exam|training|placement|qualification|degree|a[- ]level|gcse|subject)s?"
)
#: What somebody works or is asked on is no pay: "what do they grill you on".
_NOT_UPON = (
    r"(?![^.?!]{0,60}\b(?:grill|test|quiz|examin|assess|judg|mark|scor|train|work|focus|rel|depend|"
    r"bas|brush|read|swot)(?:e|es|s|ed|d|ing|y|ies|ied)?"
    r"(?:\s+(?:you|me|him|her|us|them|people|up|an?\s+[\w-]+))?\s+on\b)"
)
#: Words that point to a kind of section, whatever the role or the sector.
CUES: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (
            SectionKind.SALARY,
            r"\b(?:salar\w+|pay|pays|paid|paying|wages?|earn\w*|income|remunerat\w+|compensat\w+|money(?:wise)?|(?<!software )packages?|payscales?|"
            r"bonus\w*|equity|shares|perks|pounds|per annum|p\.?a\.?|take[- ]home(?![- ](?:task|test|exercise|assignment|challenge|project|assessment)s?\b)|on[- ]target|how much (?:do|does|would|can|could|will|is|might|should)|"
            r"(?:should|could|can|would|do) (?:i|we|you|one) (?:be )?(?:ask\w*|hold\w* out|aim\w*|push\w*) for|ballpark|going rate|day rates?|figure salary|"
            r"offer(?:ed|s|ing)? me|quid|dosh|wonga|moolah?|wedge|readies|bands?|benchmarks?(?= for\b)|(?:higher|highest|lower|pay|the) ceiling|rem)\b|£\s?\d|£\s*[£?]|\bin (?:£|pounds)|\bon (?:less|more|the same) (?:than|as)\b|\b\d{2,3}k\b|\bwhat(?:'s| is| would| should| could| might| will| do| does| are)\b"
            + _NOT_UPON
            + r"[^.?!]{0,60}\bon\s*(?:\?|$|in\b|as\b)",
        ),
        (
            SectionKind.RESPONSIBILITIES,
            r"\b(?:responsib\w+|duties|duty|(?:main|daily|everyday|usual|routine|key) jobs (?:of|for|as|that)|day[- ]to[- ]day|day[- ]in[- ]day|(?<!interview )(?<!test )tasks?|(?:typical|average) (?:day|week)|(?:normal|usual|ordinary) day|(?:day|week|shift) (?:\w+ly )?looks? like|day in (?:the|a) life|"
            r"a day (?:at work |in the office )?(?:be )?like|(?:get|gets|getting) up to(?=\W*$|,| (?:all|each|every|at|on|in)\b)|"
            r"accountab\w+|remit|on the hook for|run[- ]?down|bullet by bullet|to[- ]?do list|on (?:\w+ ){1,3}plate|job (?:description|spec\w*)|"
            r"(?:everything|all (?:of )?(?:the )?(?:things|stuff|jobs|bits)|full list|the lot)\b[^.?!]{0,60}\b(?<!able to )(?:do|does|doing|done|handl\w+|look\w* after|cover\w*|tak\w* (?:care of|on))|(?:job|role|work) (?:really |actually |mainly )?(?:involves?|entails?|consists? of)|"
            r"(?:what|everything|things)\b[^.?!]{0,30}\b(?:job|role|work|it) (?:really |actually |mainly )?(?:involve|entail|consist of)|"
            rf"(?:what|which(?!\s+\w+\s+(?:do|does)\W*$))\b(?!{_DONE}\s+(?:do|does|would|will|did|should|must)\b)[^.?!]{{0,40}}\b(?<!go on to )(?<!do i have to )(?<!do i need to )(?<!do we have to )(?<!do we need to )(?<!should i )(?<!must i )(?<!can i )(?:do|does|doing)\s*(?:all day|every day|and\b|,|each day|at work|in practice|then(?<!do i do then)(?<!do we do then)|\?|$|in (?:the|a|this)|as (?:an? |the )?(?:\w+ )?role\b(?!\s+(?:when|if|with|to)\b)|as (?:an?|the) (?:[\w'-]+ ){{0,4}}[\w'-]+\W*$))",
        ),
        (
            SectionKind.SKILLS,
            r"\b(?:skills?|competenc\w+|abilit\w+|(?:be )?able to do|tick off|strengths?|qualit(?:y|ies)|good at|know[- ]how|aptitudes?|traits?|expertise|tech stack|attributes?|"
            r"what (?:should|do|would|could|can|must) (?:i|he|she|we|they|you) (?:need to |have to )?(?:learn|brush up))\b",
        ),
        (
            SectionKind.PATHWAYS,
            r"\b(?:become|becoming|get(?:ting)? into|break(?:ing)? into|get(?:ting)? in\b|get started|getting started|get (?:a|their|his|her|your|my) start|foot (?:in|through) the door|foot on the ladder|start out|way in|ways in|route\w*|entry(?![- ]level)|enter|path\w*|progress\w*|"
            r"(?:get|go|move|step)(?:ting|ing)? (?:up )?(?:from|to) (?:an? |the )?(?:junior|mid|senior|lead|principal|head|band|next (?:level|rung|step))|(?:do|go|be|move) next\b|promot\w+|switch\w*|transition\w*|move (?:into|up|on|across|over)|next step|what (?:comes|happens) next|where next|career ladder|(?:(?:go|goes|going|mov\w+|way|climb\w*) up|climb\w*) the (?:ladder|ranks)|later on|long[- ]term|come from|background\w*|"
            r"how (?:far|high)(?: up)? (?:can|could|do|does|would|might|will)\b[^.?!]{0,40}\b(?:go|get|climb|rise)|"
            r"(?:what(?:['’]?s| is| comes)|where)\b[^.?!]{0,30}\bafter (?:an? |being (?:an? )?)?(?:junior|mid|senior|lead|principal|head)|go on to (?:do|be|become)|go on to(?=\W*$| (?:after|next|from|later)\b)|"
            r"retrain\w*|change career|climb|further up|advance\w*|where (?:can|could|does|do|might|would|will)\b[^.?!]{0,40}\b(?:lead|go|take|end up))\b",
        ),
        (
            SectionKind.DIFFERENCES,
            r"\b(?:differ\w*|unlike|compared (?:with|to) (?:other|normal|ordinary|regular|usual|most|general|typical|a normal|any other)|special about|"
            r"set\w* (?:it|this|the (?:job|role)) apart|other (?:sectors?|industr\w+)|elsewhere|outside (?:health\w*|the sector))\b",
        ),
        (
            SectionKind.INTRODUCTION,
            r"\b(?:what (?:is|are|'s) an? |what(?:'s| is) (?:the|this) (?:role|job)|overview|in a nutshell|summar\w+|in short|tell me about|"
            r"(?<!what )(?<!how )about the (?:role|job)|purpose|point of|why does (?:the|this) (?:role|job) exist|what does an? )",
        ),
    )
)

_PAY_FIGURE = re.compile(
    r"\b(?:should|could|can|would) (?:i|we|you|one) (?:be )?(?:ask\w*|hold\w* out|aim\w*|push\w*) for\b|"
    r"\bhow much\b(?=\s*[?,]|\s*$|\s+(?:do|does|did|can|could|would|will|is|are|am|should|might|may|money|cash|dosh|wonga|moolah?|pay|salary|more|less|better|extra|"
    r"(?:he|she|someone|somebody)(?:['’]?d|\s+(?:would|will|do|does))?\s+(?:get|earn|make|be paid|be on)|"
    r"for|as|in|at|per|if|when|once|on|an?|the|i|you|we|they)\b)(?! (?:do|does|would|will|should) (?:i|you|we|they) (?:need|have to)\b)|"
    r"\b(?:salar\w+|wages?|pay(?! (?:my\b|towards\b|attention|off\b|to (?!an?\b|the\b|their\b|your\b|his\b|her\b|people|staff|those|new|start)))|pays|paid|paying|earn\w*|income|remunerat\w+|"
    r"money(?:wise)?|compensation|package|per annum|pa|take[- ]home(?![- ](?:task|test|exercise|assignment|challenge|project|assessment)s?\b)|ballpark|going rate|grand|thousand|quid|dosh|wonga|moolah?|wedge|readies|figures?|bands?|benchmarks?(?= for\b)|(?:higher|highest|lower|pay|the) ceiling|brackets?|ranges?|(?<!climb the )(?<!climbing the )(?<!career )(?<!go up the )(?<!goes up the )(?<!going up the )(?<!move up the )(?<!moves up the )(?<!moving up the )(?<!way up the )ladder)\b|£\s?\d|\b\d{2,3}k\b|\boffer\w* me\b|"
    r"\bwhat(?:'s| is| would| should| could| might| will| do| does| are)\b"
    + _NOT_UPON
    + r"[^.?!]{0,60}\bon\s*(?:\?|$|(?:in|as|at)\b)|"
    r"\bwhat (?:would|will|could|can|might|do) (?:i|you|he|she|we|they) (?:be|start|get) on\b|"
    r"\b(?:most|least|top|highest|lowest)\b[^.?!]{0,25}\b(?:earn|make|get|be on)\b|"
    r"\b(?:gets?|makes?)\s+at\s+(?:each|every|all)\b|"
    r"\b(?:number|sum|amount)\s+to\s+(?:ask|aim|hold\s+out|push)\s+for\b|"
    r"\b(?:should|could|can|would) (?:i|we|you|one)(?: tell \w+ to)? budget\b|\bwhat (?:base|basic) (?:do|does|would|will|can|could|should|might|is)\b|"
    r"\bwhat (?:i|you|he|she|we|they|each of us) (?:would|will|could|can|might) (?:\w+ )?(?:be|start|get) on\b|"
    r"\bon (?:less|more|the same) (?:than|as)\b|(?:£\s*){2,}|[£$€]\s*\?|\bin (?:£|pounds)|"
    r"\bwhat (?:do|does|would|will|can|could|should|might) (?![^.?!]{0,60}\b(?:need|have|takes?) to get\b)[^.?!]{0,60}\b(?:get|make|earn|bring home|pull in)(?: me)?(?!\s+up to\b(?!\s*£?\d))\s*(?:\?|$|,|(?:in|at|as|if|once|after|when|while|whilst|starting|straight|initially|to (?:start|begin)|where|then|outside|up|around|near|here|there|\w+[- ]based)\b)",
    re.I,
)

#: Terms that only frame a question about pay: they narrow nothing that a pay table does not hold.
_PAY_FRAME = frozenset(
    terms(
        """salary pay paid wage earn earner income money remuneration compensation package band
        bracket range figure rate scale number average median typical usual expected annual year
        annum gross base basic ballpark rough approximately around level grade experience
        experienced table current now today offer realistic reasonable fair decent good high higher
        highest low lower lowest top best least minimum maximum max min worth likely move live
        located commuting area region city country town uk britain british united kingdom national
        london south east rest outside inside elsewhere job role work worker position look ask
        command start different difference compare comparison versus vs quid grand thousand k step
        ladder rung bottom kind sort amount lot less full fulltime time information show list
        breakdown every whole entire person people exactly precise possible reach hit take home aim
        target permanent perm pass fetch bring stand charge idea sense guess curious wondering mean
        trust hospital health nhs sector private public company bit cash potential honest actually
        per tax pound generally normally better worse point past put bang clear comfortably capital
        see make not guide according say fresh degree uni university finish graduate school yrs
        round old life sciences science professional title qualified fully trained fledged
        advertise vacancy tree total beginner first budget two neither benchmark ceiling somebody
        anybody brand new probably presumably ordinary normal standard plain send span straight went wise moneywise terms
        joke kidding laugh mick mickey piss insult rob daft dosh wonga moola moolah wedge readies
        promoted later eventually run line quote quoting not""",
    )
)

_FRAME = frozenset(
    terms(
        """question ask wondering curious guide say role job position work career people person
        anybody typical usually general main kind sort type bit lot stuff way exactly actually
        basically roughly explain describe list show help advice advise information info details
        overview idea mean expect involve look needed require important interested thinking good
        best great different uk britain british possible able read find found understand quick
        short brief briefly run rundown bullet start finish beginning hook full whole entire
        complete every instead okay ok well difference compare comparison versus vs v whether
        obliged grateful appreciate sorry oops meant enough wait no yeah sure right evening morning
        day sector industry field candidate hiring earth heck hell""",
    )
)

_YES_NO = re.compile(
    r"(?i)^(?:so |and |but |also |ok |okay |then |well )*(?:is|are|am|do|does|did|can|could|will|would|should|must|has|have|was|were)\b"
)
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.COMPARISON, re.compile(r"\b(?:compare\w*|comparison|versus|vs\.?|difference between|differences between|side by side|better paid|pays? (?:more|better|less)|earns? (?:more|better|less)|which (?:of the|one|role|job|roles|jobs))\b", re.I)),
    (Form.WHY, re.compile(r"\b(?:why|how come|what (?:drives|determines|decides|affects|influences|pushes|makes)|for what reason|reasons?)\b", re.I)),
    (Form.FIGURE, _PAY_FIGURE),
    (Form.HOW_TO, re.compile(r"\bhow (?:do|can|could|should|would|might) (?:i|we|you|one|someone|people|a)\b|\bhow to\b|\bbest way\b|\badvice\b|\btips\b", re.I)),
)  # fmt: skip

#: A word with a capital inside a sentence: the name of an employer, most likely, whose own pay no guide gives.
_NAME = re.compile(r"(?<=\S )[A-Z][\w&]+")
#: With one of these words, a single further word ("once qualified") does not turn the question away from the table.
_PAY_NOUN = re.compile(r"\b(?:salar(?:y|ies)|wages?|earn(?:s|ings)?|how much)\b", re.I)
_BAND = re.compile(r"\bband\s?\d|\b(?:which|what)\b[^.?!]{0,20}\bbands?\b", re.I)
_AMOUNT = re.compile(
    r"£\s?\d{2}|\b\d{2,3}\s?k\b|\b\d{2,3} (?:grand|thousand)\b|\b(?:five|six|seven)[- ]figures?\b|\b\d{2,3},\d{3}\b",
    re.I,
)
_PAY_SUBTOPIC = re.compile(
    rf"\b{EMPLOYER}\b[^.?!]{{0,30}}\b(?:compar\w+|versus|vs|against|than|and|or)\b[^.?!]{{0,20}}\b{EMPLOYER}\b|"
    r"\b(?:what|which)\b[^.?!]{0,30}\b(?:driv\w+|affect\w*|determin\w*|influenc\w*|decid\w*|push\w*|factors?|depends?)\b|\bdepends?\b|"
    r"\b(?:where|which sources?|who says|how (?:reliable|accurate|sure|current|up[- ]to[- ]date))\b[^.?!]{0,50}\b(?:figures?|numbers?|data|salar\w+|come from|sourced?|based)\b|\bsources?\b|"
    r"\b(?:bonus\w*|equity|shares|stock|on[- ]?call|out[- ]of[- ]hours|unsocial|perks?|benefits?|extras?|on top|add[- ]?ons?|besides|beyond|allowances?|what else\b[^.?!]{0,20}\b(?:package|offer|deal)|uplift|supplements?|pensions?|weighting)\b|"
    r"\b(?:do|does|will|would|they|employers?|company|nhs|to|can|could) (?:they |the company |the nhs |you |employers )?pay (?:for|my|towards)\b(?! (?:an?|the) (?:junior|senior|mid|lead|head))|"
    r"\b(?:more|less|better|worse)\b[^.?!]{0,25}\b(?:private|public|nhs|industry|pharma|agency|supplier|vendor)\b|"
    r"\b(?:money|cash|extra|anything|something) for (?:\w+ing|the|my|your|each|every)\b|\bafter (?:tax|deductions)\b|\bnational insurance\b|\bnet (?:pay|salary|wage)\b|\bwho pays?\b|\bpays? for (?:that|it|this|them|those)\b|\b(?:day|daily|hourly|contract\w*|freelance) rates?\b|\b(?:freelanc\w*|locums?)\b|\b(?:for an?|an?|per|by the) (?:day|hour)\b|"
    r"\bpay (?:rise|rises|review|reviews|gap|gaps|slip|day|progression|cut|freeze)\b|\b(?:sick|holiday|maternity|paternity|overtime|redundancy|severance|strike|back) pay\b|"
    r"\bsalary sacrifice\b|\bnegotiat\w+\b|\b(?:payday|payslips?|paid (?:leave|holiday|time|break|monthly|weekly|overtime|training|sick\w*|parental|internship|lunch|for|by))\b|\b(?:increase|rise|raise|grow\w*)\b",
    re.I,
)


def topics_of(text: str) -> tuple[SectionKind, ...]:
    """The kinds of section that the words point to, in the order of ``CUES``."""
    return tuple(kind for kind, pattern in CUES if pattern.search(text))


def is_yes_no(text: str) -> bool:
    """Whether the words ask for a yes or a no."""
    return bool(_YES_NO.search(text.strip()))


def form_of(text: str) -> Form:
    """The shape of answer that the words ask for."""
    for form, pattern in _FORMS:
        if pattern.search(text):
            return form
    if is_yes_no(text):
        return Form.YES_NO
    return Form.EXPLANATION


def asks_for_figures(text: str, residue: tuple[str, ...]) -> bool:
    """Whether a question is answered by rows of a pay table, rather than by words about pay.

    Args:
        text: the question.
        residue: its content terms, with roles, levels and places taken out.
    """
    if not names_pay(text) or _PAY_SUBTOPIC.search(text) or asks_for_sources(text):
        return False
    if asks_for_cost(text) or moves_pay(text) or given_for(text) & {*residue}:
        return False
    if _DRIVERS.search(text) and not _AMOUNT.search(text):
        return False
    other = asks_for_time_or_place(text) or asks_the_way_on(text)
    if _BAND.search(text) and other and not _PAY_NOUN.search(text):
        return False
    left = pay_residue(residue)
    named = {stem(word) for word in _NAME.findall(text)}
    loosely = (
        len(left) == 1
        and left[0] not in named
        and bool(_PAY_NOUN.search(text))
        and not _YES_NO.search(text)
    )
    return bool(_AMOUNT.search(text) or _BAND.search(text)) or not left or loosely


_SOURCES = re.compile(
    r"\b(?:sources?|surveys?|publications?|based on|come from|came from|comes? out of|taken from|drawn from|get (?:the|these|those|your) (?:figures|numbers)|who says|says who|trust (?:the|these|this|that|those|them|it|you|your)|trustworthy|"
    r"rely|reliable|reliability|accurate|accuracy|credible|believe|up[- ]to[- ]date|out of date|how (?:sure|certain|good|solid|real|exact|current|old|fresh|recent)|made up|verified?|evidence for)\b",
    re.I,
)
_PAY_WORDS = re.compile(
    r"\b(?:salar\w+|pay|wages?|earnings|figures?|numbers?|ranges?|bands?|amounts?|rates|quoted?)\b",
    re.I,
)
_DRIVERS = re.compile(
    r"\b(?:why|how come|what (?:drives?|determines?|decides?|affects?|influences?|pushes|moves?|makes?|sets?|changes?|shapes?|justif\w+|explains?|accounts? for|factors?|things?|(?:would|could|might|will|can) (?:push|move|raise|lift|put|bring|drive|change))|which (?:factors?|things?)|depends? on|(?:what|how)[^.?!]{0,20}\b(?:bumps?|pushes|nudges|gets?|makes?|puts?|drives?|raises?|lifts?|boosts?)\b[^.?!]{0,30}\b(?:up(?! to\b)|higher|more)\b|what (?:bumps?|boosts?|raises?|lifts?|nudges)|"
    r"how (?:is|are|do they|does) [^.?!]{0,30}\b(?:decided?|set|worked out|determined?|calculated?))\b",
    re.I,
)


_TIME_OR_PLACE = re.compile(
    r"\b(?:when|where|(?:which|what) (?:town|city|cities|part|area|region|day|night|shift|hour|time)s?|how (?:long|soon|quickly|fast|many (?:years?|months?|weeks?))|too (?:soon|early|late)|"
    r"(?:time|steps?|years?|months?) (?:to|until|till|before))\b",
    re.I,
)


def asks_for_time_or_place(text: str) -> bool:
    """Whether it is asked when something comes, after how long, or where it is."""
    return bool(_TIME_OR_PLACE.search(text))


def asks_beside_pay(text: str) -> bool:
    """Whether the words ask for a sum of pay, or for what comes beside it."""
    return names_pay(text) or bool(_PAY_SUBTOPIC.search(text))


def asks_of_pay_alone(text: str) -> bool:
    """Whether a sum of pay is asked for and nothing beside it, whatever else is told."""
    beside = _PAY_SUBTOPIC.search(text) or asks_for_cost(text) or asks_for_sources(text)
    return names_pay(text) and not beside and not asks_for_drivers(text)


def names_pay(text: str) -> bool:
    """Whether the words ask for a sum of pay, whatever else they ask."""
    return bool(_PAY_FIGURE.search(text)) or on_more(text)


def compares_pay(text: str) -> bool:
    """Whether it is asked who gets more pay, and not more of something beside it."""
    return pays_more(text) and not _PAY_SUBTOPIC.search(text)


def asks_for_sources(text: str) -> bool:
    """Whether a question is about where pay figures come from or how far to trust them."""
    return bool(_SOURCES.search(text) and _PAY_WORDS.search(text))


_HOW_SOON = re.compile(r"\bhow (?:soon|long|quick\w*|fast|many (?:years|months))\b", re.I)


def asks_for_drivers(text: str) -> bool:
    """Whether a question about pay asks what moves it, and not how soon it goes up."""
    return bool(_DRIVERS.search(text)) and not _HOW_SOON.search(text)


def pay_residue(residue: tuple[str, ...]) -> tuple[str, ...]:
    """The content terms that a pay table can't hold."""
    return tuple(
        term
        for term in residue
        if term not in _PAY_FRAME and not term.lstrip("£").rstrip("k").replace(",", "").isdigit()
    )


def is_frame(term: str) -> bool:
    """Whether a term only frames a question and carries nothing to look for."""
    return term in _FRAME


@lru_cache(maxsize=64)  # reading a message and searching for it ask of the same words
def cue_terms(text: str) -> frozenset[str]:
    """The terms of a question that only point to a kind of section ("skills", "day to day")."""
    return frozenset(
        term
        for _, pattern in CUES
        for found in pattern.finditer(text)
        for term in terms(found.group())
    )
