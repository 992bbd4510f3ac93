import socket

import pytest
from fastapi.testclient import TestClient

from assistant.errors import SettingsError
from assistant.web import wording
from assistant.web.page import STATIC
from assistant.web.server import address, make_app, open_socket
from assistant.web.site import Site
from tests.web.scripted import ScriptedAssistant


def test_a_busy_port_is_told_with_what_to_do():
    with open_socket("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"Port {port} on 127\.0\.0\.1 is in use.*--port"):
            open_socket("127.0.0.1", port)


def test_a_host_that_is_not_ours_is_told():
    with pytest.raises(SettingsError, match=r"Can't listen on 192\.0\.2\.1:7860"):
        open_socket("192.0.2.1", 7860)


def test_a_port_that_is_not_allowed_is_told(monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(SettingsError, match="Port 80 is not allowed"):
        open_socket("127.0.0.1", 80)


def test_the_address_is_one_that_a_browser_here_can_open():
    with open_socket("0.0.0.0", 0) as listening:
        assert address(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_an_address_where_there_is_nothing_shows_a_page_of_ours():
    client = TestClient(make_app(ScriptedAssistant(), Site()))
    shown = client.get("/nonsense", headers={"Accept": "text/html"})
    assert shown.status_code == 404
    assert wording.MISSING in shown.text
    told = client.get("/nonsense", headers={"Accept": "application/json"})
    assert (told.status_code, told.json()) == (404, {"detail": "Not Found"})


def test_what_browsers_ask_for_by_themselves_is_ours():
    client = TestClient(make_app(ScriptedAssistant(), Site()))
    assert client.get("/favicon.ico").content == (STATIC / "favicon.svg").read_bytes()
    assert client.get("/manifest.json").json()["name"] == wording.TITLE
