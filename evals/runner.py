"""The runner: asks the assistant every case. It knows nothing of scores."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer, Conversation
from evals.cases import Case
from evals.results import Hit, Result

DEPTH = 10


class Answerer(Protocol):
    """What the runner needs of an assistant."""

    def ask(self, question: str, conversation: Conversation | None = None) -> Answer:
        """The answer to a question, given the turns before it."""

    def search(self, turns: Sequence[str], k: int = DEPTH) -> Sequence[Hit]:
        """The passages found for the last of a conversation's messages, best first."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A result and the seconds from its scored question to the whole answer."""

    result: Result
    seconds: float


def run_cases(
    answerer: Answerer, dataset: str, cases: Iterable[Case], done: Callable[[], None] = lambda: None
) -> list[Timed]:
    """Ask every case.

    Args:
        answerer: the assistant.
        dataset: the name that the results carry.
        cases: what to ask.
        done: called after each case, for a progress bar.
    """
    timed = []
    for case in cases:
        timed.append(run_case(answerer, dataset, case))
        done()
    return timed


def run_case(answerer: Answerer, dataset: str, case: Case) -> Timed:
    """Ask one case, each in a conversation of its own. An exception becomes the result's error."""
    answers: list[Answer] = []
    try:
        conversation = Conversation()
        for turn in case.turns[:-1]:
            answers.append(answerer.ask(turn, conversation))
            conversation = conversation.then(turn, answers[-1])
        started = time.perf_counter()
        answers.append(answerer.ask(case.question, conversation))
        seconds = time.perf_counter() - started
        hits = tuple(answerer.search(case.turns, DEPTH)) if case.gold else ()
        alone = answerer.ask(case.standalone) if case.standalone else None
    except Exception as error:  # noqa: BLE001 - a crash is an outcome that the run reports
        return Timed(
            Result(dataset, case.id, tuple(answers), error=f"{type(error).__name__}: {error}"), 0.0
        )
    return Timed(Result(dataset, case.id, tuple(answers), hits, alone), seconds)
