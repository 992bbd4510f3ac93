"""``python -m evals speed``: our ingest and answers beside the stock pipeline, as ratios.

Both sides index the same generated guides in turn, several times over, and the medians are
compared: what else the machine does then falls on both alike.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.embeddings import MiniLM, OnReading, Progress, Vectors
from assistant.guides.folder import read_folder
from assistant.index import Snapshot, open_snapshot, sync
from assistant.pipeline import Assistant
from evals.datasets import built_in
from evals.stock import StockEmbeddings, build, split

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
# Invented roles, so that no text of one guide is a text of another.
FIRST = ("Alder", "Birch", "Cedar", "Elder", "Hazel", "Linden", "Maple", "Rowan")
PHRASE = re.compile(r"\b[a-z]+(?: [a-z]+){2,}\b")
SECOND = ("Keeper", "Planner", "Surveyor", "Warden", "Weaver")


class Metered(MiniLM):
    """MiniLM that adds up the seconds spent in the model."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def run(
        self,
        pieces: list[list[int]],
        progress: Progress | None = None,
        on_reading: OnReading | None = None,
    ) -> Vectors:
        """What the model does, timed."""
        began = time.perf_counter()
        try:
            return super().run(pieces, progress, on_reading)
        finally:
            self.seconds += time.perf_counter() - began


@dataclass
class Ingests:
    """What was measured of one side: a figure a round."""

    guides_a_second: list[float] = field(default_factory=list)
    pieces_a_second: list[float] = field(default_factory=list)
    in_model: list[float] = field(default_factory=list)
    texts: int = 0


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure, and the bound that it has to keep."""

    name: str
    value: float
    bound: float
    at_least: bool

    @property
    def kept(self) -> bool:
        """Whether the figure keeps its bound."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print the ratios, and return 0 if all keep their bounds, else 1."""
    parser = argparse.ArgumentParser(prog="python -m evals speed", description=__doc__)
    parser.add_argument("--guides", type=int, default=24, help="guides to generate")
    parser.add_argument("--rounds", type=int, default=3, help="ingests of each side, in turn")
    chosen = parser.parse_args(argv)
    console = Console()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        guides = generate(chosen.guides, folder / "guides")
        ratios = [*_ingest_ratios(guides, folder, chosen.rounds, console), *_answer_ratios(folder)]
    _show(ratios, console)
    return 0 if all(ratio.kept for ratio in ratios) else 1


def generate(count: int, folder: Path) -> Path:
    """Write guides shaped as those of the corpus, the same ones each time; the folder.

    Each has a role of its own, and the words of its phrases in an order of its own: no text of one
    guide is a text of another, and every guide is as much work as a real one.
    """
    folder.mkdir()
    sources = sorted(path for path in CORPUS.glob("*.md") if path.stem != "README")
    for number in range(count):
        source = sources[number % len(sources)]
        role = f"{FIRST[number % 8]} {SECOND[number // 8 % 5]} {number // 40 or ''}".strip()
        named = re.sub(
            re.escape(source.stem.replace("-", " ")), role, source.read_text(), flags=re.IGNORECASE
        )
        front, body = re.sub(r"(?m)^aliases:\n(?:[ \t]*-.*\n)+", "", named).split("\n---\n", 1)
        mix = partial(_mixed, random.Random(number))
        lines = [
            line if line.startswith("#") else PHRASE.sub(mix, line) for line in body.split("\n")
        ]
        (folder / f"{number:03}.md").write_text("\n".join([front, "---", *lines]))
    return folder


def _mixed(chance: random.Random, phrase: re.Match[str]) -> str:
    words = phrase[0].split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _ingest_ratios(guides: Path, folder: Path, rounds: int, console: Console) -> list[Ratio]:
    ours, stock = Ingests(), Ingests()
    model, their_model = Metered(), StockEmbeddings(folder / "model")
    model.embed_query("warm up")
    their_model.embed_query("warm up")
    for number in range(rounds):
        console.print(f"Round {number + 1} of {rounds}", style="dim")
        _ingest_ours(guides, folder / f"ours-{number}", model, ours)
        _ingest_stock(guides, folder / f"stock-{number}", their_model, stock)
    console.print(f"Texts embedded: {ours.texts:,} by us, {stock.texts:,} by the stock pipeline.")
    return [
        Ratio("guides a second, ours / stock", _ratio(ours, stock, "guides_a_second"), 1.0, True),
        Ratio(
            "useful word pieces a second, ours / stock",
            _ratio(ours, stock, "pieces_a_second"),
            1.5,
            True,
        ),
        Ratio("share of our ingest in the model", statistics.median(ours.in_model), 0.85, True),
    ]


def _ratio(ours: Ingests, stock: Ingests, figure: str) -> float:
    """The median of the rounds' ratios."""
    pairs = zip(getattr(ours, figure), getattr(stock, figure), strict=True)
    return float(statistics.median(mine / theirs for mine, theirs in pairs))


def _ingest_ours(guides: Path, index: Path, model: Metered, measured: Ingests) -> None:
    model.seconds = 0.0
    began = time.perf_counter()
    reading = read_folder([guides])
    sync(index, reading.guides, model)
    took = time.perf_counter() - began
    with open_snapshot(index, model.name) as snapshot:
        texts = _embedded_texts(snapshot)
    measured.texts = len(texts)
    measured.guides_a_second.append(len(reading.guides) / took)
    measured.pieces_a_second.append(sum(map(model.count_pieces, texts)) / model.seconds)
    measured.in_model.append(model.seconds / took)


def _embedded_texts(snapshot: Snapshot) -> set[str]:
    chunks = snapshot.chunks.values()
    return {chunk.embedded for chunk in chunks} | {
        sentence.embedded for chunk in chunks for sentence in chunk.sentences
    }


def _ingest_stock(guides: Path, index: Path, model: StockEmbeddings, measured: Ingests) -> None:
    model.seconds = 0.0
    began = time.perf_counter()
    texts = {path.name: path.read_text() for path in sorted(guides.glob("*.md"))}
    build(texts, model, index)
    took = time.perf_counter() - began
    pieces = [document.page_content for document in split(texts)]
    counter = MiniLM()
    useful = sum(min(counter.count_pieces(piece), counter.max_pieces) for piece in pieces)
    measured.texts = len(pieces)
    measured.guides_a_second.append(len(texts) / took)
    measured.pieces_a_second.append(useful / model.seconds)


def _answer_ratios(folder: Path) -> list[Ratio]:
    """A whole answer beside one embedding of the question and one query of Chroma, both ours."""
    model = MiniLM()
    index = folder / "corpus-index"
    sync(index, read_folder([CORPUS]).guides, model)
    questions = _questions(60)
    assistant = Assistant(index, model)
    with open_snapshot(index, model.name) as snapshot:

        def look_up(question: str) -> None:
            snapshot.nearest(model.embed([question])[0], 4)

        for question in questions[:5]:
            assistant.ask(question)
            look_up(question)
        pairs = [(_seconds(assistant.ask, q), _seconds(look_up, q)) for q in questions]
    whole = statistics.median(answer for answer, _ in pairs)
    bare = statistics.median(lookup for _, lookup in pairs)
    return [
        Ratio(f"whole answer / (embedding + Chroma query, {bare:.4f} s)", whole / bare, 2.0, False)
    ]


def _questions(most: int) -> list[str]:
    """Answerable single questions of the eval data, spread over all of it."""
    asked = [
        case.turns[-1]
        for dataset in built_in()
        for case in dataset.cases()
        if len(case.turns) == 1 and case.answerable == "yes"
    ]
    return asked[:: max(1, len(asked) // most)][:most]


def _seconds(action: Callable[[str], object], question: str) -> float:
    began = time.perf_counter()
    action(question)
    return time.perf_counter() - began


def _show(ratios: Sequence[Ratio], console: Console) -> None:
    table = Table("figure", "measured", "bound", "")
    for ratio in ratios:
        bound = f"{'at least' if ratio.at_least else 'at most'} {ratio.bound:g}"
        table.add_row(ratio.name, f"{ratio.value:.2f}", bound, "kept" if ratio.kept else "MISSED")
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
