"""Citations: whether quotes are exact, markers real, and claims supported by what they cite."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.answer import Answer, AnswerStatus, Citation
from assistant.words import terms
from evals.cases import Gold
from evals.measures.claims import Claim, cited, sentences, statements
from evals.measures.figures import unsupported
from evals.measures.nuggets import says
from evals.places import Atlas, PlaceKey
from evals.text import folded, markers

ENOUGH = 0.6
"""The share of a claim's terms that its evidence must have; the rest is the answer's own."""


_ANSWERED = {AnswerStatus.ANSWERED, AnswerStatus.PARTIAL}
_FIXED = {AnswerStatus.SOCIAL, AnswerStatus.REFUSED, AnswerStatus.FAILED}
"""Statuses whose words are fixed wording, such as a helpline's name and number."""


def bad_quotes(answer: Answer, texts: Mapping[str, str]) -> list[str]:
    """Why each citation is not an exact quote, a sentence each; empty when all are.

    Source: ours; promise 2 of the design, ``source_text[start:end] == quote``.

    Args:
        answer: the answer.
        texts: each guide's source text by its id.
    """
    wrong = []
    for citation in answer.citations:
        text = texts.get(citation.guide_id)
        if text is None:
            wrong.append(
                f"[{citation.number}] cites a guide that is not there: {citation.guide_id}"
            )
        elif not citation.quote or text[citation.start : citation.end] != citation.quote:
            wrong.append(f"[{citation.number}] is not what its guide says at that place")
    return wrong


def bad_markers(answer: Answer) -> list[str]:
    """Markers that stand for no citation, and citations that no marker uses or that share a number.

    Source: ours; citation bookkeeping faults, as listed by Liu et al. 2023, "Evaluating
    verifiability in generative search engines".
    """
    numbers = [citation.number for citation in answer.citations]
    used = set(markers(answer.text))
    wrong = [f"[{number}] stands for no citation" for number in sorted(used - set(numbers))]
    wrong += [f"citation {number} is never used" for number in sorted(set(numbers) - used)]
    doubled = sorted({number for number in numbers if numbers.count(number) > 1})
    return wrong + [f"two citations are numbered {number}" for number in doubled]


def evidence(citations: Sequence[Citation]) -> str:
    """What citations say, with the guide's title and the headings that a reader sees above each."""
    return "\n".join(f"{_context(citation)} {citation.quote}" for citation in citations)


def supports(claim: str, citations: Sequence[Citation]) -> bool:
    """Whether citations, taken together, prove a claim.

    They have every figure of it and most of its terms, or it is a run of their words. What a title
    or heading says counts for nothing: any passage under it would have that. A claim with no terms
    of its own has to be a run of their words.

    Source: ours; a deterministic stand-in for ALCE's entailment model (Gao et al. 2023), by term
    coverage as in Adlakha et al. 2024, "K-Precision".
    """
    quotes = "\n".join(citation.quote for citation in citations)
    if not citations or unsupported(claim, evidence(citations)):
        return False
    verbatim_run = says(quotes, folded(claim).strip(" .,;:!?"))
    wanted = _terms(claim) - _terms(" ".join(_context(citation) for citation in citations))
    if not wanted or verbatim_run:
        return verbatim_run
    return len(wanted & _terms(quotes)) >= ENOUGH * len(wanted)


def _context(citation: Citation) -> str:
    return " ".join((citation.guide, *citation.section))


@lru_cache(maxsize=8192)
def _terms(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def citation_recall(answer: Answer) -> float | None:
    """The share of an answer's statements that their own citations, taken together, support.

    Source: citation recall of ALCE (Gao et al. 2023), with ``supports`` for entailment. None when
    the answer is no answer (a greeting, a "not covered") and cites nothing.
    """
    if not answer.citations and answer.status not in _ANSWERED:
        return None
    found = statements(answer)
    return _share([_supported(claim, answer.citations) for claim in found])


def citation_precision(answer: Answer) -> float | None:
    """The share of citations that are needed: alone they support, or without them support breaks.

    Source: citation precision of ALCE (Gao et al. 2023), with ``supports`` for entailment.
    """
    needed = []
    for claim in statements(answer):
        own = cited(claim, answer.citations)
        whole = supports(claim.text, own)
        for citation in own:
            others = [other for other in own if other is not citation]
            alone = supports(claim.text, [citation])
            broken = not supports(claim.text, others)
            needed.append(whole and (alone or broken))
    return _share(needed)


def _supported(claim: Claim, citations: Sequence[Citation]) -> bool:
    return supports(claim.text, cited(claim, citations))


def verbatim(answer: Answer) -> float | None:
    """The share of cited sentences that are, case and spacing aside, a run of their own quote.

    Source: ours; extractive fragment coverage of Grusky et al. 2018 ("Newsroom"), made strict.
    """
    runs = []
    for claim in statements(answer):
        quotes = [folded(citation.quote) for citation in cited(claim, answer.citations)]
        for sentence in sentences(claim) if quotes else ():
            words = folded(sentence).strip(" .,;:")
            runs.append(any(words in quote for quote in quotes))
    return _share(runs)


def ungrounded_figures(answer: Answer, turns: Sequence[str], titles: Sequence[str]) -> list[str]:
    """The figures and names of an answer that the citation beside them does not have.

    A claim without a citation may only repeat what the person asked or how a guide or section is
    called. Greetings and refusals are fixed wording and make no claim.

    Source: ours; promise 3 of the design. See ``evals.measures.figures.unsupported``.

    Args:
        answer: the answer.
        turns: what the person said, whose figures may be repeated.
        titles: the guides' titles and headings.
    """
    if answer.status in _FIXED:
        return []
    said = " \n".join((*turns, *titles))
    wrong: list[str] = []
    for claim in statements(answer):
        own = cited(claim, answer.citations)
        lacking = unsupported(claim.text, f"{evidence(own)}\n{said}")
        wrong += [
            f"“{figure}” is not in what “{claim.text[:80]}” cites" for figure in sorted(lacking)
        ]
    return wrong


def gold_precision(answer: Answer, atlas: Atlas, where: Mapping[PlaceKey, int]) -> float | None:
    """The share of citations that stand in a gold place, of either grade; None without citations.

    Source: precision of attribution against labelled passages, as in HAGRID (Kamalloo et al. 2023).
    """
    return _share([place_of(citation, atlas) in where for citation in answer.citations])


def gold_recall(
    answer: Answer, atlas: Atlas, golds: Sequence[Gold], where: Mapping[PlaceKey, int]
) -> float | None:
    """The share of the places that answer (grade 2) that are cited; None when there are none.

    Source: recall of attribution against labelled passages, as in HAGRID (Kamalloo et al. 2023).
    """
    hit = {where.get(place_of(citation, atlas)) for citation in answer.citations}
    return _share([index in hit for index, gold in enumerate(golds) if gold.grade == 2])


def place_of(citation: Citation, atlas: Atlas) -> PlaceKey:
    """The key of the place that a citation stands in."""
    return atlas.at(citation.guide_id, citation.start, citation.end)


def _share(found: Sequence[bool]) -> float | None:
    return sum(found) / len(found) if found else None
