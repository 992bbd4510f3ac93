"""What a question takes from the turns before it: role, topic, level and place, and never more than it needs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.chunks import ROLE_NOUN
from assistant.guides.model import SectionKind
from assistant.matters import asked_about
from assistant.understanding.follow_ups.between import asked_between
from assistant.understanding.follow_ups.continued import question_continued
from assistant.understanding.follow_ups.ellipsis import (
    CLAUSE,
    ELLIPTIC_TERMS,
    LEANING_TERMS,
    WHAT_ABOUT,
    asks_why,
    ends_on_it,
    is_elliptic,
    is_fragment,
    only_limits,
    only_weighs,
    up_to_it,
)
from assistant.understanding.follow_ups.figures_given import about_figures
from assistant.understanding.follow_ups.level_and_place import (
    a_step_on,
    asks_for_later,
    at_the_same_level,
    follows_a_level,
    names_same_level,
    step_of,
    with_level_and_place,
)
from assistant.understanding.follow_ups.needed_too import needed_too
from assistant.understanding.follow_ups.own_level import at_own_level
from assistant.understanding.follow_ups.price_of_it import price_of_it
from assistant.understanding.follow_ups.told_before import (
    as_told,
    at_level_spoken_of,
    of_background_told,
)
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.money import stepped
from assistant.understanding.pointing import with_role
from assistant.understanding.query import Form, Query
from assistant.understanding.reaching import where_it_leads
from assistant.understanding.topics import (
    asks_beside_pay,
    asks_of_pay_alone,
    compares_pay,
    names_pay,
    pay_residue,
)
from assistant.words import GOES_ON, stem, terms

#: Pay for what was just spoken of, not for the job: "how is that paid?", "who pays for it?", "one
#: where they pay you".
_PAID_FOR = re.compile(
    r"\b(?:is|are|was|were)\s+(?:that|it|this|those|these|they)\s+(?:(?!well|badly|better|poorly)\w+\s+)?(?:paid|unpaid|covered)\b|"
    r"\b(?:pa(?:y|ys|id)|gives?|get)\s+(?:(?:you|me|extra|more)\s+)*for\s+(?:\w+ing\s+)?"
    r"(?:that|it|this|those|these|them)\b|"
    r"\b(?:ones?|any)\s+(?:where|that|which|with|who)\b",
    re.I,
)
_WHAT = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\W+)*(?:what (?:could|can|would|might|will) (?:i|you|he|she|they|we)|how (?:much|high|far))\b",
    re.I,
)
_ROLE = rf"\b{ROLE_NOUN}\b"


def carry(raw: Query, history: Sequence[Query], lexicon: Lexicon) -> Query:
    """The question with what it takes from the ones before.

    Args:
        raw: the question as read by itself.
        history: the questions before it, as they were understood, oldest first.
        lexicon: the ingested guides' names and levels.
    """
    last = question_continued(raw, history)
    raw = at_own_level(raw, last, lexicon)
    asked = [role for query in history for role in query.roles]
    spoken_of = history[-1] if history and history[-1].roles else last
    query = where_it_leads(with_role(raw, spoken_of, asked, lexicon))
    if last is None:
        return as_told(a_step_on(query, raw), [raw])
    about = (
        about_figures(query, raw, last)
        or of_background_told(query, raw, history)
        or asked_between(raw, history)
    )
    if about is not None:
        return about
    price = price_of_it(query, raw, last)
    query = price or _paid_at(_leaning(query, raw, last), raw, last, lexicon)
    if not raw.level_words:
        query = at_the_same_level(query, history)
    about_pay = query.pay_table or query.pay_drivers
    if about_pay and (last.pay_table or (raw.amounts and query.roles == last.roles)):
        query = with_level_and_place(query, raw, last)
    else:
        query = a_step_on(query, raw)
    return as_told(at_level_spoken_of(query, raw, history), [*history, raw])


def _paid_at(query: Query, raw: Query, last: Query, lexicon: Lexicon) -> Query:
    """A fragment that names a level and a place, and nothing that pay has not, asks for the pay.

    So does "what could I get to at the top in Kent?", and after pay, what somebody would get in the role itself, or a step up.
    """
    of_role = {stem(word) for role in query.roles for word in lexicon.names.words[role]}
    own = pay_residue(tuple(term for term in raw.content if term not in of_role))
    if raw.topics or own or query.pay_table:
        return query
    if raw.level_words and raw.places and (is_fragment(raw) or _WHAT.match(raw.bare)):
        return replace(query, pay_table=True, places=raw.places, context="", carried=("role",))
    there = last.pay_table and asks_of_pay_alone(raw.asked)
    return replace(query, pay_table=True, context="") if there else query


def asked_again(raw: Query, before: Sequence[Query], lexicon: Lexicon) -> list[Query]:
    """Each of the questions of the message before, asked again of another role; [] if it is not so.

    Args:
        raw: the only question of a message, as read by itself.
        before: the questions of the message before, as they were understood.
        lexicon: the ingested guides' names and levels.
    """
    another = raw.roles and all(raw.roles != query.roles for query in before)
    named = WHAT_ABOUT.sub("", raw.bare)
    if len(before) < 2 or not another or not is_elliptic(raw) or CLAUSE.search(named):
        return []
    titles = " and ".join(lexicon.titles[role] for role in raw.roles)
    again = (carry(raw, [query], lexicon) for query in before)
    return [
        replace(one, asked=raw.asked if raw.places else re.sub(_ROLE, titles, one.bare))
        for one in again
    ]


def _leaning(query: Query, raw: Query, last: Query) -> Query:
    """The question with the one before it as its topic, or as the context of what it says.

    "context" among what is carried says that it means little without that.
    """
    if asks_for_later(raw) and not last.pay_table:
        return _some_years_on(query)
    paid_for = _PAID_FOR.search(raw.asked) and not last.pay_table
    query = replace(query, pay_table=query.pay_table and not paid_for)
    again = is_elliptic(raw) and (is_fragment(raw) or _changes(query, raw, last))
    again = again or only_weighs(raw, last) or _changes_pay(raw, query, last)
    if again and not paid_for:
        query = _of_place(_with_topic(query, raw, last), raw, last)
        return replace(query, carried=(*query.carried, "topic"))
    if only_limits(raw) and last.bare and not last.pay_table:
        bare = f"{last.bare.rstrip('?!. ')}, {raw.bare}"
        more = replace(_with_topic(query, raw, last), bare=bare)
        return replace(more, carried=(*query.carried, "topic"))
    if needed := needed_too(raw, last):
        return replace(query, bare=needed)
    # A sum that is told beside it is what "that" is: "I was on £30k. Could I match that?"
    of_sum = raw.pay_table and bool(raw.amounts)
    of_level = raw.pay_table and bool(raw.level_words)
    anew = of_sum or of_level or (last.pay_table and bool(asked_about(raw.bare)))
    if paid_for or (not raw.topics and not anew and (is_fragment(raw) or ends_on_it(raw))):
        query = up_to_it(query)
        return replace(
            query, pay_table=False, context=last.bare, carried=(*query.carried, "context")
        )
    # How a career goes on leans on no pay that was spoken of before.
    onward = last.pay_table and SectionKind.PATHWAYS in raw.topics
    leans = len(raw.content) <= LEANING_TERMS and not onward
    return replace(query, context=last.bare if leans else "")


def _changes(query: Query, raw: Query, last: Query) -> bool:
    """Whether anything is named in which a question differs from the one before, or why is asked.

    Nobody asks the very same again in a sentence: "what if I don't get in?" says something new.
    """
    named = raw.level_words or raw.places or raw.settings or raw.amounts or raw.bands
    other = query.roles != last.roles or query.unknown_roles != last.unknown_roles
    on = step_of(raw) or asks_for_later(raw) or names_same_level(raw)
    return bool(named or other or on or raw.counted or asks_why(raw))


def _some_years_on(query: Query) -> Query:
    """How the career goes on, where it was not pay that was spoken of."""
    bare = "career progression"
    return replace(query, bare=bare, topics=(SectionKind.PATHWAYS,), content=tuple(terms(bare)))


#: Terms of "and if I lived in Leeds?", which say nothing of what is asked.
_MOVES = frozenset(
    terms(
        "made make end become became reach move live stay remain based work job person went chose choose picked took take instead several couple year later experience somewhere anyway say"
    )
)


#: Whether a sum is another one elsewhere, or what it is for somebody else: "would it be more in Bath?".
_COMPARES_SUM = re.compile(
    rf"{GOES_ON}(?:is|are|was|would|will|does|do|should|could)\s+"
    r"(?:it|that|this|those|they|there|(?:the\s+)?(?:pay|money|salar\w+|wages?|figures?))\b[^.?!]{0,40}\b"
    r"(?:more|less|higher|lower|different|(?:the )?same|change|go up|rise|low|high|fair|decent|"
    r"reasonable|normal|(?:better|worse|good|bad|ok|okay)(?=\s+(?:in|for|if|at|outside|up|down)\b))",
    re.I,
)
_SUMS = frozenset(
    terms(
        "low high fair good bad normal decent reasonable more less higher lower better worse different"
    )
)


def _changes_pay(raw: Query, query: Query, last: Query) -> bool:
    """Whether a pay question is asked again of another level, place, sum or role.

    As in "if I lived in Leeds?", "how does that compare with the other job?".
    """
    if last.pay_table and follows_a_level(raw):
        return True
    other = {*query.roles} != {*last.roles}
    changed = raw.places or raw.settings or raw.level_words or raw.amounts or other
    own = [term for term in raw.content if term not in ELLIPTIC_TERMS | {*raw.settings}]
    if len(query.roles) > 1:
        own = [*pay_residue(tuple(own))]
    elif CLAUSE.search(WHAT_ABOUT.sub("", raw.bare)) and not _COMPARES_SUM.match(raw.asked):
        return False
    else:
        own = [term for term in own if term not in _MOVES | _SUMS]
    beside = asks_beside_pay(raw.bare) or raw.form in (Form.WHY, Form.HOW_TO) or bool(raw.topics)
    more = len(query.roles) > 1 and compares_pay(raw.bare)
    return last.pay_table and bool(changed) and not own and (more or not beside)


def _with_topic(query: Query, raw: Query, last: Query) -> Query:
    """An elliptic question asks the last one again, of another role, level or place, or asks why.

    A band is one role's: it is not asked of another that was spoken of before.
    """
    why = asks_why(raw)
    bare = _at_level(last, raw.level_words)
    others = len(query.roles) > 1 and query.roles != last.roles
    return replace(
        query,
        text=f"Why? {last.text}" if why else last.text,
        bare=f"Why? {bare}" if why else bare,
        topics=last.topics,
        form=Form.WHY if why else last.form,
        pay_table=last.pay_table and not why,
        pay_drivers=last.pay_drivers or (why and last.pay_table),
        pay_sources=last.pay_sources and not why,
        whole=last.whole and not why,
        amounts=raw.amounts or (() if raw.level_words and names_pay(raw.asked) else last.amounts),
        bands=raw.bands or (() if others or raw.level_words else stepped(last.bands, step_of(raw))),
        content=last.content,
        telling=last.telling,
        context=last.context,
        background=last.background,
        counted=raw.counted or last.counted,
        level_words=raw.level_words or (last.level_words if why else ()),
        level_shift=last.level_shift if why else 0,
    )


def _at_level(last: Query, level_words: Sequence[str]) -> str:
    """The words of the question before, with another level in the place of the one they name."""
    if not level_words or len(last.level_words) != 1:
        return last.bare
    named = rf"\b{re.escape(last.level_words[0])}\b"
    return re.sub(named, " ".join(level_words), last.bare, count=1, flags=re.I)


def _of_place(query: Query, raw: Query, last: Query) -> Query:
    """The question before, asked of another place: without rows by region its name is looked for."""
    if not raw.places or query.pay_table:
        return query
    bare, left = last.bare, list(last.content)
    for place in last.places:
        bare = re.sub(rf"\b(?:in\s+)?{re.escape(place.name)}\b", " ", bare, flags=re.I)
        left = [term for term in left if term not in terms(place.name)]
    named = [place.name for place in raw.places if place.uk and not place.negated]
    more = terms(" ".join(named))
    return replace(
        query,
        bare=" ".join([*bare.split(), *(f"in {name}" for name in named)]),
        content=tuple(dict.fromkeys((*left, *more))),
        telling=tuple(dict.fromkeys((*last.telling, *more))),
    )
