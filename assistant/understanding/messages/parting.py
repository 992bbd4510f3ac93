"""One sentence that asks -> what it tells first, and each of the questions in it."""

import re
from itertools import islice

from assistant.understanding.messages.asking import REQUEST, asks, asks_of, judges, tells
from assistant.understanding.topics import topics_of

_PRONOUN = r"(?:i|you|we|they|he|she|it|people|someone|somebody)\b"
_PERSON = (
    rf"(?:{_PRONOUN}|there\b|the\b|an?\b|any\w*\b|this\b|that\b|most\b|nhs\b|your\b|my\b|"
    r"employers\b|companies\b|firms\b|trusts\b|hospitals\b|labs\b|teams\b|candidates\b|recruiters\b)"
)
_IS = r"(?:is|are|do|does|can|could|will|would|should|may|must)"
#: A second question that "and" or the like brings in.
_AND = re.compile(
    r"(?:,|;|\s[-–—])?\s+(?:and|but|plus|also|as well as|\+|&)\s+(?:also\s+|then\s+|if (?:so|not|yes|no),?\s+|oh\s+|(?:very\s+)?(?:roughly|approximately|lastly|finally),?\s+)?"
    rf"(?=(?:what|how|which|who|when|where|why)(?:['’]s|s)?\s+\w+|{_IS}\s+{_PERSON}|"
    r"(?:does|do|is|will|would|should|could)\s+\w+\s+(?:\w+\s+)?(?:be|have|come|count|help|matter|need)\b|"
    r"(?:do|will|would|can)\s+\w+\s+(?:employers|companies|firms|trusts|hospitals|labs|teams)\s+\w+|"
    r"(?:does|do)\s+(?!not\b|n't)[\w-]+\s+(?:pay|cost|earn|last|change|vary|differ|go|get|take|work|include|add|help|"
    r"affect|make|mean|bump|boost|increase)\b|"
    # "And does on-call add much": what is done stands behind a subject of some words.
    r"does\s+(?!not\b|n't)(?:(?!to\b)[\w-]+\s+){1,3}(?:pay|cost|add|help|affect|make|mean|matter|last|include|involve|apply|"
    r"come|go|give|get|need|change|vary|take|work|bump|boost|increase)\b|"
    r"(?:is|are)\s+(?!(?:not|also|very|so|well|still|just|now|to|in|on|at|for|being|going|willing|able|looking|often|usually)\b)"
    r"[\w-]+\s+(?:[\w-]+\s+)?(?:paid|free|included|optional|compulsory|required|common|normal|extra|allowed|possible|provided|"
    r"available|covered)\b|"
    r"(?:tell|let|explain|say|advise|show|give|send)\s+(?:me|us)\b)",
    re.I,
)
#: One that follows a mere comma. "Which" with a verb, "how" and "what" with a person are relative
#: or indirect ("how you learned it"), and ask for nothing by themselves.
_COMMA = re.compile(
    r"[,;]\s+(?:(?:and|or|plus)\s+(?=any\b))?"
    rf"(?=any\s+\w+|(?:is|are|do|does|can|will|would)\s+(?:there|i|you|they|we|the)\b|"
    rf"(?:what|how|why|where|when)(?:['’]s|s|\s+{_IS})\b|"
    rf"(?:what|how\s+(?:much|many|long|often|far|hard|big))\s+(?!(?:{_PRONOUN}|of\b|if\b))\w+|"
    rf"which\s+(?!(?:{_PRONOUN}|is|are|was|were|has|have|will|would|could|can|means?|makes?|made|seems?|sounds?|of)\b)\w+|"
    rf"(?:which|who)\s+(?:do|does|can|will|would|should|could)\s+{_PERSON}|who\s+(?:pays|decides)\b)",
    re.I,
)
#: A verb before a subject that is nobody: "and is parking free", "are weekends paid".
_AND_IS = re.compile(
    r"(?:[,;]|[,;]?\s+(?:and|but|plus|also|&)(?:\s+also)?)\s+"
    r"(?=(?:is|are|does|did|has|can|will|would|could|should)\s+(?!(?:it|this|that|not|also|in|on|at|near|under|over|now|"
    r"still|only|just|more|less|very|really|so|too|well|been|be|being|have|had|to|from|with|of|for|by)\b)"
    r"\w+\s+\w+)",
    re.I,
)
#: Where the next question starts among those that one request introduces: "I would like to know what
#: it pays, whether I need a degree, and if there is training".
_INDIRECT = re.compile(
    r"[,;]\s+(?:(?:and|or|also)\s+)*(?=(?:whether|if|what|how|which|who|when|where|why)\s+\w+)|"
    r"\s+and\s+(?:also\s+)?(?=(?:whether|if|what|how)\s+\w+)",
    re.I,
)
#: Questions that are counted out within one sentence: "1 what is it 2 does it pay".
_COUNTED = re.compile(
    r"(?:^|[\s,;:.])\(?(?P<number>[1-9])[.):]?\s+"
    rf"(?=(?:what|how|when|where|why|which|who|any|{_IS})(?:['’]s|s)?\s+\w+)",
    re.I,
)
#: What may stand before the first of them: nothing, or words that announce it.
_COUNTS = re.compile(
    r"(?:^|[.:;,!?–-]|\b(?:please|pls|things|questions?|points|queries|qs))\s*$", re.I
)
#: What no question ends on: "in stage 1 are there tests and in stage 2 are there interviews".
_GOES_ON = re.compile(
    r"\b(?:and|or|in|with|of|to|for|at|on|the|an?|stages?|steps?|parts?|options?|types?|levels?|bands?|"
    r"grades?|years?|phases?|units?|modules?|class(?:es)?|categor(?:y|ies)|tiers?)\W*$",
    re.I,
)
#: A condition cuts no request up. "I would be grateful if you could" is none.
_CONDITION = re.compile(
    r"(?<!grateful )(?<!appreciate it )(?<!helpful )(?<!great )(?<!kind )(?<!lovely )"
    r"\bif (?:so|not|possible|any|you (?:can|could|like|would|have))\b",
    re.I,
)
#: Words that set the things named before and after against each other: one question, not several.
_AGAINST = re.compile(
    r"\b(?:more|less|most|least|better|best|worse|worst|higher|highest|lower|lowest|harder|hardest|"
    r"easier|easiest|tougher|safer|bigger|smaller|longer|shorter|faster|quicker)\b",
    re.I,
)
#: What leaves out its verb for the one before: "do small firms sponsor, and if not, which do?"
_LEFT_OUT = re.compile(
    rf"^\W*(?:which|who)(?:\s+\w+){{0,2}}\s+(?:{_IS}|did|has|have)(?:n'?t)?\W*$", re.I
)
_INVERTED = re.compile(rf"\b{_IS}\s+{_PERSON}", re.I)
#: A question whose own subject is behind its verb can't be gone on with by another such verb: what
#: does so is a question too. "Who does nights and is tired" is one.
_SUBJECT_INSIDE = re.compile(
    rf"(?<!who )(?<!that )(?<!which )(?:\b{_IS}\s+{_PERSON}|"
    r"\b(?:do|does|did)\s+(?!(?:well|best|better|badly)\b)\w+|"
    rf"(?:^|[,:])\W*{_IS}\s+\w+|\bhow\s+\w+\s+(?:is|are)\b)",
    re.I,
)
#: Who asks may leave out "I" and only tell: "do nights at a bakery, would a hospital have me".
_NO_I = re.compile(rf"^\W*do\s+(?!{_PERSON})", re.I)
_ME = re.compile(r"\b(?:i|me|my)\b", re.I)
#: Of whom or what a clause behind one of these speaks, the next verb may say more.
_SAYS_OF = re.compile(r"\b(?:who|that|which|if|when|where|because|as|since|while|whether)\b", re.I)
#: What is told may stay with the one question that it stands before, up to so many words in all.
_BREATH = 30
#: Places looked at within one sentence: who writes more of them tries us out.
_MOST = 40
#: A question of fewer words only names something ("which level").
_NAMED = 4
#: Where a question may start behind what is told before it.
_TURN = re.compile(r"(?:[,;:]|\s[-–—])\s+(?:(?:so|but|and|now)\s+)?", re.I)
#: A few words more of what is told: "works in stores, band 4, how does he move up".
_OF_THEM = re.compile(
    r"(?:(?:now|currently|on|at|aged?|a)\s+)?(?:(?:band|grade|level|year|aged?)\s+)?\d{1,2}\w?"
    r"(?:\s+(?:years?|yrs?|months?)(?:\s+in)?)?\s*[,;:–—-]\s",
    re.I,
)


def parted(sentence: str) -> tuple[str, list[str]]:
    """What a sentence tells before it asks, "" if nothing, and the questions in it.

    "I'm a nurse, what could I earn and is there on-call?" tells the one and asks the others. A
    question that judges what is told is left together with it.
    """
    told, pieces = _told_apart(_pieces(sentence))
    asked = _with_what_is_named([part for piece in pieces for part in _requests(piece)])
    if any(len(part.split()) < 2 or _OF_OTHERS.match(part) for part in asked):
        return "", [sentence]
    if len(asked) == 1:
        short = not told or len(sentence.split()) <= _BREATH or judges(asked[0])
        return ("", [sentence]) if short else (told, [_marked(asked[0])])
    return told, [_marked(part) for part in asked]


#: What only names that of which the next question asks: "what about the exam, when is it held?".
_NAMES = re.compile(
    r"^\W*(?:(?:and|so|ok|hi|hello|also)\W+)*(?:(?:what|how)\s+about|(?:can|could)\s+you\s+tell\s+(?:me|us)\s+about|"
    r"tell\s+(?:me|us)\s+about)\s+(?!.*\b(?:is|are|do|does|can|could|will|would|should|if|who|that)\b)\S",
    re.I,
)
_OF_IT = re.compile(r"\b(?:it|that|this|they|them|those|these|one)\b", re.I)
#: A question of it has so few words.
_OF_IT_MOST = 9


def _with_what_is_named(asked: list[str]) -> list[str]:
    """The questions, one that asks of what the one before only names together with that."""
    joined: list[str] = []
    for part in asked:
        short = len(part.split()) <= _OF_IT_MOST and _OF_IT.search(part)
        if joined and short and _NAMES.match(joined[-1]):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def asked_clause(sentence: str) -> str:
    """A sentence without what it tells before it asks."""
    told, pieces = _told_apart([sentence])
    return pieces[0] if told else sentence


#: What others do is asked of what was asked before: "should we offer shares, what do others do?"
_OF_OTHERS = re.compile(
    r"^\W*what (?:do|does|would|are|is) (?:the |all the )?(?:others?|other \w+|everyone else|everybody else|"
    r"most (?:people|places|firms|employers))(?: \w+)?\W*$",
    re.I,
)


#: What is told behind a question: who asks it, or what they have heard.
_AFTER = re.compile(
    r"(?:[,;]|\s[-–—])\s+(?=(?:i['’]?m|i am|i['’]?ve|i (?:have|saw|read|heard|need|want|live|work)|we['’]?re|we are|"
    r"we (?:have|need|want)|my \w+(?:['’]s| is| has| says?| wants?| told))\b)",
    re.I,
)


def told_after(sentence: str) -> tuple[str, str]:
    """A sentence that asks, and what it tells behind that, "" if nothing.

    "Every salary level please, I'm a recruiter" asks the one and tells the other.
    """
    for turn in islice(_AFTER.finditer(sentence), _MOST):
        head, tail = sentence[: turn.start()], sentence[turn.end() :]
        asked = asks_of(head) or topics_of(head)
        more = asks_of(tail) or _AND.search(tail)
        if asked and not tells(head) and tells(tail) and not more:
            return head.strip(" ,;."), tail.strip(" ?")
    return sentence, ""


def _marked(question: str) -> str:
    return question if question.endswith("?") else question + "?"


def counted(sentence: str) -> list[str]:
    """What a sentence says before it counts questions out from one on, if anything, and each.

    The sentence itself where it counts none.
    """
    found = list(islice(_COUNTED.finditer(sentence), _MOST))
    if len(found) < 2 or [int(one["number"]) for one in found] != [*range(1, len(found) + 1)]:
        return [sentence]
    first, ends = sentence[: found[0].start() + 1], [*(one.start() for one in found[1:]), None]
    asked = [sentence[one.end() : end] for one, end in zip(found, ends, strict=True)]
    if not _COUNTS.search(first.rstrip(" (1")) or any(map(_GOES_ON.search, asked[:-1])):
        return [sentence]
    said = [sentence[: found[0].start()], *asked]
    return [piece for one in said if (piece := one.strip(" ,;"))]


def _pieces(sentence: str) -> list[str]:
    """The sentence cut where another question starts."""
    cuts: dict[int, tuple[int, re.Pattern[str]]] = {}
    for joint in (_AND, _COMMA, _AND_IS):
        for found in islice(joint.finditer(sentence), _MOST):
            cuts.setdefault(found.end(), (found.start(), joint))
    pieces: list[str] = []
    begin = 0
    for end, (start, joint) in sorted(cuts.items())[:_MOST]:
        if start >= begin and _parts(sentence[begin:start], sentence[end:], joint):
            pieces.append(sentence[begin:start].strip(" ,;."))
            begin = end
    return [*pieces, sentence[begin:].strip(" ,;.")]


def _parts(head: str, tail: str, joint: re.Pattern[str]) -> bool:
    """Whether what stands before a cut and what stands behind it are things of their own."""
    if _set_against(head, tail) or _LEFT_OUT.match(tail):
        return False
    if joint is _AND_IS and (not _closed(head) or (_NO_I.match(head) and _ME.search(tail))):
        return False
    # "On pay, what is it based on" names what is asked about; "junior pay in London, plus ..." asks.
    return asks_of(head) or tells(head) or (joint is _AND and bool(topics_of(head)))


def _closed(question: str) -> bool:
    """Whether a question is one that a verb behind "and" can't go on with."""
    inside = _SUBJECT_INSIDE.search(question)
    return bool(inside) and not _SAYS_OF.search(question, inside.end() if inside else 0)


def _set_against(head: str, tail: str) -> bool:
    """Whether a comparison holds both: "which matters more, what you know or whom"."""
    if _AGAINST.search(head):
        return bool(re.search(r"\bor\b", tail, re.I)) and not _INVERTED.match(tail)
    last = re.split(r"[,;:]", head)[-1]
    named = len(last.split()) < _NAMED and not _INVERTED.search(tail)
    return named and bool(_AGAINST.search(tail))


def _told_apart(pieces: list[str]) -> tuple[str, list[str]]:
    """What the first piece tells, and the pieces that ask."""
    first, *others = pieces
    if others and tells(first) and not asks_of(first):
        return first, others
    for turn in islice(_TURN.finditer(first), _MOST):
        head, tail = first[: turn.start()], first[turn.end() :]
        request = REQUEST.search(tail)
        if _OF_THEM.match(tail):
            continue
        if tells(head) and asks(tail) and (not request or request.start() < 12):
            return head.strip(" ,;."), [tail, *others]
    return "", pieces


def _requests(piece: str) -> list[str]:
    """The questions that one request introduces."""
    if not REQUEST.search(piece) or _CONDITION.search(piece):
        return [piece]
    return [part.strip(" ,;.") for part in _INDIRECT.split(piece) if part.strip(" ,;.")]
