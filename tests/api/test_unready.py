"""What clients are told when there are no guides, no records, or something breaks."""

from fastapi.testclient import TestClient

from assistant.embeddings import MiniLM
from assistant.errors import RecordsError
from assistant.pipeline import Assistant
from tests.api.conftest import parts_over, served_api
from tests.api.test_access import kind_of
from tests.opened import assistant_over


def test_without_guides_every_call_says_that_it_is_not_ready(tmp_path):
    with served_api(parts_over(Assistant(tmp_path / "none", MiniLM()), tmp_path)) as api:
        client = api.client()
        for path, body in (
            ("/ask", {"question": "Pay?"}),
            ("/ask/stream", {"question": "Pay?"}),
            ("/search", {"query": "Pay?"}),
        ):
            refused = client.post(path, json=body)
            assert (refused.status_code, kind_of(refused)) == (503, "unavailable"), path
            assert str(tmp_path) not in refused.text
        assert client.get("/guides").status_code == 503
        health = client.get("/health")
        assert health.status_code == 503
        assert health.json()["index"] == {
            "ready": False,
            "snapshot": None,
            "created": None,
            "guides": 0,
        }
        assert health.json()["database"] == {"ready": True}


def test_records_that_do_not_answer_are_told_by_the_health(index_folder, tmp_path, monkeypatch):
    parts = parts_over(assistant_over(index_folder), tmp_path)

    def fail():
        raise RecordsError("/secret/place can't be opened")

    monkeypatch.setattr(parts.records, "check", fail)
    with served_api(parts) as api:
        health = api.with_secret("").get("/health")
        assert (health.status_code, health.json()["database"]) == (503, {"ready": False})
        assert "secret" not in health.text


class Broken:
    """An assistant with a fault of its own."""

    def sources(self):
        return self

    def ask(self, question, _conversation=None):
        raise ZeroDivisionError(question)


def test_an_error_of_ours_tells_nothing_of_its_inside(tmp_path):
    from fastapi import FastAPI

    from assistant.web.api import add_api

    parts = parts_over(Broken(), tmp_path)
    app = FastAPI()
    add_api(app, parts)
    _, secret = parts.accounts.add_key("website", "test")
    with parts.records:
        client = TestClient(app, raise_server_exceptions=False)
        headers = {"Authorization": f"Bearer {secret}"}
        refused = client.post("/api/v1/ask", json={"question": "My secret"}, headers=headers)
    assert (refused.status_code, kind_of(refused)) == (500, "broken")
    assert "secret" not in refused.text
