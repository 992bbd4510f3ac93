"""Fit MiniLM's adapter, the late interaction and the second stage's weights to training questions.

Needs torch and onnx (pip install torch), which answering does not. Run after collect.py:
python -m tools.fit.adapt OUT.pickle
One pass over the questions: a second one fitted them better and other guides no better. Two guides
are kept out, and the share of their questions whose first chunk is right is printed at the end.
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
from torch.nn import functional

from tools.fit.minilm import WIDTH, Encoder

DATA = Path("assistant/embeddings_data")
RANK, DIMENSIONS, DROPOUT, BATCH = 8, 64, 0.1, 36
ENCODER_RATE, PROJECTION_RATE, WEIGHTS_RATE = 6e-4, 2e-3, 1e-2
KEPT_OUT = 3
#: What choosing the right sentence weighs beside choosing the right chunk, and how sharply.
SENTENCE_LOSS, SHARPNESS = 0.5, 16.0
MEASURED = ("similarity", "sentence", "two_sentences", "match")
#: Set, not fitted: training questions shun the guides' words, and people do not. Measured on the
#: eval suite: from .1 to .6 nothing is lost, above 1.2 the right place comes first less often.
#: What matters weigh is measured on strangers' questions: docs/adr/0012-matters.md.
HELD = {"covered": 0.6, "sentence_covered": 0.6, "matters": 0.6}
START = {"similarity": 8.0, "sentence": 4.0, "two_sentences": 4.0, "match": 12.0, "topic": 1.0}


class Ranker(torch.nn.Module):
    """A weighted sum of plain features, the cosines and the late interaction."""

    def __init__(self, names):
        super().__init__()
        self.names = (*MEASURED, *names)
        self.encoder = Encoder(RANK, DROPOUT)
        basis = torch.linalg.qr(torch.randn(WIDTH, DIMENSIONS))[0]
        self.projection = torch.nn.Parameter(basis.T.contiguous())
        self.gate = torch.nn.Parameter(torch.zeros(WIDTH))
        # What a chunk must beat to count as an answer, by what is asked; only fitting needs it.
        self.nothing = torch.nn.Parameter(torch.zeros(WIDTH))
        self.nothing_at = torch.nn.Parameter(torch.tensor(8.0))
        self.weights = torch.nn.Parameter(
            torch.tensor([START.get(name, 0.0) for name in self.names])
        )

    def project(self, states):
        flat = functional.dropout(states, DROPOUT, self.training) @ self.projection.T
        return flat / (flat.norm(dim=-1, keepdim=True) + 1e-6)

    def forward(self, guide, questions):
        """The score of every chunk and, last, of none for each question, and by sentence."""
        every = [*guide["texts"], *(text for own in guide["sentences"] for text in own)]
        states, vectors = self.encoder.read(every)
        count = len(guide["texts"])
        pieces = self.project(torch.cat([own[1:-1] for own in states[:count]]))
        lengths = [len(text) - 2 for text in guide["texts"]]
        asked_states, asked = self.encoder.read([question["ids"] for question in questions])
        cosines = asked @ vectors.T
        whole = cosines[:, :count]
        first, two = self._by_sentence(guide, cosines[:, count:], whole)
        nothing = asked @ self.nothing + self.nothing_at
        scores = []
        for row, question in enumerate(questions):
            own = asked_states[row][1:-1]
            met = (self.project(own) @ pieces.T).split(lengths, dim=1)
            best = torch.stack([part.max(1)[0] for part in met], 1)
            rarity = self._rarity(guide, question["ids"][1:-1])
            weight = rarity * torch.exp(own @ self.gate)
            match = (weight / weight.sum()) @ best
            measured = torch.stack([whole[row], first[row], two[row], match], 1)
            own = torch.cat([measured, question["features"]], 1) @ self.weights
            scores.append(torch.cat([own, nothing[row, None]]))
        return scores, cosines

    def _by_sentence(self, guide, cosines, whole):
        """The best sentence's cosine and the mean of the best two; a row has its chunk's."""
        first, two, start = [], [], 0
        for place, own in enumerate(guide["sentences"]):
            values = cosines[:, start : start + len(own)] if own else whole[:, place : place + 1]
            start += len(own)
            top = values.topk(min(2, values.shape[1]), dim=1)[0]
            first.append(top[:, 0])
            two.append((top.clamp(min=0) if own else top).mean(1))
        return torch.stack(first, 1), torch.stack(two, 1)

    def _rarity(self, guide, ids):
        among = len(guide["texts"])
        rare = torch.tensor([math.log(1 + among / (1 + guide["counts"][piece])) for piece in ids])
        return rare / (rare.sum() + 1e-6)


def main(collected: Path) -> None:
    """Fit, report and write the files that answering reads."""
    torch.manual_seed(0)
    random.seed(0)
    guides, questions = pickle.loads(collected.read_bytes())
    names = sorted({name for q in questions for row in q["features"] for name in row})
    prepare(guides, questions, names)
    for question in questions:
        aim(question, guides[question["guide"]])
    order = sorted(guides)
    random.Random(5).shuffle(order)
    kept_out = set(order[:KEPT_OUT])
    model = Ranker(names)
    fit(model, guides, [q for q in questions if q["guide"] not in kept_out])
    report(model, guides, [q for q in questions if q["guide"] in kept_out])
    save(model)


def prepare(guides, questions, names):
    """How many chunks of its guide have each piece; the features as tensors."""
    for guide in guides.values():
        guide["counts"] = Counter(piece for text in guide["texts"] for piece in set(text[1:-1]))
    for question in questions:
        rows = [[row.get(name, 0.0) for name in names] for row in question["features"]]
        question["features"] = torch.tensor(rows)


def aim(question, guide):
    """The first gold chunk and sentence as targets, further ones half."""
    chunks = len(guide["texts"])
    question["target"] = _target(question["gold"] or [chunks], chunks + 1)
    gold = sentence_places(guide, question)
    texts = chunks + sum(map(len, guide["sentences"]))
    question["sentence_target"] = _target(gold, texts) if gold else None


def sentence_places(guide, question):
    """Places of the sentences and rows that answer among a guide's texts."""
    starts = [len(guide["texts"])]
    for own in guide["sentences"]:
        starts.append(starts[-1] + len(own))
    return [
        starts[place] + number if guide["sentences"][place] else place
        for place, number in question["gold_sentences"]
    ]


def _target(gold, length):
    target = torch.zeros(length)
    for rank, place in enumerate(dict.fromkeys(gold)):
        target[place] = 1.0 if rank == 0 else 0.5
    return target / target.sum()


def fit(model, guides, questions):
    """One pass, batches of one guide's questions against all its chunks."""
    batches = []
    for guide in guides:
        own = [question for question in questions if question["guide"] == guide]
        random.shuffle(own)
        batches += [own[start : start + BATCH] for start in range(0, len(own), BATCH)]
    random.shuffle(batches)
    optimise(model, guides, batches, loss_of)


def optimise(model, guides, batches, loss_of, rate=1.0):
    """One step a batch, the rates first rising and then falling to nothing.

    Args:
        model: the ranker.
        guides: by name.
        batches: of questions of one guide each.
        loss_of: what a batch costs, of the model, its guide and the batch.
        rate: what all rates are multiplied by.
    """
    encoder = list(model.encoder.parameters())
    rates = [rate * own for own in (ENCODER_RATE, PROJECTION_RATE, WEIGHTS_RATE)]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "weight_decay": 0.0},
            {"params": [model.projection, model.gate], "weight_decay": 0.01},
            {"params": [model.weights, model.nothing, model.nothing_at], "weight_decay": 0.0},
        ]
    )
    model.train()
    for step, batch in enumerate(batches):
        done = step / len(batches)
        factor = min(1.0, (step + 1) / (0.1 * len(batches))) * 0.5 * (1 + math.cos(math.pi * done))
        for group, own in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = own * max(factor, 0.02)
        loss = loss_of(model, guides[batch[0]["guide"]], batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder, 1.0)
        optimiser.step()


def loss_of(model, guide, batch):
    """How far a batch's chunks and sentences are from their targets."""
    scores, cosines = model(guide, batch)
    losses = [
        -(question["target"] * torch.log_softmax(own, 0)).sum()
        for question, own in zip(batch, scores, strict=True)
    ]
    units = units_of(guide)
    for question, own in zip(batch, cosines, strict=True):
        if question["sentence_target"] is not None:
            chances = torch.log_softmax(SHARPNESS * own[units], 0)
            losses.append(-SENTENCE_LOSS * (question["sentence_target"][units] * chances).sum())
    return sum(losses) / len(batch)


def units_of(guide):
    """Places of the sentences and whole rows among a guide's texts."""
    count = len(guide["texts"])
    rows = [place for place, own in enumerate(guide["sentences"]) if not own]
    return torch.tensor([*rows, *range(count, count + sum(map(len, guide["sentences"])))])


def report(model, guides, questions):
    """The share of the questions about unseen guides whose first chunk is right."""
    model.eval()
    right, chosen, certain = [], [], []
    with torch.no_grad():
        for guide in sorted({question["guide"] for question in questions}):
            own = [question for question in questions if question["guide"] == guide]
            units = units_of(guides[guide])
            for question, scores, cosines in zip(own, *model(guides[guide], own), strict=True):
                ranked = scores[:-1]
                certain.append((float(ranked.max() - scores[-1]), bool(question["gold"])))
                if question["gold"]:
                    right.append(int(ranked.argmax()) in question["gold"])
                if question["sentence_target"] is not None:
                    best = units[int(cosines[units].argmax())]
                    chosen.append(bool(question["sentence_target"][best] > 0))
    yes = np.array([value for value, answered in certain if answered])
    no = np.array([value for value, answered in certain if not answered])
    area = np.mean(yes[:, None] > no)
    print(f"of {len(right)} about guides not fitted to: first chunk {np.mean(right):.3f}")
    print(f"first sentence {np.mean(chosen):.3f}; answered told from not, area {area:.3f}")


def save(model):
    """Write what was fitted, in halves: a thousandth is enough."""

    def halves(tensor):
        return tensor.detach().numpy().astype(np.float16)

    changes = {name: halves(value) for name, value in model.encoder.changes().items()}
    np.savez_compressed(DATA / "adapter.npz", **changes)
    np.savez(
        DATA / "late_interaction.npz",
        projection=halves(model.projection),
        gate=halves(model.gate),
    )
    weights = {
        name: round(value, 4)
        for name, value in zip(model.names, model.weights.tolist(), strict=True)
        if value
    } | HELD
    (DATA / "ranking.json").write_text(json.dumps(weights, indent=1) + "\n")
    print(weights)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
