"""Charts of the page of pillars: rows in, figure out. No Streamlit, no queries, no texts of their own.

Each mark carries in `customdata` the codes of what it counts, so that a click leads there.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sidang.chart import Chart
from sidang.charts import figure_layout
from sidang.theme import Theme
from sidang.time_axis import BAND, HATCH, HIDDEN, SMALLEST, TimeAxis, backdrop, band, time_layout

PANEL, GAP, FOOT = 92, 26, 34
ROOM_ABOVE, MARK_ABOVE, FEW = 1.55, 0.09, 4


def small_multiples(
    rows: Iterable[Any],
    involved: Iterable[Any],
    names: Mapping[str, str],
    axis: TimeAxis,
    words: Sequence[str],
    theme: Theme,
) -> Chart:
    """A panel of bars for each pillar, all on one scale, with marks where a source names the pillar as involved.

    Args:
        rows: year, pillar_id, meetings by lead pillar; involved: the same for involved pillars.
        names: title of each panel by pillar, in their order; a pillar without a title has no panel.
        axis: the years, with hatched grounds and the band of chairs.
        words: tooltip of a bar, tooltip of a mark, what the marks are called.
        theme: colours of the theme in force.
    """
    counts = {(row.pillar_id, row.year): row.meetings for row in rows}
    marks = {(row.pillar_id, row.year): row.meetings for row in involved if row.year}
    most = max([*counts.values(), *marks.values()], default=1) * ROOM_ABOVE
    has_band = bool(axis.charted_chairs)
    inner = (PANEL + GAP) * len(names) + (BAND if has_band else 0)
    layout = figure_layout(theme, inner + 34 + FOOT) | {"barmode": "overlay", "bargap": 0.18}
    layout |= {"annotations": [], "uniformtext": SMALLEST}
    data = [backdrop(axis, theme, "y")] if axis.hatched else []
    foot = (BAND + GAP / 2) / inner if has_band else 0
    layout["yaxis"] = HIDDEN | {"range": [0, 1], "domain": [foot, 1]}
    top = 1.0
    for number, (pillar, name) in enumerate(names.items(), start=2):
        bottom = max(foot, top - PANEL / inner)
        layout[f"yaxis{number}"] = _scale(most, theme) | {"domain": [bottom, top]}
        layout["annotations"].append(_title(name, top, theme))
        data.append(_panel(pillar, counts, axis, f"y{number}", words[0], theme))
        of_pillar = {year: n for (code, year), n in marks.items() if code == pillar and axis.first <= year <= axis.last}
        if of_pillar:
            is_first = not any(trace.get("showlegend") for trace in data)
            heights = [counts.get((pillar, year), 0) + MARK_ABOVE * most for year in of_pillar]
            data.append(_marks(pillar, of_pillar, heights, f"y{number}", words, theme, is_first))
        top = bottom - GAP / inner
    if has_band:
        layout["yaxis20"] = HIDDEN | {"domain": [0, BAND / inner], "range": [0, 1]}
        data += band(axis, theme, "y20")
    layout["xaxis"] = time_layout(axis, theme, "y20" if has_band else f"y{len(names) + 1}")
    return Chart(data, layout)


def _scale(most: float, theme: Theme) -> dict[str, Any]:
    return {
        "range": [0, most],
        "nticks": 4,
        "dtick": 1 if most <= FEW else None,
        "tickformat": ",d",
        "tickfont": {"color": theme.muted, "size": 11},
        "gridcolor": theme.line,
        "zerolinecolor": theme.line,
        "fixedrange": True,
        "automargin": True,
    }


def _title(name: str, top: float, theme: Theme) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "top"}
    return place | {"text": f"<b>{name}</b>", "showarrow": False, "font": {"size": 13}, "bgcolor": theme.paper}


def _panel(pillar: str, counts: Mapping[Any, int], axis: TimeAxis, yaxis: str, hover: str, theme: Theme) -> dict[str, Any]:
    colour = theme.pillars[pillar]
    hatched = [HATCH if year >= axis.unfinished_from else "" for year in axis.years]
    return {
        "type": "bar",
        "x": axis.labels,
        "y": [counts.get((pillar, year), 0) for year in axis.years],
        "yaxis": yaxis,
        "customdata": [[pillar, year] for year in axis.labels],
        "hovertemplate": hover,
        "showlegend": False,
        "marker": {
            "color": colour,
            "line": {"width": 0},
            "pattern": {"shape": hatched, "fillmode": "replace", "fgcolor": colour, "size": 5},
        },
    }


def _marks(
    pillar: str,
    counts: Mapping[int, int],
    heights: Sequence[float],
    yaxis: str,
    words: Sequence[str],
    theme: Theme,
    is_named: bool,
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [str(year) for year in counts],
        "y": heights,
        "yaxis": yaxis,
        "name": words[2],
        "text": [str(meetings) for meetings in counts.values()],
        "textposition": "top center",
        "textfont": {"size": 11, "color": theme.chair},
        "customdata": [[pillar, str(year), "involved"] for year in counts],
        "hovertemplate": words[1],
        "showlegend": is_named,
        "marker": {"symbol": "diamond", "size": 8, "color": theme.paper, "line": {"width": 2, "color": theme.chair}},
    }


def levels(
    counts: Mapping[tuple[str, str], int],
    level_names: Mapping[str, str],
    pillars: Mapping[str, str],
    hover: str,
    theme: Theme,
) -> Chart:
    """A bar of meetings for each level, from the highest down, split by lead pillar."""
    shown = [level for level in level_names if any(code == level for code, _ in counts)]
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "y": [level_names[level] for level in shown],
            "x": [counts.get((level, pillar), 0) for level in shown],
            "name": name,
            "customdata": [[level, pillar] for level in shown],
            "hovertemplate": hover,
            "marker": {"color": theme.pillars[pillar], "line": {"width": 0}},
        }
        for pillar, name in pillars.items()
        if any(code == pillar for _, code in counts)
    ]
    label = {"color": theme.muted, "size": 12}
    across = {"gridcolor": theme.line, "tickformat": ",d", "nticks": 6, "zeroline": False, "tickfont": label}
    down = {"type": "category", "autorange": "reversed", "ticksuffix": "  "}
    layout = figure_layout(theme, 34 * len(shown) + 90) | {
        "barmode": "stack",
        "showlegend": True,
        "bargap": 0.3,
        "xaxis": across | {"automargin": True, "fixedrange": True},
        "yaxis": down | {"automargin": True, "fixedrange": True},
    }
    return Chart(data, layout)
