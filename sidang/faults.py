"""What is wrong with a dataset: where, which value, why, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Fault:
    """One thing wrong in data/.

    `file` is relative to the data folder, `line` counts from 1 (the header) and is None where the whole file is meant,
    `column` is "" where the whole row is meant. A warning is shown and does not stop a build.
    """

    file: str
    line: int | None
    column: str
    value: str
    reason: str
    remedy: str
    is_warning: bool = False

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        shown = self.value if len(self.value) <= LONGEST_SHOWN else self.value[: LONGEST_SHOWN - 1] + "…"
        subject = " ".join(part for part in (self.column, f"'{shown}'" if shown else "") if part)
        kind = "warning: " if self.is_warning else ""
        return f"{place}: {kind}{subject + ': ' if subject else ''}{self.reason}. {self.remedy}."


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults as a person mends them: file by file, from the top of each; faults of a place before its warnings."""
    return sorted(set(faults), key=lambda fault: (fault.file, fault.line or 0, fault.is_warning, fault.column, fault.reason))


def errors(faults: Iterable[Fault]) -> list[Fault]:
    """The faults that refuse a build: all but the warnings."""
    return [fault for fault in faults if not fault.is_warning]
