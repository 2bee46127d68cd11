"""The editions that are kept, for readers: those that can be opened with what they hold, the others with what is wrong."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sidang.edition import EDITIONS, SUFFIX, DamagedEdition, Edition, OutdatedEdition, read_edition
from sidang.questions import QuestionFailed, ask, one

MOST = 20


@dataclass(frozen=True)
class Kept:
    """A file of an edition: the edition where it can be opened with its row of edition_size.sql, else what is wrong."""

    id: str
    edition: Edition | None = None
    size: Any = None
    wrong: Literal["", "outdated", "unreadable"] = ""


def kept_editions(output_dir: Path, most: int = MOST) -> tuple[list[Kept], int]:
    """The latest files of editions, the newest first, and how many older ones there are besides."""
    paths = sorted((output_dir / EDITIONS).glob(f"*{SUFFIX}"), key=_made, reverse=True)
    found = [_kept(path) for path in paths[:most]]
    return found, max(0, len(paths) - most)


def _kept(path: Path) -> Kept:
    try:
        edition = read_edition(path)
        return Kept(path.stem, edition, one(ask(edition, "edition_size")))
    except OutdatedEdition:
        return Kept(path.stem, wrong="outdated")
    except (DamagedEdition, QuestionFailed):
        return Kept(path.stem, wrong="unreadable")


def _made(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:  # removed meanwhile
        return 0.0, path.name
