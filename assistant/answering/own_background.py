"""Whoever asks if a job is open to them is told first what a guide says of those like them."""

from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.answering.choice import text_of
from assistant.answering.sources import Sources
from assistant.guides.model import SectionKind
from assistant.index.snapshot import Snapshot
from assistant.matters import CHANGERS, COMERS, told_of
from assistant.retrieval import Passage
from assistant.understanding.fields import ANY_OTHER, OF_HEALTH, fields_in
from assistant.understanding.query import Query
from assistant.understanding.topics import is_frame
from assistant.words import is_number, terms

# Set by hand, and measured together: docs/adr/0023-threads-and-own-backgrounds.md.
#: So much of a background, in words of the rarest kind or fields of work, is named at least.
NAMED = 0.6
#: What saying that people come from there adds to naming it.
COMES = 0.5
#: What a sentence that names it gains on the others, in cosine, for each of these.
GAIN = 0.3


def of_own_background(
    query: Query, passages: Sequence[Passage], guide_id: str, sources: Sources
) -> Sequence[Passage]:
    """The passages, what names the background that is told first, and its sentence first in it."""
    snapshot = sources.snapshot
    own, fields = _told(query, passages, guide_id, sources)
    if not own and not fields:
        return passages
    entry = [one for one in passages if _says_who_comes(one, snapshot)]
    named = {one.chunk.id: _naming(one, own, fields, sources) for one in entry}
    if fields and not fields & OF_HEALTH and not any(map(any, named.values())):
        named = {one.chunk.id: _naming(one, set(), {ANY_OTHER}, sources) for one in entry}
    most = max((share for shares in named.values() for share in shares), default=0.0)
    if most < NAMED:
        return passages
    first = next(one for one in entry if most in named[one.chunk.id])
    led = _led(first, named[first.chunk.id], passages[0].score)
    return [led, *(one for one in passages if one is not first)]


def _told(
    query: Query, passages: Sequence[Passage], guide_id: str, sources: Sources
) -> tuple[Set[str], Set[str]]:
    """The words of a background and the fields of work that are told, none where none matters."""
    # Else only where they ask how to come in and tell from where.
    enters = passages and passages[0].chunk.section_kind is SectionKind.PATHWAYS
    if not (query.background or enters):
        return frozenset(), frozenset()
    role, said = sources.snapshot.guides[guide_id].role, query.lead or query.asked
    fields = fields_in(said) - fields_in(role)
    if not query.background:
        return frozenset(), fields
    names = {*sources.lexicon.names.terms.standing[guide_id], *terms(role)}
    return {one for one in terms(said) if not (is_frame(one) or is_number(one))} - names, fields


def _says_who_comes(passage: Passage, snapshot: Snapshot) -> bool:
    """Whether a passage is on the ways in, or tells of those who come, and is no mere opening."""
    kind = passage.chunk.section_kind
    if kind in (SectionKind.INTRODUCTION, SectionKind.SALARY):
        return False
    comes = COMERS & snapshot.told.matters_of(passage.chunk.id)
    return kind is SectionKind.PATHWAYS or bool(comes)


def _naming(passage: Passage, own: Set[str], fields: Set[str], sources: Sources) -> list[float]:
    """How much of a background each sentence of a passage names."""
    rarest = max(map(sources.snapshot.idf, own), default=0.0) or 1.0
    shares = []
    for sentence, near in zip(passage.chunk.sentences, passage.sentences, strict=False):
        text = text_of(sentence, passage.chunk)
        words = sum(sources.snapshot.idf(term) for term in own & {*terms(text)}) / rarest
        share = words + len(fields & fields_in(text))
        comes = COMES if CHANGERS in told_of(text) else 0.0
        shares.append(share + comes + near if share >= NAMED else 0.0)
    return shares


def _led(passage: Passage, naming: Sequence[float], score: float) -> Passage:
    """A passage with the sentences nearer that name the background."""
    nearer = [one + GAIN * share for one, share in zip(passage.sentences, naming, strict=False)]
    return replace(passage, score=max(score, passage.score), sentences=tuple(nearer))
