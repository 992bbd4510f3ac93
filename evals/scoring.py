"""Scoring: cases and their results -> the value of each measure, and in words what is wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Answer, AnswerStatus
from assistant.guides.model import Guide
from evals.cases import Case
from evals.measures import citations as citing
from evals.measures import nuggets, refusals
from evals.measures.consistency import agreement, jaccard, worst
from evals.measures.outcome import faults
from evals.measures.parts import parts_found
from evals.measures.ranking import distinct, ranking_measures
from evals.measures.roles import role_precision
from evals.places import Atlas, PlaceKey, gold_index, places_of
from evals.results import Result

Values = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that no answer may do: the invariant's name, and a sentence on what was done."""

    invariant: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Score:
    """What is known of one case.

    ``values`` has a number for each measure that applies, None for one that does not. ``faults``
    say why the answer is not right, ``violations`` what it did that no answer may do.
    """

    dataset: str
    case: Case
    result: Result
    values: Values = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    violations: tuple[Violation, ...] = ()

    @property
    def key(self) -> str:
        """What tells the case from every other: dataset and id."""
        return f"{self.dataset}/{self.case.id}"

    @property
    def right(self) -> bool:
        """Whether the answer is right as a whole."""
        return not self.faults


def score_dataset(
    dataset: str, cases: Sequence[Case], results: Mapping[str, Result], atlas: Atlas
) -> list[Score]:
    """The scores of a dataset's cases, by id. A case without a result is an error."""
    ordered = sorted(cases, key=lambda case: case.id)
    scores = [
        score_case(dataset, case, results.get(case.id) or _absent(dataset, case), atlas)
        for case in ordered
    ]
    return _with_groups(_with_rankings(scores, atlas), atlas)


def score_case(dataset: str, case: Case, result: Result, atlas: Atlas) -> Score:
    """The score of one case on its own: without its ranking and its paraphrase group."""
    error, answer = error_of(result), result.answer
    if error or answer is None:
        violation = Violation("no_error", error or "there is no answer")
        none = {"right": 0.0, "no_error": 0.0}
        return Score(dataset, case, result, none, (violation.sentence,), (violation,))
    wrong = tuple(faults(case, answer, atlas))
    violations = tuple(_violations(case, result, atlas))
    values: Values = {
        "right": float(not wrong),
        "no_error": 1.0,
        **_kept(violations, result),
        **_answer_values(case, answer, atlas),
        **_history_values(case, result, atlas),
    }
    return Score(dataset, case, result, values, wrong, violations)


def error_of(result: Result) -> str:
    """Why no answer came to some turn of a case; empty when all were answered."""
    if result.error:
        return result.error
    failed = [a for a in _all_answers(result) if a.status is AnswerStatus.FAILED]
    return f"the assistant failed: {failed[0].text}" if failed else ""


def _all_answers(result: Result) -> Iterator[Answer]:
    yield from result.answers
    if result.alone:
        yield result.alone


def _violations(case: Case, result: Result, atlas: Atlas) -> Iterator[Violation]:
    texts = {name: guide.source_text for name, guide in atlas.guides.items()}
    titles = [name for guide in atlas.guides.values() for name in _names(guide)]
    said = [*case.turns, case.standalone or ""]
    for answer in _all_answers(result):
        for invariant, found in (
            ("quote_validity", citing.bad_quotes(answer, texts)),
            ("marker_validity", citing.bad_markers(answer)),
            ("figures_grounded", citing.ungrounded_figures(answer, said, titles)),
            ("forbidden_absent", _forbidden(case, answer, result)),
        ):
            yield from (Violation(invariant, sentence) for sentence in found)


def _names(guide: Guide) -> Iterator[str]:
    """A guide's title, and what its places are headed."""
    yield guide.title
    yield from (place.path[-1] for place in places_of(guide) if place.path)


def _forbidden(case: Case, answer: Answer, result: Result) -> list[str]:
    """Only the scored answer is held to forbidden strings: an earlier turn asked else."""
    if answer is not result.answer:
        return []
    return [
        f"says the forbidden “{words}”" for words in nuggets.present(answer.text, case.forbidden)
    ]


def _kept(violations: Iterable[Violation], result: Result) -> dict[str, float | None]:
    """1 for each invariant that was kept, 0 for each that was not; None where nothing was cited."""
    broken = {violation.invariant for violation in violations}
    cites = any(answer.citations for answer in _all_answers(result))
    kept: dict[str, float | None] = {
        name: float(name not in broken)
        for name in ("marker_validity", "figures_grounded", "forbidden_absent")
    }
    return {**kept, "quote_validity": float("quote_validity" not in broken) if cites else None}


def _answer_values(case: Case, answer: Answer, atlas: Atlas) -> dict[str, float | None]:
    where = gold_index(atlas, case.gold)
    asked_back = answer.status is AnswerStatus.CLARIFY
    missing = nuggets.missing(answer.text, case.numbers)
    return {
        "vital_recall": None if asked_back else nuggets.vital_recall(answer.text, case.nuggets),
        "weighted_recall": None
        if asked_back
        else nuggets.weighted_recall(answer.text, case.nuggets),
        "numbers_present": 1 - len(missing) / len(case.numbers) if case.numbers else None,
        "parts_found": parts_found(case.parts, answer.parts),
        "citation_recall": citing.citation_recall(answer),
        "citation_precision": citing.citation_precision(answer),
        "verbatim": citing.verbatim(answer),
        "gold_precision": citing.gold_precision(answer, atlas, where) if case.gold else None,
        "gold_recall": citing.gold_recall(answer, atlas, case.gold, where),
        "role_precision": role_precision(case, answer),
        "false_refusal": refusals.false_refusal(case, answer.status),
        "false_answer": refusals.false_answer(case, answer.status),
        "needless_question": refusals.needless_question(case, answer.status),
    }


def _history_values(case: Case, result: Result, atlas: Atlas) -> dict[str, float | None]:
    if result.alone is None or result.answer is None:
        return {}
    return {
        "history_right": float(not faults(case, result.alone, atlas)),
        "history_agreement": jaccard(_cited(result.answer, atlas), _cited(result.alone, atlas)),
    }


def _cited(answer: Answer, atlas: Atlas) -> set[PlaceKey]:
    return {citing.place_of(citation, atlas) for citation in answer.citations}


def _with_rankings(scores: Sequence[Score], atlas: Atlas) -> list[Score]:
    """The scores with the measures of their rankings. A gold label is one thing to be found."""
    rankings, grades = {}, {}
    for score in scores:
        if not score.case.gold or score.result.error:
            continue
        where = gold_index(atlas, score.case.gold)
        keys = [atlas.at(hit.guide_id, hit.start, hit.end) for hit in score.result.ranking]
        rankings[score.key] = distinct(
            [f"gold {where[key]}" if key in where else repr(key) for key in keys]
        )
        grades[score.key] = {f"gold {i}": gold.grade for i, gold in enumerate(score.case.gold)}
    found = ranking_measures(rankings, grades)
    return [replace(score, values={**score.values, **found.get(score.key, {})}) for score in scores]


def _with_groups(scores: Sequence[Score], atlas: Atlas) -> list[Score]:
    """The scores with the measures of paraphrase groups, each written once: at its first case."""
    groups: dict[str, list[Score]] = {}
    for score in scores:
        if score.case.group:
            groups.setdefault(score.case.group, []).append(score)
    of_group: dict[str, dict[str, float | None]] = {}
    for group in groups.values():
        answers = [score.result.answer for score in group if score.result.answer]
        of_group[group[0].key] = {
            "paraphrase_worst": worst([score.right for score in group]),
            "paraphrase_agreement": agreement([_cited(answer, atlas) for answer in answers]),
        }
    return [
        replace(score, values={**score.values, **of_group.get(score.key, {})}) for score in scores
    ]


def _absent(dataset: str, case: Case) -> Result:
    return Result(dataset, case.id, (), error="there is no result for this case")
