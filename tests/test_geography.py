"""The boundaries for maps."""

import csv
import json
from collections import Counter
from typing import Any

from tests.small import DATA

SHAPES = json.loads((DATA / "geography" / "countries.geojson").read_text(encoding="utf-8"))["features"]
TOO_SMALL = {"TKL"}


def shape(country_id: str) -> Any:
    """The geometry of a country."""
    (found,) = (feature["geometry"] for feature in SHAPES if feature["properties"]["country_id"] == country_id)
    return found


def test_every_country_of_the_dataset_has_one_shape() -> None:
    """No country is missing or drawn twice; an island group that the scale leaves out is named here."""
    count = Counter(feature["properties"]["country_id"] for feature in SHAPES)
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        wanted = {row["country_id"] for row in csv.DictReader(file)}
    assert {country for country in wanted if count[country] != 1} == TOO_SMALL


def test_the_boundaries_bring_no_names() -> None:
    """A shape says its code and nothing else; five have none."""
    assert {tuple(feature["properties"]) for feature in SHAPES} == {("country_id",)}
    assert sum(feature["properties"]["country_id"] is None for feature in SHAPES) == 5


def test_shapes_lie_where_the_countries_are() -> None:
    """The island of Singapore and the city of Dili lie within the bounds of their countries, and rings are closed."""
    for country, longitude, latitude in (("SGP", 103.8, 1.35), ("TLS", 125.57, -8.6)):
        polygons = shape(country)["coordinates"]
        points = [point for polygon in polygons for ring in polygon for point in ring]
        assert min(x for x, _ in points) < longitude < max(x for x, _ in points)
        assert min(y for _, y in points) < latitude < max(y for _, y in points)
        assert all(ring[0] == ring[-1] for polygon in polygons for ring in polygon)
