"""Money for a thing, and not for the work: what it costs, what is given for it, what it brings."""

import re

from assistant.words import terms

#: What is paid for a thing, and not for the work.
_COSTS = re.compile(
    r"\b(?:it|that|this|they|those|these|one)\s+(?:\w+\s+)?costs?\b|"
    r"\bset(?:s|ting)?\s+(?:me|you|us|him|her|them|one|someone|somebody|people)\s+back\b|"
    r"\b(?:what|how much)(?:['’]?s|\s+(?:is|was|will|would|could)(?:\s+be)?)?\s+the\s+damage\b"
    r"(?![^.?!]*\b(?:pay|salary|wages?)\b)|"
    # "We" and "they" may be the employer, who pays a wage.
    r"\b(?:how much|what)\s+(?:(?:must|should)\s+(?:i|he|she)|"
    r"(?:do|does|will|would)\s+(?:i|he|she)\s+(?:have|need)\s+to)\s+pay\b(?!\s+(?:an?|my)\b)|"
    r"\b(?:how much|what)\b[^.?!]{0,60}\b"
    r"(?:costs?\b(?!\s+of\s+living|\s+\w+\s+to\s+(?:hire|employ))|"
    r"(?:fork|shell)(?:ing)?\s+out\b)",
    re.I,
)
#: What is got for a thing: "how much do they get for training".
_GIVEN_FOR = re.compile(
    r"\bhow much\b[^.?!]{0,60}\b(?:gets?|got|given|ha(?:ve|s)|allow(?:s|ed)?|receives?)"
    r"\s+(?:for|towards)\s+(?:(?:the|an?|my|your|their|our|any)\s+)?(?P<thing>\w+)",
    re.I,
)
#: What a thing makes of pay: "would a licence put anything on my wage", "does it bump up the pay".
_MOVES_PAY = re.compile(
    r"\b(?:do|does|did|will|would|could|can|might)\b[^.?!]{0,60}\b(?:put|add|bump|boost|raise|push|lift|affect|"
    r"change|improve|make\s+(?:a|any|much)\s+difference)\s+(?:\w+\s+){0,3}?"
    r"(?:(?:my|your|his|her|their|our|the|an?|what|to|on|onto)\s+){1,2}(?:[\w'’]+\s+){0,2}?(?:pay|wages?|salary|earnings|income)\b",
    re.I,
)
#: Whether there is money on some occasion: "do they pay if you stay late".
_PAYS_WHEN = re.compile(
    r"(?<!what )(?<!much )\b(?:do|does|will|would)\s+"
    r"(?:they|you|we|employers|firms|companies|trusts)\s+pay\s+(?:(?:you|us|extra|anything|more)\s+)*(?:if|when(?:ever)?)\b",
    re.I,
)


def asks_for_cost(text: str) -> bool:
    """Whether it is asked what somebody has to pay for a thing."""
    return bool(_COSTS.search(text))


def given_for(text: str) -> frozenset[str]:
    """The terms of the thing that money is given for, if it is asked how much."""
    return frozenset(term for found in _GIVEN_FOR.finditer(text) for term in terms(found["thing"]))


def moves_pay(text: str) -> bool:
    """Whether it is asked if a thing makes pay more or less, or is paid at all, not how much."""
    return bool(_MOVES_PAY.search(text) or _PAYS_WHEN.search(text))
