"""The nouns that head the titles of jobs in English, and words that only end as those do."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def occupations() -> frozenset[str]:
    """Nouns that head a job title."""
    return _listed("occupations.txt")


@lru_cache(maxsize=1)
def no_jobs() -> frozenset[str]:
    """Words that end as the doers of something do, and name nobody's job: "ladder"."""
    return _listed("no_jobs.txt")


def _listed(name: str) -> frozenset[str]:
    lines = files("assistant.guides.jobs").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
