"""Gather what tools/fit/matching.py fits to: each training question with the features of chunks.

Run from the project's folder: python tools/fit/collect.py OUT.npz
"""

import json
import pickle
import sys
import tempfile
from pathlib import Path

from assistant.answering.extractive import Sources
from assistant.embeddings import MiniLM
from assistant.guides import read_folder
from assistant.guides.model import SectionKind
from assistant.index.snapshot import open_snapshot
from assistant.index.sync import sync
from assistant.retrieval import _similarities, covered_of, features_of
from assistant.understanding.understand import understand

TRAINING = Path("evals/training")


def main(out: Path) -> None:
    """Write (guides, items) to ``out``."""
    model = MiniLM()
    with tempfile.TemporaryDirectory() as folder:
        sync(Path(folder), read_folder([TRAINING / "guides"]).guides, model)
        snapshot = open_snapshot(Path(folder), model.name)

        def read(text: str):
            reading = model.read(text)
            return reading.vector, reading

        sources = Sources(snapshot, read)
        guides = {
            guide.source: _guide(model, snapshot, guide.id) for guide in snapshot.guides.values()
        }
        items = [
            item
            for file in sorted(TRAINING.glob("questions-*.jsonl"))
            for line in file.read_text("utf-8").splitlines()
            if '"quotes": []' not in line
            if (item := _item(json.loads(line), guides, snapshot, sources))
        ]
    with out.open("wb") as file:
        pickle.dump((guides, items), file)
    print(
        len(guides),
        "guides,",
        len(items),
        "questions,",
        sum(not item["gold"] for item in items),
        "not answered",
    )


def _guide(model, snapshot, guide_id):
    chunks = [
        c
        for c in snapshot.chunks.values()
        if c.guide_id == guide_id and c.section_kind is not SectionKind.CALL_TO_ACTION
    ]
    readings = [model.read(chunk.embedded) for chunk in chunks]
    return {
        "id": guide_id,
        "chunks": [chunk.id for chunk in chunks],
        "sections": [chunk.section for chunk in chunks],
        "pieces": [reading.pieces for reading in readings],
        "states": [reading.states for reading in readings],
    }


def _item(line, guides, snapshot, sources):
    guide = guides[line["guide"]]
    understanding = understand([line["question"]], sources.lexicon)
    if len(understanding.queries) != 1:
        return None
    query = understanding.queries[0]
    if query.unknown_roles and not query.roles:
        return None
    asked = sources.asked(query)
    rows = []
    for chunk_id in guide["chunks"]:
        chunk = snapshot.chunks[chunk_id]
        similarity, sentences = _similarities(snapshot, asked.vector, chunk)
        covered, by_sentence = covered_of(snapshot, asked.terms, chunk_id)
        best_covered = max(by_sentence, default=0.0)
        rows.append(features_of(chunk, asked, similarity, sentences, 0.0, covered, best_covered))
    gold = []
    for quote in line["quotes"]:
        gold.append(
            next(
                (n for n, c in enumerate(guide["chunks"]) if quote in snapshot.chunks[c].text), None
            )
        )
    if line["quotes"] and all(place is None for place in gold):
        return None
    return {
        "guide": line["guide"],
        "question": line["question"],
        "pieces": asked.reading.pieces,
        "states": asked.reading.states,
        "features": rows,
        "gold": [place for place in gold if place is not None],
        "pay": query.pay_table,
        "whole": query.whole,
        "content": query.content,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
