"""Whether a sentence of a model may be shown: its marks, figures, names and words against sources.

The test is deterministic and strict: a word that carries meaning and stands neither in what the
sentence cites nor among the words that claim nothing (vocabulary.txt) is a fault. So a model may
choose, order, join and shorten what the guide says, and may say no more. The figures behind this
are in docs/adr/0006-language-models.md.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from assistant.figures import figures
from assistant.generation.numbers import misplaced, numbers
from assistant.generation.sentences import Sentence
from assistant.words import WORD, normalise, stem, terms


@dataclass(frozen=True, slots=True)
class Cited:
    """What a sentence cites: the quotes' own words, and where they stand (role, heading path).

    ``others`` are the roles of the other guides.
    """

    quotes: Sequence[str]
    places: Sequence[str] = ()
    others: Sequence[str] = ()


#: A sentence and what it cites -> why it may not be shown; empty if it may.
Check = Callable[[Sentence, Cited], str]

#: What stands for markup, a link, an address or a program, where the source has none of it.
_FOREIGN = re.compile(
    r"[<>{}\\`|=]|\]\(|https?:|www\.|//|\b[\w-]+\.(?:[a-z]{2,}/|(?:com|org|net|io|dev|ai|app|info|biz|"
    r"example|test|invalid|ru|cn|co|uk|gov|nhs)\b)|@\w|&#?\w+;|⟨",
    re.I,
)
#: Words that turn, grade or date what is said: they must stand in the source. Stop words among them
#: are why the plain comparison of terms is not enough.
_TURNING = frozenset(
    """
    not no never none nobody nothing neither nor without cannot yes
    always often usually sometimes rarely seldom occasionally typically generally normally mostly
    all every each any most many much more less few fewer least some several half only just
    before after during until since now already still yet soon once again
    above below over under between within up down higher lower high low better worse best worst
    same other than too very must should may might can could will would
    if unless because although however but
    """.split()
)
#: Those of them that only join or introduce: a sentence may have them though its source does not.
_JOINING = frozenset("and or but however also any other than can".split())
#: Words that hold a claim back. Without any of them it says more than a source that has one.
_HEDGES = frozenset(
    """
    often usually sometimes rarely seldom occasionally typically generally normally mostly mainly
    some most many several few may might can could should would if unless about around roughly
    approximately nearly almost likely tends partly less more fewer least rather
    """.split()
)
_NEGATIONS = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n't\b"
)
_RANGE = re.compile(r"\bbetween\b(?=\s+[£€$]?\d)", re.I)
_CLAUSE = re.compile(r"[,;:.!?¶]|\b(?:and|but|though|although|while|whereas|so|because)\b", re.I)
#: What the guides keep apart: sentences, and clauses with a semicolon between them.
_UNIT = re.compile(r"[;¶]|(?<=[.!?])\s")
#: Prefixes that turn the word after their hyphen into another.
_PREFIX = re.compile(r"\b(self|non|ex|part|semi|pre|post|anti|under|over|co)-(?=[a-z])", re.I)
#: Of the terms of a source's clause, so many in a sentence mean that the sentence makes its claim.
TAKEN_FROM = 0.6
_NAME = re.compile(
    r"(?<![.!?:]\s)(?<!^)(?<![\"“(])\b[A-Z][\w&/+#.-]*\b|\b[A-Z]{2,}[\w/+-]*\b|\b\w*\d\w*\b"
)
#: A sentence says something if it has so many terms that its source has too.
LEAST_TERMS = 2
#: Words beyond this are no sentence of one to four.
MOST_WORDS = 70


def fault_in(sentence: Sentence, cited: Cited) -> str:
    """Why a sentence may not be shown; empty if it may."""
    if sentence.invented:
        return "it cites what was not given"
    if not sentence.marks or not cited.quotes:
        return "it cites nothing"
    said = _Said(normalise(sentence.text), normalise(" ¶ ".join(cited.quotes)), cited)
    return next((fault for test in _TESTS if (fault := test(said))), "")


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence and its quotes, as plain text, and where they stand."""

    plain: str
    source: str
    cited: Cited


def _foreign(said: _Said) -> str:
    found = {match[0].casefold() for match in _FOREIGN.finditer(said.plain)}
    lacking = [one for one in found if one not in said.source.casefold()]
    return "it holds a link, markup or code" if lacking else ""


def _length(said: _Said) -> str:
    return "it is too long for a sentence" if len(said.plain.split()) > MOST_WORDS else ""


def _role(said: _Said) -> str:
    stems = f" {' '.join(_stems(said.plain))} "
    known = f" {' '.join(_stems(said.source))} "
    for other in said.cited.others:
        name = f" {' '.join(_stems(other))} "
        if name in stems and name not in known:
            return OTHER_ROLE
    return ""


OTHER_ROLE = "it speaks of another role"


def _figures(said: _Said) -> str:
    stray = figures(said.plain) - figures(said.source)
    if stray or numbers(said.plain) - numbers(said.source):
        return "a figure in it is not in what it cites"
    return "a figure in it stands for something else" if misplaced(said.plain, said.source) else ""


def _names(said: _Said) -> str:
    places = " ".join(said.cited.places)
    known = {word.casefold() for word in WORD.findall(f"{said.source} {places}")}
    known |= {part for word in known for part in re.split(r"[-/.&]", word)}
    stems = {stem(word) for word in known}
    for found in _NAME.finditer(said.plain):
        word = found[0].strip(".-/&").casefold().removesuffix("'s")
        if word not in known and stem(word) not in stems:
            return "a name in it is not in what it cites"
    return ""


def _turned(said: _Said) -> str:
    own, known = _lower_words(_RANGE.sub("to", said.plain)), _lower_words(said.source)
    if (own & _TURNING) - _JOINING - known:
        return "it says more or less strongly what its source says"
    if not all(_same_way(clause, said) for clause in _CLAUSE.split(said.plain)):
        return "it turns round what its source says"
    return _compared(said)


def _same_way(clause: str, said: _Said) -> bool:
    """Whether a clause says "not" just where its source does.

    Its words have to stand in clauses of the source that agree with it in that.
    """
    agreeing = [c for c in _CLAUSE.split(said.source) if _negated(c) == _negated(clause)]
    missing = set(_terms(clause)) - set(_terms(" ".join(agreeing)))
    return not missing & set(_terms(said.source))


def _compared(said: _Said) -> str:
    """What a sentence puts before and after "than" stands there in its source as well."""
    before, than, after = said.plain.casefold().partition(" than ")
    theirs_before, _, theirs_after = said.source.casefold().partition(" than ")
    swapped = set(_terms(before)) & set(_terms(theirs_after)) - set(_terms(theirs_before))
    swapped |= set(_terms(after)) & set(_terms(theirs_before)) - set(_terms(theirs_after))
    return "it turns round what its source says" if than and swapped else ""


def _negated(text: str) -> int:
    """How many words in it say "not": twice is not the same as once."""
    return len(_NEGATIONS.findall(text.casefold()))


def _hedged(said: _Said) -> str:
    """A claim that its source makes with a word that holds it back has that word too."""
    own, words = set(_terms(said.plain)), _lower_words(said.plain)
    for clause in _CLAUSE.split(said.source):
        theirs = set(_terms(clause)) - _HEDGES
        for hedge in (_lower_words(clause) & _HEDGES) - words:
            taken = theirs and len(own & theirs) >= TAKEN_FROM * len(theirs)
            if taken or _about(hedge, clause) & own == _about(hedge, clause) != set():
                return "it says more or less strongly what its source says"
    return ""


def _about(hedge: str, clause: str) -> set[str]:
    """The last term before a word and the first after it."""
    before, _, after = re.split(rf"(\b{hedge}\b)", clause.casefold(), maxsplit=1)
    near = (*_terms(before)[-1:], *_terms(after)[:1])
    return {term for term in near if term not in _HEDGES}


def _wording(said: _Said) -> str:
    own, quoted = set(_terms(said.plain)), set(_terms(said.source))
    if len(own & quoted) < min(LEAST_TERMS, len(quoted)):
        return "it says nothing of what it cites"
    known = quoted | _compounds(said.source) | set(_terms(" ".join(said.cited.places)))
    known |= _harmless()
    if own <= known and _mixed(said):
        return "it mixes what its source keeps apart"
    return "a word in it is not in what it cites" if own - known else ""


def _mixed(said: _Said) -> bool:
    """Whether a clause of it puts together words of different sentences of its source."""
    whole = set(_terms(said.source))
    units = [set(_terms(unit)) for unit in _UNIT.split(said.source)]
    for clause in _CLAUSE.split(said.plain):
        taken = set(_terms(clause)) & whole - _harmless()
        if taken and not any(taken <= unit for unit in units):
            return True
    return False


def _compounds(text: str) -> set[str]:
    """Pairs of neighbouring words written as one, so that "on call" meets "on-call"."""
    listed = [word.casefold() for word in WORD.findall(text)]
    return {first + second for first, second in pairwise(listed)}


def _terms(text: str) -> list[str]:
    """The terms of a text, with the forms of one irregular word made one."""
    return [_irregular().get(term, term) for term in terms(_PREFIX.sub(r"\1", text))]


@cache
def _irregular() -> Mapping[str, str]:
    text = files("assistant.generation").joinpath("irregular.txt").read_text("utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    return {stem(form): stem(first) for first, *forms in lines for form in forms}


def _lower_words(text: str) -> set[str]:
    found = {word.casefold() for word in re.findall(r"[^\W\d_]+(?:'[a-z]+)?", text)}
    return found | {"not" for word in found if word.endswith("n't")}


def _stems(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(normalise(text))]


@cache
def _harmless() -> frozenset[str]:
    text = files("assistant.generation").joinpath("vocabulary.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(_terms(" ".join(lines)))


_TESTS = (_foreign, _length, _role, _figures, _names, _turned, _hedged, _wording)
