"""No network: a run without a key can't reach for one unnoticed."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from assistant.errors import CareersError


class NetworkUsedError(CareersError):
    """Something tried to reach the network in a run that promised not to."""


@contextmanager
def offline() -> Iterator[None]:
    """Refuse every connection and look-up of a name, but for sockets that are files."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def refuse(address: Any) -> None:
        raise NetworkUsedError(f"The evals run offline, but something tried to reach {address!r}.")

    def refuse_connect(self: socket.socket, address: Any) -> Any:
        if self.family == socket.AF_UNIX:
            return connect(self, address)
        return refuse(address)

    def refuse_look_up(host: Any, *_: Any, **__: Any) -> Any:
        return refuse(host)

    socket.socket.connect = refuse_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = refuse_connect  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = refuse_look_up
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]
        socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
        socket.getaddrinfo = look_up
