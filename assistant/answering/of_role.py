"""One guide -> what it says to a question: rows of pay, a whole list, or what its passages say."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.beside_told import beside_told
from assistant.answering.cell_asked import cell_claims, names_pay_column
from assistant.answering.choice import is_told
from assistant.answering.confidence import confidence, odds, threshold
from assistant.answering.definition import by_another_name, definition_claims
from assistant.answering.headed import headed_of
from assistant.answering.learners_pay import learners_claims
from assistant.answering.lists import unranked, whole_of
from assistant.answering.of_entry import of_entry, of_qualifications
from assistant.answering.of_level import has_duties_of_its_own, level_claims
from assistant.answering.of_sums import asks_for_sums, of_sums
from assistant.answering.own_background import of_own_background
from assistant.answering.parts import RoleAnswer
from assistant.answering.pay import PayAnswer, answer_pay, asks_band, quotes_pay
from assistant.answering.pay_caveats import caveat_claims, is_pay_note
from assistant.answering.pay_extras import extras_beside
from assistant.answering.pay_rates import rate_asked, rate_claims
from assistant.answering.pay_sentences import band_end_claims
from assistant.answering.quoting import opening_of, quoted
from assistant.answering.settings_compared import settings_compared
from assistant.answering.several import list_asked_for
from assistant.answering.signs import signs_of
from assistant.answering.sources import Sources
from assistant.answering.suitable import suitable, with_all_matters
from assistant.answering.with_the_one_before import (
    BY_LETTERS,
    has_the_thing,
    is_beside,
    is_of_its_own,
    keeps_to,
)
from assistant.citations import Claim, quotes_of
from assistant.guides.model import BlockKind, Guide, SectionKind
from assistant.guides.teaser import is_teaser
from assistant.matters import asked_about
from assistant.retrieval import Passage
from assistant.understanding.follow_ups.ellipsis import CLAUSE
from assistant.understanding.guide_words import in_guide_words
from assistant.understanding.levels import Ladder
from assistant.understanding.messages.asking import is_question
from assistant.understanding.money_for_things import moves_pay
from assistant.understanding.qualifications import asks_for_qualifications
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import asks_of_pay_alone
from assistant.understanding.what_it_is import (
    asks_how_they_differ,
    asks_what_it_does,
    asks_what_it_is,
)
from assistant.words import terms

#: A question that leans on the one before is read together with it if it is at least this sure by
#: itself to be one for the guides: "is that common?" is, "will it rain?" is not.
LEANING = 0.2
#: How many times the odds of a question that may lean must be, by itself, of those with the one
#: before: "what would they test me on?" is 20 times as sure without it.
SURER = 3.0
#: What a section may tell in paragraphs that each begin with a name, instead of a list.
_NAMED_THERE = (SectionKind.SKILLS, SectionKind.RESPONSIBILITIES)
#: What every guide can be asked of those who come from elsewhere.
_WAYS_IN = "ways into the role from another background"


def answer_role(query: Query, guide_id: str, sources: Sources) -> RoleAnswer:
    """What one guide says to a question."""
    guide = sources.snapshot.guides[guide_id]
    if query.topics and _other_time(query.years, sources.lexicon.years[guide_id]):
        return RoleAnswer(guide_id, (), 0.0)
    no_band = asks_band(query) and "band" not in guide.source_text.casefold()
    if no_band or (query.employer and query.employer not in guide.source_text):
        return RoleAnswer(guide_id, (), 0.0)
    shaped = _by_form(query, guide, sources)
    if shaped is not None:
        return shaped
    answer = _searched(query, guide, sources)
    named = by_another_name(query, answer.claims, guide)
    if named:
        return replace(answer, claims=tuple(named), certainty=1.0)
    if not _is_replied(answer):
        compared = settings_compared(query, guide_id, sources.snapshot)
        if compared:
            return replace(answer, claims=tuple(compared), certainty=1.0)
    pay = _pay_found(query, answer, guide, sources)
    if pay is not None:
        return RoleAnswer(guide_id, (), answer.certainty, pay)
    extras = extras_beside(answer.claims, query, guide)
    return replace(answer, claims=tuple(extras), certainty=1.0) if extras else answer


def _is_replied(answer: RoleAnswer) -> bool:
    """Whether an FAQ answers that was found first."""
    found = answer.retrieval.kept if answer.claims else ()
    return bool(found) and found[0].chunk.kind is BlockKind.FAQ


def _pay_found(
    query: Query, answer: RoleAnswer, guide: Guide, sources: Sources
) -> PayAnswer | None:
    """The rows of pay that are asked for, where what is found first is one of them.

    The same where nothing is found, but pay at a level is asked for and no more.
    """
    quotes = quotes_of(answer.claims)
    if quotes_pay(quotes[:1], guide):
        fragment = query.level_words and query.places and not CLAUSE.search(query.asked)
        asked = bool(fragment) or _asks_for_sum(query)
    else:
        alone = not quotes and query.level_words and asks_of_pay_alone(query.asked)
        asked = bool(alone) and _asks_for_sum(query)
    return answer_pay(query, guide, sources.lexicon.ladders[guide.id]) if asked else None


def _asks_for_sum(query: Query) -> bool:
    of_pay = query.form is Form.FIGURE and SectionKind.SALARY in query.topics
    return of_pay and not moves_pay(query.bare)


def _searched(query: Query, guide: Guide, sources: Sources) -> RoleAnswer:
    """What the passages say that are nearest to a question, by itself or with the one before."""
    guide_id = guide.id
    query = in_guide_words(query, guide.source_text)
    answer = _from_passages("", query, guide_id, sources)
    if query.lead and not answer.claims:
        asked = query.bare.removeprefix(query.lead).strip()
        without = _from_passages(asked, query, guide_id, sources)
        answer = without if without.claims else answer
    if query.background and not answer.claims:
        answer = _of_ways_in(query, guide_id, sources)
    leans = not answer.claims or "context" in query.carried or _says_no_matter(query)
    if not query.context or not leans or not _may_lean(query, answer, guide_id, sources):
        return answer
    before = in_guide_words(replace(query, bare=query.context), guide.source_text).bare
    joined = _from_passages(
        f"{before} {query.bare}", query, guide_id, sources, answer.retrieval.kept
    )
    if not answer.claims and is_beside(query, joined, sources):
        return answer
    surer = answer.claims and (
        odds(answer.certainty) > odds(joined.certainty) * SURER
        or has_the_thing(query, answer) > has_the_thing(query, joined)
        or is_of_its_own(query, answer, joined)
    )
    kept = "context" in query.carried and keeps_to(query.context, joined, answer, sources)
    return joined if joined.claims and (kept or not surer) else answer


def _of_ways_in(query: Query, guide_id: str, sources: Sources) -> RoleAnswer:
    """What a guide says of the ways in, to somebody of a background that it has no word of."""
    ways = replace(query, bare=_WAYS_IN, content=tuple(terms(_WAYS_IN)), telling=(), lead="")
    return _from_passages("", ways, guide_id, sources)


def _may_lean(query: Query, answer: RoleAnswer, guide_id: str, sources: Sources) -> bool:
    """Whether a question may be for the guide: sure enough by itself, or a thing that it has."""
    telling = {*query.telling}
    named = telling and ("context" in query.carried or BY_LETTERS.search(query.asked))
    known = telling <= sources.snapshot.vocabularies[guide_id]
    return answer.certainty >= LEANING or (bool(named) and known)


def _says_no_matter(query: Query) -> bool:
    """Whether a follow-up is about nothing by itself that jobs are asked about."""
    of_nothing = "role" in query.carried or (not query.subject and is_question(query.bare))
    return of_nothing and not query.topics and not asked_about(query.asked)


def _by_form(query: Query, guide: Guide, sources: Sources) -> RoleAnswer | None:
    """What needs no search: a row beside one told, what is said of pay, its rows, a whole list."""
    ladder = sources.lexicon.ladders[guide.id]
    said = (
        beside_told(query, guide)
        or (query.pay_sources and caveat_claims(guide, sources=True))
        or band_end_claims(guide, query)
        or learners_claims(guide, query, ladder)
        or (not rate_asked(query, guide) and rate_claims(guide, query, ladder))
    )
    if said:
        return RoleAnswer(guide.id, tuple(said), 1.0)
    placed = query.places and "place" not in query.carried
    row = query.level_words and not placed and "topic" not in query.carried
    by_column = rate_asked(query, guide) or names_pay_column(query, guide)
    if query.pay_table or (query.pay_drivers and row) or by_column:
        pay = answer_pay(query, guide, ladder)
        if pay is not None:
            return RoleAnswer(guide.id, (), 1.0, pay)
    cell = cell_claims(query, guide)
    if cell:
        return RoleAnswer(guide.id, tuple(cell), 1.0)
    return _at_level(query, guide, ladder)


def _at_level(query: Query, guide: Guide, ladder: Ladder) -> RoleAnswer | None:
    """What needs no search, behind what is said of the level whose duties are asked for, if any."""
    general = _by_kind(query, guide)
    of_level = level_claims(query, guide, ladder)
    if not of_level:
        return general
    more = () if general is None or has_duties_of_its_own(query, ladder) else general.claims
    rows = (*opening_of(of_level, guide), *of_level)
    return RoleAnswer(guide.id, (*rows, *more), 1.0)


def _by_kind(query: Query, guide: Guide) -> RoleAnswer | None:
    """What needs no search: what the role is, the whole list of a kind of section."""
    what = asks_what_it_is(query) or asks_what_it_does(query, in_short=True)
    what = what or asks_how_they_differ(query)
    defined = definition_claims(guide) if what else []
    if defined:
        return RoleAnswer(guide.id, tuple(defined), 1.0)
    # A word of the role's own name singles out nothing that it does.
    telling = [*{*query.telling} - {*terms(guide.role)}]
    for kind in _listed(query.topics) if query.whole else ():
        lists = whole_of(guide, kind, telling, query.content)
        if not lists and kind in _NAMED_THERE:
            lists = [*filter(None, [headed_of(guide, kind, unless=telling)])]
        if lists:
            claims = [claim for one in lists for claim in (*opening_of(one, guide), *one)]
            claims += unranked(query, claims, guide)
            return RoleAnswer(guide.id, tuple(claims), 1.0)
    does = definition_claims(guide) if asks_what_it_does(query) else []
    return RoleAnswer(guide.id, tuple(does), 1.0) if does else None


def _listed(topics: Sequence[SectionKind]) -> Sequence[SectionKind]:
    """The kinds of which a list may be wanted: of "different, day to day" not the duties."""
    if SectionKind.DIFFERENCES in topics:
        return [kind for kind in topics if kind is not SectionKind.RESPONSIBILITIES]
    return topics


def _other_time(asked: frozenset[int], named: frozenset[int]) -> bool:
    """Whether all years asked about lie more than one before or after those that a guide names."""
    return bool(asked and named) and (max(asked) < min(named) - 1 or min(asked) > max(named) + 1)


def _from_passages(
    text: str,
    query: Query,
    guide_id: str,
    sources: Sources,
    alone: Sequence[Passage] = (),
) -> RoleAnswer:
    """What the passages nearest to a text say to a question.

    Args:
        text: the question with the one before, or "" for the question by itself.
        query: the question.
        guide_id: the guide asked.
        sources: what answers are made from.
        alone: the passages found for the question by itself, if the text is more: what was quoted
            before is chosen from by the question alone.
    """
    snapshot = sources.snapshot
    asked = sources.asked(query, text)
    found = sources.found_in(guide_id, asked)
    if query.background:
        found = of_entry(found, asked_about(asked.text), snapshot)
    elif asks_for_qualifications(query):
        found = of_qualifications(found, snapshot)
    elif asks_for_sums(query, snapshot.guides[guide_id]):
        found = of_sums(found)
    elif SectionKind.SALARY not in query.topics:
        # How figures are to be read says nothing to who asks about no pay.
        found = replace(found, kept=tuple(one for one in found.kept if not _only_notes(one)))
    signs = signs_of(query, found.kept, asked, snapshot)
    certainty = confidence(signs, asked)
    claims: list[Claim] = []
    if certainty >= threshold(query, found.kept, signs, snapshot):
        guide = snapshot.guides[guide_id]
        kept = [one for one in found.kept if not is_teaser(one.chunk.text, guide)] or found.kept
        kept = [_by_itself(one, query, alone) for one in kept]
        kept = [*of_own_background(query, kept, guide_id, sources)]
        listed = list_asked_for(query, [one.chunk for one in kept], guide)
        claims = [*opening_of(listed, guide), *listed] if listed else []
        chosen = with_all_matters(query, suitable(query, kept), snapshot)
        claims = claims or quoted(chosen, query.text, snapshot.guides, query.told)
    return RoleAnswer(guide_id, tuple(claims), certainty, None, found)


def _only_notes(passage: Passage) -> bool:
    """Whether a passage says how pay figures are to be read, in no word of the question."""
    return not passage.covered and is_pay_note(passage.chunk)


def _by_itself(passage: Passage, query: Query, alone: Sequence[Passage]) -> Passage:
    """A passage with its sentences judged by the question alone, where they were quoted before."""
    own = next((one for one in alone if one.chunk.id == passage.chunk.id), None)
    if own is None or not is_told(passage.chunk.sentences, passage.chunk, query.told):
        return passage
    return replace(passage, sentences=own.sentences, sentences_covered=own.sentences_covered)
