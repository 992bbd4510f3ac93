"""Two tiny guides, built by hand, and an assistant that answers from a script."""

import hashlib

from assistant.answer import Answer, AnswerStatus, Citation
from assistant.guides.model import Block, BlockKind, Guide, Section, SectionKind, Span
from evals.cases import Case
from evals.places import Atlas


def span_of(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def make_guide(guide_id, paragraphs, pairs=()):
    """A guide of one paragraph a section, the first its introduction, and an FAQ."""
    text, sections = f"# {guide_id}\n\n", []
    for heading, words in paragraphs:
        start = len(text)
        text += f"## {heading}\n{words}\n\n" if heading else f"{words}\n\n"
        where = span_of(text, words)
        block = Block(BlockKind.PARAGRAPH, where.start, where.end)
        path = (heading,) if heading else ()
        kind = SectionKind.OTHER if heading else SectionKind.INTRODUCTION
        sections.append(Section(path, heading.lower(), kind, None, start, len(text), (block,)))
    start, blocks = len(text), []
    text += "## FAQ\n"
    for question, reply in pairs:
        text += f"{question}\n{reply}\n\n"
        asked, said = span_of(text, question), span_of(text, reply)
        blocks.append(Block(BlockKind.FAQ, asked.start, said.end, question=asked, answer=said))
    faq = Section(("FAQ",), "faq", SectionKind.FAQ, None, start, len(text), tuple(blocks))
    return Guide(
        id=guide_id,
        title=guide_id.title(),
        role=guide_id,
        summary="",
        source=f"{guide_id}.md",
        source_text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        format="markdown",
        sections=(*sections, faq),
    )


BAKER = make_guide(
    "baker",
    [
        ("", "A baker makes bread before dawn."),
        ("Salary", "A junior baker earns £24,000 to £28,000 in London, NHS Band 3."),
        ("Training", "Bakers follow BRCGS and keep a record. They taste each batch."),
    ],
    [
        ("Do bakers work nights?", "Yes, most shifts start at 3am. Weekends rotate."),
        ("Do bakers need a degree?", "No degree is needed; a certificate helps."),
    ],
)
MILLER = make_guide(
    "miller",
    [
        ("", "A miller grinds grain into flour."),
        ("Salary", "A junior miller earns £30,000 to £33,000 in London, NHS Band 5."),
    ],
    [("Do millers work nights?", "Rarely; a mill runs by day.")],
)


ATLAS = Atlas.of([BAKER, MILLER])


def cite(guide, words, number=1, section=()):
    where = span_of(guide.source_text, words)
    return Citation(
        number, guide.title, guide.id, section, words, guide.source, where.start, where.end, ""
    )


def answer(text, *citations, status=AnswerStatus.ANSWERED, **more):
    return Answer("a question", status, text, citations, **more)


def make_case(**more):
    fields = {
        "id": "c",
        "turns": ("what does a junior baker earn?",),
        "answerable": "yes",
        "kind": "pay",
        "gold": [{"guide": "baker", "section": ["Salary"], "grade": 2}],
        "nuggets": [{"text": "the range", "vital": True, "accept": ["£24,000"]}],
        "numbers": ["£28,000"],
        "forbidden": ["£30,000"],
        "roles": ["baker"],
        "split": "dev",
    }
    return Case.model_validate({**fields, **more})
