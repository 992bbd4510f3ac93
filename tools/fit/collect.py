"""Gather what tools/fit/adapt.py fits to: training questions, and how MiniLM reads the guides.

Run from the project's folder: python -m tools.fit.collect OUT.pickle
"""

import pickle
import sys
import tempfile
from pathlib import Path

from assistant.answering.sources import Sources, searched
from assistant.embeddings import MiniLM
from assistant.embeddings.vocabulary import minilm_tokenizer
from assistant.guides import read_folder
from assistant.guides.model import BlockKind, SectionKind
from assistant.index.snapshot import open_snapshot
from assistant.index.sync import sync
from assistant.retrieval import covered_of, features_of
from assistant.understanding.understand import understand
from evals.trained_on import GUIDES, taught

#: What the encoder gives is measured anew while it is fitted.
MEASURED = ("similarity", "sentence", "two_sentences", "match")


def main(out: Path) -> None:
    """Write (guides, questions) to ``out``."""
    model, tokenizer = MiniLM(), minilm_tokenizer()

    def pieces(text: str) -> list[int]:
        ids = tokenizer.encode(text).ids
        return ids if len(ids) <= 256 else [*ids[:255], ids[-1]]

    def read(text: str):
        reading = model.read(text)
        return reading.vector, reading

    with tempfile.TemporaryDirectory() as folder:
        sync(Path(folder), read_folder([GUIDES]).guides, model)
        snapshot = open_snapshot(Path(folder), model.name)
        sources = Sources(snapshot, read)
        guides = {
            guide.source: _guide(snapshot, guide.id, pieces) for guide in snapshot.guides.values()
        }
        roles = {guide.source: guide.role for guide in snapshot.guides.values()}
        names = sorted(guides)
        found = (
            _question(line, line.guide or names[place % len(names)], guides, sources, pieces)
            for place, line in enumerate(taught(roles))
        )
        questions = [question for question in found if question]
    out.write_bytes(pickle.dumps((guides, questions)))
    print(len(guides), "guides,", len(questions), "questions")


def _guide(snapshot, guide_id, pieces):
    chunks = [
        chunk
        for chunk in snapshot.chunks.values()
        if chunk.guide_id == guide_id and chunk.section_kind is not SectionKind.CALL_TO_ACTION
    ]
    return {
        "chunks": [chunk.id for chunk in chunks],
        "texts": [pieces(chunk.embedded) for chunk in chunks],
        "sentences": [
            []
            if chunk.kind is BlockKind.TABLE_ROW
            else [pieces(sentence.embedded) for sentence in chunk.sentences]
            for chunk in chunks
        ],
        "said": [
            [chunk.text[one.start - chunk.start : one.end - chunk.start] for one in chunk.sentences]
            for chunk in chunks
        ],
    }


def _question(line, name, guides, sources, pieces):
    snapshot, guide = sources.snapshot, guides[name]
    queries = understand([line.question], sources.lexicon).queries
    if len(queries) != 1 or (queries[0].unknown_roles and not queries[0].roles):
        return None
    asked = sources.asked(queries[0])
    chunks = [snapshot.chunks[chunk_id] for chunk_id in guide["chunks"]]
    gold = [
        place for quote in line.quotes for place, chunk in enumerate(chunks) if quote in chunk.text
    ]
    ids = pieces(searched(asked.text))
    if (line.quotes and not gold) or len(ids) < 3:
        return None
    features = []
    for chunk in chunks:
        covered, by_sentence = covered_of(snapshot, asked.terms, chunk.id)
        told = snapshot.told.weight(asked.matters, chunk.id, (chunk.guide_id,))
        own = features_of(chunk, asked, 0.0, (), 0.0, covered, max(by_sentence, default=0.0), told)
        features.append({name: value for name, value in own.items() if name not in MEASURED})
    return {
        "guide": name,
        "ids": ids,
        "features": features,
        "gold": list(dict.fromkeys(gold)),
        "gold_sentences": [
            (place, number)
            for quote in line.quotes
            for place, own in enumerate(guide["said"])
            for number, said in enumerate(own)
            if said in quote or quote in said
        ],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
