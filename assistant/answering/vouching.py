"""Compared roles vouch for each other: what one guide says, another like it says as well.

Whether a passage answers is decided with little to go by. Where a question is asked of several
guides and the passages nearest to it speak of like things in two of them, that they do so is no
accident: both are answered with what would be too uncertain by itself. And the surest one leads the
others: what it says tells what is asked about in words that a guide may have ("out of bed at night"
is a rota), so that a doubtful one is searched again with them.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from assistant.answering.confidence import THRESHOLD
from assistant.answering.parts import RoleAnswer
from assistant.answering.quoting import quoted
from assistant.answering.signs import NEAR
from assistant.answering.sources import Sources
from assistant.retrieval import Passage, Retrieval
from assistant.understanding.query import Query

#: What has at least this certainty is vouched for; from ``THRESHOLD`` on it was refused for a
#: reason that nobody can vouch away.
DOUBTFUL = 0.4
#: The cosine of two guides' first passages from which they speak of like things.
ALIKE = 0.4
#: The certainty below which an answer is led by the surest one beside it.
LED_BELOW = 0.85
#: What it is led to must be at least this like the surest one's passage, and by at least so much
#: more than what was found without.
LIKE_THE_SUREST, MORE_ALIKE = 0.6, 0.1
#: Words of a passage that are searched for.
LEADING_WORDS = 50


def vouched_for(
    alone: Sequence[RoleAnswer], query: Query, sources: Sources
) -> tuple[RoleAnswer, ...]:
    """The answers of compared roles, with those that another one's passage vouches for."""
    answers = _led(alone, query, sources)
    saying = {answer.guide_id for answer in answers if answer.claims}
    for pair in combinations([answer for answer in answers if _may_say(answer)], 2):
        if not all(answer.claims for answer in pair) and _are_alike(*pair, sources):
            saying.update(answer.guide_id for answer in pair)
    return tuple(
        _said(answer, query, sources) if answer.guide_id in saying else answer for answer in answers
    )


def _may_say(answer: RoleAnswer) -> bool:
    doubtful = DOUBTFUL <= answer.certainty < THRESHOLD
    return bool(answer.retrieval.kept) and (bool(answer.claims) or doubtful)


def _are_alike(one: RoleAnswer, other: RoleAnswer, sources: Sources) -> bool:
    first, second = (answer.retrieval.kept[0].chunk.text for answer in (one, other))
    return sources.likeness(first, second) >= ALIKE


def _said(answer: RoleAnswer, query: Query, sources: Sources) -> RoleAnswer:
    if answer.claims:
        return answer
    claims = quoted(answer.retrieval.kept[:NEAR], query.text, sources.snapshot.guides)
    return replace(answer, claims=tuple(claims))


def _led(answers: Sequence[RoleAnswer], query: Query, sources: Sources) -> tuple[RoleAnswer, ...]:
    """The answers, the doubtful ones searched for again in the words of the surest one."""
    surest = max(answers, key=lambda answer: answer.certainty)
    if len(answers) < 2 or not surest.claims or not surest.retrieval.kept:
        return tuple(answers)
    leading = surest.retrieval.kept[0]
    return tuple(
        answer
        if answer is surest or answer.certainty >= LED_BELOW or not answer.retrieval.kept
        else _led_by(leading, answer, query, sources)
        for answer in answers
    )


def _led_by(leading: Passage, answer: RoleAnswer, query: Query, sources: Sources) -> RoleAnswer:
    """What a guide says that is more like the leading passage, if it does; else the answer."""
    words = " ".join(leading.chunk.text.split()[:LEADING_WORDS])
    asked = sources.asked(query, f"{query.bare} {words}")
    found = sources.found_in(answer.guide_id, asked)
    likeness, without = (
        sources.likeness(one.kept[0].chunk.text, leading.chunk.text) if one.kept else 0.0
        for one in (found, answer.retrieval)
    )
    if likeness < LIKE_THE_SUREST or likeness - without < MORE_ALIKE:
        return answer
    led = replace(answer, claims=(), retrieval=Retrieval(found.kept[:1]))
    return _said(led, query, sources)
