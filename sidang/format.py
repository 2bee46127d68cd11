"""Rewrite the files of the dataset in their canonical form, where their rows can be read."""

import os
from dataclasses import dataclass
from pathlib import Path

from sidang.dataset import canonical_text, load_descriptor
from sidang.faults import Fault
from sidang.form import examine


@dataclass(frozen=True)
class Formatted:
    """Which files were rewritten, and what a person has to mend before the others can be."""

    changed: tuple[str, ...]
    faults: tuple[Fault, ...]


def format_dataset(data_dir: Path) -> Formatted:
    """Sort rows, order columns and drop quotes that are not needed, file by file.

    A file with a row that would be lost or changed in meaning is left as it is, and the faults say why.

    Raises:
        NoDataset: when the folder or its descriptor is not there.
        BadDescriptor: when the descriptor cannot be understood.
    """
    changed, faults = [], []
    for table in load_descriptor(data_dir).tables:
        examined = examine(data_dir, table)
        if examined.rows is None and examined.is_usable:
            continue
        in_the_way = [fault for fault in examined.faults if "format" not in fault.remedy]
        if in_the_way:
            faults.extend(in_the_way)
            continue
        path = data_dir / table.file
        rows = [dict(zip(table.columns, cells, strict=True)) for _, cells in examined.rows or []]
        new = path.with_name(path.name + ".new")
        new.write_bytes(canonical_text(table, rows).encode("utf-8"))
        os.replace(new, path)
        changed.append(table.file)
    return Formatted(tuple(changed), tuple(faults))
