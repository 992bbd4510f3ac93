"""``careers ingest``: read guides, bring the index up to date, and say what was done."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant.embeddings import load_embeddings
from assistant.errors import CareersError, EmbeddingError, SettingsError
from assistant.guides.folder import Reading, read_folder
from assistant.index import SyncOptions, SyncReport, rollback, sync
from assistant.settings import Settings, load_settings


def main(argv: Sequence[str] | None = None) -> int:
    """Ingest or roll back: 0 done, 1 something was skipped or failed, 2 wrong usage or settings."""
    parser = _parser()
    chosen = parser.parse_args(argv)
    if chosen.rollback and (chosen.path or chosen.rebuild or chosen.dry_run):
        parser.error("--rollback goes without PATH, --rebuild and --dry-run")
    try:
        settings = load_settings(index=chosen.index, chroma_url=chosen.chroma_url)
        if chosen.rollback:
            return _roll_back(settings, chosen)
        paths = chosen.path or [settings.corpus]
        for path in paths:
            if not path.exists():
                raise SettingsError(f"{path} isn't there. Name a file or folder of guides.")
        return _ingest(settings, paths, chosen)
    except CareersError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, SettingsError | EmbeddingError) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ingest",
        description="Read role guides and bring the index up to date. A folder stands for all that "
        "is in the index: guides that are not there are removed. A file is added or updated.",
    )
    add = parser.add_argument
    add(
        "path", nargs="*", type=Path, metavar="PATH", help="guide files or folders (CAREERS_CORPUS)"
    )
    add("--index", type=Path, metavar="DIR", help="index folder (CAREERS_INDEX)")
    add("--chroma-url", metavar="URL", help="Chroma server to keep vectors on (CAREERS_CHROMA_URL)")
    add("--dry-run", action="store_true", help="say what would be done, and write nothing")
    add("--rebuild", action="store_true", help="make everything anew, and trust nothing of before")
    add("--rollback", action="store_true", help="let the previous snapshot serve again")
    add("--json", action="store_true", help="print the report as JSON")
    add("--wait", type=float, default=10.0, metavar="S", help="seconds to wait for another ingest")
    return parser


def _roll_back(settings: Settings, chosen: argparse.Namespace) -> int:
    snapshot_id = rollback(settings.index_folder, chosen.wait)
    print(json.dumps({"snapshot": snapshot_id}) if chosen.json else f"{snapshot_id} serves again.")
    return 0


def _ingest(settings: Settings, paths: Sequence[Path], chosen: argparse.Namespace) -> int:
    began = time.perf_counter()
    reading = read_folder(paths)
    read_in = time.perf_counter() - began
    if not reading.guides:
        for error in reading.skipped:
            print(f"skipped  {error}", file=sys.stderr)
    options = SyncOptions(
        chroma_url=settings.chroma_url,
        rebuild=chosen.rebuild,
        dry_run=chosen.dry_run,
        remove_missing=any(path.is_dir() for path in paths),
        wait_seconds=chosen.wait,
    )
    embeddings = load_embeddings(settings.embedding_model)
    with _bar() as progress:
        report = sync(settings.index_folder, reading.guides, embeddings, options, progress)
    took = {"read": round(read_in, 4), **report.seconds}
    took["all"] = round(time.perf_counter() - began, 4)
    if chosen.json:
        print(json.dumps(_as_json(report, reading, took), ensure_ascii=False, indent=2))
    else:
        _show(report, reading, took, Console())
    return 1 if reading.skipped else 0


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, only if a person watches; what it is told is (done now, of all)."""
    console = Console(stderr=True)
    columns = (TextColumn("Embedding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("", total=None, visible=False)

        def tell(done: int, total: int) -> None:
            progress.update(task, advance=done, total=total, visible=True)

        yield tell


def _as_json(
    report: SyncReport, reading: Reading, seconds: Mapping[str, float]
) -> dict[str, object]:
    return {
        **asdict(report),
        "seconds": dict(seconds),
        "skipped": [
            {"source": error.source, "reason": error.reason, "remedy": error.remedy}
            for error in reading.skipped
        ],
        "findings": [
            {"source": guide.source, "code": finding.code, "message": finding.message}
            for guide in reading.guides
            for finding in guide.findings
        ],
    }


def _show(
    report: SyncReport, reading: Reading, seconds: Mapping[str, float], console: Console
) -> None:
    """The report for people: a line a guide, a line a file that was skipped, and the sums."""
    named = {guide.id: f"{guide.title} ({guide.source})" for guide in reading.guides}
    groups = {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "removed": report.removed,
    }
    lines = [
        f"[{_COLOURS[what]}]{what:<10}[/] {escape(named.get(guide_id, guide_id))}"
        for what, guide_ids in groups.items()
        for guide_id in guide_ids
    ]
    lines += [f"[red]{'skipped':<10}[/] {escape(str(error))}" for error in reading.skipped]
    lines += [
        f"[yellow]{'noticed':<10}[/] {escape(f'{guide.source}: {finding.message}')}"
        for guide in reading.guides
        for finding in guide.findings
    ]
    sums = ", ".join(
        f"{count:,} {what if count == 1 else what + 's'}"
        for what, count in (
            ("section", report.sections),
            ("list item", report.blocks.get("list_item", 0)),
            ("table row", report.blocks.get("table_row", 0)),
            ("FAQ pair", report.blocks.get("faq", 0)),
            ("chunk", report.chunks),
            ("sentence", report.sentences),
            ("token", report.tokens),
        )
    )
    lines += ["", f"{sums}; {_embedded(report)} in {seconds['all']:.1f} s.", _outcome(report)]
    for line in lines:
        console.print(line, soft_wrap=True, highlight=False)


_COLOURS = {"created": "green", "updated": "cyan", "unchanged": "dim", "removed": "magenta"}


def _embedded(report: SyncReport) -> str:
    if not report.switched and not report.dry_run:
        return "nothing to embed"
    verb = "to embed" if report.dry_run else "embedded"
    return f"{report.embedded:,} texts {verb}, {report.reused:,} as before"


def _outcome(report: SyncReport) -> str:
    if report.dry_run:
        return "Nothing was written: this was a dry run."
    if report.switched:
        return f"Snapshot {report.snapshot_id} serves now."
    return f"Nothing has changed: snapshot {report.snapshot_id} goes on serving."
