"""The plots of docs/performance.md: bars of what was measured, or a line over time, as SVG."""

from dataclasses import dataclass
from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure

ACCENT, OTHERS, INK = "#1d4e89", "#b4b2ab", "#0d151d"
ROW = 0.34


@dataclass(frozen=True)
class Plot:
    """Figures to be seen: by name as bars, the first being this product's, or one after the other as a line.

    `name` is that of the file, `unit` stands behind each figure, `target` is drawn as a line.
    """

    name: str
    title: str
    unit: str
    bars: tuple[tuple[str, float], ...] = ()
    line: tuple[float, ...] = ()
    target: float | None = None


def draw(plot: Plot, folder: Path) -> Path:
    """Write a plot as `<name>.svg` into a folder."""
    with rc_context({"svg.hashsalt": plot.name, "svg.fonttype": "none", "font.size": 10, "text.color": INK}):
        height = 0.9 + ROW * len(plot.bars) if plot.bars else 2.6
        figure = Figure(figsize=(7.2, height), layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(plot.title, loc="left", fontsize=11)
        axes.spines[["top", "right"]].set_visible(False)
        if plot.bars:
            names, values = zip(*plot.bars, strict=True)
            drawn = axes.barh(range(len(values)), values, color=[ACCENT, *[OTHERS] * (len(values) - 1)])
            axes.set_yticks(range(len(names)), names)
            axes.invert_yaxis()
            axes.bar_label(drawn, [f"{value:,.3g} {plot.unit}" for value in values], padding=4)
            axes.margins(x=0.16)
            axes.xaxis.set_visible(False)
            axes.spines["bottom"].set_visible(False)
        else:
            axes.plot(range(1, len(plot.line) + 1), plot.line, color=ACCENT)
            axes.set_ylim(bottom=0)
            axes.set_ylabel(plot.unit)
            axes.set_xlabel("minutes")
        if plot.target is not None:
            (axes.axvline if plot.bars else axes.axhline)(plot.target, color=INK, linewidth=0.8, linestyle="--")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{plot.name}.svg"
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
