"""What a check looks at and what it finds."""

from dataclasses import dataclass

from evals.cases import Case


@dataclass(frozen=True, slots=True)
class Located:
    """A case and where it is written: "questions.jsonl:12"."""

    place: str
    dataset: str
    case: Case


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the data. A run that is judged stops at a ``fatal`` one."""

    place: str
    message: str
    fatal: bool = True
