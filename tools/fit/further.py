"""Fit the adapter, the projection and the gate further, to questions as strangers ask them.

Needs torch and onnx, as adapt.py does. Run after collect.py with sets:
python -m tools.fit.further OUT.pickle [OUT.pickle ...]
It goes on from the files that are there. One pass a seed, and the mean of what the seeds give is
written; the weights of the sum move along and are put back. Then run
``python -m evals calibrate --write``. docs/adr/0024-questions-as-people-ask-them.md has what was
measured.
"""

import json
import pickle
import random
import sys
from pathlib import Path

import numpy as np
import torch

from tools.fit.adapt import (
    DATA,
    HELD,
    MEASURED,
    SENTENCE_LOSS,
    SHARPNESS,
    Ranker,
    optimise,
    prepare,
    save,
    sentence_places,
    units_of,
)

#: Of the rates of the first fit, by seed.
RATES = (0.8, 1.2)
BATCH = 18


def main(collected: list[Path]) -> None:
    """Fit once a seed and write the mean."""
    guides, questions = {}, []
    for file in collected:
        own_guides, own = pickle.loads(file.read_bytes())
        guides |= own_guides
        questions += [question for question in own if question["gold"]]
    weights = json.loads((DATA / "ranking.json").read_text())
    names = [name for name in weights if name not in MEASURED]
    prepare(guides, questions, names)
    states = []
    for seed, rate in enumerate(RATES):
        torch.manual_seed(seed)
        random.seed(seed)
        model = as_kept(Ranker(names), weights)
        optimise(model, guides, batches_of(questions), loss_of, rate)
        states.append(model.state_dict())
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    # What a kind of section weighs depends on what is asked about most, so no weight is kept of it.
    mean["weights"] = torch.tensor([weights[name] for name in model.names])
    model.load_state_dict(mean)
    save(model)


def as_kept(model: Ranker, weights: dict[str, float]) -> Ranker:
    """The model with what is read when answering, the weights that were set by hand held."""
    adapter, met = np.load(DATA / "adapter.npz"), np.load(DATA / "late_interaction.npz")

    def kept(stored):
        return torch.tensor(stored.astype("float32"))

    with torch.no_grad():
        for name, value in model.encoder.changes().items():
            value.copy_(kept(adapter[name]))
        model.projection.copy_(kept(met["projection"]))
        model.gate.copy_(kept(met["gate"]))
        model.weights.copy_(torch.tensor([weights[name] for name in model.names]))
    free = torch.tensor([float(name not in HELD) for name in model.names])
    model.weights.register_hook(lambda slopes: slopes * free)
    return model


def batches_of(questions):
    """Batches of about ``BATCH`` questions of one guide each, in random order."""
    by_guide = {}
    for question in questions:
        by_guide.setdefault(question["guide"], []).append(question)
    batches = []
    for own in by_guide.values():
        random.shuffle(own)
        parts = max(1, round(len(own) / BATCH))
        batches += [own[part::parts] for part in range(parts)]
    random.shuffle(batches)
    return batches


def loss_of(model: Ranker, guide, batch):
    """How unlikely it is that one of the chunks, and one of the sentences, that answer is first."""
    scores, cosines = model(guide, batch)
    units = units_of(guide)
    numbers = {int(unit): number for number, unit in enumerate(units)}
    loss = 0.0
    for question, own, near in zip(batch, scores, cosines, strict=True):
        loss -= torch.logsumexp(torch.log_softmax(own[:-1], 0)[question["gold"]], 0)
        gold = [numbers[place] for place in sentence_places(guide, question) if place in numbers]
        if gold:
            chances = torch.log_softmax(SHARPNESS * near[units], 0)
            loss -= SENTENCE_LOSS * torch.logsumexp(chances[gold], 0)
    return loss / len(batch)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
