"""The land of the maps: ready, whole, and refused with a reason where a file cannot be drawn."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape

from sidang.boundaries import OWN, BadBoundaries, Boundaries, boundaries, on_map, read_boundaries
from tests.small import ROOT

SQUARE = [[[100, 0], [110, 0], [110, 10], [100, 10], [100, 0]]]


@pytest.fixture(scope="module")
def land() -> Boundaries:
    """The land of data/geography."""
    return read_boundaries(OWN)


def written(path: Path, *features: dict[str, Any], **members: Any) -> Path:
    """A boundary file with these features."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features} | members), encoding="utf-8")
    return path


def feature(code: Any, rings: Any = None, kind: str = "Polygon", key: str = "country_id") -> dict[str, Any]:
    """A feature of one area."""
    geometry = {"type": kind, "coordinates": SQUARE if rings is None else rings}
    return {"type": "Feature", "properties": {key: code}, "geometry": geometry}


def test_longitudes_are_counted_from_the_pacific() -> None:
    """150° E is the middle; the date line lies 30 degrees east of it, the ends meet in the Atlantic."""
    assert [on_map(degrees) for degrees in (150, 106.5, 180, -180, -159, -29, -31)] == [0, -43.5, 30, 30, 51, -179, 179]


def test_no_country_is_torn(land: Boundaries) -> None:
    """No edge leaps across the map, and what lies on both sides of the date line is one piece without an edge on it."""
    on_line = 0.0
    for found in land.features:
        for polygon in found["geometry"]["coordinates"]:
            for ring in polygon:
                assert max(abs(a[0] - b[0]) for a, b in pairwise(ring)) < 40
                on_line += sum(abs(a[1] - b[1]) for a, b in pairwise(ring) if a[0] == b[0] == 30)
    assert on_line < 0.01
    (russia,) = (found["geometry"] for found in land.features if found["properties"]["country_id"] == "RUS")
    parts = [shape({"type": "Polygon", "coordinates": polygon}).bounds for polygon in russia["coordinates"]]
    assert any(west < on_map(100) and east > on_map(-171) for west, _, east, _ in parts)
    assert land.spans["RUS"][0] < 180
    assert land.spans["FJI"][0] < 10


def test_small_states_are_there_and_the_uncoded_have_no_name(land: Boundaries) -> None:
    """Singapore and Timor-Leste are areas; shapes without a code are one feature without one; Antarctica is left out."""
    codes = [found["properties"]["country_id"] for found in land.features]
    assert {"SGP", "TLS", "BRN", "BHR"} <= set(codes)
    assert codes.count(None) == 1
    assert "ATA" not in codes
    assert {tuple(found["properties"]) for found in land.features} == {("country_id",)}


def test_the_point_of_a_country_lies_inside_it(land: Boundaries) -> None:
    """Lines begin within the country, also where its middle lies in another."""
    for found in land.features:
        code = found["properties"]["country_id"]
        if code in ("VNM", "IDN", "MYS", "THA", "USA", "RUS", "FJI", "HRV", "CHL"):
            assert shape(found["geometry"]).buffer(0).contains(Point(land.points[code])), code


def test_the_file_is_named_by_its_content(land: Boundaries, tmp_path: Path) -> None:
    """Equal content has an equal name, other content another; the source is what the file says, or its name."""
    one, same = (read_boundaries(written(tmp_path / name, feature("IDN"))) for name in ("a.geojson", "b.geojson"))
    assert one.digest == same.digest != land.digest
    assert (one.source, land.source) == ("a.geojson", "Natural Earth 1:50m")
    assert read_boundaries(written(tmp_path / "c.geojson", feature("IDN"), source="Survey")).source == "Survey"


def test_other_names_of_the_code_are_understood(tmp_path: Path) -> None:
    """ISO_A3 of common boundary files will do, and its -99 is no code."""
    path = written(tmp_path / "a.geojson", feature("IDN", key="ISO_A3"), feature("-99", key="ISO_A3"))
    assert [found["properties"]["country_id"] for found in read_boundaries(path).features] == [None, "IDN"]


def test_a_country_cut_at_the_date_line_is_joined(tmp_path: Path) -> None:
    """Two halves that meet at 180° become one area without an edge between them."""
    west = [[[170, 0], [180, 0], [180, 10], [170, 10], [170, 0]]]
    east = [[[-180, 0], [-170, 0], [-170, 10], [-180, 10], [-180, 0]]]
    land = read_boundaries(written(tmp_path / "a.geojson", feature("FJI", [west, east], "MultiPolygon")))
    (polygon,) = land.features[0]["geometry"]["coordinates"]
    assert shape({"type": "Polygon", "coordinates": polygon}).bounds == (20, 0, 40, 10)
    assert land.spans["FJI"] == (20, 10)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "is not UTF-8"),
        (b'{"type": ', "is no JSON (line 1, column 10"),
        (b"[]", "is a 'list', not a GeoJSON FeatureCollection"),
        (b'{"type": "Topology"}', "is a 'Topology', not a GeoJSON FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": []}', "has no features"),
        ({"features": [{"type": "Point"}]}, "feature 1: it is no GeoJSON feature"),
        ({"features": [feature("Indonesia")]}, "feature 1: 'Indonesia' is no ISO 3166-1 alpha-3 code"),
        ({"features": [feature("IDN"), feature("SGP", [1, 2], "Point")]}, "feature 2: its geometry is 'Point'"),
        ({"features": [feature("IDN", [[[100, "x"], [1, 2], [3, 4]]])]}, "feature 1: its coordinates cannot be read"),
        ({"features": [feature("IDN", [[[1, 1], [1, 2]]])]}, "feature 1: its coordinates cannot be read"),
        (
            {"features": [feature("IDN", [[[5e5, 0], [6e5, 0], [6e5, 9], [5e5, 0]]])]},
            "feature 1: its coordinates are not longitudes and latitudes",
        ),
        ({"features": [feature("IDN")], "crs": {"properties": {"name": "EPSG:3857"}}}, "another coordinate system"),
        ({"features": [feature(None)]}, "names no country"),
    ],
)
def test_a_file_that_cannot_be_drawn_is_refused(tmp_path: Path, content: Any, said: str) -> None:
    """The reason names the file, the place in it and the way out."""
    path = tmp_path / "own.geojson"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(json.dumps({"type": "FeatureCollection"} | content), encoding="utf-8")
    with pytest.raises(BadBoundaries) as refused:
        read_boundaries(path)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)
    assert str(refused.value).count(". ") >= 1


def test_the_setting_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """SIDANG_BOUNDARIES is drawn instead of our own; a file that is not there is refused."""
    monkeypatch.setenv("SIDANG_BOUNDARIES", str(written(tmp_path / "own.geojson", feature("IDN"))))
    assert list(boundaries().points) == ["IDN"]
    monkeypatch.setenv("SIDANG_BOUNDARIES", str(tmp_path / "nothing.geojson"))
    with pytest.raises(BadBoundaries, match=r"cannot be read: No such file or directory\. Set SIDANG_BOUNDARIES"):
        boundaries()


def test_the_server_does_not_start_with_a_bad_file(tmp_path: Path) -> None:
    """`serve` says what is wrong and ends, instead of showing a blank map later."""
    path = tmp_path / "own.geojson"
    path.write_text("{}", encoding="utf-8")
    environment = os.environ | {"SIDANG_BOUNDARIES": str(path), "SIDANG_VAR": str(tmp_path / "var")}
    command = [sys.executable, "-m", "sidang", "serve", "--port", "1"]
    served = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert served.returncode == 2
    assert f"sidang: The boundary file '{path}' is a None, not a GeoJSON FeatureCollection." in served.stderr
