"""Whether the dataset may be published: every fault of data/ at once, each with its place and what to do about it.

Three sorts of rules, in the order of the files: the form of a file (sidang/form.py), what the descriptor says of columns
and keys (sidang/constraints.py), and the rules of the field, one a file in queries/checks.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sidang.constraints import constraint_faults
from sidang.dataset import BadDescriptor
from sidang.faults import Fault, errors, in_order
from sidang.rules import rule_faults
from sidang.staging import Progress, Staging, stage

__all__ = ["Fault", "check", "checked", "errors"]


def check(data_dir: Path, progress: Progress | None = None) -> list[Fault]:
    """All faults and warnings of a dataset, file by file from the top; empty when there is nothing to say.

    Raises:
        NoDataset: when the folder or its descriptor is not there.
    """
    try:
        with checked(data_dir, progress or _silent) as (_, faults):
            return faults
    except BadDescriptor as error:
        return in_order(error.faults)


@contextlib.contextmanager
def checked(data_dir: Path, progress: Progress) -> Iterator[tuple[Staging, list[Fault]]]:
    """The loaded dataset and its faults, so that a build need not read it twice; forgotten at the end.

    Raises:
        NoDataset: when the folder or its descriptor is not there.
        BadDescriptor: when the descriptor cannot be understood.
        NoRoom: when there is no room for the dataset.
    """
    with stage(data_dir, progress) as staging:
        progress("checking columns and keys")
        faults = _with(list(staging.faults), constraint_faults(staging))
        progress("checking the rules of queries/checks")
        yield staging, in_order(_with(faults, rule_faults(staging)))


def _with(faults: list[Fault], further: list[Fault]) -> list[Fault]:
    cells = {(fault.file, fault.line, fault.column) for fault in faults if fault.column}
    return [*faults, *(fault for fault in further if (fault.file, fault.line, fault.column) not in cells)]


def _silent(_: str) -> None:
    pass
