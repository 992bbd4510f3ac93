"""What is fitted to say no by: the ratios of matters, and a ridge logistic regression."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answering.confidence import Ratios, features_of
from assistant.answering.signs import Signs, Where
from assistant.embeddings import Vectors

#: How much the question's vector may weigh beside the plain features, and the ridge; how often a
#: question counts that was not written to train on; and what questions with an answer weigh in sum.
#: By strangers' sets left out in turn: docs/adr/0020-near-misses.md.
QUESTION_SCALE, RIDGE = 0.4, 3e-4
COUNTED, ANSWERED = 8.0, 0.6
#: Questions about each matter that are taken to have been asked as well, as of all matters.
UNSEEN = 6.0
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A question of one guide: what the decision sees of it, and whether the guide answers it."""

    group: str
    signs: Signs
    question: Vectors
    answered: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """What was fitted to some examples: the matters' ratios, and the logistic model over both."""

    ratios: Ratios
    names: Sequence[str]
    middle: Floats
    spread: Floats
    weights: Floats
    bias: float

    def chance(self, examples: Sequence[Example]) -> Floats:
        """How likely it is of each example that the guide answers."""
        plain = _plain(examples, self.ratios, self.names)
        return _chance(_design(plain, self.middle, self.spread, examples), self.weights, self.bias)

    def write(self, file: Path) -> None:
        """Keep it as the assistant reads it: for features and vectors as they are."""
        count = len(self.names)
        own = self.weights[:count] / self.spread
        np.savez(
            file,
            names=np.array(self.names),
            weights=own,
            matters=np.array([*self.ratios]),
            ratios=np.array([[told[where] for where in Where] for told in self.ratios.values()]),
            question=(self.weights[count:] * QUESTION_SCALE * np.sqrt(384)).astype(np.float32),
            bias=self.bias - float(own @ self.middle),
        )


def fit_to(examples: Sequence[Example], chosen: NDArray[np.bool_]) -> Fit:
    """The fit to those examples that are chosen, one truth value each."""
    own = list(compress(examples, chosen))
    ratios = _ratios(own)
    names = list(features_of(own[0].signs, ratios))
    plain = _plain(own, ratios, names)
    middle, spread = plain.mean(0), plain.std(0) + 1e-9
    counts = np.array([1.0 if example.group == "training" else COUNTED for example in own])
    answered = np.array([float(example.answered) for example in own])
    weights, bias = _logistic(_design(plain, middle, spread, own), answered, counts)
    return Fit(ratios, names, middle, spread, weights, bias)


def _plain(examples: Sequence[Example], ratios: Ratios, names: Sequence[str]) -> Floats:
    """The features of examples, a row each."""
    numbers = [features_of(example.signs, ratios) for example in examples]
    return np.array([[one[name] for name in names] for one in numbers])


def _design(plain: Floats, middle: Floats, spread: Floats, examples: Sequence[Example]) -> Floats:
    """What the model is linear in: the features at one scale, and the question's vector."""
    vectors = np.array([example.question for example in examples]) * np.sqrt(384)
    return np.hstack([(plain - middle) / spread, vectors * QUESTION_SCALE])


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
