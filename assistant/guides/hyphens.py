"""Words that a line's end has broken with a hyphen -> whole words, before anything counts offsets.

"re-" above "searchers" is "researchers": no reader wants the two halves in a quote. A hyphen of the
word's own stays ("full-time"), and where nothing tells which it is, both halves stay as they are.
"""

import re

from assistant.guides.model import Finding

_SOFT = "\u00ad"
_BROKEN = re.compile(
    rf"(?<![\w/@.-])(?P<first>[^\W\d_]+)(?P<hyphen>[-‐{_SOFT}])(?P<end>[ \t]*\r?\n[ \t]*)"
    r"(?P<second>[^\W\d_]+)(?P<rest>[^\s|]*)(?P<more>[ \t]*(?=\S))?"
)
_WORDS = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
#: "Pre- and post-registration" breaks no word.
_JOINING = frozenset(("and", "or", "to", "und"))
#: Halves of compounds, whether or not the text has them as words.
_FIRSTS = frozenset(
    """
    all back cross day day-to double down early end ex face first five follow four front full half
    hands hard high in large late line long low mid multi non off on one out part post round self
    semi short six small start ten third three time top two up well work year
    """.split()
)
_SECONDS = frozenset(
    """
    built call care class cost day down end hand house level line long off out round side site
    speed time up wide
    """.split()
)
#: Second halves of compounds that end no other word.
_SURE_SECONDS = frozenset(
    """
    based bed facing free friendly funded hour led made making minute month paid qualified ready
    related specific term trained week year
    """.split()
)
#: First halves before the form of a verb: "multi-skilled", but "multi-plied" is one word.
_BEFORE_FORMS = frozenset(("half", "multi", "semi", "well"))
_FORM = re.compile(r"(?!pl[iy]|being)[a-z]{3,}(?:ed|ing)")
#: "Self-employed", "self-confidence", and hardly another word: "selfish", "selfless".
_NO_HALF = re.compile(r"(?:ish|less|hood|same)\w*")


def whole_words(text: str) -> tuple[str, list[Finding], frozenset[int]]:
    """The text with its broken words made whole, how many there were, and where they end.

    Args:
        text: a text whose lines a program may have broken.
    """
    if not _BROKEN.search(text):
        return text, [], frozenset()
    known = {word.casefold() for word in _WORDS.findall(_BROKEN.sub(" ", text))}
    ends: set[int] = set()
    shorter = 0

    def join(broken: re.Match[str]) -> str:
        nonlocal shorter
        hyphen = _hyphen(broken, known)
        if hyphen is None:
            return broken.group()
        end = broken["end"] if broken["more"] is not None else ""
        word = f"{broken['first']}{hyphen}{broken['second']}{broken['rest']}"
        ends.add(broken.start() - shorter + len(word))
        shorter += len(broken.group()) - len(word + end)
        return word + end

    text = _BROKEN.sub(join, text)
    message = f"Words that the ends of lines had broken were made whole: {len(ends)}."
    return text, [Finding("broken_words", message)] if ends else [], frozenset(ends)


def _hyphen(broken: re.Match[str], known: set[str]) -> str | None:
    """What stands between the halves of a broken word: nothing, its own hyphen, or None: unsure."""
    first, second = broken["first"].casefold(), broken["second"].casefold()
    if broken["hyphen"] == _SOFT or first + second in known:
        return ""
    if not broken["second"].islower() or second in _JOINING:
        return None
    if f"{first}-{second}" in known or _are_halves(broken["first"], second, known):
        return broken["hyphen"]
    return None if second in _SECONDS | known and first in known else ""


def _are_halves(first: str, second: str, known: set[str]) -> bool:
    """Whether two words are surely a compound: "full-time", "X-ray", "nurse-led"."""
    if second in _SURE_SECONDS or first.isupper():
        return True
    folded = first.casefold()
    if folded == "self":
        return _NO_HALF.fullmatch(second) is None
    if folded in _BEFORE_FORMS and _FORM.fullmatch(second):
        return True
    return folded in _FIRSTS and second in _SECONDS | known
