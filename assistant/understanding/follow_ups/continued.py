"""Which of the questions before a question goes on from."""

from collections.abc import Sequence

from assistant.understanding.follow_ups.ellipsis import is_elliptic
from assistant.understanding.follow_ups.level_and_place import names_same_level, step_of
from assistant.understanding.query import Query


def question_continued(raw: Query, history: Sequence[Query]) -> Query | None:
    """The earlier question that this one continues.

    The last, or for a mere level, place, amount or other role the last about pay.
    """
    if not history:
        return None
    last, about_pay = history[-1], [query for query in history if query.pay_table]
    if last.pay_table and _not_meant(raw, last):
        about_pay = [query for query in about_pay if not query.bands]
    elif last.pay_table or raw.topics or not _names_what_pay_has(raw):
        return last
    return about_pay[-1] if about_pay and is_elliptic(raw) else last


def _not_meant(raw: Query, last: Query) -> bool:
    """Whether a question on a band stands between, which is asked of no other role or level."""
    other = raw.roles and raw.roles != last.roles
    return bool(last.bands and not raw.bands and (other or names_same_level(raw)))


def _names_what_pay_has(raw: Query) -> bool:
    named = raw.level_words or raw.places or raw.amounts
    return bool(named or step_of(raw) or names_same_level(raw))
