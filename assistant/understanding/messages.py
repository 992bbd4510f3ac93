"""A message -> the questions in it, and the story around them."""

import re
from dataclasses import dataclass

from assistant.guides.sentences import sentence_spans
from assistant.understanding.topics import is_frame
from assistant.words import terms

_GREETING = re.compile(
    r"^\s*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|greetings|morning|afternoon|evening|to whom)\b[^.?!\n]{0,40}?(?:[,!.:\n-]+|$)\s*",
    re.I,
)
_SIGN_OFF = re.compile(
    r"^\s*(?:kind|best|warm|many|with)?\s*(?:regards|wishes|thanks|thank you|cheers|yours (?:sincerely|faithfully|truly)|sincerely|ta|thx|all the best|best)\b[^?]{0,60}$",
    re.I,
)
_QUOTED = re.compile(
    r"^\s*(?:>|on .{5,80} wrote:|from:|sent:|to:|subject:|cc:|-{2,}\s*$|_{3,}\s*$|sent from my)",
    re.I,
)
_OPENER = re.compile(
    r"^(?:(?:and|also|so|but|plus|then|ok|okay|well|oh|finally|lastly|secondly|firstly|first|second|third|next|another thing|one more thing|additionally|"
    r"alternatively|actually|right|anyway|great|thanks|cool|q\d+|\d+[.):]|\(?[a-d]\)|[-*•])[\s,:-]*)*"
    r"(?:what|what's|whats|how|how's|hows|which|who|who's|whose|when|where|where's|why|is|isn't|are|aren't|am|do|does|don't|doesn't|did|can|could|will|would|"
    r"should|has|have|may|might|must|any)\b",
    re.I,
)
_REQUEST = re.compile(
    r"\b(?:tell me|let me know|explain|describe|list|compare|show me|give me|advise|i(?:'d| would) (?:like|love) (?:to know|to understand|some|more|info|a)|"
    r"(?:i(?:'m| am|'ve| have)? ?(?:was|been)? ?)?(?:wondering|curious)|want to (?:know|find out|understand)|need to know|keen to (?:know|hear|understand)|interested (?:to know|in (?:knowing|hearing))|"
    r"not sure (?:if|whether|what|how|which)|unsure (?:if|whether|what|how)|no idea (?:if|whether|what|how)|run me through|talk me through|walk me through|summari[sz]e)\b",
    re.I,
)
#: "I have a few questions" asks nothing yet; "I mean the pay, what is it based on" does.
_ANNOUNCES = re.compile(
    r"\b(?:a few|some|several|a couple of|the following|these|two|three|four)\s+(?:quick |short |other |more )?(?:things|questions|points|queries)\b",
    re.I,
)
_INNER = re.compile(
    r"[,:;]\s+(?:what|how|which|who|when|where|why)\s+(?:is|are|do|does|would|can|could|will|should|much|many)\b",
    re.I,
)
#: The place where a second question starts within one sentence.
_SECOND = re.compile(
    r"(?:,|;|\s[-–—])?\s+(?:and|but|plus|also|as well as)\s+(?:also\s+|then\s+|if so,?\s+)?"
    r"(?=(?:what|what's|how|which|who|when|where|why)\s+\w+|(?:is|are|do|does|can|could|will|would|should)\s+(?:i|it|they|there|you|we|the|a|an|this|that|people|most|nhs|someone)\b)"
    r"|[,;]\s+(?=(?:is|are|do|does|can|will|would)\s+(?:there|i|you|the)\b)|[,;]\s+(?=(?:what|what's|how|which|who|when|where|why)\s+(?:is|are|do|does|would|can|could|much|many|about|should|level|skills|standards)\b)",
    re.I,
)


#: A sentence that says what the question before it meant.
_EXPLAINS = re.compile(r"^\W*(?:i mean|i meant|by (?:that|which) i mean|as in|meaning)\b", re.I)
#: A question that judges or places what was just told, and says nothing without it: "Is that normal?"
_JUDGES = re.compile(
    r"^\W*(?:(?:and|so|but|or)\s+)*(?:(?:is|are|was|would|does|do|should)\s+(?:that|this|it|those|these)\b|"
    r"(?:where|how)\s+(?:does|do|would|did|is)\s+(?:that|this|it|those|these)\s+(?:sit|compare|stack|rank|measure|look|sound|fit|stand)\b)",
    re.I,
)
#: Of so few content terms a judgement is read with the sentence that it judges.
_BARE = 2


@dataclass(frozen=True, slots=True)
class Message:
    """A message taken apart: its questions in order, and the other sentences that tell a story.

    ``leads`` has for each question the sentence told right before it, "" if there is none.
    """

    questions: tuple[str, ...]
    story: str
    leads: tuple[str, ...] = ()


def read_message(text: str) -> Message:
    """Find the questions of a message; greeting, signature and quoted mail are set aside.

    A message in which nothing looks like a question is one question as a whole.
    """
    sentences = _sentences(_body(text))
    questions: list[str] = []
    leads: list[str] = []
    story: list[str] = []
    told = ""
    for sentence in sentences:
        if questions and _EXPLAINS.match(sentence):
            questions[-1] = f"{questions[-1]} {sentence}"
        elif is_question(sentence) or _ITEM.match(sentence):
            asked = _split(_NUMBERED.sub("", sentence))
            if told and _judges(asked[0]):
                asked[0] = f"{told} {asked[0]}"
                told = ""
            questions.extend(asked)
            leads.extend([told, *("" for _ in asked[1:])])
            told = ""
        else:
            story.append(sentence)
            told = _NUMBERED.sub("", sentence)
    if not questions:
        whole = " ".join(sentences) or text.strip()
        return Message((whole,) if whole else (), "", ("",) if whole else ())
    return Message(tuple(questions), " ".join(story), tuple(leads))


def _judges(question: str) -> bool:
    """Whether a question is a bare judgement of the sentence before it."""
    own = [term for term in terms(question) if not is_frame(term)]
    return bool(_JUDGES.match(question)) and len(own) <= _BARE


def is_question(sentence: str) -> bool:
    """Whether a sentence asks for something."""
    if sentence.rstrip().endswith("?"):
        return True
    if _ANNOUNCES.search(sentence):
        return False
    return (
        bool(_INNER.search(sentence))
        or bool(_OPENER.search(sentence) and len(sentence.split()) > 1)
        or bool(_REQUEST.search(sentence))
    )


def _body(text: str) -> str:
    lines = text.replace("\r\n", "\n").split("\n")
    kept: list[str] = []
    for place, line in enumerate(lines):
        if _QUOTED.match(line):
            if re.match(r"^\s*(?:-{2,}\s*$|on .* wrote:)", line, re.I):
                break
            continue
        if _SIGN_OFF.match(line) and place > 0 and len(lines) > 2 and any(kept):
            break
        kept.append(line)
    body = "\n".join(kept)
    return _GREETING.sub("", body, count=1) if len(body.split()) > 3 else body


#: People in a chat start a sentence in lower case, and number their questions within a line.
_LOOSE_STOP = re.compile(
    r"(?<=[?!])\s+(?=\w)|(?<=[a-z]{3}\.)\s+(?=(?:and|but|so|what|how|which|who|when|where|why|is|are|do|does|can|could|would|will|should|also|plus|ok|okay|i|i'm|my|am)\b)|"
    r"\s+(?=\(?[2-9][.)]\s+\w)"
)


#: A numbered point asks something even without a verb ("3) pay in Derby"), unless it tells.
_ITEM = re.compile(
    r"^\s*\(?\d{1,2}[.)]\s+(?!(?:they|i|we|my|it|the|he|she|this|there)\b)\w+\s+\w+", re.I
)
_ASKING = re.compile(
    r"\b(?:what|what's|how|which|who|when|where|why|is|are|am|do|does|did|can|could|will|would|should|has|have|tell|know|explain)\b",
    re.I,
)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*•])\s+")


def _sentences(body: str) -> list[str]:
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)|\n(?=[A-Z])", body):
        flat = " ".join(paragraph.split())
        for span in sentence_spans(flat, 0, len(flat)):
            found.extend(part.strip() for part in _LOOSE_STOP.split(flat[span.start : span.end]))
    return [sentence for sentence in found if re.search(r"\w", sentence)]


#: Where the next question starts among those that one request introduces: "I would like to know what
#: it pays, whether I need a degree, and if there is training".
_INDIRECT = re.compile(
    r"[,;]\s+(?:(?:and|or|also)\s+)*(?=(?:whether|if|what|how|which|who|when|where|why)\s+\w+)|"
    r"\s+and\s+(?:also\s+)?(?=(?:whether|if)\s+\w+)",
    re.I,
)
_CONDITION = re.compile(r"\bif (?:so|not|possible|any|you (?:can|could|like|would|have))\b", re.I)


def _split(sentence: str) -> list[str]:
    asks_for = _REQUEST.search(sentence) and not _CONDITION.search(sentence)
    parts = [
        part.strip(" ,;.")
        for piece in _SECOND.split(sentence)
        for part in (_INDIRECT.split(piece) if asks_for else [piece])
    ]
    whole = [part for part in parts if part]
    if (
        len(whole) < 2
        or any(len(part.split()) < 2 for part in whole)
        or not _ASKING.search(whole[0])
    ):
        return [sentence]
    return [part if part.endswith("?") else part + "?" for part in whole]
