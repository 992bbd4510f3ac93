"""The questions that the embeddings and the saying of no are fitted to, about invented guides.

Three kinds: questions written for one guide, phrasings of topics that any guide may speak of, put
to each guide, and those of strangers. For each of the first two it is marked which sentences, items
or rows answer it.
"""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.cases import Case
from evals.datasets import from_files

FOLDER = Path(__file__).parent / "training"
GUIDES = FOLDER / "guides"
STRANGERS = Path(__file__).parent / "strangers"
#: Phrasings of one topic that are put to one guide.
PHRASINGS = 2


@dataclass(frozen=True, slots=True)
class Taught:
    """A question about one guide, by its file's name, or about none; what answers it, best first.

    Without quotes the guide does not answer it.
    """

    guide: str | None
    question: str
    quotes: tuple[str, ...]


def taught(roles: Mapping[str, str]) -> Iterator[Taught]:
    """Every question that is fitted to, always the same in the same order.

    Args:
        roles: the name of each guide's role, by the file's name.
    """
    for file in sorted(FOLDER.glob("questions-*.jsonl")):
        for row in _rows(file):
            yield Taught(row["guide"], row["question"], tuple(row["quotes"]))
    phrasings = {row["topic"]: row["phrasings"] for row in _rows(FOLDER / "topic-phrasings.jsonl")}
    for row in _rows(FOLDER / "topic-places.jsonl"):
        chosen = random.Random(f"{row['guide']} {row['topic']}").sample(
            phrasings[row["topic"]], PHRASINGS
        )
        for phrasing in chosen:
            question = _named(phrasing, roles[row["guide"]])
            yield Taught(row["guide"], question, tuple(row["quotes"]))


def asked_of_one(folder: Path) -> Iterator[Taught]:
    """The questions of a strangers' set of which each is asked of one guide; none in most sets.

    Args:
        folder: the set's; what answers a question less well than the rest stands last.
    """
    if (folder / "questions.jsonl").exists():
        for row in _rows(folder / "questions.jsonl"):
            yield Taught(row["guide"], row["question"], (*row["quotes"], *row["also"]))


def cases_of(folder: Path) -> list[Case]:
    """The cases of a strangers' set, which may be of any kind; none where it has questions alone.

    Args:
        folder: the set's.
    """
    file = folder / "cases.jsonl"
    return list(from_files([file], folder / "guides")[0].cases()) if file.exists() else []


def _named(phrasing: str, role: str) -> str:
    """A phrasing with the role's name in it."""
    return phrasing.replace("{roles}", f"{role}s").replace("{role}", role)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text("utf-8").splitlines():
        yield json.loads(line)
