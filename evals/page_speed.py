"""``python -m evals page_speed``: from ``python app.py`` to an answer, beside an empty Gradio app.

Both are started in turn, several times over, and a real Chromium asks each a question as soon as it
can; the medians are compared, so that what else the machine does falls on both alike. Then what the
pages weigh, and how many requests a visitor waits for before anything is seen.
"""

import argparse
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from assistant.embeddings import MiniLM
from assistant.errors import SettingsError
from assistant.guides.folder import read_folder
from assistant.index import sync

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROJECT = Path(__file__).resolve().parent.parent
BOUND = 1.5
SECONDS = 120
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUESTION = "What does a senior backend engineer earn?"
EMPTY = """
import sys
import gradio as gr
with gr.Blocks(analytics_enabled=False) as page:
    question, answer = gr.Textbox(label="Question"), gr.Textbox(label="Answer")
    question.submit(lambda words: words, question, answer)
page.launch(server_port=int(sys.argv[1]), quiet=True)
"""
# Everything that was asked for, with its bytes on the wire, and when something was first painted.
_WEIGHED = """() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    const all = [...performance.getEntriesByType('navigation'),
                 ...performance.getEntriesByType('resource')];
    const bytes = (some) => some.reduce((sum, one) => sum + (one.transferSize || 0), 0);
    const early = all.filter((one) => one.startTime <= paint);
    return {
        paint, requests: all.length, bytes: bytes(all), early: early.length,
        earlyBytes: bytes(early), script: bytes(all.filter((one) => /\\.js(\\?|$)/.test(one.name))),
    };
}"""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page asks for. ``paint`` is in milliseconds from the first request, sizes in bytes."""

    paint: float
    requests: int
    bytes: int
    early: int
    early_bytes: int
    script: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: how it is started, and what its question box is called."""

    name: str
    command: tuple[str, ...]
    box: str
    answered: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds from the start to the first answer, by the clock and of processors, and the weight.

    ``seconds`` and ``busy`` have one figure a round. Where the machine has other work the clock
    says more about that work; the processors' seconds then tell the two sides apart.
    """

    seconds: tuple[float, ...]
    busy: tuple[float, ...]
    weight: Weight


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 if the bound is kept, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m evals page_speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="times that each is started")
    options = parser.parse_args(arguments)
    console = Console()
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        ours, empty = _sides(Path(folder))
        measured = compare((ours, empty), max(1, options.rounds), Path(folder), browser)
    return 0 if _show(measured, console) <= BOUND else 1


def compare(sides: Sequence[Side], rounds: int, folder: Path, browser: "Browser") -> list[Measured]:
    """Start each side in turn, as often as there are rounds."""
    found: list[list[tuple[float, float]]] = [[] for _ in sides]
    for _ in range(rounds):
        for side, times in zip(sides, found, strict=True):
            times.append(_first_answer(side, folder, browser))
    return [
        Measured(
            tuple(seconds for seconds, _ in times),
            tuple(busy for _, busy in times),
            _weight(side, folder, browser),
        )
        for side, times in zip(sides, found, strict=True)
    ]


def _first_answer(side: Side, folder: Path, browser: "Browser") -> tuple[float, float]:
    """Seconds from the start to the first answer: by the clock, and of processors."""
    before = _busy()
    with _started(side, folder) as (address, began):
        page = browser.new_page()
        page.goto(address)
        seconds = _until_answered(page, side, began)
        page.close()
    return seconds, _busy() - before


def _busy() -> float:
    """The processors' seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _weight(side: Side, folder: Path, browser: "Browser") -> Weight:
    """The weight of a visitor's first page and answer, once the server is up."""
    with _started(side, folder) as (address, _):
        browser.new_page().goto(address)
        page = browser.new_page()
        page.goto(address)
        _until_answered(page, side, time.perf_counter())
        return weigh(page)


def weigh(page: "Page") -> Weight:
    """What a page has asked for so far."""
    found = page.evaluate(_WEIGHED)
    return Weight(
        found["paint"],
        found["requests"],
        found["bytes"],
        found["early"],
        found["earlyBytes"],
        found["script"],
    )


def _sides(folder: Path) -> tuple[Side, Side]:
    index, script = folder / "index", folder / "empty.py"
    sync(index, read_folder([PROJECT / "corpus"]).guides, MiniLM())
    script.write_text(EMPTY, "utf-8")
    python = sys.executable
    ours = (python, str(PROJECT / "app.py"), "--index", str(index), "--port")
    return (
        Side("python app.py", ours, "Your question", ".sources"),
        Side("an empty Gradio app", (python, str(script)), "Question", "label:has-text('Answer')"),
    )


@contextmanager
def _started(side: Side, folder: Path) -> Iterator[tuple[str, float]]:
    """A process of this side; its address once it listens, and when it was started."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = (f"CAREERS_DATA={folder / 'data'}", "GRADIO_ANALYTICS_ENABLED=False")
    # On a person's machine Python keeps what it has compiled, of our files as of the packages'.
    command = ["env", "-u", "PYTHONDONTWRITEBYTECODE", *settings, *side.command, str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, process, side.name)
        yield f"http://127.0.0.1:{port}", began
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", name: str) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            message = f"{name} ended with {process.returncode} before it listened. See above."
            raise SettingsError(message)
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    message = f"{name} did not listen within {SECONDS} s."
    raise SettingsError(message)


def _until_answered(page: "Page", side: Side, began: float) -> float:
    """Ask as soon as the page can be typed into; seconds from the start to the whole answer."""
    page.set_default_timeout(SECONDS * 1000)
    page.get_by_label(side.box, exact=True).fill(QUESTION)
    page.keyboard.press("Enter")
    answer = page.locator(side.answered)
    if side.answered.startswith("label"):
        words = "words => [...document.querySelectorAll('textarea')].every(a => a.value === words)"
        page.wait_for_function(words, arg=QUESTION)
    else:
        answer.wait_for()
    return time.perf_counter() - began


@contextmanager
def _browser() -> Iterator["Browser"]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        message = "This needs playwright. Run: make setup-test"
        raise SettingsError(message) from error
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        message = "There is no Chromium on the PATH. On Debian: apt-get install chromium"
        raise SettingsError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _show(measured: Sequence[Measured], console: Console) -> float:
    """Print the figures; gives the ratio that is bounded."""
    ours, empty = measured
    median = statistics.median
    table = Table("figure", "python app.py", "an empty Gradio app", "ratio")
    rows = [
        ("start to first answer, s", median(ours.seconds), median(empty.seconds)),
        ("the same, processors' s", median(ours.busy), median(empty.busy)),
        ("first paint, ms", ours.weight.paint, empty.weight.paint),
        ("requests until first paint", ours.weight.early, empty.weight.early),
        ("kB until first paint", ours.weight.early_bytes / 1000, empty.weight.early_bytes / 1000),
        ("requests until answered", ours.weight.requests, empty.weight.requests),
        ("kB until answered", ours.weight.bytes / 1000, empty.weight.bytes / 1000),
        ("kB of scripts", ours.weight.script / 1000, empty.weight.script / 1000),
    ]
    for name, own, other in rows:
        share = f"{own / other:.2f}" if other else ""
        table.add_row(name, f"{own:,.1f}", f"{other:,.1f}", share)
    console.print(table)
    ratio = median(ours.seconds) / median(empty.seconds)
    kept = "kept" if ratio <= BOUND else "MISSED"
    console.print(f"start to first answer: {ratio:.2f} of the empty app's, at most {BOUND}: {kept}")
    return ratio


if __name__ == "__main__":
    sys.exit(main())
