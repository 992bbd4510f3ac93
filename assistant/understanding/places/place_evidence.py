"""Whether the words around a name say that it is meant as a place: "in Reading", not "reading"."""

import re

from assistant.understanding.places.gazetteer import Evidence, Name
from assistant.understanding.places.place_words import Words

BEARINGS = frozenset(
    """
    north south east west northern southern eastern western northeast northwest southeast
    southwest central greater inner outer nw ne sw se n s e w
    """.split()
)
_SKIPPED = BEARINGS | {"the", "sunny", "nearby", "say", "maybe", "eg", "like"}
_STRONG = frozenset(
    """
    in near nr around outside inside within across throughout into beyond towards not except
    excluding leaving non anywhere
    """.split()
)
_WEAK = frozenset(
    """
    from at to for of about than versus vs via through visit visiting
    """.split()
)
_VERBS_BEFORE = {
    "to": """
    close move moving moved moves relocate relocating relocated commute commuting travel travelling
    next going compared drive
    """,
    "from": "commute commuting travel travelling relocating moving away far live work",
    "at": "based live living studied study studying trained work working",
    "of": "university college out north south east west side instead",
    "about": "what how",
    "is": "location city town area base",
    "than": "other rather",
}
_PAIRS = frozenset(
    f"{verb} {word}" for word, verbs in _VERBS_BEFORE.items() for verb in verbs.split()
)
_OF_SKILL = frozenset(
    """
    experience experienced skill skills skilled expertise knowledge proficient proficiency
    certified certification trained training confident code coded coding write written
    writing programming degree diploma course courses qualification qualifications
    interested interest specialise specialised background fluent competent versed module
    scripts scripting built build developed developing implemented modules
    """.split()
)
_OF_PLACE = frozenset(
    """
    based area hospital hospitals infirmary nhs trust university uni jobs salary salaries
    pay wage wages region office site council way weighting allowance campus roles vacancies
    team lab labs
    """.split()
)
_FILLERS = frozenset(
    """
    in the near around about what how and um er please i im am based live from it is
    its say ok okay yes for at to area mainly mostly just actually would be
    """.split()
)
_INSTITUTIONS = frozenset(
    """
    nhs trust trusts hospital hospitals health board boards region regions university
    universities council councils government salary salaries pay wage wages role roles job
    jobs employer employers team teams lab labs company companies market system band bands
    scale scales rate rates site sites service services city cities office counties county
    town towns
    """.split()
)
_TONGUE = frozenset(
    """
    language speaking speaker speakers skills test literature proficiency lessons breakfast
    is as medium gcse requirement requirements level bacc degree passport
    """.split()
)
_OF_PERSON = frozenset(
    """
    im am speak speaks speaking learn my fluent good plain written spoken into to from in is
    are poor perfect not
    """.split()
)
#: What makes "the North" or "the capital" something else: the North West, the north of, the
#: capital budget.
_OF_BEARING = BEARINGS | frozenset(
    """
    of coast bank sea pole side expenditure budget investment programme project projects
    """.split()
)
_FIELDS = frozenset("location city town county area region place base based office".split())
_SIGN_OFFS = frozenset(
    """
    regards wishes thanks thank you cheers sincerely faithfully best hi dear hello hey morning
    afternoon evening yours truly ta kind warm
    """.split()
)
_TRAILING = re.compile(r",[ ]*|[ ]+[-–—][ ]+|[ ]*\([ ]*")
_STOPS = re.compile(r"[.!?;:\n]")


def strong(words: Words, place: int) -> bool:
    """Whether words of place stand before: "in", "near", "commute to the", "in north"."""
    if place > 0 and words.folded(place - 1) in _FIELDS and ":" in words.gap(place - 1):
        return True
    before = _before(words, place)
    word, earlier = words.folded(before), words.folded(before - 1)
    if word in _STRONG:
        return not (word == "in" and earlier in _OF_SKILL)
    return f"{earlier} {word}" in _PAIRS


def _trails(words: Words, place: int, length: int) -> bool:
    """Whether a name ends its line after a comma or a dash: "senior engineer, Reading"."""
    last, word = place + length - 1, words.folded(place - 1)
    if place == 0 or not _TRAILING.fullmatch(words.gap(place - 1)) or word in _SIGN_OFFS:
        return False
    rest = words.text[words.tokens[last].end :].split("\n", 1)[0]
    return not word.endswith("ing") and not rest.strip(" ?.!)")


def weak(words: Words, place: int) -> bool:
    """Whether a word stands before that may lead to a place: "from", "at", "to"."""
    return words.folded(_before(words, place)) in _WEAK


def _before(words: Words, place: int) -> int:
    place -= 1
    while place >= 0 and words.folded(place) in _SKIPPED and not _STOPS.search(words.gap(place)):
        place -= 1
    return place if place >= 0 and not _STOPS.search(words.gap(place)) else -1


def alone(words: Words, place: int, length: int) -> bool:
    """Whether the text is nothing but the name: an answer to "where?"."""
    others = [
        token.folded
        for index, token in enumerate(words.tokens)
        if not place <= index < place + length
    ]
    return len(others) < 5 and all(word in _FILLERS for word in others)


def counts(words: Words, place: int, length: int, name: Name) -> bool:
    """Whether a name found at a place of the text, some words long, is meant as a place."""
    match name.evidence:
        case Evidence.CLEAR:
            return True
        case Evidence.TOWN:
            return _is_town(words, place, length)
        case Evidence.WORD:
            return _is_word(words, place, length)
        case Evidence.CODE:
            return _is_code(words, place, name)
        case Evidence.ADJECTIVE:
            return _next(words, place, length) in _INSTITUTIONS
        case Evidence.NATION:
            return _is_nation(words, place, length)
        case Evidence.BEARING:
            return _is_bearing(words, place, length)
    return _is_city(words, place, length)


def _next(words: Words, place: int, length: int) -> str:
    """The word after a name in the same sentence, or ""."""
    last = place + length - 1
    ended = last + 1 >= len(words.tokens) or _STOPS.search(words.gap(last))
    return "" if ended else words.folded(last + 1)


def _is_town(words: Words, place: int, length: int) -> bool:
    if strong(words, place) or alone(words, place, length):
        return True
    return words.capital(place) and (
        weak(words, place)
        or _trails(words, place, length)
        or _next(words, place, length) in _OF_PLACE
    )


def _is_word(words: Words, place: int, length: int) -> bool:
    if not words.capital(place) or words.titled:
        return False
    after = _next(words, place, length)
    if after in ("university", "hospital", "infirmary") and words.capital(place + length):
        return True
    return (
        after == "way"
        or strong(words, place)
        or alone(words, place, length)
        or _trails(words, place, length)
    )


def _is_code(words: Words, place: int, name: Name) -> bool:
    token = words.tokens[place]
    capitals = words.text[token.start : token.end].isupper() and not words.text.isupper()
    return capitals and (not name.uk or strong(words, place))


def _is_nation(words: Words, place: int, length: int) -> bool:
    after, before = _next(words, place, length), words.folded(place - 1)
    return after not in _TONGUE and (before not in _OF_PERSON or after in _INSTITUTIONS)


def fits_label(words: Words, place: int, length: int, name: Name) -> bool:
    """Whether a name counts in a region label, where nothing stands around it to say so."""
    return name.evidence is not Evidence.BEARING or words.folded(place + length) not in _OF_BEARING


def _is_bearing(words: Words, place: int, length: int) -> bool:
    after = place + length
    if length < 2 or words.folded(after) in _OF_BEARING or _goes_on(words, after):
        return False
    return strong(words, place) or (words.capital(place) and not words.titled)


def _is_city(words: Words, place: int, length: int) -> bool:
    after = place + length
    of_a_city = words.folded(after) in ("of", "council", "hospital", "university")
    return words.capital(place) and not (words.titled or of_a_city or _goes_on(words, after))


def _goes_on(words: Words, after: int) -> bool:
    """Whether a longer name goes on: "the North Sea"."""
    return after < len(words.tokens) and words.gap(after - 1) == " " and words.capital(after)
