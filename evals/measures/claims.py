"""Claims: an answer cut into the statements that its markers vouch for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from evals.text import MARKER, comparable, markers, plain

_MARKED = re.compile(r"(?:\s*\[\d{1,3}\](?!\())+[.,;:]?")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(*]*[A-Z0-9£$€])")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of an answer, markers set aside, and the numbers that it cites (empty: none)."""

    text: str
    numbers: tuple[int, ...]


def claims(markdown: str) -> list[Claim]:
    """The claims of an answer, in order.

    Each sentence is a claim. It cites the markers that end it or, where several sentences run up to
    the next marker of their line, the markers there: whoever writes "A. B. [2]" says that [2] bears
    out both. A table row is one sentence.
    """
    lines = [line for line in markdown.splitlines() if line.strip() and not _HEADING.match(line)]
    found = [claim for line in lines for claim in _of_line(line)]
    return [claim for claim in found if comparable(claim.text)]


def _of_line(line: str) -> Iterator[Claim]:
    at = 0
    for match in _MARKED.finditer(line):
        numbers = tuple(dict.fromkeys(markers(match[0])))
        yield from _of_run(line, line[at : match.start()], numbers)
        at = match.end()
    yield from _of_run(line, line[at:], ())


def _of_run(line: str, run: str, numbers: tuple[int, ...]) -> Iterator[Claim]:
    """The sentences of a run of words; a run of a table row is not cut."""
    pieces = [run] if line.lstrip().startswith("|") else _SENTENCE_END.split(run)
    yield from (Claim(plain(piece).strip(), numbers) for piece in pieces)


def is_framing(claim: Claim) -> bool:
    """Whether an uncited claim only leads in or asks: it ends with a colon or a question mark."""
    return not claim.numbers and claim.text.rstrip("*_ ").endswith((":", "?"))


def statements(answer: Answer) -> list[Claim]:
    """The claims that say something: all but the framing."""
    return [claim for claim in claims(answer.text) if not is_framing(claim)]


def cited(claim: Claim, citations: Sequence[Citation]) -> list[Citation]:
    """The citations that a claim's markers stand for; markers without a citation give none."""
    by_number: Mapping[int, Citation] = {citation.number: citation for citation in citations}
    return [by_number[number] for number in claim.numbers if number in by_number]


def sentences(claim: Claim) -> list[str]:
    """The sentences of a claim, and the cells of a table row apart."""
    pieces = [piece for cell in claim.text.split("|") for piece in _SENTENCE_END.split(cell)]
    return [piece.strip() for piece in pieces if MARKER.sub("", piece).strip()]
