"""From where a map is seen, and which names fit into it. No Streamlit, no deck.gl: only geometry that can be tested.

The picture is in the projection of Mercator, as deck.gl draws it; longitudes are those of the map, counted from 150° E
(boundaries.py).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from sidang.boundaries import MIDDLE

EXTENTS = {
    "southeast_asia": (91.0 - MIDDLE, -12.0, 142.0 - MIDDLE, 27.0),
    "asia": (25.0 - MIDDLE, -14.0, 150.0 - MIDDLE, 56.0),
    "pacific": (60.0 - MIDDLE, -50.0, 292.0 - MIDDLE, 62.0),
    "world": (-180.0, -55.0, 180.0, 72.0),
}
MOST_IN_FRAME = 0.9
STEP = 0.5
FARTHEST = -1.5
TILE = 512
MOST_LABELS = 60
LABEL_PIXELS = 13
LETTER_WIDTH = 0.54
LEAST_COVERING = 4.0

Box = tuple[float, float, float, float]
Point = tuple[float, float]
Disc = tuple[float, float, float]
Numbers = NDArray[np.float64]


class Spot(Protocol):
    """What the camera needs to know of a place."""

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def longitude(self) -> float: ...  # noqa: D102
    @property
    def latitude(self) -> float: ...  # noqa: D102
    @property
    def weight(self) -> int: ...  # noqa: D102
    @property
    def is_chosen(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True)
class Label:
    """A name on the map: of which place, on which side of its circle, and the box that it takes."""

    spot: Any
    side: str
    box: Box
    radius: float


@dataclass(frozen=True)
class Camera:
    """From where the map is seen: its middle, deck.gl's zoom, and the size of the picture in pixels."""

    longitude: float
    latitude: float
    zoom: float
    width: int
    height: int

    @cached_property
    def scale(self) -> float:
        """Pixels a degree of longitude."""
        return TILE * 2**self.zoom / 360

    def pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point stands in the picture, from its upper left corner."""
        x = (longitude - self.longitude) * self.scale
        y = (_northing(self.latitude) - _northing(latitude)) * self.scale
        return self.width / 2 + x, self.height / 2 + y

    def pixels_of(self, points: Numbers) -> Numbers:
        """The same for rows of longitude and latitude at once."""
        northing = np.degrees(np.log(np.tan(math.pi / 4 + np.radians(points[:, 1]) / 2)))
        x = self.width / 2 + (points[:, 0] - self.longitude) * self.scale
        y = self.height / 2 + (_northing(self.latitude) - northing) * self.scale
        return np.stack([x, y], axis=1)

    def points(self, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        """Longitudes and latitudes of points of the picture."""
        northing = _northing(self.latitude) - (y - self.height / 2) / self.scale
        latitude = np.degrees(2 * np.arctan(np.exp(np.radians(northing))) - math.pi / 2)
        return self.longitude + (x - self.width / 2) / self.scale, latitude

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point is in the picture."""
        x, y = self.pixels(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height


def camera_on(
    extent: str, steps: int, spots: Sequence[Spot], width: int, height: int, points: Sequence[Point] = ()
) -> Camera:
    """The camera on an extent, some steps of half a zoom closer; steps close in on the chosen places where there are any.

    The extent "meetings" is the smallest that holds nine of ten meetings on the map and all `points`.
    """
    west, south, east, north = EXTENTS[frame_of(spots, points) if extent not in EXTENTS else extent]
    across = math.log2(width * 360 / (TILE * (east - west)))
    down = math.log2(height * 360 / (TILE * (_northing(north) - _northing(south))))
    zoom = round(min(across, down), 2)
    longitude, latitude = (west + east) / 2, _latitude((_northing(south) + _northing(north)) / 2)
    chosen = [spot for spot in spots if spot.is_chosen]
    if chosen and steps > 0:
        longitude = sum(spot.longitude for spot in chosen) / len(chosen)
        latitude = sum(spot.latitude for spot in chosen) / len(chosen)
    return Camera(round(longitude, 3), round(latitude, 3), max(zoom + STEP * steps, FARTHEST), width, height)


def frame_of(spots: Sequence[Spot], points: Sequence[Point] = ()) -> str:
    """The smallest extent that holds nine of ten meetings on the map and all points; South-East Asia without any."""
    total = sum(spot.weight for spot in spots)
    for name, (west, south, east, north) in EXTENTS.items():
        inside = [spot for spot in spots if west <= spot.longitude <= east and south <= spot.latitude <= north]
        is_whole = all(west <= longitude <= east and south <= latitude <= north for longitude, latitude in points)
        if is_whole and sum(spot.weight for spot in inside) >= MOST_IN_FRAME * total:
            return name
    return "world"


def labelled(camera: Camera, spots: Sequence[Spot], radii: Sequence[float], most: int = MOST_LABELS) -> list[Label]:
    """At most so many names that fit, those of the most meetings first: none over another or over another, larger circle.

    Each is tried to the right of its circle, to the left, above and below, without a circle on its point first; `radii` are
    those of the circles in pixels.
    """
    discs: list[Disc] = [
        (*camera.pixels(spot.longitude, spot.latitude), radius) for spot, radius in zip(spots, radii, strict=True)
    ]
    order = sorted(
        range(len(spots)), key=lambda number: (not spots[number].is_chosen, -spots[number].weight, spots[number].key)
    )
    taken: list[Box] = []
    labels: list[Label] = []
    for number, sides in _free_sides(spots, discs, order, 3 * most):
        if len(labels) == most:
            break
        for side, box in sides:
            is_inside = box[0] >= 2 and box[1] >= 2 and box[2] <= camera.width - 2 and box[3] <= camera.height - 2
            if is_inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                labels.append(Label(spots[number], side, box, discs[number][2]))
                break
    return labels


def _boxes(name: str, disc: Disc) -> dict[str, Box]:
    (x, y, r), wide, high = disc, LABEL_PIXELS * LETTER_WIDTH * len(name), LABEL_PIXELS * 1.15
    corners = {
        "right": (x + r + 4, y - high / 2),
        "left": (x - r - 4 - wide, y - high / 2),
        "above": (x - wide / 2, y - r - 4 - high),
        "below": (x - wide / 2, y + r + 4),
    }
    if not r:
        corners = {"middle": (x - wide / 2, y - high / 2)} | corners
    return {side: (left, top, left + wide, top + high) for side, (left, top) in corners.items()}


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _free_sides(
    spots: Sequence[Spot], discs: Sequence[Disc], order: Sequence[int], step: int
) -> Iterator[tuple[int, list[tuple[str, Box]]]]:
    """Each spot in an order with those boxes for its name on which no large disc but its own lies; so many at once."""
    large = np.array([number for number, disc in enumerate(discs) if disc[2] > LEAST_COVERING], int)
    x, y, r = np.array(discs).reshape(-1, 3)[large].T
    for begin in range(0, len(order), step):
        part = order[begin : begin + step]
        boxes = [_boxes(spots[number].name, discs[number]) for number in part]
        owner = np.repeat(part, [len(sides) for sides in boxes])
        corners = np.array([box for sides in boxes for box in sides.values()]).reshape(-1, 4, 1)
        left, top, right, bottom = corners.swapaxes(0, 1)
        away_x, away_y = x.clip(left, right) - x, y.clip(top, bottom) - y
        lies = (away_x**2 + away_y**2 < (r * 0.8) ** 2) & (owner[:, None] != large)
        is_free = iter((~lies.any(axis=1)).tolist())
        for number, sides in zip(part, boxes, strict=True):
            yield number, [side for side in sides.items() if next(is_free)]


def _northing(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def _latitude(northing: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(northing))) - math.pi / 2)
