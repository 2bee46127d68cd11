"""The land of the maps: read from a GeoJSON file, checked, made ready, and sent once to each browser.

The file is a setting (SIDANG_BOUNDARIES), so that a ministry can draw its own; without it the one of data/geography is used.
Longitudes are counted from 150° E, so that the map ends in the Atlantic and Asia and the Pacific are whole on it; no polygon
is cut. A shape without a code is land without a name. Rules: data/README.md, "Maps".
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import brotli
import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.ops import polylabel, unary_union

SETTING = "SIDANG_BOUNDARIES"
OWN = Path(__file__).resolve().parent.parent / "data" / "geography" / "countries.geojson"
CODE_KEYS = ("country_id", "ISO_A3", "iso_a3")
NO_CODE = ("", "-99")
MIDDLE = 150.0
DATE_LINE = 180.0 - MIDDLE
NEAR = 40.0
DIGITS = 3
NOT_DRAWN = ("ATA",)
LABEL_TOLERANCE = 0.2
QUALITY = 7


class BadBoundaries(Exception):
    """The boundary file cannot be used; says which file, where in it, what is wrong and what to do."""


@dataclass(frozen=True)
class Boundaries:
    """Land ready for a map.

    `source` is the name of the data as the map says it; `features` are GeoJSON features whose only property is `country_id`
    (None where the shape has no code); `points` are the map's longitude and the latitude of a point well inside each
    country's largest area; `spans` the width and height of each country in degrees.
    """

    source: str
    features: tuple[dict[str, Any], ...]
    points: Mapping[str, tuple[float, float]]
    spans: Mapping[str, tuple[float, float]]

    @cached_property
    def content(self) -> bytes:
        """The file as browsers get it."""
        collection = {"type": "FeatureCollection", "features": self.features}
        return json.dumps(collection, separators=(",", ":")).encode()

    @cached_property
    def compressed(self) -> bytes:
        """The same, compressed by brotli."""
        return bytes(brotli.compress(self.content, quality=QUALITY))

    @cached_property
    def digest(self) -> str:
        """A name that changes with the content, by which browsers may keep the file for ever."""
        return hashlib.sha256(self.content).hexdigest()[:16]


def on_map(longitude: float) -> float:
    """A longitude as the map counts it: degrees from 150° E, -180 to 180, so that both sides of the date line are near."""
    return (longitude - MIDDLE + 180) % 360 - 180


def boundaries_path() -> Path:
    """The file in force: SIDANG_BOUNDARIES, or else that of the dataset."""
    return Path(os.environ.get(SETTING) or OWN)


def boundaries() -> Boundaries:
    """The land of the file in force.

    Raises:
        BadBoundaries: when it cannot be read or is no GeoJSON of areas.
    """
    return read_boundaries(boundaries_path())


@cache
def read_boundaries(path: Path) -> Boundaries:
    """Read a GeoJSON file of areas and make it ready for the map.

    Each feature's `country_id` (or ISO_A3) is its ISO 3166-1 alpha-3 code. Antarctica is left out.

    Raises:
        BadBoundaries: when it cannot be read or is no GeoJSON of areas.
    """
    document = _document(path)
    areas: dict[str | None, list[Polygon]] = {}
    for number, feature in enumerate(document["features"], start=1):
        code, polygons = _area(path, number, feature)
        if code not in NOT_DRAWN:
            areas.setdefault(code, []).extend(polygons)
    if not any(areas):
        raise BadBoundaries(
            f"The boundary file '{path}' names no country: no feature has a property {CODE_KEYS[0]} or {CODE_KEYS[1]}. "
            f"Give each feature its ISO 3166-1 alpha-3 code, such as IDN, as the property {CODE_KEYS[0]}."
        )
    features, points, spans = [], {}, {}
    for code, polygons in sorted(areas.items(), key=lambda item: item[0] or ""):
        parts = _joined(_moved(polygons))
        features.append({"type": "Feature", "properties": {"country_id": code}, "geometry": _geometry(parts)})
        if code:
            point = _point_inside(max(parts, key=lambda part: part.area))
            points[code] = (round(point.x, DIGITS), round(point.y, DIGITS))
            west, south, east, north = MultiPolygon(parts).bounds
            spans[code] = (east - west, north - south)
    return Boundaries(str(document.get("source") or path.name), tuple(features), points, spans)


def _document(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        document = json.loads(text)
    except OSError as error:
        raise BadBoundaries(
            f"The boundary file '{path}' cannot be read: {error.strerror}. Set {SETTING} to a GeoJSON file, or leave it out."
        ) from error
    except UnicodeDecodeError as error:
        raise BadBoundaries(f"The boundary file '{path}' is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadBoundaries(
            f"The boundary file '{path}' is no JSON (line {error.lineno}, column {error.colno}: {error.msg}). "
            "Export it as GeoJSON again."
        ) from error
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        kind = document.get("type") if isinstance(document, dict) else type(document).__name__
        raise BadBoundaries(
            f"The boundary file '{path}' is a {kind!r}, not a GeoJSON FeatureCollection. Export one feature a country."
        )
    if not isinstance(document.get("features"), list) or not document["features"]:
        raise BadBoundaries(f"The boundary file '{path}' has no features. Export one feature a country.")
    if "crs" in document and "CRS84" not in json.dumps(document["crs"]) and "4326" not in json.dumps(document["crs"]):
        raise BadBoundaries(
            f"The boundary file '{path}' is in another coordinate system than longitude and latitude (its member crs). "
            "Export it in WGS 84 (EPSG:4326)."
        )
    return document


def _area(path: Path, number: int, feature: Any) -> tuple[str | None, list[Polygon]]:
    def bad(what: str, remedy: str) -> BadBoundaries:
        return BadBoundaries(f"The boundary file '{path}', feature {number}: {what}. {remedy}")

    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise bad("it is no GeoJSON feature", "Export one feature a country.")
    properties = feature.get("properties") or {}
    code = next((properties[key] for key in CODE_KEYS if properties.get(key) not in (None, *NO_CODE)), None)
    if code is not None and not (isinstance(code, str) and len(code) == 3 and code.isascii() and code.isupper()):
        raise bad(f"'{code}' is no ISO 3166-1 alpha-3 code", "Write three capital letters, such as IDN, or leave it empty.")
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else geometry
    if kind not in ("Polygon", "MultiPolygon"):
        raise bad(f"its geometry is {kind!r}", "Only Polygon and MultiPolygon can be drawn as land.")
    try:
        area = shape(geometry or {})
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, shapely.errors.ShapelyError) as error:
        raise bad(f"its coordinates cannot be read ({error})", "Export it again.") from error
    polygons = [_unwrapped(polygon) for polygon in _parts(area)]
    west, south, east, north = area.bounds if not area.is_empty else (0, 0, 0, 0)
    if area.is_empty or not (-180 <= west <= east <= 360 and -90 <= south <= north <= 90):
        raise bad("its coordinates are not longitudes and latitudes", "Export it in WGS 84 (EPSG:4326).")
    return code, polygons


def _unwrapped(polygon: Polygon) -> Polygon:
    """A polygon that steps over the date line, as one piece beyond it."""

    def unwrapped(ring: Any) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for longitude, latitude, *_ in ring.coords:
            last = points[-1][0] if points else longitude
            points.append((longitude + 360 * round((last - longitude) / 360), latitude))
        return points

    return Polygon(unwrapped(polygon.exterior), [unwrapped(ring) for ring in polygon.interiors])


def _moved(polygons: list[Polygon]) -> list[Polygon]:
    """The polygons of one country on the map's longitudes, islands beside their mainland."""
    mainland = on_map(_middle(max(polygons, key=lambda polygon: polygon.area)))

    def home(polygon: Polygon) -> Polygon:
        middle = _middle(polygon)
        beside = mainland + (middle - MIDDLE - mainland + 180) % 360 - 180
        turns = round(((beside if abs(beside - mainland) < NEAR else on_map(middle)) - middle + MIDDLE) / 360)
        return affinity.translate(polygon, xoff=360 * turns - MIDDLE)

    return [home(polygon) for polygon in polygons]


def _middle(polygon: Polygon) -> float:
    west, _, east, _ = polygon.bounds
    return float(west + east) / 2


def _joined(polygons: list[Polygon]) -> list[Polygon]:
    at_line = [polygon for polygon in polygons if DATE_LINE in (polygon.bounds[0], polygon.bounds[2])]
    if len(at_line) < 2:
        return polygons
    joined: Any = unary_union([polygon if polygon.is_valid else polygon.buffer(0) for polygon in at_line])
    parts = list(joined.geoms) if isinstance(joined, MultiPolygon) else [joined]
    return [polygon for polygon in polygons if polygon not in at_line] + parts


def _point_inside(polygon: Polygon) -> Any:
    whole = polygon if polygon.is_valid else max(_parts(polygon.buffer(0)), key=lambda part: part.area)
    return polylabel(whole, LABEL_TOLERANCE)


def _parts(area: Any) -> Iterable[Polygon]:
    return area.geoms if isinstance(area, MultiPolygon) else [area]


def _geometry(parts: list[Polygon]) -> dict[str, Any]:
    def rounded(ring: Iterable[Any]) -> list[list[float]]:
        return [[round(point[0], DIGITS), round(point[1], DIGITS)] for point in ring]

    polygons = mapping(MultiPolygon(parts))["coordinates"]
    return {"type": "MultiPolygon", "coordinates": [[rounded(ring) for ring in polygon] for polygon in polygons]}
