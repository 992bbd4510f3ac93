"""A message -> the questions in it, and the story around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from assistant.guides.model import SectionKind
from assistant.guides.text.emails import FIELD
from assistant.understanding.backgrounds import asks_of_background
from assistant.understanding.messages.asking import (
    asks_of,
    explains,
    is_question,
    judges,
    own_terms,
    tells,
)
from assistant.understanding.messages.lead_ins import without_lead_in
from assistant.understanding.messages.parting import counted, parted, told_after
from assistant.understanding.messages.pleasantries import Pleasantry, pleasantry, without_thanks
from assistant.understanding.messages.qualifying import asks_beside, qualifies
from assistant.understanding.messages.quoted_mail import own_words
from assistant.understanding.messages.typed_sentences import typed_sentences
from assistant.understanding.places.places import find_places
from assistant.understanding.topics import topics_of
from assistant.words import GOES_ON

_GREETING = re.compile(
    r"^\s*(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|greetings|morning|afternoon|evening|to whom)\b"
    # Whoever speaks of themselves there tells something, and greets no longer.
    r"(?:(?!\b(?:i|i['’]?m|i['’]?ve|we|we['’]re|my|our|work(?:ed|ing|s)?|been|done|doing|got|have|just|currently|trained|training|"
    r"qualified|finished|finishing|left|leaving|studying|moving|thinking|looking|ex|former|retired|redundant)\b)[^.?!\n]){0,40}?"
    r"(?:[,!.:\n-]+|$)\s*",
    re.I,
)
_SIGN_OFF = re.compile(
    r"^\s*(?:kind|best|warm|many|with)?\s*(?:regards|wishes|thanks|thank you|cheers|yours (?:sincerely|faithfully|truly)|sincerely|ta|thx|all the best|best)\b[^?]{0,60}$",
    re.I,
)
_RULE = re.compile(r"^\s*[-_=*]{3,}\s*$")
_SENT_FROM = re.compile(r"^\s*\(?sent from my\b", re.I)
#: A numbered point asks something even without a verb ("3) pay in Derby"), unless it tells.
_ITEM = re.compile(
    r"^\s*\(?\d{1,2}[.)]\s+(?!(?:they|i|we|my|it|the|he|she|this|there)\b)\w+\s+\w+", re.I
)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*•])\s+")
#: A sentence of more words is judged by its last clause.
_BREATH = 20
#: A question of so few words and none to look for leads to the one behind it: "who says?".
_LEADING = 3


@dataclass(frozen=True, slots=True)
class Message:
    """A message taken apart: its questions in order, and the other sentences that tell a story.

    ``leads`` has for each question the sentence told right before it, "" if there is none.
    """

    questions: tuple[str, ...]
    story: str
    leads: tuple[str, ...] = ()


#: How something is to be told, between commas: "tell me, step by step, what happens".
_INTERJECTED = re.compile(
    r",\s*(?P<how>(?:step by step|one by one|point by point|in order|in full|briefly|roughly"
    r"|in (?:plain|simple) (?:words|terms|english)))\s*,",
    re.I,
)


def read_message(text: str) -> Message:
    """Find the questions of a message; greeting, signature and quoted mail are set aside.

    A message in which nothing looks like a question is one question as a whole.
    """
    own = _INTERJECTED.sub(r" \g<how>", own_words(text))
    typed = [piece for one in typed_sentences(_body(own)) for piece in counted(one)]
    sentences = [one for one in typed if not (_polite(one) or _FOR_A_REPLY.match(one))]
    questions: list[str] = []
    leads: list[str] = []
    story: list[str] = []
    told = before = ""  # what was told last, and what before it if that is what others say
    led = [*_led(_with_qualifiers(sentences))]
    for sentence, following in zip_longest(led, led[1:], fillvalue=""):
        if questions and explains(sentence):
            questions[-1] = f"{questions[-1]} {sentence}"
        elif _puts_a_question(sentence, following):
            asking, after = told_after(_NUMBERED.sub("", sentence).rstrip(" ,;"))
            first, asked = parted(asking)
            if after:
                story.append(after)
                told = told or after
            if first:
                story.append(first)
                told = first
            told = _with_who(before, told, asked[0])
            if told and judges(asked[0]):
                asked[0] = f"{_nearest(told)} {asked[0]}"
                told = before = ""
            questions.extend(asked)
            leads.extend([told, *("" for _ in asked[1:])])
            told = before = ""
        else:
            story.append(sentence)
            said = _NUMBERED.sub("", sentence)
            goes_on = bool(told and _WHO_ASKS.match(said))
            before = told if _REPORTS.match(said) else ""
            told = f"{told} {said}" if goes_on else said
    if not questions:
        whole, after = told_after(" ".join(sentences) or text.strip())
        return Message((whole,) if whole else (), after, ("",) if whole else ())
    return Message(tuple(questions), " ".join(story), tuple(leads))


def _with_who(before: str, told: str, question: str) -> str:
    """What others say, with what somebody told of themselves before if the job is asked for them."""
    both = f"{before} {told}"
    return both if before and asks_of_background(question, both) else told


#: Who asks, and nothing that is asked about: "I'm the foreman".
_WHO_ASKS = re.compile(
    r"^\W*(?:and\s+|btw\s+)?(?:i['’]?m|i am|we['’]?re|we are)\s+(?:the|an?|their|his|her|just\s+an?)\s+"
    r"[\w'’-]+(?:\s+[\w'’-]+){0,3}\W*$",
    re.I,
)
#: A short question about what was said right before it.
_ABOUT_IT = re.compile(r"^\W*(?:\w+\W+){1,4}?(?:that|it|this|one)\W*$", re.I)
#: What others say of it, and a question about that: "someone suggested baking?? is that hard".
_REPORTS = re.compile(
    r"^\W*(?:someone|somebody|they|he|she|people|everyone|my\s+\w+)\s+(?:\w+\s+)?"
    r"(?:mention(?:s|ed)|sa(?:id|ys?)|told|tells?|reckons?|thinks?|suggest(?:s|ed)|recommend(?:s|ed)|keeps?)\b",
    re.I,
)
_OF_IT = re.compile(rf"{GOES_ON}(?:is|was|would|could|does|can|will)\s+(?:that|it|this)\b", re.I)


def _puts_a_question(sentence: str, following: str) -> bool:
    """Whether a sentence asks something, and does not tell what the next one asks about.

    As in "My niece wants to be a nurse?? What is that".
    """
    if _ABOUT_IT.match(following) and tells(sentence) and not asks_of(sentence):
        return False
    if _REPORTS.match(sentence) and _OF_IT.match(following) and not asks_of(sentence):
        return False
    beside = asks_beside(sentence) and qualifies(sentence)
    return is_question(sentence) or beside or bool(_ITEM.match(sentence))


#: What a colleague asks for a message that stands beside: no question of its writer's.
_FOR_A_REPLY = re.compile(
    r"^\W*(?:(?:can|could|would|will)\s+(?:you|someone|anyone|one of you)|please|pls)\s+(?:please\s+)?"
    r"(?:draft|write|reply|respond)\b[^?]{0,40}\W*$",
    re.I,
)


#: A last clause with one of these says little without what stands before it.
_POINTS_BACK = re.compile(
    r"\b(?:that|this|it)(?:['’]s| is| was| to be| can(?:no|')t be| (?:could|may|might|must) be)\s+(?:\w+\s+)?"
    r"(?:true|right|wrong|so|the case|correct|nonsense|rubbish|fair|normal|usual|legal|allowed)\b",
    re.I,
)


#: What only adds to what was told: "..., which would be four more years".
_RELATIVE = re.compile(r",\s+(?:which|who)\s[^,;:]*$")


def _nearest(told: str) -> str:
    """What of a sentence a judgement behind it is about: of a long one, its last clause."""
    *_, last = re.split(r"[,;:]\s+(?:(?:and|but|so)\s+)?", _RELATIVE.sub(".", told))
    short = len(told.split()) <= _BREATH
    return told if short or _POINTS_BACK.search(last) else last


#: What says of the question before that all of it is wanted: "List them all, please."
_ALL_OF_IT = re.compile(
    r"\W*(?:(?:please|pls|can you|could you|just|and|i want|i['’]?d like|i need|want|need)\s+)*"
    r"(?:(?:give|tell|list|name|show|send)\s+(?:(?:me|us|out)\s+)*)?"
    r"(?:(?<=list\s)all|(?<=name\s)all|them\s+all|all\s+of\s+(?:them|it)|everything|every\s+one(?:\s+of\s+them)?|the\s+lot"
    r"|the\s+(?:whole|full|complete|entire)\s+(?:lot|list|set)|each\s+(?:one|step)"
    r"|in\s+(?:the\s+(?:right\s+)?)?order|step\s+by\s+step|one\s+by\s+one"
    r"|all\s+(?:the\s+)?(?:steps|stages|bits|ones))(?:\s+(?:please|pls|thanks|in\s+order))*\W*",
    re.I,
)


def _with_qualifiers(sentences: list[str]) -> list[str]:
    """The sentences, a question with the few words behind it that say where or how it is meant."""
    kept: list[str] = []
    for sentence in sentences:
        of_all = kept and is_question(kept[-1]) and _ALL_OF_IT.fullmatch(sentence)
        if kept and (of_all or _open_to(kept[-1], sentence)):
            kept[-1] = f"{kept[-1].rstrip(' ?.!')}, {sentence.strip(' ?.!')}?"
        else:
            kept.append(sentence)
    return kept


def _open_to(question: str, sentence: str) -> bool:
    """Whether a sentence only says where, or at which level, the pay that is asked for is meant."""
    of_pay = is_question(question) and SectionKind.SALARY in topics_of(question)
    placed_twice = find_places(question) and find_places(sentence)
    return of_pay and not placed_twice and qualifies(sentence) and not asks_beside(sentence)


def _led(sentences: list[str]) -> Iterator[str]:
    """The sentences, a first question that says nothing by itself together with the one behind it."""
    pair = len(sentences) > 1 and all(map(is_question, sentences[:2]))
    if pair and _leads(sentences[0]) and not explains(sentences[1]):
        yield " ".join(sentences[:2])
        sentences = sentences[2:]
    yield from sentences


def _leads(question: str) -> bool:
    bare = not own_terms(question) and not topics_of(question)
    return bare and len(question.split()) <= _LEADING


def _polite(sentence: str) -> bool:
    """Whether a sentence is polite and no more; with a question mark, "right?" asks."""
    kind = pleasantry(sentence)
    return kind is Pleasantry.GREETS or (kind is not None and not sentence.rstrip().endswith("?"))


def _body(text: str) -> str:
    """The words between the greeting and the signature."""
    lines = text.split("\n")
    kept: list[str] = []
    for place, line in enumerate(lines):
        if FIELD.match(line) or _SENT_FROM.match(line) or _RULE.match(line):
            continue
        if _SIGN_OFF.match(line) and place > 0 and len(lines) > 2 and any(kept):
            break
        kept.append(line)
    body = "\n".join(kept)
    polite = _GREETING.sub("", body, count=1) if len(body.split()) > 3 else body
    return without_thanks(without_lead_in(polite))
