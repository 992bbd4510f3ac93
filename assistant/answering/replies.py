"""FAQ answers that are replies: "No.", "Usually three rounds: ...", "Enough to follow a talk.".

By themselves they say nothing, and after another question they may say the opposite of what their
guide says. They are told by their form, as no parser is at hand: how they open, and whether their
first clause has a subject and a verb of its own. Where that can't be told they count as replies,
since a question shown in vain costs a reader only a line.
"""

import re

from assistant.chunks import Chunk

#: A question of more words than this is not repeated whole.
_LONGEST = 20
#: What replies open with: a yes or a no, a degree, a guess, or what points at the question.
_REPLYING = re.compile(
    r"^\W*(?:yes|no|not|none|never|nope|sometimes|usually|often|rarely|seldom|mostly|mainly|"
    r"occasionally|generally|typically|normally|increasingly|perhaps|possibly|probably|maybe|"
    r"definitely|absolutely|certainly|of course|both|either|neither|all|some|many|most|few|"
    r"only|quite|very|fairly|rather|almost|nearly|about|around|roughly|up to|at least|more|less|"
    r"fewer|partly|in (?:part|practice|theory|principle|short|general)|a (?:little|lot|bit|few)|"
    r"enough|plenty|depends|because|since|if|when|where|by|through|so|then|and|but|or|"
    r"it|its|this|that|these|those|they|their|them|there|he|she|such|one|here)\b",
    re.I,
)
#: Where the first clause of an answer ends.
_CLAUSE_END = re.compile(r"[,:;.!?()]|\s[-–—]\s|\b(?:since|because|which|who|that|if|when|where)\b")
#: A verb that has a subject before it, or a person who does what the next word says.
_VERB = re.compile(
    r"\w(?:'s|'re|'ve|'ll|'d)\b|"
    r"\b(?:am|is|are|was|were|be|has|have|had|does|do|did|can|could|will|would|shall|should|may|"
    r"might|must|needs?|cannot|tends?|means?|includes?|varies|vary|expects?|comes?|goes|go|"
    r"takes?|makes?|gives?|works?|pays?|helps?|matters?|starts?)\b|"
    r"\b(?:you|we|people|employers|managers|teams|companies|trusts|interviewers|panels) \w+",
    re.I,
)
#: A clause that leaves its verb to the question: "The manager seldom does".
_LEFT_OUT = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|may|might|must)"
    r"(?: not|n't)?\s*$",
    re.I,
)


def is_reply(answer: str) -> bool:
    """Whether an answer can't be understood without its question."""
    text = answer.replace("’", "'")
    if _REPLYING.match(text):
        return True
    end = _CLAUSE_END.search(text)
    clause = text[: end.start()] if end else text
    return _VERB.search(clause) is None or _LEFT_OUT.search(clause) is not None


def asked_in(chunk: Chunk) -> str:
    """The question of an FAQ pair in short: its last sentence, "" if even that is long."""
    asked = chunk.section[-1] if chunk.section else ""
    last = re.split(r"(?<=[.!?])\s+", asked.strip())[-1]
    return last if len(last.split()) <= _LONGEST else ""
