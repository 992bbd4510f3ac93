"""Which index and model the commands open, by options and settings."""

import argparse
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.commands.opening import add_index_option, open_assistant
from assistant.errors import CareersError, NoSnapshotError
from assistant.versions import Versions


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


def test_links_name_the_texts_that_the_server_over_the_same_data_finds(
    index_folder, monkeypatch, tmp_path
):
    monkeypatch.setenv("CAREERS_DATA", str(tmp_path))
    answer = open_assistant(index_folder).ask("What does a senior backend engineer earn?")
    assert answer.citations
    for citation in answer.citations:
        name = parse_qs(urlsplit(citation.url).query)["v"][0]
        text = Versions(tmp_path / "cited").text(name) or ""
        assert text[citation.start : citation.end] == citation.quote


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
