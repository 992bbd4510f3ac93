"""Results: what the assistant gave for each case, kept to be scored again without asking."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from assistant.answer import Answer, AnswerStatus, Citation, Part
from assistant.errors import CareersError

# What may differ from run to run: times, and the random name of a snapshot.
PASSING = ("timing", "_ms", "seconds", "elapsed", "snapshot")


class ResultsError(CareersError):
    """A results file can't be read."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage of a ranking, best first: ``source_text[start:end] == text``."""

    guide_id: str
    section: tuple[str, ...]
    start: int
    end: int
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one case.

    ``answers`` has one answer a turn, the scored one last; ``ranking`` is the search for the scored
    turn; ``alone`` is the answer to the case's standalone rewrite, if it has one. ``error`` is why
    asking failed, empty if it did not.
    """

    dataset: str
    id: str
    answers: tuple[Answer, ...]
    ranking: tuple[Hit, ...] = ()
    alone: Answer | None = None
    error: str = ""

    @property
    def answer(self) -> Answer | None:
        """The scored answer; None when there is none."""
        return self.answers[-1] if self.answers else None


def lasting(value: Any) -> Any:
    """A value as JSON has it, without what differs from run to run: bytes stay the same."""
    if isinstance(value, Mapping):
        return {
            str(key): lasting(inner)
            for key, inner in value.items()
            if not any(word in str(key) for word in PASSING)
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, 6)
    if value is None or isinstance(value, (str, int, bool)):
        return value
    if isinstance(value, (set, frozenset)):
        return sorted((lasting(inner) for inner in value), key=repr)
    if isinstance(value, Iterable):
        return [lasting(inner) for inner in value]
    return str(value)


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """An answer as a JSON object, timings left out."""
    return dict(lasting(asdict(answer)))


def answer_from_json(data: Mapping[str, Any]) -> Answer:
    """An answer from JSON; fields that are not scored may be missing."""
    return Answer(
        question=data["question"],
        status=AnswerStatus(data["status"]),
        text=data["text"],
        citations=tuple(
            Citation(**{**citation, "section": tuple(citation["section"])})
            for citation in data["citations"]
        ),
        parts=tuple(
            Part(part["question"], AnswerStatus(part["status"])) for part in data.get("parts", [])
        ),
        follow_ups=tuple(data.get("follow_ups", [])),
        answerer=data.get("answerer", ""),
        trace=data.get("trace", {}),
    )


def result_to_json(result: Result) -> dict[str, Any]:
    """A result as a line of results.jsonl."""
    return {
        "dataset": result.dataset,
        "id": result.id,
        "error": result.error,
        "answers": [answer_to_json(answer) for answer in result.answers],
        "alone": answer_to_json(result.alone) if result.alone else None,
        "ranking": [lasting(asdict(hit)) for hit in result.ranking],
    }


def result_from_json(data: Mapping[str, Any]) -> Result:
    """A line of results.jsonl as a result."""
    return Result(
        dataset=data["dataset"],
        id=data["id"],
        answers=tuple(answer_from_json(answer) for answer in data["answers"]),
        ranking=tuple(Hit(**{**hit, "section": tuple(hit["section"])}) for hit in data["ranking"]),
        alone=answer_from_json(data["alone"]) if data.get("alone") else None,
        error=data.get("error", ""),
    )


def write_results(results: Sequence[Result], file: Path) -> None:
    """Write results, sorted by dataset and id, so that the order of asking leaves no mark."""
    ordered = sorted(results, key=lambda result: (result.dataset, result.id))
    lines = [
        json.dumps(result_to_json(result), ensure_ascii=False, sort_keys=True) for result in ordered
    ]
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_results(file: Path) -> list[Result]:
    """The results of a file.

    Raises:
        ResultsError: the file is not what `python -m evals` writes.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [result_from_json(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{file}: can't be read as results ({error}). Make it with `python -m evals`."
        raise ResultsError(message) from error
