"""Fit the adapter, the projection and the gate further, to questions as strangers ask them.

Needs torch and onnx, as adapt.py does. Run after collect.py with sets:
python -m tools.fit.further OUT.pickle [OUT.pickle ...]
It goes on from the files that are there. One pass a seed, and the mean of what the seeds give is
written; the weights of the sum move along and are put back. Then run
``python -m evals calibrate --write``. docs/adr/0024-questions-as-people-ask-them.md has what was
measured.
"""

import json
import math
import pickle
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from tools.fit.adapt import (
    DATA,
    ENCODER_RATE,
    HELD,
    MEASURED,
    PROJECTION_RATE,
    SENTENCE_LOSS,
    SHARPNESS,
    WEIGHTS_RATE,
    Ranker,
    save,
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
    for guide in guides.values():
        guide["counts"] = Counter(piece for text in guide["texts"] for piece in set(text[1:-1]))
    weights = json.loads((DATA / "ranking.json").read_text())
    names = [name for name in weights if name not in MEASURED]
    for question in questions:
        rows = [[row.get(name, 0.0) for name in names] for row in question["features"]]
        question["features"] = torch.tensor(rows)
    states = []
    for seed, rate in enumerate(RATES):
        torch.manual_seed(seed)
        random.seed(seed)
        model = as_kept(Ranker(names), weights)
        fit(model, guides, questions, rate)
        states.append(model.state_dict())
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    # What a kind of section weighs depends on what is asked about most, so no weight is kept of it.
    mean["weights"] = torch.tensor([weights[name] for name in model.names])
    model.load_state_dict(mean)
    save(model)


def as_kept(model: Ranker, weights: dict[str, float]) -> Ranker:
    """The model with what is read when answering."""
    adapter, met = np.load(DATA / "adapter.npz"), np.load(DATA / "late_interaction.npz")

    def kept(stored):
        return torch.tensor(stored.astype("float32"))

    with torch.no_grad():
        for name, value in model.encoder.changes().items():
            value.copy_(kept(adapter[name]))
        model.projection.copy_(kept(met["projection"]))
        model.gate.copy_(kept(met["gate"]))
        model.weights.copy_(torch.tensor([weights[name] for name in model.names]))
    return model


def fit(model: Ranker, guides, questions, rate: float) -> None:
    """One pass, batches of one guide's questions against all its chunks."""
    batches = batches_of(questions)
    encoder = list(model.encoder.parameters())
    rates = [rate * own for own in (ENCODER_RATE, PROJECTION_RATE, WEIGHTS_RATE)]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "weight_decay": 0.0},
            {"params": [model.projection, model.gate], "weight_decay": 0.01},
            {"params": [model.weights], "weight_decay": 0.0},
        ]
    )
    held = torch.tensor([name in HELD for name in model.names])
    model.train()
    for step, batch in enumerate(batches):
        done = step / len(batches)
        factor = min(1.0, (step + 1) / (0.1 * len(batches))) * 0.5 * (1 + math.cos(math.pi * done))
        for group, own in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = own * max(factor, 0.02)
        loss = loss_of(model, guides[batch[0]["guide"]], batch)
        optimiser.zero_grad()
        loss.backward()
        model.weights.grad[held] = 0
        torch.nn.utils.clip_grad_norm_(encoder, 1.0)
        optimiser.step()


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


def sentence_places(guide, question):
    """Places of the sentences and rows that answer among a guide's texts."""
    starts = [len(guide["texts"])]
    for own in guide["sentences"]:
        starts.append(starts[-1] + len(own))
    return [
        starts[place] + number if guide["sentences"][place] else place
        for place, number in question["gold_sentences"]
    ]


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
