"""docs/performance.md: what was measured, when, on what, against which target."""

import datetime
import importlib.metadata
import os
import platform
from dataclasses import dataclass

import psutil

from benchmarks.figures import Compared
from benchmarks.plots import Plot

MEASURED = ("streamlit", "duckdb", "pandas", "plotly", "uvicorn")


@dataclass(frozen=True)
class Section:
    """One comparison: its title, what was done, the names of the two, and a target for the ratio where there is one.

    `rows` are the comparisons with a label each; `unit` is "ms" or "s". `notes` are figures without another side.
    """

    title: str
    text: str
    names: tuple[str, str]
    rows: tuple[tuple[str, Compared], ...]
    unit: str = "ms"
    target: float | None = None
    notes: tuple[str, ...] = ()
    plots: tuple[Plot, ...] = ()


def written(sections: list[Section], today: datetime.date, page: str = "") -> str:
    """The whole page in Markdown; sections of the page before that were not measured again stay as they are."""
    told = _told(page) | {section.title: _section(section, today) for section in sections}
    parts = [
        "# Performance",
        "Written by `make benchmark`; a run replaces the sections that it measures. Ratios say more than figures, which "
        "depend on the machine: the two sides of each comparison were measured in one run, in turn. Each figure is the "
        "median of the rounds; the ratio is the median of the rounds' ratios of processor time, with the lowest and highest "
        "in brackets.",
        *told.values(),
    ]
    return "\n\n".join(parts) + "\n"


def _told(page: str) -> dict[str, str]:
    """The sections of a page by their titles."""
    return {part.partition("\n")[0]: f"## {part.strip()}" for part in page.split("\n## ")[1:]}


def _section(section: Section, today: datetime.date) -> str:
    first, second = section.names
    lines = [
        f"## {section.title}",
        "",
        section.text,
        "",
        f"Measured on {today:%d %B %Y}: {_machine()}.",
        "",
    ]
    if section.rows:
        lines += [
            f"| | {first}: wall | CPU | {second}: wall | CPU | ratio of CPU | rounds |", "|---|---|---|---|---|---|---|"
        ]  # fmt: skip
    for label, found in section.rows:
        times = (found.first.wall, found.first.cpu, found.second.wall, found.second.cpu)
        shown = " | ".join(_time(seconds, section.unit) for seconds in times)
        ratio = f"{found.cpu_ratio:.2f} ({found.lowest:.2f}-{found.highest:.2f})"
        lines.append(f"| {label} | {shown} | {ratio} | {found.repetitions} |")
    lines += [f"\n![{plot.title}](performance/{plot.name}.svg)" for plot in section.plots]
    if section.notes:
        lines += ["", *(f"- {note}" for note in section.notes)]
    if section.target is not None:
        lines += ["", f"Target: at most {section.target:.2f}. {_verdict(section)}"]
    return "\n".join(lines)


def _verdict(section: Section) -> str:
    missed = [label for label, found in section.rows if found.cpu_ratio > (section.target or 0)]
    return f"Missed: {', '.join(missed)}." if missed else "Met."


def _time(seconds: float, unit: str) -> str:
    return f"{seconds * 1000:.0f} ms" if unit == "ms" else f"{seconds:.2f} s"


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in MEASURED)
    cores = os.cpu_count()
    return f"{cores} cores, {memory:.0f} GB of memory, {platform.system()}, Python {platform.python_version()}, {versions}"
