"""``python -m evals calibrate``: fit when to say no, and print wrong yes against wrong no.

Fitted on the training questions (invented guides), strangers' questions and the dev half of the
built-in cases; the held-out half only shows how it does on questions that had no part in it. What
is printed of a strangers' set is by a fit without it. A wrong no is a fault like a wrong yes: both
are printed.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from assistant.answering import confidence
from assistant.answering.signs import signs_of
from assistant.answering.sources import DEPTH, Sources
from assistant.embeddings import MiniLM, Reading, Vectors
from assistant.guides import read_folder
from assistant.index.snapshot import open_snapshot
from assistant.index.sync import sync
from assistant.retrieval import retrieve
from assistant.understanding.query import Query
from assistant.understanding.understand import understand
from evals.cases import Case
from evals.datasets import built_in
from evals.fitted import Example, Floats, fit_to
from evals.trained_on import GUIDES, STRANGERS, asked_of_one, cases_of, taught

#: Kinds of case that are decided before any evidence is weighed, or ask several things at once.
DECIDED_BEFORE = {
    "no_guide", "small_talk", "injection", "distress", "multi", "email", "comparison", "no_role",
}  # fmt: skip
#: Strangers' sets that are left out together.
FOLDS = 5
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8)


def main(argv: Sequence[str]) -> int:
    """Fit and print; with ``--write``, keep the weights."""
    parser = argparse.ArgumentParser("python -m evals calibrate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the fitted weights")
    options = parser.parse_args(argv)
    examples = list(_examples(MiniLM()))
    groups = np.array([example.group for example in examples])
    fitted_on = np.array([not group.endswith("held-out") for group in groups])
    fitted = fit_to(examples, fitted_on)
    chance = fitted.chance(examples)
    sets = sorted({group for group in groups.tolist() if group.startswith("strangers")})
    for fold in range(FOLDS):
        left_out = np.isin(groups, sets[fold::FOLDS])
        without = fit_to(examples, fitted_on & ~left_out)
        chance[left_out] = without.chance(list(compress(examples, left_out)))
    _print_curve(chance, np.array([float(one.answered) for one in examples]), groups)
    if options.write:
        fitted.write(confidence.FITTED)
        print(f"written to {confidence.FITTED.name}", file=sys.stderr)
    return 0


def _examples(model: MiniLM) -> Iterator[Example]:
    yield from _training_examples(model)
    yield from _built_in_examples(model)
    for folder in sorted(STRANGERS.glob("*/")):
        name, cases = f"strangers {folder.name}", cases_of(folder)
        if cases:
            yield from _examples_of(folder / "guides", cases, name, model)
        else:
            yield from _examples_of_one(folder, name, model)


def _training_examples(model: MiniLM) -> Iterator[Example]:
    with _sources(GUIDES, model) as sources:
        guides = sources.snapshot.guides.values()
        by_file = {guide.source: guide.id for guide in guides}
        every = sorted(by_file.values())
        for line in taught({guide.source: guide.role for guide in guides}):
            # What is about no guide is asked of several, by its length, so that it is not several
            # times the same.
            asked_of = [by_file[line.guide]] if line.guide else every[len(line.question) % 9 :: 9]
            for guide_id in asked_of:
                yield from _example(
                    "training", [line.question], guide_id, bool(line.quotes), sources
                )


def _built_in_examples(model: MiniLM) -> Iterator[Example]:
    by_corpus: dict[Path, list[Case]] = {}
    for dataset in built_in():
        by_corpus.setdefault(dataset.corpus, []).extend(dataset.cases())
    for corpus, cases in by_corpus.items():
        yield from _examples_of(corpus, cases, corpus.name, model)


def _examples_of(
    corpus: Path, cases: Iterable[Case], name: str, model: MiniLM
) -> Iterator[Example]:
    """The examples of some cases; a group is those of one corpus and split."""
    with _sources(corpus, model) as sources:
        for case in cases:
            if case.answerable in ("yes", "no") and case.kind not in DECIDED_BEFORE:
                group = f"{name} {case.split}"
                yield from _example(group, case.turns, "", case.answerable == "yes", sources)


def _examples_of_one(folder: Path, name: str, model: MiniLM) -> Iterator[Example]:
    """The examples of questions of which each is asked of one guide."""
    with _sources(folder / "guides", model) as sources:
        by_file = {guide.source: guide.id for guide in sources.snapshot.guides.values()}
        for line in asked_of_one(folder):
            guide_id = by_file[str(line.guide)]
            yield from _example(name, [line.question], guide_id, bool(line.quotes), sources)


class _sources:  # noqa: N801 -- read as a function
    """Sources over a corpus that is ingested into a folder of its own while they are used."""

    def __init__(self, corpus: Path, model: MiniLM) -> None:
        self._corpus, self._model = corpus, model
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Sources:
        folder = Path(self._folder.name)
        sync(folder, read_folder([self._corpus]).guides, self._model)
        self._snapshot = open_snapshot(folder, self._model.name)

        def read(text: str) -> tuple[Vectors, Reading]:
            reading = self._model.read(text)
            return reading.vector, reading

        return Sources(self._snapshot, read)

    def __exit__(self, *_: object) -> None:
        self._snapshot.close()
        self._folder.cleanup()


def _example(
    group: str, turns: Sequence[str], guide_id: str, answered: bool, sources: Sources
) -> Iterator[Example]:
    queries = understand(turns, sources.lexicon).queries
    if len(queries) != 1 or _decided_before(queries[0]):
        return
    roles = (guide_id,) if guide_id else queries[0].roles
    if len(roles) != 1:
        return
    asked = sources.asked(queries[0])
    kept = retrieve(sources.snapshot, asked, guide_ids=roles, k=DEPTH).kept
    signs = signs_of(queries[0], kept, asked, sources.snapshot)
    if signs is not None:
        yield Example(group, signs, asked.reading.vector, answered)


def _decided_before(query: Query) -> bool:
    strange = bool(query.unknown_roles) and not query.roles
    return query.pay_table or query.whole or strange or bool(query.abroad)


def _print_curve(chance: Floats, answered: Floats, groups: NDArray[np.str_]) -> None:
    table = Table("questions", "yes", "no", *(f"{threshold:.2f}" for threshold in THRESHOLDS))
    for group in sorted(set(groups.tolist())):
        own = groups == group
        yes, no = chance[own & (answered > 0)], chance[own & (answered == 0)]
        cells = [
            f"{_share(yes < threshold)} / {_share(no >= threshold)}" for threshold in THRESHOLDS
        ]
        table.add_row(group, str(len(yes)), str(len(no)), *cells)
    table.caption = "share of wrong no / share of wrong yes, by the threshold at which it answers"
    Console(width=120).print(table)


def _share(wrong: NDArray[np.bool_]) -> str:
    return f"{wrong.mean():.2f}" if len(wrong) else "N/A"
