"""Sentences of a guide that talk to a machine: never evidence, neither quoted nor given to a model.

Whoever can write into a guide can plant an instruction there. It would not be obeyed; but it should
not stand in an answer either, as if the guide said it of the work.
"""

import re
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.answering.parts import PartAnswer
from assistant.answering.wording import say
from assistant.citations import Claim
from assistant.words import normalise

#: Narrower than what a person's message is searched for: a guide may well say that somebody "acts
#: as" something, or quote what colleagues say.
_TO_A_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|stop following)\b[^.?!]{0,40}"
    r"\b(?:instructions?|prompts?|guardrails?|restrictions?|(?:previous|prior|your) \w+)\b|"
    r"\b(?:system|hidden|initial|developer) (?:prompt|message|instructions?)\b|"
    r"\byou are now\b|\bfrom now on,? you\b|\bjail ?break|\bdo anything now\b|\bDAN\b|"
    r"(?:^|[.:!?,]\s*|\band |\bplease |\bjust )(?:say|print|output|repeat|reply|respond|answer)\b"
    r"[^.?!]{0,20}(?:\"[^\"]+\"|(?-i:\b[A-Z][A-Z0-9]{3,}[-_]\w+))|"
    r"\blink to https?:|<\s*/?\s*(?:script|img|iframe|system|information|a|svg|div)(?![a-z])|"
    # A dump of addresses is no sentence of a guide.
    r"https?:\S+.*https?:|^(?=.*https?:)(?:(?:[^:]|:\S)*:\s){4}|"
    r"\bjavascript:|\bonerror\b|\[/?INST\]|###\s*\(?system",
    re.I,
)


def without_steering(part: PartAnswer) -> PartAnswer:
    """The part without quoted claims that try to steer; as it is if there are none.

    Where nothing quoted is left of an answer, the guides do not say.
    """
    if not any(_steers(claim) for claim in part.claims):
        return part
    claims = _kept(part.claims)
    by_role = tuple(replace(answer, claims=_kept(answer.claims)) for answer in part.by_role)
    if not any(claim.quotes for claim in claims):
        claims = (Claim(say("not_covered.topic_in_part")),)
        return replace(part, status=AnswerStatus.NOT_COVERED, claims=claims, by_role=by_role)
    return replace(part, claims=claims, by_role=by_role)


def _kept(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if not _steers(claim))


def _steers(claim: Claim) -> bool:
    return bool(claim.quotes) and bool(_TO_A_MACHINE.search(normalise(claim.text)))
