"""No network: a run without a key can't reach for one unnoticed."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import CareersError


class NetworkUsedError(CareersError):
    """Something tried to reach the network in a run that promised not to."""


@contextmanager
def offline(besides: str = "") -> Iterator[None]:
    """Refuse every connection and look-up of a name, but for sockets that are files.

    Args:
        besides: the URL of the one server that may be reached all the same; empty: none.
    """
    allowed = urlsplit(besides).hostname if besides else None
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo
    reached = {allowed}

    def refuse(address: Any) -> None:
        raise NetworkUsedError(f"The evals run offline, but something tried to reach {address!r}.")

    def refuse_connect(self: socket.socket, address: Any) -> Any:
        if self.family == socket.AF_UNIX or (allowed and address[0] in reached):
            return connect(self, address)
        return refuse(address)

    def refuse_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        if host != allowed:
            return refuse(host)
        found = look_up(host, *rest, **more)
        reached.update(str(entry[4][0]) for entry in found)
        return found

    socket.socket.connect = refuse_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = refuse_connect  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = refuse_look_up
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]
        socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
        socket.getaddrinfo = look_up
