"""The map of venues on a sheet (canvas.py): the same marks from the same camera as in the browser, with its key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import RLock

import shapely
from cachetools import LRUCache, cached
from shapely.geometry import MultiPolygon, Polygon, box, shape

from sidang.boundaries import Boundaries
from sidang.camera import LABEL_PIXELS, Camera, labelled
from sidang.canvas import Across, Point, Sheet, text_width
from sidang.map_marks import FADED, RING_WIDTH, SOLID, Land, Line, Mark, radius, sectors
from sidang.theme import Theme
from sidang.venue_map import COUNTRY_PIXELS, ORIGIN_PIXELS, TINY_PIXELS, fills

KEY_ROW, KEY_GAP, SWATCH, KEY_SIZE = 20.0, 18.0, 12.0, 12.5
TOLERANCE = 0.4
BEND = 0.18
STEPS = 24
KEPT = 8
WHOLE_ALPHA = 255
ACROSS: Mapping[str, Across] = {"right": "left", "left": "right"}
At = Callable[[float, float], Point]


@dataclass(frozen=True)
class MapPlot:
    """The map of a view. Its size is that of its camera, to which it is scaled where the sheet is narrower or wider."""

    camera: Camera
    boundaries: Boundaries
    marks: Sequence[Mark]
    lands: Sequence[Land]
    lines: Sequence[Line]
    colours: Mapping[str, str]
    key: Sequence[Mapping[str, str]]
    theme: Theme
    is_by_country: bool = False

    def height(self, width: float) -> float:
        """How many pixels high it is at a width, its key included."""
        return self.camera.height * width / self.camera.width + len(self._key_rows(width)) * KEY_ROW + 8

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at a point."""
        scale = width / self.camera.width
        high = self.camera.height * scale

        def at(x: float, y: float) -> Point:
            return left + x * scale, top + y * scale

        sheet.box(left, top, width, high, fill=self.theme.ocean)
        colours = fills(self.boundaries, self.lands, self.theme)
        grounds: dict[str, list[list[Point]]] = {}
        for country, rings in land_rings(self.boundaries, self.camera):
            colour = colours.get(country or "", self.theme.land)
            grounds.setdefault(colour, []).extend([at(x, y) for x, y in ring] for ring in rings)
        for colour, areas in grounds.items():
            sheet.areas(areas, colour, self.theme.border, 0.5)
        ordered = sorted(self.marks, key=lambda mark: -mark.weight)
        most = max((mark.meetings for mark in ordered), default=1)
        seen = [mark for mark in ordered if self.camera.holds(mark.longitude, mark.latitude)]
        if self.is_by_country:
            self._draw_countries(sheet, seen, at)
        else:
            self._draw_circles(sheet, seen, most, at, scale)
        self._draw_lines(sheet, at)
        radii = [COUNTRY_PIXELS if self.is_by_country else radius(mark.weight, most) for mark in ordered]
        origins = [line.spot for line in self.lines if line.role != "venue"]
        circles = [0.0 if self.is_by_country else pixels for pixels in radii] + [ORIGIN_PIXELS] * len(origins)
        for label in labelled(self.camera, [*ordered, *origins], circles):
            x = {"right": label.box[0], "left": label.box[2]}.get(label.side, (label.box[0] + label.box[2]) / 2)
            across = ACROSS.get(label.side, "center")
            colour = self.theme.muted if label.spot.is_faded else self.theme.ink
            spot = at(x, (label.box[1] + label.box[3]) / 2)
            sheet.text(*spot, label.spot.name, LABEL_PIXELS * scale, colour, across, "center", True, halo=self.theme.land)
        self._draw_key(sheet, left, top + high + 8, width)

    def _draw_circles(self, sheet: Sheet, marks: Sequence[Mark], most: int, at: At, scale: float) -> None:
        for mark in marks:
            x, y = at(*self.camera.pixels(mark.longitude, mark.latitude))
            pixels = radius(mark.meetings, most)
            found = [part for part in self.colours if mark.parts.get(part)]
            alpha = (FADED if mark.is_faded else SOLID) / WHOLE_ALPHA
            if len(found) == 1:
                colour = _with_alpha(self.colours[found[0]], alpha)
                width = pixels * RING_WIDTH * scale if mark.is_area else 0.0
                fill = None if mark.is_area else colour
                sheet.circle(x, y, pixels * scale - width / 2, fill, colour if width else None, width)
            elif found:
                for sector in sectors(self.camera, [(mark, pixels)], self.colours):
                    ring = sector["ring"]
                    points = [at(*self.camera.pixels(*pair)) for pair in zip(ring[::2], ring[1::2], strict=True)]
                    sheet.area(points, tuple(part / WHOLE_ALPHA for part in sector["colour"]))
            if mark.planned:
                sheet.circle(x, y, (radius(mark.weight, most) + 1) * scale, None, self.theme.muted, 1)
            if mark.is_chosen:
                sheet.circle(x, y, (pixels + 3) * scale, None, self.theme.ink, 2)

    def _draw_countries(self, sheet: Sheet, marks: Sequence[Mark], at: At) -> None:
        tints = {land.country_id: land.tint or 0 for land in self.lands}
        for mark in marks:
            x, y = at(*self.camera.pixels(mark.longitude, mark.latitude))
            width, height = self.boundaries.spans.get(mark.key, (0.0, 0.0))
            if max(width, height) * self.camera.scale < TINY_PIXELS:
                sheet.circle(x, y, 6, self.theme.tints[tints.get(mark.key, 0)], self.theme.border, 1)
            if mark.is_chosen:
                sheet.circle(x, y, 11, None, self.theme.ink, 2)

    def _draw_lines(self, sheet: Sheet, at: At) -> None:
        if not self.lines:
            return
        colours = {"chair": self.theme.chair, "host": self.theme.host, "": self.theme.accent}
        venue = next(line for line in self.lines if line.role == "venue")
        end = self.camera.pixels(venue.longitude, venue.latitude)
        for line in self.lines:
            if line.role == "venue":
                continue
            start = self.camera.pixels(line.longitude, line.latitude)
            colour = _with_alpha(colours[line.role], 0.86)
            sheet.line([at(*point) for point in _bent(start, end)], colour, 3 if line.role else 1.4)
            sheet.circle(*at(*start), ORIGIN_PIXELS, colour)

    def _draw_key(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        for row, entries in enumerate(self._key_rows(width)):
            x, y = left, top + row * KEY_ROW + KEY_ROW / 2
            for entry in entries:
                kind, colour, middle = entry["kind"], entry["colour"], x + SWATCH / 2
                if kind == "circle":
                    sheet.circle(middle, y, SWATCH / 2, colour)
                elif kind == "land":
                    sheet.box(x, y - SWATCH / 2, SWATCH, SWATCH, fill=colour)
                elif kind == "line":
                    sheet.line([(x, y), (x + SWATCH, y)], colour, 3)
                else:
                    thickness = 1 if kind == "outline" else SWATCH / 4
                    sheet.circle(middle, y, SWATCH / 2 - thickness / 2, None, colour, thickness)
                sheet.text(x + SWATCH + 6, y, entry["label"], KEY_SIZE, self.theme.ink, "left", "center")
                x += _entry_width(entry)

    def _key_rows(self, width: float) -> list[list[Mapping[str, str]]]:
        rows: list[list[Mapping[str, str]]] = []
        taken = width + 1
        for entry in self.key:
            wide = _entry_width(entry)
            if taken + wide - KEY_GAP > width:
                rows.append([])
                taken = 0
            rows[-1].append(entry)
            taken += wide
        return rows


@cached(LRUCache(KEPT), key=lambda boundaries, camera: (boundaries.digest, camera), lock=RLock())
def land_rings(boundaries: Boundaries, camera: Camera) -> tuple[tuple[str | None, list[list[Point]]], ...]:
    """The land in the picture in pixels: of each shape its country and its rings, holes included."""
    frame, found = box(-2, -2, camera.width + 2, camera.height + 2), []
    for feature in boundaries.features:
        area = shapely.transform(shape(feature["geometry"]), camera.pixels_of)
        if not area.intersects(frame):
            continue
        cut = area.buffer(0).intersection(frame).simplify(TOLERANCE)
        parts = cut.geoms if isinstance(cut, MultiPolygon) else [cut]
        rings = [
            [(round(x, 1), round(y, 1)) for x, y in ring.coords[:-1]]
            for part in parts
            if isinstance(part, Polygon)
            for ring in (part.exterior, *part.interiors)
        ]
        found.append((feature["properties"]["country_id"], rings))
    return tuple(found)


def _bent(start: Point, end: Point) -> list[Point]:
    """A line that bends upward on its way, so that lines from one side are told apart."""
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    far = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    over = middle[0], middle[1] - BEND * far
    shares = [step / STEPS for step in range(STEPS + 1)]
    return [
        tuple((1 - t) ** 2 * start[way] + 2 * t * (1 - t) * over[way] + t**2 * end[way] for way in (0, 1))  # type: ignore[misc]
        for t in shares
    ]


def _entry_width(entry: Mapping[str, str]) -> float:
    return SWATCH + 6 + text_width(entry["label"], KEY_SIZE) + KEY_GAP


def _with_alpha(colour: str, alpha: float) -> tuple[float, ...]:
    return (*(int(colour[at : at + 2], 16) / WHOLE_ALPHA for at in (1, 3, 5)), alpha)
