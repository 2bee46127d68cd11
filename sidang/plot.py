"""A chart of plotly drawn on a sheet (canvas.py): the same figure as on the page, without a browser.

What the charts of this product are made of is drawn: bars with patterns and texts, marks, lines, arrows and notes, axes of
numbers, days and categories. A figure that holds anything else is refused, so that nothing is ever left out in silence.
"""

import datetime
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from sidang.canvas import LINE_HEIGHT, Across, Down, Sheet, text_width, wrapped

LEGEND_ROW, LEGEND_GAP, SWATCH = 20.0, 18.0, 12.0
TICK_GAP, UNDER = 6.0, 8.0
SMALLEST = 8.0
MILLISECONDS = 86_400_000
DEFAULT_NTICKS = 6
PARTS = {"bar", "scatter"}
SIDES: Mapping[str, tuple[Across, Down, float, float]] = {
    "top center": ("center", "bottom", 0, -1),
    "bottom center": ("center", "top", 0, 1),
    "middle left": ("right", "center", -1, 0),
    "middle right": ("left", "center", 1, 0),
    "middle center": ("center", "center", 0, 0),
}


class NotDrawn(Exception):
    """The figure holds something that is not drawn on a sheet; says what."""


@dataclass
class Axis:
    """An axis: how its values become numbers, from which to which, and where it lies in the plot."""

    settings: Mapping[str, Any]
    categories: list[str] = field(default_factory=list)
    low: float = math.inf
    high: float = -math.inf
    start: float = 0
    length: float = 1

    @property
    def kind(self) -> str:
        """category, date or linear."""
        return str(self.settings.get("type", "linear"))

    def number(self, value: Any) -> float:
        """A value as a number along the axis: a category's place, a day's ordinal."""
        if self.kind == "category":
            if str(value) not in self.categories:
                self.categories.append(str(value))
            return float(self.categories.index(str(value)))
        if self.kind == "date" and isinstance(value, str):
            return float(datetime.date.fromisoformat(value[:10]).toordinal())
        return float(value)

    def extent(self, value: float) -> float:
        """The length of a bar along the axis; on an axis of days it is told in milliseconds."""
        return value / MILLISECONDS if self.kind == "date" else value

    def hold(self, *values: float) -> None:
        """Make the axis reach to these values."""
        self.low, self.high = min(self.low, *values), max(self.high, *values)

    def settle(self) -> None:
        """Decide from which to which value it shows."""
        given = self.settings.get("range")
        if given is not None:
            # The range of categories is told in places, not in names.
            self.low, self.high = given if self.kind == "category" else (self.number(value) for value in given)
            return
        if self.low > self.high:
            self.low, self.high = 0, 1
        if self.kind == "linear":
            self.low = min(self.low, 0)
            self.high += (self.high - self.low) * 0.05
        if self.kind == "category":
            self.low, self.high = -0.5, len(self.categories) - 0.5
        if self.low == self.high:
            self.high = self.low + 1
        if self.settings.get("autorange") == "reversed":
            self.low, self.high = self.high, self.low

    def at(self, value: float) -> float:
        """Where a number stands, in pixels."""
        return self.start + (value - self.low) / (self.high - self.low) * self.length

    def ticks(self) -> list[tuple[float, str]]:
        """The places that are written on the axis."""
        if self.settings.get("visible") is False:
            return []
        suffix = str(self.settings.get("ticksuffix", "")).rstrip()
        values = self.settings.get("tickvals")
        if values is not None:
            texts = self.settings.get("ticktext") or [str(value) for value in values]
            return [(self.number(value), f"{text}{suffix}") for value, text in zip(values, texts, strict=True)]
        if self.kind == "category":
            return [(float(place), f"{name}{suffix}") for place, name in enumerate(self.categories)]
        return self._years() if self.kind == "date" else self._numbers()

    def _numbers(self) -> list[tuple[float, str]]:
        low, high = sorted((self.low, self.high))
        step = self.settings.get("dtick") or _nice((high - low) / (self.settings.get("nticks") or DEFAULT_NTICKS))
        grouped = "," in str(self.settings.get("tickformat", ","))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        found = [number * step for number in range(first, last + 1)]
        return [(value, f"{value:,.0f}" if grouped else f"{value:.0f}") for value in found]

    def _years(self) -> list[tuple[float, str]]:
        first, last = (datetime.date.fromordinal(round(value)) for value in sorted((self.low, self.high)))
        years = last.year - first.year
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if years / step <= DEFAULT_NTICKS + 2)
        if years < 2:
            months = [
                datetime.date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, 3)
            ]
            return [(float(day.toordinal()), f"{day:%Y-%m}") for day in months if first <= day <= last]
        starts = [datetime.date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
        return [(float(day.toordinal()), str(day.year)) for day in starts if first <= day <= last]


class Plot:
    """A chart, ready to be drawn at any width.

    Raises:
        NotDrawn: when the figure holds what is not drawn here.
    """

    def __init__(self, figure: go.Figure) -> None:
        """Read the figure."""
        told = figure.to_plotly_json()
        self.layout: dict[str, Any] = told["layout"]
        self.traces: list[dict[str, Any]] = list(told["data"])
        kinds = {trace.get("type", "scatter") for trace in self.traces} - PARTS
        if kinds:
            raise NotDrawn(f"a chart of the kind {', '.join(sorted(kinds))} is not drawn without a browser")
        self.axes = {name: Axis(settings) for name, settings in self.layout.items() if re.fullmatch(r"[xy]axis\d*", name)}
        for name in ("xaxis", "yaxis"):
            self.axes.setdefault(name, Axis({}))
        for axis in self.axes.values():
            axis.categories.extend(str(value) for value in axis.settings.get("categoryarray") or ())
        self._stacks: dict[tuple[int, int], dict[float, float]] = {}
        self.bars = {id(trace): list(self._bars_of(trace)) for trace in self.traces if trace["type"] == "bar"}
        for trace in self.traces:
            if trace["type"] == "scatter":
                self._hold_points(trace)
        for axis in self.axes.values():
            axis.settle()
        self.legend = [
            trace
            for trace in self.traces
            if self.layout.get("showlegend") and trace.get("showlegend", True) and trace.get("name")
        ]

    def height(self, width: float) -> float:
        """How many pixels high the chart is at a width, its legend included."""
        margin = self.layout.get("margin", {})
        return float(self.layout["height"]) - (margin.get("t", 0) if self.legend else 0) + self._legend_height(width)

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the chart with its upper left corner at a point."""
        height = self.height(width)
        over = self._legend_height(width) or self.layout.get("margin", {}).get("t", 0)
        aside = max((self._label_width(axis) for name, axis in self.axes.items() if name[0] == "y"), default=0.0)
        foot, head = self._room_for("bottom"), self._room_for("top")
        plot = (left + aside, top + over + head, width - aside, height - over - head - foot)
        for name, axis in self.axes.items():
            low, high = axis.settings.get("domain", (0, 1))
            if name[0] == "x":
                axis.start, axis.length = plot[0] + low * plot[2], (high - low) * plot[2]
            else:
                axis.start, axis.length = plot[1] + (1 - low) * plot[3], -(high - low) * plot[3]
        self._draw_legend(sheet, left, top, width)
        self._draw_grid(sheet, plot)
        # An axis that lies over another one has its marks in front.
        covered = {axis.settings.get("overlaying") for axis in self.axes.values()}
        for trace in sorted(self.traces, key=lambda trace: trace.get("yaxis", "y") not in covered):
            if trace["type"] == "bar":
                self._draw_bars(sheet, trace)
        for trace in self.traces:
            if trace["type"] == "scatter":
                self._draw_points(sheet, trace)
        for shape in self.layout.get("shapes", ()):
            x = self.axes["xaxis"].at(self.axes["xaxis"].number(shape["x0"]))
            line = shape["line"]
            sheet.line([(x, plot[1]), (x, plot[1] + plot[3])], line["color"], line["width"], line.get("dash", "solid"))
        self._draw_labels(sheet, plot)
        for note in self.layout.get("annotations", ()):
            self._draw_note(sheet, note, plot)

    def _axes_of(self, trace: Mapping[str, Any]) -> tuple[Axis, Axis]:
        return tuple(self.axes[f"{way}axis{trace.get(f'{way}axis', way)[1:]}"] for way in "xy")  # type: ignore[return-value]

    def _bars_of(self, trace: Mapping[str, Any]) -> Iterator[tuple[int, float, float, float, float]]:
        """The bars of a trace: number, where across and how wide, from where to where along."""
        x_axis, y_axis = self._axes_of(trace)
        is_level = trace.get("orientation") == "h"
        across, along = (y_axis, x_axis) if is_level else (x_axis, y_axis)
        places, lengths = (trace["y"], trace["x"]) if is_level else (trace["x"], trace["y"])
        usual = 1 - self.layout.get("bargap", 0.2)
        stack = self._stacks.setdefault((id(across), id(along)), {})
        for number, (place, length) in enumerate(zip(places, lengths, strict=True)):
            middle = across.number(place)
            wide = _nth(trace.get("width", usual), number)
            offset = trace.get("offset")
            begin = middle + (_nth(offset, number) if offset is not None else -wide / 2)
            if "base" in trace:
                base = along.number(_nth(trace["base"], number))
            elif self.layout.get("barmode") == "stack":
                base = stack.get(middle, 0.0)
                stack[middle] = base + length
            else:
                base = 0.0
            end = base + along.extent(length)
            across.hold(begin, begin + wide)
            along.hold(base, end)
            yield number, begin, wide, base, end

    def _hold_points(self, trace: Mapping[str, Any]) -> None:
        for axis, way in zip(self._axes_of(trace), "xy", strict=True):
            axis.hold(*(axis.number(value) for value in trace[way] if value is not None))

    def _draw_bars(self, sheet: Sheet, trace: Mapping[str, Any]) -> None:
        x_axis, y_axis = self._axes_of(trace)
        is_level = trace.get("orientation") == "h"
        across, along = (y_axis, x_axis) if is_level else (x_axis, y_axis)
        marker = trace["marker"]
        line, pattern = marker.get("line", {}), marker.get("pattern", {})
        for number, begin, wide, base, end in self.bars[id(trace)]:
            near, far = along.at(_within(along, base)), along.at(_within(along, end))
            one, other = across.at(begin), across.at(begin + wide)
            corner = (near, one, far - near, other - one) if is_level else (one, near, other - one, far - near)
            hatch = _nth(pattern.get("shape", ""), number)
            fill = _colour(_nth(pattern["fgcolor"] if hatch else marker["color"], number))
            outline, thickness = _colour(_nth(line.get("color"), number)), _nth(line.get("width", 0), number)
            if near != far:
                sheet.box(*corner, fill=fill, line=outline if thickness else None, line_width=thickness, hatch=hatch)
            text = _nth(trace.get("text", ""), number)
            if text:
                self._draw_bar_text(sheet, trace, number, str(text), corner)

    def _draw_bar_text(
        self, sheet: Sheet, trace: Mapping[str, Any], number: int, text: str, box: tuple[float, float, float, float]
    ) -> None:
        """A text in the middle of a bar, as small as it must be, cut where it would be too small."""
        x, y, width, height = box
        angle = trace.get("textangle", 0)
        room, high = (abs(height), abs(width)) if angle else (abs(width), abs(height))
        size = min(float(_nth(trace["textfont"]["size"], number)), high)
        size = max(min(size, size * (room - 4) / max(text_width(text, size), 1)), SMALLEST)
        text = _cut(text, room - 4, size)
        if size > high + 1 or not text:
            return
        colour = _nth(trace["textfont"]["color"], number)
        middle = (x + width / 2, y + height / 2)
        if angle:
            sheet.text(middle[0] + size * 0.33, middle[1], text, size, colour, "center", "baseline", angle=angle)
        else:
            sheet.text(*middle, text, size, colour, "center", "center")

    def _draw_points(self, sheet: Sheet, trace: Mapping[str, Any]) -> None:
        x_axis, y_axis = self._axes_of(trace)
        points = [
            (x_axis.at(x_axis.number(x)), y_axis.at(y_axis.number(y))) for x, y in zip(trace["x"], trace["y"], strict=True)
        ]
        modes = trace["mode"].split("+")
        if "lines" in modes:
            line = trace["line"]
            way = _stairs(points) if line.get("shape") == "hv" else points
            sheet.line(way, line["color"], line["width"], line.get("dash", "solid"))
        marker = trace.get("marker", {})
        for number, (x, y) in enumerate(points):
            size = float(_nth(marker.get("size", 0), number))
            if "markers" in modes and marker.get("opacity", 1):
                fill, line = _colour(_nth(marker["color"], number)), marker.get("line", {})
                if marker.get("symbol") == "diamond":
                    half = size * 0.65
                    corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
                    sheet.area(corners, fill, line.get("color"), line.get("width", 0))
                else:
                    sheet.circle(x, y, size / 2, fill, line.get("color"), line.get("width", 0))
            if "text" in modes:
                across, down, right, below = SIDES[_nth(trace.get("textposition", "middle center"), number)]
                gap = size / 2 + 2
                font = trace["textfont"]
                spot = (x + right * gap, y + below * gap)
                sheet.text(*spot, str(trace["text"][number]), font["size"], _nth(font["color"], number), across, down)

    def _draw_grid(self, sheet: Sheet, plot: tuple[float, float, float, float]) -> None:
        for name, axis in self.axes.items():
            colour = axis.settings.get("gridcolor")
            if not colour or axis.settings.get("showgrid") is False or axis.kind == "category":
                continue
            for value, _ in axis.ticks():
                place = axis.at(value)
                across = self._span_of_grid(name, plot)
                points = (
                    [(place, across[0]), (place, across[1])] if name[0] == "x" else [(across[0], place), (across[1], place)]
                )
                sheet.line(points, colour, 0.8)

    def _span_of_grid(self, name: str, plot: tuple[float, float, float, float]) -> tuple[float, float]:
        return (plot[1], plot[1] + plot[3]) if name[0] == "x" else (plot[0], plot[0] + plot[2])

    def _draw_labels(self, sheet: Sheet, plot: tuple[float, float, float, float]) -> None:
        right = plot[0] + plot[2]
        for name, axis in self.axes.items():
            size, colour = self._tick_font(axis)
            if name[0] == "y":
                for value, text in axis.ticks():
                    lines = text.split("<br>")
                    for row, line in enumerate(lines):
                        y = axis.at(value) + (row - (len(lines) - 1) / 2) * size * LINE_HEIGHT
                        sheet.text(plot[0] - TICK_GAP, y, _plain(line), size, colour, "right", "center")
                continue
            is_top = axis.settings.get("side") == "top"
            if axis.settings.get("linecolor"):
                edge = plot[1] if is_top else plot[1] + plot[3]
                sheet.line([(plot[0], edge), (right, edge)], axis.settings["linecolor"], 1)
            for value, text in axis.ticks():
                lines, x = text.split("<br>"), axis.at(value)
                if not plot[0] - 1 <= x <= right + 1:
                    continue
                half = max(text_width(line, size) for line in lines) / 2
                for row, line in enumerate(lines):
                    y = plot[1] + plot[3] + UNDER + (row + 0.75) * size * LINE_HEIGHT
                    if is_top:
                        y = plot[1] - UNDER - (len(lines) - 1 - row) * size * LINE_HEIGHT
                    # A label at the edge moves inward rather than off the sheet.
                    sheet.text(min(max(x, half), right - half + 4), y, _plain(line), size, colour, "center")

    def _draw_note(self, sheet: Sheet, note: Mapping[str, Any], plot: tuple[float, float, float, float]) -> None:
        end = self._spot(note, "x", "y", plot)
        if note.get("showarrow"):
            start = self._spot(note, "ax", "ay", plot)
            length = math.dist(start, end) or 1
            unit = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
            away, before = note.get("startstandoff", 0), note.get("standoff", 0)
            begin = start[0] + unit[0] * away, start[1] + unit[1] * away
            stop = end[0] - unit[0] * before, end[1] - unit[1] * before
            if away + before < length:
                sheet.arrow(begin, stop, note["arrowcolor"], note["arrowwidth"], bool(note.get("arrowhead")))
        lines = note["text"].split("<br>") if note["text"] else []
        if not lines:
            return
        font = self.layout.get("font", {}) | dict(note.get("font", {}))
        size, pad = float(font["size"]), float(note.get("borderpad", 1))
        bold = [line.startswith("<b>") for line in lines]
        width = max(text_width(_plain(line), size, strong) for line, strong in zip(lines, bold, strict=True))
        height = size * LINE_HEIGHT * len(lines)
        left = end[0] - {"left": 0, "right": width}.get(note.get("xanchor", "center"), width / 2)
        top = end[1] - {"top": 0, "bottom": height}.get(note.get("yanchor", "middle"), height / 2)
        if note.get("bgcolor"):
            box = (left - pad, top - pad, width + 2 * pad, height + 2 * pad)
            sheet.box(*box, fill=note["bgcolor"], line=note.get("bordercolor"), line_width=note.get("borderwidth", 0))
        for row, (line, strong) in enumerate(zip(lines, bold, strict=True)):
            y = top + (row + 0.8) * size * LINE_HEIGHT
            is_left = note.get("align") == "left" or note.get("xanchor") == "left"
            x = left if is_left else left + width / 2
            sheet.text(x, y, _plain(line), size, font["color"], "left" if is_left else "center", is_bold=strong)

    def _spot(self, note: Mapping[str, Any], x: str, y: str, plot: tuple[float, float, float, float]) -> tuple[float, float]:
        x_axis, y_axis = self.axes["xaxis"], self.axes["yaxis"]
        across = plot[0] + note[x] * plot[2] if note.get("xref") == "paper" else x_axis.at(x_axis.number(note[x]))
        down = plot[1] + (1 - note[y]) * plot[3] if note.get("yref") == "paper" else y_axis.at(y_axis.number(note[y]))
        return across, down

    def _draw_legend(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        font = self.layout["font"]
        for row, entries in enumerate(self._legend_rows(width)):
            x, y = left, top + row * LEGEND_ROW + LEGEND_ROW / 2
            for trace in entries:
                self._draw_swatch(sheet, trace, x, y)
                sheet.text(x + SWATCH + 6, y, trace["name"], font["size"], font["color"], "left", "center")
                x += _entry_width(trace, font["size"])

    def _draw_swatch(self, sheet: Sheet, trace: Mapping[str, Any], x: float, y: float) -> None:
        if trace["type"] == "scatter" and "lines" in trace["mode"]:
            line = trace["line"]
            sheet.line([(x - 4, y), (x + SWATCH, y)], line["color"], line["width"], line.get("dash", "solid"))
            return
        marker = trace["marker"]
        line, pattern = marker.get("line", {}), marker.get("pattern", {})
        if marker.get("symbol") == "diamond":
            middle = x + SWATCH / 2
            corners = [(middle, y - 5), (middle + 5, y), (middle, y + 5), (middle - 5, y)]
            sheet.area(corners, _colour(marker["color"]), line.get("color"), line.get("width", 0))
            return
        # A swatch stands for the whole series: it is hatched where all of it is.
        shapes = pattern.get("shape", "")
        hatch = shapes if isinstance(shapes, str) else ""
        fill = _colour(_nth(pattern["fgcolor"] if hatch else marker["color"], 0))
        thickness = _nth(line.get("width", 0), 0)
        outline = _colour(_nth(line.get("color"), 0)) if thickness else None
        sheet.box(x, y - SWATCH / 2, SWATCH, SWATCH, fill=fill, line=outline, line_width=thickness, hatch=hatch)

    def _legend_rows(self, width: float) -> list[list[dict[str, Any]]]:
        size = self.layout.get("font", {}).get("size", 12)
        rows: list[list[dict[str, Any]]] = []
        taken = math.inf
        for trace in self.legend:
            wide = _entry_width(trace, size)
            if taken + wide - LEGEND_GAP > width:
                rows.append([])
                taken = 0
            rows[-1].append(trace)
            taken += wide
        return rows

    def _legend_height(self, width: float) -> float:
        rows = len(self._legend_rows(width))
        return rows * LEGEND_ROW + 10 if rows else 0

    def _tick_font(self, axis: Axis) -> tuple[float, str]:
        font = self.layout.get("font", {}) | dict(axis.settings.get("tickfont", {}))
        return float(font["size"]), str(font["color"])

    def _label_width(self, axis: Axis) -> float:
        size, _ = self._tick_font(axis)
        widths = [text_width(_plain(line), size) for _, text in axis.ticks() for line in text.split("<br>")]
        return max(widths) + TICK_GAP + 2 if widths else 0

    def _room_for(self, side: str) -> float:
        rooms = [0.0]
        for name, axis in self.axes.items():
            if name[0] == "x" and axis.settings.get("side", "bottom") == side and axis.ticks():
                rows = max(len(text.split("<br>")) for _, text in axis.ticks())
                rooms.append(UNDER + rows * self._tick_font(axis)[0] * LINE_HEIGHT)
        return max(rooms)


def notes_height(notes: Sequence[str], width: float, size: float) -> float:
    """How many pixels high some notes are, each beginning a line of its own."""
    return sum(len(wrapped(note, width, size)) for note in notes) * size * LINE_HEIGHT


def _entry_width(trace: Mapping[str, Any], size: float) -> float:
    return SWATCH + 6 + text_width(str(trace["name"]), size) + LEGEND_GAP


def _nth(value: Any, number: int) -> Any:
    return value[number] if isinstance(value, (list, tuple)) else value


def _within(axis: Axis, value: float) -> float:
    low, high = sorted((axis.low, axis.high))
    return min(max(value, low), high)


def _colour(colour: Any) -> Any:
    """A colour of plotly as matplotlib takes it; None for one that is not seen."""
    if not isinstance(colour, str):
        return None
    match = re.fullmatch(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)", colour)
    if match is None:
        return colour
    red, green, blue, alpha = (float(part) for part in match.groups())
    return (red / 255, green / 255, blue / 255, alpha) if alpha else None


def _stairs(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found = list(points[:1])
    for (_, before), (x, y) in pairwise(points):
        found += [(x, before), (x, y)]
    return found


def _nice(step: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that is no smaller, and at least 1."""
    if step <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(step))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= step)


def _plain(text: str) -> str:
    return re.sub(r"</?\w+>", "", text)


def _cut(text: str, width: float, size: float) -> str:
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1].rstrip()
    return f"{text}…" if len(text) > 1 else ""
