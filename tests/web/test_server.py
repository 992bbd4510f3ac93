import socket

import pytest

from assistant.errors import SettingsError
from assistant.web.server import address, open_socket


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
