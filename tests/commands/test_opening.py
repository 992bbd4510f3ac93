"""Which index and model the commands open, by options and settings."""

import argparse
from pathlib import Path

import pytest

from assistant.commands.opening import add_index_option, open_assistant
from assistant.errors import CareersError, NoSnapshotError


def test_the_index_is_an_option_without_a_default():
    parser = argparse.ArgumentParser()
    add_index_option(parser)
    assert parser.parse_args([]).index is None
    assert parser.parse_args(["--index", "there"]).index == Path("there")


def test_the_option_says_which_index(index_folder):
    assert open_assistant(index_folder).sources().snapshot.guides


def test_the_setting_says_which_index(index_folder, monkeypatch):
    monkeypatch.setenv("CAREERS_INDEX", str(index_folder))
    assert open_assistant(None).sources().snapshot.guides


def test_the_option_goes_before_the_setting(index_folder, monkeypatch, tmp_path):
    monkeypatch.setenv("CAREERS_INDEX", str(tmp_path))
    assert open_assistant(index_folder).sources().snapshot.guides


def test_nothing_ingested_is_said_at_once(tmp_path):
    with pytest.raises(NoSnapshotError, match="ingest"):
        open_assistant(tmp_path)


@pytest.mark.parametrize(
    ("name", "value"), [("CAREERS_PORT", "door"), ("CAREERS_EMBEDDING_MODEL", "nonsense")]
)
def test_a_setting_that_can_not_be_used_is_named(name, value, monkeypatch, index_folder):
    monkeypatch.setenv(name, value)
    with pytest.raises(CareersError, match=name):
        open_assistant(index_folder)
