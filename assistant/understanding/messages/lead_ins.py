"""What somebody who passes a question on writes before it: "Caller wants to know:".

Whose question it is says nothing of what is asked, and "customer" is a matter of many jobs.
"""

import re

_ENQUIRERS = (
    r"(?:customer|caller|client|candidate|applicant|enquirer|visitor|user|jobseeker|job.?hunter|"
    r"student|school.?leaver|parent|lady|gentleman|member of the public)"
)
#: Somebody who turns to a desk, and no one whom a job deals with there and then: no patient.
_ENQUIRER = (
    r"(?:(?:an?|the|this|our|another|one|new|next)\s+){0,2}"
    r"(?:(?:young|potential|prospective|web|phone|chat)\s+)?"
    rf"(?:{_ENQUIRERS}|"
    r"(?:person|someone|somebody|man|woman)(?=\s+(?:on|over|by|via|here)\b))"
    r"(?:\s+(?:here|on (?:the )?(?:phone|line|chat|desk)(?: \d+)?|by (?:e-?mail|phone|chat)|"
    r"over the phone|via \w+))?"
)
_ASKS = (
    r"(?:(?:is|was|has been|has|just)\s+)?(?:ask(?:s|ed|ing)|want(?:s|ed|ing)? to know|"
    r"would like to know|wonder(?:s|ed|ing)|enquir(?:es|ed|ing)|inquir(?:es|ed|ing))"
)
#: A stop, a quotation mark, or the question itself: "asks for a refund" tells of the work.
_THEN = (
    r"(?:\s*[:,]\s*|\s+[-–—]+\s+|\s*(?=[\"“])|\s+about\s+|"
    r"\s+(?=(?:what|how|which|when|where|who|why|if|whether)\b))"
)
_CAME = (
    r"(?:(?:hi|we|i|we['’]ve|i['’]ve|have|has|had|just|got|received|there['’]?s|been|an?|the|one|"
    r"another|new|following|this|next|web|phone|e-?mail|chat|telephone|customer|candidate)\s+)"
)
_ENQUIRY = (
    rf"(?:{_CAME}{{0,5}}(?:enquiry|inquiry|query|question|ticket)|"
    rf"{_CAME}{{1,5}}(?:call|message|e-?mail))"
    r"(?:\s+(?:#?\d+|in|here|asking|just in))?"
    rf"(?:\s+(?:from\s+(?P<who>an?\s(?!{_ENQUIRERS}\b)[^:?!.\n–—]{{1,30}}?)|"
    r"(?:from|via|by|on|through)\s[^:?!.\n–—]{1,30}?))?(?:\s+asking)?(?:\s*:\s*|\s+[-–—]+\s+)"
)
_LEAD_IN = re.compile(
    rf"^\W{{0,3}}(?:{_ENQUIRER}\s+{_ASKS}{_THEN}|{_ENQUIRY})(?=[^\n]*\w)", re.IGNORECASE
)


#: Words of whoever pastes what somebody else asks, which stands between quotation marks: 'Can you
#: help with this one: "Dear team, ..."'. They ask nothing of their own but for help.
_PASTED = re.compile(
    r"^(?!\W*(?:how|what|which|who|when|where|why|is|are|do|does|did|should|would|will|if)\b)"
    r"[^\n\"“”?]{3,120}?(?::|\s[-–—]+)\s*[\"“](?P<quoted>(?=[^\"“”]*\?)[^\"“”]{60,})(?:[\"”]\s*)?$",
    re.I,
)


def without_lead_in(text: str) -> str:
    """A message without the words that pass it on: "Got an enquiry - is it shift work?".

    What they tell of who asks stays: "Query from a nurse: is it shift work?".
    """
    pasted = _PASTED.match(text)
    return _LEAD_IN.sub(_told, pasted["quoted"] if pasted else text, count=1)


def _told(found: re.Match[str]) -> str:
    return f"I'm {found['who']}. " if found["who"] else ""
