"""The meetings linked to one another, drawn: a box a meeting, columns by who reports to whom, a line a link."""

from collections.abc import Mapping
from typing import Any

from sidang.chart import Chart
from sidang.questions import Rows
from sidang.theme import BODY_FONT, Theme

BOX_PIXELS, LETTER_PIXELS = 84, 3.4
LONGEST = 34

Box = tuple[str, str, str]


def depths(links: Rows) -> dict[str, int]:
    """The column of each meeting: one further right than all that report to it; side by side where nothing is reported."""
    found = {event_id: 0 for row in links for event_id in (row.event_id, row.linked_event_id)}
    for _round in found:
        for row in links:
            low, high = found[row.event_id], found[row.linked_event_id]
            if row.kind == "reports_to":
                found[row.linked_event_id] = max(high, low + 1)
            else:
                found[row.event_id] = found[row.linked_event_id] = max(low, high)
    return found


def chain(own_id: str, links: Rows, boxes: Mapping[str, Box], words: Mapping[str, str], theme: Theme) -> Chart:
    """The diagram; `boxes` are name, dates and place of each meeting, `words` the kinds of links, `own_id` is outlined."""
    columns: dict[int, list[str]] = {}
    for event_id, depth in sorted(depths(links).items(), key=lambda item: (item[1], item[0] != own_id, item[0])):
        columns.setdefault(depth, []).append(event_id)
    tallest = max(len(column) for column in columns.values())
    point = {
        event_id: (float(depth), (tallest - len(column)) / 2 + row)
        for depth, column in columns.items()
        for row, event_id in enumerate(column)
    }
    annotations: list[dict[str, Any]] = []
    for row in links:
        (x0, y0), (x1, y1) = point[row.event_id], point[row.linked_event_id]
        annotations.append(
            {
                "x": x1, "y": y1, "ax": x0, "ay": y0, "xref": "x", "yref": "y", "axref": "x", "ayref": "y", "text": "",
                "showarrow": True, "arrowhead": 2 if row.kind == "reports_to" else 0, "arrowwidth": 1.4,
                "arrowcolor": theme.muted, "standoff": 34 if x0 == x1 else _half(boxes[row.linked_event_id]),
                "startstandoff": 34 if x0 == x1 else _half(boxes[row.event_id]),
            }
        )  # fmt: skip
        annotations.append(
            {
                "x": (x0 + x1) / 2, "y": (y0 + y1) / 2, "text": words[row.kind], "showarrow": False,
                "font": {"size": 11, "color": theme.muted}, "bgcolor": theme.paper, "borderpad": 2,
            }
        )  # fmt: skip
    for event_id, (x, y) in point.items():
        is_own = event_id == own_id
        name, dates, place = (_cut(text) for text in boxes[event_id])
        annotations.append(
            {
                "x": x, "y": y, "text": f"<b>{name}</b><br>{dates}<br>{place}", "showarrow": False, "align": "left",
                "font": {"size": 12, "color": theme.ink}, "bgcolor": theme.paper, "borderpad": 6,
                "bordercolor": theme.accent if is_own else theme.line, "borderwidth": 2 if is_own else 1,
            }
        )  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    layout = {
        "annotations": annotations,
        "height": BOX_PIXELS * tallest + 30,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"family": BODY_FONT, "size": 12, "color": theme.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "template": None,
        "xaxis": hidden | {"range": [-0.5, max(columns) + 0.5]},
        "yaxis": hidden | {"range": [tallest - 0.5, -0.5]},
    }
    points = {"type": "scatter", "x": [-0.5], "y": [-0.5], "mode": "markers", "marker": {"opacity": 0}, "hoverinfo": "skip"}
    return Chart([points], layout)


def _half(box: Box) -> float:
    """About half the width of a box, in pixels."""
    return 14 + LETTER_PIXELS * max(len(_cut(text)) for text in box)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
