"""A chart or the map as a picture by itself: title, what it counts, the chart, sources, edition and address in one sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import plotly.graph_objects as go

from sidang.canvas import BODY, HEADING, LINE_HEIGHT, LOCK, Sheet, wrapped
from sidang.plot import Plot, notes_height
from sidang.theme import LIGHT, Theme

WIDTH, MARGIN = 960.0, 28.0
TITLE_SIZE, NOTE_SIZE, FOOT_SIZE = 22.0, 13.0, 11.5
GAP = 12.0


class Drawing(Protocol):
    """What can be drawn on a sheet: a chart (plot.Plot) or the map (map_plot.MapPlot)."""

    def height(self, width: float) -> float:
        """How many pixels high it is at a width."""

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at a point."""


@dataclass(frozen=True)
class Shown:
    """A chart as a page shows it: title, what is said above and below it as Markdown, and its text alternative.

    `chart` is the figure of plotly, or for the map what draws it.
    """

    title: str
    chart: go.Figure | Drawing
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    alt: str = ""

    @property
    def drawing(self) -> Drawing:
        """What draws the chart on a sheet.

        Raises:
            NotDrawn: when the chart holds what is not drawn without a browser.
        """
        return Plot(self.chart) if isinstance(self.chart, go.Figure) else self.chart


def picture(shown: Shown, subtitle: str, foot: Sequence[str], kind: str, theme: Theme = LIGHT) -> bytes:
    """The whole sheet as "svg" or "png".

    Args:
        shown: the chart; its notes are plain text here.
        subtitle: the filters in force, in words.
        foot: lines on sources, edition and address.
        kind: svg or png.
        theme: the colours with which the chart was made.
    """
    with LOCK:
        drawing, width = shown.drawing, WIDTH - 2 * MARGIN
        title = wrapped(shown.title, width, TITLE_SIZE, family=HEADING)
        above = [note for note in (subtitle, *shown.above) if note]
        height = (
            2 * MARGIN + len(title) * TITLE_SIZE * LINE_HEIGHT + notes_height(above, width, NOTE_SIZE) + 2 * GAP
            + drawing.height(width) + notes_height(shown.below, width, NOTE_SIZE) + GAP
            + notes_height(foot, width, FOOT_SIZE)
        )  # fmt: skip
        sheet = Sheet(WIDTH, round(height), theme.paper)
        y = _written(sheet, title, MARGIN, TITLE_SIZE, theme.ink, HEADING)
        for note in above:
            y = _written(sheet, wrapped(note, width, NOTE_SIZE), y, NOTE_SIZE, theme.muted)
        drawing.draw(sheet, MARGIN, y + GAP, width)
        y += GAP + drawing.height(width) + GAP
        for note in shown.below:
            y = _written(sheet, wrapped(note, width, NOTE_SIZE), y, NOTE_SIZE, theme.muted)
        sheet.line([(MARGIN, y + GAP / 3), (WIDTH - MARGIN, y + GAP / 3)], theme.line, 1)
        y += GAP
        for note in foot:
            y = _written(sheet, wrapped(note, width, FOOT_SIZE), y, FOOT_SIZE, theme.muted)
        return sheet.svg(shown.title, shown.alt) if kind == "svg" else sheet.png(shown.title)


def bare(shown: Shown, width: float, theme: Theme = LIGHT) -> tuple[bytes, float]:
    """The chart alone as SVG at a width, and how high it is; for sheets that say the rest in their own text."""
    with LOCK:
        drawing = shown.drawing
        sheet = Sheet(width, round(drawing.height(width) + 2), theme.paper)
        drawing.draw(sheet, 0, 0, width)
        return sheet.svg(shown.title, shown.alt), sheet.height


def bare_png(shown: Shown, width: float, sharpness: float, theme: Theme = LIGHT) -> tuple[bytes, float]:
    """The same as PNG, with so many pixels for each of its own."""
    with LOCK:
        drawing = shown.drawing
        sheet = Sheet(width, round(drawing.height(width) + 2), theme.paper)
        drawing.draw(sheet, 0, 0, width)
        return sheet.png(shown.title, sharpness), sheet.height


def _written(sheet: Sheet, lines: Sequence[str], top: float, size: float, colour: str, family: str = BODY) -> float:
    """Write lines of text from a height down; the height under them."""
    for row, line in enumerate(lines):
        sheet.text(MARGIN, top + (row + 0.8) * size * LINE_HEIGHT, line, size, colour, family=family)
    return top + len(lines) * size * LINE_HEIGHT
