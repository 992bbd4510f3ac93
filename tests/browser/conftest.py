"""A real headless Chromium that reaches nothing beyond loopback, and a page for it to visit."""

import os
import shutil
import threading
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

from assistant.web.server import address, make_app, open_socket

# As long as an action may take: a machine that is busy with other things is no fault of the page.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def chromium():
    """The browser. Without one the tests are skipped, but in CI they fail."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        message = "no Chromium on the PATH: on Debian, apt-get install chromium"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(message)
        pytest.skip(message)
    options = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@contextmanager
def served(assistant, site, port=0, office=None):
    """The application on a port (0: a free one), served from a thread; gives its address."""
    with open_socket("127.0.0.1", port) as listening:
        config = uvicorn.Config(
            make_app(assistant, site, office), log_level="critical", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield address(listening)
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@pytest.fixture
def visit(chromium):
    """Opens a page that must stay without console errors and without requests to other hosts.

    ``failing`` says that the test takes the server away, which a browser always notes.
    """
    contexts = []
    faults: list[str] = []

    def open_page(where, *, width=1280, height=900, dark=False, failing=False, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **{"reduced_motion": "reduce", **options},
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: _note_error(message, faults, failing))
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on("request", lambda request: _note_outside(request, faults))
        page.goto(where)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def _note_error(message, faults, failing):
    expected = failing and message.text.startswith("Failed to load resource")
    if message.type == "error" and not expected:
        faults.append(f"console: {message.text}")


def _note_outside(request, faults):
    if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")):
        faults.append(f"request: {request.url}")
