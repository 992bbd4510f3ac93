"""Gather what tools/fit fits to: questions, what answers them, and how MiniLM reads the guides.

Run from the project's folder: python -m tools.fit.collect OUT.pickle [SET ...]
Without sets the training questions, for tools/fit/adapt.py; with sets (evals/strangers/*) those of
strangers, for tools/fit/further.py.
"""

import pickle
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from evals.calibrate import DECIDED_BEFORE
from evals.cases import Case
from evals.places import Atlas, gold_index
from evals.text import folded
from evals.trained_on import GUIDES, asked_of_one, cases_of, taught

#: What the encoder gives is measured anew while it is fitted.
MEASURED = ("similarity", "sentence", "two_sentences", "match")


@dataclass(frozen=True)
class Line:
    """A conversation whose last message one guide answers, or does not; what answers, best first.

    ``answers`` are words that stand in the guide, where they are known; else every chunk at
    ``places`` answers, and with both those at the places that have the words.
    """

    turns: Sequence[str]
    guide_id: str
    answered: bool
    answers: Sequence[str]
    places: frozenset = frozenset()


def main(out: Path, sets: Sequence[Path]) -> None:
    """Write (guides, questions) to ``out``."""
    guides, questions = {}, []
    for folder in sets or [None]:
        own_guides, own = _gathered(folder)
        guides |= own_guides
        questions += own
        print(folder or "training", len(own_guides), "guides,", len(own), "questions", flush=True)
    out.write_bytes(pickle.dumps((guides, questions)))


def _gathered(folder: Path | None):
    model, tokenizer = MiniLM(), minilm_tokenizer()

    def pieces(text: str) -> list[int]:
        ids = tokenizer.encode(text).ids
        return ids if len(ids) <= 256 else [*ids[:255], ids[-1]]

    def read(text: str):
        reading = model.read(text)
        return reading.vector, reading

    with tempfile.TemporaryDirectory() as index:
        sync(Path(index), read_folder([folder / "guides" if folder else GUIDES]).guides, model)
        snapshot = open_snapshot(Path(index), model.name)
        sources, atlas = Sources(snapshot, read), Atlas.of(snapshot.guides.values())
        read_guides = {guide_id: _guide(snapshot, guide_id, pieces) for guide_id in atlas.guides}
        lines = _of_set(folder, atlas) if folder else _of_training(atlas)
        found = [_question(line, read_guides, sources, pieces, atlas) for line in lines]
        snapshot.close()
    name = folder.name if folder else "training"
    questions = [question for question in found if question]
    for question in questions:
        question["guide"] = f"{name}/{question['guide']}"
    named = {f"{name}/{guide_id}": guide for guide_id, guide in read_guides.items()}
    return named, questions


def _of_training(atlas: Atlas) -> Iterator[Line]:
    """The training questions; what is about no guide is asked of one after the other."""
    by_file = {guide.source: guide for guide in atlas.guides.values()}
    names = sorted(by_file)
    roles = {name: guide.role for name, guide in by_file.items()}
    for place, line in enumerate(taught(roles)):
        guide = by_file[line.guide or names[place % len(names)]]
        yield Line([line.question], guide.id, bool(line.quotes), line.quotes)


def _of_set(folder: Path, atlas: Atlas) -> Iterator[Line]:
    by_file = {guide.source: guide for guide in atlas.guides.values()}
    for line in asked_of_one(folder):
        yield Line([line.question], by_file[line.guide].id, bool(line.quotes), line.quotes)
    for case in cases_of(folder):
        yield from _of_case(case, atlas)


def _of_case(case: Case, atlas: Atlas) -> Iterator[Line]:
    """A case that asks one thing of one guide."""
    guides = {gold.guide for gold in case.gold} or set(case.roles)
    one_thing = case.kind not in {*DECIDED_BEFORE, "off_topic"}
    if one_thing and len(guides) == 1 and case.answerable in ("yes", "no"):
        words = [folded(form) for nugget in case.nuggets for form in nugget.accept]
        places = frozenset(gold_index(atlas, case.gold))
        yield Line(case.turns, guides.pop(), case.answerable == "yes", words, places)


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


def _question(line, guides, sources, pieces, atlas):
    snapshot, guide = sources.snapshot, guides.get(line.guide_id)
    queries = understand(line.turns, sources.lexicon).queries
    if guide is None or len(queries) != 1 or (queries[0].unknown_roles and not queries[0].roles):
        return None
    asked = sources.asked(queries[0])
    chunks = [snapshot.chunks[chunk_id] for chunk_id in guide["chunks"]]
    gold, sentences = _gold(line, chunks, guide["said"], atlas)
    ids = pieces(searched(asked.text))
    if (line.answered and not gold) or len(ids) < 3:
        return None
    features = []
    for chunk in chunks:
        covered, by_sentence = covered_of(snapshot, asked.terms, chunk.id)
        told = snapshot.told.weight(asked.matters, chunk.id, (chunk.guide_id,))
        own = features_of(chunk, asked, 0.0, (), 0.0, covered, max(by_sentence, default=0.0), told)
        features.append({name: value for name, value in own.items() if name not in MEASURED})
    return {
        "guide": line.guide_id,
        "ids": ids,
        "features": features,
        "gold": gold,
        "gold_sentences": sentences,
    }


def _gold(line, chunks, said, atlas):
    """The chunks that answer, best first, and the sentences of them that do, where known."""
    at = range(len(chunks))
    if not line.places:
        gold = [place for words in line.answers for place in at if _has(chunks[place].text, words)]
        gold = list(dict.fromkeys(gold))
        return gold, _sentences(gold, said, line.answers)
    gold = [
        place
        for place, chunk in enumerate(chunks)
        if atlas.at(chunk.guide_id, chunk.start, chunk.end) in line.places
    ]
    texts = {place: folded(chunks[place].text) for place in gold}
    telling = [place for place in gold if any(words in texts[place] for words in line.answers)]
    folded_said = [[folded(own) for own in each] for each in said]
    return telling or gold, _sentences(telling, folded_said, line.answers)


def _has(text, words):
    """Whether a text has the words, or is cut from them."""
    return words in text or text in words


def _sentences(gold, said, answers):
    return [
        (place, number)
        for words in answers
        for place in gold
        for number, own in enumerate(said[place])
        if _has(own, words)
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[2:]])
