"""Moving the served edition without a moment in which there is none: temporary names, fsync, rename, pointer.

`<output>/build.lock` is held while an edition is made, so that two builds wait for each other; the system lets go of it
when its holder dies. What a killed build left behind carries the ending `.building` and is swept by the next.
"""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from sidang.edition import EDITIONS, POINTER, Edition

LOCK = "build.lock"
WORKING = ".building"


@contextlib.contextmanager
def only_one_build(output_dir: Path, progress: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of an output folder; wait, and say so, while another build has it."""
    (output_dir / EDITIONS).mkdir(parents=True, exist_ok=True)
    with (output_dir / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            progress("waiting for another build to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def working_path(path: Path) -> Path:
    """Where an edition lies while it is made."""
    return path.with_name(path.name + WORKING)


def sweep(output_dir: Path) -> None:
    """Remove what killed builds left behind. Call it only while the lock is held."""
    for left in [*output_dir.glob(f"*{WORKING}*"), *(output_dir / EDITIONS).glob(f"*{WORKING}*")]:
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()


def publish(working: Path, path: Path, progress: Callable[[str], None]) -> None:
    """Bring a finished edition to the disk and give it its name."""
    progress("bringing it to the disk")
    _sync(working)
    progress(f"naming it {path.name}")
    os.replace(working, path)
    _sync(path.parent)


def point_to(output_dir: Path, edition: Edition, progress: Callable[[str], None]) -> None:
    """Serve an edition from now on."""
    pointer = output_dir / POINTER
    named = f"{edition.id}\n"
    if pointer.is_file() and pointer.read_bytes() == named.encode():
        return
    progress(f"serving {edition.id}")
    new = working_path(pointer)
    new.write_text(named, encoding="utf-8")
    _sync(new)
    progress("moving the pointer")
    os.replace(new, pointer)
    _sync(output_dir)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
