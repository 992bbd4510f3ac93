"""Start the careers assistant's web page: python app.py [--port N] [--host H] [--index DIR]."""

import argparse
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from assistant.errors import CareersError, SnapshotError
from assistant.guides.model import Guide
from assistant.settings import Settings, load_settings
from assistant.web.server import address, make_app, open_socket, serve

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.records import Records
    from assistant.versions import Versions
    from assistant.web.site import Site


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped.

    Returns:
        0 when stopped by the person, 2 when it can't start (standard error says why).
    """
    options = _parser().parse_args(arguments)
    try:
        settings = load_settings(host=options.host, port=options.port, index=options.index)
        return run(settings)
    except CareersError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def run(settings: Settings) -> int:
    """Serve the page with these settings until stopped."""
    with open_socket(settings.host, settings.port) as listening, _no_collecting() as collect:
        where = address(listening)
        print(f"Careers assistant: starting on {where}", flush=True)
        from assistant.commands.opening import open_writer
        from assistant.embeddings import load_embeddings
        from assistant.pipeline import Assistant
        from assistant.versions import Versions
        from assistant.web.api import ApiParts
        from assistant.web.desk.opening import open_office

        embeddings = load_embeddings(settings.embedding_model)
        writer = open_writer(settings)
        versions = Versions(settings.data / "cited")
        assistant = Assistant(
            settings.index_folder, embeddings, settings.chroma_url, writer, versions
        )
        records = _records(settings)
        site = _site(settings, assistant, records, versions)
        office = open_office(settings, assistant, embeddings, site, records)
        api = ApiParts(assistant, records, office.accounts, office.desk, settings.base_url)
        # Most of it is done outside of Python: it takes the core that importing Gradio leaves.
        Thread(target=_load, args=(assistant,), daemon=True).start()
        app = make_app(assistant, site, office, api)

        def ready() -> None:
            collect()
            print(f"Ready. Open {where} (stop with Ctrl+C)", flush=True)
            office.workers.take_up()
            Thread(target=_warm, args=(assistant,), daemon=True).start()

        serve(app, listening, ready)
    return 0


@contextmanager
def _no_collecting() -> Iterator[Callable[[], None]]:
    """Start without garbage collection; what it gives switches it on again.

    Importing makes half a million objects that stay: looking through them for garbage again and
    again takes a quarter of the start, and setting them apart spares every later collection.
    """

    def collect() -> None:
        gc.freeze()
        gc.enable()

    gc.disable()
    try:
        yield collect
    finally:
        gc.enable()


def _records(settings: Settings) -> "Records":
    """Where the settings say that records are kept."""
    from assistant.records import Records, address_in

    settings.data.mkdir(parents=True, exist_ok=True)
    return Records(settings.database_url or address_in(settings.data))


def _site(
    settings: Settings, assistant: "Assistant", records: "Records", versions: "Versions"
) -> "Site":
    """What the pages are made with, as the settings say."""
    from assistant.web.site import Site
    from assistant.web.visitors import Visitors

    return Site(
        guides=lambda: _guides(assistant),
        versions=versions,
        visitors=Visitors(settings.questions_per_minute),
        feedback=records.feedback,
        conversations=records.conversations if settings.keep_conversations else None,
    )


def _load(assistant: "Assistant") -> None:
    """Load the model that reads questions; what is wrong with it the first question will tell."""
    with suppress(CareersError):
        assistant.load_reader()


def _warm(assistant: "Assistant") -> None:
    """Search once, so that no question has to wait for what the first search loads."""
    with suppress(CareersError):
        assistant.search(["What does the work involve?"])


def _guides(assistant: "Assistant") -> tuple[Guide, ...]:
    """The guides that are ingested; without a usable snapshot none, and the console says why."""
    try:
        return tuple(assistant.sources().snapshot.guides.values())
    except SnapshotError as error:
        print(error, file=sys.stderr, flush=True)
        return ()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="app.py", description="Start the careers assistant's web page."
    )
    parser.add_argument("--port", type=int, help="port to listen on (default 7860)")
    parser.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--index", type=Path, help="index folder (default data/index)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
