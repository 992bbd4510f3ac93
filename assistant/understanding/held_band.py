"""The band that somebody comes from, in a question how to move on: it is no question of pay."""

import re

#: How somebody moves on, from a band or to one: "band 4, how do I get into the labs".
_WAY_ON = re.compile(
    r"\b(?:how (?:do|does|can|could|would|should)|can|could|should) (?:i|you|we|he|she|they|one|someone|somebody) (?:\w+ )?"
    r"(?:move|step|progress|become|switch|(?:re)?train|climb|break|apply|join|go (?:for|into|up|from)|get (?:in|into|up|to|from|promoted|onto))\b",
    re.I,
)
#: A band that is asked for, and the one that somebody is on.
_WHICH = re.compile(r"\b(?:what|which) bands?\b", re.I)
_A_BAND = r"band\s?[1-9][a-d]?\b"
_HELD_BAND = re.compile(
    rf"\b(?:i['’]?m|i am)\s+(?:on\s+|an?\s+)?{_A_BAND}\s*,\s*|"
    rf"(?<!from )(?<!to )(?<!at )\b(?:(?:an?\s+)?{_A_BAND}\s+(?=(?:in|at|on|with)\b)|{_A_BAND},?\s*)",
    re.I,
)


def asks_the_way_on(text: str) -> bool:
    """Whether it is asked how to move on, and not which band that would be."""
    return bool(_WAY_ON.search(text)) and not _WHICH.search(text)


def without_held_band(text: str) -> str:
    """A question how to move on, without the band told before it: it is no band of the job."""
    way = _WAY_ON.search(text)
    return _HELD_BAND.sub("", text[: way.start()]) + text[way.start() :] if way else text
