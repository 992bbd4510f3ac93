"""Words and the turns before them -> what is asked: a manner, or one Query a question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.guides.model import SectionKind
from assistant.understanding.by_order import of_the_one_meant
from assistant.understanding.compared import roles_in
from assistant.understanding.employers import compares_employers, employer_of
from assistant.understanding.follow_ups.ellipsis import LEANING_TERMS, only_the_role
from assistant.understanding.follow_ups.follow_ups import asked_again, carry
from assistant.understanding.held_band import without_held_band
from assistant.understanding.leads import lead_of_background, with_lead
from assistant.understanding.leaning import leans
from assistant.understanding.lexicon import Lexicon, years_in
from assistant.understanding.manners import Manner, manner_of
from assistant.understanding.messages.asking import without_opening, without_request
from assistant.understanding.messages.messages import read_message
from assistant.understanding.messages.parting import asked_clause
from assistant.understanding.messages.pleasantries import without_asides, without_thanks
from assistant.understanding.messages.quoted_mail import own_words
from assistant.understanding.messages.reactions import without_reaction
from assistant.understanding.money import find_amounts, find_bands
from assistant.understanding.newcomers import once_trained
from assistant.understanding.pay_idioms import pay_in_plain_words
from assistant.understanding.places.places import find_places
from assistant.understanding.plain_levels import plain_levels
from assistant.understanding.pointing import pointed_at_alone, settled_by
from assistant.understanding.query import Form, Query, Reply
from assistant.understanding.remainder import residue_of, without_role_terms, without_roles
from assistant.understanding.roles.roles import guide_ids_of
from assistant.understanding.roles.things_of_role import without_things
from assistant.understanding.roles_asked import roles_asked
from assistant.understanding.spelling import corrected, one_space
from assistant.understanding.spoken_beside import of_another
from assistant.understanding.stance import Stance
from assistant.understanding.story import (
    Story,
    levels_meant,
    without_places_and_levels,
)
from assistant.understanding.sums_in_words import sums_in_figures
from assistant.understanding.sums_weighed import NO_PAY, OFFERED, POINTS
from assistant.understanding.things import topics_asked
from assistant.understanding.topics import (
    asks_for_drivers,
    asks_for_figures,
    asks_for_sources,
    asks_for_time_or_place,
    asks_of_pay_alone,
    compares_pay,
    cue_terms,
    form_of,
    names_pay,
    pay_residue,
    topics_of,
)
from assistant.understanding.whereabouts import bare_places, told_in, without_origins
from assistant.understanding.whole import asks_for_whole
from assistant.words import terms


@dataclass(frozen=True, slots=True)
class Understanding:
    """A message, read: either a manner (a greeting, an attempt to steer) or the questions in it.

    ``said`` are the person's own words, those of questions and those around them, without places
    and words for a level: any job has those.
    """

    manner: Manner | None
    queries: tuple[Query, ...] = ()
    said: str = ""


def understand(
    turns: Sequence[str], lexicon: Lexicon, replies: Sequence[Reply] = ()
) -> Understanding:
    """Read the last of a conversation's messages in the light of those before it.

    Args:
        turns: the person's messages, oldest first; at least one.
        lexicon: names, levels and regions of the ingested guides.
        replies: what the answer to each earlier message was made of: what follows is about that
            role too, though nobody named it.
    """
    history: list[Query] = []
    before: list[Query] = []
    understanding = Understanding(None)
    which = False
    for turn, reply in zip_longest(turns, replies, fillvalue=None):
        understanding = _read(str(turn), history, before, lexicon, asked_which=which)
        before = _replied(understanding.queries, reply or Reply())
        which = bool(reply and reply.asks_role)
        history.extend(before)
    told = frozenset().union(*(reply.told for reply in replies))
    # Which role is meant is asked once: who goes on without saying it asks about any.
    any_role = any(reply.asks_role for reply in replies)
    queries = tuple(
        replace(query, told=told, any_role=any_role and not query.unknown_roles)
        for query in understanding.queries
    )
    return replace(understanding, queries=queries)


def _replied(queries: Sequence[Query], reply: Reply) -> list[Query]:
    """A message's questions in the light of their answer."""
    settled = [settled_by(query, reply.roles) for query in queries]
    if len(settled) == 1 and reply.pay:
        return [replace(settled[0], pay_table=True)]
    return settled


def _read(
    text: str,
    history: Sequence[Query],
    before: Sequence[Query],
    lexicon: Lexicon,
    *,
    asked_which: bool,
) -> Understanding:
    """A message after others; ``asked_which``: the last of them was asked which role it meant."""
    text = corrected(one_space(text), lexicon.vocabulary)
    text = without_asides(pay_in_plain_words(sums_in_figures(text)))
    text = without_reaction(text) if history else text
    own = own_words(text)
    mentions = roles_in(without_thanks(own), lexicon)
    known = any(mention.guide_ids for mention in mentions)
    of_role = any(query.roles for query in history)
    # What is quoted may try to steer; what is polite above is so whatever is quoted below.
    for said in dict.fromkeys((text, own)):
        manner = manner_of(said, has_topic=bool(known or topics_of(said)), of_role=of_role)
        if manner is not None:
            return Understanding(manner)
    message = read_message(text)
    story = Story.of(message, lexicon)
    queries: list[Query] = []
    for said, lead in zip(message.questions, message.leads, strict=True):
        question = without_held_band(without_opening(said))
        spoken_of = [*history, *queries][-1].roles if history or queries else ()
        raw = _read_question(question, story, lexicon, spoken_of)
        lead = lead_of_background(raw.bare, lead, message.story)
        raw = _asked_after(raw, lead, [*history, *queries], lexicon)
        if known and len(message.questions) > 1 and not guide_ids_of(roles_in(question, lexicon)):
            raw = of_another(raw, lexicon)
        raw = of_the_one_meant(raw, own, queries, lexicon)
        raw = only_the_role(raw) if asked_which else raw
        if len(message.questions) == 1 and (again := asked_again(raw, before, lexicon)):
            queries = again
            break
        query = carry(raw, [*history, *queries], lexicon)
        if queries and not leans(question):
            # What one message asks beside another thing is a question of its own.
            carried = tuple(what for what in query.carried if what != "context")
            query = replace(query, carried=carried)
        bare = queries[-1].bare if queries else ""
        if bare and len(query.content) <= LEANING_TERMS and query.context in ("", bare):
            query = replace(query, context=_said_before(queries[-1]))
        queries.append(query)
    return Understanding(
        None, tuple(_of_one_role(queries)), without_places_and_levels(own, lexicon)
    )


def _asked_after(raw: Query, lead: str, history: Sequence[Query], lexicon: Lexicon) -> Query:
    """The question with what was told right before it, or of the role that was pointed at there."""
    pointed = pointed_at_alone(lead, history, lexicon)
    if pointed and not (raw.roles or raw.unknown_roles):
        return replace(raw, roles=(pointed,), carried=("role",))
    return with_lead(raw, lead, lexicon, first=not history)


def _said_before(query: Query) -> str:
    """What a question that leans on this one is read together with: what it leans on as well."""
    return f"{query.context} {query.bare}" if leans(query.asked) else query.bare


def _of_one_role(queries: Sequence[Query]) -> list[Query]:
    """The questions of a message, of the one role that any of them names if others name none."""
    roles = {query.roles for query in queries if query.roles}
    unknown = any(query.unknown_roles for query in queries)
    one = next(iter(roles)) if len(roles) == 1 and not unknown else ()
    return [query.settled(one) for query in queries]


def _read_question(
    question: str, story: Story, lexicon: Lexicon, spoken_of: tuple[str, ...] = ()
) -> Query:
    mentions = without_things(roles_in(question, lexicon), spoken_of, lexicon)
    wanted = [mention for mention in mentions if mention.stance is not Stance.HELD]
    plain = without_roles(question, wanted, lexicon)
    form = form_of(plain)
    roles, unknown = roles_asked(question, mentions, story, form, lexicon)
    places = without_origins(question, find_places(question))
    level_words = levels_meant(question, mentions, lexicon)
    named = [m for m in mentions if m.guide_ids or m.title in unknown]
    residue = without_role_terms(
        residue_of(question, named, places, level_words, lexicon), roles, lexicon
    )
    if not level_words and (names_pay(plain) or asks_for_time_or_place(plain)):
        level_words, by_words = once_trained(question) if names_pay(plain) else ((), "")
        level_words = level_words or plain_levels(question, mentions, lexicon)
        residue = tuple(t for t in residue if t not in terms(" ".join((by_words, *level_words))))
    topics = topics_asked(plain, residue, roles, lexicon)
    places = story.places_meant(question, places)
    settings = lexicon.settings_in(plain, residue, roles)
    # What is told before a question of pay is no part of it.
    own = {*terms(asked_clause(plain))} - {*settings}
    pay_table = asks_for_figures(plain, tuple(term for term in residue if term in own))
    if level_words and (
        (len(roles) > 1 and compares_pay(plain))
        or (form is Form.COMPARISON and not topics and not pay_residue(residue))
        or (form is Form.COMPARISON and len(roles) > 1 and asks_of_pay_alone(plain))
    ):
        pay_table = True
    placed = topics == (SectionKind.SALARY,) or (roles and level_words and not topics)
    if not pay_table and placed:
        places = (*places, *bare_places(question, residue))
        residue = tuple(
            term for term in residue if not any(term in terms(place.name) for place in places)
        )
        pay_table = asks_for_figures(plain, residue)
    if not (settings or level_words) and compares_employers(plain):
        pay_table = False
    narrows = level_words or any(not place.whole or not place.uk for place in places)
    beside = topics or pay_residue(residue) or NO_PAY.search(plain)
    named_alone = narrows and roles and not beside
    if named_alone and form is not Form.YES_NO and not asks_for_time_or_place(plain):
        pay_table = True
    told = SectionKind.SALARY in topics or bool(OFFERED.search(question))
    amounts = find_amounts(question, about_pay=told)
    weighed = POINTS.search(question) or OFFERED.search(question)
    of_sum = story.amounts and not topics and len(residue) <= 1 and POINTS.search(question)
    if of_sum or (amounts and weighed and not pay_residue(residue)):
        pay_table = True
    if pay_table:
        amounts = amounts or story.amounts
        places = places or story.places
        level_words = level_words or story.levels
    telling = tuple(term for term in residue if term not in cue_terms(plain))
    return Query(
        asked=question,
        text=question,
        bare=without_request(plain),
        roles=roles,
        unknown_roles=unknown,
        level_words=level_words,
        places=places,
        settings=settings,
        topics=topics,
        form=form,
        pay_table=pay_table,
        pay_sources=asks_for_sources(plain),
        pay_drivers=SectionKind.SALARY in topics and asks_for_drivers(plain),
        whole=asks_for_whole(plain, topics, telling),
        telling=telling,
        amounts=amounts,
        years=years_in(question),
        employer=employer_of(question, mentions),
        stands=story.stands,
        home=story.home or told_in(question, places),
        counted=story.counted,
        bands=find_bands(question),
        content=residue,
    )
