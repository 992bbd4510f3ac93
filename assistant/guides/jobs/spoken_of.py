"""The job that a page tells of throughout and its title never names: "Cleared for Take-Off"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from assistant.guides.jobs.occupations import occupations
from assistant.guides.jobs.told_of import ENDS, LONGEST_NAME, SORTS
from assistant.guides.ranks import names_rank, names_title
from assistant.words import STOP_WORDS

#: What a name does not go over: the end of a sentence, a cell, a bracket.
_PIECE = re.compile(r"[^.:;,!?()\[\]|*_\"“”\n\t]+")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[^\W\d_][\w'’&/-]*")
#: The job of a page is named among so many first characters, and so often in all; less often if
#: among so few, where a title is.
_FIRST, _LEAST = 900, 3
_AT_ONCE, _LEAST_AT_ONCE = 150, 2
#: Whoever speaks of the job at all has done so within so many characters.
_READ = 100_000
#: A name is looked for in so many characters behind what leads on to it.
_LONGEST = 60
#: A noun that is not there is the job's if the page has it so often, and twice as often as another.
_LEAST_BELOW, _AHEAD = 4, 2
#: Nouns for who practises a trade that no list has; and a noun of fewer letters is none.
_TRADE = re.compile(r"(?:ist|ian|eer)$")
_LEAST_LETTERS_OF_TRADE, _LEAST_LETTERS = 7, 4
#: Words that are no part of a name.
_NO_PART = (
    STOP_WORDS
    | ENDS
    | SORTS
    | frozenset(
        """
        all and any both each every few if in-house many most or other several some such with
        """.split()
    )
)
#: What leads on to the job that a page is about: "what a baker does", "to become a baker".
_LEADS = re.compile(
    r"\b(?:what|becom(?:e|ing)|(?:want\s+to|(?:could|can|should)\s+you)\s+be)\s+an?\s+", re.I
)
#: Who speaks says what they are: "I'm a marine pilot: I go out to a ship", not "by training".
_OF_SELF = re.compile(r"\bI(?:['’]m|\s+am|\s+work\s+as)\s+an?\s+", re.IGNORECASE)
#: What somebody was, is by training or belongs to: "a former soldier", "a driver's daughter".
_PAST = re.compile(r"\b(?:former|retired|ex|old|one-time|sometime|now)\b|['’]s?$", re.IGNORECASE)
_BY = re.compile(r"\s+by\b", re.IGNORECASE)
_MOST_WORDS = 3
_DOER = re.compile(
    r"(?P<name>[\w-]+(?: [\w-]+){1,3}?)\s+(?:(?:really|actually)\s+)?(?:do(?:es)?|earns?)\b", re.I
)
#: A longer name is the job's if it stands for so much of what its noun does.
_SHARE = 0.25
#: Not what a page is about: who is kin, who reads it, who made it; and machines.
_NOBODY = frozenset(
    """
    adviser analyser applicant author boiler brother buyer career carer checklist civilian client
    consist customer daughter editor employer father founder freezer grandfather grandmother helper
    host leader leaver listener manager mentor monitor mother newcomer owner parent partner
    passenger pedestrian persist photographer presenter printer reader reporter scanner sensor
    sister speaker starter subscriber supporter teacher teenager trainer user vegetarian viewer
    visitor volunteer voter winner worker writer youngster
    """.split()
)


def job_spoken_of(text: str) -> str:
    """The job that a text speaks of most, of those that it begins with if any; "" if of none.

    Args:
        text: the page's text, title and all.
    """
    text = _TAG.sub("|", text[:_READ])
    nouns = {_noun(name) for name in _names_in(text)}
    first, at_once = (
        {_noun(name) for name in _names_in(text[:length])} for length in (_FIRST, _AT_ONCE)
    )
    first |= {noun for noun in nouns if _times_done(noun, text[:_FIRST])}
    least = {noun: _LEAST if noun in first else _LEAST_BELOW for noun in nouns}
    least |= dict.fromkeys(at_once, _LEAST_AT_ONCE)
    times = {noun: _times(noun, text) for noun in nouns}
    if led := _of_self(text, times) or _led_to(text, times):
        return led
    known = [noun for noun in nouns if times[noun] >= least[noun] and _is_no_name(noun, text)]
    twice = [noun for noun in first if times.get(noun, 0) > 1 and _is_no_name(noun, text)]
    begun = [noun for noun in known if noun in first] or (twice if len(twice) == 1 else [])
    done = {noun: times[noun] + _times_done(noun, text) for noun in known + twice}
    best = sorted(((done[noun], noun in at_once, noun) for noun in begun or known), reverse=True)
    if not best:
        return ""
    (most, *place, noun), others = best[0], best[1:2]
    if any([count, *where] == [most, *place] for count, *where, _ in others):
        return ""  # Of two alike neither is the page's job.
    ahead = begun or all(most >= _AHEAD * count for count, *_ in others)
    return _written(noun, text) if ahead else ""


def _times(noun: str, text: str) -> int:
    """How often a text has a noun as a word of its own: a "bakery" is no baker."""
    return len(re.findall(rf"\b{re.escape(noun)}s?\b", text, re.IGNORECASE))


def _times_done(noun: str, text: str) -> int:
    """How often a text says that what a noun names the doer of is done: "drive", "driving".

    An engineer's engines are things: what is never "-ing" is no verb.
    """
    verb = noun.removesuffix("er")
    doing = rf"\b{re.escape(verb)}ing\b"
    if verb == noun or len(verb) < _LEAST_LETTERS or not re.search(doing, text, re.IGNORECASE):
        return 0
    return len(re.findall(rf"\b{re.escape(verb)}(?:e|es|s|ing)?\b", text, re.IGNORECASE))


def _of_self(text: str, times: Mapping[str, int]) -> str:
    """The job that somebody who speaks first says is theirs, if it is spoken of again."""
    for found in _OF_SELF.finditer(text[:_FIRST]):
        behind = _PIECE.match(text, found.end(), found.end() + _LONGEST)
        name = next(_names_in(behind.group()), ()) if behind else ()
        if behind and name and not names_rank(name[0]):
            told = re.match(r"\s+".join(map(re.escape, name)), behind.group(), re.IGNORECASE)
            if told is None or _PAST.search(told.group()) or _BY.match(behind.group(), told.end()):
                continue
            if times[_noun(name)] > 1:
                return _written(_noun(name), text)
    return ""


def _led_to(text: str, times: Mapping[str, int]) -> str:
    """The first job that words lead on to, if the page speaks of no other as often; "" if none."""
    for found in _LEADS.finditer(text[:_FIRST]):
        behind = _PIECE.match(text, found.end(), found.end() + _LONGEST)
        if behind is None:
            continue
        words = next(_names_in(behind.group()), ()) or _doer_in(behind.group())
        if not 0 < len(words) < LONGEST_NAME:
            continue
        noun = _noun(words)
        said = times.get(noun) or _times(noun, text)
        most = max((count for other, count in times.items() if other != noun), default=0)
        if said <= max(most, 1):
            continue
        plain = not (_NO_PART.intersection(words[:-1]) or names_rank(words[0]))
        if not plain or len(words) == 1:
            return _written(noun, text)
        name = " ".join((*words[:-1], noun))
        written = re.search(r"\s+".join(map(re.escape, name.split())), behind.group(), re.I)
        name = " ".join(written.group().split()) if written else name
        return name[0].upper() + name[1:]
    return ""


def _doer_in(words: str) -> tuple[str, ...]:
    """Who does something, before what is told of that: "a costume maker does"; or all words."""
    doer = _DOER.match(words)
    name = tuple((doer["name"] if doer else words).casefold().split())
    name = name if len(name) <= _MOST_WORDS else ()
    return name if name and names_title(name[-1]) and name[-1] not in _NOBODY else ()


def _names_in(text: str) -> Iterator[tuple[str, ...]]:
    """The words up to each noun for somebody's job, without what only leads up to them."""
    for piece in _PIECE.findall(text):
        words: list[str] = []
        for word in _WORD.findall(piece):
            small = word.casefold()
            if small in ENDS:
                words = []
                continue
            words.append(small)
            if _is_job_noun(_singular(small)):
                yield tuple(words[-LONGEST_NAME:])
                words = []


def _is_job_noun(noun: str) -> bool:
    """Whether a noun is one for somebody's job by itself, and no rank."""
    known = noun in occupations() or (_TRADE.search(noun) and len(noun) >= _LEAST_LETTERS_OF_TRADE)
    return (
        bool(known) and len(noun) >= _LEAST_LETTERS and noun not in _NOBODY and not names_rank(noun)
    )


def _is_no_name(noun: str, text: str) -> bool:
    """Whether a noun is not only somebody's or some place's name: "Calder"."""
    return noun in occupations() or re.search(rf"\b{re.escape(noun)}", text) is not None


def _singular(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").removesuffix("s")


def _noun(name: tuple[str, ...]) -> str:
    return _singular(name[-1])


def _written(noun: str, text: str) -> str:
    """The name for the job of this noun that the text has more than once: often, and long.

    One that it begins with may say more: "becoming an air traffic controller", then "controllers".
    """
    found: Counter[tuple[str, ...]] = Counter()
    for said in _names_in(text):
        if _noun(said) == noun:
            words = (*said[:-1], noun)
            found.update(words[start:] for start in range(len(words)))
    several = [
        words
        for words, count in found.items()
        if len(words) > 1 < count >= _SHARE * found[(noun,)]
        and not (_NO_PART.intersection(words[:-1]) or names_rank(words[0]))
    ]
    told: tuple[str, ...] = max(
        several, key=lambda words: found[words] * len(words), default=(noun,)
    )
    name = " ".join(told)
    leads = r"\b(?:an?|other:|about|for|of|as)\s+((?:[\w-]+\s){1,3})"
    before = re.compile(rf"{leads}{re.escape(name)}s?\b", re.IGNORECASE)
    for found_first in before.finditer(text[:_FIRST]):
        more = found_first[1].casefold().split()
        if not (_NO_PART.intersection(more) or names_rank(more[0])):
            name = " ".join((*more, name))
            break
    return name[0].upper() + name[1:]
