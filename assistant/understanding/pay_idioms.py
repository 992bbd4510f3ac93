"""Everyday ways to ask for pay, in plain words: "what might a chef be pulling in?".

"To pull in", "to be on" and "dough" mean pay only as they stand in a question: a cart is pulled in,
and somebody is on a ward.
"""

import re

#: What asks for a sum, and for nothing that is named: "what could", not "what ward would".
_ASKS = (
    r"\b(?P<asks>(?:what(?:['’]?s|\s+(?:would|could|might|can|will|should|may|do|does|did|is|are|am))|"
    r"how\s+(?:much|little|high)|(?:the\s+)?(?:very\s+)?(?:most|least|best|maximum|minimum)\b"
    r"(?:\s+(?:money|cash|(?:that\s+)?(?:an?|the)\b|you|i|they|he|she|we|someone))?)"
    r"\b[^.?!]{0,80}?)"
)
#: What may stand behind a verb that has no object.
_NO_OBJECT = (
    r"(?=\s*(?:[?.!,;]|$|(?:each|every|per|an?\s+(?:year|month|week|day|hour|shift)|yearly|monthly|weekly|as|if|"
    r"when|while|once|after|before|by|from|straight|initially|eventually|overall|then|now|there|here|today|"
    r"to\s+(?:begin|start)|at\s+(?:first|most|best|least|the)|in\s+(?:my|your|his|her|their|our|the|an?|year|"
    r"london|total)|outside|up\s+(?:north|there))\b))"
)
_NO_PLACE, _NOT_EACH = r"(?!\s+in\b)", r"(?!\s+(?:each|every)\b)"
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), plain)
    for pattern, plain in (
        (rf"{_ASKS}(?:bring|pull|rake|haul)\s+in{_NO_OBJECT}", r"\g<asks>earn"),
        (rf"{_ASKS}(?:bringing|pulling|raking|hauling)\s+in{_NO_OBJECT}", r"\g<asks>earning"),
        (rf"{_ASKS}(?<=be )making{_NO_PLACE}{_NO_OBJECT}", r"\g<asks>earning"),
        (rf"{_ASKS}(?:clear|pocket|walk\s+away\s+with){_NO_OBJECT}", r"\g<asks>earn"),
        (
            rf"{_ASKS}\b(?P<verb>be|end(?:ing)?\s+up|starts?(?:\s+(?:off|out))?)\s+on{_NOT_EACH}{_NO_OBJECT}",
            r"\g<asks>\g<verb> paid",
        ),
        (
            r"\b(?P<asks>what(?:['’]?s|\s+(?:is|are))\s+(?:an?|most)\s+(?:[\w'’-]+\s+){1,4}?)"
            rf"(?<!based )on{_NO_OBJECT}",
            r"\g<asks>paid",
        ),
        (
            r"\b(?P<asks>(?:what|how\s+much)\s+(?:do|does|would|will|might)\s+(?:they|the\s+[\w-]+|employers|"
            r"most\s+\w+)\s+)give\s+(?P<whom>me|you|us|them|him|her|people|an?\s+[\w-]+)"
            r"(?=\s*(?:[?]|$|(?:as|an?\s+(?:hour|year|month|week|shift)|to\s+(?:start|begin)|straight|"
            r"in\s+(?:my|your|the)\s+first)\b))",
            r"\g<asks>pay \g<whom>",
        ),
        (
            r"\b(?:(?:live|survive|manage|get\s+by)|(?:raise|bring\s+up|support|feed)\s+(?:an?|my|the)\s+family|"
            r"pay\s+(?:the|my)\s+(?:bills|rent|mortgage))\s+(?:on|with)\s+"
            r"(?:it|that|this|what\s+(?:it|they|you)\s+pays?)\b",
            "earn enough to live on",
        ),
        (r"\bhow\s+(?:well[\s-]off|rich|wealthy)\b", "how well paid"),
        (r"\b(?:rolling\s+in\s+it|minted|loaded)(?=\W*$)", "well paid"),
        (r"\btop\s+(?:whack|dollar|wack)\b", "top pay"),
        (
            r"\b(?P<many>how\s+much|good|decent|big|the|any|some|more)\s+(?:dough|brass|moola|spondulicks|wonga)\b",
            r"\g<many> money",
        ),
        (
            r"\bin\s+(?:my|the|your)\s+(?:payslip|(?:pay|wage)\s+packet|bank\s+account|back\s+pocket)\b",
            "in my pay",
        ),
    )
)  # fmt: skip


def pay_in_plain_words(text: str) -> str:
    """A text whose idioms that ask for pay say so: "be on" as "be paid", "bring in" as "earn"."""
    for idiom, plain in _PLAIN:
        text = idiom.sub(plain, text)
    return text
