"""Outline -> the Sections of a Guide: paths, anchors, kinds, and the blocks in them."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.guides.blocks import read_blocks
from assistant.guides.empty_heads import without_empty
from assistant.guides.faq import asks_and_answers, ends_asking, has_labels
from assistant.guides.faq_parts import lines_apart, run_ons_apart
from assistant.guides.jobs.role import slug
from assistant.guides.kinds import kind_of_content
from assistant.guides.levels import with_levels
from assistant.guides.model import BlockKind, Finding, Section, SectionKind, Span
from assistant.guides.nesting import Node, nest
from assistant.guides.outline import Outline
from assistant.guides.plan import by_plan
from assistant.guides.tables.stacked_tables import with_tiles


def assemble(
    text: str, outline: Outline, hidden: Sequence[Span]
) -> tuple[tuple[Section, ...], tuple[Finding, ...]]:
    """The sections of a guide in order, and what an editor should know about them.

    Args:
        text: the text that offsets count in, hidden characters replaced by spaces.
        outline: the page as a reader found it.
        hidden: where hidden text stands; no block reaches across it.
    """
    elements = with_levels(text, with_tiles(text, outline.elements))
    outline = replace(outline, elements=tuple(elements))
    nodes, findings = without_empty(text, nest(text, outline))
    sections = by_plan(text, [_section(text, node, hidden) for node in nodes])
    return tuple(_anchored(sections)), (*findings, *_repeated(sections))


def _section(text: str, node: Node, hidden: Sequence[Span]) -> Section:
    unsaid = node.kind is SectionKind.OTHER
    elements = lines_apart(text, node.elements)
    asks = node.asks or has_labels(text, elements)
    asks = asks or (unsaid and asks_and_answers(text, elements))
    asks = asks or (node.heading is None and ends_asking(text, elements))
    elements = run_ons_apart(text, elements) if asks else elements
    blocks = read_blocks(text, elements, node.kind, hidden, asks=asks, headings=node.path)
    shown = kind_of_content(blocks)
    heading = node.heading.span if node.heading else None
    # A page of nothing but questions and answers has no introduction.
    paired = shown is SectionKind.FAQ and all(block.kind is BlockKind.FAQ for block in blocks)
    unsaid = unsaid or (heading is None and paired)
    kind = shown if unsaid or shown is SectionKind.SALARY else node.kind
    start = heading.start if heading else blocks[0].start if blocks else 0
    end = blocks[-1].end if blocks else heading.end if heading else start
    return Section(node.path, "", kind, heading, start, end, blocks)


def _anchored(sections: Sequence[Section]) -> list[Section]:
    """The sections, each with a link fragment of its own."""
    taken: dict[str, int] = {}
    anchored: list[Section] = []
    for section in sections:
        base = (slug(section.path[-1]) if section.path else "introduction") or "section"
        anchor = base
        while anchor in taken:
            taken[base] += 1
            anchor = f"{base}-{taken[base]}"
        taken[anchor] = 1
        anchored.append(replace(section, anchor=anchor))
    return anchored


def _repeated(sections: Sequence[Section]) -> list[Finding]:
    seen: set[tuple[str, ...]] = set()
    findings: list[Finding] = []
    for section in sections:
        if section.path in seen:
            heading = " > ".join(section.path)
            message = (
                f'The heading "{heading}" occurs more than once; each keeps a link of its own.'
            )
            findings.append(Finding("repeated_heading", message))
        seen.add(section.path)
    return findings
