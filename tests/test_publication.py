"""Publishing: one build at a time, leftovers swept, the pointer moved last."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sidang.build import build
from sidang.edition import Edition, current_edition
from sidang.publication import WORKING, only_one_build, point_to, publish, sweep, working_path
from tests.small import ROOT


def test_a_second_build_says_that_it_waits_and_then_goes_on(small: Path, tmp_path: Path) -> None:
    """While one process holds the lock another build waits and says so; it ends well once the lock is free."""
    with only_one_build(tmp_path / "var", lambda _: None):
        waiting = subprocess.Popen(
            [sys.executable, "-m", "sidang", "build", "--data", str(small), "--output", str(tmp_path / "var")],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert waiting.stderr is not None
        assert "waiting for another build to end\n" in iter(waiting.stderr.readline, "")
        assert not (tmp_path / "var" / "current").exists()
    waiting.communicate()
    assert waiting.returncode == 0
    assert current_edition(tmp_path / "var").version == "1.0.0"


def test_threads_of_one_process_wait_for_one_another_too(tmp_path: Path) -> None:
    """The lock is held by whoever opened it, not by the process."""
    waits, entered = threading.Event(), threading.Event()

    def second() -> None:
        with only_one_build(tmp_path, lambda _: waits.set()):
            entered.set()

    with only_one_build(tmp_path, lambda _: None):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(60)
        assert not entered.is_set()
    thread.join()
    assert entered.is_set()


def test_leftovers_are_swept_and_nothing_else(tmp_path: Path) -> None:
    """Files and folders of killed builds go; editions, pointer and foreign files stay."""
    (tmp_path / "editions" / f"x.duckdb{WORKING}").mkdir(parents=True)
    for left in (f"current{WORKING}", f"editions/y.duckdb{WORKING}", f"editions/y.duckdb{WORKING}.wal"):
        (tmp_path / left).write_text("")
    for kept in ("current", "notes.txt", "editions/y.duckdb"):
        (tmp_path / kept).write_text("")
    sweep(tmp_path)
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == [
        "current",
        "editions",
        "editions/y.duckdb",
        "notes.txt",
    ]


def test_a_file_has_its_name_only_when_it_is_finished(tmp_path: Path) -> None:
    """Publishing gives the finished file its name and leaves no other."""
    path = tmp_path / "a.duckdb"
    working_path(path).write_text("finished")
    said: list[str] = []
    publish(working_path(path), path, said.append)
    assert said == ["bringing it to the disk", "naming it a.duckdb"]
    assert [found.name for found in tmp_path.iterdir()] == ["a.duckdb"]
    assert path.read_text() == "finished"


def test_the_pointer_is_not_touched_when_it_says_the_same(small_edition: Edition, tmp_path: Path) -> None:
    """Building the same data again moves nothing, so that no reader looks twice."""
    said: list[str] = []
    point_to(tmp_path, small_edition, said.append)
    before = (tmp_path / "current").stat()
    point_to(tmp_path, small_edition, said.append)
    after = (tmp_path / "current").stat()
    assert said == [f"serving {small_edition.id}", "moving the pointer"]
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_pointer_moves_last(small: Path, tmp_path: Path) -> None:
    """When the pointer moves, the edition has its name already."""
    said: list[str] = []
    edition = build(small, tmp_path, said.append)
    assert said[-4:] == [
        "bringing it to the disk",
        f"naming it {edition.path.name}",
        f"serving {edition.id}",
        "moving the pointer",
    ]


def test_an_edition_is_on_the_disk_before_it_has_its_name_and_the_pointer_comes_last(
    small_edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that survives a loss of power: content, name, folder, pointer's content, pointer, folder."""
    calls: list[str] = []
    paths: dict[int, str] = {}
    real_open, real_sync, real_replace = os.open, os.fsync, os.replace

    def opened(path: Path, *rest: int) -> int:
        handle = real_open(path, *rest)
        paths[handle] = Path(path).name
        return handle

    def synced(handle: int) -> None:
        calls.append(f"sync {paths[handle]}")
        real_sync(handle)

    def replaced(old: Path, new: Path) -> None:
        calls.append(f"name {Path(new).name}")
        real_replace(old, new)

    path = tmp_path / "editions" / small_edition.path.name
    path.parent.mkdir()
    shutil.copy(small_edition.path, working_path(path))
    for name, watched in (("open", opened), ("fsync", synced), ("replace", replaced)):
        monkeypatch.setattr(os, name, watched)
    publish(working_path(path), path, lambda _: None)
    point_to(tmp_path, small_edition, lambda _: None)
    assert calls == [
        f"sync {path.name}{WORKING}", f"name {path.name}", "sync editions",
        f"sync current{WORKING}", "name current", f"sync {tmp_path.name}",
    ]  # fmt: skip
