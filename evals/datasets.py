"""Datasets: which data files belong to which corpus of guides, as datasets.toml declares it."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.errors import CareersError
from evals.cases import Case, load_cases

HERE = Path(__file__).resolve().parent
DECLARATION = HERE / "datasets.toml"
DIGESTS = HERE / "guide-digests.json"


class DatasetError(CareersError):
    """datasets.toml, or a file that it names, can't be used."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One data file and the corpus that its cases ask about.

    ``declared`` says that it is one of ours, so that its guides' digests are watched.
    """

    name: str
    file: Path
    corpus: Path
    declared: bool = False

    def numbered(self) -> tuple[tuple[int, Case], ...]:
        """The cases of the file, each after its line number."""
        return _numbered(self.file)

    def cases(self) -> list[Case]:
        """The cases of the file."""
        return [case for _, case in self.numbered()]


@cache
def _numbered(file: Path) -> tuple[tuple[int, Case], ...]:
    return tuple(load_cases(file))


def built_in(declaration: Path = DECLARATION) -> list[Dataset]:
    """The declared datasets, in the order of the declaration.

    Raises:
        DatasetError: the declaration can't be read.
    """
    try:
        table = tomllib.loads(declaration.read_text(encoding="utf-8"))
        return [
            Dataset(Path(name).stem, folder / name, (folder / corpus["folder"]).resolve(), True)
            for folder in [declaration.parent]
            for corpus in table["corpus"]
            for name in corpus["files"]
        ]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise DatasetError(f"{declaration.name}: {error!r}.") from error


def from_files(files: Sequence[Path], corpus: Path) -> list[Dataset]:
    """Datasets of somebody's own: each file over the same corpus.

    Raises:
        DatasetError: a file or the corpus does not exist.
    """
    for path in (*files, corpus):
        if not path.exists():
            raise DatasetError(
                f"{path}: no such file. Name a file of cases and a folder of guides."
            )
    return [Dataset(file.stem, file, corpus.resolve()) for file in files]


def read_digests(file: Path = DIGESTS) -> Mapping[str, str]:
    """The digests of the guides that the cases were written against; empty when none are kept."""
    if not file.exists():
        return {}
    digests: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return digests


def write_digests(digests: Mapping[str, str], file: Path = DIGESTS) -> None:
    """Keep the digests of the guides as they are now."""
    file.write_text(json.dumps(dict(sorted(digests.items())), indent=1) + "\n", encoding="utf-8")
