"""Datasets: which data files belong to which corpus of guides, as datasets.toml declares it."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import CareersError
from evals.cases import Case, load_cases

HERE = Path(__file__).resolve().parent
DECLARATION = HERE / "datasets.toml"


class DatasetError(CareersError):
    """datasets.toml, or a file that it names, can't be used."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """One data file and the corpus that its cases ask about.

    ``digests`` maps each guide's id to the sha256 of the file that the cases were written against
    (empty: not checked).
    """

    name: str
    file: Path
    corpus: Path
    digests: Mapping[str, str] = field(default_factory=dict, hash=False)

    def cases(self) -> list[Case]:
        """The cases of the file."""
        return load_cases(self.file)


def built_in(declaration: Path = DECLARATION) -> list[Dataset]:
    """The declared datasets whose files exist, in the order of the declaration.

    Raises:
        DatasetError: the declaration can't be read.
    """
    try:
        table = tomllib.loads(declaration.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DatasetError(f"{declaration.name}: {error}.") from error
    found = []
    for corpus in table.get("corpus", []):
        folder = (declaration.parent / corpus["folder"]).resolve()
        for name in corpus["files"]:
            file = declaration.parent / name
            if file.exists():
                found.append(Dataset(file.stem, file, folder, dict(corpus.get("digests", {}))))
    return found


def from_files(files: Sequence[Path], corpus: Path) -> list[Dataset]:
    """Datasets of somebody's own: each file over the same corpus, digests not checked.

    Raises:
        DatasetError: a file or the corpus does not exist.
    """
    for path in (*files, corpus):
        if not path.exists():
            raise DatasetError(
                f"{path}: does not exist. Name a file of cases and a folder of guides."
            )
    return [Dataset(file.stem, file, corpus) for file in files]
