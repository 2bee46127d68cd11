"""A sheet on which pictures are drawn on the server, without a browser: shapes and texts in pixels, out as SVG or PNG.

Made with matplotlib, whose settings belong to the process: whoever draws holds LOCK. The same drawing gives the same bytes.
"""

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import font_source_sans_pro
import font_source_serif_pro
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke
from matplotlib.textpath import TextPath

Point = tuple[float, float]
Across = Literal["left", "center", "right"]
Down = Literal["top", "center", "bottom", "baseline"]

FONT_FOLDERS = tuple(Path(module.__file__).parent / "files" for module in (font_source_sans_pro, font_source_serif_pro))
BODY, HEADING = "Source Sans Pro", "Source Serif Pro"
FACES = (
    *(FONT_FOLDERS[0] / f"SourceSansPro-{name}.ttf" for name in ("Regular", "Semibold", "It")),
    FONT_FOLDERS[1] / "SourceSerifPro-Semibold.ttf",
)
# Texts of Sidang are told in pixels of a screen, the sheet counts a point for each.
DOTS = 72
SHARPNESS = 2
LINE_HEIGHT = 1.25
DASHES = {"solid": "solid", "dash": (0, (6, 4)), "dot": (0, (1.5, 2.5)), "dashdot": (0, (6, 3, 1.5, 3))}
HATCHES = {"/": "////", ".": "....", "x": "xxxx"}
SETTINGS: Any = {"svg.fonttype": "path", "svg.hashsalt": "sidang", "hatch.linewidth": 0.8, "path.simplify": False}

LOCK = threading.Lock()


@cache
def _faces() -> None:
    for face in FACES:
        font_manager.fontManager.addfont(str(face))


@cache
def _font(family: str, is_bold: bool) -> font_manager.FontProperties:
    _faces()
    return font_manager.FontProperties(family=family, weight=600 if is_bold or family == HEADING else 400)


@cache
def _width(text: str, family: str, is_bold: bool) -> float:
    """The width of a text of size 100."""
    if not text.strip():
        return 22.0 * len(text)
    path = TextPath((0, 0), text.replace("$", r"\$"), size=100, prop=_font(family, is_bold))
    # The corners of its curves: the exact extents are the same in these fonts and take hundreds of times as long.
    return float(path.vertices[:, 0].max())


def text_width(text: str, size: float, is_bold: bool = False, family: str = BODY) -> float:
    """How many pixels wide a line of text is."""
    return _width(text, family, is_bold) * size / 100


def wrapped(text: str, width: float, size: float, is_bold: bool = False, family: str = BODY) -> list[str]:
    """A text as lines no wider than so many pixels; a longer word stands on a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, is_bold, family) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass
class Sheet:
    """A sheet of so many pixels, counted from its upper left corner."""

    width: float
    height: float
    ground: str
    figure: Figure = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the ground alone."""
        self.figure = Figure(figsize=(self.width / DOTS, self.height / DOTS), dpi=DOTS, facecolor=self.ground)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, self.width)
        self.axes.set_ylim(self.height, 0)
        self._order = 0

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = None,
        line: str | None = None,
        line_width: float = 0,
        hatch: str = "",
    ) -> None:
        """A rectangle; of a hatched one `fill` is the colour of the lines, on no ground."""
        corner, side = (min(x, x + width), min(y, y + height)), (abs(width), abs(height))
        if hatch:
            shape = Rectangle(corner, *side, facecolor="none", edgecolor=fill, linewidth=0, hatch=HATCHES[hatch])
        else:
            shape = Rectangle(corner, *side, facecolor=fill or "none", edgecolor=line or "none", linewidth=line_width)
        self._add(shape)

    def circle(self, x: float, y: float, radius: float, fill: Any, line: Any = None, line_width: float = 0) -> None:
        """A circle around a point."""
        self._add(Circle((x, y), radius, facecolor=fill or "none", edgecolor=line or "none", linewidth=line_width))

    def area(self, points: Sequence[Point], fill: Any, line: Any = None, line_width: float = 0) -> None:
        """A polygon."""
        self._add(Polygon(points, closed=True, facecolor=fill or "none", edgecolor=line or "none", linewidth=line_width))

    def areas(self, rings: Sequence[Sequence[Point]], fill: Any, line: Any = None, line_width: float = 0) -> None:
        """Many polygons of one look as one shape; a ring within another is a hole where it runs the other way round."""
        if rings:
            self._add(
                PathPatch(
                    Outline.make_compound_path(*(Outline([*ring, ring[0]], closed=True) for ring in rings)),
                    facecolor=fill or "none",
                    edgecolor=line or "none",
                    linewidth=line_width,
                )
            )

    def line(self, points: Sequence[Point], colour: Any, width: float = 1, dash: str = "solid") -> None:
        """A line through points."""
        path = Outline(points)
        self._add(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, linestyle=DASHES[dash]))

    def arrow(self, start: Point, end: Point, colour: str, width: float, has_head: bool) -> None:
        """A line from point to point, with or without a head."""
        style = "-|>" if has_head else "-"
        self._add(
            FancyArrowPatch(
                start, end, arrowstyle=style, mutation_scale=11, shrinkA=0, shrinkB=0, color=colour, linewidth=width
            )
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: Any,
        across: Across = "left",
        down: Down = "baseline",
        is_bold: bool = False,
        angle: float = 0,
        family: str = BODY,
        halo: str | None = None,
    ) -> None:
        """A line of text at a point, on a halo of a colour where it lies on other marks."""
        if not text:
            return
        effects = [withStroke(linewidth=2.5, foreground=halo)] if halo else []
        self._order += 1
        self.axes.text(
            x, y, text, parse_math=False, fontproperties=_font(family, is_bold), fontsize=size, color=colour, ha=across,
            va="center_baseline" if down == "center" else down, rotation=-angle, rotation_mode="anchor", zorder=self._order,
            path_effects=effects, clip_on=True,
        )  # fmt: skip

    def svg(self, title: str, description: str) -> bytes:
        """The sheet as SVG, with a title and a description for readers who do not see it."""
        written = io.BytesIO()
        with mpl.rc_context(SETTINGS):
            about = {"Date": None, "Creator": None, "Title": title, "Description": description}
            self.figure.savefig(written, format="svg", facecolor=self.ground, metadata=about)
        return written.getvalue()

    def png(self, title: str, sharpness: float = SHARPNESS) -> bytes:
        """The sheet as PNG, with so many pixels for each of its own."""
        written = io.BytesIO()
        with mpl.rc_context(SETTINGS):
            about = {"Software": None, "Title": title}
            self.figure.savefig(written, format="png", dpi=DOTS * sharpness, facecolor=self.ground, metadata=about)
        return written.getvalue()

    def _add(self, shape: Any) -> None:
        self._order += 1
        shape.set_zorder(self._order)
        shape.set_clip_on(False)
        self.axes.add_patch(shape)
