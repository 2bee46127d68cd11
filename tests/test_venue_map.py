"""The picture of the map: its frame, its circles, its names, its land. Geometry counted by hand."""

import json
import math
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from sidang.boundaries import OWN, on_map, read_boundaries
from sidang.camera import EXTENTS, Camera, camera_on, frame_of, labelled
from sidang.edition import Edition
from sidang.language import Language
from sidang.map_marks import Land, Line, Mark, radius, sectors, tint_of
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.theme import DARK, LIGHT
from sidang.venue_map import picture
from sidang.view import View
from tests.test_random_views import DAY

LAND = read_boundaries(OWN)
ALL_PLACES = {"most": None, "is_planned_shown": True}
COLOURS = {"aec": "#c0822a", "ascc": "#2f7f6f"}


def mark(key: str, longitude: float, latitude: float, meetings: int = 1, **more: Any) -> Mark:
    """A place of so many meetings, all of one pillar unless said otherwise."""
    return Mark(key, key.title(), on_map(longitude), latitude, meetings, more.pop("parts", {"aec": meetings}), **more)


def real_marks(edition: Edition) -> list[Mark]:
    """The cities and areas of the real data."""
    rows = ask(edition, "meetings_by_whereabouts", parameters_of(edition, View(), DAY) | ALL_PLACES)
    return [
        Mark(row.whereabouts, Language("id").name(row), on_map(row.longitude), row.latitude, row.meetings, {"aec": 1})
        for row in rows
        if row.longitude is not None and row.meetings
    ]


def drawn(marks: list[Mark], **more: Any) -> dict[str, Any]:
    """The layers of a picture by id, as the browser gets them."""
    camera = camera_on("asia", 0, marks, 800, 520)
    base: dict[str, Any] = {"lands": [], "lines": [], "colours": COLOURS, "theme": LIGHT, "clicks": 0}
    given: dict[str, Any] = base | more
    deck = json.loads(picture(camera, LAND, "/boundaries/x.json", marks, **given).to_json())
    return {layer["id"]: layer for layer in deck["layers"]} | {"deck": deck}


def test_a_point_is_where_it_is_drawn() -> None:
    """The middle of the camera is the middle of the picture; a degree of longitude is as wide as deck.gl draws it."""
    camera = Camera(-43.5, -6.2, 3, 800, 520)
    assert camera.pixels(-43.5, -6.2) == (400, 260)
    assert camera.pixels(-42.5, -6.2)[0] - 400 == pytest.approx(512 * 8 / 360)
    x, y = camera.pixels(-50, 20)
    longitude, latitude = camera.points(np.array([x]), np.array([y]))
    assert (longitude[0], latitude[0]) == pytest.approx((-50, 20))


@pytest.mark.parametrize("extent", list(EXTENTS))
@pytest.mark.parametrize(("width", "height"), [(760, 520), (360, 380), (1400, 520)])
def test_an_extent_is_whole_in_the_picture(extent: str, width: int, height: int) -> None:
    """All four corners are in it, and it fills one side: on a phone as on a desk."""
    west, south, east, north = EXTENTS[extent]
    camera = camera_on(extent, 0, [], width, height)
    left, bottom = camera.pixels(west, south)
    right, top = camera.pixels(east, north)
    assert -2 <= left < right <= width + 2
    assert -2 <= top < bottom <= height + 2
    assert max((right - left) / width, (bottom - top) / height) > 0.95


def test_the_map_opens_on_what_is_in_view() -> None:
    """On South-East Asia where nine of ten meetings were there, wider where not, and wide enough for every line."""
    jakarta, astana, brussels = mark("jakarta", 106.8, -6.2, 9), mark("astana", 71.4, 51.2), mark("brussels", 4.4, 50.8, 30)
    assert frame_of([]) == frame_of([jakarta]) == frame_of([jakarta, astana]) == "southeast_asia"
    assert frame_of([mark("jakarta", 106.8, -6.2, 8), astana]) == "asia"
    assert frame_of([jakarta, brussels]) == "world"
    assert frame_of([jakarta], [(on_map(-159.8), -21.2)]) == "pacific"


def test_the_real_data_open_on_south_east_asia_and_cica_wider(real_edition: Edition) -> None:
    """ASEAN and CICA, as officials would expect."""
    for organization, extent in (("asean", "southeast_asia"), ("cica", "pacific")):
        rows = ask(
            real_edition,
            "meetings_by_whereabouts",
            parameters_of(real_edition, View(organizations=(organization,)), DAY) | ALL_PLACES,
        )
        marks = [
            mark(row.whereabouts, row.longitude, row.latitude, row.meetings) for row in rows if row.longitude is not None
        ]
        assert frame_of(marks) == extent


def test_steps_close_in_on_the_chosen_place() -> None:
    """Half a zoom a step, with the chosen place in the middle; without steps the whole extent stays."""
    chosen = mark("dili", 125.6, -8.6, is_chosen=True)
    whole, closer = (camera_on("asia", steps, [chosen], 800, 520) for steps in (0, 3))
    assert closer.zoom == whole.zoom + 1.5
    assert closer.pixels(chosen.longitude, chosen.latitude) == pytest.approx((400, 260), abs=1)
    assert whole.pixels(chosen.longitude, chosen.latitude) != pytest.approx((400, 260), abs=20)


def test_areas_of_circles_stand_for_meetings() -> None:
    """Four times the meetings are four times the area; the largest has 30 pixels."""
    assert radius(100, 100) == 30
    assert radius(25, 100) == 15
    assert radius(1, 1) < 10


def test_sectors_share_the_circle_by_its_parts() -> None:
    """One of four meetings is a quarter of the area; of an area only the ring is filled."""
    camera = Camera(-43.5, 0, 3, 800, 520)

    def area(ring: list[float]) -> float:
        points = [camera.pixels(*point) for point in zip(ring[::2], ring[1::2], strict=True)]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2

    place = mark("jakarta", 106.5, 0, 4, parts={"aec": 1, "ascc": 3})
    quarter, rest = (area(found["ring"]) for found in sectors(camera, [(place, 30)], COLOURS))
    assert quarter + rest == pytest.approx(math.pi * 900, rel=0.02)
    assert quarter / (quarter + rest) == pytest.approx(0.25, abs=0.01)
    island = mark("bali", 106.5, 0, 4, parts={"aec": 1, "ascc": 3}, is_area=True)
    assert sum(area(found["ring"]) for found in sectors(camera, [(island, 30)], COLOURS)) < 0.65 * math.pi * 900


def test_areas_are_rings_and_cities_are_full() -> None:
    """A circle of one pillar is full for a city, hollow for an area."""
    city, area = drawn([mark("jakarta", 106.8, -6.2), mark("bali", 115.2, -8.4, is_area=True)])["circles"]["data"]
    assert (city["fill"][3], area["fill"][3]) == (235, 0)
    assert (city["w"], area["w"] > 0) == (0, True)


@pytest.mark.parametrize("extent", list(EXTENTS))
@pytest.mark.parametrize("steps", [0, 2, 5])
@pytest.mark.parametrize("width", [360, 760])
def test_no_name_lies_over_another(real_edition: Edition, extent: str, steps: int, width: int) -> None:
    """In every extent, closer too, on a phone too: names are apart and inside the picture."""
    marks = real_marks(real_edition)
    camera = camera_on(extent, steps, marks, width, 380)
    labels = labelled(camera, marks, [radius(mark.meetings, 100) for mark in marks])
    for a, b in combinations([label.box for label in labels], 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    assert all(label.box[0] >= 0 and label.box[2] <= width for label in labels)
    if steps == 0:
        assert len(labels) > 4
    few = labelled(camera, marks, [radius(mark.meetings, 100) for mark in marks], 3)
    assert [label.spot.key for label in few] == [label.spot.key for label in labels[:3]]


def test_the_place_of_most_meetings_keeps_its_name() -> None:
    """Where two names would meet, that of more meetings stands; a chosen one stands before all."""
    camera = Camera(on_map(106.8), -6.2, 3, 150, 26)
    beside = 106.8 + 20 / camera.scale
    large, small = mark("large", 106.8, -6.2, 9), mark("small", beside, -6.2, 1)
    assert [label.spot.key for label in labelled(camera, [small, large], [3, 9])] == ["large"]
    chosen = mark("small", beside, -6.2, 1, is_chosen=True)
    assert [label.spot.key for label in labelled(camera, [chosen, large], [3, 9])] == ["small", "large"]


def test_the_land_is_loaded_by_its_address() -> None:
    """What is sent for a changed filter holds no boundaries, only the address of the land."""
    layers = drawn([mark("jakarta", 106.8, -6.2)])
    assert layers["land"]["data"] == "/boundaries/x.json"
    assert len(json.dumps(layers["deck"])) < 6000
    assert "mapProvider" not in layers["deck"]


def test_the_land_is_coloured_by_country() -> None:
    """Countries by class, or shaded where only the country is known; one without a shape is left out of the colours."""
    colour = drawn([], lands=[Land("IDN", 4), Land("SGP", None), Land("TKL", 1)])["land"]["getFillColor"]
    assert "properties.country_id=='IDN')?[79, 134, 192, 255]" in colour
    assert "properties.country_id=='SGP')?[224, 217, 198, 255]" in colour
    assert "TKL" not in colour


def test_classes_halve() -> None:
    """Each class reaches down to half of the one above; one meeting is never left out."""
    assert [tint_of(n, 143) for n in (143, 72, 71, 36, 35, 18, 17, 9, 8, 1)] == [4, 4, 3, 3, 2, 2, 1, 1, 0, 0]
    assert tint_of(1, 1) == 4


def test_lines_tell_chair_and_host_apart() -> None:
    """Both are wider and of a colour that no pillar has; all end at the venue, and their beginnings are named."""
    lines = [
        Line("Jakarta", -43, -6, "venue"), Line("Viet Nam", -44, 21, "chair"), Line("Japan", -12, 36, "host"),
        Line("Cambodia", -45, 12, ""),
    ]  # fmt: skip
    layers = drawn([], lines=lines)
    arcs = layers["arcs"]
    assert arcs["getTargetPosition"] == [-43, -6]
    assert len({tuple(row["c"]) for row in arcs["data"]}) == 3
    assert [row["w"] for row in arcs["data"]] == [3.5, 3.5, 1.6]
    assert {row["text"] for row in layers["labels"]["data"]} == {"Viet Nam", "Japan", "Cambodia"}
    for theme in (LIGHT, DARK):
        assert len({theme.chair, theme.host, theme.accent}) == 3
        assert {theme.chair, theme.host}.isdisjoint(theme.pillars.values())


def test_a_click_is_forgotten_by_the_browser() -> None:
    """The layer that is clicked gets another name with each click, so that the same place can be clicked again."""
    names = [next(name for name in drawn([], clicks=clicks) if name.startswith("places-")) for clicks in (0, 1)]
    assert names[0] != names[1]


def test_planned_meetings_are_outlines_and_faded_ones_pale() -> None:
    """An outline around the circle of what was held; a place outside the filter is drawn paler."""
    layers = drawn([mark("jakarta", 106.8, -6.2, 4, planned=2), mark("manila", 121, 14.6, 2, is_faded=True)])
    (outline,) = layers["outlines"]["data"]
    assert outline["r"] > radius(4, 4)
    assert sorted(row["fill"][3] for row in layers["circles"]["data"]) == [70, 235]


def test_both_themes_colour_every_category() -> None:
    """No pillar or level is without a colour of its own."""
    for theme in (LIGHT, DARK):
        assert len(set(theme.pillars.values())) == 5
        assert len(set(theme.levels.values())) == 7
        assert len(theme.tints) == 5
