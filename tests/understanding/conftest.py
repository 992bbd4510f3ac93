"""The words of ten guides, real and invented, that questions are read against."""

import pytest

from assistant.guides import read_folder
from assistant.understanding.lexicon import lexicon_of


def _lexicon(project, *folders):
    return lexicon_of(read_folder([project / folder for folder in folders]).guides)


@pytest.fixture(scope="session")
def lexicon(project):
    """The roles of corpus/ alone."""
    return _lexicon(project, "corpus")


@pytest.fixture(scope="session")
def wide_lexicon(project):
    """The roles of corpus/ and of the invented guides, of two sectors."""
    return _lexicon(project, "corpus", "evals/fixtures/life-sciences", "evals/fixtures/rail")
