"""Who is paid more, by the rows that stand side by side: the verdict that a comparison asks for."""

from collections.abc import Sequence

from assistant.answering.pay import PayAnswer
from assistant.answering.wording import say
from assistant.citations import Claim, Layout
from assistant.understanding.paid_better import sets_against
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import compares_pay

#: Ranges in pounds by level and region: the level "" where each role has one row, the region ""
#: where each guide has one for the place asked about, by whatever name.
Ranges = dict[tuple[str, str], tuple[int, int]]


def paid_more(query: Query, answers: Sequence[PayAnswer]) -> list[Claim]:
    """Which role is paid more, if it is asked and each has ranges of like levels and regions."""
    alone = all(len(answer.rows) == 1 for answer in answers)
    there = all(answer.region for answer in answers)
    rows = [(one.guide.role, _ranges(one, alone=alone, there=there)) for one in answers]
    beside = "topic" in query.carried or query.form is Form.COMPARISON
    against = beside and sets_against(query.asked)
    asked = against or compares_pay(query.asked) or compares_pay(query.text)
    if not asked or len(rows) < 2 or not all(ranges for _, ranges in rows):
        return []
    shared = set.intersection(*({*ranges} for _, ranges in rows))
    levels = [{level for level, _ in ranges} for _, ranges in rows]
    # Of levels that not all have nothing can be said, and so not of the roles either.
    if not shared or any(own != levels[0] for own in levels):
        return []
    ahead = [role for role, own in rows if all(_leads(own, role, rows, one) for one in shared)]
    said = say("pay.more", role=ahead[0]) if len(ahead) == 1 else say("pay.no_more")
    return [Claim(said, layout=Layout.PARAGRAPH)]


def _ranges(answer: PayAnswer, *, alone: bool, there: bool) -> Ranges:
    """The ranges of an answer's rows that have two ends, of no level or region that is but one."""
    return {
        ("" if alone else row.level.casefold(), "" if there else band.region.casefold()): (
            band.low,
            band.high,
        )
        for row in answer.rows
        for band in row.bands
        if band.low is not None and band.high is not None
    }


def _leads(
    own: Ranges, role: str, rows: Sequence[tuple[str, Ranges]], where: tuple[str, str]
) -> bool:
    """Whether a range is above that of every other role at one end, and below it at none."""
    low, high = own[where]
    others = [other[where] for name, other in rows if name != role]
    return all(low >= least and high >= most for least, most in others) and all(
        (low, high) != other for other in others
    )
