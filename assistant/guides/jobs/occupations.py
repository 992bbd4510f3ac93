"""The nouns that head the titles of jobs in English."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def occupations() -> frozenset[str]:
    """Nouns that head a job title."""
    listed = files("assistant.guides.jobs").joinpath("occupations.txt").read_text("utf-8")
    lines = listed.splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
