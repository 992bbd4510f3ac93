"""Who gets in: every call without a key, with a wrong one, a revoked one, one of another scope."""

import json

import pytest

from assistant.records.values import Scope

ASK = [
    ("POST", "/ask", {"question": "Is it on call?"}),
    ("POST", "/ask/stream", {"question": "Is it on call?"}),
    ("POST", "/search", {"query": "on-call"}),
    ("GET", "/guides", None),
    ("GET", "/guides/backend-engineer", None),
    ("GET", "/guides/backend-engineer/sections", None),
    (
        "POST",
        "/feedback",
        {"question": "Q?", "answer": "A.", "status": "answered", "helpful": True},
    ),
]
ENQUIRIES = [
    ("POST", "/enquiries", {"message": "Is a backend engineer on call?"}),
    ("GET", "/enquiries", None),
    ("GET", "/enquiries/1", None),
    ("GET", "/enquiries/1/state", None),
    ("PUT", "/enquiries/1/state", {"state": "sent", "version": 1}),
]
FREE = ["/health", "/openapi.json", "/docs"]
CALLS = ASK + ENQUIRIES


def kind_of(response):
    """The kind of problem that a response tells; it is a problem through and through."""
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == response.status_code
    assert told["title"]
    assert told["detail"]
    return told["type"].partition("#problem-")[2]


def test_the_calls_of_these_tests_are_all_that_there_are(client):
    paths = client.get("/openapi.json").json()["paths"]
    documented = {
        (method.upper(), path.format(guide_id="backend-engineer", enquiry_id=1))
        for path, item in paths.items()
        for method in item
    }
    assert documented == {(m, p) for m, p, _ in CALLS} | {("GET", "/health")}


@pytest.mark.parametrize("secret", ["", "wrong", "careers_wrong"])
def test_without_a_good_key_nothing_opens(secret, api):
    stranger = api.with_secret(secret)
    for method, path, body in CALLS:
        refused = stranger.request(method, path, json=body)
        assert (refused.status_code, kind_of(refused)) == (401, "no-key"), path
        assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_revoked_key_opens_nothing_any_more(api):
    key, secret = api.key()
    used = api.with_secret(secret)
    assert used.get("/guides").status_code == 200
    api.parts.accounts.revoke_key(key.id, "test")
    for method, path, body in CALLS:
        refused = used.request(method, path, json=body)
        assert (refused.status_code, kind_of(refused)) == (401, "no-key"), path


@pytest.mark.parametrize(
    ("calls", "scope"), [(ASK, Scope.ENQUIRIES), (ENQUIRIES, Scope.ASK)], ids=["ask", "enquiries"]
)
def test_a_key_opens_its_own_scope_and_no_other(calls, scope, api):
    other = api.client(scope)
    for method, path, body in calls:
        refused = other.request(method, path, json=body)
        assert (refused.status_code, kind_of(refused)) == (403, "closed"), path
        assert "--scope" in refused.json()["detail"]


@pytest.mark.parametrize("path", FREE)
def test_health_and_document_need_no_key(path, api):
    assert api.with_secret("").get(path).status_code == 200


def test_a_key_is_asked_for_before_anything_is_read(api):
    refused = api.with_secret("").post("/ask", content=b"{not json")
    assert (refused.status_code, kind_of(refused)) == (401, "no-key")


def test_a_key_makes_its_requests_and_is_then_told_to_wait(api):
    limited = api.client(per_minute=3)
    left = []
    for _ in range(3):
        given = limited.get("/guides")
        assert given.headers["ratelimit-policy"] == '"minute";q=3;w=60'
        left.append(given.headers["ratelimit"].split(";")[1])
    assert left == ["r=2", "r=1", "r=0"]
    refused = limited.get("/guides")
    assert (refused.status_code, kind_of(refused)) == (429, "too-many")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert api.client(per_minute=3).get("/guides").status_code == 200


def test_a_key_is_noted_as_used(api):
    key, secret = api.key(name="noted")
    api.with_secret(secret).get("/guides")
    kept = api.parts.records.keys.find()
    assert [each.last_used_at is not None for each in kept if each.id == key.id] == [True]


@pytest.mark.parametrize("told", [True, False], ids=["said beforehand", "sent in pieces"])
def test_a_body_that_is_too_large_is_refused(told, client):
    piece = b"x" * 2_400_000
    content = piece * 2 if told else iter([piece, piece])
    refused = client.post("/ask", content=content, headers={"Content-Type": "application/json"})
    assert (refused.status_code, kind_of(refused)) == (413, "too-large")


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "body.question"),
        ({"question": ""}, "body.question"),
        ({"question": "   "}, "body.question"),
        ({"question": "x" * 20_001}, "body.question"),
        ({"question": "Pay?", "turn": []}, "body.turn"),
        ({"question": "Pay?", "turns": [{"text": "no question"}]}, "body.turns.0.question"),
        ({"question": "Pay?", "turns": [{"question": "Q?"}] * 31}, "body.turns"),
    ],
)
def test_what_is_wrong_is_named_and_what_was_sent_is_not_repeated(body, where, client):
    refused = client.post("/ask", json=body)
    assert (refused.status_code, kind_of(refused)) == (422, "invalid")
    assert [fault["where"] for fault in refused.json()["errors"]] == [where]
    assert "no question" not in refused.text
    assert len(refused.text) < 1000


def test_what_is_not_there_is_told_like_everything_else(client):
    assert kind_of(client.get("/nothing")) == "not-found"
    assert kind_of(client.get("/guides/no-such-role")) == "not-found"
    refused = client.delete("/guides")
    assert (refused.status_code, kind_of(refused)) == (405, "method")
    assert refused.headers["allow"] == "GET"


def test_pages_of_other_sites_are_not_let_in(api):
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    answered = api.with_secret("").options("/ask", headers=asked)
    assert not [name for name in answered.headers if name.startswith("access-control")]


def test_the_health_tells_the_snapshot_and_no_secret(api):
    told = api.with_secret("").get("/health")
    snapshot = api.parts.assistant.sources().snapshot
    assert told.json()["index"]["snapshot"] == snapshot.id
    assert told.json()["ready"] is True
    text = json.dumps(told.json())
    assert "sqlite" not in text
    assert "/" not in text.replace("+00:00", "")
