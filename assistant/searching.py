"""Query -> the passages that fit it, those first that its answer would be made of."""

from itertools import chain

from assistant.answering.lists import whole_of
from assistant.answering.pay import answer_pay
from assistant.answering.sources import Sources
from assistant.citations import quotes_of
from assistant.retrieval import Passage, retrieve, weigh
from assistant.understanding.guide_words import in_guide_words
from assistant.understanding.query import Query


def search_query(query: Query, sources: Sources, k: int) -> list[Passage]:
    """The passages for one query, of the roles that it names or of all, best first.

    Args:
        query: a question, read.
        sources: what is searched.
        k: the most to return.
    """
    for guide_id in query.roles:
        query = in_guide_words(query, sources.snapshot.guides[guide_id].source_text)
    asked = sources.asked(query)
    guide_ids = query.roles or None
    found = list(retrieve(sources.snapshot, asked, guide_ids=guide_ids, k=k).kept)
    named = _named_places(query, sources)
    missing = named - {passage.chunk.id for passage in found}
    found.extend(weigh(sources.snapshot, asked, sorted(missing), guide_ids))
    found.sort(key=lambda passage: passage.chunk.id not in named)
    return found[:k]


def _named_places(query: Query, sources: Sources) -> set[str]:
    """The chunks that the question's form names: rows of a pay table, or a list asked for whole."""
    starts: set[tuple[str, int]] = set()
    for guide_id in query.roles or sources.snapshot.guides:
        guide = sources.snapshot.guides[guide_id]
        pay = (
            answer_pay(query, guide, sources.lexicon.ladders[guide_id]) if query.pay_table else None
        )
        if pay:
            starts |= {(guide_id, row.block.start) for row in pay.rows}
        elif query.whole:
            whole = (whole_of(guide, kind, query.telling, query.content) for kind in query.topics)
            claims = chain.from_iterable(next(filter(None, whole), []))
            starts |= {(guide_id, quote.start) for quote in quotes_of(claims)}
    return {
        chunk.id
        for guide_id, start in starts
        for chunk in sources.snapshot.by_guide[guide_id]
        if chunk.start <= start < chunk.end
    }
