"""What is paid or given beside the yearly sum: bonuses, day rates, pensions, leave and the like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.pay_sentences import sentences_about
from assistant.citations import Claim
from assistant.guides.model import Guide
from assistant.understanding.query import Query
from assistant.understanding.topics import pay_residue
from assistant.words import terms

_SUM = r"[£$€]\s?\d|\d\s?%|\bper ?cent\b"
_DAYS = r"\b\d+ (?:\w+ )?(?:days|weeks)\b"
#: Cover that is waited for, and work at hours that others have off.
_CALL = (
    r"\b(?:on[- ]?call|call[- ]?outs?|stand[- ]?by|pagers?|carry(?:ing)? the (?:phone|pager)|"
    r"(?:called|rung|phoned|paged|dragged) (?:up|out|in))\b"
)
_HOURS = (
    r"\b(?:weekends?|saturdays?|sundays?|nights?|night shifts?|evenings?|bank holidays|unsocial|"
    r"anti-?social|out[- ]of[- ]hours)\b"
)
_REWARD = (
    r"\b(?:pay|paid|pays|money|extra|allowances?|earn|enhance\w*|rewarded|"
    r"how much (?:is|do|does|would|will|for|extra)|(?:get|give|given)\b[^.?!]{0,20}\bfor)\b"
)
_REWARDED = rf"{_SUM}|\b(?:paid|payments?|allowances?|fees?|in lieu|time and a (?:half|third))\b"
#: Standing that somebody has on paper.
_PAPER = (
    r"\b(?:regist(?:ered|ration)|certificat\w+|charter(?:ed|ship)|accredit(?:ed|ation)|"
    r"qualifications?|master['’]?s|msc|phd|doctorate)\b"
)
_MORE_PAY = (
    r"\b(?:salar\w+|more (?:money|pay)|(?:get|earn|pay|paid|pays|make)\b[^.?!]{0,15}\bmore|"
    r"extra pay|pay (?:rise|bump)|wages?)\b"
)
#: What sets the pay of places or of kinds of employer against each other.
_MORE = r"\b(?:how much (?:more|less|better|worse|extra)|gap|difference)\b"
#: Employers differ in more than pay, and "public" is not always one.
_OF_PAY = r"\b(?:how much|pay|pays|paid|paying|salar\w+|wages?|earn\w*|money)\b"
_APART = r"\b(?:more|less|gap|above|below|premium|higher|lower|difference)\b"
_REGIONS = r"\b(?:london\w*|regions?|regional|(?:north|south|rest of)\b)"
_SETTINGS = (
    r"\b(?:trusts?|nhs|hospitals?|private\w*|public|universit\w+|uni|academi\w+|pharma\w*|"
    r"biotechs?|industry|compan\w+|firms?|start-?ups?|charit\w+|agenc\w+|labs?|cros?)\b"
)


#: What is paid by the piece, and not by the time.
_UNITS = r"(?:cent|hour|day|week|month|year|annum|shift)\b"
_PIECEWORK = (
    r"\b(?:extra|bonus|more|paid|pays?|money|cut|something|reward\w*|how much|fee)\b[^.?!]{0,20}"
    rf"\b(?:for (?:each|every)|per)\b(?! {_UNITS})[^.?!]{{0,40}}"
)


@dataclass(frozen=True, slots=True)
class Extra:
    """A kind of thing beside the yearly sum: how it is asked for, and what a sentence of it has.

    Both are patterns that the question or the sentence must have all of.
    """

    asked: tuple[re.Pattern[str], ...]
    given: tuple[re.Pattern[str], ...]

    def asked_in(self, text: str) -> bool:
        """Whether a question asks for it."""
        return all(pattern.search(text) for pattern in self.asked)

    def told_in(self, text: str) -> bool:
        """Whether a sentence tells of it."""
        return all(pattern.search(text) for pattern in self.given)

    def named_in(self, text: str) -> set[str]:
        """The terms that a question asks for it with."""
        found = (one.group() for pattern in self.asked for one in pattern.finditer(text))
        return {term for name in found for term in terms(name)}


_KINDS = tuple(
    Extra(
        tuple(re.compile(one, re.I) for one in ((asked,) if isinstance(asked, str) else asked)),
        tuple(re.compile(one, re.I) for one in given),
    )
    for asked, given in (
        (r"\bbonus(?:es)?\b", (r"\bbonus(?:es)?\b",)),
        (r"\bcommissions?\b", (r"\bcommissions?\b", _SUM)),
        (_PIECEWORK, (_SUM, rf"\b(?:for (?:each|every)|per(?! {_UNITS}))\b")),
        (
            r"\b(?:day|daily) rates?\b|\b(?:charg\w+|quot\w+|bill\w*|invoic\w+|rates?|ask|paid|"
            r"earn|get|make)\b[^.?!]{0,30}\b(?:a|per|by the) day\b",
            (_SUM, r"\b(?:a|per|by the|each) day\b|\b(?:day|daily) rates?\b"),
        ),
        (
            r"\b(?:hourly rates?|rates? (?:per|an) hour)\b",
            (_SUM, r"\b(?:an|per|by the|each) hour\b|\bhourly\b"),
        ),
        (r"\bovertime\b", (r"\bovertime\b",)),
        (r"\bpensions?\b", (r"\bpensions?\b",)),
        (
            r"\b(?:holidays?|annual leave|days(?:['’])? leave|leave days|"
            r"how much (?:leave|time off))\b",
            (r"\b(?:leave|holidays?)\b", _DAYS),
        ),
        (r"\b(?:shares|equity|stock options?)\b", (r"\b(?:shares?|equity|options)\b",)),
        (
            r"\b(?:relocation|moving (?:costs|expenses)|costs? of moving|move house)\b",
            (r"\brelocat\w+\b|\bmoving (?:costs|expenses)\b", _SUM),
        ),
        (
            r"\b(?:supplements?|weighting)\b",
            (r"\b(?:supplements?|weighting)\b", _SUM),
        ),
        (
            r"\b(?:private (?:health|medical)|(?:health|medical) (?:cover|insurance))\b",
            (r"\b(?:private (?:health|medical)|(?:health|medical) (?:cover|insurance))\b",),
        ),
        (r"\bbands?\b", (r"\bband \d",)),
        ((_MORE, _REGIONS), (_SUM, _APART, _REGIONS)),
        ((_MORE, _SETTINGS, _OF_PAY), (_SUM, _APART, _SETTINGS)),
        ((_CALL, _REWARD), (_CALL, _REWARDED)),
        ((_HOURS, _REWARD), (_HOURS, _REWARDED)),
        (
            (_PAPER, _MORE_PAY),
            (_PAPER, _SUM, r"\b(?:adds?|more|extra|premium|uplift|higher|brings?|rais\w+)\b"),
        ),
    )
)
#: Words that grade what is asked for or ask for its size: no guide needs to have them.
_GRADES = frozenset(
    terms(
        """free decent good nice usual normal percent percentage cent many days leave holiday
        annual yearly extra top contribution employer firm company big put cover health insurance
        costs rate contract contractor freelance self self-employed solo sole trader agency uni
        university industry pharma charge quote invoice bill consultant everyone everybody
        elsewhere anywhere nhs talking grade"""
    )
)
#: A question with more further terms than this is about something else than the thing alone.
_FURTHER = 1
#: Sentences that are shown of one thing, at most.
_MOST = 2


def extras_asked(query: Query) -> tuple[Extra, ...]:
    """The things beside the yearly sum that a question asks for."""
    return tuple(kind for kind in _KINDS if kind.asked_in(query.asked))


def extras_beside(claims: Sequence[Claim], query: Query, guide: Guide) -> list[Claim]:
    """The sentences on a thing beside the yearly sum, where what was found tells nothing of it.

    None where the question says more of it than those sentences do.

    Args:
        claims: what was found by searching.
        query: the question.
        guide: the guide that was searched.
    """
    kinds = extras_asked(query)
    if not kinds or any(kind.told_in(claim.text) for kind in kinds for claim in claims):
        return []
    further = _further(query, kinds)
    told = _telling(guide, kinds, {*query.content}) if len(further) <= _FURTHER else []
    return [claim for claim in told if further <= {*terms(claim.text)}]


def _further(query: Query, kinds: Sequence[Extra]) -> set[str]:
    """What a question itself says beyond the names of the things and their measure."""
    own = {term for kind in kinds for term in kind.named_in(query.asked)}
    said = {*pay_residue(query.content)} & {*terms(query.asked)}
    return said - own - _GRADES


def _telling(guide: Guide, kinds: Sequence[Extra], words: set[str]) -> list[Claim]:
    """The guide's sentences that tell of such things, those nearest to the question's words.

    Sentences about pay come first; others only where those tell nothing of it.
    """
    for salary in (True, False):
        said = sentences_about(guide, salary=salary)
        claims = [
            claim
            for kind in kinds
            for claim in _nearest([one for one in said if kind.told_in(one.text)], words)
        ]
        if claims:
            return list(dict.fromkeys(claims))
    return []


def _nearest(claims: Sequence[Claim], words: set[str]) -> list[Claim]:
    """The few that have most of the question's words, in the guide's order."""
    ranked = sorted(claims, key=lambda claim: -len(words & {*terms(claim.text)}))[:_MOST]
    return [claim for claim in claims if claim in ranked]
