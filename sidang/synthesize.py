"""An edition of invented meetings, of any size, with the skew of real ones."""

from pathlib import Path

from sidang.edition import Edition
from sidang.staging import Progress


def synthesize(events: int, seed: int, output_dir: Path, progress: Progress | None = None) -> Edition:
    raise NotImplementedError
