"""The ``careers`` command: which commands there are, and how each ends."""

import subprocess
import sys

import pytest

from assistant.commands import main
from assistant.errors import SettingsError


def test_help_names_every_command(careers):
    code, out, err = careers("--help")
    assert (code, err) == (0, "")
    for name in ("ingest", "ask", "search", "serve", "evals"):
        assert f"careers {name}" in out


def test_no_command_is_wrong_usage(careers):
    code, out, _ = careers()
    assert code == 2
    assert "usage: careers" in out


def test_an_unknown_command_is_named_with_those_that_there_are(careers):
    code, out, err = careers("aks")
    assert (code, out) == (2, "")
    assert "'aks'" in err
    assert "careers ask" in err


@pytest.mark.parametrize("name", ["ask", "search", "ingest"])
def test_each_command_tells_its_options(name, careers):
    code, out, _ = careers(name, "--help")
    assert code == 0
    assert f"{name} [-h]" in out
    assert "--index" in out
    assert "--json" in out


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SettingsError("CAREERS_PORT: too high. Correct it."), 2),
        (BrokenPipeError(), 0),
        (KeyboardInterrupt(), 130),
    ],
)
def test_how_a_command_ends_that_can_not_go_on(error, code, careers, monkeypatch):
    def stop(argv):
        raise error

    monkeypatch.setattr("assistant.commands.search.main", stop)
    found, out, err = careers("search", "x")
    assert (found, out) == (code, "")
    assert "Traceback" not in err
    assert (str(error) in err) if isinstance(error, SettingsError) else True


def test_every_command_can_be_imported(project):
    from importlib import import_module

    for module, what in main.COMMANDS.values():
        assert callable(import_module(module).main)
        assert what


def test_the_help_loads_neither_the_index_nor_the_chat():
    code = (
        "import sys; from assistant.commands.main import main; main(['--help']);"
        "print([name for name in ('chromadb', 'gradio', 'onnxruntime') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
