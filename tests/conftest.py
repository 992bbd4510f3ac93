"""What every test stands on: no keys, no network beyond loopback, and one real index a session."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent
PRIVATE = ("CAREERS_", "OPENAI_", "LANGCHAIN_", "LANGSMITH_", "ANTHROPIC_", "AZURE_", "HF_")
#: A busy machine is slow, and that is no fault of what is tested.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure(config):
    """Take keys and settings out of the environment before anything can read them.

    Beyond loopback, sockets are refused by pytest-socket (see addopts in pyproject.toml).
    """
    for name in [name for name in os.environ if name.startswith(PRIVATE)]:
        del os.environ[name]


@pytest.fixture(scope="session", autouse=True)
def _no_settings_file():
    """The .env file of whoever runs the tests changes no test."""
    from assistant.settings import Settings

    Settings.model_config["env_file"] = None


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory) -> Path:
    """An index of corpus/, made once a session with the real embedding model."""
    folder: Path = tmp_path_factory.mktemp("index")
    command = [
        sys.executable,
        str(PROJECT / "ingest.py"),
        str(PROJECT / "corpus"),
        "--index",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=PROJECT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
