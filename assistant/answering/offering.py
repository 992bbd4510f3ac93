"""What is said where no guide answers: that it does not say, and the nearest that it comes.

A passage that may well have to do with the question is offered in the guide's own words, as what it
is and not as the answer. Of one further off the section is named, and of others nothing is said.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.answering.confidence import (
    NEAREST_CARRIED,
    NEAREST_NAMED,
    NEAREST_OFFERED,
    THRESHOLD_OF_ANYTHING,
)
from assistant.answering.evidence import nearest_of
from assistant.answering.parts import PartAnswer, RoleAnswer
from assistant.answering.quantities import figure_asked
from assistant.answering.quoting import evidence_claims
from assistant.answering.sources import Sources
from assistant.answering.wording import listed, say
from assistant.citations import Claim, Layout, Quote
from assistant.retrieval import Passage, is_pay_row
from assistant.understanding.query import Query


def not_covered(query: Query, answers: Sequence[RoleAnswer], sources: Sources) -> tuple[Claim, ...]:
    """That these guides do not answer, and the nearest that those come of which it was asked."""
    offers = {}
    if query.roles or len(sources.lexicon.titles) == 1:
        offers = {answer.guide_id: _offer(query, answer, sources) for answer in answers}
    silent = [answer.guide_id for answer in answers if not offers.get(answer.guide_id)]
    claims = [claim for offered in offers.values() for claim in offered]
    if not silent:
        return tuple(claims)
    named = () if claims else _named(query, answers, sources)
    return (_silent(silent, sources), *named, *claims)


def offered_once(parts: Sequence[PartAnswer], sources: Sources) -> list[PartAnswer]:
    """The parts of a message, of which none offers only what was quoted above it."""
    quoted: set[Quote] = set()
    kept = []
    for part in parts:
        own = {quote for claim in part.claims for quote in claim.quotes}
        if own and own <= quoted and part.status is AnswerStatus.NOT_COVERED:
            guide_ids = [answer.guide_id for answer in part.by_role]
            kept.append(replace(part, claims=(_silent(guide_ids, sources),)))
        else:
            kept.append(part)
        quoted |= own
    return kept


def _silent(guide_ids: Sequence[str], sources: Sources) -> Claim:
    """That these guides do not say."""
    titles = [sources.lexicon.titles[guide_id] for guide_id in guide_ids]
    if len(titles) == 1:
        return Claim(say("not_covered.topic", role=titles[0]))
    return Claim(say("not_covered.topics", roles=listed(titles[:6])))


def _offer(query: Query, answer: RoleAnswer, sources: Sources) -> list[Claim]:
    """The nearest passage of a guide under a line that says what it is; nothing if it is far."""
    nearest = next(iter(answer.retrieval.kept), None)
    if (
        nearest is None
        or answer.certainty < _least(NEAREST_OFFERED, query)
        or is_pay_row(nearest.chunk)
    ):
        return []
    guides = sources.snapshot.guides
    evidence = nearest_of(nearest, guides[answer.guide_id], figure_asked(query.text))
    quoted = [claim for claim in evidence_claims([evidence], guides) if claim.quotes]
    line = say(
        "not_covered.offered",
        role=sources.lexicon.titles[answer.guide_id],
        section=_section(nearest, sources),
    )
    return [Claim(line, layout=Layout.PARAGRAPH), *quoted]


def _least(certainty: float, query: Query) -> float:
    """This certainty, or more where the question itself names no role."""
    if query.roles and not query.meant and "role" not in query.carried:
        return certainty
    return max(certainty, NEAREST_CARRIED if query.context else THRESHOLD_OF_ANYTHING)


def _named(query: Query, answers: Sequence[RoleAnswer], sources: Sources) -> tuple[Claim, ...]:
    """The name of the nearest section, with its guide's where several were searched."""
    best = max(answers, key=lambda answer: answer.certainty)
    if best.certainty < _least(NEAREST_NAMED, query) or not best.retrieval.kept:
        return ()
    section = _section(best.retrieval.kept[0], sources)
    if len(answers) == 1:
        return (Claim(say("not_covered.nearest", section=section)),)
    role = sources.lexicon.titles[best.guide_id]
    return (Claim(say("not_covered.nearest_of", section=section, role=role)),)


def _section(passage: Passage, sources: Sources) -> str:
    chunk = passage.chunk
    return chunk.section[-1] if chunk.section else sources.snapshot.guides[chunk.guide_id].title
