"""The small map of the overview: the land of the large one in few points, circles where the cities are."""

import itertools
import re
from types import SimpleNamespace
from typing import Any

import pytest
import shapely

from sidang.boundaries import boundaries, on_map
from sidang.camera import camera_on
from sidang.small_map import HEIGHT, MOST_NAMES, WIDTH, land, marks_of, outline, picture
from sidang.theme import LIGHT

JAKARTA, BALI, GENEVA = (106.83, -6.2, 30, "city"), (115.1, -8.4, 6, "area"), (6.14, 46.2, 1, "city")


def rows(*places: tuple[float, float, int, str]) -> list[Any]:
    """Rows of meetings_by_city.sql."""
    return [
        SimpleNamespace(place_id=f"p{number}", longitude=x, latitude=y, meetings=n, kind=kind)
        for number, (x, y, n, kind) in enumerate(places)
    ]


def drawn(*places: tuple[float, float, int, str]) -> dict[str, Any]:
    """The picture."""
    found = rows(*places)
    names = {row.place_id: f"Place {row.place_id}" for row in found}
    marks = marks_of(found, names, {row.place_id: f"{row.meetings} meetings" for row in found})
    return picture(marks, boundaries().digest, LIGHT)


def test_circles_stand_at_their_cities() -> None:
    """Where the camera has them, by area; a ring is hollow; what is out of sight is left out."""
    shown = drawn(JAKARTA, BALI, GENEVA)
    marks = marks_of(rows(JAKARTA), {"p0": ""}, {"p0": ""})
    x, y = camera_on("southeast_asia", 0, marks, WIDTH, HEIGHT).pixels(on_map(JAKARTA[0]), JAKARTA[1])
    jakarta, bali = shown["circles"]
    assert (jakarta["x"], jakarta["y"]) == (pytest.approx(x, abs=0.1), pytest.approx(y, abs=0.1))
    assert (jakarta["text"], bali["text"]) == ("Place p0\n30 meetings", "Place p1\n6 meetings")
    assert (jakarta["r"] / bali["r"]) ** 2 == pytest.approx(5, rel=0.02)
    assert (jakarta["isArea"], bali["isArea"]) == (False, True)
    assert [name["text"] for name in shown["names"]] == ["Place p0", "Place p1"]


def test_names_stand_beside_their_circles() -> None:
    """To the right a name begins four pixels beyond the circle, in its middle; where another is in the way, to the left."""
    shown = drawn(JAKARTA)
    (circle,), (name,) = shown["circles"], shown["names"]
    assert (name["anchor"], name["y"]) == ("start", pytest.approx(circle["y"], abs=0.1))
    assert name["x"] - circle["x"] - circle["r"] == pytest.approx(4, abs=0.11)
    shown = drawn(JAKARTA, (JAKARTA[0] + 4, JAKARTA[1], 29, "city"))
    circle, name = shown["circles"][0], shown["names"][0]
    assert (name["anchor"], name["y"]) == ("end", pytest.approx(circle["y"], abs=0.1))
    assert circle["x"] - circle["r"] - name["x"] == pytest.approx(4, abs=0.11)


def test_the_path_is_the_land() -> None:
    """Walked from corner to corner it comes to each corner of each ring, in halves of a pixel, and stays nowhere."""
    camera = camera_on("southeast_asia", 0, [], WIDTH, HEIGHT)
    rings = land(boundaries().digest, camera)
    drawn = outline(boundaries().digest, camera).split("z")[:-1]
    assert len(drawn) == len(rings)
    for path, ring in zip(drawn, rings, strict=True):
        numbers = [int(text) for text in re.findall(r"-?\d+", path)]
        walked = list(
            itertools.accumulate(zip(numbers[::2], numbers[1::2], strict=True), lambda a, b: (a[0] + b[0], a[1] + b[1]))
        )
        corners = [(round(x * 2), round(y * 2)) for x, y in ring]
        assert walked == [corner for corner, before in zip(corners, [None, *corners], strict=False) if corner != before]


def test_the_land_is_thin_and_covers_the_islands() -> None:
    """A few thousand corners at the most, none far out of the picture; Borneo is land, the sea beside it is not."""
    camera = camera_on("southeast_asia", 0, [], WIDTH, HEIGHT)
    rings = land(boundaries().digest, camera)
    corners = [point for ring in rings for point in ring]
    assert 500 < len(corners) < 3000
    assert all(-3 <= x <= WIDTH + 3 and -3 <= y <= HEIGHT + 3 for x, y in corners)
    assert is_land(rings, camera.pixels(on_map(114.0), 1.0))
    assert not is_land(rings, camera.pixels(on_map(112.0), 12.0))


def is_land(rings: Any, point: tuple[float, float]) -> bool:
    """Whether a point lies in a ring."""
    return any(shapely.Polygon(ring).contains(shapely.Point(point)) for ring in rings)


def test_few_names_and_none_for_the_rest() -> None:
    """Of many cities those of most meetings are named; a view without any still shows the land."""
    many = [(94.0 + 12 * (number % 4), -9.0 + 8 * (number // 4), 1 + 99 * (number == 0), "city") for number in range(16)]
    assert len(drawn(*many)["names"]) == MOST_NAMES
    assert (drawn()["circles"], drawn()["names"]) == ([], [])
    assert drawn()["land"]
