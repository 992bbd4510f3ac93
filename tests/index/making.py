"""Guides made by hand, with right offsets, for the tests of chunks and of the index."""

import hashlib

from assistant.guides.jobs.role import slug
from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind, Span


class GuideMaker:
    """Grows a guide's source text and its sections together."""

    def __init__(self, role="Data Steward", source="data-steward.md"):
        self.role = role
        self.source = source
        self.text = f"# {role}\n\n"
        self.sections = []
        self._group = 0
        self._begin((), SectionKind.INTRODUCTION)

    def _begin(self, path, kind):
        self._section = (path, kind, [])
        self.sections.append(self._section)

    def _write(self, words, after="\n\n"):
        start = len(self.text)
        self.text += words + after
        return Span(start, start + len(words))

    def _block(self, block):
        self._section[2].append(block)
        return self

    def heading(self, *path, kind=SectionKind.OTHER):
        self._begin(path, kind)
        self._write(f"{'#' * (len(path) + 1)} {path[-1]}")
        return self

    def paragraph(self, words):
        span = self._write(words)
        self.last = span
        return self._block(Block(BlockKind.PARAGRAPH, span.start, span.end))

    def items(self, *words, lead_in=None):
        self._group += 1
        for said in words:
            self.text += "- "
            span = self._write(said, "\n")
            self._block(
                Block(BlockKind.LIST_ITEM, span.start, span.end, group=self._group, lead_in=lead_in)
            )
        self.text += "\n"
        return self

    def rows(self, columns, *rows):
        self._group += 1
        self.text += f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n"
        for row in rows:
            self.text += "| "
            cells = tuple(self._write(cell, " | ") for cell in row)
            self.text += "\n"
            self._block(
                Block(
                    BlockKind.TABLE_ROW,
                    cells[0].start,
                    cells[-1].end,
                    group=self._group,
                    columns=tuple(columns),
                    cells=cells,
                )
            )
        return self

    def pair(self, question, answer):
        asked = self._write(question, "\n")
        said = self._write(answer)
        return self._block(Block(BlockKind.FAQ, asked.start, said.end, question=asked, answer=said))

    def done(self):
        sections = tuple(
            Section(path, slug(path[-1]) if path else "introduction", kind, None, 0, 0, tuple(own))
            for path, kind, own in self.sections
        )
        return Guide(
            id=slug(self.role),
            title=self.role,
            role=self.role,
            summary="",
            source=self.source,
            source_text=self.text,
            digest=hashlib.sha256(self.text.encode()).hexdigest(),
            format="markdown",
            sections=sections,
        )


def small_guide(role="Data Steward", extra=""):
    """A guide with one of everything."""
    maker = GuideMaker(role, f"{slug(role)}.md")
    maker.paragraph(f"A {role} keeps records in order. Trusts ask for one more often.{extra}")
    maker.heading("Core responsibilities", kind=SectionKind.RESPONSIBILITIES)
    maker.paragraph("The week holds three duties:")
    maker.items(
        "Check each feed.", "Name an owner for each field.", "Answer audits.", lead_in=maker.last
    )
    maker.heading("Salary", kind=SectionKind.SALARY)
    maker.rows(
        ("Level", "Pay", "Why"),
        ("Junior", "£28,000 to £33,000", "Learns the feeds"),
        ("Senior", "£45,000 to £60,000", "Carries the on-call rota"),
    )
    maker.heading("FAQ", kind=SectionKind.FAQ)
    maker.pair("Is on-call common?", "It is rare. Some trusts ask for it once a month.")
    maker.pair("Do I need a degree?", "No. Employers ask for care with detail.")
    return maker.done()
