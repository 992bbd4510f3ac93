"""Asking: each corpus ingested once and its cases asked, corpora side by side."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.queues import Queue
from pathlib import Path
from queue import Empty

from evals.answerers import opened
from evals.cases import Case
from evals.runner import Timed, run_cases

Tick = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Job:
    """One corpus, its cases by data file, who answers, and where the index is kept if at all."""

    corpus: Path
    cases: tuple[tuple[str, tuple[Case, ...]], ...]
    answerer: str
    index: Path | None

    @property
    def size(self) -> int:
        """How many cases there are."""
        return sum(len(cases) for _, cases in self.cases)


def ask_all(jobs: Sequence[Job], tick: Tick) -> list[Timed]:
    """Ask every case of every job, the largest first.

    Args:
        jobs: one a corpus.
        tick: called after each case.
    """
    if len(jobs) == 1:
        return _ask(jobs[0], tick)
    context = get_context("spawn")
    ticks: Queue[None] = context.Queue()
    workers = min(len(jobs), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, context, _share, (ticks,)) as pool:
        ordered = sorted(jobs, key=lambda job: (-job.size, job.corpus))
        futures = [pool.submit(_ask_apart, job) for job in ordered]
        _watch(futures, ticks, tick)
        return [timed for future in futures for timed in future.result()]


def _watch(futures: Sequence[Future[list[Timed]]], ticks: "Queue[None]", tick: Tick) -> None:
    """Pass ticks on until every future is done."""
    while not all(future.done() for future in futures):
        try:
            ticks.get(timeout=0.2)
        except Empty:
            continue
        tick()


def _share(ticks: "Queue[None]") -> None:
    global _ticks
    _ticks = ticks


_ticks: "Queue[None] | None" = None


def _ask_apart(job: Job) -> list[Timed]:
    """The same in a process of its own."""
    return _ask(job, lambda: _ticks.put(None) if _ticks else None)


def _ask(job: Job, tick: Tick) -> list[Timed]:
    with opened(job.answerer, job.corpus, job.index) as answerer:
        return [
            timed for name, cases in job.cases for timed in run_cases(answerer, name, cases, tick)
        ]
