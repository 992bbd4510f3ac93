"""Faults that can be planted in a right answer, each with the measure meant to notice it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.answer import Answer, AnswerStatus, Citation
from assistant.guides.model import Guide
from assistant.words import terms
from evals.cases import Answerable, Case
from evals.measures.citations import evidence
from evals.measures.claims import cited, statements
from evals.measures.figures import figures
from evals.measures.nuggets import says
from evals.places import Atlas, gold_index
from evals.results import Result
from evals.text import folded, markers

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+|(?<![\w.,])\d+")


@dataclass(frozen=True, slots=True)
class Subject:
    """A right answer to be spoilt, with its case and its guides."""

    case: Case
    result: Result
    answer: Answer
    atlas: Atlas

    def with_answer(self, **changes: object) -> Result:
        """The result with its scored answer changed."""
        answer = replace(self.answer, **changes)  # type: ignore[arg-type]
        return replace(self.result, answers=(*self.result.answers[:-1], answer))


# Spoils a result, or gives None where there is nothing to spoil in that way.
Plant = Callable[[Subject], Result | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault, the measure that must get worse, and how it is planted."""

    name: str
    measure: str
    plant: Plant


def another_passage(subject: Subject) -> Result | None:
    """The first cited claim of three terms or more cites another place of its guide instead."""
    for claim in statements(subject.answer):
        own = cited(claim, subject.answer.citations)
        if not own or len(set(terms(claim.text))) < 3:
            continue
        for other in _other_places(subject, own[0]):
            if folded(claim.text) in folded(other.quote):
                continue
            kept = [c for c in subject.answer.citations if c.number not in claim.numbers]
            swapped = [replace(other, number=number) for number in claim.numbers]
            return subject.with_answer(citations=(*kept, *swapped))
    return None


def _other_places(subject: Subject, citation: Citation) -> Iterator[Citation]:
    """Quotes of the guide's other places, those after the cited one first."""
    guide = subject.atlas.guides[citation.guide_id]
    here = subject.atlas.at(citation.guide_id, citation.start, citation.end)
    quotes = [quote for quote in _quotes(guide) if subject.atlas.at(*_range(quote)) != here]
    yield from sorted(quotes, key=lambda quote: (quote.start < citation.start, quote.start))


def _range(citation: Citation) -> tuple[str, int, int]:
    return citation.guide_id, citation.start, citation.end


def _quotes(guide: Guide) -> Iterator[Citation]:
    """Every block of a guide as an exact citation."""
    for section in guide.sections:
        for block in section.blocks:
            quote = guide.source_text[block.start : block.end]
            yield Citation(
                1,
                guide.title,
                guide.id,
                section.path,
                quote,
                guide.source,
                block.start,
                block.end,
                "",
            )


def changed_figure(subject: Subject) -> Result | None:
    """A figure of a cited claim is raised until its source does not have it."""
    said = " ".join((*subject.case.turns, subject.case.standalone or ""))
    for claim in statements(subject.answer):
        own = cited(claim, subject.answer.citations)
        if not own or not figures(claim.text):
            continue
        held = figures(f"{evidence(own)} {said}")
        for match in _NUMBER.finditer(claim.text):
            changed = _raised(claim.text, match)
            if figures(changed) - held and claim.text in subject.answer.text:
                text = subject.answer.text.replace(claim.text, changed, 1)
                return subject.with_answer(text=text)
    return None


def _raised(text: str, match: re.Match[str]) -> str:
    """The text with one number made larger by 17 in its leading digits."""
    head, comma, tail = match[0].partition(",")
    return f"{text[: match.start()]}{int(head) + 17}{comma}{tail}{text[match.end() :]}"


def dropped_nugget(subject: Subject) -> Result | None:
    """Every accepted phrasing of the first vital nugget is cut out of the answer."""
    vital = [nugget for nugget in subject.case.nuggets if nugget.vital]
    if not vital or subject.answer.status is AnswerStatus.CLARIFY:
        return None
    text = subject.answer.text
    for phrase in vital[0].accept:
        words = r"[\s*_|\[\]\d]*".join(re.escape(word) for word in phrase.split())
        text = re.sub(words, "…", text, flags=re.IGNORECASE)
    gone = not any(says(text, phrase) for phrase in vital[0].accept)
    return subject.with_answer(text=text) if gone else None


def forced_refusal(subject: Subject) -> Result | None:
    """An answerable question is turned away."""
    if subject.case.answerable not in (Answerable.YES, Answerable.PARTIAL):
        return None
    return subject.with_answer(
        status=AnswerStatus.NOT_COVERED, text="The guides do not say.", citations=()
    )


def forced_answer(subject: Subject) -> Result | None:
    """A question that the guides do not answer is answered from a guide all the same."""
    if subject.case.answerable is not Answerable.NO:
        return None
    quote = next(_quotes(next(iter(subject.atlas.guides.values()))))
    return subject.with_answer(
        status=AnswerStatus.ANSWERED, text=f"{quote.quote} [1]", citations=(quote,)
    )


def other_role(subject: Subject) -> Result | None:
    """The answer is given from the same place of a guide that was not asked about."""
    asked = set(subject.case.roles)
    others = [guide for name, guide in subject.atlas.guides.items() if name not in asked]
    if not asked or not others or not subject.answer.citations:
        return None
    path = subject.answer.citations[0].section
    quotes = [quote for quote in _quotes(others[0]) if quote.section == path] or _quotes(others[0])
    quote = next(iter(quotes))
    return subject.with_answer(text=f"{quote.quote} [1]", citations=(quote,))


def quote_off_by_a_word(subject: Subject) -> Result | None:
    """The first quote lacks its last word, its offsets unchanged."""
    if not subject.answer.citations:
        return None
    first, *rest = subject.answer.citations
    words = first.quote.split()
    if len(words) < 2:
        return None
    shorter = replace(first, quote=first.quote[: first.quote.rindex(words[-1])].rstrip())
    return subject.with_answer(citations=(shorter, *rest))


def invented_marker(subject: Subject) -> Result | None:
    """The answer ends with a marker that no citation has."""
    if not subject.answer.citations:
        return None
    free = max([*markers(subject.answer.text), 0]) + 1
    return subject.with_answer(text=f"{subject.answer.text} [{free}]")


def dropped_marker(subject: Subject) -> Result | None:
    """The markers after the last cited claim are taken out, so that it cites nothing."""
    last = [claim for claim in statements(subject.answer) if claim.numbers]
    if not last or not last[-1].text.endswith("."):
        return None
    text = subject.answer.text
    for number in last[-1].numbers:
        text = text.replace(f"[{number}]", "")
    kept = [c for c in subject.answer.citations if c.number not in last[-1].numbers]
    return subject.with_answer(text=text, citations=tuple(kept))


def forbidden_words(subject: Subject) -> Result | None:
    """The answer also says what it must not say."""
    if not subject.case.forbidden:
        return None
    return subject.with_answer(text=f"{subject.answer.text} {subject.case.forbidden[0]}")


def demoted_passage(subject: Subject) -> Result | None:
    """The passages that answer are found last."""
    where = gold_index(subject.atlas, subject.case.gold)
    hits = subject.result.ranking
    gold = [hit for hit in hits if subject.atlas.at(hit.guide_id, hit.start, hit.end) in where]
    others = [hit for hit in hits if hit not in gold]
    return replace(subject.result, ranking=(*others, *gold)) if gold and others else None


def crash(subject: Subject) -> Result | None:
    """Asking failed."""
    return replace(subject.result, answers=(), error="RuntimeError: planted")


FAULTS = (
    Fault("another passage's citation", "citation_recall", another_passage),
    Fault("a changed figure", "figures_grounded", changed_figure),
    Fault("a dropped vital point", "vital_recall", dropped_nugget),
    Fault("a forced refusal", "false_refusal", forced_refusal),
    Fault("a forced answer", "false_answer", forced_answer),
    Fault("an answer from another role", "role_precision", other_role),
    Fault("a quote off by a word", "quote_validity", quote_off_by_a_word),
    Fault("an invented marker", "marker_validity", invented_marker),
    Fault("a claim without its marker", "citation_recall", dropped_marker),
    Fault("forbidden words", "forbidden_absent", forbidden_words),
    Fault("the right passage found last", "success_at_1", demoted_passage),
    Fault("a crash", "no_error", crash),
)
