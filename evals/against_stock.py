"""``python -m evals against_stock``: our search beside a stock pipeline's, question by question.

Both search the same guides for the same questions in one run, with the same embedding weights. A
piece counts as the place that most of its characters lie in. Since the stock pipeline's pieces run
over several places, anything of a gold place that one of them touches counts for the top four, and
is shown for the first as well: that is as much as can be said for it.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.answer import Conversation
from assistant.embeddings import MiniLM
from assistant.guides.folder import read_folder
from assistant.guides.model import Guide
from assistant.index import sync
from assistant.pipeline import Assistant
from evals.cases import Case
from evals.datasets import Dataset, built_in
from evals.measures.citations import bad_quotes
from evals.places import Atlas, Place, gold_index
from evals.stock import StockEmbeddings, build

DATASET = "retrieval"
TOP = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece that was found: ``source_text[start:end]`` of a guide."""

    guide_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """What one side found for one question.

    ``first``: the first piece is the right place; ``touched``: it has something of it; ``in_top``:
    one of the top four has.
    """

    first: bool
    touched: bool
    in_top: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One question: the kind of section that answers it, and what each side found."""

    kind: str
    ours: Found
    stock: Found


Search = Callable[[Case], Sequence[Stretch]]


def found(case: Case, stretches: Sequence[Stretch], atlas: Atlas) -> Found:
    """How the pieces found, best first, stand to the places of grade 2 of a case."""
    right = _right_places(case, atlas)
    keys = {place.key for place in right}
    at = [atlas.at(piece.guide_id, piece.start, piece.end) for piece in stretches[:1]]
    touches = [any(_touches(piece, place) for place in right) for piece in stretches[:TOP]]
    return Found(any(key in keys for key in at), any(touches[:1]), any(touches))


def _right_places(case: Case, atlas: Atlas) -> list[Place]:
    """The places that answer; one that a closer label calls only relevant is none."""
    labels = gold_index(atlas, case.gold)
    return [
        place
        for gold in case.gold
        for place in atlas.gold(gold)
        if case.gold[labels[place.key]].grade == 2
    ]


def _touches(piece: Stretch, place: Place) -> bool:
    shared = min(piece.end, place.end) - max(piece.start, place.start)
    return piece.guide_id == place.guide_id and shared > 0


def kind_of(case: Case, atlas: Atlas) -> str:
    """The kind of the section that the first place that answers a case is in."""
    place = _right_places(case, atlas)[0]
    holding = [
        section
        for section in atlas.guides[place.guide_id].sections
        if section.path == place.path[: len(section.path)]
    ]
    return max(holding, key=lambda section: len(section.path)).kind.value


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print; 0 if we find no less than the stock pipeline and every quote is exact."""
    parser = argparse.ArgumentParser(prog="python -m evals against_stock", description=__doc__)
    parser.parse_args(argv)
    console = Console()
    (dataset,) = [dataset for dataset in built_in() if dataset.name == DATASET]
    with tempfile.TemporaryDirectory() as place:
        return _compare(dataset, Path(place), console)


def _compare(dataset: Dataset, folder: Path, console: Console) -> int:
    guides = read_folder([dataset.corpus]).guides
    atlas = Atlas.of(guides)
    model = MiniLM()
    sync(folder / "ours", guides, model)
    assistant = Assistant(folder / "ours", model)
    stock = _stock_search(guides, folder)
    cases = dataset.cases()
    compared = [
        Compared(
            kind_of(case, atlas),
            found(case, _our_search(assistant, case), atlas),
            found(case, stock(case), atlas),
        )
        for case in cases
    ]
    console.print(_table(compared))
    citations, inexact = _checked_quotes(assistant, cases, atlas)
    console.print(f"Exact quotes: {citations - inexact} of {citations}, {len(cases)} questions.")
    return 0 if not inexact and _no_worse(compared) else 1


def _our_search(assistant: Assistant, case: Case) -> list[Stretch]:
    chunks = [passage.chunk for passage in assistant.search(case.turns, TOP)]
    return [Stretch(chunk.guide_id, chunk.start, chunk.end) for chunk in chunks]


def _stock_search(guides: Sequence[Guide], folder: Path) -> Search:
    """The stock pipeline's search; a follow-up is put to it as written out to stand alone."""
    texts = {guide.id: guide.source_text for guide in guides}
    store = build(texts, StockEmbeddings(folder / "model"), folder / "stock")

    def search(case: Case) -> list[Stretch]:
        pieces = store.similarity_search(case.standalone or case.question, k=TOP)
        return [
            Stretch(
                piece.metadata["source"],
                piece.metadata["start_index"],
                piece.metadata["start_index"] + len(piece.page_content),
            )
            for piece in pieces
        ]

    return search


def _checked_quotes(assistant: Assistant, cases: Sequence[Case], atlas: Atlas) -> tuple[int, int]:
    """How many citations the answers to the questions have, and how many are not exact."""
    texts = {name: guide.source_text for name, guide in atlas.guides.items()}
    citations = inexact = 0
    for case in cases:
        conversation = Conversation()
        for turn in case.turns:
            answer = assistant.ask(turn, conversation)
            conversation = conversation.then(turn, answer)
            citations += len(answer.citations)
            inexact += len(bad_quotes(answer, texts))
    return citations, inexact


def _no_worse(compared: Sequence[Compared]) -> bool:
    return all(
        sum(getattr(one.ours, figure) for one in compared)
        >= sum(getattr(one.stock, figure) for one in compared)
        for figure in Found.__slots__
    )


def _table(compared: Sequence[Compared]) -> Table:
    table = Table("section", "questions", title="Right section found, %, ours / stock")
    for heading in ("first", "first touches", f"in the top {TOP}"):
        table.add_column(heading, justify="right")
    for name, some in _by_kind(compared).items():
        table.add_row(name, str(len(some)), *_cells(some))
    return table


def _by_kind(compared: Sequence[Compared]) -> Mapping[str, Sequence[Compared]]:
    kinds = sorted({one.kind for one in compared})
    return {"all": compared} | {
        kind: [one for one in compared if one.kind == kind] for kind in kinds
    }


def _cells(compared: Sequence[Compared]) -> Iterator[str]:
    for figure in Found.__slots__:
        ours, stock = (
            sum(getattr(getattr(one, side), figure) for one in compared) / len(compared)
            for side in ("ours", "stock")
        )
        yield f"{100 * ours:.1f} / {100 * stock:.1f}"


if __name__ == "__main__":
    sys.exit(main())
