"""``python -m evals.crash``: kill an ingest at random moments, and see that readers never notice.

The guides change to and fro between two versions. Each ingest is killed with SIGKILL at a random
moment of its life; then a new process opens the index, checks the snapshot whole, and asks it a
question. What serves must be the old version or the new one.
"""

import argparse
import contextlib
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from rich.console import Console

from assistant.answer import AnswerStatus
from assistant.commands.ingest import main as ingest
from assistant.embeddings import MiniLM
from assistant.index import current_id, open_snapshot
from assistant.index.build import check_snapshot
from assistant.index.layout import MANIFEST, snapshot_folder
from assistant.pipeline import Assistant

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
QUESTION = "What does a senior backend engineer earn in London?"
VERSIONS = ("The first version says this.", "The second version says that.")
NEITHER = 9


def main(argv: Sequence[str] | None = None) -> int:
    """Kill as often as asked; 0 if a whole snapshot answered every time, else 1."""
    parser = argparse.ArgumentParser(prog="python -m evals.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="ingests to kill")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    chosen = parser.parse_args(argv)
    console = Console()
    # Imported once, here, so that the children spend their lives on the ingest itself.
    for module in ("bm25s", "chromadb", "onnxruntime", "tokenizers"):
        import_module(module)
    with tempfile.TemporaryDirectory() as place:
        return _run(Path(place), chosen.kills, random.Random(chosen.seed), console)


def _run(place: Path, kills: int, moments: random.Random, console: Console) -> int:
    index = place / "index"
    folders = [_write_guides(place / str(version), version) for version in range(2)]
    lasts = _whole_ingest(folders, index)
    serving, good = 0, 0
    found: Counter[str] = Counter()
    for number in range(kills):
        target = 1 - serving
        child = _fork(lambda target=target: _ingest(folders[target], index))  # type: ignore[misc]
        time.sleep(moments.uniform(0, 1.2 * lasts))
        state = _state(index, killed=_kill(child))
        opened = _wait(_fork(lambda: _which_answers(index)))
        found[f"{state}; the {'new' if opened == target else 'old'} one serves"] += 1
        if opened in (serving, target):
            good += 1
            serving = opened
        else:
            console.print(f"Kill {number + 1}: no whole snapshot answered.", style="red")
    last = _wait(_fork(lambda: _ingest(folders[1 - serving], index)))
    left = len(list((index / "snapshots").iterdir()))
    for state, count in sorted(found.items()):
        console.print(f"{count:5}  {state}")
    console.print(f"An ingest takes {lasts:.2f} s. Afterwards {left} snapshots are kept.")
    console.print(f"{good} of {kills}: the old or the new snapshot opened whole and answered.")
    return 0 if good == kills and last == 0 and left == 2 else 1


def _whole_ingest(folders: Sequence[Path], index: Path) -> float:
    """Seconds that an ingest takes when nobody kills it."""
    seconds = []
    for version in (0, 1, 0, 1, 0):
        began = time.perf_counter()
        _wait(_fork(lambda version=version: _ingest(folders[version], index)))  # type: ignore[misc]
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def _write_guides(folder: Path, version: int) -> Path:
    """The corpus with one sentence more, which tells the version."""
    folder.mkdir()
    for source in CORPUS.glob("*.md"):
        text = source.read_text()
        if source.stem != "README":
            text = text.rstrip() + f"\n\n{VERSIONS[version]}\n"
        (folder / source.name).write_text(text)
    return folder


def _ingest(folder: Path, index: Path) -> int:
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        return ingest([str(folder), "--index", str(index)])


def _which_answers(index: Path) -> int:
    """The version of the snapshot that serves, if it is whole and answers."""
    check_snapshot(snapshot_folder(index, current_id(index)))
    answer = Assistant(index, MiniLM()).ask(QUESTION)
    with open_snapshot(index, MiniLM.name) as snapshot:
        texts = [guide.source_text for guide in snapshot.guides.values()]
        quoted = all(
            snapshot.guides[c.guide_id].source_text[c.start : c.end] == c.quote
            for c in answer.citations
        )
    if answer.status is not AnswerStatus.ANSWERED or not answer.citations or not quoted:
        return NEITHER
    said = [all(version in text for text in texts) for version in VERSIONS]
    return said.index(True) if said.count(True) == 1 else NEITHER


def _state(index: Path, *, killed: bool) -> str:
    """How far the ingest had come when it was killed."""
    if not killed:
        return "had finished"
    folders = sorted((index / "snapshots").iterdir(), key=lambda folder: folder.stat().st_mtime)
    newest = folders[-1]
    if newest.name == current_id(index):
        return "killed outside the build"
    return "killed when built" if (newest / MANIFEST).exists() else "killed at building or deleting"


def _fork(action: Callable[[], int]) -> int:
    """Run an action in a child that is a fresh copy of this process; the child's id.

    This process never opens an index nor a model, so that a copy of it starts clean, and without
    the seconds that importing takes.
    """
    child = os.fork()
    if child:
        return child
    code = NEITHER
    try:
        code = action()
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent counts it as a failure
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        os._exit(code)


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _kill(child: int) -> bool:
    """Kill a child, and tell whether it was still at work."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return _wait(child) == -signal.SIGKILL


if __name__ == "__main__":
    sys.exit(main())
