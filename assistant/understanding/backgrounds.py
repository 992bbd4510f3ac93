"""Whether somebody asks if a job is open to one of the background that they tell of.

"Ward nurse for ten years. Would anyone have me?": no word of it says what a guide would, that some
come from clinical work, and most of it is a story. What is asked is always the same.
"""

import re

from assistant.chunks import ROLE_NOUN
from assistant.matters import ENTRY, asked_about
from assistant.words import NUMBER

_OTHERS = (
    r"(?:anyone|anybody|someone|somebody|they|employers?|the nhs|hospitals?|trusts?|labs?|firms|"
    r"companies|teams|you|people|(?:an?|the|any)\s+(?:[\w-]+\s+)?[\w-]+)"
)
#: Who is taken on: "would anyone have me", "do they want people who ...".
_WHOM = (
    r"(?:me|us|him|her|them|(?:an?\s+)?(?:some(?:one|body)|any(?:one|body)|people|person|ex|former)|"
    r"my\s+\w+|an?\s+(?:\w+\s+){0,2}like)"
)
#: What it is worth to know something is asked, and not what a background is worth.
_NO_DEED = r"(?!\s+(?:to\s+(?:know|have|learn|use|read|own|expect|ask|want|earn|do|take|bring)|that|if|when)\b)"
_ONE = r"(?:me|us|him|her|them|someone like (?:me|him|her|that)|somebody like (?:me|him|her|that))"
#: Nothing more is asked than that: not "could I do it three days a week?".
_AND_NO_MORE = (
    r"(?=\W*$|\s*[?.!,;]|\s+(?:too|then|really|realistically|now|at my|after|coming|or|even|instead|"
    r"next|myself|himself|herself)\b)"
)
_ASKS = re.compile(
    r"\b(?:someone|somebody|people|those|anyone|ones?)\s+(?:like|with)\s+(?:me|us|my|him|her|them|that|this)\b"
    r"(?:\W*$|[^.?!]{0,30}\b(?:get in\w*|get a|make it|fit|do (?:it|this)|apply|hired|welcome|suit\w*|into|stand|work as)\b)|"
    r"\b(?:any|what|much|no)\s+(?:use|good|chance|hope|prospects?)\b(?!\s+of\s+(?:a|more|pay|promot))|"
    r"\b(?:a|any|the)\s+(?:\w+\s+)?(?:way in|route in|look.?in|shot at|door open)\b|"
    rf"\b(?:would|will|could|can|do|does|might)\s+{_OTHERS}\s+(?:\w+\s+)?"
    rf"(?:have|take|hire|look at|consider|touch|want|accept|employ)\s+(?:on\s+)?{_WHOM}\b|"
    rf"\b(?:would|will|could|might)\s+(?:have|take|hire|look at|consider|want|accept)\s+(?:on\s+)?{_WHOM}\b|"
    r"\b(?:can|could|would|will|might)\s+(?:i|he|she|we)\s+(?:even\s+|ever\s+|still\s+)?(?:get|land|find)\s+(?:in\s+as\s+)?"
    r"(?:an?|any|some)\s+(?:[\w-]+\s+){0,4}?(?:job|role|post|position|work)\b|"
    r"\b(?:real|serious|credible|realistic)\s+(?:candidate|contender|prospect|bet)\b|"
    r"\b(?:take|taken)\s+(?:\w+\s+){0,4}seriously\b|\bstand a chance\b|"
    # Not "what would he get in Leeds", a sum.
    r"(?<!what )(?<!much )\b(?:can|could|would|might|may|should|is it|how (?:do|would|can|could|should))\b(?!\s+they\b)[^.?!]{0,30}\b"
    r"(?:switch|retrain|convert|transition|get in\b|get into|break in|go into|become|be one of|"
    r"(?:move|cross|jump|step|hop|come)\s+(?:up\s+)?(?:over|across|sideways|into|in)\b)|"
    rf"\b(?:{ROLE_NOUN}|it|that|this)\b[^.?!]{{0,25}}\b(?:an?|the)\s+"
    r"(?:sensible|good|smart|wise|bad|daft|natural|logical|realistic|sideways|possible|silly|mad)\s+(?:\w+\s+)?"
    r"(?:move|step|switch|jump|leap|change|idea|plan|choice|shout)\b|"
    r"\b(?:someone|somebody|they|he|she|people|everyone|my \w+)\s+(?:sa(?:id|ys?)|reckons?|thinks?|told\s+me)\s+(?:that\s+)?"
    r"i\s+(?:could|can|should|might)\b|"
    r"\b(?:does|do|would|will|could|is|are)\s+(?:that|it|this|any of (?:it|that|this)|my\s+\w+(?:\s+\w+)?)\s+(?:\w+\s+){0,2}"
    r"(?:counts?|help|carry over|transfer|useful|any (?:use|good)|worth (?:anything|something)|relevant|"
    rf"an advantage|a plus)\b{_NO_DEED}|"
    r"\b(?:does|do|would|will)\s+(?:[\w-]+\s+){1,8}?(?:count|help|carry\s+over|transfer)"
    r"(?=\W*$|\s+(?:for|as|towards|in\s+my\s+favour|at\s+all)\b)|"
    rf"\bmake (?:it (?:in|into|as)|the (?:jump|switch|move|leap))\b|"
    rf"(?:\b(?:it|this|that|me|him|her)\s+(?:\w+\s+)?|(?:^|[.,!?;]\s*))(?:realistic|doable)\b{_NO_DEED}|"
    # Whether what they lack keeps them out.
    r"\b(?:is|will|would)\s+(?:that|it|this)\s+(?:(?:going\s+to\s+)?be\s+)?(?:an?\s+)?"
    r"(?:problem|issue|barrier|bar|handicap|disadvantage|deal.?breaker)\b|"
    r"\bdoes\s+(?:that|it|this)\s+(?:matter(?!\s+(?:what|which|how|where|when|who|if|that|whether)\b)|rule\s+\w+\s+out|count\s+against\s+\w+)\b|"
    # Whether the job is one for them: "would it suit her", "could he be a fitter".
    rf"\b(?:suits?|fits?)\s+{_ONE}\b|\b(?:right|open|easier|easiest)\s+(?:for|to)\s+{_ONE}\b|"
    r"\b(?:can|could|might)\s+(?:i|he|she|they)\s+(?:ever\s+|really\s+|even\s+)?(?:be|do|run|work\s+as|train\s+as)\s+"
    rf"(?:(?:an?|the|this|that)\s+)?(?:{ROLE_NOUN}|job|one|it)\b{_AND_NO_MORE}|"
    rf"\b(?:something|anything|one|a job)\s+(?:that\s+)?(?:i|he|she|they)\s+(?:can|could|might)\s+do\b{_AND_NO_MORE}|"
    r"\bwhat\s+(?:can|could)\s+(?:i|he|she)\s+do(?=\W*$|\s+with\s+(?:that|it|this)\b)|"
    r"\b(?:have|has|got)\s+it\s+in\s+(?:me|him|her|them)\b|\b(?:cut out|the right (?:sort|kind|type|person))\s+(?:for|to be)\b",
    re.I,
)
#: Whether it is any use to try, which may be asked of anything.
_AM_I = re.compile(
    r"\bam\s+i\s+(?:just\s+)?(?:wasting\s+my\s+time|kidding\s+myself|dreaming|deluded|being\s+daft)\b",
    re.I,
)
_OF_A_BACKGROUND = re.compile(
    r"\b(?:background|experience|qualifications?|degree|training)\b", re.I
)
#: Somebody of a background, whoever it is: "an ex teacher", "people from shops".
_SOMEBODY = (
    r"(?:(?:an?\s+|any\s+|some\s+)?(?:ex|former|retired|redundant)\b(?:\W\w+)?|"
    r"(?:someone|somebody|people|anyone|anybody|those)\s+(?:(?:coming|moving|switching)\s+)?"
    r"(?:(?:from|out\s+of)\s+(?!(?-i:[A-Z])|abroad\b|overseas\b|an?other\b|other\b|outside\b)|"
    r"who\s+(?:was|were|used)\b)(?:\s*\w+)?)"
)
#: Whether such people are taken: "do care homes take ex chefs?".
_TAKES_THEM = re.compile(
    r"\b(?:do|does|would|will|could)\s+(?:[\w-]+\s+){1,3}?(?:have|take|hire|want|accept|employ)\s+"
    rf"(?:on\s+)?{_SOMEBODY}",
    re.I,
)
_OF_SOMEBODY = re.compile(
    rf"\b(?:can|could|would|will|might|do|does|take|have|hire|want|accept|employ|on|how)\s+{_SOMEBODY}",
    re.I,
)
#: "How long until I'm any use?" asks how long.
_OF_SOMETHING = re.compile(
    r"\b(?:how\s+(?:long|much|many|often|soon|quick\w*|fast|hard)|when|which(?!\s+(?:of|ones?|jobs?|roles?)\b)|where)\b",
    re.I,
)
#: What is told of these is what is asked about: "I'm here on a visa, would they take me?".
_CIRCUMSTANCES = frozenset(
    {
        "visas and sponsorship",
        "qualifications from abroad",
        "English language level",
        "criminal record and background checks",
        "health checks and vaccinations",
        "disability and adjustments",
        "driving and a car",
        "physical demands",
        "future of the job, AI and automation",
    }
)
#: What is also asked by who asks whether a job would suit them, or how to retrain for it.
_ALSO = frozenset({"personality and soft skills", "sideways moves to other jobs"})
#: "Move up into" is asked from without, and not of what comes next.
_UP = re.compile(r"\bup\s+(?=into\b)", re.I)
RELATIVE = (
    r"(?:my|our)\s+(?:lad|son|daughter|kid|boy|girl|husband|wife|partner|brother|sister|cousin|mate|friend|"
    r"nephew|niece|boyfriend|girlfriend|mum|dad|uncle|aunt|client|student|pupil|neighbour|colleague)"
)
#: "Can I work there?" tells nothing.
_UNASKED = "".join(
    rf"(?<!\b{verb}\s)" for verb in "can could would should will might may must do did".split()
)
_TELLS = re.compile(
    r"(?:^|[^\w'’])(?:i['’]?(?:m|ve)|i\s+am|i\s+have)\s+(?:\w+\s+){0,2}?(?:an?|the|been|worked|done|spent|got|qualified|working|doing|leaving|in|on)\b|"
    rf"(?:^|[^\w'’]){_UNASKED}i\s+(?!(?:want|need|like|love|hate|think|wonder\w*|would|could|can|might|should|must|hope|know|"
    r"guess|heard|read|saw|get|do|did|am|have|just|really|don|was (?:wondering|told|asked|hoping))\b)[a-z]+\b|"
    r"(?:^|[^\w'’])i\s+do\s+(?:an?|the|some|my|our|\d\w*|\w+\s+(?:at|for|in))\b|"
    r"(?:^|[.,;!?]\s*)(?:been|works? (?:in|at|on|for|as)|worked|working|doing|currently|used to|ex|former|fresh out of|(?:just )?(?:left|finished|finishing)|leaving)\b|"
    rf"\b{NUMBER}\s*(?:years?|yrs?)\b(?!\s+old)|"
    r"\b(?:never|not|didn['’]?t|hasn['’]?t|haven['’]?t)\s+(?:did|do|done|studied|study|trained|took|taken|sat|learn(?:ed|t)?)\b|"
    r"^\W?\w[\w/-]*(?: [\w/-]+){0,5} here\b[,.!–-]|\bmade redundant\b|\bmy background\b|"
    rf"\b{RELATIVE}(?:['’]?s|\s+(?:work|did|\w+(?:s|ed)))\b|"
    r"\b(?:is|would|could|can|might|will)\s+an?\s+[\w-]+(?:\s[\w-]+)?\s+(?:who|with)\b",
    re.I,
)


def asks_of_background(question: str, told: str) -> bool:
    """Whether a question asks if a job is open to somebody, and their background is told.

    Args:
        question: what is asked.
        told: what stands right before it, "" if nothing does.
    """
    said = f"{told} {question}".strip()
    found = _ASKS.search(question) or _TAKES_THEM.search(question)
    if not found and (_TRADE.search(said) or _OF_A_BACKGROUND.search(said)):
        found = _AM_I.search(question)
    # "Do I need a degree?" tells of none.
    told_of = not told.endswith("?") and _OF_A_BACKGROUND.search(told)
    tells = _TELLS.search(said) or _OF_SOMEBODY.search(question) or told_of
    if not found or not tells:
        return False
    of_something = _OF_SOMETHING.search(re.split(r"[.!?]", question[: found.start()])[-1])
    if of_something or asked_about(said) & _CIRCUMSTANCES:
        return False
    # "Any chance of part-time hours?" asks about hours.
    asked = _UP.sub(" ", _OF_SOMEBODY.sub(" ", question[found.start() :]))
    return asked_about(asked) <= ENTRY | _ALSO


#: What somebody was, or did for years.
_TRADE = re.compile(
    r"\b(?:was|been|used to be)\s+(?:an?\s|in\s+the\s)|\b(?:i|['’]ve|and|have)\s+(?:\w+\s+)?worked\b|"
    rf"\b(?:ex|former|redundant)\b|(?<!for\s)(?<!last\s)(?<!in\s)\b{NUMBER}\s*"
    r"(?:years?|yrs?)\b(?!\s+(?:old|later|ago|time|contract))",
    re.I,
)
#: Words of questions, and of what is wanted, however it is put.
_WANTED = re.compile(
    r"\?|\b(?:what\w*|how|which|who\w*|when|where|why|any\w*|whether|if|can|could|will|would|should|won['’]?t|wouldn['’]?t|isn['’]?t|aren['’]?t|don['’]?t|do|does|is|are|may|"
    r"might|has|every|all|list|please|pls|tell|show|write|mean|meant|about)\b",
    re.I,
)


def only_tells_it(said: str) -> bool:
    """Whether somebody tells what they were or did for years, and asks nothing."""
    return bool(_TRADE.search(said)) and not _WANTED.search(said)
