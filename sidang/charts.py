"""Charts: rows in, figure out. No Streamlit, no queries, no texts of their own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from sidang.theme import BODY_FONT, Theme

HATCH = "/"
FEW = 6
FEW_YEARS = 8
TICK_STEPS = ((8, 1), (16, 2), (35, 5))


def meetings_by_year(
    rows: Iterable[Any],
    pillar_names: Mapping[str, str],
    years: tuple[int, int],
    unfinished_from: int,
    hover: str,
    theme: Theme,
    planned: Iterable[Any] = (),
    planned_name: str = "",
) -> go.Figure:
    """Stacked bars of meetings a year by lead pillar.

    Args:
        rows: the rows of meetings_by_year.sql: year, pillar_id, meetings.
        pillar_names: names to show, in stacking order from the axis up.
        years: first and last year of the axis, inclusive; a year without a row is an empty place, not left out.
        unfinished_from: bars of this year and later are hatched: their year is not over or not wholly collected.
        hover: plotly template for the tooltip, with %{x}, %{y} and %{fullData.name}.
        theme: colours of the theme in force.
        planned: the rows of planned_by_year.sql, stacked on top as outlines; planned_name is what they are called.

    Plotly's own validation is left to the tests: it costs ten times what the figure does.
    """
    span = range(years[0], years[1] + 1)
    axis = [str(year) for year in span]
    hatched = [HATCH if year >= unfinished_from else "" for year in span]
    counts: dict[str, dict[int, int]] = {}
    for row in rows:
        counts.setdefault(row.pillar_id, {})[row.year] = row.meetings
    most = max((sum(column.get(year, 0) for column in counts.values()) for year in span), default=0)
    bars = [
        {
            "type": "bar",
            "x": axis,
            "y": [counts[pillar].get(year, 0) for year in span],
            "name": name,
            "customdata": [pillar] * len(axis),
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
                "x": axis,
                "y": [hoped.get(year, 0) for year in span],
                "name": planned_name,
                "customdata": [""] * len(axis),
                "hovertemplate": hover,
                "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 1, "color": theme.muted}},
            }
        )
        most = max(most, *(sum(column.get(year, 0) for column in (*counts.values(), hoped)) for year in span))
    return go.Figure({"data": bars, "layout": _layout(axis, most, theme)}, _validate=False)


def _layout(axis: Sequence[str], most: int, theme: Theme) -> dict[str, Any]:
    label = {"color": theme.muted, "size": 12}
    return {
        "barmode": "stack",
        "bargap": max(0.18, 1 - len(axis) / FEW_YEARS),
        "showlegend": True,
        "height": 340,
        "margin": {"l": 0, "r": 0, "t": 34, "b": 0},
        "font": {"family": BODY_FONT, "size": 13, "color": theme.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
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
        "xaxis": {
            "type": "category",
            "tickvals": _ticks(axis),
            "tickangle": 0,
            "tickfont": label,
            "showgrid": False,
            "linecolor": theme.line,
            "automargin": True,
        },
        "yaxis": {
            "dtick": 1 if most <= FEW else None,
            "gridcolor": theme.line,
            "zeroline": False,
            "rangemode": "tozero",
            "tickformat": ",d",
            "nticks": 6,
            "tickfont": label,
            "automargin": True,
        },
    }


def _ticks(axis: Sequence[str]) -> list[str]:
    step = next((step for most, step in TICK_STEPS if len(axis) <= most), 10)
    return [year for year in axis if int(year) % step == 0]
