"""What people ask, what no guide answers, and how the replies go."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from assistant.enquiries.likeness import Embed, groups
from assistant.records import Records
from assistant.records.values import COVERED, IDLE, Asked, Timing

#: What a question without a topic, or without a role, is counted under.
NONE = "(none)"
#: Examples that are shown of a group.
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions there are of one label, and how many of them the guides answer."""

    label: str
    questions: int
    covered: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions alike that no guide answers; ``question`` is the most typical one.

    ``examples`` are others of the group, each in other words. ``roles`` are guide ids that were
    asked about.
    """

    question: str
    count: int
    examples: tuple[str, ...]
    roles: tuple[str, ...]
    first_at: datetime
    last_at: datetime
    enquiry_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """How the replies go; seconds are medians, shares from 0 to 1, None where nothing counts."""

    enquiries: int
    drafted: int
    approved: int
    seconds_to_draft: float | None
    seconds_to_approve: float | None
    share_unedited: float | None


@dataclass(frozen=True, slots=True)
class Insight:
    """What was asked in a span of time. Every tuple is in the order in which it is shown."""

    questions: int
    topics: tuple[Count, ...]
    roles: tuple[Count, ...]
    statuses: tuple[Count, ...]
    weeks: tuple[Count, ...]
    gaps: tuple[Gap, ...]
    pace: Pace


def insight(
    records: Records,
    embed: Embed,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Insight:
    """What was asked in enquiries and kept conversations.

    A question of several topics or roles counts for each of them.

    Args:
        records: where they are kept.
        embed: texts -> unit vectors, shape (texts, dimension).
        since: from this moment on; None from the first.
        until: before this moment; None up to now.
    """
    asked = [each for each in records.use.asked(since, until) if each.status not in IDLE]
    return Insight(
        questions=len(asked),
        topics=_counts(asked, lambda each: each.topics or (NONE,)),
        roles=_counts(asked, lambda each: each.roles or (NONE,)),
        statuses=_counts(asked, lambda each: (each.status.value,)),
        weeks=_by_label(_counts(asked, lambda each: (week_of(each.at),))),
        gaps=_gaps([each for each in asked if each.status not in COVERED], embed),
        pace=_pace(records.use.timings(since, until)),
    )


def week_of(moment: datetime) -> str:
    """The ISO week of a moment, as "2026-W48"."""
    year, week, _ = moment.isocalendar()
    return f"{year}-W{week:02}"


def _counts(
    asked: Iterable[Asked], labels_of: Callable[[Asked], Sequence[str]]
) -> tuple[Count, ...]:
    """Most asked first."""
    every: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    for each in asked:
        for label in labels_of(each):
            every[label] += 1
            covered[label] += each.status in COVERED
    found = [Count(label, number, covered[label]) for label, number in every.items()]
    return tuple(sorted(found, key=lambda count: (-count.questions, count.label)))


def _by_label(counts: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda count: count.label))


def _gaps(unanswered: Sequence[Asked], embed: Embed) -> tuple[Gap, ...]:
    found = []
    for leader, members in groups([each.question for each in unanswered], embed):
        own = [unanswered[place] for place in members]
        texts = dict.fromkeys(each.question for each in own)
        texts.pop(unanswered[leader].question)
        found.append(
            Gap(
                question=unanswered[leader].question,
                count=len(own),
                examples=tuple(texts)[:EXAMPLES],
                roles=tuple(dict.fromkeys(role for each in own for role in each.roles)),
                first_at=min(each.at for each in own),
                last_at=max(each.at for each in own),
                enquiry_ids=tuple(
                    dict.fromkeys(each.enquiry_id for each in own if each.enquiry_id is not None)
                ),
            )
        )
    return tuple(sorted(found, key=lambda gap: (-gap.count, gap.question)))


def _pace(timings: Sequence[Timing]) -> Pace:
    to_draft = [_seconds(each.received_at, each.drafted_at) for each in timings if each.drafted_at]
    approved = [each for each in timings if each.approved_at]
    to_approve = [_seconds(each.received_at, each.approved_at) for each in approved]
    return Pace(
        enquiries=len(timings),
        drafted=len(to_draft),
        approved=len(approved),
        seconds_to_draft=median(to_draft) if to_draft else None,
        seconds_to_approve=median(to_approve) if to_approve else None,
        share_unedited=sum(not each.edited for each in approved) / len(approved)
        if approved
        else None,
    )


def _seconds(earlier: datetime, later: datetime | None) -> float:
    return (later - earlier).total_seconds() if later else 0.0
