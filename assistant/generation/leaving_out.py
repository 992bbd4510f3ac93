"""What may be left out of a sentence so that the rest of it stays true: whole clauses and items.

No parser is at hand, so each rule is one that needs none, and errs on the side of leaving nothing
out: a comma or an "and" shows where a clause or an item may end, and words that limit, deny, report
or point back show where it may not.
"""

from collections.abc import Collection, Sequence

from assistant.generation.reading import Word

_NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor without hardly barely scarcely zero".split()
)
#: What opens a clause that limits the one beside it.
_CONDITIONS = frozenset(
    """
    if unless except excluding only provided providing than whether lest until till rather
    where when whenever wherever once as instead unlike because since
    """.split()
)
#: What opens a clause that stands by itself, after a comma.
_CONCESSIONS = frozenset("although though while whereas so yet".split())
#: After these, a clause may be what somebody else claims, or what is the case at times.
_REPORTING = _CONDITIONS | frozenset(
    "that who whom whose which what how why while whereas although though".split()
)
PREPOSITIONS = frozenset(
    """
    about above across after against along amid among around as at before behind below beneath
    beside besides between beyond by concerning despite down during except for from in inside into
    like near of off on onto out outside over past per since through throughout to toward towards
    under until up upon via with within without
    """.split()
)
_HEDGES = frozenset(
    """
    often usually sometimes rarely seldom occasionally typically generally normally mostly mainly
    some most many several few may might can could should would about around roughly always every
    all approximately nearly almost likely partly less more fewer least each any just even
    chiefly especially notably particularly including such namely like
    """.split()
)
#: What stands for something said before.
POINTING_BACK = frozenset("it its they them their he him his she her this that these those".split())
#: What can't be the subject of a clause that is cut out: it points back, or stands for a noun.
_NO_SUBJECT = POINTING_BACK | frozenset(
    """
    such other others another both neither either each one ones all most some many few several
    former latter same there here then so
    """.split()
)
#: What begins a clause with a subject of its own.
STARTING = frozenset("some many most no each every this these its their our you your my".split())
#: What begins a remark on the words before it.
_COMMENTING = frozenset(
    """
    not never neither nor without hardly barely scarcely
    that this these those only just rarely seldom sometimes occasionally usually often mostly
    mainly generally typically normally partly
    """.split()
)
_WRONG = frozenset("wrong false untrue myth mistake mistaken rare unlikely exception".split())
#: Words with a partner that may not be left out.
_PAIRING = frozenset("between both either neither whether not".split())
#: What opens a sentence that is not whole before its comma.
_OPENING = _REPORTING | PREPOSITIONS | {"should"}
#: "The two routes" are not one of them; a larger number counts no list, nor does "Order 12".
_LARGEST_COUNT = 12


def may_start(unit: Sequence[Word], place: int, claim: Sequence[Word]) -> bool:
    """Whether a claim may begin at a word of a sentence, without what stands before it.

    It has to be a clause with a subject of its own, as an article or the like tells, of which the
    words before claim and deny nothing.
    """
    if place == 0:
        return True
    skipped, first = unit[:place], unit[place]
    if first.key in _NO_SUBJECT or _keys([first, *claim]) & POINTING_BACK:
        return False
    if skipped[-1].key in _CONCESSIONS and "," in skipped[-1].parted:
        return not _keys(skipped[:-1]) & _REPORTING
    if ";" in first.parted:
        return not _keys(skipped) & _REPORTING
    if "," not in first.parted or not (first.article or first.capital or first.key in STARTING):
        return False
    denied = frozenset() if first.joined == "but" else _NEGATIONS
    return first.joined in ("and", "but") and not _keys(skipped) & (_REPORTING | denied)


def may_end(unit: Sequence[Word], place: int) -> bool:
    """Whether a claim may end at a word of a sentence, without what stands after it."""
    kept, tail = unit[: place + 1], unit[place + 1 :]
    if not tail:
        return True
    first = tail[0]
    if not first.parted or first.parted & {"(", "/"} or first.key in _CONDITIONS:
        return False
    if not first.joined and kept[0].key in _OPENING:
        return False  # "When a button moves, tests fail" without its end
    if _takes_back(tail):
        return False
    if first.key in _CONCESSIONS or first.parted & {";", ":"}:
        return True
    return not _limits(tail) and not _belongs(kept, first)


def _takes_back(tail: Sequence[Word]) -> bool:
    """Whether words at the end speak of what is before them: "but rarely", "and that is wrong"."""
    words = [word for word in tail[:2] if word.key not in _CONCESSIONS]
    denied = tail[0].key == "which" and _keys(tail) & (_COMMENTING | _NEGATIONS | _WRONG)
    return bool(denied or (words and words[0].key in _COMMENTING))


def _limits(tail: Sequence[Word]) -> bool:
    """Whether words at the end say when, where or for whom the words before hold."""
    first = tail[0]
    if first.joined in ("", "or") and next((w.joined for w in tail if w.joined), "") == "or":
        return True  # one of several ways: "A, B or C"
    if not first.joined and first.key in PREPOSITIONS:
        return True
    return any(
        word.key in _CONDITIONS and (bool(first.joined) or "," in word.parted) for word in tail
    )


def _belongs(kept: Sequence[Word], first: Word) -> bool:
    """Whether an "and" joins what is one thing: a pair, a counted list, a name."""
    if first.joined != "and":
        return False
    # In "ten weeks and ..." the number counts what stands after it, and no list.
    before = (None, *kept)
    counted = any(
        _counts(word) and not (named and named.capital)
        for named, word in zip(before, kept[:-2], strict=False)
    )
    name = first.parted == {"and"} and kept[-1].capital and first.capital
    return counted or name or bool(_keys(kept) & _PAIRING)


def may_skip(unit: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words from one place to another are whole items of a list."""
    skipped, following = unit[start:end], unit[end]
    if not following.parted or any(word.joined for word in skipped):
        return False
    if _keys(skipped) & (_HEDGES | _CONCESSIONS | _REPORTING) or _keys(unit[:start]) & _PAIRING:
        return False
    between = frozenset[str]().union(*(w.parted for w in skipped), following.parted)
    if between & {"but", "or", ";", ":", "("}:
        return False
    first = skipped[0]
    if first.key in PREPOSITIONS and first.key != following.key:
        return False
    return bool(first.parted) or first_of_list(first, following)


def first_of_list(one: Word, other: Word) -> bool:
    """Whether two words begin items of one list: both an amount, or the same preposition."""
    if one.parted or other.joined != "and":
        return False
    amounts = all(word.key[0] in "£€$" or word.key[0].isdigit() for word in (one, other))
    return amounts or (one.key == other.key and one.key in PREPOSITIONS)


def _counts(word: Word) -> bool:
    return word.key.isdigit() and int(word.key) <= _LARGEST_COUNT


def _keys(words: Collection[Word]) -> frozenset[str]:
    return frozenset(word.key for word in words)
