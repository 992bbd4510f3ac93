"""Whether nothing is asked but what a role is: "what's a ...", its name alone."""

import re

from assistant.chunks import ROLE_NOUN
from assistant.guides.model import SectionKind
from assistant.understanding.in_short import without_manner
from assistant.understanding.query import Form, Query
from assistant.words import terms

_HAIL = (
    r"(?:(?:so|ok|okay|and|but|hi|hello|hey|please|sorry|well)\W+)*"
    r"(?:(?:can|could|would|will)\s+(?:you|u|someone|somebody)\s+(?:please\s+)?)?"
    r"(?:how\s+(?:would|do|can|could|should)\s+(?:you|i|we|one)\s+(?:best\s+)?(?=describe|explain|define|sum))?"
)
#: "I'm 15, what's a ...": who asks is told in a few words.
_WHO = r"(?:i\s?['’]?\s?a?m\s+(?:\w+\W+){1,3}?)?"
#: A short account by its name.
_ACCOUNT = (
    r"(?:(?:give|write|send)\s+(?:me|us)\s+)?(?:an?|the|your)?\s*(?:(?:short|quick|brief|rough|simple|plain|basic)\s+)*"
    r"(?:summary|overview|outline|gist|description|definition|explanation|(?:elevator\s+)?pitch)\s+(?:of|for)"
)
_SAYS = (
    r"(?:explain(?:\s+to\s+(?:me|us))?|say|describe|define|summari[sz]e|sum\s+up|"
    r"tell(?:\s+(?:me|us))?|remind\s+(?:me|us))"
)
_WHAT = (
    rf"(?:what(?:['’]?s|\s+is)\s+{_ACCOUNT}|"
    r"what(?:['’]?s|\s+(?:(?:exactly|actually|even|(?:on\s+earth|the\s+\w+))\s+)?(?:is|are))|who(?:\s+is|\s+are)|"
    rf"(?:{_SAYS}|{_ACCOUNT})\s+what|what\s+would\s+you\s+say|explain|describe|define|summari[sz]e|sum\s+up|{_ACCOUNT}|"
    r"tell\s+me\s+(?:(?:a\s+bit|a\s+little|more|something|all)\s+)?about)"
)
_IT = r"(?:it|that|this)"
_ROLE = rf"(?:(?:an?|the|this|your)\s+)?{ROLE_NOUN}s?"
_PLAINLY = (
    r"(?:in\s+(?:\w+\s+)?(?:simple|plain|easy|normal|everyday|lay\w*|human)(?:['’]s)?\s+\w+|"
    r"simply|in\s+short|in\s+a\s+nutshell|in\s+a\s+(?:few\s+)?(?:word|sentence|line)s?(?:\s+or\s+two)?|"
    r"briefly|"
    r"like\s+i\s?['’]?m\s+\w+)"
)
_TAIL = (
    rf"(?:\W+(?:job|role|ones?|{ROLE_NOUN}|exactly|actually|even|really|please|then|anyway|is|about|"
    rf"(?:to|for)\s+(?:me|us)|{_PLAINLY}))*\W*$"
)
#: What is told before it is no part of it: "my daughter likes puzzles, what is a ...".
_ASKS = re.compile(rf"(?:^|[,;.!–—]\s)\W*{_HAIL}{_WHO}{_WHAT}\s+{_ROLE}{_TAIL}", re.I)
_NAMES = re.compile(rf"^\W*{_HAIL}{_ROLE}{_TAIL}", re.I)
#: "I have no idea what that is": of a role named before it.
_IS_UNKNOWN = re.compile(
    r"\b(?:no\s+(?:idea|clue)|(?:don['’]?t|do\s+not|never)\s+(?:really\s+|quite\s+)?"
    r"(?:know|knew|understand)|not\s+(?:quite\s+|really\s+)?(?:sure|certain))\s+"
    rf"what\s+{_IT}\s+(?:\w+ly\s+|even\s+)?(?:is|means|involves|entails)\W*$",
    re.I,
)
#: A thing by its letters, which is what is not known then.
_NAMED = re.compile(r"\b(?:[A-Z]{2,}\w*|[A-Za-z]*[a-z][A-Z]\w*|[A-Za-z]+\d\w*)\b")
#: "What is it, in plain words?", of a role named in the same message.
_ASKS_OF_IT = re.compile(
    rf"^\W*{_HAIL}(?:{_WHAT}\s+{_IT}\b|what\s+{_IT}\s+(?:even\s+|actually\s+)?is\b|"
    rf"(?:explain|describe)(?:\s+{_IT})?\W+{_PLAINLY}){_TAIL}",
    re.I,
)

#: "Is it just another word for ...", "a fancy name for ...": what it is decides that.
_ANOTHER_NAME = re.compile(
    rf"^\W*{_HAIL}(?:is|are|isn['’]?t|aren['’]?t)\s+{_ROLE}\s+(?:(?:not|just|only|really|basically|simply)\s+)*"
    r"(?:the\s+same\s+(?:thing\s+|job\s+|role\s+)?as|(?:an?(?:other)?|the|one\s+more)\s+(?:[\w-]+\s+){0,2}?(?:words?|names?|terms?|titles?)\s+for)\b",
    re.I,
)
_DOES = re.compile(
    rf"^\W*{_HAIL}{_WHO}(?:(?:{_SAYS}|{_ACCOUNT})\s+)?what(?:\s+exactly)?(?:['’]?s|\s+do(?:es)?|\s+is)?\s+{_ROLE}\s+"
    rf"(?:actually\s+|really\s+|even\s+)?do(?:ing|es)?(?:\s+(?:all\s+day|every\s+day|each\s+day|day\s+to\s+day))?{_TAIL}",
    re.I,
)


#: Terms that only say that roles are compared, in what way and for whom.
_COMPARING = frozenset(
    terms(
        "difference differences differ different differently compare comparison main key basic big "
        "real exactly versus vs two both each them role roles job jobs between mix mixing mixed "
        "confuse confused confusing muddle muddled keep getting actual actually similar same alike "
        "tell apart"
    )
)


def asks_how_they_differ(query: Query) -> bool:
    """Whether nothing is asked but how several roles differ."""
    return (
        len(query.roles) > 1
        and query.form is Form.COMPARISON
        and not query.pay_table
        and "topic" not in query.carried
        and not {*query.topics} - {SectionKind.INTRODUCTION, SectionKind.DIFFERENCES}
        and not ({*query.content} & {*terms(without_manner(query.own)[0])}) - _COMPARING
    )


def asks_what_it_does(query: Query, *, in_short: bool = False) -> bool:
    """Whether nothing is asked but what somebody in the role does, and ``in_short`` to be brief."""
    said, brief = without_manner(query.own)
    return bool(_DOES.match(said)) and (brief or not in_short)


def other_name_asked(query: Query) -> str | None:
    """What it is asked whether the role is but another name for; None if that is not asked."""
    found = _ANOTHER_NAME.match(query.own)
    return query.own[found.end() :] if found else None


def asks_what_it_is(query: Query) -> bool:
    """Whether nothing is asked but what the role is."""
    if _IS_UNKNOWN.search(query.asked):
        return not (query.context or _NAMED.search(query.bare))
    if {*query.topics} - {SectionKind.INTRODUCTION}:
        return False
    own, _ = without_manner(query.own)
    if _ASKS.search(own) or (_NAMES.match(own) and not query.context):
        return True
    if _NAMED.search(query.lead):
        return False
    leant_on = not query.context or _IS_UNKNOWN.search(query.context)
    said = query.text if "topic" in query.carried else query.asked
    return bool(leant_on and _ASKS_OF_IT.match(said))
