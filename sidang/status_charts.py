"""Charts of statuses: rows in, figure out. No Streamlit, no queries, no texts of their own."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sidang.chart import Chart
from sidang.status_words import GROUPS
from sidang.theme import BODY_FONT, Theme
from sidang.view import FIRST_DAY

ROW_PIXELS = 27
BAR, THIN, ABOVE = 0.62, 0.22, 0.34
MILLISECONDS = 86_400_000


@dataclass(frozen=True)
class Span:
    """A bar of the timeline: on which line, from when to when, of which standing, and what is said of it.

    `is_possible` bars are hatched: the status may have held then. `group` is that of the standing, or "accession".
    """

    line: str
    start: datetime.date
    end: datetime.date
    group: str
    words: str
    is_possible: bool = False


def spans_of(rows: Iterable[Any], lines: Mapping[str, str], words: Mapping[str, str], until: datetime.date) -> list[Span]:
    """The certain and the possible bars of statuses up to a day.

    Args:
        rows: those of status_spans.sql.
        lines: the line of each status, by its id.
        words: what is said of each status, by its id.
        until: where bars end that no source ends.
    """
    found = []
    for row in rows:
        group = "accession" if row.track == "accession" else GROUPS[row.status]
        earliest, latest = row.possible_from or FIRST_DAY, row.possible_until or until
        certain_from, certain_until = row.certain_from, row.certain_until or until
        pieces = [(earliest, latest, True)]
        if certain_from and certain_from < certain_until:
            pieces = [(earliest, certain_from, True), (certain_from, certain_until, False), (certain_until, latest, True)]
        for start, end, is_possible in pieces:
            if start < min(end, until):
                found.append(Span(lines[row.status_id], start, min(end, until), group, words[row.status_id], is_possible))
    return found


def timeline(
    spans: Sequence[Span], lines: Sequence[str], names: Mapping[str, str], theme: Theme, day: datetime.date
) -> Chart:
    """Bars of every standing, a line a holder; steps of accession as thin bars on the same line.

    Args:
        spans: the bars.
        lines: the lines from the top down.
        names: what the groups are called, in the order of the legend.
        theme: colours of the theme in force.
        day: the day of the view, drawn as a line.
    """
    colours = theme.standings | {"accession": theme.chair}
    shared = {span.line for span in spans if span.group != "accession"}
    bars = []
    for group, name in names.items():
        for is_possible in (False, True):
            own = [span for span in spans if span.group == group and span.is_possible == is_possible]
            if not own:
                continue
            bars.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "y": [span.line for span in own],
                    "base": [span.start.isoformat() for span in own],
                    "x": [(span.end - span.start).days * MILLISECONDS for span in own],
                    "width": [THIN if span.group == "accession" and span.line in shared else BAR for span in own],
                    "offset": [ABOVE if span.group == "accession" and span.line in shared else -BAR / 2 for span in own],
                    "name": name,
                    "legendgroup": group,
                    "showlegend": not is_possible or not any(span.group == group and not span.is_possible for span in spans),
                    "customdata": [span.words for span in own],
                    "hovertemplate": "%{y}<br>%{customdata}<extra></extra>",
                    "marker": {
                        "color": colours[group],
                        "line": {"width": 0},
                        "pattern": {
                            "shape": "/" if is_possible else "",
                            "fillmode": "replace",
                            "fgcolor": colours[group],
                            "size": 5,
                        },
                    },
                }
            )
    layout = _layout(theme) | {
        "barmode": "overlay",
        "height": 70 + ROW_PIXELS * max(len(lines), 2),
        "yaxis": {
            "type": "category", "categoryorder": "array", "categoryarray": list(lines)[::-1], "automargin": True,
            "tickfont": {"color": theme.ink, "size": 12}, "range": [-0.6, len(lines) - 0.4], "fixedrange": True,
        },
        "shapes": [_day_line(day, theme)],
    }  # fmt: skip
    return Chart(bars, layout)


def steps(
    days: Mapping[str, Sequence[tuple[datetime.date, int]]], names: Mapping[str, str], theme: Theme, day: datetime.date
) -> Chart:
    """Counts over time as steps, a line a group.

    Args:
        days: for each group the days on which its certain count changed, with the new count.
        names: what the groups are called, in the order of the legend.
        theme: colours of the theme in force.
        day: the day of the view, drawn as a line.
    """
    dashes = {"member": "solid", "observer": "dash", "partner": "dot", "former": "dashdot"}
    lines = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [at.isoformat() for at, _ in days[group]],
            "y": [count for _, count in days[group]],
            "name": name,
            "line": {"shape": "hv", "color": theme.standings[group], "width": 2, "dash": dashes[group]},
            "hovertemplate": "%{x|%Y-%m-%d}: %{y} · %{fullData.name}<extra></extra>",
        }
        for group, name in names.items()
        if group in days
    ]
    layout = _layout(theme) | {
        "height": 260,
        "yaxis": {
            "gridcolor": theme.line, "zeroline": False, "rangemode": "tozero", "tickformat": ",d", "nticks": 6,
            "tickfont": {"color": theme.muted, "size": 12}, "automargin": True,
        },
        "shapes": [_day_line(day, theme)],
    }  # fmt: skip
    return Chart(lines, layout)


def counts_over_time(rows: Iterable[Any], until: datetime.date) -> dict[str, list[tuple[datetime.date, int]]]:
    """For each group of standings the days on which the number of its certain holders changed, up to a day.

    `rows` are those of status_spans.sql of one organization. Each list ends with the count on the last day.
    """
    changes: dict[str, dict[datetime.date, int]] = {}
    for row in rows:
        if row.track != "standing" or row.certain_from is None or row.certain_from > until:
            continue
        if row.certain_until is not None and row.certain_until <= row.certain_from:
            continue
        own = changes.setdefault(GROUPS[row.status], {})
        own[row.certain_from] = own.get(row.certain_from, 0) + 1
        if row.certain_until is not None and row.certain_until <= until:
            own[row.certain_until] = own.get(row.certain_until, 0) - 1
    counted = {}
    for group, own in changes.items():
        total, found = 0, []
        for at in sorted(own):
            total += own[at]
            found.append((at, total))
        counted[group] = [*found, (until, total)]
    return counted


def _day_line(day: datetime.date, theme: Theme) -> dict[str, Any]:
    return {
        "type": "line", "x0": day.isoformat(), "x1": day.isoformat(), "y0": 0, "y1": 1, "yref": "paper",
        "line": {"color": theme.ink, "width": 1, "dash": "dot"},
    }  # fmt: skip


def _layout(theme: Theme) -> dict[str, Any]:
    return {
        "showlegend": True,
        "margin": {"l": 0, "r": 0, "t": 34, "b": 0},
        "font": {"family": BODY_FONT, "size": 13, "color": theme.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "closest",
        "template": None,
        "legend": {
            "orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "traceorder": "normal", "itemclick": False,
            "itemdoubleclick": False,
        },
        "xaxis": {
            "type": "date", "gridcolor": theme.line, "linecolor": theme.line, "tickfont": {"color": theme.muted, "size": 12},
            "hoverformat": "%Y-%m-%d", "tickformatstops": [
                {"dtickrange": [None, "M11"], "value": "%Y-%m"}, {"dtickrange": ["M12", None], "value": "%Y"},
            ], "automargin": True,
        },
    }  # fmt: skip
