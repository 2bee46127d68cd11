"""Charts: rows in, figure out. No Streamlit, no queries, no texts of their own."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from sidang.theme import BODY_FONT, Theme

HATCH = "/"
FEW = 6
TICK_STEPS = ((8, 1), (16, 2), (35, 5))


def meetings_by_year(
    rows: pd.DataFrame,
    pillar_names: Mapping[str, str],
    years: tuple[int, int],
    unfinished_from: int,
    hover: str,
    theme: Theme,
) -> go.Figure:
    """Stacked bars of meetings a year by lead pillar.

    Args:
        rows: columns year, pillar_id, meetings, as meetings_by_year.sql returns them.
        pillar_names: names to show, in stacking order from the axis up.
        years: first and last year of the axis, inclusive; a year without a row is an empty place, not left out.
        unfinished_from: bars of this year and later are hatched: their year is not over or not wholly collected.
        hover: plotly template for the tooltip, with %{x}, %{y} and %{fullData.name}.
        theme: colours of the theme in force.
    """
    axis = [str(year) for year in range(years[0], years[1] + 1)]
    counts = rows.pivot_table(index="year", columns="pillar_id", values="meetings", aggfunc="sum").fillna(0)
    figure = go.Figure()
    for pillar, name in pillar_names.items():
        if pillar not in counts:
            continue
        column = counts[pillar].reindex(range(years[0], years[1] + 1), fill_value=0)
        figure.add_bar(
            x=axis,
            y=column.tolist(),
            name=name,
            customdata=[pillar] * len(axis),
            hovertemplate=hover,
            marker={
                "color": theme.pillars[pillar],
                "line": {"width": 0},
                "pattern": {
                    "shape": [HATCH if int(year) >= unfinished_from else "" for year in axis],
                    "fillmode": "replace",
                    "fgcolor": theme.pillars[pillar],
                    "size": 5,
                },
            },
        )
    figure.update_layout(
        barmode="stack",
        bargap=0.18,
        height=340,
        margin={"l": 0, "r": 0, "t": 34, "b": 0},
        font={"family": BODY_FONT, "size": 13, "color": theme.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1.02,
            "yanchor": "bottom",
            "traceorder": "normal",
            "title": None,
            "itemclick": False,
            "itemdoubleclick": False,
        },
        hovermode="closest",
        template=None,
    )
    label = {"color": theme.muted, "size": 12}
    figure.update_xaxes(
        type="category",
        tickvals=_ticks(axis),
        tickangle=0,
        tickfont=label,
        showgrid=False,
        linecolor=theme.line,
        automargin=True,
    )
    most = int(counts.sum(axis=1).max())
    figure.update_yaxes(
        dtick=1 if most <= FEW else None,
        gridcolor=theme.line,
        zeroline=False,
        rangemode="tozero",
        tickformat=",d",
        nticks=6,
        tickfont=label,
        automargin=True,
    )
    return figure


def _ticks(axis: Sequence[str]) -> list[str]:
    step = next((step for most, step in TICK_STEPS if len(axis) <= most), 10)
    return [year for year in axis if int(year) % step == 0]
