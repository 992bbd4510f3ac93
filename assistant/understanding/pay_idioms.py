"""Everyday ways to ask for pay, in plain words: "what might a chef be pulling in?".

"To pull in", "to be on" and "dough" mean pay only as they stand in a question: a cart is pulled in,
somebody is on a ward, and a baker has dough.
"""

import re

#: Who is paid.
_WHO = (
    r"(?:i|you|u|they|he|she|we|someone|somebody|people|everyone|(?:my|our|his|her)\s+\w+|most\s+\w+|"
    r"(?:an?|the\s+most)\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+|[\w-]+s)"
)
#: What asks for a sum, and for nothing that is named: "what could", not "what ward would".
_ASKS = (
    r"\b(?P<asks>(?:(?:what|how\s+(?:much|little))\s+(?:would|could|might|can|will|do|does|did|may)\s+"
    rf"{_WHO}|(?:the\s+)?(?:most|least|maximum|minimum)\s+(?:that\s+)?{_WHO}\s+(?:would|could|might|can|will|may)|"
    rf"(?:the\s+)?(?:most|least|maximum|minimum)\s+{_WHO})\s+"
    r"(?:(?:really|realistically|actually|ever|then|even|possibly|hope\s+to|expect\s+to|get\s+to)\s+)*)"
)
#: What may stand behind a verb that has no object.
_NO_OBJECT = (
    r"(?=\s*(?:[?.!,;]|$|(?:per|an?\s+(?:year|month|week|hour|shift)|yearly|monthly|weekly|"
    r"(?:each|every)\s+(?:year|month|week)|as|if|when|while|once|after|before|by|straight|initially|"
    r"eventually|overall|now|there|here|to\s+(?:begin|start)|at\s+(?:first|most|best|least|the)|"
    r"in\s+(?:my|your|his|her|their|the|an?|year|london|total)|outside|up\s+(?:north|there))\b))"
)
_FIRMS = (
    r"(?:they|employers|most\s+(?:firms|employers|places|trusts)|"
    r"the\s+(?:council|trust|company|firm|nhs|hospital|employer|boss|agency))"
)
#: Words before "on" with which somebody does something and gets nothing: "working on", "tested on".
_NO_DEED = "".join(
    rf"(?<!{word} )"
    for word in "ing ed spent built kept taught questions view take work like".split()
)
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I), plain)
    for pattern, plain in (
        (rf"{_ASKS}(?:bring|pull|rake|haul)\s+in{_NO_OBJECT}", r"\g<asks>earn"),
        (rf"{_ASKS}be\s+(?:bringing|pulling|raking)\s+in{_NO_OBJECT}", r"\g<asks>be earning"),
        (rf"{_ASKS}be\s+making(?!\s+in\b){_NO_OBJECT}", r"\g<asks>be earning"),
        (
            r"\b(?P<asks>(?:what|how\s+much)\s+(?:would|could|might|can|will|do|does|did)\s+"
            r"(?:i|you|u|they|he|she|we|people)\s+)(?:clear|pocket|walk\s+away\s+with)"
            + _NO_OBJECT,
            r"\g<asks>earn",
        ),
        (
            rf"{_ASKS}(?P<verb>be|end(?:ing)?\s+up|starts?(?:\s+(?:off|out))?)\s+on{_NO_OBJECT}",
            r"\g<asks>\g<verb> paid",
        ),
        (
            r"\b(?P<asks>what(?:['’]?s|\s+(?:is|are))\s+(?:an?|most)\s+(?:[\w'’-]+\s+){1,4}?)"
            rf"{_NO_DEED}on{_NO_OBJECT}",
            r"\g<asks>paid",
        ),
        (
            rf"\b(?P<asks>(?:what|how\s+much)\s+(?:do|does|would|will|might)\s+{_FIRMS}\s+)give\s+"
            r"(?P<whom>me|you|us|them|him|her|people|an?\s+(?:new\s+)?(?:starter|trainee|beginner))"
            r"(?=\s*(?:[?]|$|(?:as|an?\s+(?:hour|year|month|week|shift)|to\s+(?:start|begin)|"
            r"straight|in\s+(?:my|your|the)\s+first)\b))",
            r"\g<asks>pay \g<whom>",
        ),
        (
            r"\b(?:(?:live|survive|manage|get\s+by|(?:raise|bring\s+up|support|feed)\s+(?:an?|my|the)\s+family)\s+on|"
            r"pay\s+(?:the|my)\s+(?:bills|rent|mortgage)\s+(?:on|with))\s+"
            r"(?:it|that|this|what\s+(?:it|they|you)\s+pays?)\b",
            "earn enough to live on",
        ),
        (r"\bhow\s+well[\s-]off\b", "how well paid"),
        (r"\b(?:rolling\s+in\s+it|minted)(?=\W*$)", "well paid"),
        (r"\btop\s+(?:whack|dollar|wack)\b", "top pay"),
        (
            r"\b(?P<many>how\s+much|good|decent|big)\s+(?:dough|brass|moola|spondulicks)\b",
            r"\g<many> money",
        ),
        (
            r"\bin\s+(?:my|the|your)\s+(?:payslip|(?:pay|wage)\s+packet|bank\s+account)\b",
            "in my pay",
        ),
    )
)  # fmt: skip


def pay_in_plain_words(text: str) -> str:
    """A text whose idioms that ask for pay say so: "be on" as "be paid", "bring in" as "earn"."""
    for idiom, plain in _PLAIN:
        text = idiom.sub(plain, text)
    return text
