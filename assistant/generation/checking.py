"""Whether a sentence of a model may be shown: its marks, figures, names and words against sources.

The test is deterministic and strict: a sentence is made of the words of what it cites, in their
arrangement (``arrangement``). So a model may choose, shorten and join what the guide says, and may
say no more. The other tests come first for the sake of a clear reason in the trace. The figures
behind this are in docs/adr/0006-language-models.md.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.figures import figures
from assistant.generation.arrangement import arranged
from assistant.generation.numbers import numbers
from assistant.generation.reading import known_words
from assistant.generation.sentences import Sentence
from assistant.words import WORD, normalise, stem, words


@dataclass(frozen=True, slots=True)
class Cited:
    """What a sentence cites: the quotes' own words, and where they stand.

    ``roles`` are what the guide's role is called, ``headings`` those above the quotes, ``others``
    the roles of the other guides.
    """

    quotes: Sequence[str]
    roles: Sequence[str] = ()
    headings: Sequence[str] = ()
    others: Sequence[str] = ()


#: A sentence and what it cites -> why it may not be shown; empty if it may.
Check = Callable[[Sentence, Cited], str]

#: What stands for markup, a link, an address or a program, where the source has none of it.
_FOREIGN = re.compile(
    r"[<>{}\\`|=]|\]\(|https?:|www\.|//|\b[\w-]+\.(?:[a-z]{2,}/|(?:com|org|net|io|dev|ai|app|info|biz|"
    r"example|test|invalid|ru|cn|co|uk|gov|nhs)\b)|@\w|&#?\w+;|⟨",
    re.I,
)
#: All that plain prose is made of, beside letters and digits: an emoji, an arrow or a sign that
#: strikes out says something too.
_PLAIN = frozenset(" .,;:'()-/%£€$&+#")
#: Single quotation marks around a word, which cast doubt on it; an apostrophe is none.
_DOUBTED = re.compile(r"(?<!\w)'\w[^']*'(?!\w)")
_NAME = re.compile(
    r"(?<![.!?:]\s)(?<!^)(?<![\"“(])\b[A-Z][\w&/+#.-]*\b|\b[A-Z]{2,}[\w/+-]*\b|\b\w*\d\w*\b"
)
#: Words beyond this are no sentence of one to four.
MOST_WORDS = 70
OTHER_ROLE = "it speaks of another role"


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


def _signs(said: _Said) -> str:
    signs = {sign for sign in said.plain if not sign.isalnum()} - _PLAIN
    strange = signs - set(said.source)
    strange |= set(_DOUBTED.findall(said.plain)) - set(_DOUBTED.findall(said.source))
    return "it holds a sign that is not in what it cites" if strange else ""


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


def _figures(said: _Said) -> str:
    stray = figures(said.plain) - figures(said.source)
    if stray or numbers(said.plain) - numbers(said.source):
        return "a figure in it is not in what it cites"
    return ""


def _names(said: _Said) -> str:
    places = " ".join((*said.cited.roles, *said.cited.headings))
    known = {word.casefold() for word in WORD.findall(f"{said.source} {places}")}
    known |= {part for word in known for part in re.split(r"[-/.&]", word)}
    stems = {stem(word) for word in known}
    for found in _NAME.finditer(said.plain):
        word = found[0].strip(".-/&").casefold().removesuffix("'s")
        if word not in known and stem(word) not in stems:
            return "a name in it is not in what it cites"
    return ""


def _wording(said: _Said) -> str:
    cited = said.cited
    if arranged(said.plain, cited.quotes, cited.roles, cited.headings):
        return ""
    strange = known_words(said.plain) - known_words(said.source)
    if strange - known_words(" ".join((*cited.roles, *cited.headings))):
        return "a word in it is not in what it cites"
    return "it does not say it as its source does"


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


_TESTS = (_foreign, _signs, _length, _role, _figures, _names, _wording)
