"""Fit the late interaction's projection and the second stage's weights to the training questions.

Needs torch (pip install torch), which nothing else here does. Run after collect.py:
python tools/fit/matching.py OUT.npz
One pass over the questions of fifteen invented guides; a second pass fits them better and other
guides worse.
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

DATA = Path("assistant/embeddings_data")
DIMENSIONS, DROPOUT, RATE, BATCH, PASSES = 64, 0.1, 2e-3, 8, 1


class Ranker(torch.nn.Module):
    """A weighted sum of plain features and the late interaction."""

    def __init__(self, names):
        super().__init__()
        self.names = names
        self.projection = torch.nn.Parameter(
            torch.linalg.qr(torch.randn(384, DIMENSIONS))[0].T.contiguous()
        )
        self.gate = torch.nn.Parameter(torch.zeros(384))
        start = {
            "similarity": 8.0,
            "sentence": 4.0,
            "two_sentences": 4.0,
            "match": 12.0,
            "topic": 1.0,
        }
        self.weights = torch.nn.Parameter(torch.tensor([start.get(name, 0.0) for name in names]))

    def project(self, states):
        flat = functional.dropout(states, DROPOUT, self.training) @ self.projection.T
        return flat / (flat.norm(dim=-1, keepdim=True) + 1e-6)

    def forward(self, item, guide, chunks):
        asked = self.project(item["states"])
        cosines = torch.einsum("qd,npd->nqp", asked, chunks).masked_fill(
            ~guide["mask"][:, None, :], -1
        )
        weight = item["rarity"] * torch.exp(item["states"] @ self.gate)
        match = cosines.max(2)[0] @ (weight / weight.sum())
        features = item["features"].clone()
        features[:, self.names.index("match")] = match
        return features @ self.weights


def main(collected: Path) -> None:
    torch.manual_seed(0)
    random.seed(0)
    guides, items = pickle.loads(collected.read_bytes())
    names = sorted({name for item in items for row in item["features"] for name in row} | {"match"})
    for guide in guides.values():
        pad(guide)
    items = [
        prepare(item, guides[item["guide"]], names)
        for item in items
        if item["gold"] and len(item["pieces"])
    ]
    model = Ranker(names)
    fit(model, items, guides)
    model.eval()
    with torch.no_grad():
        right = [
            int(model(i, guides[i["guide"]], model.project(guides[i["guide"]]["states"])).argmax())
            in i["gold"]
            for i in items
        ]
    print("first chunk right on the training questions:", round(sum(right) / len(right), 3))
    np.savez(
        DATA / "late_interaction.npz",
        projection=model.projection.detach().numpy().astype(np.float16),
        gate=model.gate.detach().numpy().astype(np.float16),
    )
    weights = {
        name: round(value, 4)
        for name, value in zip(names, model.weights.tolist(), strict=True)
        if value
    }
    (DATA / "ranking.json").write_text(json.dumps(weights, indent=1) + "\n")
    print(weights)


def pad(guide):
    longest = max(len(pieces) for pieces in guide["pieces"])
    states = np.zeros((len(guide["pieces"]), longest, 384), np.float32)
    mask = np.zeros(states.shape[:2], bool)
    for place, own in enumerate(guide["states"]):
        states[place, : len(own)] = own
        mask[place, : len(own)] = True
    guide["states"], guide["mask"] = torch.from_numpy(states), torch.from_numpy(mask)
    guide["counts"] = Counter(piece for pieces in guide["pieces"] for piece in set(pieces.tolist()))


def prepare(item, guide, names):
    among = len(guide["pieces"])
    rarity = np.array(
        [math.log(1 + among / (1 + guide["counts"][p])) for p in item["pieces"].tolist()],
        np.float32,
    )
    item["rarity"] = torch.from_numpy(rarity / (rarity.sum() + 1e-6))
    item["states"] = torch.from_numpy(item["states"])
    item["features"] = torch.tensor(
        [[row.get(name, 0.0) for name in names] for row in item["features"]]
    )
    target = torch.zeros(among)
    for rank, place in enumerate(item["gold"]):
        target[place] += 1.0 if rank == 0 else 0.5
    item["target"] = target / target.sum()
    return item


def fit(model, items, guides):
    fitted = [model.projection, model.gate]
    optimiser = torch.optim.AdamW(
        [
            {"params": fitted, "lr": RATE, "weight_decay": 0.01},
            {"params": [model.weights], "lr": 1e-2, "weight_decay": 0.0},
        ]
    )
    by_guide = {}
    for item in items:
        by_guide.setdefault(item["guide"], []).append(item)
    for _ in range(PASSES):
        model.train()
        batches = []
        for own in by_guide.values():
            random.shuffle(own)
            batches += [own[start : start + BATCH] for start in range(0, len(own), BATCH)]
        random.shuffle(batches)
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimiser, [RATE, 1e-2], total_steps=len(batches) + 1, pct_start=0.1
        )
        for batch in batches:
            optimiser.zero_grad()
            guide = guides[batch[0]["guide"]]
            chunks = model.project(guide["states"])
            loss = -sum(
                (i["target"] * torch.log_softmax(model(i, guide, chunks), 0)).sum() for i in batch
            ) / len(batch)
            loss.backward()
            optimiser.step()
            schedule.step()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
