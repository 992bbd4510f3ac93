"""Questions in bold on an HTML page: headings, or the first halves of questions with answers."""

import re
from collections.abc import Iterator, Sequence

from assistant.guides.faq import is_question
from assistant.guides.kinds import kind_of_heading
from assistant.guides.model import SectionKind

_HEADING = re.compile(r"#{1,6} (?P<marked>.+)|\*\*(?P<bold>[^*\n]+)\*\*")
_BOLD = re.compile(r"\*\*(?P<words>[^*\n]+)\*\*")


def with_questions(blocks: Sequence[str]) -> Iterator[str]:
    """The blocks of a page, each bold question as a heading, or plain among those with answers.

    It is plain below the heading of an FAQ, below one that says nothing and has several questions,
    and at the top of the page.
    """
    plain = False
    for place, block in enumerate(blocks):
        heading = _HEADING.fullmatch(block)
        words = (heading["marked"] or heading["bold"]) if heading else ""
        if words and not _asks(block):
            plain = _has_pairs(block, words, blocks[place + 1 :])
        bold = _BOLD.fullmatch(block) if _asks(block) else None
        yield block if bold is None else _marked(bold["words"], plain=plain or not place)


def _marked(words: str, *, plain: bool) -> str:
    return words if plain else f"###### {words}"


def _asks(block: str) -> bool:
    bold = _BOLD.fullmatch(block)
    return bold is not None and is_question(bold["words"])


def _has_pairs(heading: str, words: str, below: Sequence[str]) -> bool:
    """Whether questions with answers stand below a heading, up to the next.

    Below the title bold questions are the page's headings.
    """
    kind = kind_of_heading(words)
    if kind is not SectionKind.OTHER or heading.startswith("# "):
        return kind is SectionKind.FAQ
    asked = 0
    for block in below:
        if _HEADING.fullmatch(block) and not _asks(block):
            break
        asked += _asks(block)
    return asked > 1
