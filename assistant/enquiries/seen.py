"""Who takes a step at the desk, of what they saw, and what they changed in place."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seen:
    """Who takes a step, and which version of the enquiry they looked at."""

    enquiry_id: int
    version: int
    by: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What staff changed in place; None leaves a text as it is, ``answers`` are by question id."""

    greeting: str | None = None
    closing: str | None = None
    answers: Mapping[int, str] = field(default_factory=dict)
