"""``careers doctor``: is everything there that the settings ask for, and if not, what to do."""

import argparse
import shutil
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from rich.console import Console
from rich.markup import escape

from assistant.commands.opening import add_index_option, model_options
from assistant.embeddings import load_embeddings
from assistant.errors import CareersError, NoSnapshotError
from assistant.guides import read_folder
from assistant.index.snapshot import open_snapshot
from assistant.settings import Settings, load_settings, unknown_variables

#: Megabytes that an ingest of some hundred guides needs beside the snapshots that there are.
LEAST_MEGABYTES = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and what to do if it is not as it should be."""

    about: str
    said: str
    remedy: str = ""

    @property
    def well(self) -> bool:
        """Whether there is nothing to do."""
        return not self.remedy


Check = Callable[[Settings], Iterator[Finding]]


def main(argv: Sequence[str]) -> int:
    """Look, say, and return 0 if all is well, else 1."""
    parser = argparse.ArgumentParser(
        "careers doctor", description="Check settings, disk, index, Chroma and the chat model."
    )
    parser.add_argument(
        "--no-model", action="store_true", help="do not call the chat model (a call may cost)"
    )
    add_index_option(parser)
    options = parser.parse_args(argv)
    settings = load_settings(index=options.index)
    console = Console()
    well = True
    for check in CHECKS:
        if check is check_model and options.no_model:
            continue
        for finding in _found(check, settings):
            well &= finding.well
            _print(console, finding)
    console.print("All is well." if well else "Something needs mending, as said above.")
    return 0 if well else 1


def _found(check: Check, settings: Settings) -> Iterator[Finding]:
    """The findings of a check; what it raises is one."""
    about = (check.__doc__ or "").partition(":")[0].lower()
    try:
        yield from check(settings)
    except CareersError as error:
        yield Finding(about, "it can't be used", str(error))
    except OSError as error:
        yield Finding(about, "it can't be used", f"{error}. Mend that and run this again.")


def _print(console: Console, finding: Finding) -> None:
    mark = "[green]well [/green]" if finding.well else "[red]wrong[/red]"
    _say(console, f"{mark}  {finding.about}: {escape(finding.said)}")
    if finding.remedy:
        _say(console, f"       {escape(finding.remedy)}")


def _say(console: Console, line: str) -> None:
    """A line as it is: a command broken in two could not be copied."""
    console.print(line, highlight=False, soft_wrap=True)


def check_settings(settings: Settings) -> Iterator[Finding]:
    """Settings: every CAREERS_ variable is one, and those that belong together are there."""
    unknown = unknown_variables()
    for name, meant in unknown.items():
        hint = f" Did you mean {meant}?" if meant else ""
        yield Finding("settings", f"{name} is no setting", f"Correct or remove it.{hint}")
    prices = (settings.chat_price_prompt, settings.chat_price_reply)
    if prices.count(None) == 1:
        yield Finding(
            "settings",
            "one of the model's two prices is missing",
            "Set CAREERS_CHAT_PRICE_PROMPT and CAREERS_CHAT_PRICE_REPLY, or neither.",
        )
    if not unknown:
        yield Finding("settings", "read from the environment and .env")


def check_disk(settings: Settings) -> Iterator[Finding]:
    """Disk: the data folder can be written, and has room for another snapshot."""
    folder = settings.data
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        free = shutil.disk_usage(folder).free // 1_000_000
    if free < LEAST_MEGABYTES:
        yield Finding(
            "disk",
            f"{free} MB free in {folder}",
            f"Make room: an ingest writes a new snapshot and needs up to {LEAST_MEGABYTES} MB.",
        )
    else:
        yield Finding("disk", f"{folder} can be written, {free:,} MB free")


def check_embeddings(settings: Settings) -> Iterator[Finding]:
    """Embedding model: it embeds a text."""
    embeddings = load_embeddings(settings.embedding_model)
    started = time.perf_counter()
    shape = embeddings.embed(["What does the work involve?"]).shape
    took = time.perf_counter() - started
    yield Finding(
        "embedding model", f"{embeddings.name} gives {shape[1]} numbers a text, in {took:.1f} s"
    )


def check_chroma(settings: Settings) -> Iterator[Finding]:
    """Chroma: the server that is set answers."""
    if not settings.chroma_url:
        yield Finding("Chroma", "embedded, no server is set")
        return
    where = _without_secrets(settings.chroma_url)
    request = urllib.request.Request(f"{settings.chroma_url.rstrip('/')}/api/v2/heartbeat")
    try:
        with urllib.request.urlopen(request, timeout=5) as reply:
            reply.read()
    except (OSError, ValueError) as error:
        remedy = f"{error}. Start the server, or correct CAREERS_CHROMA_URL, or unset it."
        yield Finding("Chroma", f"no answer from {where}", remedy)
    else:
        yield Finding("Chroma", f"the server at {where} answers")


def check_index(settings: Settings) -> Iterator[Finding]:
    """Index: there is a snapshot, it is whole, fits the settings, and is as new as the guides."""
    embeddings = load_embeddings(settings.embedding_model)
    folder = settings.index_folder
    try:
        snapshot = open_snapshot(folder, embeddings.name, embeddings.dimension, settings.chroma_url)
    except NoSnapshotError:
        remedy = f"Run: python ingest.py --index {folder}"
        yield Finding("index", f"{folder} holds no snapshot", remedy)
        return
    held = {guide.id: guide.digest for guide in snapshot.guides.values()}
    yield Finding("index", f"snapshot {snapshot.id} in {folder}, {len(held)} guides")
    if not settings.corpus.exists():
        remedy = "Name the folder of guides in CAREERS_CORPUS."
        yield Finding("guides", f"{settings.corpus} is not there", remedy)
        return
    now = {guide.id: guide.digest for guide in read_folder([settings.corpus]).guides}
    changed = sorted(name for name in held | now if held.get(name) != now.get(name))
    if changed:
        said = f"{settings.corpus} and the index differ in: {', '.join(changed)}"
        yield Finding("guides", said, "Run: python ingest.py")
    else:
        yield Finding("guides", f"the index is as new as {settings.corpus}")


def check_model(settings: Settings) -> Iterator[Finding]:
    """Chat model: it answers one word within its limits."""
    if not settings.chat_model:
        yield Finding("chat model", "none is set, answers are extractive")
        return
    from assistant.generation.endpoint import ChatEndpoint, Prompt

    options = model_options(settings)
    where = _without_secrets(settings.openai_base_url) or "its provider's address"
    started = time.perf_counter()
    prompt = Prompt("Reply with one word.", "Say: ready")
    pieces = list(ChatEndpoint(options).stream(prompt, options.whole_seconds))
    took = time.perf_counter() - started
    if not "".join(piece.text for piece in pieces).strip():
        remedy = "It replied without words. Try another model in CAREERS_CHAT_MODEL."
        yield Finding("chat model", f"{options.name} at {where}", remedy)
        return
    yield Finding("chat model", f"{options.name} at {where} answers, in {took:.1f} s")
    if took > options.first_seconds / 2:
        yield Finding(
            "chat model",
            "that is slow for its limits",
            "Raise CAREERS_CHAT_FIRST_SECONDS, or use a faster model: else answers fall back.",
        )


CHECKS: tuple[Check, ...] = (
    check_settings,
    check_disk,
    check_embeddings,
    check_chroma,
    check_index,
    check_model,
)


def _without_secrets(url: str) -> str:
    """An address without the user, password and query that may stand in it."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}" if host else ""
