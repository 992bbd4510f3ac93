"""How a person stands to a role that they name: they ask about it, hold it, or mention it in passing."""

import re
from enum import StrEnum

from assistant.words import NUMBER


class Stance(StrEnum):
    """How a person stands to a role that they name."""

    ASKED = "asked"
    HELD = "held"
    IN_PASSING = "in_passing"


_HELD = re.compile(
    r"(?:\bi(?:\s?'?\s?m|\s+am)\b(?:\s+(?:currently|now|already|just|still|also|only|presently|at the moment|actually|really))*"
    r"(?:\s+(?:working|employed|acting|practising|qualified|trained|registered)(?:\s+as)?)?\s+(?:(?:an?|the|your|one of|just an?)?\b|$)|"
    r"\bi(?:\s?'?\s?m|\s+am)\s+\d{2}(?:\s+(?:now|years?\s+old))?\s*(?:,|and)(?:\s+and)?\s+an?\b|"
    r"\bi (?:used to be|was)(?:\s+\w+){0,2}?\s+an?\b|"
    r"(?<!do )(?<!would )(?<!will )(?<!can )(?<!could )(?<!should )\bi (?:earn|make|get|do|have|got|have now)(?:\s+\w+){0,2}?\s+as\b|"
    r"(?:^|[,:]|\b(?:and|but))\s*(?:used to be|was)\s+an?\b|"
    r"(?<!do )(?<!would )(?<!will )(?<!can )(?<!could )(?<!should )\b(?:i|i've|i have|we|having|have)\s+(?:\w+\s+)?(?:been|worked|trained|qualified|work)\b(?:\s+\w+){0,4}?\s+(?:an?|as)\b|"
    r"\b(?:my|a|with a)\s+background\s+(?:is|as|in)\b|\bbackground\b(?:\s+\w+){0,2}\s+an?\b|"
    r"\b(?:coming|moving|move|switch|switching|transition|transitioning|jump|come|going|go|retrain|retraining|change|changing|step)\s+"
    r"(?:\w+\s+){0,3}?from\b(?:\s+(?:being|work|working|a|an|as))*|"
    r"\bfrom\s+(?:being\s+)?an?\b|\b(?:former|ex|currently|previously)\b|\bby\s+(?:background|training)\b|\byears?\s+(?:as|of)\b(?:\s+an?)?|"
    r"\blike\s+me\b|\binstead\s+of\b|\bright\s+now\b)"
    r"[\s-]*(?:(?:an?|the|current|currently|junior|senior|mid-level|mid|level|lead|registered|qualified|newly|nhs|hospital|staff|band|\d+[a-d]?|ward|experienced|working|as)[\s-]+)*$",
    re.I,
)


#: Nothing but an article and how somebody is, at the beginning of a clause.
_BARE = re.compile(
    r"(?:.*[.!?;,:\n])?[^\S\n]*(?:(?:an?|and|ex|former|bored|tired|burnt[ -]out|fed[ -]up|frustrated|"
    r"unhappy|stressed|disillusioned|knackered|retired|redundant|qualified|experienced|current)[\s-]+)*$",
    re.I | re.S,
)
#: Who goes somewhere else from there: "pharmacist, could I go into ...", "can nurses move into ...".
_LEAVES = re.compile(
    r"^s?\s*(?:,|\.|\(|-|–|with\b|here\b|lol\b|wondering\b|thinking\b|looking\b|wanting\b|hoping\b|fed up\b|trainee\b)"
    r"[^?]{0,120}?\b(?:(?:can|could|should|would|might|may|do) i|i (?:can|could|want|fancy|would|might)|i'd|"
    r"wondering|thinking|looking|wanting|hoping|want|fancy)\b"
    r"[^?]{0,60}?\b(?:into|becom\w+|switch\w* to|retrain\w* as|change to)\s+(?!one\b)",
    re.I,
)
_MAY_LEAVE = re.compile(
    r"\b(?:can|could|do|does|did|would|will|should|might|may)\s+(?:(?:an?|any|some|other|most|many)\s+)?$",
    re.I,
)
_LEAVING = re.compile(
    r"^\s*(?:ever\s+|easily\s+|usually\s+)?(?:(?:get|go|move|switch|cross|transfer|break|step|retrain|convert)\b"
    r"(?:\s+\w+)?\s+(?:into|across|over)|become|retrain\s+as)\b",
    re.I,
)
_MOVES_TO = re.compile(
    r"\b(?:mov\w+|switch\w*|transition\w*|chang\w+|go|going|jump\w*|progress\w*|convert\w*|retrain\w*|cross\w*|transfer\w*|shift\w*|hop\w*|step\w*|from)\b[^.?!]{0,60}\s(?:to|into)\s+(?:being\s+)?(?:an?\s+|the\s+)?$",
    re.I,
)
_COMPARED = re.compile(r"\bcompar\w+\b[^.?!]*\b(?:with|to|against)\s+(?:the\s+|an?\s+)?$", re.I)
_IN_PASSING = re.compile(
    r"\b(?:only|just|reserved|limited|restricted|open)\s+(?:for|to)\s+(?:\w+\s+(?:and|or)\s+)?$|"
    r"\b(?:(?<!the deal )with|alongside|to|by|my|our|your|their|beside|under|report(?:ing)? to)\s+(?:the\s+|other\s+|an?\s+)?$",
    re.I,
)


#: "GP receptionist 6 yrs", "nurse for ten years now", "radiographer who taught himself python".
_FOR_YEARS = re.compile(
    r"^\W{0,2}(?:\s*(?:at|in|with)\s+(?:an?\s+|the\s+)?[\w&'’-]+(?:\s+[\w&'’-]+){0,2}\s*,)?(?:\s*(?:for|here))?\s*(?:(?:over|about|nearly|almost|some|the (?:last|past))\s+)?"
    rf"(?:{NUMBER}|an?|many|several)\+?"
    r"\s*(?:yrs?|years?)\b(?!\W*(?:to|until|before|after|or|of|at\s+(?:uni\w*|college|school)|"
    r"degree|course|apprentic\w+|training|experience|diploma|uni|contract)\b)|"
    r"^\s*(?:here\b|who\s+(?:has|is|was|taught|can|knows?|codes?)\b|by (?:trade|training|background)\b)",
    re.I,
)


#: Whether somebody who is it, and more than that, is taken: "is a nurse who codes a candidate?".
_IS_ONE = re.compile(r"\b(?:is|would|could|can|might|will)\s+an?\s+$", re.I)
_TAKEN = re.compile(
    r"\s+who\b[^?.!]{0,80}\b(?:candidate|contender|chance|considered|wanted|welcome|"
    r"suitable|any\s+(?:use|good)|realistic|make\s+it|fit|employable|taken|get\s+in)\b",
    re.I,
)


def stance_at(text: str, start: int, end: int) -> Stance:
    """The stance towards a role named at ``text[start:end]``, from the clause before it.

    That somebody is it, and for how long, may be told behind it.
    """
    if _FOR_YEARS.search(text[end:]) and _BARE.match(text[:start]):
        return Stance.HELD
    if _IS_ONE.search(text[:start]) and _TAKEN.match(text[end:]):
        return Stance.HELD
    if _LEAVES.search(text[end:]) and _BARE.fullmatch(text[:start]):
        return Stance.HELD
    clause = re.split(r"[.!?;]|,\s*(?=(?:and|but|so|what|how)\b)", text[:start])[-1]
    if _HELD.search(clause) or (_MAY_LEAVE.search(clause) and _LEAVING.search(text[end:])):
        return Stance.HELD
    if _MOVES_TO.search(clause) or _COMPARED.search(clause):
        return Stance.ASKED
    return Stance.IN_PASSING if _IN_PASSING.search(clause) else Stance.ASKED


_CONDITION = re.compile(
    r"\b(?:(?:must|do|does|did|will|would)\s+(?:i|you|we|they|he|she|one|people|somebody)\s+"
    r"(?:have\s+(?:had|needed)\s+to\s+|(?:have|need)\s+to\s+)?|(?:whether|if)\s+(?:i|you|we|they|he|she|one)\s+"
    r"(?:must|(?:have|has|need|needs|would have)\s+to)\s+)(?:(?:first|also|already)\s+)*"
    r"(?:(?:be|become|have been)\s+|(?:re-?)?(?:qualify|train|register)\s+as\s+)an?\s+"
    r"(?:[\w-]+\s+or\s+(?:an?\s+)?)?(?:[\w-]+\s+)?$",
    re.I,
)
_WHAT_FOR = re.compile(r"\b(?:what|which|how|why|where|when|who)\b", re.I)


def is_condition(text: str, start: int) -> bool:
    """Whether a role named there is what somebody must be first: "must I requalify as a solicitor".

    "What do I have to be a vet?" asks about the role itself.
    """
    clause = re.split(r"[.!?;]", text[:start])[-1]
    return bool(_CONDITION.search(clause)) and not _WHAT_FOR.search(clause)
