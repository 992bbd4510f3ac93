"""What every Guide promises about its offsets, as one check for the tests of this room."""

import re

from assistant.guides import BlockKind, Guide
from assistant.guides.hidden import hidden_spans, mask

_WORD = re.compile(r"[^\W_]+")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|^[ \t>]*(?:```|~~~)[^\n]*$", re.MULTILINE)
_NUMBERS = re.compile(
    r"^[\s>]*(?:(?:[-*+>o]|\(?(?:\d{1,9}|[a-zA-Z]|[ivx]{1,4})[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+)+|^[\s>]*\d{1,9}[.)]\s*$"
    r"|^\|\s*\d{1,3}\s*\|[\s|]*$",  # the numbers of a table's rows, as those of a list's items
    re.MULTILINE,
)
_LABELS = re.compile(r"^[*_]*(?:Q|A)[*_]*\s?[:.][*_]*(?=\s)", re.MULTILINE)


def check(guide: Guide, body_at: int = 0) -> None:
    """Offsets are exact and in order, nothing hidden is shown, and no word of the body is lost."""
    text = guide.source_text
    hidden, _ = hidden_spans(text)
    covered: set[int] = set()
    previous = 0
    assert len({section.anchor for section in guide.sections}) == len(guide.sections)
    named = " ".join(found.message for found in guide.findings if found.code == "empty_heading")
    paths = [*(section.path for section in guide.sections), ()]
    for section, following in zip(guide.sections, paths[1:], strict=True):
        if section.heading:
            below = following[: len(section.path)] == section.path != following
            assert section.blocks or below, f"{section.path} heads nothing"
            assert previous <= section.heading.start < section.heading.end
            previous = section.heading.end
            covered.update(range(section.heading.start, section.heading.end))
        for block in section.blocks:
            words = block.text(text)
            assert previous <= block.start < block.end <= len(text)
            assert words == words.strip()
            assert not any(span.start < block.end and span.end > block.start for span in hidden)
            for span in (*block.cells, block.question, block.answer):
                assert span is None or block.start <= span.start <= span.end <= block.end
            for band in block.bands:
                assert block.start <= band.span.start < band.span.end <= block.end
            if block.kind is BlockKind.FAQ:
                assert block.question
                assert block.answer
                assert block.question.end <= block.answer.start
            previous = block.end
            covered.update(range(block.start, block.end))
    lost = "".join(
        " " if place in covered or place < body_at else letter
        for place, letter in enumerate(mask(text, hidden))
    )
    lost = "\n".join(lost.splitlines())
    for pattern in (_MARKUP, _NUMBERS, _LABELS):
        lost = pattern.sub(" ", lost)
    columns = [name for s in guide.sections for b in s.blocks for name in b.columns]
    kept = _WORD.findall(" ".join([guide.title, guide.summary, named, *columns]))
    missing = set(_WORD.findall(lost)) - set(kept)
    assert not missing, f"{missing} lost from {text}"
