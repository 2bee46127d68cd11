"""The small map of the overview: where the meetings in view were held, at a glance. No Streamlit, no queries, no texts.

A figure of plotly, which the page draws anyway, and not of deck.gl, whose code is 0.8 MB more for each first visit. The land
is that of the large map, cut to the picture and thinned to what its pixels can show. Rules: data/README.md, "Maps".
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, box, shape

from sidang.boundaries import boundaries, on_map
from sidang.camera import Camera, camera_on, labelled
from sidang.chart import Chart
from sidang.map_marks import Mark, radius
from sidang.theme import BODY_FONT, Theme

WIDTH, HEIGHT = 380, 300
MOST_PLACES = 150
MOST_NAMES = 9
SCALE = 0.62
LEAST_AREA = 3.0
TOLERANCE = 1.0
KEPT = 16
GAP = 3.0
SIDES = {"right": "middle right", "left": "middle left", "above": "top center", "below": "bottom center"}


def marks_of(rows: Iterable[Any], names: Mapping[str, str], counts: Mapping[str, str]) -> list[Mark]:
    """The places of most meetings: rows of meetings_by_city.sql, with their names and counts in the reader's words."""
    return [
        Mark(
            row.place_id, names[row.place_id], on_map(row.longitude), row.latitude, row.meetings, {},
            is_area=row.kind == "area", count=counts[row.place_id],
        )
        for row in list(rows)[:MOST_PLACES]
    ]  # fmt: skip


def picture(marks: Sequence[Mark], digest: str, theme: Theme) -> Chart:
    """The map of the marks, seen from where nine of ten meetings are in sight.

    Args:
        marks: the places, those of most meetings first.
        digest: that of the boundaries in force (boundaries.py).
        theme: colours of the theme in force.
    """
    camera = camera_on("meetings", 0, marks, WIDTH, HEIGHT)
    most = max((mark.meetings for mark in marks), default=1)
    radii = [radius(mark.meetings, most) * SCALE for mark in marks]
    seen = [(mark, pixels) for mark, pixels in zip(marks, radii, strict=True) if camera.holds(mark.longitude, mark.latitude)]
    points = [camera.pixels(mark.longitude, mark.latitude) for mark, _ in seen]
    x, y = _path(land(digest, camera))
    hollow = f"rgba({','.join(str(int(theme.accent[at : at + 2], 16)) for at in (1, 3, 5))},0.15)"
    data: list[dict[str, Any]] = [
        {
            "type": "scatter", "mode": "lines", "x": x, "y": y, "fill": "toself", "fillcolor": theme.land,
            "line": {"color": theme.border, "width": 0.5}, "hoverinfo": "skip",
        },
        {
            "type": "scatter", "mode": "markers", "x": [round(point[0], 1) for point in points],
            "y": [round(point[1], 1) for point in points], "text": [f"{mark.name}<br>{mark.count}" for mark, _ in seen],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {
                "size": [round(2 * pixels, 1) for _, pixels in seen], "opacity": 0.85,
                "color": [hollow if mark.is_area else theme.accent for mark, _ in seen],
                "line": {"width": 1, "color": theme.accent},
            },
        },
        *_names(camera, seen, theme),
    ]  # fmt: skip
    axis = {"visible": False, "fixedrange": True}
    layout = {
        "height": HEIGHT, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "showlegend": False, "hovermode": "closest",
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": theme.ocean, "template": None, "dragmode": False,
        "font": {"family": BODY_FONT, "size": 12, "color": theme.ink},
        "xaxis": axis | {"range": [0, WIDTH], "constrain": "domain"},
        "yaxis": axis | {"range": [HEIGHT, 0], "scaleanchor": "x", "constrain": "domain"},
    }  # fmt: skip
    return Chart(data, layout)


@lru_cache(maxsize=KEPT)
def land(digest: str, camera: Camera) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The rings of the land in the picture, in pixels; `digest` is that of the boundaries in force."""
    frame, rings = box(-2, -2, camera.width + 2, camera.height + 2), []
    for feature in boundaries().features:
        area = shapely.transform(shape(feature["geometry"]), camera.pixels_of)
        if not area.intersects(frame):
            continue
        cut = area.buffer(0).intersection(frame).simplify(TOLERANCE)
        parts = cut.geoms if isinstance(cut, MultiPolygon) else [cut]
        rings += [
            tuple((round(x, 1), round(y, 1)) for x, y in part.exterior.coords)
            for part in parts
            if isinstance(part, Polygon) and part.area >= LEAST_AREA
        ]
    return tuple(rings)


def _path(rings: Iterable[Sequence[tuple[float, float]]]) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        x += [*(point[0] for point in ring), None]
        y += [*(point[1] for point in ring), None]
    return x, y


def _names(camera: Camera, seen: Sequence[tuple[Mark, float]], theme: Theme) -> list[dict[str, Any]]:
    labels = labelled(camera, [mark for mark, _ in seen], [pixels for _, pixels in seen])[:MOST_NAMES]
    if not labels:
        return []
    across = {"right": 1, "left": -1}
    down = {"above": -1, "below": 1}
    spots = [(label, *camera.pixels(label.spot.longitude, label.spot.latitude)) for label in labels]
    return [
        {
            "type": "scatter", "mode": "text", "hoverinfo": "skip", "text": [label.spot.name for label in labels],
            "x": [round(x + across.get(label.side, 0) * (label.radius + GAP), 1) for label, x, _ in spots],
            "y": [round(y + down.get(label.side, 0) * (label.radius + 1), 1) for label, _, y in spots],
            "textposition": [SIDES[label.side] for label in labels],
            "textfont": {"size": 12, "color": theme.ink},
        }
    ]  # fmt: skip
