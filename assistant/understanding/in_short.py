"""For whom and how briefly something is to be said: "in plain words, for my year 11s".

Such words ask for nothing by themselves, and may stand anywhere around what is asked.
"""

import re

_NUMBER = r"(?:an?|one|two|three|1|2|3|a\s+(?:few|couple\s+of))"
_PLAIN = (
    r"(?:simple|plain|easy|normal|everyday|ordinary|basic|lay\w*|human|kids?|children)(?:['’]?s)?"
)
_LENGTH = r"(?:words?|sentences?|lines?|paragraphs?)"
_BRIEFLY = re.compile(
    rf"\b(?:in\s+(?:\w+\s+)?{_PLAIN}(?:\s+(?:man|person)['’]?s)?\s+(?:\w+\s+)?(?:terms?|words?|english|language|speak)|"
    rf"in\s+(?:just\s+|under\s+)?{_NUMBER}\s+(?:\w+\s+)?{_LENGTH}(?:\s+or\s+(?:two|so|less))?|"
    r"in\s+(?:short|brief|a\s+nutshell)|in\s+layman(?:['’]?s)?\s+terms|simply(?:\s+put)?|briefly|"
    r"tl[;:, ]?dr|like\s+i\s?['’]?(?:a?m|were)\s+\w+)(?!\w)[\s,:;-]*",
    re.I,
)
#: People and things that an explanation is made for.
_HEARERS = (
    r"(?:class\w*|pupils?|students?|kids?|child(?:ren)?|sons?|daughters?|m[ua]m\w*|dad\w*|nan\w*|gran\w*|"
    r"parents?|wife|husband|partner|friends?|mates?|colleagues?|boss|years?\s+\d+\w*|\d+s|olds?|teen\w*|"
    r"sixth[- ]form\w*|niece|nephew|brother|sister|school|assembly|leaflet|poster|talk|"
    r"presentation|newsletter|fair|display|beginners?|lay\w+|outsiders?|newcomers?)"
)
_FOR_WHOM = re.compile(
    r"[\s,;–-]*\b(?:(?:(?:it|this)['’]?s|it\s+is|this\s+is)\s+)?"
    r"(?<!do )(?<!does )(?<!doing )"
    rf"(?:for|to|so\s+that)\s+(?:(?:an?|my|our|the|some|his|her|\d+)\s+)(?:[\w-]+\s+){{0,3}}?{_HEARERS}\W*$",
    re.I,
)
#: Who is told stands between the verb and what is to be explained.
_TOLD = re.compile(
    r"\b(?P<verb>explain|describe|tell|say|summari[sz]e|sum\s+up)\s+(?:to\s+)?"
    rf"(?:an?|my|our|the|some|his|her)\s+(?:[\w-]+\s+){{0,3}}?{_HEARERS}\s+(?=what\b|an?\b|the\b|in\b)",
    re.I,
)
#: Who knows nothing of it, at the end.
_WHO_KNOWS_NOTHING = re.compile(
    r"\s+(?:to|for)\s+(?:an?\s+\w+|some(?:one|body)|people)\s+(?:who|that)\b[^.?!]{0,50}\b"
    r"(?:nothing|anything|never|clueless|no\s+idea)\b[^.?!]*$",
    re.I,
)
_BRIEF_KIND = re.compile(
    rf"\b(?:{_NUMBER}|single)[- ]{_LENGTH}\s+"
    r"(?=summary|description|definition|explanation|overview|answer)",
    re.I,
)


def without_manner(text: str) -> tuple[str, bool]:
    """A question without such words, and whether it has any that ask to be brief or plain."""
    told = _TOLD.sub(lambda found: f"{found['verb']} ", text)
    left = _WHO_KNOWS_NOTHING.sub("", _FOR_WHOM.sub("", _BRIEFLY.sub(" ", told)))
    left = _BRIEF_KIND.sub("", left)
    left = _FOR_WHOM.sub("", left)
    brief = " ".join(left.split()) != " ".join(text.split())
    return (left.strip(" ,;:–-"), True) if brief and left.strip() else (text, False)
