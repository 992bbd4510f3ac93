"""An edited answer, claim by claim: does it still stand on what it cites?

What can be checked is checked: that each marker has a citation, that the quote is in the guide that
serves now, that each figure stands in a quote, that no claim lost its citation. Whether other words
mean the same nobody can compute; such a claim is marked for a person to read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.answering.wording import listed
from assistant.citations import MARKER
from assistant.figures import figures
from assistant.guides.model import Guide
from assistant.guides.sentences import sentence_spans
from assistant.records.values import CitedPlace, Mark, MarkKind
from assistant.words import normalise, terms, words

#: How alike a sentence must be to one that had a citation, to be that sentence edited (0 to 100).
ALIKE = 70
#: At most so many new words are named.
_NAMED = 5
_NEGATIONS = frozenset({"no", "not", "never", "none", "neither", "nor", "cannot", "without"})
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim of an answer: where it stands, its words without markers, and its markers."""

    start: int
    end: int
    text: str
    numbers: tuple[int, ...]

    @property
    def key(self) -> tuple[str, tuple[int, ...]]:
        """Equal for two claims that say the same on the same grounds."""
        return " ".join(normalise(self.text).split()), self.numbers


def check(
    answer: str, proposed: str, places: Sequence[CitedPlace], guides: Mapping[str, Guide]
) -> tuple[Mark, ...]:
    """A mark for each claim of an answer, in order.

    Args:
        answer: as it is now.
        proposed: as the assistant wrote it.
        places: what its markers number.
        guides: those that serve now, by id.
    """
    before = list(_claims(proposed))
    by_number = {place.citation.number: place for place in places}
    return tuple(_mark(said, before, by_number, guides) for said in _claims(answer))


def _mark(
    said: _Said,
    before: Sequence[_Said],
    places: Mapping[int, CitedPlace],
    guides: Mapping[str, Guide],
) -> Mark:
    kind, explained = _found(said, before, places, guides)
    return Mark(said.start, said.end, kind, explained, said.numbers)


def _found(
    said: _Said,
    before: Sequence[_Said],
    places: Mapping[int, CitedPlace],
    guides: Mapping[str, Guide],
) -> tuple[MarkKind, str]:
    unknown = [number for number in said.numbers if number not in places]
    if unknown:
        return MarkKind.NO_SOURCE, f"There is no source [{unknown[0]}] in this answer."
    gone = [number for number in said.numbers if not _still_there(places[number], guides)]
    if gone:
        return (
            MarkKind.NO_SOURCE,
            f"The guide no longer has the words that [{gone[0]}] quotes.",
        )
    if any(said.key == claim.key for claim in before):
        return MarkKind.HOLDS, ""
    if not said.numbers:
        return _uncited(said, before)
    return _against_quotes(said, [places[number] for number in said.numbers])


def _uncited(said: _Said, before: Sequence[_Said]) -> tuple[MarkKind, str]:
    alike = [
        claim for claim in before if claim.numbers and fuzz.ratio(said.text, claim.text) >= ALIKE
    ]
    if alike:
        marker = "".join(f"[{number}]" for number in alike[0].numbers)
        return MarkKind.UNCITED, f"This stood on {marker} before; the marker is gone."
    found = figures(said.text)
    if found and not any(found <= figures(claim.text) for claim in before if not claim.numbers):
        return MarkKind.UNCITED, f"{_figures_named(found)} without a source."
    return MarkKind.OWN, "Your own words; no guide is cited for them."


def _against_quotes(said: _Said, cited: Sequence[CitedPlace]) -> tuple[MarkKind, str]:
    quotes = " ¶ ".join(place.citation.quote for place in cited)
    context = " ¶ ".join(
        " ".join((place.citation.guide, *place.citation.section, place.passage)) for place in cited
    )
    missing = figures(said.text) - figures(quotes)
    if missing:
        return MarkKind.FIGURE, f"{_figures_named(missing)}: not in what this cites."
    negated, denied = _negations(said.text), _negations(quotes)
    if bool(negated) != bool(denied):
        where = "The source" if denied else "This"
        other = "this doesn't" if denied else "the source doesn't"
        return (
            MarkKind.REWORDED,
            f"{where} says “{min(negated | denied)}”, {other}. Please read both.",
        )
    known = frozenset(terms(f"{quotes} {context}"))
    amounts = figures(quotes)
    new = list(
        dict.fromkeys(
            word
            for word in words(said.text)
            # "31k" says the same as "£31,000", which was looked at above.
            if set(terms(word)) - known and not figures(f"£{word}") & amounts
        )
    )
    if new:
        named = listed([f"“{word}”" for word in new[:_NAMED]])
        return MarkKind.REWORDED, f"Not the source's words: {named}. Please read both."
    return MarkKind.HOLDS, ""


def _still_there(place: CitedPlace, guides: Mapping[str, Guide]) -> bool:
    citation = place.citation
    guide = guides.get(citation.guide_id)
    if guide is None:
        return False
    return (
        guide.source_text[citation.start : citation.end] == citation.quote
        or citation.quote in guide.source_text
    )


def _negations(text: str) -> frozenset[str]:
    """The words that turn a meaning round: "not", "never", "can't"."""
    return frozenset(
        word
        for word in (each.casefold() for each in words(text))
        if word in _NEGATIONS or word.endswith("n't")
    )


_SHOWN = {
    "money": "£{:,.0f}",
    "percent": "{:g} %",
}


def _figures_named(found: frozenset[str]) -> str:
    """Figures as a person writes them, for a message."""
    named = []
    for key in sorted(found):
        kind, _, value = key.partition(":")
        form = _SHOWN.get(kind)
        if form:
            named.append(form.format(float(value)))
        else:
            named.append(f"Band {value}" if kind == "band" else value.upper())
    return listed(named)


def _claims(text: str) -> Iterator[_Said]:
    blank = MARKER.sub(lambda found: " " * len(found[0]), text)
    for line in re.finditer(r"[^\n]*\S[^\n]*", blank):
        for start, end in _spans(blank, line.start(), line.end()):
            shown = text[start:end].rstrip()
            bare = " ".join(blank[start:end].split())
            if re.search(r"\w", bare):
                numbers = tuple(dict.fromkeys(int(found[1]) for found in MARKER.finditer(shown)))
                yield _Said(start, start + len(shown), bare, numbers)


def _spans(blank: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The claims of a line: an item or a row is one, a paragraph has one a sentence."""
    line = blank[start:end]
    if _ITEM.match(line) or line.lstrip().startswith("|"):
        yield start + len(line) - len(line.lstrip()), end
        return
    starts = [span.start for span in sentence_spans(blank, start, end)]
    yield from zip(starts, [*starts[1:], end], strict=True)
