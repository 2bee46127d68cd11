"""The years under a chart: which of them are hatched, and who chaired. No Streamlit, no queries, no texts of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sidang.theme import Theme

HATCH = "/"
TICK_STEPS = ((8, 1), (16, 2), (35, 5))
# Up to so many years the codes of chairs lie level; texts may be so many years wide; smaller than this they are left out.
MOST_LEVEL, ROOM = 16, 1.9
SMALLEST = {"mode": "hide", "minsize": 8}
# Height of the band of chairs, in pixels; a vertical axis that only places things.
BAND = 50
HIDDEN = {"visible": False, "fixedrange": True}
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True)
class Chair:
    """Who chaired the summits of a year: codes for the band, names for the tooltip; several where the chair changed."""

    codes: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class TimeAxis:
    """Years from first to last, inclusive; a year without a meeting is an empty place, not left out.

    From `unfinished_from` on a year is not over or not wholly collected; `thin` are the years of which little is known
    (queries/coverage_of_years.sql). `chairs` has no year of which nothing is known.
    """

    first: int
    last: int
    unfinished_from: int
    thin: frozenset[int] = frozenset()
    chairs: Mapping[int, Chair] = field(default_factory=dict)

    @property
    def years(self) -> range:
        """The years."""
        return range(self.first, self.last + 1)

    @property
    def labels(self) -> list[str]:
        """The years as categories."""
        return [str(year) for year in self.years]

    @property
    def hatched(self) -> list[int]:
        """The years that may hold more than is shown: unfinished or thin."""
        return [year for year in self.years if year >= self.unfinished_from or year in self.thin]

    @property
    def charted_chairs(self) -> dict[int, Chair]:
        """The chairs of the years shown."""
        return {year: self.chairs[year] for year in self.years if year in self.chairs}


def ticks(axis: Sequence[str]) -> list[str]:
    """The years that are written under a chart, so that they do not touch."""
    step = next((step for most, step in TICK_STEPS if len(axis) <= most), 10)
    return [year for year in axis if int(year) % step == 0]


def time_layout(axis: TimeAxis, theme: Theme, below: str) -> dict[str, Any]:
    """The axis of years at the foot of a chart, under the vertical axis that is named so."""
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": axis.labels,
        "range": [-0.5, len(axis.labels) - 0.5],
        "tickvals": ticks(axis.labels),
        "tickangle": 0,
        "tickfont": {"color": theme.muted, "size": 12},
        "showgrid": False,
        "linecolor": theme.line,
        "automargin": True,
        "fixedrange": True,
        "anchor": below,
    }


def backdrop(axis: TimeAxis, theme: Theme, yaxis: str) -> dict[str, Any]:
    """Hatching over the whole height of each year that may hold more than is shown, on a vertical axis from 0 to 1."""
    return {
        "type": "bar",
        "x": [str(year) for year in axis.hatched],
        "y": [1] * len(axis.hatched),
        "yaxis": yaxis,
        "width": 1,
        "hoverinfo": "skip",
        "showlegend": False,
        "marker": {
            "color": CLEAR,
            "line": {"width": 0},
            "pattern": {"shape": HATCH, "fillmode": "replace", "fgcolor": theme.line, "size": 7, "solidity": 0.18},
        },
    }


def band(axis: TimeAxis, theme: Theme, yaxis: str) -> list[dict[str, Any]]:
    """The band of chairs: one field a year with the codes of its chairs, nothing where nobody is known."""
    chairs = axis.charted_chairs
    fields = {
        "type": "bar",
        "x": [str(year) for year in chairs],
        "y": [1] * len(chairs),
        "base": [0] * len(chairs),  # keeps them where they are in a chart whose bars are stacked
        "yaxis": yaxis,
        "width": 0.94,
        "hovertext": [f"{year}: {', '.join(chair.names)}" for year, chair in chairs.items()],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "marker": {"color": theme.shade, "line": {"width": 0}},
    }
    texts = ["/".join(chair.codes) for chair in chairs.values()]
    return [fields, over(fields, texts, theme.ink, 10, -90 if len(axis.labels) > MOST_LEVEL else 0)]


def over(fields: dict[str, Any], texts: Sequence[str], colour: Any, size: int, angle: int = 0) -> dict[str, Any]:
    """Texts over fields of a bar trace, which may reach a little beyond narrow ones; they take neither hover nor click."""
    return {
        **{key: value for key, value in fields.items() if key in ("type", "x", "y", "yaxis", "base", "showlegend")},
        "width": ROOM,
        "text": list(texts),
        "textangle": angle,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textfont": {"size": size, "color": colour},
        "hoverinfo": "skip",
        "marker": {"color": CLEAR, "line": {"width": 0}},
    }
