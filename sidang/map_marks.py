"""The marks of a map: what stands where, how large and in which colour. No Streamlit, no deck.gl."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sidang.camera import Camera

LARGEST_PIXELS = 30.0
SMALLEST_PIXELS = 1.5
FEW_MEETINGS = 20
RING_WIDTH = 0.36
FLATNESS_PIXELS = 0.12
FADED, SOLID = 70, 235
CLASSES = 5


@dataclass(frozen=True)
class Mark:
    """A place on the map: its meetings by category, and what is said of it.

    `key` is what a click chooses; `parts` are meetings by pillar or level; `planned` ones are drawn as an outline around it.
    """

    key: str
    name: str
    longitude: float
    latitude: float
    meetings: int
    parts: Mapping[str, int]
    planned: int = 0
    is_area: bool = False
    is_faded: bool = False
    is_chosen: bool = False
    count: str = ""
    span: str = ""
    bodies: str = ""

    @property
    def weight(self) -> int:
        """All meetings that the mark stands for."""
        return self.meetings + self.planned


@dataclass(frozen=True)
class Land:
    """A country coloured on the map: of class 0 to 4 by its meetings, or shaded (None) as known by the country alone."""

    country_id: str
    tint: int | None


@dataclass(frozen=True)
class Line:
    """A line from a country that took part to the venue; role is chair, host, venue for its end, or empty."""

    name: str
    longitude: float
    latitude: float
    role: str

    @property
    def spot(self) -> Mark:
        """Where the line begins, to be named like a place."""
        return Mark(f"line from {self.name}", self.name, self.longitude, self.latitude, 0, {}, is_chosen=True)


def radius(meetings: int, most: int) -> float:
    """Pixels of a circle whose area stands for its meetings, the largest being that of the most."""
    return max(SMALLEST_PIXELS, LARGEST_PIXELS * math.sqrt(meetings / max(most, FEW_MEETINGS)))


def tint_of(meetings: int, most: int) -> int:
    """The class of a country by its meetings, 0 to 4, each twice as wide as the one below it."""
    return min(CLASSES - 1, max(0, CLASSES - 1 - int(math.log2(max(most, 1) / max(meetings, 1)))))


def rgb(colour: str, alpha: int = 255) -> list[int]:
    """A hex colour as deck.gl takes it."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [alpha]


def sectors(camera: Camera, marks: Sequence[tuple[Mark, float]], colours: Mapping[str, str]) -> list[dict[str, Any]]:
    """Circles of so many pixels as sectors by category, clockwise from the top in the order of the colours; an area's have
    a hole.

    All are computed at once: a map has hundreds of circles with thousands of corners. A ring is a flat list of longitude
    and latitude in turn, as exact as a twentieth of a pixel asks for.
    """
    if not marks:
        return []
    shares = np.array([[mark.parts.get(part, 0) / max(mark.meetings, 1) for part in colours] for mark, _ in marks])
    spots = np.array([camera.pixels(mark.longitude, mark.latitude) for mark, _ in marks])
    pixels = np.array([pixels for _, pixels in marks])
    inner = pixels * [1 - RING_WIDTH if mark.is_area else 0.0 for mark, _ in marks]
    turns = math.pi / np.arccos(1 - np.minimum(FLATNESS_PIXELS / pixels, 0.2))
    circle, part = np.nonzero(shares)
    share, start = shares[circle, part], (shares.cumsum(axis=1) - shares)[circle, part]
    steps = np.ceil(share * turns[circle]).astype(int)
    # Along the rim, and back along the hole or to the middle.
    counts = steps + 1 + np.where(inner[circle] > 0, steps + 1, 1)
    ends = counts.cumsum()
    sector = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(sector)) - (ends - counts)[sector]
    is_rim = number <= steps[sector]
    step = np.where(is_rim, number, counts[sector] - 1 - number)
    at = math.tau * (start[sector] + share[sector] * step / steps[sector])
    reach = np.where(is_rim, pixels[circle][sector], inner[circle][sector])
    x, y = spots[circle][sector].T
    points = np.stack(camera.points(x + reach * np.sin(at), y - reach * np.cos(at)), axis=1).ravel()
    corners = points.round(math.ceil(math.log10(camera.scale)) + 1).tolist()
    fills = {
        is_faded: [rgb(colour, FADED if is_faded else SOLID) for colour in colours.values()] for is_faded in (True, False)
    }
    return [
        {"colour": fills[marks[place][0].is_faded][category], "ring": corners[2 * (end - count) : 2 * end]}
        for place, category, end, count in zip(circle.tolist(), part.tolist(), ends.tolist(), counts.tolist(), strict=True)
    ]
