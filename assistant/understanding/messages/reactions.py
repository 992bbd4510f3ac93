"""What a message says first of the answer before it: how that strikes somebody, or a correction.

"Bit low. Next rung up?", "sorry, not lead, I meant head of": what is left names what is changed.
"""

import re

from assistant.understanding.backgrounds import RELATIVE
from assistant.understanding.messages.asking import is_question

_ADVERBS = (
    r"(?:(?:a|bit|little|pretty|quite|very|so|really|not|too|kind\s+of|kinda|rather|all|proper|well|"
    r"dead|that)\s+){0,3}"
)
_STRIKES = (
    r"(?:low|high|bad|good|great|brilliant|rubbish|steep|scary|stressful|tempting|decent|mad|crazy|"
    r"tight|poor|lovely|cool|nice|interesting|harsh|rough|encouraging|reassuring|disappointing|lot|"
    r"much|loads|peanuts|funny|fair|sad|intense|grim|tough|hard|impressive|shame|surprising|worrying|"
    r"confusing|better|worse|useful|helpful)"
)
#: How an answer strikes somebody, as a sentence of its own before what they ask next.
_REACTION = re.compile(
    r"\W*(?:(?:oh|ha+|hm+|wow|ok|okay|right|well|blimey|gosh|ouch|yikes|eek|phew)\W+)*"
    r"(?:(?:that|it|this)(?:['’]?s|\s+(?:is|was|sounds?|seems?|looks?))?\s+|(?:sounds|seems|looks)\s+)?"
    rf"{_ADVERBS}{_STRIKES}\s*[.!…]+\s+(?=\S)",
    re.I,
)
_OOPS = r"\W{0,4}(?:(?:sorry|oops|whoops|no|ah|argh|hang\s+on|wait|actually|oh)\b\W{1,4}){1,4}"
#: What takes back a part of the question before: "sorry, not lead, I meant".
_TAKES_BACK = re.compile(
    rf"{_OOPS}(?:(?:not|no)\s+[\w-]{{1,30}}(?:\s[\w-]{{1,30}}){{0,2}}\s?[,.;–]\s{{0,3}})?(?:i\s+)?"
    r"(?:meant?|should(?:['’]?ve|\s+have|\s+of)?\s+(?:said|mentioned|added)|make\s+(?:that|it)|"
    r"(?:he|she|they)\s+(?:says?|said|means?|meant))\b\W{0,4}(?:to\s+say\W{1,4})?(?:that\s+)?",
    re.I,
)
#: Who it is about, before what is changed: "he's only", "she'd go to".
_WHOSE = re.compile(
    r"(?:if\s+)?(?:i|he|she|they|we|it)(?:['’]?(?:s|m|d|re|ll|ve))?\s+"
    r"(?:(?:is|am|are|was|were|would|will|be|only|have|has|go|going|gone|moves?|moved|moving|"
    r"lives?|living|based|works?|working|now|actually|to|in|at|down|up|over|an?|the)\s+)*",
    re.I,
)
#: So many words may name what is changed, and nothing else.
_CHANGED = 5
#: Who is spoken of from then on, by the job: "what about my brother, he's going for plumber".
_WHAT_ABOUT_HIM = re.compile(
    rf"(?P<asks>\W*(?:(?:and|ok|so|but)\W+)*(?:what|how)\s+about)\s+"
    rf"(?:{RELATIVE}|(?:my|our)\s+(?-i:[A-Z])\w+)\W+(?:he|she|they|who)(?:['’]?(?:s|re))?\s+"
    r"(?:(?:is|are|wants?|wanted|to|be|going|go|for|training|as|doing|applying|looking|at|into|an?|"
    r"becoming|studying)\s+)+(?P<job>[^?.!,]+)\W*",
    re.I,
)


def without_reaction(text: str) -> str:
    """What a message asks after others, without what it first says of the answer before.

    What takes back a part of the question before is left as what is changed in it: "and head of?".

    Args:
        text: a message that is not the first.
    """
    reaction = _REACTION.match(text)
    text = text[reaction.end() :] if reaction else text
    if him := _WHAT_ABOUT_HIM.fullmatch(text):
        return f"{him['asks']} {him['job']}?"
    taken_back = _TAKES_BACK.match(text)
    if not taken_back:
        return text
    rest = text[taken_back.end() :]
    if is_question(rest):
        return rest
    whose = _WHOSE.match(rest)
    changed = rest[whose.end() if whose else 0 :].strip(" .!?")
    # "No, I mean the safety one" points at a role.
    few = 0 < len(changed.split()) <= _CHANGED and not changed.endswith((" one", " ones"))
    return f"and {changed}?" if few else text
