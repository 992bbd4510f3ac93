"""``python -m evals enquiries_speed``: bulk enquiries beside plain answers, and a killed bulk job.

The same messages are answered as ``careers ask --jsonl`` does and as a bulk job does, block by
block in turn, so that what else the machine does falls on both alike. Then a job is killed half-way
and run again as a command, and its rows are counted.
"""

import argparse
import csv
import io
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from assistant.commands.ask import answers_to, as_json
from assistant.commands.jsonl import write_lines
from assistant.embeddings import MiniLM
from assistant.enquiries.bulk import results, run_job, start_job
from assistant.enquiries.desk import Desk
from assistant.enquiries.letter import load_letter
from assistant.guides.folder import read_folder
from assistant.index import sync
from assistant.pipeline import Assistant
from assistant.records import Records, address_in
from evals.datasets import built_in

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = PROJECT / "corpus"
CAREERS = "import sys; from assistant.commands.main import main; sys.exit(main())"
#: Messages that are answered by each side before the other has its turn.
BLOCK = 50


def main(argv: Sequence[str]) -> int:
    """Measure, kill and count; 1 if a row was lost or done twice."""
    parser = argparse.ArgumentParser(prog="python -m evals enquiries_speed", description=__doc__)
    parser.add_argument("--rows", type=int, default=1000, help="enquiries (default: 1000)")
    options = parser.parse_args(argv)
    console = Console()
    messages = _messages(options.rows)
    with tempfile.TemporaryDirectory(prefix="enquiries-") as folder:
        index = Path(folder) / "index"
        model = MiniLM()
        sync(index, read_folder([CORPUS]).guides, model)
        plain, bulk = _seconds(Assistant(index, model), messages, Path(folder))
        share, many, alone = plain / bulk, options.rows / bulk, options.rows / plain
        console.print(
            f"{options.rows:,} enquiries in bulk: {many:.1f} a second, {share:.0%} of the "
            f"{alone:.1f} a second of `careers ask --jsonl`"
        )
        killed_at, lost, twice = _killed(Path(folder), index, messages)
    console.print(
        f"Killed after {killed_at:,} of {options.rows:,} rows and run again: "
        f"{lost:,} lost, {twice:,} done twice"
    )
    return int(lost or twice)


def _messages(rows: int) -> list[str]:
    """E-mails of one to three of the dev questions each, the same ones every time."""
    questions = [
        case.turns[0]
        for dataset in built_in()
        if dataset.corpus == CORPUS
        for _, case in dataset.numbered()
        if case.split == "dev" and len(case.turns) == 1
    ]
    pick = random.Random(7)
    return [
        "Hello,\n\n"
        + "\n\n".join(pick.sample(questions, pick.choice((1, 1, 2, 3))))
        + f"\n\nMany thanks,\nPat {number}"
        for number in range(rows)
    ]


def _seconds(assistant: Assistant, messages: Sequence[str], folder: Path) -> tuple[float, float]:
    """What plain answers take, and what the bulk job takes.

    Who comes second finds in memory what the first looked up: each is first as often.
    """
    plain = bulk = 0.0
    assistant.ask(messages[0])
    with Records(address_in(folder)) as records:
        desk = Desk(records, assistant, load_letter("http://127.0.0.1:7860"))
        for number, start in enumerate(range(0, len(messages), BLOCK)):
            block = messages[start : start + BLOCK]
            if number % 2:
                bulk += _bulk(desk, records, block)
                plain += _plain(assistant, block, folder / "answers.jsonl")
            else:
                plain += _plain(assistant, block, folder / "answers.jsonl")
                bulk += _bulk(desk, records, block)
    return plain, bulk


def _plain(assistant: Assistant, messages: Sequence[str], out: Path) -> float:
    began = time.perf_counter()
    rows = (
        {"id": place, "answers": [as_json(answer) for answer in answers_to([message], assistant)]}
        for place, message in enumerate(messages)
    )
    write_lines(out, rows)
    return time.perf_counter() - began


def _bulk(desk: Desk, records: Records, messages: Sequence[str]) -> float:
    began = time.perf_counter()
    job = start_job(records, "in.csv", _csv(messages), "evals", again=True)
    run_job(desk, records, job.id)
    results(records, desk, job.id)
    return time.perf_counter() - began


def _csv(messages: Sequence[str]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["id", "message"], *enumerate(messages)])
    return file.getvalue().encode()


def _killed(folder: Path, index: Path, messages: Sequence[str]) -> tuple[int, int, int]:
    """Kill a bulk command half-way and run it again: (rows done then, lost, done twice)."""
    source, out = folder / "in.csv", folder / "out.csv"
    source.write_bytes(_csv(messages))
    address = address_in(folder / "killed")
    command = [
        *(sys.executable, "-c", CAREERS, "enquiries", "run", str(source), str(out)),
        *("--index", str(index), "--database", address),
    ]
    with Records(address) as records:
        with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.DEVNULL) as process:
            while not any(job.done >= job.total // 2 for job in records.jobs.find()):
                if process.poll() is not None:
                    raise RuntimeError(f"the bulk job ended by itself: {process.returncode}")
                time.sleep(0.05)
            process.send_signal(signal.SIGKILL)
        killed_at = records.jobs.find()[0].done
        subprocess.run(command, cwd=PROJECT, stderr=subprocess.DEVNULL, check=True)
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        lost = len(messages) - len({row["enquiry"] for row in rows if row["enquiry"]})
        return killed_at, lost, records.enquiries.count() - len(messages) + lost
