"""Who is paid more, by the rows that stand side by side: the verdict that a comparison asks for."""

from collections.abc import Sequence

from assistant.answering.pay import PayAnswer
from assistant.answering.wording import say
from assistant.citations import Claim, Layout
from assistant.understanding.query import Query
from assistant.understanding.topics import compares_pay

#: The range of each region of a row, in pounds.
Ranges = dict[str, tuple[int, int]]


def paid_more(query: Query, answers: Sequence[PayAnswer]) -> list[Claim]:
    """Which role is paid more, if it is asked and each has one row with ranges of like regions."""
    rows = [(answer.guide.role, _ranges(answer)) for answer in answers]
    asked = compares_pay(query.asked) or compares_pay(query.text)
    if not asked or len(rows) < 2 or not all(ranges for _, ranges in rows):
        return []
    regions = set.intersection(*({*ranges} for _, ranges in rows))
    if not regions:
        return []
    ahead = [role for role, own in rows if all(_leads(own, role, rows, one) for one in regions)]
    said = say("pay.more", role=ahead[0]) if len(ahead) == 1 else say("pay.no_more")
    return [Claim(said, layout=Layout.PARAGRAPH)]


def _ranges(answer: PayAnswer) -> Ranges:
    """The ranges by region of the only row of an answer; {} if it has more or no such ranges."""
    if len(answer.rows) != 1:
        return {}
    return {
        band.region.casefold(): (band.low, band.high)
        for band in answer.rows[0].bands
        if band.low is not None and band.high is not None
    }


def _leads(own: Ranges, role: str, rows: Sequence[tuple[str, Ranges]], region: str) -> bool:
    """Whether both ends of a range are above those of every other role, in a region."""
    low, high = own[region]
    return all(
        low > other[region][0] and high > other[region][1] for name, other in rows if name != role
    )
