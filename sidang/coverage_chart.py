"""The picture of coverage: a line a body, a cell a year, its state by colour and hatching. No texts of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from sidang.chart import Chart
from sidang.theme import BODY_FONT, Theme

ROW_PIXELS = 19
AROUND = 74
CELL = 0.92
FEW_YEARS, MOST_TICKS = 16, 8


def coverage(
    rows: Sequence[Any], lines: Mapping[str, str], names: Mapping[str, str], words: Sequence[str], theme: Theme
) -> Chart:
    """Cells of bodies in years.

    Args:
        rows: the rows of coverage_by_body_and_year.sql of the bodies shown.
        lines: what each body is called, by id, from the top down.
        names: what the states are called, in the order of the legend; "none" is a year that is known to have no meeting.
        words: what a cell says, one text a row.
        theme: colours of the theme in force.
    """
    looks = _looks(theme)
    cells = []
    for state, name in names.items():
        own = [(row, said) for row, said in zip(rows, words, strict=True) if _state(row) == state]
        if own:
            cells.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "y": [list(lines).index(row.body_id) for row, _ in own],
                    "base": [row.year - CELL / 2 for row, _ in own],
                    "x": [CELL] * len(own),
                    "width": CELL,
                    "name": name,
                    "customdata": [[row.body_id, lines[row.body_id], said] for row, said in own],
                    "hovertemplate": "%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
                    "marker": looks[state],
                }
            )
    years = [row.year for row in rows]
    return Chart(cells, _layout(list(lines.values()), min(years), max(years), theme))


def _state(row: Any) -> str:
    return "none" if row.state == "known" and not row.meetings else str(row.state)


def _looks(theme: Theme) -> dict[str, dict[str, Any]]:
    none = {"width": 0}

    def hatched(colour: str, shape: str) -> dict[str, Any]:
        pattern = {"shape": shape, "fillmode": "replace", "fgcolor": colour, "bgcolor": "rgba(0,0,0,0)", "size": 5}
        return {"color": colour, "line": none, "pattern": pattern}

    return {
        "known": {"color": theme.accent, "line": none},
        "partial": hatched(theme.accent, "/"),
        "not_collected": hatched(theme.unknown, "."),
        "none": {"color": theme.tints[0], "line": none},
        "unnumbered": {"color": theme.pillars["none"], "line": none},
    }


def _layout(lines: Sequence[str], first: int, last: int, theme: Theme) -> dict[str, Any]:
    ticks = {"tickvals": list(range(first, last + 1))} if last - first < FEW_YEARS else {"nticks": MOST_TICKS}
    label = {"color": theme.muted, "size": 12}
    return {
        "barmode": "overlay",
        "showlegend": True,
        "height": AROUND + ROW_PIXELS * max(len(lines), 3),
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
            "range": [first - 0.6, last + 0.6], "tickformat": "d", "tickangle": 0, "gridcolor": theme.line,
            "zeroline": False, "tickfont": label, "automargin": True, "fixedrange": True, **ticks,
        },
        "yaxis": {
            "range": [len(lines) - 0.4, -0.6], "tickvals": list(range(len(lines))), "ticktext": list(lines),
            "tickfont": {"color": theme.ink, "size": 12}, "showgrid": False, "zeroline": False, "automargin": True,
            "fixedrange": True,
        },
    }  # fmt: skip
