"""An ingest embeds what is new, says what changed, and switches whole."""

import json
import shutil
from dataclasses import replace

import numpy as np
import pytest

from assistant.errors import EmbeddingError, SnapshotDamagedError, SnapshotError
from assistant.index import SyncOptions, current_id, open_snapshot, plan, rollback, sync
from assistant.index.layout import POINTER, read_pointer
from tests.index.making import small_guide


def snapshots(folder):
    return sorted(path.name for path in (folder / "snapshots").iterdir())


def test_a_first_ingest_makes_all(tmp_path, model, two_guides):
    report = sync(tmp_path, two_guides, model)
    assert report.created == ("data-steward", "ward-analyst")
    assert report.switched
    assert report.snapshot_id == current_id(tmp_path)
    assert (report.sections, report.chunks) == (8, 12)
    assert report.blocks == {"faq": 4, "list_item": 6, "paragraph": 4, "table_row": 4}
    assert report.embedded == len(model.embedded) == len(set(model.embedded))
    assert report.reused == 0
    assert set(report.seconds) == {"chunks", "embed", "build", "check", "switch"}


def test_unchanged_input_embeds_nothing_and_switches_nothing(folder, model, two_guides):
    before = current_id(folder)
    report = sync(folder, two_guides, model)
    assert report.unchanged == ("data-steward", "ward-analyst")
    assert (report.chunks, report.sentences > 0, report.tokens > 0) == (12, True, True)
    assert not report.switched
    assert model.embedded == []
    assert current_id(folder) == before


def test_only_what_changed_is_embedded(folder, model, two_guides):
    changed = small_guide("Data Steward", extra=" A new sentence.")
    report = sync(folder, (changed, two_guides[1]), model)
    assert report.updated == ("data-steward",)
    assert report.unchanged == ("ward-analyst",)
    assert len(model.embedded) == report.embedded == 2
    assert all("A new sentence." in text for text in model.embedded)
    with open_snapshot(folder, "minilm") as snapshot:
        for chunk_id, chunk in snapshot.chunks.items():
            fresh = model.embed([chunk.embedded])[0]
            assert np.allclose(snapshot.chunk_vector(chunk_id), fresh, atol=1e-4)


def test_a_guide_that_is_gone_is_removed_only_from_a_whole_folder(folder, model, two_guides):
    kept = sync(folder, two_guides[:1], model, SyncOptions(remove_missing=False))
    assert kept.removed == ()
    assert not kept.switched
    report = sync(folder, two_guides[:1], model)
    assert report.removed == ("ward-analyst",)
    assert model.embedded == []
    with open_snapshot(folder, "minilm") as snapshot:
        assert list(snapshot.guides) == ["data-steward"]


def test_a_guide_can_be_added_alone(folder, model):
    report = sync(folder, [small_guide("Rota Lead")], model, SyncOptions(remove_missing=False))
    assert report.created == ("rota-lead",)
    assert report.unchanged == ("data-steward", "ward-analyst")


def test_a_renamed_file_is_an_update_that_embeds_nothing(folder, model, two_guides):
    renamed = replace(two_guides[0], source="other.md")
    report = sync(folder, (renamed, two_guides[1]), model)
    assert report.updated == ("data-steward",)
    assert model.embedded == []


def test_a_dry_run_writes_nothing(tmp_path, folder, model, two_guides):
    report = sync(tmp_path / "new", two_guides, model, SyncOptions(dry_run=True))
    assert report.created
    assert report.embedded > 0
    assert report.dry_run
    assert not (tmp_path / "new").exists()
    before = snapshots(folder)
    report = sync(folder, [small_guide("Rota Lead")], model, SyncOptions(dry_run=True))
    assert report.removed == ("data-steward", "ward-analyst")
    assert model.embedded == []
    assert snapshots(folder) == before


def test_a_rebuild_embeds_all(folder, model, two_guides):
    report = sync(folder, two_guides, model, SyncOptions(rebuild=True))
    assert report.unchanged == ("data-steward", "ward-analyst")
    assert report.switched
    assert report.reused == 0


def test_changed_code_cuts_anew_and_embeds_only_new_texts(folder, model, two_guides, monkeypatch):
    monkeypatch.setattr(plan, "recipe", lambda: "another")
    report = sync(folder, two_guides, model)
    assert report.switched
    assert report.embedded == 0


def test_pieces_of_another_recipe_are_read_again(folder, model, two_guides):
    manifest = folder / "snapshots" / current_id(folder) / "manifest.json"
    written = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**written, "recipe": "another"}))
    report = sync(folder, two_guides, model)
    assert report.embedded == 0
    with open_snapshot(folder, "minilm") as snapshot:
        assert set(model.embedded) == {chunk.embedded for chunk in snapshot.chunks.values()}


def test_rollback_goes_back_and_forth(folder, model, two_guides):
    first = current_id(folder)
    second = sync(folder, two_guides[:1], model).snapshot_id
    assert rollback(folder) == first == current_id(folder)
    with open_snapshot(folder, "minilm") as snapshot:
        assert len(snapshot.guides) == 2
    assert rollback(folder) == second


def test_without_a_previous_snapshot_there_is_no_way_back(folder):
    with pytest.raises(SnapshotError, match="no previous snapshot"):
        rollback(folder)


def test_a_damaged_previous_snapshot_is_not_gone_back_to(folder, model, two_guides):
    first = current_id(folder)
    second = sync(folder, two_guides[:1], model).snapshot_id
    (folder / "snapshots" / first / "chunks.json").write_text("[]")
    with pytest.raises(SnapshotDamagedError):
        rollback(folder)
    assert current_id(folder) == second


def test_the_current_and_the_previous_snapshot_are_kept(folder, model, two_guides):
    for extra in (" One.", " Two.", " Three."):
        sync(folder, (small_guide("Data Steward", extra),), model)
    pointer = read_pointer(folder)
    assert snapshots(folder) == sorted([pointer.previous, pointer.current])


def test_what_a_killed_ingest_left_is_cleaned(folder, model, two_guides):
    left = folder / "snapshots" / "half-built"
    (left / "chroma").mkdir(parents=True)
    sync(folder, two_guides[:1], model)
    assert not left.exists()


@pytest.mark.parametrize("name", ["chunks.json", "manifest.json", "vectors.npy"])
def test_a_damaged_snapshot_is_made_anew(folder, model, two_guides, name):
    damaged = current_id(folder)
    (folder / "snapshots" / damaged / name).write_bytes(b"x")
    with pytest.raises(SnapshotDamagedError, match="--rebuild"):
        open_snapshot(folder, "minilm")
    report = sync(folder, two_guides, model)
    assert report.switched
    assert read_pointer(folder).previous == ""
    open_snapshot(folder, "minilm").close()


def test_a_damaged_pointer_is_mended(folder, model, two_guides):
    (folder / POINTER).write_text("{")
    with pytest.raises(SnapshotDamagedError, match="--rebuild"):
        open_snapshot(folder, "minilm")
    assert sync(folder, two_guides, model).switched


def test_a_snapshot_that_is_gone_is_made_anew(folder, model, two_guides):
    shutil.rmtree(folder / "snapshots")
    with pytest.raises(SnapshotDamagedError, match="is gone"):
        open_snapshot(folder, "minilm")
    assert sync(folder, two_guides, model).switched


def test_an_older_format_is_made_anew(folder, model, two_guides):
    manifest = folder / "snapshots" / current_id(folder) / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 0}))
    assert sync(folder, two_guides, model).reused == 0


def test_a_failure_leaves_what_served(folder, model, two_guides, monkeypatch):
    before = current_id(folder)

    def fail(*_):
        raise EmbeddingError("no model")

    monkeypatch.setattr(model, "read_all", fail)
    with pytest.raises(EmbeddingError):
        sync(folder, [small_guide("Rota Lead")], model)
    assert current_id(folder) == before


def test_a_snapshot_that_fails_its_check_never_serves(folder, model, two_guides, monkeypatch):
    before = current_id(folder)
    module = __import__("assistant.index.sync", fromlist=["build_snapshot"])
    build = module.build_snapshot

    def build_badly(place, content):
        build(place, replace(content, vectors=content.vectors[::-1].copy()))
        (place / "texts.json").write_text("[]")

    monkeypatch.setattr(module, "build_snapshot", build_badly)
    with pytest.raises(SnapshotDamagedError):
        sync(folder, [small_guide("Rota Lead")], model)
    assert current_id(folder) == before
    monkeypatch.undo()
    sync(folder, [small_guide("Rota Lead")], model)
    assert len(snapshots(folder)) == 2


def test_two_guides_for_one_role_and_none_at_all_are_refused(folder, model, two_guides):
    with pytest.raises(SnapshotError, match="about one role: data-steward"):
        sync(folder, (two_guides[0], two_guides[0]), model)
    with pytest.raises(SnapshotError, match="no guide to ingest"):
        sync(folder, (), model)


def test_progress_is_told_what_is_to_embed(tmp_path, model, two_guides):
    told = []
    report = sync(tmp_path, two_guides, model, progress=lambda *step: told.append(step))
    assert sum(done for done, _ in told) == report.embedded
    assert {total for _, total in told} == {report.embedded}
