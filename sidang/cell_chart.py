"""A chart of cells: lines and columns, each cell as dark as its meetings are many. No Streamlit, no texts of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sidang.chart import Chart
from sidang.charts import figure_layout
from sidang.theme import Theme, mixed, readable
from sidang.time_axis import BAND, HIDDEN, SMALLEST, TimeAxis, backdrop, band, over, time_layout

CELL, FOOT, GAP = 30, 46, 6
FAINTEST, WHOLE, INSET = 0.2, 0.94, 0.68
Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Line:
    """A line of a chart of cells: its code, what it is called, and its colour."""

    code: str
    name: str
    colour: str


def cells(
    lines: Sequence[Line],
    columns: Mapping[str, str],
    counts: Counts,
    hover: str,
    theme: Theme,
    axis: TimeAxis | None = None,
) -> Chart:
    """Lines of cells whose colour and number say how many meetings they count; a cell without one is empty.

    Args:
        lines: from the top down.
        columns: names by code, from the left; of years the codes are the years.
        counts: meetings by line and column.
        hover: tooltip, with %{customdata[2]} (the line), %{x} and %{hovertext} (the number).
        theme: colours of the theme in force.
        axis: of years: hatches the ground of those that may hold more, whose cells stand inset in it, so that a full cell is
            never taken for a full year; adds the band of chairs.

    Each cell carries the codes of its line and column in customdata, so that a click leads there.
    """
    chairs = bool(axis and axis.charted_chairs)
    inner = CELL * len(lines) + (BAND + GAP if chairs else 0)
    share = (BAND + GAP) / inner if chairs else 0
    layout = figure_layout(theme, inner + FOOT) | {"barmode": "overlay", "uniformtext": SMALLEST}
    layout |= {"showlegend": False, "margin": {"l": 0, "r": 0, "t": 12, "b": 0}}
    layout["yaxis"] = HIDDEN | {"domain": [share, 1], "range": [0, 1]}
    layout["yaxis2"] = {
        "domain": [share, 1], "range": [0, len(lines)], "tickmode": "array", "showgrid": False, "zeroline": False,
        "tickvals": [len(lines) - at - 0.5 for at in range(len(lines))], "ticktext": [line.name for line in lines],
        "ticksuffix": "  ", "tickfont": {"size": 12, "color": theme.ink}, "fixedrange": True, "automargin": True,
    }  # fmt: skip
    if axis is None:
        layout["xaxis"] = {
            "type": "category", "categoryorder": "array", "categoryarray": list(columns.values()), "showgrid": False,
            "range": [-0.5, len(columns) - 0.5], "fixedrange": True, "automargin": True, "anchor": "y2",
        }  # fmt: skip
    else:
        layout["xaxis"] = time_layout(axis, theme, "y3" if chairs else "y2")
    data = [backdrop(axis, theme, "y")] if axis and axis.hatched else []
    hatched = {str(year) for year in axis.hatched} if axis else set()
    most = max(counts.values(), default=1)
    for at, line in enumerate(lines):
        data += _line(line, len(lines) - at - 1, columns, counts, most, hatched, hover, theme)
    if axis and chairs:
        layout["yaxis3"] = HIDDEN | {"domain": [0, BAND / inner], "range": [0, 1]}
        data += band(axis, theme, "y3")
    return Chart(data, layout)


def _line(
    line: Line,
    base: int,
    columns: Mapping[str, str],
    counts: Counts,
    most: int,
    hatched: set[str],
    hover: str,
    theme: Theme,
) -> list[dict[str, Any]]:
    shown = {code: counts[line.code, code] for code in columns if counts.get((line.code, code))}
    fills = [mixed(line.colour, theme.paper, FAINTEST + (1 - FAINTEST) * n / most) for n in shown.values()]
    numbers = [str(meetings) for meetings in shown.values()]
    sizes = [INSET if code in hatched else WHOLE for code in shown]
    bars = {
        "type": "bar",
        "x": [columns[code] for code in shown],
        "y": sizes,
        "base": [base + (1 - size) / 2 for size in sizes],
        "width": sizes,
        "yaxis": "y2",
        "customdata": [[line.code, code, line.name] for code in shown],
        "hovertext": numbers,
        "hovertemplate": hover,
        "marker": {"color": fills, "line": {"width": 0}},
    }
    return [bars, over(bars, numbers, [readable(fill, theme) for fill in fills], 11)]
