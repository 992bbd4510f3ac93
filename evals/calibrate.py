"""``python -m evals calibrate``: fit when to say no, and print wrong yes against wrong no.

Fitted on the training questions (invented guides), strangers' questions and the dev half of the
built-in cases; the held-out half only shows how it does on questions that had no part in it. What
is printed of a strangers' set is by a fit without it. A wrong no is a fault like a wrong yes: both
are printed.
"""

import argparse
import math
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from assistant.answering import confidence
from assistant.answering.confidence import features_of
from assistant.answering.signs import Signs, Where, signs_of
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
from evals.trained_on import GUIDES, STRANGERS, asked_of_one, cases_of, taught

#: Kinds of case that are decided before any evidence is weighed, or ask several things at once.
DECIDED_BEFORE = {
    "no_guide", "small_talk", "injection", "distress", "multi", "email", "comparison", "no_role",
}  # fmt: skip
#: How much the question's vector may weigh beside the plain features, and the ridge; how often a
#: question counts that was not written to train on; and what questions with an answer weigh in sum.
#: By strangers' sets left out in turn: docs/adr/0020-near-misses.md.
QUESTION_SCALE, RIDGE = 0.4, 3e-4
COUNTED, ANSWERED = 8.0, 0.6
#: Questions about each matter that are taken to have been asked as well, as of all matters.
UNSEEN = 6.0
#: Strangers' sets that are left out together.
FOLDS = 5
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question of one guide: what the decision sees of it, and whether the guide answers it."""

    group: str
    signs: Signs
    question: Vectors
    answered: bool


def main(argv: Sequence[str]) -> int:
    """Fit and print; with ``--write``, keep the weights."""
    parser = argparse.ArgumentParser("python -m evals calibrate", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the fitted weights")
    options = parser.parse_args(argv)
    examples = list(_examples(MiniLM()))
    ratios = _ratios(one for one in examples if not one.group.endswith("held-out"))
    numbers = [features_of(example.signs, ratios) for example in examples]
    names = list(numbers[0])
    plain = np.array([[one[name] for name in names] for one in numbers])
    vectors = np.array([example.question for example in examples]) * np.sqrt(384)
    answered = np.array([float(example.answered) for example in examples])
    groups = np.array([example.group for example in examples])
    fitted_on = np.array([not group.endswith("held-out") for group in groups])
    counts = np.where(groups == "training", 1.0, COUNTED)
    middle, spread = plain[fitted_on].mean(0), plain[fitted_on].std(0) + 1e-9
    design = np.hstack([(plain - middle) / spread, vectors * QUESTION_SCALE])

    def fit(chosen: NDArray[np.bool_]) -> tuple[Floats, float]:
        return _logistic(design[chosen], answered[chosen], counts[chosen])

    weights, bias = fit(fitted_on)
    chance = _chance(design, weights, bias)
    sets = sorted({group for group in groups.tolist() if group.startswith("strangers")})
    for fold in range(FOLDS):
        left_out = np.isin(groups, sets[fold::FOLDS])
        chance[left_out] = _chance(design[left_out], *fit(fitted_on & ~left_out))
    _print_curve(chance, answered, groups)
    if options.write:
        own = weights[: len(names)] / spread
        np.savez(
            confidence.FITTED,
            names=np.array(names),
            weights=own,
            matters=np.array([*ratios]),
            ratios=np.array([[own[where] for where in Where] for own in ratios.values()]),
            question=(weights[len(names) :] * QUESTION_SCALE * np.sqrt(384)).astype(np.float32),
            bias=bias - float(own @ middle),
        )
        print(f"written to {confidence.FITTED.name}", file=sys.stderr)
    return 0


def _ratios(examples: Iterable[Example]) -> dict[str, dict[Where, float]]:
    """Of each matter, how much oftener a guide that answers tells of it first, or elsewhere.

    Natural logarithms of the ratio of two shares, each as if ``UNSEEN`` more questions were asked
    about the matter of which guides tell as of all matters together.
    """
    counts = {answered: defaultdict[str, Counter[Where]](Counter) for answered in (True, False)}
    for example in examples:
        for matter, where in example.signs.matters.items():
            counts[example.answered][matter][where] += 1
    share = {
        answered: {
            where: sum(one[where] for one in own.values())
            / sum(one.total() for one in own.values())
            for where in Where
        }
        for answered, own in counts.items()
    }

    def rate(matter: str, where: Where, *, answered: bool) -> float:
        own = counts[answered][matter]
        return (own[where] + UNSEEN * share[answered][where]) / (own.total() + UNSEEN)

    return {
        matter: {
            where: math.log(
                rate(matter, where, answered=True) / rate(matter, where, answered=False)
            )
            for where in Where
        }
        for matter in sorted({*counts[True], *counts[False]})
    }


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


def _chance(design: Floats, weights: Floats, bias: float) -> Floats:
    chance: Floats = 1 / (1 + np.exp(-(design @ weights + bias)))
    return chance


def _logistic(design: Floats, answered: Floats, counts: Floats) -> tuple[Floats, float]:
    """Weights and bias of a ridge logistic regression, in which yes weighs ``ANSWERED`` in sum."""
    share = (counts * answered).sum() / counts.sum()
    weigh = np.where(answered > 0, ANSWERED / share, (1 - ANSWERED) / (1 - share))
    weigh = weigh * counts / counts.mean()

    def loss(theta: Floats) -> tuple[float, Floats]:
        weights = theta[:-1]
        chance = _chance(design, weights, float(theta[-1]))
        said = np.where(answered > 0, chance, 1 - chance)
        pull = weigh * (chance - answered) / len(answered)
        value = -(weigh * np.log(said + 1e-12)).mean() + RIDGE * weights @ weights
        return float(value), np.append(design.T @ pull + 2 * RIDGE * weights, pull.sum())

    theta = minimize(loss, np.zeros(design.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return theta[:-1], float(theta[-1])


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
