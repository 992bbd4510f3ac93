"""What a guide says of its pay figures themselves: that they are estimates, how sure, where from."""

import re
from collections.abc import Sequence

from assistant.answering.choice import leads_on, text_of
from assistant.answering.pay_sentences import pay_sentences
from assistant.chunks import Chunk
from assistant.citations import Claim
from assistant.guides.model import BlockKind, Guide, SectionKind

#: How the figures are to be taken: "treat them as a rough map", "they are estimates, not offers".
_CAVEAT = re.compile(
    r"\b(?:treat|take|read|use|regard|see|handle|consider)\b[^.;:]{0,60}?\b(?:as (?:[\w-]+ ){0,3}?"
    r"(?:guides?|guidance|indications?|estimates?|points?|map|sketch|bearings|orientation|typical|guess|clues?|ballpark)|"
    r"with (?:some |great |a little )?(?:care|caution|a (?:pinch|grain) of salt)|(?:lightly|cautiously))\b|"
    r"\b(?:guide(?:line)?s? only|(?:only|just|no more than|merely) (?:a |an |as )?(?:rough )?(?:guides?|indications?|estimates?)|"
    r"as (?:a |rough )?(?:guide|indication|starting point)|for (?:orientation|guidance)|"
    r"rough (?:map|guide|idea|figures?|picture)|indicative|estimates?|estimated|approximate\w*|rounded guides?|"
    r"(?:are|is) (?:only |just |all )?(?:a )?(?:guides?|indications?|guess(?:es|work)?|ballpark|rough)|"
    r"not (?:an? |as an? |as )?(?:promises?|guarantees?d?|offers?))\b|"
    r"\b(?:real|actual|individual|single|local|any|your|an|the) (?:offers?|adverts?|jobs?|posts?)\b[^.;:]{0,25}?"
    r"\b(?:var(?:y|ies)|differs?|depends?|moves?|shifts?|turns?|fall|sit|(?:may|might|can|could|will) (?:well )?(?:be|differ|vary|fall|sit|lie))\b|"
    r"\bcheck (?:the|each|any|every|your|with the|it against)\b[^.;]{0,20}\b(?:adverts?|offer|employer)\b",
    re.I,
)
#: How sure they are: "the small sample for Scotland makes those less certain".
_HOW_SURE = re.compile(
    r"\b(?:(?:least|less) (?:certain|sure|reliable)|thin(?:ly)? \w+|small samples?|samples?\b[^.;]{0,25}\bsmall|"
    r"(?:rests?|based) on (?:only |just )?[\w-]+ (?:replies|people|responses|answers|adverts)|(?:only|just) [\w-]+ (?:replies|people|responses)|"
    r"rounded|lag\w*|out of date|date (?:quickly|fast)|tilt\w*|rosier|not (?:been )?checked|with caution|with care|"
    r"few \w+ (?:shared|replied|answered)|rarely (?:publish|advertise|show)|seldom (?:publish|advertise|show)\w*)\b",
    re.I,
)
#: Where they come from: "we took these ranges from 96 vacancies".
_SOURCES = re.compile(
    r"\b(?:sources?|(?:figures?|numbers?|ranges?|salar(?:y|ies)|table|these|this)\b[^.;:]{0,30}?\b(?:come|comes|came|taken|drawn|draws?|gathered|based|collected|"
    r"combine|put together|worked out|compiled|pieced)|drawn from|based on|benchmarks?|"
    r"we (?:asked|took|looked at|read|pieced|worked out|collected|gathered)|"
    r"survey|pay scales|salary guide|data from|adverts|advertisements|listings|median|replies|respondents|responses|samples?|represented)\b",
    re.I,
)


def caveat_claims(guide: Guide, *, sources: bool) -> list[Claim]:
    """The guide's own sentence that says how its figures are to be taken.

    Where it has none, one that says how sure they are, or else where they come from. With
    ``sources``, also all others that say either.
    """
    said = pay_sentences(guide)
    best = _best(said)
    if not sources:
        return best
    tells = (_HOW_SURE, _SOURCES)
    return [one for one in said if one in best or any(kind.search(one.text) for kind in tells)]


def _best(said: Sequence[Claim]) -> list[Claim]:
    """The sentence that calls figures estimates most outright, the shortest of equals."""
    for kind in (_CAVEAT, _HOW_SURE, _SOURCES):
        found = [one for one in said if kind.search(one.text) and not leads_on(one.text)]
        if found:
            return [min(found, key=lambda one: (-len(kind.findall(one.text)), len(one.text)))]
    return []


def is_pay_note(chunk: Chunk) -> bool:
    """Whether a paragraph on pay mostly says how its figures are to be read, or where from."""
    if chunk.section_kind is not SectionKind.SALARY or chunk.kind is not BlockKind.PARAGRAPH:
        return False
    said = [text_of(sentence, chunk) for sentence in chunk.sentences]
    notes = [one for one in said if _CAVEAT.search(one) or _SOURCES.search(one)]
    return 2 * len(notes) >= len(said)
