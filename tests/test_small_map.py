"""The small map of the overview: the land of the large one in few points, circles where the cities are."""

from types import SimpleNamespace
from typing import Any

import plotly.graph_objects as go
import pytest
import shapely

from sidang.boundaries import boundaries, on_map
from sidang.camera import camera_on
from sidang.small_map import HEIGHT, MOST_NAMES, WIDTH, land, marks_of, picture
from sidang.theme import LIGHT

JAKARTA, BALI, GENEVA = (106.83, -6.2, 30, "city"), (115.1, -8.4, 6, "area"), (6.14, 46.2, 1, "city")


def rows(*places: tuple[float, float, int, str]) -> list[Any]:
    """Rows of meetings_by_city.sql."""
    return [
        SimpleNamespace(place_id=f"p{number}", longitude=x, latitude=y, meetings=n, kind=kind)
        for number, (x, y, n, kind) in enumerate(places)
    ]


def drawn(*places: tuple[float, float, int, str]) -> list[dict[str, Any]]:
    """The traces of the picture: land, circles, names."""
    found = rows(*places)
    names = {row.place_id: f"Place {row.place_id}" for row in found}
    marks = marks_of(found, names, {row.place_id: f"{row.meetings} meetings" for row in found})
    return [trace.to_plotly_json() for trace in go.Figure(picture(marks, boundaries().digest, LIGHT).to_dict()).data]


def test_circles_stand_at_their_cities() -> None:
    """Where the camera has them, by area; a ring is hollow; what is out of sight is left out."""
    _land, circles, names = drawn(JAKARTA, BALI, GENEVA)
    marks = marks_of(rows(JAKARTA), {"p0": ""}, {"p0": ""})
    x, y = camera_on("southeast_asia", 0, marks, WIDTH, HEIGHT).pixels(on_map(JAKARTA[0]), JAKARTA[1])
    assert (circles["x"][0], circles["y"][0]) == (pytest.approx(x, abs=0.1), pytest.approx(y, abs=0.1))
    assert circles["text"] == ["Place p0<br>30 meetings", "Place p1<br>6 meetings"]
    assert (circles["marker"]["size"][0] / circles["marker"]["size"][1]) ** 2 == pytest.approx(5, rel=0.02)
    assert circles["marker"]["color"] == [LIGHT.accent, "rgba(29,78,137,0.15)"]
    assert names["text"] == ["Place p0", "Place p1"]


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
    assert len(drawn(*many)[2]["text"]) == MOST_NAMES
    assert len(drawn()) == 2
