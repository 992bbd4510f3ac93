"""Scoring: a case and its result -> the scores of each measure, and why a case is not right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer import AnswerStatus
from evals.cases import Case
from evals.measures.outcome import faults
from evals.places import Atlas
from evals.results import Result


@dataclass(frozen=True, slots=True)
class Score:
    """One case's ``values`` by measure (None: does not apply) and its ``faults`` in words."""

    dataset: str
    case: Case
    result: Result
    values: Mapping[str, float | None] = field(default_factory=dict)
    faults: tuple[str, ...] = ()

    @property
    def error(self) -> str:
        """Why no answer came, empty when one did."""
        if self.result.error:
            return self.result.error
        failed = [answer for answer in self.result.answers if answer.status is AnswerStatus.FAILED]
        return f"the assistant failed: {failed[0].text}" if failed else ""

    @property
    def right(self) -> bool:
        """Whether the answer is right as a whole."""
        return not self.faults


def score_case(dataset: str, case: Case, result: Result, atlas: Atlas) -> Score:
    """The score of one case."""
    bare = Score(dataset, case, result)
    if bare.error or result.answer is None:
        return Score(dataset, case, result, {"right": 0.0}, (bare.error or "no answer",))
    wrong = tuple(faults(case, result.answer, atlas))
    return Score(dataset, case, result, {"right": float(not wrong)}, wrong)


def score_dataset(
    dataset: str, cases: Sequence[Case], results: Mapping[str, Result], atlas: Atlas
) -> list[Score]:
    """The scores of a dataset's cases, by id. A case without a result is an error."""
    return [
        score_case(dataset, case, results.get(case.id) or _absent(dataset, case), atlas)
        for case in sorted(cases, key=lambda case: case.id)
    ]


def _absent(dataset: str, case: Case) -> Result:
    return Result(dataset, case.id, (), error="there is no result for this case")
