"""Rows of pay by the hour or the day, where a guide gives none by the year or these are asked for.

They are shown as they stand, each sum with the name of its column: what it is by is said there, or
in a sentence that is shown with them.
"""

import re
from collections.abc import Sequence

from assistant.answering.columns import head_quotes, heads_of, named
from assistant.answering.lists import block_claim
from assistant.answering.pay import PayRow, pay_rows
from assistant.answering.quoting import opening_of
from assistant.answering.row_ranges import headed
from assistant.citations import Claim, Layout, quote_in
from assistant.guides.model import Block, Guide, SectionKind
from assistant.guides.pay.pay_cells import plain
from assistant.guides.pay.rates import Rate, rates_of
from assistant.understanding.levels import Ladder, resolve_level
from assistant.understanding.places.regions import named_in
from assistant.understanding.query import Form, Query
from assistant.understanding.topics import pay_residue
from assistant.words import terms

#: What is asked for by the year is no hourly pay: where the guide gives it, it does so in words.
_YEARLY = re.compile(r"\b(?:(?:a|per|each) year|yearly|annual\w*|per annum|p\.?a)\b", re.I)
#: What a question about pay may say beside that which tells rows apart.
_FRAME = frozenset(
    terms(
        """hour hourly day daily shift session week month rate first-year second-year third-year
        fourth-year charge quote bill"""
    )
)


#: Pay by a shorter time than a year, in a question and in a column's name.
_RATES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\bhourly\b|\b(?:an|per|by the|each|/)\s?(?:hour|hr)\b|/\s?(?:hour|hr)\b",
        r"\bdaily (?:rate|pay)\b|\bday rates?\b|\b(?:a|per|by the|each)\s(?:day|shift)\b(?! off)",
    )
)
_MUCH = re.compile(
    r"\bhow much\b|\brates?\b|\bwhat (?:do|does|would|will|can|could|might|should)\b[^.?!]{0,60}"
    r"\b(?:get|make|charge)\b[^.?!]{0,20}\b(?:an?|per|each) (?:hour|day|shift)\b",
    re.I,
)


def asks_how_much(query: Query) -> bool:
    """Whether a question says that it asks for a sum, of pay or not."""
    return _MUCH.search(query.asked) is not None


def _asks_rate(query: Query) -> bool:
    """Whether a question asks what something pays, so that "an hour" is what it is paid by."""
    return SectionKind.SALARY in query.topics or asks_how_much(query)


def rate_asked(query: Query, guide: Guide) -> re.Pattern[str] | None:
    """What names pay by the hour or day, where that is asked for and a guide's table has it."""
    if not _asks_rate(query):
        return None
    asked = [rate for rate in _RATES if rate.search(query.asked)]
    heads = {head for row in pay_rows(guide) for head in row.block.columns} if asked else set()
    return next((r for r in asked if any(r.search(f"{head} rate") for head in heads)), None)


def rate_claims(guide: Guide, query: Query, ladder: Ladder) -> list[Claim]:
    """The rows that say what is paid by the hour or day; [] where a question wants none of them."""
    rates = _wanted(guide, query, ladder) if not query.amounts else ()
    if not rates or not _tell_of(rates, guide, query):
        return []
    shown = _named(rates, guide, query, ladder)
    claims = [_row_claim(guide, rate) for rate in shown]
    said = next((rate for rate in shown if rate.said), None)
    ends = [_sentence(guide, said)] if said else []
    return [*opening_of(claims, guide), *claims, *ends]


def rates_beside(shown: Sequence[PayRow], query: Query, guide: Guide) -> list[Claim]:
    """The rows by the hour or day in the tables and lists of a guide's yearly pay, if all is shown.

    What a list gives for half of its levels is not all that it says of pay.
    """
    if query.level_words or query.places or len(shown) < len(pay_rows(guide)):
        return []
    groups = {(row.section.anchor, row.block.group) for row in shown}
    return [
        _row_claim(guide, rate)
        for rate in rates_of(guide)
        if (rate.section.anchor, rate.block.group) in groups
    ]


def _wanted(guide: Guide, query: Query, ladder: Ladder) -> tuple[Rate, ...]:
    """The rates that are asked for: by their unit, as all the pay there is, or by their own names.

    Of what only they name they are all that is told.
    """
    units = [unit for unit in _RATES if unit.search(query.asked)] if _asks_rate(query) else []
    figure = query.form is Form.FIGURE and SectionKind.SALARY in query.topics
    rates = rates_of(guide) if query.pay_table or figure or units else ()
    if not rates:
        return ()
    if units:
        return tuple(
            rate for rate in rates if any(unit.search(_all(rate, guide)) for unit in units)
        )
    if _YEARLY.search(query.asked):
        return ()
    if not pay_rows(guide):
        return rates
    own = {term for level in ladder.levels for term in terms(level)} | {*terms(guide.role)}
    asked = {*pay_residue(tuple(terms(query.asked)))} - own
    return tuple(rate for rate in rates if asked & {*terms(rate.level)})


def _all(rate: Rate, guide: Guide) -> str:
    """All that says what a rate is by: its row, the names of its columns, a sentence, headings."""
    said = rate.said.of(guide.source_text) if rate.said else ""
    above = (*rate.block.columns, *rate.section.path, rate.label)
    heads = [f"{head} rate" for head in above]
    return " ".join((*heads, rate.block.text(guide.source_text), said))


def _tell_of(rates: Sequence[Rate], guide: Guide, query: Query) -> bool:
    """Whether rows, their columns or headings have all that a question tells itself apart by."""
    told = {term for rate in rates for term in terms(_all(rate, guide))}
    heads = [head for rate in rates for head in (rate.level, *rate.block.columns)]
    placed = all(named_in(place, heads) for place in query.places)
    return placed and {*pay_residue(query.content)} - _FRAME <= told


def _named(rates: Sequence[Rate], guide: Guide, query: Query, ladder: Ladder) -> Sequence[Rate]:
    """The rows of the levels asked about, or those that begin with other words of the question."""
    levels = resolve_level(query.level_words, ladder)
    at_level = [rate for rate in rates if rate.level in levels]
    if at_level:
        return at_level
    role = {*terms(guide.role)}
    asked = " ".join(word for word in re.findall(r"\w+", query.asked) if not role & {*terms(word)})
    return [rates[at] for at in headed(asked, [rate.level for rate in rates])] or rates


def _row_claim(guide: Guide, rate: Rate) -> Claim:
    section, block = rate.section, rate.block
    if not block.cells:
        return block_claim(guide, section, block)
    text = _row_text(guide, block)
    quote = quote_in(guide, section, block)
    return Claim(text, (quote, *head_quotes(guide, section, block, text)), Layout.ITEM)


def _row_text(guide: Guide, block: Block) -> str:
    """A row with the name of its column before each cell but the first."""
    words = [plain(cell.of(guide.source_text)) for cell in block.cells]
    heads = [*heads_of(guide, block), *[""] * len(words)]
    said = [named(head, cell) for head, cell in zip(heads[1:], words[1:], strict=False) if cell]
    return f"**{words[0].rstrip('.: ')}**: {'. '.join(said)}".rstrip(".") + "."


def _sentence(guide: Guide, rate: Rate) -> Claim:
    """The sentence that says what the sums are by."""
    assert rate.said is not None
    quote = quote_in(guide, rate.section, rate.said)
    return Claim(" ".join(rate.said.of(guide.source_text).split()), (quote,), Layout.PARAGRAPH)
