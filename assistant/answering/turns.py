"""The answers to a message's questions, each in the light of the one before."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.answering.choice import scored
from assistant.answering.confidence import THRESHOLD
from assistant.answering.evidence import nearest_of
from assistant.answering.extractive import answer_query
from assistant.answering.learners_pay import says_pay
from assistant.answering.parts import PartAnswer
from assistant.answering.quantities import figure_asked, in_kind
from assistant.answering.quoting import evidence_claims, quoted
from assistant.answering.sources import Sources
from assistant.chunks import Chunk
from assistant.citations import Claim, Quote, one_guide, quotes_of
from assistant.guides.model import SectionKind
from assistant.matters import asked_about
from assistant.retrieval import Passage, weigh
from assistant.understanding.leaning import leans
from assistant.understanding.query import Query
from assistant.understanding.topics import is_yes_no
from assistant.words import terms

#: A question is answered with so much certainty by the passage that answers the one beside it: of
#: five such among ten strangers' sets four are.
HALF_SURE = 0.35


def answer_in_turn(queries: Sequence[Query], sources: Sources) -> list[PartAnswer]:
    """The answers to a message's questions.

    One that names no role is of the role that the one before it was answered from. One that the
    passage answering the one before answers too becomes one question with it.
    """
    parts: list[PartAnswer] = []
    for query in queries:
        before = quotes_of(parts[-1].claims) if parts else []
        part = answer_query(query.settled(one_guide(before)), sources)
        if parts:
            part = _of_its_own(parts[-1], part, sources)
        both = _as_one(parts[-1], part, sources) if parts else None
        if both is None:
            parts.append(part)
        else:
            parts[-1] = both
    return parts


def _of_its_own(former: PartAnswer, part: PartAnswer, sources: Sources) -> PartAnswer:
    """The part read without the question before, where another place has more of what it names.

    Read together both lead to what answers the one before, and this one would be lost. What no
    guide says by itself to a question of yes or no, which has all that it asks for, is not covered.
    """
    query, cited = part.query, quotes_of(former.claims)
    given = {*quotes_of(part.claims)}
    if not query.context or leans(query.asked) or not given:
        return part
    alone = answer_query(replace(query, context=""), sources)
    if alone.status is AnswerStatus.NOT_COVERED and is_yes_no(query.asked):
        return alone
    if not given <= {*cited}:
        return part
    more = _named_in(quotes_of(alone.claims), query, sources)
    return alone if more > _named_in(cited, query, sources) else part


def _named_in(quotes: Sequence[Quote], query: Query, sources: Sources) -> int:
    """How many of the things that a question names the places have that are quoted."""
    held = {term for chunk in _holding(quotes, sources) for term in terms(chunk.text)}
    return len(query.subject & held)


def _as_one(former: PartAnswer, part: PartAnswer, sources: Sources) -> PartAnswer | None:
    """Two parts as one, where the same place in a guide answers both; None where it does not."""
    if former.status is not AnswerStatus.ANSWERED:
        return None
    cited = quotes_of(former.claims)
    if part.status is AnswerStatus.ANSWERED:
        above = {*quotes_of(part.claims)} <= {*cited} or _given_above(former, part, sources)
        if above or _paid_above(former, part.query, sources):
            # The second would be a heading with nothing below, or with nothing that answers.
            return _merged(former, part.query, _further(former, part.query, sources))
        return None
    if part.status is not AnswerStatus.NOT_COVERED:
        return None
    if leans(part.query.asked):
        more = _said_there(former, part.query, sources)
    else:
        more = _found_there(former, part, sources)
    return None if more is None else _merged(former, part.query, more)


def _found_there(
    former: PartAnswer, part: PartAnswer, sources: Sources
) -> tuple[Claim, ...] | None:
    """What else a passage says that was cited for the one before, if it is nearest to this one.

    None where it is not, or where this one is too doubtful, or was refused for more than doubt.
    """
    cited = quotes_of(former.claims)
    answer = part.by_role[0] if len(part.by_role) == 1 else None
    if answer is None or not answer.retrieval.kept or part.query.pay_table:
        return None
    first = answer.retrieval.kept[0].chunk
    doubtful = HALF_SURE <= answer.certainty < THRESHOLD
    if not doubtful or not any(_within(quote, first) for quote in cited):
        return None
    return _new(quoted(answer.retrieval.kept[:1], part.query.asked, sources.snapshot.guides), cited)


def _merged(former: PartAnswer, query: Query, more: Sequence[Claim] = ()) -> PartAnswer:
    first = former.query
    both = replace(first, asked=f"{first.asked} {query.asked}", text=f"{first.text} {query.asked}")
    claims = (*former.claims, *more)
    return replace(former, query=both, claims=claims, questions=(*former.asked, query.asked))


def _said_there(former: PartAnswer, query: Query, sources: Sources) -> tuple[Claim, ...] | None:
    """What the passage cited for the question before says further; None if it does not answer.

    Read together, both must lead to that passage, and it must have a thing of the kind asked for.
    """
    cited = quotes_of(former.claims)
    guide_ids = one_guide(cited)
    if not guide_ids or (query.roles and query.roles != guide_ids) or query.abroad:
        return None
    content = tuple(dict.fromkeys((*former.query.content, *query.content)))
    text = f"{former.query.bare} {query.bare}"
    found = sources.found_in(guide_ids[0], sources.asked(replace(query, content=content), text))
    if not found.kept or not any(_within(quote, found.kept[0].chunk) for quote in cited):
        return None
    chunk = found.kept[0].chunk
    matters, told = asked_about(query.asked), sources.snapshot.told.matters_of(chunk.id)
    if not in_kind(chunk, query.asked) or (matters and not matters & told):
        return None
    if any(answer.pay for answer in former.by_role):
        return ()
    said = quoted(found.kept[:1], query.asked, sources.snapshot.guides)
    return _new(said, cited)


def _further(former: PartAnswer, query: Query, sources: Sources) -> tuple[Claim, ...]:
    """What the passage that answers two questions says to the second by itself, quoted nowhere yet.

    Only what gives a thing of the kind that it asks for: "... and how many must I pass?".
    """
    cited = quotes_of(former.claims)
    guide_ids = one_guide(cited)
    if not guide_ids or any(answer.pay for answer in former.by_role):
        return ()
    snapshot = sources.snapshot
    holding = [chunk.id for chunk in _holding(cited, sources) if in_kind(chunk, query.asked)]
    passages = weigh(snapshot, sources.asked(query), holding, guide_ids)
    if not passages or _best_of(passages[0]) in {quote.start for quote in cited}:
        return ()
    guide = snapshot.guides[guide_ids[0]]
    found = nearest_of(passages[0], guide, figure_asked(query.asked))
    said = evidence_claims([found], snapshot.guides)
    return _new(said, cited)


def _new(said: Sequence[Claim], cited: Sequence[Quote]) -> tuple[Claim, ...]:
    """The claims that quote what is not quoted yet."""
    return tuple(claim for claim in said if claim.quotes and not {*claim.quotes} <= {*cited})


def _given_above(former: PartAnswer, part: PartAnswer, sources: Sources) -> bool:
    """Whether the figure that a question asks for stands in what was quoted for the one before.

    As it is not quoted again, what is quoted beside it would be left alone.
    """
    figure = figure_asked(part.query.asked)
    cited = quotes_of(former.claims)
    shared = [quote for quote in quotes_of(part.claims) if quote in cited]
    if figure is None or not shared:
        return False
    said = [one.of(sources.snapshot.guides) for one in shared]
    holding = _holding(shared, sources)
    return any(map(figure.given_in, said)) and all(
        any(_within(one, chunk) for chunk in holding) for one in quotes_of(part.claims)
    )


def _paid_above(former: PartAnswer, query: Query, sources: Sources) -> bool:
    """Whether a question leans that asks what is paid for a thing, and what was quoted tells it."""
    if SectionKind.SALARY not in query.topics or query.pay_table or not leans(query.asked):
        return False
    guides = sources.snapshot.guides
    return any(says_pay(quote.of(guides)) for quote in quotes_of(former.claims))


def _best_of(passage: Passage) -> int:
    """Where the sentence of a passage begins that is nearest to the question."""
    scores = scored(passage)
    return passage.chunk.sentences[scores.index(max(scores))].start


def _holding(quotes: Sequence[Quote], sources: Sources) -> list[Chunk]:
    """The chunks that quotes are from."""
    by_guide = sources.snapshot.by_guide
    return [
        chunk
        for guide_id in dict.fromkeys(quote.guide_id for quote in quotes)
        for chunk in by_guide[guide_id]
        if any(_within(quote, chunk) for quote in quotes)
    ]


def _within(quote: Quote, chunk: Chunk) -> bool:
    """Whether a quote and a chunk share a place."""
    return quote.guide_id == chunk.guide_id and quote.start < chunk.end and chunk.start < quote.end
