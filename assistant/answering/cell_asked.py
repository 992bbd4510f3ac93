"""The row of a table that a question names together with one of its columns of money.

"What is a glazier's London rate?" is answered by that cell, whether or not it is yearly pay.
"""

from collections.abc import Sequence

from assistant.answering.columns import columns_asked, head_quotes, heads_of, named
from assistant.answering.pay import pay_rows
from assistant.answering.pay_rates import asks_how_much
from assistant.answering.quoting import opening_of
from assistant.citations import Claim, Layout, quote_in
from assistant.guides.model import Block, Guide, Section, SectionKind
from assistant.guides.once import once_a_guide
from assistant.guides.pay.pay_cells import plain
from assistant.understanding.query import Form, Query
from assistant.understanding.roles.title_variants import without_brackets
from assistant.understanding.topics import pay_residue
from assistant.words import terms

_NOT_ASKED = (Form.HOW_TO, Form.WHY, Form.YES_NO, Form.COMPARISON)
#: Terms for what is paid on top, which one column has and questions call by the others.
_ON_TOP = frozenset(terms("weighting supplement allowance uplift"))
#: What is paid by, which only the text beside a table without yearly pay may say.
_TIMES = frozenset(terms("hour hourly day daily shift session"))


def names_pay_column(query: Query, guide: Guide) -> bool:
    """Whether a question names a column of the guide's pay table and nothing that is not in it."""
    return any(_is_all(query, guide, row.block, row.level) for row in pay_rows(guide))


def cell_claims(query: Query, guide: Guide) -> list[Claim]:
    """The row without yearly pay that a question names with one of its columns; [] if none."""
    asked = {*terms(query.asked)}
    found = [
        (len(name), section, block)
        for section, block, name in _rows(guide)
        if name and name <= asked and _is_all(query, guide, block, " ".join(name))
    ]
    most = max((length for length, _, _ in found), default=0)
    claims = [_said(query, guide, section, row) for length, section, row in found if length == most]
    return [*opening_of(claims, guide), *claims] if len(claims) == 1 else []


@once_a_guide
def _rows(guide: Guide) -> Sequence[tuple[Section, Block, frozenset[str]]]:
    """The rows that hold no yearly pay, each with the terms by which it is called."""
    return tuple(
        (section, block, frozenset(terms(_name(guide, block))))
        for section in guide.sections
        for block in section.blocks
        if block.cells and not block.bands
    )


def _name(guide: Guide, row: Block) -> str:
    return without_brackets(row.cells[0].of(guide.source_text)).split(",")[0]


def _is_all(query: Query, guide: Guide, block: Block, name: str) -> bool:
    """Whether a question asks for a cell by its row and column and says no more than these."""
    at = columns_asked(query.asked, guide, block) if _asks_for_one(query) else ()
    if not at:
        return False
    heads = heads_of(guide, block)
    said = {*terms(" ".join((name, *(heads[n] for n in at))))}
    if said & _ON_TOP:
        said |= _ON_TOP
    return {*pay_residue(query.content)} <= (said if block.bands else said | _TIMES)


def _asks_for_one(query: Query) -> bool:
    """Whether a sum may be asked for: by words for pay, or by those of a column alone."""
    if query.form in _NOT_ASKED:
        return False
    of_column = {*pay_residue(query.content)} - _TIMES
    return SectionKind.SALARY in query.topics or asks_how_much(query) or bool(of_column)


def _said(query: Query, guide: Guide, section: Section, block: Block) -> Claim:
    """A row with what is asked for first, each cell behind the name of its column."""
    heads, at = heads_of(guide, block), columns_asked(query.asked, guide, block)
    first, *rest = [plain(cell.of(guide.source_text)) for cell in block.cells]
    cells = [(n, named(heads[n], said)) for n, said in enumerate(rest, 1) if said]
    cells.sort(key=lambda cell: cell[0] not in at)
    text = f"**{first}**: {'. '.join(said.rstrip('.') for _, said in cells)}."
    return Claim(
        text,
        (quote_in(guide, section, block), *head_quotes(guide, section, block, text)),
        Layout.ITEM,
    )
