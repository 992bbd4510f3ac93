"""What the tests of the eval commands stand on."""

import logging

import pytest


@pytest.fixture(autouse=True)
def _the_log_as_it_was():
    """A command that quietens the log for its process leaves it loud for the next test."""
    log = logging.getLogger("assistant")
    level = log.level
    yield
    log.setLevel(level)
