"""Words of greeting, thanks and farewell.

A message may be made of nothing else, or begin with them.
"""

import re
from enum import StrEnum

from assistant.words import normalise


class Pleasantry(StrEnum):
    """What a polite phrase does."""

    GREETS = "greets"
    THANKS = "thanks"
    TAKES_LEAVE = "takes leave"
    TAKES_UP = "takes up"
    FILLS = "fills"


#: A word that is none of a question's: thanks for something go on by it.
_PLAIN = (
    r"(?: (?!(?:what|how|which|who|when|where|why|whether|if|is|are|do|does|can|could|would|will|should|any|and|but|"
    r"so|now|then|also|i|my)\b)[a-z'-]+)"
)
_INTENSE = (
    r"(?:(?:really|very|so|super|most|such|quite|dead|well|just|all|been|incredibly|actually|genuinely|honestly|"
    r"absolutely|extremely|ever so|rather|pretty|truly|always)\s+){0,4}"
)
_PRAISED = (
    r"(?:(?:an? )?(?:great|big|huge|real|massive) (?:help|relief)|an? (?:star|legend|life ?saver|gem|help|relief|diamond|"
    r"darling|treasure|godsend|weight off(?: my (?:mind|shoulders))?)|(?:good|great|nice|lovely|useful|helpful) "
    r"(?:news|to (?:know|hear))|the best|"
    r"helpful|useful|great|brilliant|kind|perfect|lovely|amazing|awesome|clear|fab|fantastic|good|wonderful|excellent|"
    r"ace|informative|reassuring|encouraging|marvell?ous|splendid|brill|spot on|patient|thorough)\b"
)
_THAT = r"(?:that|this|it|which|you|u|all)"
#: What somebody is thanked for, right behind the thanks.
_FOR = (
    r"(?:(?: (?:so much|very much|a lot|again|ever so much|a million|loads|a bunch))? for (?:"
    r"(?:(?:your|the|all|all the|all your) )?(?:help|info|information|reply|advice|answers?|time|patience|honesty|"
    r"guidance|tips|insight|details|explanation|heads up|support|response|pointers)|nothing|everything|"
    r"(?:being|clearing|explaining|taking|answering|helping|sharing|looking|getting|letting|replying|reading|listening|"
    rf"putting|going|bearing){_PLAIN}{{0,4}}))?"
)
_IS = r"(?:['’]?(?:s|ve|re)| is| was| has| have| are| were| r|r)"
#: Phrases by what they do. At a place in a text the longest that fits counts.
_PHRASES: tuple[tuple[Pleasantry, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{pattern})(?![\w'-])", re.I))
    for kind, pattern in (
        (
            Pleasantry.GREETS,
            r"hi+|hello+|hey+|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|"
            r"how are you(?: doing)?(?: today)?|how'?s (?:it going|things)|(?:are )?you (?:there|ok|okay|alright|well)|(?:is )?anyone there|"
            r"al+right|all right|sup|what'?s up|(?:i )?hope (?:you'?re|your|ur|you are|all is|all'?s|this finds you|things are|everyone'?s) (?:all |doing |keeping )*(?:well|ok|okay|good|fine)|nice to meet you|"
            r"(?:i have|i'?ve got|got|just) a (?:quick )?question|can you help(?: me)?|got a (?:minute|sec|second|moment)",
        ),
        (
            Pleasantry.THANKS,
            r"(?:many |big |huge |so many |with )?(?:thanks|thank you|thankyou|thank u|thx|thanx|tnx|cheers|ta|tah)"
            rf"{_FOR}|much appreciated|appreciated|nice one|good (?:one|stuff)|great stuff|much obliged|"
            rf"(?:i )?(?:do )?{_INTENSE}appreciate (?:it|that|this|(?:you|your|the|all){_PLAIN}{{1,5}})|"
            rf"(?:i'?m |we'?re |i am |we are )?{_INTENSE}(?:grateful|obliged)|"
            rf"(?:{_THAT}{_IS}|all) {_INTENSE}{_PRAISED}|{_INTENSE}(?:helpful|useful|informative)|what a (?:relief|star|help)|"
            rf"{_THAT}(?:{_IS})? {_INTENSE}(?:already )?(?:help(?:s|ed)(?: a lot| loads| me)?|"
            r"(?:clear(?:s|ed)|sort(?:s|ed)) (?:it|that|this|things|everything)(?: all)? (?:up|out)|put my mind at (?:rest|ease)|cheered (?:me|us|him|her) (?:right )?up|made (?:my|our|his|her) (?:day|mind up)|"
            r"made (?:me|us|him|her) feel (?:so much |much |a lot |loads |a bit )?better|given (?:me|us|him|her) (?:hope|a (?:boost|lift)|food for thought|(?:lots|plenty|loads|a lot|something|much) to think about))|"
            rf"(?:{_THAT}{_IS} )?(?:just|exactly|precisely) what (?:i|we) (?:(?:need|want)(?:ed)?|(?:was|were) (?:after|looking for|hoping for))|"
            r"good to know|fair enough|fair dos|food for thought|that answers (?:it|my questions?|everything|that)|"
            r"(?:lots|plenty|loads|a lot|something|much) to think about",
        ),
        (
            Pleasantry.TAKES_LEAVE,
            r"bye+(?:[ -]?bye)?|goodbye|(?:see|catch|speak to|talk to) (?:you|ya)(?: later| soon| around)?|cya|laters|good ?night|take care|farewell|"
            r"(?:speak|talk) (?:soon|later)|(?:have an?|enjoy your|enjoy the) (?:good |nice |great |lovely |fab |rest of your )*(?:day|one|evening|weekend|night|time)|no more questions|"
            r"good luck|(?:i think |i guess )?(?:that'?s|that is|that'?ll be) (?:all|everything|it)"
            r"(?: (?:i|we) (?:(?:need|want)(?:ed)?|had|have)(?: to (?:know|ask))?| from (?:me|us)| (?:of )?my questions(?: answered)?)?|nothing else|"
            r"(?:that'?s|that is) (?:me|us)(?: all)? (?:sorted|done|set|happy)|(?:i'?m|we'?re) (?:all )?(?:sorted|set|done)|all (?:sorted|set|done)|"
            r"(?:i'?ll|i will|we'?ll|let me|i'?d better|i need to) (?:go (?:away |off )?and |just )?(?:think|have a (?:think|chat|read|look)(?: (?:about|at|on) (?:it|that|this))?|think (?:about|on) (?:it|that|this)|(?:think|mull|talk) (?:it|that|this) over|"
            r"sleep on it|pass (?:it|that|this|them) (?:on|along)|(?:tell|let) (?:him|her|them|my \w+)(?: know)?|look into (?:it|that|this)|leave it (?:there|at that)|be in touch|get back to you|"
            r"do that|(?:keep|bear) (?:it|that) in mind)|"
            r"i'?m off|(?:i )?(?:got to|gotta|have to|must) (?:go|dash|run)",
        ),
        (
            Pleasantry.TAKES_UP,
            r"ok+|okay|okey|k|great|brilliant|perfect|lovely|cool|awesome|nice|super|ah+|oh|lol|lmao|ha|haha|hahaha|hehe|hm+|right|wow|excellent|fab|fantastic|amazing|"
            r"wonderful|smashing|champion|sound|fine|good|sweet|aw+|helpful|marvell?ous|splendid|grand|brill|ace|magic|ideal|spot on|right(?:io|o|y ?o)|"
            rf"noted|will do|no (?:problem|worries|bother)|not to worry|point taken|phew|i see(?: now)?|(?:{_THAT} )?(?:all )?{_INTENSE}(?:got|makes?) (?:it|(?:{_INTENSE}|much more |more |a lot more |perfect |total |complete )sense)(?: now)?|"
            r"gotcha|understood",
        ),
        (
            Pleasantry.FILLS,
            r"there|then|x+|xo+|all|everyone|everybody|both|team|mate|pal|bot|assistant|again|so much|very much|a lot|a bunch|loads|a million|ever so(?: much)?|"
            r"for (?:that|this|now|today|your (?:help|time|reply|patience|advice)|the (?:help|info|information|reply|advice)|all (?:that|this|your help|the help)|everything|reading)|"
            r"you|to you|now|today|really|indeed|in advance|god bless(?: you)?|bless(?: you)?|:\)|bud(?:dy)?|hun|hon|love|(?:my )?(?:dear|friend|lovely)|pet|duck|"
            r"sweetheart|darling|guys|folks|man|anyhow|anyway",
        ),
    )
)  # fmt: skip
#: Nobody is polite for longer, and each phrase is sought among all.
_MOST_PHRASES = 16
_GAP = re.compile(r"[\W_]*")
_JOINS = re.compile(r"(?:and|but|so)\s+", re.I)
#: A name below thanks, on a line of its own.
_SIGNATURE = re.compile(r"\n\s*(?:[A-Z][\w'.-]*\s*){1,3}$")
#: What may follow thanks without a stop: a question of its own.
_GOES_ON = re.compile(
    r"(?:and|but|so|what|how|which|who|when|where|why|is|are|do|does|can|could|would|will|should|also|any)\b",
    re.I,
)


def pleasantry(text: str) -> Pleasantry | None:
    """What a text is that holds nothing but polite phrases, signed or not; None if it holds more.

    Mere fillers ("all of you") are none.
    """
    plain = normalise(text).strip()
    found, end = _read(plain)
    if end < len(plain):
        unsigned = _SIGNATURE.sub("", plain)
        found, end = _read(unsigned)
        if end < len(unsigned) or Pleasantry.THANKS not in found:
            return None
    for kind in (Pleasantry.TAKES_LEAVE, Pleasantry.THANKS, Pleasantry.GREETS, Pleasantry.TAKES_UP):
        if kind in found:
            return kind
    return None


def without_thanks(text: str) -> str:
    """The text behind the thanks or the greeting that it begins with, if there is more."""
    found, end = _read(text)
    rest = text[end:]
    if not rest or not {Pleasantry.THANKS, Pleasantry.GREETS, Pleasantry.TAKES_UP} & set(found):
        return text
    stopped = re.search(r"[.,!;:\n–—-]\s*$", text[:end])
    goes_on = Pleasantry.THANKS in found and _GOES_ON.match(rest)
    return rest if stopped or goes_on else text


def _read(text: str) -> tuple[list[Pleasantry], int]:
    """The polite phrases that a text begins with, and where the rest of it begins."""
    found: list[Pleasantry] = []
    place = _skip(text, 0)
    while place < len(text) and len(found) < _MOST_PHRASES:
        joined = _JOINS.match(text, place) if found else None
        phrase = _phrase(text, place) or (_phrase(text, joined.end()) if joined else None)
        if phrase is None:
            break
        kind, end = phrase
        found.append(kind)
        place = _skip(text, end)
    return found, place


def _phrase(text: str, place: int) -> tuple[Pleasantry, int] | None:
    """The longest polite phrase at a place, and its end."""
    fits = [(kind, match.end()) for kind, form in _PHRASES if (match := form.match(text, place))]
    return max(fits, key=lambda one: one[1]) if fits else None


def _skip(text: str, place: int) -> int:
    gap = _GAP.match(text, place)
    return gap.end() if gap else place


_ASIDE = re.compile(
    r"\b(?:never ?mind|forget (?:it|that)|scrap that|not to worry|no worries|sorry,? wrong one)\b"
    r"[\s,.!-]*",
    re.I,
)


#: What says nothing but how it is said: "what on earth is that, dear?".
_IDLE = re.compile(
    r"(?<=\w)\s+(?:on earth|in the world|the (?:hell|heck)|when (?:it['’]?s|they['’]?re) at home)\b|"
    r"(?<=\w)(?:,\s*(?:dear|pet|love|hun|hen|duck|mate|darling|sweetheart)|"
    r",?\s+(?:lol|lmao|(?:ha){2,}|(?<!as )(?<!even )tho(?:ugh)?|pl[sz]|please|tbh|btw|ty|xx+))+"
    r"(?=\W*$|\s*[?!](?:\s|$))|"
    r"(?<=\bthat|\bthis)\s+(?:dear|pet|love|hun|hen|duck|mate|darling|sweetheart)(?=\W*$)",
    re.I,
)


def without_asides(text: str) -> str:
    """A message without what only takes back the one before it; all of it if nothing is left.

    Without what says nothing but how it is said, too.
    """
    return _IDLE.sub("", _ASIDE.sub("", text)).strip() or text
