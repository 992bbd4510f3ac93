"""The API as it is served: a real server on loopback, a real index, real records, real keys."""

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from assistant.accounts import Accounts
from assistant.enquiries.desk import Desk
from assistant.enquiries.letter import load_letter
from assistant.pipeline import Assistant
from assistant.records import Records
from assistant.records.values import Scope
from assistant.versions import Versions
from assistant.web.api import ApiParts, add_api
from assistant.web.page import add_look
from assistant.web.server import address, open_socket
from tests.opened import the_model


@contextmanager
def served(app):
    """An application on a free port; gives its address."""
    with open_socket("127.0.0.1", 0) as listening:
        ready = threading.Event()

        class Server(uvicorn.Server):
            async def startup(self, sockets=None):
                await super().startup(sockets)
                ready.set()

        config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1)
        server = Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        assert ready.wait(30)
        try:
            yield address(listening)
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@dataclass
class Api:
    """A served API, and what stands behind it."""

    address: str
    parts: ApiParts
    opened: list[httpx.Client] = field(default_factory=list)

    def client(self, *scopes, per_minute=100_000, name="website"):
        """A client with a key of its own; without scopes it has both."""
        _, secret = self.key(*scopes, per_minute=per_minute, name=name)
        return self.with_secret(secret)

    def key(self, *scopes, per_minute=100_000, name="website"):
        """A new key and its secret."""
        return self.parts.accounts.add_key(name, "test", per_minute, scopes or tuple(Scope))

    def with_secret(self, secret):
        """A client that sends this secret, or none."""
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        client = httpx.Client(base_url=f"{self.address}/api/v1", headers=headers, timeout=30)
        self.opened.append(client)
        return client


def parts_over(assistant, folder):
    """What the API stands on, with records in a folder."""
    records = Records(f"sqlite:///{folder / 'records.sqlite3'}")
    desk = Desk(records, assistant, load_letter("https://careers.example"))
    return ApiParts(assistant, records, Accounts(records), desk, "https://careers.example")


@contextmanager
def served_api(parts):
    """The API alone, served; its clients are closed with it."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_look(app)
    add_api(app, parts)
    with parts.records, served(app) as where:
        api = Api(where, parts)
        yield api
        for client in api.opened:
            client.close()


@pytest.fixture(scope="package")
def api(index_folder, tmp_path_factory):
    """The API over the real index, for all tests of this folder."""
    folder = tmp_path_factory.mktemp("api")
    assistant = Assistant(index_folder, the_model(), versions=Versions(folder / "cited"))
    with served_api(parts_over(assistant, folder)) as api:
        yield api


@pytest.fixture(scope="package")
def client(api):
    """A client whose key opens everything."""
    return api.client()
