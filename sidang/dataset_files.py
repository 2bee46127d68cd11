"""What stands beside the tables of a dataset: its descriptor, its README, its licence. An edition carries them along, so
that a frozen link shows the codebook of its own edition and hands out its own files.
"""

import json
from pathlib import Path

from sidang.dataset import DESCRIPTOR, read_descriptor
from sidang.edition import Edition
from sidang.questions import ask

README, LICENSE = "README.md", "LICENSE.md"


def files_beside(data_dir: Path) -> dict[str, str]:
    """The texts beside the tables by file name: the descriptor in one layout whatever its own, others where they exist."""
    found = {DESCRIPTOR: json.dumps(read_descriptor(data_dir), ensure_ascii=False, indent=2) + "\n"}
    for name in (README, LICENSE):
        path = data_dir / name
        if path.is_file():
            found[name] = path.read_bytes().decode("utf-8", "replace")
    return found


def file_of(edition: Edition, name: str) -> str | None:
    """A text that an edition carries; None where it carries none of that name, as an invented one.

    Raises:
        QuestionFailed: when the edition cannot answer.
    """
    rows = ask(edition, "dataset_file", {"name": name})
    return str(rows[0].content) if rows else None
