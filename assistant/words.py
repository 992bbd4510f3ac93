"""Text -> terms: what BM25, the role matcher and the evidence scorer count as the same word.

Words are case-folded and stemmed (Snowball English, by PyStemmer). Acronyms, standards and anything
with a digit keep their form: "HL7", "IEC 62304", "C#". A compound written with a hyphen yields its
joined form beside its parts, so that "on-call", "on call" and "oncall" meet when the compound is
known.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer

WORD = re.compile(r"[^\W_]+(?:[-'’/.+&][^\W_]+)*[+#]*")
_PART = re.compile(r"[-/.&'’]")
_PLURAL_ACRONYM = re.compile(r"^([A-Z][A-Z0-9]+)s$")
_stemmer = Stemmer.Stemmer("english")

# Function words of English, and words that only frame a question. Negations stay out on purpose.
STOP_WORDS = frozenset(
    """
    a about above after again all also am an and any are aren't as at be because been before
    being below between both but by can can't could couldn't did didn't do does doesn't doing
    don't down during each either else etc even ever few for from further get gets getting give
    given go goes going got had has hasn't have haven't having he her here hers herself him
    himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just know
    let let's like me might mine more most much must my myself need of off on once one only or
    other our ours ourselves out over own please quite really same she should shouldn't so some
    someone something such tell than thanks that that's the their theirs them themselves then
    there there's these they they're they've they'd they'll thing things this those through to
    too under until up upon us very want was wasn't we we're we've were weren't what what's when
    where where's which while who who's whom whose why whats hows wheres whos dont doesnt didnt
    cant isnt im ive thats theres theyre youre youve youll youd wouldnt couldnt shouldnt havent
    hasnt hadnt wont arent wasnt werent will with within would wouldn't yes you you'd you'll you're
    you've your
    how'd what'd who'd why'd where'd it'd that'd there'd he'd she'd
    yours yourself yourselves hi hello hey anyone anything everything cheers regards dear
    """.split()
)

# British and American spelling of the same word, as stems: the endings that differ by rule.
_SPELLING = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"is(e|es|ed|ing|er|ers)$"), r"iz\1"),
    (re.compile(r"([^aeou])our(s|ed|ing|al|able)?$"), r"\1or\2"),
    (re.compile(r"ogramme(s?)$"), r"ogram\1"),
    (re.compile(r"entre(s?)$"), r"enter\1"),
    (re.compile(r"ence$"), r"ense"),
    (re.compile(r"([aeiou])ll(ed|ing|er|ers)$"), r"\1l\2"),
)

# What a sentence may begin with that only goes on from what was said: "ok, and ...".
GOES_ON = (
    r"^\W*(?:(?:and|or|but|so|if so|ok|okay|also|plus|then|now|well|oh|hm+|right|really|anyway)"
    r"\W+)*"
)


_PLAIN = str.maketrans("‘’“”‐‑‒–—−", "''\"\"------")


def normalise(text: str) -> str:
    """NFKC, straight quotes and plain hyphens; for comparing, never for quoting."""
    if text.isascii():  # as most are; nothing in them is to be changed
        return text
    return unicodedata.normalize("NFKC", text).translate(_PLAIN)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The term that one word counts as; acronyms and words with digits are only case-folded."""
    plural = _PLURAL_ACRONYM.match(word)
    if plural:
        return plural.group(1).casefold()
    folded = word.casefold().removesuffix("'s").removesuffix("s'")
    if any(character.isdigit() for character in folded) or len(folded) < 4:
        return folded
    for pattern, replacement in _SPELLING:
        folded, count = pattern.subn(replacement, folded)
        if count:
            break
    stemmed: str = _stemmer.stemWord(folded)
    return stemmed


#: The numbers from one on that are a word of their own, and the tens, by their words.
ONES = {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen""".split(),
        start=1,
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_NUMBERS = frozenset((*ONES, "twenty", "thirty", "forty", "fifty", "sixty", "hundred"))


#: A number, in figures or in words, as a pattern.
NUMBER = rf"(?:\d+|{'|'.join(sorted(_NUMBERS))})"


def is_number(term: str) -> bool:
    """Whether a term is a number, in figures or in words."""
    return term.isdigit() or term in _NUMBERS


def words(text: str) -> list[str]:
    """The words of a text in order, as written, compounds whole."""
    return WORD.findall(normalise(text))


def joined(word: str) -> str:
    """The joined form of a compound: "on-call" gives "oncall"."""
    return _PART.sub("", word).casefold()


def terms(text: str, compounds: Iterable[str] = ()) -> list[str]:
    """The terms of a text, stop words left out, in order of appearance, repeats kept.

    Args:
        text: any text.
        compounds: joined forms ("oncall") that two adjacent words are also read as.
    """
    known = compounds if isinstance(compounds, (set, frozenset, dict)) else frozenset(compounds)
    found: list[str] = []
    previous = ""
    for word in words(text):
        if word.casefold() in STOP_WORDS:
            previous = word
            continue
        parts = [part for part in _PART.split(word) if part]
        if len(parts) > 1 and not word.casefold().endswith(("'s", "'t", "'re", "'ll", "'ve", "'d")):
            found.append(joined(word))
            found.extend(stem(part) for part in parts if part.casefold() not in STOP_WORDS)
        else:
            found.append(word.casefold() if word.casefold() in known else stem(word))
        pair = (previous + word).casefold()
        if previous and pair in known:
            found.append(pair)
        previous = word
    return found
