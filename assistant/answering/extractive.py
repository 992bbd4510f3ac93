"""Query -> the claims of its answer, composed of the guides' own sentences, items and rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.answering.columns import heads_of
from assistant.answering.of_role import answer_role
from assistant.answering.offering import not_covered
from assistant.answering.paid_beside import paid_beside
from assistant.answering.paid_more import paid_more
from assistant.answering.parts import PartAnswer, RoleAnswer
from assistant.answering.pay import PayAnswer, asks_band, pay_rows, quotes_pay
from assistant.answering.pay_caveats import caveat_claims
from assistant.answering.pay_claims import pay_claims
from assistant.answering.pay_extras import extras_beside
from assistant.answering.pay_of_employers import employer_claims
from assistant.answering.pay_sentences import band_claims, place_claims, sets_pay
from assistant.answering.sources import Sources, likely_guides
from assistant.answering.vouching import vouched_for
from assistant.answering.wording import listed, say
from assistant.citations import Claim, Layout, quotes_of
from assistant.guides.model import Guide, SectionKind
from assistant.matters import asked_about
from assistant.understanding.lexicon import naming
from assistant.understanding.money import of_other_bands
from assistant.understanding.places.regions import named_in
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import pay_residue
from assistant.words import is_number, terms

#: With this many guides or fewer, a question that names no role is answered for each, side by side.
SIDE_BY_SIDE = 3
#: So many roles are offered, the likeliest first, where it has to be asked which one is meant. Of
#: 126 such questions the role that was meant was among the first four for 106, among six for 119.
CHOICES = 6
#: What only somebody's work has, and no goods.
_OF_PAY = re.compile(r"\b(?:salar|pay|paid|wage|earn|money)", re.I)


def answer_query(query: Query, sources: Sources) -> PartAnswer:
    """Answer one question from the guides that it is about."""
    if query.unknown_roles and not query.roles:
        beside = paid_beside(query, sources.snapshot.guides.values())
        if beside:
            return PartAnswer(query, AnswerStatus.ANSWERED, tuple(beside))
        return _said(query, AnswerStatus.NOT_COVERED, _no_guide(query, sources.lexicon.titles))
    if query.abroad:
        abroad = say("not_covered.abroad", place=query.abroad)
        refused = _said(query, AnswerStatus.NOT_COVERED, abroad)
        if not (_paid_there(query, sources) if query.pay_table else _spoken_of(query, sources)):
            return refused
        part = _of_roles(query, sources)
        return part if any(claim.quotes for claim in part.claims) else refused
    return _of_roles(query, sources)


def _of_roles(query: Query, sources: Sources) -> PartAnswer:
    if SectionKind.SALARY in query.topics and _asks_price(query, sources):
        query = replace(query, pay_table=False, form=Form.EXPLANATION, context="")
    if not query.roles:
        return _without_role(query, sources)
    alone = [answer_role(query, guide_id, sources) for guide_id in query.roles]
    answers = vouched_for(alone, query, sources)
    # Who asks what they could do is told which job it is.
    name_roles = len(answers) > 1 or (query.meant and query.background)
    return _together(query, answers, sources, name_roles=name_roles)


def _spoken_of(query: Query, sources: Sources) -> bool:
    """Whether a guide asked about speaks of the place abroad, or of working in any such.

    As in "sold into Europe", "up to 30 days a year from abroad".
    """
    name = re.compile(
        rf"(?<!\w)(?<!Northern ){re.escape(query.abroad)}\b|\b(?:work\w*|log\w*|access\w*)\b"
        r"[^.?!]{0,40}\b(?:abroad|overseas|outside the UK|another country)\b"
    )
    guides = sources.snapshot.guides
    return any(name.search(guides[one].source_text) for one in query.roles or guides)


def _paid_there(query: Query, sources: Sources) -> bool:
    """Whether a guide asked about gives pay for the place abroad: a column for Dublin."""
    guides = sources.snapshot.guides
    heads = (
        heads_of(guide, row.block)
        for guide in (guides[one] for one in query.roles or guides)
        for row in pay_rows(guide)
    )
    return any(named_in(place, columns) for columns in heads for place in query.places)


def _without_role(query: Query, sources: Sources) -> PartAnswer:
    titles = sources.lexicon.titles
    likely = likely_guides(query, sources)
    answers = tuple(answer_role(query, guide_id, sources) for guide_id in likely)
    hinted = [one for one in answers if one.guide_id == query.hinted and (one.claims or one.pay)]
    if hinted and not query.every_role:
        return _together(query, hinted, sources, name_roles=True)
    if len(titles) <= SIDE_BY_SIDE:
        return _together(query, answers, sources, name_roles=len(titles) > 1)
    good = sorted(
        (answer for answer in answers if answer.claims or answer.pay),
        key=lambda answer: -answer.certainty,
    )
    any_one = query.any_role and not query.pay_table
    if len(good) > 1 and not (query.every_role or any_one):
        choices = tuple(titles[answer.guide_id] for answer in good[:CHOICES])
        return PartAnswer(
            query,
            AnswerStatus.CLARIFY,
            (Claim(say("clarify.role", roles=listed(choices, "or"))),),
            answers,
            choices,
        )
    shown = tuple(_of_the_matter(query, good, sources))
    return _together(query, shown or answers, sources, name_roles=True)


#: A thing whose price is asked, by its noun: "how much is a railcard?".
_HOW_MUCH_IS = re.compile(
    r"\bhow\s+much(?:['’]?s|\s+(?:is|are|for))\s+(?:an?|the|some|your)\s+"
    r"(?P<thing>[^.?!]+?)(?:\s+(?:in|at|near|for)\b[^.?!]*)?\W*$",
    re.I,
)


def _asks_price(query: Query, sources: Sources) -> bool:
    """Whether the price is asked of something that no guide has a word of: a "senior railcard".

    Of a role that was spoken of before, where a thing is named.
    """
    own = {term for term in pay_residue(query.telling) if not is_number(term)}
    words = sources.snapshot.vocabularies
    known = any(not own.isdisjoint(words[one]) for one in query.roles or words)
    strange = bool(own) and not (known or query.amounts or _OF_PAY.search(query.asked))
    thing = _HOW_MUCH_IS.search(query.asked) if strange and query.roles else None
    named = thing and "role" in query.carried and not own.isdisjoint(terms(thing["thing"]))
    return strange and (not query.roles or bool(named))


def _of_the_matter(
    query: Query, good: Sequence[RoleAnswer], sources: Sources
) -> Sequence[RoleAnswer]:
    """The answers of many roles that are shown: all rows of pay, or the few that tell most of it.

    Args:
        query: the question.
        good: the answers, best first.
        sources: what they are made from.
    """
    if query.pay_table:
        return [answer for answer in good if answer.pay]
    matters = asked_about(query.asked)
    told = sources.snapshot.told
    telling = [
        answer
        for answer in good
        if answer.retrieval.kept and matters & told.matters_of(answer.retrieval.kept[0].chunk.id)
    ]
    return (telling or good)[:SIDE_BY_SIDE]


def _together(
    query: Query, answers: Sequence[RoleAnswer], sources: Sources, *, name_roles: bool
) -> PartAnswer:
    guides = sources.snapshot.guides
    answered = [answer for answer in answers if answer.claims or answer.pay]
    if not answered:
        return PartAnswer(
            query,
            AnswerStatus.NOT_COVERED,
            not_covered(query, answers, sources),
            tuple(answers),
        )
    claims: list[Claim] = paid_more(query, [answer.pay for answer in answered if answer.pay])
    elsewhere = 0  # how many only give pay for other places than the one asked about
    for answer in answered:
        guide = guides[answer.guide_id]
        if answer.pay:
            of_place = place_claims(guide, query.places, sources.lexicon.regions[guide.id])
            elsewhere += bool(answer.pay.missing) and not of_place
            claims.extend(_of_pay(query, answer.pay, of_place, heading=name_roles))
            continue
        if name_roles:
            claims.append(Claim(f"**{guide.role}**", layout=Layout.HEADING))
        claims.extend(answer.claims)
        if quotes_pay(quotes_of(answer.claims), guide):
            claims.extend(caveat_claims(guide, sources=False))
    missing = [guides[answer.guide_id].role for answer in answers if answer not in answered]
    status = _ended(len(answered) - elsewhere, elsewhere)
    if query.roles and missing:
        claims.append(
            Claim(say("not_covered.topic", role=listed(missing)), layout=Layout.PARAGRAPH)
        )
        status = AnswerStatus.PARTIAL
    if query.unknown_roles and not _speak_of(claims, query.unknown_roles, guides):
        claims.append(Claim(_no_guide(query, sources.lexicon.titles), layout=Layout.PARAGRAPH))
        status = AnswerStatus.PARTIAL
    return PartAnswer(query, status, tuple(claims), tuple(answers))


def _of_pay(
    query: Query, pay: PayAnswer, of_place: Sequence[Claim], *, heading: bool
) -> list[Claim]:
    """A guide's rows with all that it says beside them, the caveat last.

    Where it says in words what is paid at a place that its table has no region for, that is first,
    and the rows stay out but those of a level that is asked for, or of a region that holds it.
    What it says in words of a sort of employer is before the rows as well.
    """
    apart = not pay.placed and sets_pay(of_place)
    if apart and not pay.region and not query.level_words and not query.bands:
        named = [Claim(f"**{pay.guide.role}**", layout=Layout.HEADING)] if heading else []
        return [*named, *of_place, *caveat_claims(pay.guide, sources=False)]
    claims = pay_claims(pay, query, heading=heading)
    rows = int(heading)
    # What a band pays is said before the rows that span it.
    beside = rows if query.bands and not query.level_words else len(claims)
    _put_in(claims, beside, band_claims(pay.guide, query.bands, which=asks_band(query)))
    _put_in(claims, rows, of_place if apart else employer_claims(pay.guide, query))
    extras = extras_beside(claims, query, pay.guide)
    return [
        *claims,
        *(one for one in extras if not of_other_bands(one.text, query.bands)),
        *([] if apart else of_place),
        *caveat_claims(pay.guide, sources=False),
    ]


def _put_in(claims: list[Claim], place: int, said: Sequence[Claim]) -> None:
    """Put sentences among claims; the rows that then stand below them begin a paragraph."""
    if said and place < len(claims):
        claims[place] = replace(claims[place], layout=Layout.PARAGRAPH)
    claims[place:place] = said


def _ended(answering: int, elsewhere: int) -> AnswerStatus:
    """How a question ends of which some guides' answers are for other places only."""
    if not elsewhere:
        return AnswerStatus.ANSWERED
    return AnswerStatus.PARTIAL if answering else AnswerStatus.NOT_COVERED


def _speak_of(claims: Sequence[Claim], titles: Sequence[str], guides: Mapping[str, Guide]) -> bool:
    """Whether what is quoted speaks of each of some jobs: "a data scientist asks, you fetch"."""
    quotes = quotes_of(claims)
    said = " ".join(quote.of(guides).casefold() for quote in quotes)
    return all(naming(title).search(said) for title in titles)


def _no_guide(query: Query, titles: Mapping[str, str]) -> str:
    return say(
        "not_covered.no_guide", title=listed(query.unknown_roles, "or"), roles=some_roles(titles)
    )


def some_roles(titles: Mapping[str, str]) -> str:
    """The roles that there are guides for, the first few if there are many."""
    names = list(titles.values())
    return listed(names) if len(names) <= 6 else listed([*names[:5], f"{len(names) - 5} more"])


def _said(query: Query, status: AnswerStatus, text: str) -> PartAnswer:
    return PartAnswer(query, status, (Claim(text),))
