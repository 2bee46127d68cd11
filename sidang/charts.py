"""Charts: rows in, figure out. No Streamlit, no queries, no texts of their own."""

from collections.abc import Iterable, Mapping
from typing import Any

from sidang.chart import Bars
from sidang.theme import BODY_FONT, Theme
from sidang.time_axis import BAND, CLEAR, HATCH, HIDDEN, SMALLEST, TimeAxis, backdrop, band, time_layout

FEW = 6
FEW_YEARS = 8
HEIGHT, ROOM_AROUND = 340, 60


def meetings_by_year(
    rows: Iterable[Any],
    pillar_names: Mapping[str, str],
    axis: TimeAxis,
    hover: str,
    theme: Theme,
    planned: Iterable[Any] = (),
    planned_name: str = "",
) -> Bars:
    """Stacked bars of meetings a year by lead pillar.

    Args:
        rows: the rows of meetings_by_year.sql: year, pillar_id, meetings.
        pillar_names: names to show, in stacking order from the axis up.
        axis: the years; bars of unfinished years are hatched, thin ones stand before a hatched ground.
        hover: plotly template for the tooltip, with %{x}, %{y} and %{fullData.name}.
        theme: colours of the theme in force.
        planned: the rows of planned_by_year.sql, stacked on top as outlines; planned_name is what they are called.

    Plotly's own validation is left to the tests: it costs ten times what the figure does.
    """
    hatched = [HATCH if year >= axis.unfinished_from else "" for year in axis.years]
    counts: dict[str, dict[int, int]] = {}
    for row in rows:
        counts.setdefault(row.pillar_id, {})[row.year] = row.meetings
    most = max((sum(column.get(year, 0) for column in counts.values()) for year in axis.years), default=0)
    bars = [
        {
            "type": "bar",
            "x": axis.labels,
            "y": [counts[pillar].get(year, 0) for year in axis.years],
            "name": name,
            "hovertemplate": hover,
            "marker": {
                "color": theme.pillars[pillar],
                "line": {"width": 0},
                "pattern": {"shape": hatched, "fillmode": "replace", "fgcolor": theme.pillars[pillar], "size": 5},
            },
        }
        for pillar, name in pillar_names.items()
        if pillar in counts
    ]
    hoped = {row.year: row.meetings for row in planned}
    if hoped:
        bars.append(
            {
                "type": "bar",
                "x": axis.labels,
                "y": [hoped.get(year, 0) for year in axis.years],
                "name": planned_name,
                "hovertemplate": hover,
                "marker": {"color": CLEAR, "line": {"width": 1, "color": theme.muted}},
            }
        )
        most = max(most, *(sum(column.get(year, 0) for column in (*counts.values(), hoped)) for year in axis.years))
    layout = _layout(axis, most, theme)
    if axis.thin.intersection(axis.years):
        bars.append(backdrop(axis, theme, "y2"))
    if axis.charted_chairs:
        bars += band(axis, theme, "y3")
        share = BAND / (layout["height"] - ROOM_AROUND)
        layout["yaxis3"] = HIDDEN | {"domain": [0, share], "range": [0, 1]}
        layout["xaxis"]["anchor"] = "y3"
        layout["yaxis"]["domain"] = layout["yaxis2"]["domain"] = [share + 0.03, 1]
    return Bars(bars, layout)


def figure_layout(theme: Theme, height: int) -> dict[str, Any]:
    """What all charts share: font, ground, margins, a legend above that cannot be clicked away."""
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 34, "b": 0},
        "font": {"family": BODY_FONT, "size": 13, "color": theme.ink},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "hovermode": "closest",
        "template": None,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1.02,
            "yanchor": "bottom",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    }


def _layout(axis: TimeAxis, most: int, theme: Theme) -> dict[str, Any]:
    return figure_layout(theme, HEIGHT + (BAND + 10 if axis.charted_chairs else 0)) | {
        "barmode": "stack",
        "bargap": max(0.18, 1 - len(axis.labels) / FEW_YEARS),
        "showlegend": True,
        "uniformtext": SMALLEST,
        "xaxis": time_layout(axis, theme, "y"),
        "yaxis": {
            "dtick": 1 if most <= FEW else None,
            "gridcolor": theme.line,
            "zeroline": False,
            "rangemode": "tozero",
            "tickformat": ",d",
            "nticks": 6,
            "tickfont": {"color": theme.muted, "size": 12},
            "automargin": True,
            "overlaying": "y2",
            "tickmode": "auto",
        },
        "yaxis2": HIDDEN | {"range": [0, 1], "domain": [0, 1]},
    }
