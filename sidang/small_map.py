"""The small map of the overview: where the meetings in view were held, at a glance. No Streamlit, no queries, no texts.

Drawn by a script of our own (figure.py) and not by deck.gl, whose code is 0.8 MB more for each first visit. The land is that
of the large map, cut to the picture and thinned to what its pixels can show. Rules: data/README.md, "Maps".
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, box, shape

from sidang.boundaries import boundaries, on_map
from sidang.camera import Camera, camera_on, labelled
from sidang.map_marks import Mark, radius
from sidang.theme import Theme

WIDTH, HEIGHT = 380, 300
MOST_PLACES = 150
MOST_NAMES = 9
SCALE = 0.62
LEAST_AREA = 3.0
TOLERANCE = 1.0
FINENESS = 2
KEPT = 16


def marks_of(rows: Iterable[Any], names: Mapping[str, str], counts: Mapping[str, str]) -> list[Mark]:
    """The places to draw: rows of meetings_by_city.sql, with their names and counts in the reader's words."""
    return [
        Mark(
            row.place_id, names[row.place_id], on_map(row.longitude), row.latitude, row.meetings, {},
            is_area=row.kind == "area", count=counts[row.place_id],
        )
        for row in rows
    ]  # fmt: skip


def picture(marks: Sequence[Mark], digest: str, theme: Theme) -> dict[str, Any]:
    """The map of the marks, seen from where nine of ten meetings are in sight, as figure.js draws it.

    Args:
        marks: the places, those of most meetings first.
        digest: that of the boundaries in force (boundaries.py).
        theme: colours of the theme in force.

    Returns:
        Size in pixels, `land` as a path of SVG, colours, circles with their text, and the names that fit.
    """
    camera = camera_on("meetings", 0, marks, WIDTH, HEIGHT)
    most = max((mark.meetings for mark in marks), default=1)
    radii = [radius(mark.meetings, most) * SCALE for mark in marks]
    seen = [(mark, pixels) for mark, pixels in zip(marks, radii, strict=True) if camera.holds(mark.longitude, mark.latitude)]
    circles = []
    for mark, pixels in seen:
        x, y = camera.pixels(mark.longitude, mark.latitude)
        text = f"{mark.name}\n{mark.count}"
        circles.append({"x": round(x, 1), "y": round(y, 1), "r": round(pixels, 1), "isArea": mark.is_area, "text": text})
    colours = {name: getattr(theme, name) for name in ("ocean", "land", "border", "accent", "ink")}
    return {
        "width": WIDTH, "height": HEIGHT, "fineness": FINENESS, "land": outline(digest, camera), "colours": colours,
        "circles": circles, "names": _names(camera, seen),
    }  # fmt: skip


@lru_cache(maxsize=KEPT)
def outline(digest: str, camera: Camera) -> str:
    """The land in the picture as a path of SVG, from corner to corner, with FINENESS units to a pixel.

    Corners are told in whole units: written out as parts of pixels they would be most of what the page sends.
    """
    drawn = []
    for ring in land(digest, camera):
        corners = [(round(x * FINENESS), round(y * FINENESS)) for x, y in ring]
        steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(corners)]
        told = " ".join(f"{x} {y}" for x, y in steps if x or y)
        if told:
            drawn.append(f"M{corners[0][0]} {corners[0][1]}l{told}z".replace(" -", "-"))
    return "".join(drawn)


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


def _names(camera: Camera, seen: Sequence[tuple[Mark, float]]) -> list[dict[str, Any]]:
    """The names that fit, each where the camera found room for it, with the side of that point on which it begins."""
    names = []
    for label in labelled(camera, [mark for mark, _ in seen], [pixels for _, pixels in seen], MOST_NAMES):
        left, top, right, bottom = label.box
        x, anchor = {"right": (left, "start"), "left": (right, "end")}.get(label.side, ((left + right) / 2, "middle"))
        y = (top + bottom) / 2
        names.append({"x": round(x, 1), "y": round(y, 1), "anchor": anchor, "text": label.spot.name})
    return names
