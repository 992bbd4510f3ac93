"""Typing errors put right before a question is read.

A word that English does not know becomes the guides' word that it is a slip of the finger away
from. English is the vocabulary that the embedding model reads: what it reads as one piece is a
word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from assistant.embeddings.vocabulary import VOCABULARY
from assistant.guides.jobs.occupations import occupations
from assistant.understanding.places.places import find_places
from assistant.understanding.titles.title_words import first_letters, tokens
from assistant.words import STOP_WORDS

_WORD = re.compile(r"[A-Za-z]{4,}")
#: Words of questions about careers that a guide need not have.
_ASKED_WITH = """salary salaries wage wages earn earns earning earnings income bonus money figures
    interview interviews interviewer experience experienced responsibilities responsibility duties
    skills skill competencies qualification qualifications degree training route routes entry career
    careers progression promotion promoted level senior junior graduate lead director principal
    manager engineer engineering developer analyst scientist technician standards standard technical
    technology holiday holidays pension remote working average typical expected happens happen
    different difference requirements required background healthcare sector company employer
    employers people describe explain compare between through really about would could should which
    where there because before after""".split()

#: What is meant as it is written, though no dictionary has it.
_MEANT = frozenset("mech elec haha hahaha hehe lmao frontend fullstack devops".split())


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Whole words of the embedding model's vocabulary, in lower case."""
    words = VOCABULARY.read_text("utf-8").split("\n")
    return frozenset(word for word in words if word.isalpha() and len(word) > 2)


@lru_cache(maxsize=1)
def _dictionary() -> SpellChecker:
    """The English words of a dictionary, read when a word is met that the model does not know."""
    return SpellChecker(language="en")


def in_dictionary(word: str) -> bool:
    """Whether a word in lower case is English, rare or not."""
    return word in _dictionary()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a typing error may be meant for; of two as near, a ``likely`` one is taken.

    ``titles`` are those of the roles' names, ``initials`` what these may be called by.
    """

    words: frozenset[str]
    likely: frozenset[str]
    titles: frozenset[str]
    initials: frozenset[str]


def vocabulary_of(texts: Iterable[str], titles: Iterable[str]) -> Vocabulary:
    """The words of the guides; likely are those of titles and of questions about careers."""
    named = tuple(titles)
    own = _words_of(named)
    likely = own | frozenset(_ASKED_WITH)
    initials = frozenset(letters for title in named for letters in _initials_of(title))
    return Vocabulary(_words_of(texts) | likely | _MEANT, likely, own, initials)


def _initials_of(title: str) -> tuple[str, str]:
    """The first letters of a title's words, with and without those that most titles pass over."""
    words = [word.text.casefold() for word in tokens(title)]
    return first_letters(words), first_letters(word for word in words if word not in STOP_WORDS)


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


#: Words as people type them on a phone.
_TYPED = {
    "u": "you", "ur": "your", "r": "are", "wot": "what", "wat": "what", "wots": "what's",
    "wats": "what's", "frm": "from", "plz": "please", "pls": "please", "thx": "thanks",
    "ppl": "people", "abt": "about", "cuz": "because", "coz": "because", "bcoz": "because",
    "smth": "something", "b4": "before", "lndn": "London", "ldn": "London", "yrs": "years",
    "exp": "experience", "quals": "qualifications", "wanna": "want to", "gonna": "going to",
    "dunno": "don't know", "doin": "doing", "gettin": "getting", "wfh": "work from home",
    "yr": "year", "cld": "could", "shld": "should", "shud": "should", "wud": "would",
    "cud": "could",
    "msgs": "messages", "hrs": "hours", "wk": "week", "wks": "weeks",
    "mths": "months",
    "qs": "questions", "certs": "certificates", "hols": "holidays", "edu": "education",
    "mgr": "manager", "mgrs": "managers", "mgmt": "management", "asst": "assistant",
    "dept": "department", "depts": "departments", "govt": "government", "tho": "though",
    "probs": "probably", "defo": "definitely", "bc": "because", "idk": "I don't know",
    "theyre": "they're", "youre": "you're", "theyve": "they've", "youve": "you've",
    "bog standard": "normal", "bog-standard": "normal",
    "comp sci": "computer science", "compsci": "computer science", "whats": "what's",
    "hows": "how's", "wheres": "where's", "whos": "who's", "theres": "there's", "thats": "that's",
    "dont": "don't", "cant": "can't", "doesnt": "doesn't", "isnt": "isn't", "arent": "aren't",
    "wouldnt": "wouldn't", "couldnt": "couldn't", "shouldnt": "shouldn't", "havent": "haven't",
    "hasnt": "hasn't", "didnt": "didn't", "wasnt": "wasn't", "im": "I'm", "ive": "I've",
}  # fmt: skip
_TYPED_WORD = re.compile(rf"(?<![\w'.@/-])(?:{'|'.join(_TYPED)})(?![\w'@/-])", re.I)
#: "n a senior?": "and", where no place of the north follows, or a sentence begins.
_N = re.compile(
    r"(?:^|(?<=[.?!]\s))n(?=\s+\w)|(?<![\w'&])n(?=\s+(?:that|stuff|things|all|an?|the|whats?|hows?|wheres|whos|is|are|do|does|if|for|in|after|when|then|can|could|would)\b)"
)
#: "Per hr", "an hr": HR is a department.
_HOUR = re.compile(r"(?:(?<=\bper )|(?<=\ban )|(?<=/))hr\b(?=\W*$|\s+(?:for|in|as|at|on|or|and)\b)")
#: "4 it": "for", before what is no thing to be counted.
_FOUR = re.compile(
    r"(?<!band )(?<!level )(?<!grade )(?<![\w£$€.,-])4(?=\s+(?:it|that|this|me|us|u|you|them)\b)",
    re.I,
)
#: "What dose it pay": a verb, where a subject follows.
_DOSE = re.compile(r"\bdose(?=\s+(?:an?|the|it|they|this|that|you|he|she|one)\b)", re.I)

#: "Id be in York": no proof of who somebody is, where what they would do follows.
_I_WOULD = re.compile(
    r"(?<![\w'.@/-])i(?P<verb>d|ll)"
    r"(?=\s+(?:be|like|love|have|say|rather|want|prefer|need|get|earn|start|live|work)\b)",
    re.I,
)


_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n(?: ?\n)+")


def one_space(text: str) -> str:
    """A text with one space between words and at most one blank line between paragraphs.

    No pattern has to go over a run of spaces then, which some would do many times.
    """
    return _LINES.sub("\n\n", _SPACES.sub(" ", text)).strip()


def corrected(text: str, vocabulary: Vocabulary) -> str:
    """The text with its typing errors put right.

    Names are left alone: words with a capital inside a sentence, and places.
    """
    text = _FOUR.sub("for", _N.sub("and", _DOSE.sub("does", text)))
    text = _HOUR.sub("hour", text)
    text = _I_WOULD.sub(r"I'\g<verb>", text)
    text = _TYPED_WORD.sub(_as_written, text)
    doubtful = [found for found in _WORD.finditer(text) if _doubtful(found, vocabulary)]
    if not doubtful:
        return text
    places = find_places(text)
    for found in reversed(doubtful):
        if any(place.start <= found.start() < place.end for place in places):
            continue
        text = text[: found.start()] + _nearest(found.group(), vocabulary) + text[found.end() :]
    return text


def _as_written(found: re.Match[str]) -> str:
    """The whole word for one as typed; one in capitals may be a name ("R")."""
    word = found.group()
    return word if word.isupper() else _TYPED[word.casefold()]


def _doubtful(found: re.Match[str], vocabulary: Vocabulary) -> bool:
    word = found.group()
    folded = word.casefold()
    if word[0].isupper() and found.start() > 0 and not word.isupper():
        return False
    forms = {
        folded,
        folded.removesuffix("s"),
        folded.removesuffix("ed"),
        folded.removesuffix("ing"),
    }
    known = any(
        forms & words for words in (english(), vocabulary.words, occupations(), vocabulary.initials)
    )
    known = known or in_dictionary(folded)
    return not known and not any(
        _shortens(one, vocabulary) for one in (folded, folded.removesuffix("s"))
    )


#: So many letters of a guide's longer word are that word cut short: "biomed", "biostats"; of a
#: role's or a job's name, fewer: "comp chem".
CUT_SHORT, JOB_CUT_SHORT = 5, 4


def _shortens(word: str, vocabulary: Vocabulary) -> bool:
    if len(word) < JOB_CUT_SHORT:
        return False
    if len(word) >= CUT_SHORT:
        longer = vocabulary.words
    else:
        longer = vocabulary.titles | (vocabulary.likely & occupations())
    return any(other.startswith(word) and len(other) > len(word) + 2 for other in longer)


#: A word this long may have a third error: "aprentiship".
LONG = 10


@lru_cache(maxsize=4096)
def _nearest(word: str, vocabulary: Vocabulary) -> str:
    folded = word.casefold()
    allowed = 1 if len(folded) < 6 else 2 if len(folded) < LONG else 3
    found = []
    own = (candidate for candidate in vocabulary.words if candidate[0] == folded[0])
    for candidate in chain(own, _english_with(folded[0])):
        if abs(len(candidate) - len(folded)) <= allowed:
            distance = OSA.distance(folded, candidate, score_cutoff=allowed)
            if distance <= allowed:
                found.append((distance, *_rarer(candidate, folded, vocabulary), candidate))
    return str(min(found)[-1]) if found else word


def _rarer(candidate: str, word: str, vocabulary: Vocabulary) -> tuple[bool, bool, bool, bool]:
    """What makes a word less likely to be meant than another that is as near."""
    return (
        candidate not in vocabulary.likely,
        sorted(candidate) != sorted(word),
        candidate not in STOP_WORDS,
        candidate not in vocabulary.words,
    )


@lru_cache(maxsize=32)
def _english_with(letter: str) -> tuple[str, ...]:
    """The English words that begin with a letter."""
    return tuple(word for word in english() if word[0] == letter)
