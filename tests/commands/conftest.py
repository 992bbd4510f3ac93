"""Commands run in this process over the session's index, with the model loaded once."""

import pytest

from assistant.commands import ask, main, search
from assistant.commands.opening import open_assistant
from tests.opened import assistant_over


@pytest.fixture
def careers(index_folder, monkeypatch, capsys):
    """Run ``careers`` with these arguments: (exit code, output, errors)."""

    def opened(index):
        if index is None or index == index_folder:
            return assistant_over(index_folder)
        return real(index)

    real = open_assistant
    monkeypatch.setattr(ask, "open_assistant", opened)
    monkeypatch.setattr(search, "open_assistant", opened)

    def run(*arguments):
        try:
            code = main.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
