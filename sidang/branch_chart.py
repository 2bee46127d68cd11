"""A chart of branches: organizations, pillars, bodies, sub-bodies. No Streamlit, no queries, no texts of its own."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from sidang.chart import Chart
from sidang.charts import figure_layout
from sidang.theme import Theme, readable
from sidang.time_axis import HIDDEN

SMALLEST_NAMED, LONGEST_LINE = 21, 10


@dataclass(frozen=True)
class Branch:
    """A field: its codes, its name, the depth at which it stands, where it begins, how large it is, colour and tooltip."""

    codes: tuple[str, ...]
    name: str
    depth: int
    start: int
    meetings: int
    colour: str
    hover: str


def branches(fields: Sequence[Branch], titles: Sequence[str], theme: Theme, height: int) -> Chart:
    """An icicle: what belongs to a field stands right of it, each as high as its meetings are many.

    `titles` stand over the first depths. A field carries its codes in customdata. It is made of bars and not plotly's own
    icicle, since Streamlit tells of clicks on bars alone. Fields lower than a line of text have their name in the tooltip.
    """
    whole = sum(field.meetings for field in fields if field.depth == 0)
    depth = max((field.depth for field in fields), default=0) + 1
    beyond = max(0, depth - len(titles))
    lowest = SMALLEST_NAMED * whole / height
    heads = ["<br>".join(textwrap.wrap(title, LONGEST_LINE, break_long_words=False)) for title in titles[:depth]]
    data = {
        "type": "bar",
        "x": [field.depth for field in fields],
        "y": [field.meetings for field in fields],
        "base": [field.start for field in fields],
        "width": [0.99] * len(fields),
        "customdata": [list(field.codes) for field in fields],
        "text": [field.name if field.meetings >= lowest else "" for field in fields],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": [readable(field.colour, theme) for field in fields], "size": 12},
        "hovertext": [field.hover for field in fields],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "marker": {"color": [field.colour for field in fields], "line": {"width": 0.7, "color": theme.paper}},
    }
    layout = figure_layout(theme, height) | {
        "barmode": "overlay",
        "xaxis": {
            "tickvals": list(range(depth)),
            "ticktext": [*heads, *[""] * beyond],
            "tickangle": 0,
            "range": [-0.5, depth - 0.5],
            "side": "top",
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"color": theme.muted, "size": 12},
        },
        "yaxis": HIDDEN | {"range": [whole, 0]},
    }
    return Chart([data], layout)
