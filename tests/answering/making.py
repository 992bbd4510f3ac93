"""Guides with a pay table, made by hand: every range stands where its band says."""

import hashlib
from collections import defaultdict

from assistant.guides.model import Band, Block, BlockKind, Guide, Section, SectionKind, Span

CAVEAT = "These figures are estimates, and a real offer depends on the employer."


class PayGuide:
    """A guide whose pay table has these rows.

    Args:
        rows: (level, region, low, high) in thousands of pounds, or with a note as a fifth; low or
            high may be None. Rows of one level stand together, a region to a range.
        role: the role that the guide is about.
    """

    def __init__(self, *rows, role="Data Steward"):
        self.text = f"# {role}\n\n## Salary\n\n{CAVEAT}\n\n| Level | Pay | Why |\n|---|---|---|\n"
        start = self.text.index(CAVEAT)
        blocks = [Block(BlockKind.PARAGRAPH, start, start + len(CAVEAT))]
        levels = defaultdict(list)
        for level, *rest in rows:
            levels[level].append(rest)
        blocks += [self._row(level, ranges) for level, ranges in levels.items()]
        section = Section(
            ("Salary",), "salary", SectionKind.SALARY, None, 0, len(self.text), tuple(blocks)
        )
        self.guide = Guide(
            id=role.casefold().replace(" ", "-"),
            title=role,
            role=role,
            summary="",
            source="made.md",
            source_text=self.text,
            digest=hashlib.sha256(self.text.encode()).hexdigest(),
            format="markdown",
            sections=(section,),
        )

    def _write(self, words):
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def _row(self, level, ranges):
        self.text += "| "
        first = self._write(level)
        self.text += " | "
        pay = len(self.text)
        bands = []
        note = ""
        for place, (region, low, high, *more) in enumerate(ranges):
            self.text += ". " if place else ""
            self.text += f"{region}: " if region else ""
            span = self._write(_written(low, high))
            note = more[0] if more else note
            bands.append((region, low, high, span))
        cell = Span(pay, len(self.text))
        self.text += " | "
        last = self._write(note)
        self.text += " |\n"
        return Block(
            BlockKind.TABLE_ROW,
            first.start,
            last.end if note else cell.end,
            group=1,
            columns=("Level", "Pay", "Why"),
            cells=(first, cell, last),
            bands=tuple(
                Band(level, region, _pounds(low), _pounds(high), "GBP", note, span)
                for region, low, high, span in bands
            ),
        )


def _pounds(thousands):
    return None if thousands is None else thousands * 1000


def _written(low, high):
    if low is None:
        return f"up to £{high},000"
    return f"from £{low},000" if high is None else f"£{low},000 to £{high},000"
