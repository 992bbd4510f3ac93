"""``careers doctor`` says in words what is wrong and how to mend it, and tells no secret."""

import shutil
import socket

import pytest

from assistant.commands import main
from evals.adversary.server import Reply, serving

SECRET = "sk-a-secret-of-the-test"


@pytest.fixture
def doctor(index_folder, monkeypatch, capsys, tmp_path, project):
    """Run it with these settings: (exit code, what it said on one line)."""

    def run(*arguments, **settings):
        monkeypatch.setenv("CAREERS_DATA", str(tmp_path / "data"))
        monkeypatch.setenv("CAREERS_INDEX", str(index_folder))
        monkeypatch.setenv("CAREERS_CORPUS", str(project / "corpus"))
        for name, value in settings.items():
            monkeypatch.setenv(name, str(value))
        code = main.main(["doctor", *arguments])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


def unused_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def test_all_is_well_without_a_model(doctor):
    code, said = doctor()
    assert (code, "All is well." in said) == (0, True)
    for about in ("settings", "disk", "embedding model", "Chroma", "index", "guides", "chat model"):
        assert f"well {about}:" in said
    assert "2 guides" in said


def test_a_model_that_answers_is_well_and_its_key_stays_secret(doctor):
    with serving(lambda _: Reply("ready")) as server:
        url = server.url.replace("http://", "http://user:password@")
        code, said = doctor(
            CAREERS_CHAT_MODEL="openai:fake", OPENAI_BASE_URL=url, OPENAI_API_KEY=SECRET
        )
        assert len(server.requests) == 1
    assert code == 0
    assert "openai:fake at http://127.0.0.1:" in said
    assert SECRET not in said
    assert "password" not in said


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(status=401, error=SECRET), "OPENAI_API_KEY"),
        (Reply(status=404), "CAREERS_CHAT_MODEL"),
        (Reply(" "), "without words"),
    ],
)
def test_a_model_that_does_not_answer_is_told_with_what_to_do(reply, words, doctor):
    with serving(lambda _: reply) as server:
        code, said = doctor(
            CAREERS_CHAT_MODEL="openai:fake",
            CAREERS_CHAT_RETRIES=0,
            OPENAI_BASE_URL=server.url,
            OPENAI_API_KEY=SECRET,
        )
    assert code == 1
    assert "wrong chat model" in said
    assert words in said
    assert SECRET not in said


def test_no_server_at_the_address_is_told(doctor):
    code, said = doctor(
        CAREERS_CHAT_MODEL="openai:fake",
        CAREERS_CHAT_RETRIES=0,
        OPENAI_BASE_URL=f"http://127.0.0.1:{unused_port()}/v1",
    )
    assert code == 1
    assert "OPENAI_BASE_URL" in said


def test_a_model_is_not_called_where_that_is_not_wanted(doctor):
    assert doctor("--no-model", CAREERS_CHAT_MODEL="openai:fake", OPENAI_BASE_URL="x")[0] == 0


def test_a_provider_without_its_package_is_told_how_to_install(doctor):
    code, said = doctor(CAREERS_CHAT_MODEL="mistralai:small")
    assert code == 1
    assert "pip install langchain-mistralai" in said


def test_a_misspelt_variable_is_told_with_what_was_meant(doctor):
    code, said = doctor(CAREERS_CHAT_MODLE="openai:x")
    assert code == 1
    assert "Did you mean CAREERS_CHAT_MODEL?" in said


def test_half_a_price_is_told(doctor):
    code, said = doctor(CAREERS_CHAT_PRICE_REPLY="1.5")
    assert (code, "CAREERS_CHAT_PRICE_PROMPT" in said) == (1, True)


def test_no_snapshot_is_told(doctor, tmp_path):
    code, said = doctor("--index", str(tmp_path / "nothing"))
    assert (code, "Run: python ingest.py" in said) == (1, True)


def test_guides_that_are_newer_than_the_index_are_told(doctor, tmp_path, project, index_folder):
    shutil.copytree(project / "corpus", tmp_path / "corpus")
    guide = tmp_path / "corpus" / "backend-engineer.md"
    guide.write_text(guide.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    code, said = doctor(CAREERS_CORPUS=tmp_path / "corpus", CAREERS_INDEX=index_folder)
    assert code == 1
    assert "differ in: backend-engineer" in said


def test_a_chroma_server_that_does_not_answer_is_told(doctor):
    code, said = doctor(CAREERS_CHROMA_URL=f"http://127.0.0.1:{unused_port()}")
    assert code == 1
    assert "wrong Chroma" in said
    assert "CAREERS_CHROMA_URL" in said
