"""Words by which a sum, a level or a role is weighed, or said to be offered."""

import re

#: A sum or a level that is pointed at, or judged.
POINTS = re.compile(
    r"\b(?:that|it|this|usual|fair|right|normal|above|below|under|over|low|high|"
    r"(?:under|over)paid|short.?changed|ripped off|low.?ball(?:ed|ing)?|undersold|diddled)\b|"
    r"\b(?:what|which)\s+(?:level|grade|rung|band)s?\b",
    re.I,
)
#: What roles have to do with each other, or whether one can be had, and not what they pay.
NO_PAY = re.compile(
    r"\b(?:(?:out of|within|beyond) (?:\w+ )?reach|realistic|doable|possible|achievable|a stretch|"
    r"long shot|pipe dream|non.?starter|too late|out of the question)\b|"
    r"\b(?:work\w*|deal\w*|talk\w*|liais\w+)\b[^.?!]*\bwith\b|\bthe same as\b",
    re.I,
)
#: A sum that somebody is offered, or that is to be reached.
OFFERED = re.compile(
    r"\b(?:offer(?:ed|ing|s)?|quot(?:ed|ing)|dangl\w+|put|been told)\b[^.?!]{0,20}\b\d{2,3}\b|"
    r"\b(?:hit|reach|clear|break|crack|touch|make|earn)\s+£?\d{2,3}(?:k|,000|\s+grand)?"
    r"(?=\s*(?:[?.!,;]|$|(?:as|in|by|at|before|with)\b))",
    re.I,
)
