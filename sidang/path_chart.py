"""The way of a participant into an organization as one picture. No Streamlit, no queries, no texts of its own."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sidang.chart import Chart
from sidang.status_charts import ROW_PIXELS, Span, timeline
from sidang.theme import Theme

WIDE_COLUMNS, NARROW_COLUMNS = 45, 11


@dataclass(frozen=True)
class Waypoint:
    """A step on the way of a participant: when, what is said of it, and of which sort it is.

    `link` is where its source stands, `source` what that is called where there is no link.
    """

    day: datetime.date
    label: str
    group: str
    link: str | None = None
    source: str | None = None


def path(
    points: Sequence[Waypoint],
    spans: Sequence[Span],
    names: Mapping[str, str],
    theme: Theme,
    day: datetime.date,
    columns: int = WIDE_COLUMNS,
) -> Chart:
    """The way of a participant into an organization as one picture: the tracks as bars, the steps as numbered marks.

    Args:
        points: the steps in their order; their numbers are those of the list beneath the picture.
        spans: bars of the tracks, whose lines are their names.
        names: what the groups of steps and bars are called.
        theme: colours of the theme in force.
        day: the day of the view, drawn as a line.
        columns: how many marks fit beside each other; more that are near in time stand on one another.
    """
    colours = theme.standings | {"accession": theme.chair, "event": theme.muted, "document": theme.unknown}
    lines = list(dict.fromkeys(span.line for span in spans))
    figure = timeline(spans, [*lines, ""], names, theme, day)
    layout = figure.to_plotly_json()["layout"]
    heights = _spread(points, columns)
    marks = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [point.day.isoformat() for point in points],
        "y": heights,
        "yaxis": "y2",
        "text": [str(number) for number in range(1, len(points) + 1)],
        "textfont": {"size": 11, "color": theme.paper},
        "customdata": [point.label for point in points],
        "hovertemplate": "%{customdata}<extra></extra>",
        "showlegend": False,
        "marker": {
            "size": 20,
            "color": [colours[point.group] for point in points],
            "line": {"width": 1, "color": theme.paper},
        },
    }
    top = 1 + max(heights, default=0)
    layout |= {
        "height": 60 + ROW_PIXELS * (len(lines) + 1) + 26 * top,
        "yaxis": layout["yaxis"] | {"domain": [0, 0.42], "categoryarray": lines[::-1], "range": [-0.6, len(lines) - 0.4]},
        "yaxis2": {"domain": [0.46, 1], "visible": False, "range": [-0.6, top - 0.4], "fixedrange": True},
    }
    return Chart([*figure.to_plotly_json()["data"], marks], layout)


def _spread(points: Sequence[Waypoint], columns: int) -> list[int]:
    """Heights at which marks that are near each other in time do not lie on one another."""
    if not points:
        return []
    apart = (max(point.day for point in points) - min(point.day for point in points)).days / columns
    last: dict[int, datetime.date] = {}
    heights = []
    for point in points:
        height = next(level for level in range(len(points)) if level not in last or (point.day - last[level]).days >= apart)
        last[height] = point.day
        heights.append(height)
    return heights
