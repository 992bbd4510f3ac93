"""Side by side: one answerer's figures, what it showed that none may show, and its model's work."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.answer import Answer
from evals.catalogue import CATALOGUE
from evals.measures.latency import percentile
from evals.runner import Timed
from evals.scoring import Score
from evals.stats import mcnemar
from evals.summary import of_measure
from evals.worded import UNCHECKED

#: What no answer may show, and how a reader would call it.
NEVER = {
    "marker_validity": "invented citations",
    "quote_validity": "quotes that are not exact",
    "figures_grounded": "unsupported figures",
    "forbidden_absent": "forbidden words",
    "no_error": "errors",
}
LINK = re.compile(r"https?://|www\.|\]\(|<[a-z/!]|onerror|javascript:", re.I)


@dataclass(frozen=True, slots=True)
class Versus:
    """A measure against the first column's: cases that are better and worse, and by what chance."""

    better: int
    worse: int
    chance: float


@dataclass(frozen=True, slots=True)
class Column:
    """One answerer over all cases.

    ``figures`` are shares by measure, None where nothing could be counted; ``values`` the same by
    case. ``shown`` counts the cases that showed what none may show. ``model`` sums up what a model
    did: calls, sentences kept, replaced and dropped, reasons, tokens, and milliseconds to the first
    sentence and the last (median and 95th percentile).
    """

    name: str
    cases: int
    figures: Mapping[str, float | None]
    values: Mapping[str, Mapping[str, float]]
    shown: Mapping[str, int]
    worded: int
    p50_ms: float | None
    p95_ms: float | None
    model: Mapping[str, Any] = field(default_factory=dict)
    versus: Mapping[str, Versus] = field(default_factory=dict)

    @property
    def checked(self) -> bool:
        """Whether its words were checked."""
        return not self.name.startswith(UNCHECKED)

    @property
    def unsafe(self) -> int:
        """How much it showed that none may show."""
        return sum(self.shown.values())


def column_of(
    name: str, scores: Sequence[Score], timed: Sequence[Timed], first: Column | None
) -> Column:
    """The column of an answerer, compared with the first one's."""
    names = [entry.name for entry in CATALOGUE]
    values = {measure: _values(scores, measure) for measure in names}
    answers = [answer for one in timed for answer in _answers(one)]
    shown = {said: _broken(scores, invariant) for invariant, said in NEVER.items()}
    shown["links, markup or code"] = sum(bool(LINK.search(answer.text)) for answer in answers)
    seconds = [one.seconds for one in timed if not one.result.error]
    return Column(
        name=name,
        cases=len(scores),
        figures={measure: of_measure(scores, measure).value for measure in names},
        values=values,
        shown=shown,
        worded=sum(answer.answerer not in ("", "extractive") for answer in answers),
        p50_ms=percentile(seconds, 0.5),
        p95_ms=percentile(seconds, 0.95),
        model=_model(answers),
        versus={m: _versus(first.values[m], values[m]) for m in names} if first else {},
    )


def _values(scores: Sequence[Score], measure: str) -> dict[str, float]:
    found = {score.key: score.values.get(measure) for score in scores}
    return {key: value for key, value in found.items() if value is not None}


def _broken(scores: Sequence[Score], invariant: str) -> int:
    return sum(any(v.invariant == invariant for v in score.violations) for score in scores)


def _answers(timed: Timed) -> Iterator[Answer]:
    yield from timed.result.answers
    if timed.result.alone:
        yield timed.result.alone


def _versus(before: Mapping[str, float], now: Mapping[str, float]) -> Versus:
    both = before.keys() & now.keys()
    better = sum(now[key] > before[key] for key in both)
    worse = sum(now[key] < before[key] for key in both)
    return Versus(better, worse, mcnemar(better, worse))


def _model(answers: Sequence[Answer]) -> dict[str, Any]:
    """What the model did over all answers; empty without one."""
    traces = [answer.trace["model"] for answer in answers if "model" in answer.trace]
    calls = [call for trace in traces for call in trace["calls"]]
    if not calls:
        return {}
    sentences = [sentence for call in calls for sentence in call["sentences"]]
    counts = Counter(sentence["verdict"] for sentence in sentences)
    return {
        "calls": len(calls),
        **{verdict: counts[verdict] for verdict in ("kept", "replaced", "dropped")},
        "reasons": dict(Counter(s["why"] for s in sentences if s["why"]).most_common()),
        "faults": dict(Counter(call["fault"] for call in calls if call["fault"]).most_common()),
        "prompt_tokens": sum(call["prompt_tokens"] for call in calls),
        "reply_tokens": sum(call["reply_tokens"] for call in calls),
        "first_ms": _spread([call["first_ms"] for call in calls]),
        "last_ms": _spread([call["last_ms"] for call in calls]),
    }


def _spread(times: Sequence[float | None]) -> tuple[float | None, float | None]:
    seconds = [time / 1000 for time in times if time is not None]
    return percentile(seconds, 0.5), percentile(seconds, 0.95)
