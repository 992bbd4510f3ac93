"""What a guide says in words that somebody is paid who has no guide: "Bearers get £90 a day"."""

import re
from collections.abc import Iterable, Sequence

from assistant.answering.pay_sentences import sentences_about
from assistant.answering.wording import say
from assistant.citations import Claim, Layout
from assistant.guides.model import Guide, SectionKind
from assistant.understanding.query import Form, Query
from assistant.understanding.titles.title_words import singular, tokens

#: Pay in words that stand for it beside a job only: "what does a bearer get a day?"
_PAID = re.compile(r"\b(?:gets?|makes?|charges?)(?=\W*$|\s+(?:an?|per|by the|for an?)\b)", re.I)
#: That somebody is paid a sum, and not that they cost or spend it.
_IS_PAID = re.compile(
    r"\b(?:gets?|earns?|makes?|charges?|starts?|(?:is|are) (?:usually )?(?:paid|on))\b"
    r"[^.]{0,80}£\s?\d"
)
#: Who is paid is named at the beginning of a sentence, behind so many words at most.
_BEFORE = 3


def paid_beside(query: Query, guides: Iterable[Guide]) -> Sequence[Claim]:
    """The sentences of the first guide that says what the one job without a guide is paid.

    Only such as begin with its name: others may only set the guide's own pay against it.
    """
    asked = query.form is Form.FIGURE or SectionKind.SALARY in query.topics
    if not (asked or _PAID.search(query.asked)) or len(query.unknown_roles) != 1:
        return ()
    return next(filter(None, (_of(query.unknown_roles[0], guide) for guide in guides)), ())


def _of(title: str, guide: Guide) -> Sequence[Claim]:
    *before, head = (word.text.casefold() for word in tokens(title))
    named = re.compile(rf"\b{re.escape(' '.join((*before, singular(head))))}s?\b", re.I)
    said = [
        claim
        for salary in (True, False)
        for claim in sentences_about(guide, salary=salary)
        if (found := named.search(claim.text))
        and len(claim.text[: found.start()].split()) <= _BEFORE
        and _IS_PAID.search(claim.text, found.end())
    ]
    if not said:
        return ()
    path = said[0].quotes[0].section
    section = path[-1] if path else guide.title
    under = say("found.under", section=section, role=guide.role)
    return (Claim(under, layout=Layout.PARAGRAPH), *said)
