"""Whether a sentence, or a clause of one, asks for something or only tells."""

import re

from assistant.understanding.topics import is_frame
from assistant.words import GOES_ON, terms

#: Whom a verb that stands first may ask about.
_SUBJECT = (
    r"(?:i|you|we|they|he|she|it|there|this|that|these|those|the|an?|any|anyone|anybody|some\w*|"
    r"people|most|all|my|your|our|their|his|her|one|employers?|companies|nhs)\b"
)
_FILLER = (
    r"(?:(?:and|also|so|but|plus|then|ok|okay|well|oh|hm+|finally|lastly|secondly|firstly|first|"
    r"second|third|next|another thing|one more thing|last thing|later on|eventually|longer term|additionally|alternatively|"
    r"actually|roughly|approximately|broadly|overall|ballpark|right|anyway|great|thanks|cool|\+|&|q\d+|\d+[.):]|\(?[a-d]\)|[-*•])[\s,:-]*+)*+"
)
#: Without somebody behind it, the subject of a verb in the past was left out, and the sentence tells:
#: "did maths at school", "had a boat once".
_OPENS = (
    r"(?:(?:what(?!\s+with\b)|how|who|where|when|why)(?:s|['’](?:s|re|d|ll|ve))?|which|whose|(?:is|are|do|does|can|may|might|"
    # "Would love to move" tells.
    r"must|could|will|would|should|any)(?!\s+(?:be|love|like|rather|prefer)\b)|"
    r"(?:did|have|has|had|was|were|am|(?:is|are|do|does)n'?t)(?=\s+(?:i|you|we|they|he|she|it|there|"
    r"this|that|these|those|the|any\w*|people|most)\b))(?![-'’\w])"
)
_OPENER = re.compile(rf"^\W*{_FILLER}{_OPENS}", re.I)
#: "When I left school" tells when, unless a question follows.
_WHEN_TOLD = re.compile(
    rf"^\W*{_FILLER}(?:when|where)\s+(?!(?:is|are|do|does|did|can|could|will|would|should|was|were|might)\b)",
    re.I,
)
#: "He has offered to send me there" asks for nothing.
_NOT_DONE_BY_OTHERS = "".join(
    rf"(?<!\b{verb} )"
    for verb in (
        *("offered", "agreed", "promised", "refused", "wants", "wanted", "going", "used"),
        *("they want", "they need", "trying", "prepared"),
    )
)
#: A clause that asks by way of a statement, or of a command that nobody else is the subject of:
#: "nobody will give me a job" asks for nothing.
REQUEST = re.compile(
    r"(?:(?:^|[,;:.]\s*|[-–—]\s|\b(?:please|pls|you|you (?:can|could|would|might)|"
    rf"{_NOT_DONE_BY_OTHERS}to|and|then|just|also|so|but|kindly|help)\s+)"
    r"(?:tell (?:me|us)|let (?:me|us) know|explain|describe|list|compare|(?:show|give|send) (?:me|us)|advise|"
    r"(?:run|talk|walk) (?:me|us) through|summari[sz]e)\b|"
    r"\b(?:i|we)(?:'d| would) (?:like|love|appreciate) (?:to (?:know|understand|hear|learn|ask (?:if|whether|what|how|which|about))|some|more|info|a)|"
    r"\b(?:would|'d) (?:also )?be (?:very |really |most |so )?(?:grateful|good|great|nice|helpful|useful|lovely) to (?:know|hear|understand|learn)\b|"
    r"\b(?:keen|eager|interested|curious) to (?:know|hear|understand|learn)\b|interested in (?:knowing|hearing)|"
    r"\b(?:i(?:'m| am|'ve| have)? ?(?:was|been)? ?)?(?:wondering|curious)\b|"
    r"\b(?:wants?|needs?|like|love) to (?:know|find out|understand)\b(?! (?:both|all|each|everything)\b(?: of)?(?! (?:th|about)))|\b(?:can'?t|cannot|couldn'?t) (?:find out|work out|figure out|tell) (?:if|whether|what|how|which|when|where)\b|"
    r"\b(?:(?:not|un|never) ?sure|no idea|(?:don'?t|do not|doesn'?t) know) (?:if|whether|what|how|which|when|where)|"
    r"\b(?:he|she|son|daughter|wife|husband|partner|friend|client|candidate) (?:(?:also|just) asked|(?:also |just )?(?:asks|wonders)) (?:if|whether|what|how|which|when|where|why)\b|"
    r"\bif you (?:happen to )?(?:know|can (?:say|tell)|could (?:say|tell)) (?:if|whether|what|how|which|when|where|who|why)\b|"
    r"\b(?:thing|question|worry|concern|query|bit|wonder|issue)\b[^.?!;:]{0,60}?\b(?:is|was) (?:if|whether|what|how|which|when|where|why|who)\b)",
    re.I,
)
#: What only asks us for an answer, before what is asked: "I'd be obliged if you could tell me whether".
_OF_US = re.compile(
    rf"^\W*{_FILLER}(?:(?:please|kindly)\s+)?(?:(?:i|we)(?:['’](?:d|m|ve))?\s+)?"
    r"(?:(?:would|should|could|can|will|be|am|was|have|been|like|love|want|need|to|very|most|so|really|also|just|"
    r"obliged|grateful|appreciate|it|if|you|do|don'?t|not|keen|interested|in|please|kindly|possibly)\s+)*"
    r"(?:know|knowing|ask|hear|understand|learn|wondering|curious|unsure|tell (?:me|us)|let (?:me|us) know|advise(?: me| us)?)\s+"
    r"(?:(?:if|whether)\s+|(?=(?:what|how|which|when|where|why|who)\b))(?=\S+\s+\S+\s+\S)",
    re.I,
)
#: "I have a few questions" and "I'd like some advice" ask nothing yet; "I mean the pay, what is it
#: based on" does.
_ANNOUNCES = re.compile(
    r"\b(?:a few|some|several|a couple of|the following|these|two|three|four)\s+(?:quick |short |other |more )?(?:things|questions|points|queries)\b|"
    r"\b(?:like|love|appreciate|need|want|after)\s+(?:some|a bit of|a little|any|your)\s+(?:\w+\s+)?(?:advice|facts|figures|numbers|"
    r"info|information|help|guidance|answers|pointers|clarity|details)\W*$",
    re.I,
)
#: A question after a comma. "My wife, who is a doctor" and "Leeds, where I live" are none.
_INNER = re.compile(
    r"(?:[,:;]|\s[-–—])\s+(?:(?:and|so|but)\s+)?(?:am\s+i\b|(?:what|how|why)\s+(?:is|are|do|does|would|can|could|will|should|much|many)\b|"
    rf"(?:(?:which|who|when|where)\s+)?(?:do|does|would|can|could|will|should)\s+{_SUBJECT}|"
    rf"(?:is|are)\s+(?:it|they|there|you|we|the|an?|any\w*)\b(?!\W*$)|"
    r"how\s+(?:long|often|far|hard|soon|big|old)\s+(?:is|are|do|does|would|will|can|could|should)\b|"
    r"(?:is|are|does)\s+(?!(?:in|on|at|to|for|from|with|not|also|now|still|very|so|too)\b|\w+(?:ing|ed|ly)\b)\w+\s+\w+|"
    r"(?:which|when|where)\s+(?:is|are)\s+(?:the|it|that|they|there)\b)|"
    r"\s(?:(?:plus|also|\+)\s+(?:what|which)|(?:plus|also|\+|and)\s+how (?:much|many|long|often))\s+(?!(?:i|you|we|they|he|she|it|people)\b)\w",
    re.I,
)
_NAMED = re.compile(r"^[^,.?!]{1,80}?(?::|\s[-–—])\s+", re.I)
#: "As a lab manager is there on-call": who or what is asked about stands before the question.
_LED = re.compile(
    r"^\W*(?:as|for|with|about|regarding)\s+(?:an?|the|my|your)\s[^,.?!:;]{1,60}?\s"
    rf"(?=(?:(?:what|how|when|where|why)\s+(?:(?:much|many|often|long|soon)\b|(?:is|are|do|does|did|can|could|will|would|should)\b)"
    rf"|(?:is|are|do|does|can|could|will|would|should)\s+{_SUBJECT}))",
    re.I,
)
_EXPLAINS = re.compile(
    r"^\W*(?:i mean|i meant|by (?:that|which) i mean|as in|meaning)\b|[,\s]\s*i (?:mean|meant)\W*$",
    re.I,
)
#: Whether what was told is to be taken seriously or taken up.
_MOCKED = (
    r"(?:just\s+)?(?:having\s+(?:me|us|him|her)\s+on|having\s+a\s+\w+|taking\s+(?:the\s+\w+|liberties)|joking|kidding|dreaming|"
    r"being\s+(?:had|robbed|done|conned|fleeced|underpaid|greedy|ripped\s+off|mugged\s+off|short\W?changed|"
    r"taken\s+for\s+(?:a\s+ride|a\s+mug|granted))|underpaid|a\s+joke|an\s+insult|any\s+good|"
    r"(?:is\s+it\s+)?worth\s+(?:it|taking|accepting|having)|(?:a\s+)?(?:good|fair|bad|decent)\s+(?:deal|offer|money)|"
    r"decent|reasonable|daft|cheeky)"
)
#: What to do about an offer that was just told.
_TAKES_UP = (
    r"(?:should|shall|do|could|can|would\s+it\s+be\s+(?:cheeky|rude|mad|ok(?:ay)?)\s+to|is\s+it\s+(?:cheeky|rude|ok(?:ay)?)\s+to)"
    r"\s*(?:i|we|he|she|they)?\s+(?:just\s+)?(?:haggle|negotiate|push\s+back|hold\s+out|barter|bargain|"
    r"(?:push|ask|hold\s+out|go)\s+(?:them\s+)?(?:for\s+(?:a\s+(?:bit|little)\s+)?more|higher)|take\s+it|accept(?:\s+it)?|say\s+(?:yes|no)|"
    r"turn\s+it\s+down|bite\s+their\s+hands?\s+off|walk\s+away|counter)"
)
#: A question that judges or places what was just told, or asks what to do about it, and says nothing
#: without it: "Is that normal?"
_JUDGES = re.compile(
    rf"{GOES_ON}what\s+(?:(?:do|would|will)\s+(?:i|we|he|she|they)\s+(?:have|need)\s+to|"
    r"(?:should|must|can|could)\s+(?:i|we|he|she|they))\s+do(?:\s+(?:now|next|then|first|about (?:it|that|this)))?\W*$|"
    rf"{GOES_ON}(?:(?:is|are|am|was|were)\s+(?:i|he|she|they|you|we)\s+)?(?:{_MOCKED})(?:\s+or\s+\w+)?\W*$|"
    rf"{GOES_ON}{_TAKES_UP}\W*$|"
    rf"{GOES_ON}(?:(?:is|are|was|would|does|do|should)\s+(?:that|this|it|those|these)\b|"
    r"(?:is|are|was|would|does|do|did|should|am|will|can|could)\s+(?:i|he|she|they|you|we)(?:\s+(?:right|wrong|serious|mad|correct))?\W*$|"
    r"(?:where|how)\s+(?:does|do|would|did|is)\s+(?:that|this|it|those|these)\s+(?:sit|compare|stack|rank|measure|look|sound|fit|stand)\b|"
    r"(?:which|who)(?:'s| is| of)\s+(?:it|right|them|true)\b|(?:is there )?any truth\b|(?:true|right|correct|really|fair|normal|good|bad|low|high|decent|reasonable)(?: or (?:not|\w+))?\W*$)",
    re.I,
)
#: Of so few content terms a judgement is read with the sentence that it judges.
_BARE = 2
#: Clauses that begin like this belong to the question that they stand before.
_SUBORDINATE = re.compile(
    rf"{GOES_ON}(?:if|when|as|for|with|in|on|at|from|after|before|once|"
    r"because|since|while|although|though|given|regarding|about|besides|apart|say|suppose|assuming)\b",
    re.I,
)
#: "My only question is this" tells nothing.
_INTRODUCES = re.compile(r"\b(?:questions?|query|queries|things?|ask)\b.{0,20}\W*$", re.I)
#: A verb that is not the first word: a clause with one says something of somebody.
_VERB = re.compile(
    rf"{GOES_ON}(?:i|we|he|she|they)\s+\w+|^\W*\w+(?:['’](?:m|re|ve|d|s|ll)\b|\b.*?\s(?:am|is|are|was|were|has|have|had|do|does|did|can|could|"
    r"will|would|should|must|isn'?t|aren'?t|wasn'?t|don'?t|doesn'?t|didn'?t|haven'?t|hasn'?t|won'?t|"
    r"can'?t|cannot|couldn'?t|want|wants|need|needs|work|works|worked|live|lives|lived|think|thinks|"
    r"says?|said|told|heard|got|keeps?|trained|qualified|finish(?:es|ed)|left|moved|like|love|hate)\b)|"
    r"^\W*(?:im|ive|ill|id)\b|"
    r"^\W*(?:my|our|his|her)\s+\w+['’]s\s+(?:in|at|an?|the|got|been|just|\w+ing)\b",
    re.I | re.S,
)


#: "What I loved was the odd questions": it begins as a question does and tells.
_TELLS_WHAT = re.compile(
    rf"{GOES_ON}what\s+(?:i|we|he|she|they)(?:['’](?:ve|d))?\s+(?:\w+\s+){{1,4}}?(?:is|was|are|were)\b",
    re.I,
)


def is_question(sentence: str) -> bool:
    """Whether a sentence asks for something."""
    if sentence.rstrip().endswith("?"):
        return True
    told = _ANNOUNCES.search(sentence) or _TELLS_WHAT.match(sentence)
    return not told and asks_of(sentence)


def asks_of(clause: str) -> bool:
    """Whether a clause asks, perhaps behind what it asks about: "QA manager - any leave"."""
    named = _NAMED.match(clause) or _LED.match(clause)
    return (
        asks(clause) or bool(_INNER.search(clause)) or bool(named and asks(clause[named.end() :]))
    )


def asks(clause: str) -> bool:
    """Whether a clause asks by its own words, whatever stands at its end."""
    if REQUEST.search(clause):
        return True
    opens = _OPENER.search(clause) and not _WHEN_TOLD.search(clause)
    return bool(opens) and len(clause.split()) > 1


#: What only opens a sentence and says nothing: "anyway, what is that".
_OPENING = re.compile(
    r"^\W*(?:(?:[Aa]nyways?|[Ll]ol|LOL|[Hh]aha+|[Ll]mao|[Bb]tw|[Bb]y the way|[Hh]m+|[Uu]m+|[Ee]rm+|"
    r"[Oo]h|[Oo]k(?:ay)?|OK)(?![\w-])(?!\s+(?:is|to|for|with)\b)[\s,.!:…]*(?:[-–]\s+)?)+"
    r"(?=\w+\W+\w)"
)


#: Where somebody means to find something out, and not what: "how can I tell at interview whether ...".
_FOUND_OUT = re.compile(
    rf"^\W*{_FILLER}how\s+(?:do|can|could|would|should|might|will)\s+(?:i|you|we|he|she|one|they|people)\s+"
    r"(?:tell|find out|know|see|work out|spot|judge|suss out)\s+(?:from|at|in|during|before)\s+(?:(?:an?|the|my|his|her)\s+)?"
    r"(?:interviews?|job advert|advert|ad)\s+(?=(?:if|whether|how|what|that)\s+\S+\s+\S)",
    re.I,
)


def without_opening(question: str) -> str:
    """A question without the words that only open it."""
    return _OPENING.sub("", question)


def without_request(question: str) -> str:
    """What is asked, without the words that only ask us for an answer or say where to look for it."""
    return _FOUND_OUT.sub("what should I ask to find out ", _OF_US.sub("", question))


def tells(clause: str) -> bool:
    """Whether a clause says something of somebody: "my papers are from Poland"."""
    return (
        len(clause.split()) > 2
        and not asks(clause)
        and not _SUBORDINATE.search(clause)
        and not _INTRODUCES.search(clause)
        and bool(_VERB.search(clause))
    )


def explains(sentence: str) -> bool:
    """Whether a sentence says what the question before it meant."""
    return bool(_EXPLAINS.search(sentence))


def judges(question: str) -> bool:
    """Whether a question is a bare judgement of the sentence before it."""
    return bool(_JUDGES.match(question)) and len(own_terms(question)) <= _BARE


def own_terms(question: str) -> list[str]:
    """The terms of a question that are not mere framing."""
    return [term for term in terms(question) if not is_frame(term)]
