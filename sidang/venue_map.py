"""The map of venues: marks in, deck.gl picture out. No Streamlit, no queries, no texts of its own.

The camera is known here, so that circles can be drawn as sectors of exactly their size. Rules: data/README.md, "Maps".
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pydeck
from pydeck.types import String

from sidang.boundaries import Boundaries
from sidang.camera import FARTHEST, LABEL_PIXELS, Camera, labelled
from sidang.map_marks import FADED, RING_WIDTH, SOLID, Land, Line, Mark, radius, rgb, sectors
from sidang.theme import BODY_FONT, Theme

ORIGIN_PIXELS = 3.5
HIT_PIXELS = 6.0
COUNTRY_PIXELS = 14.0
TINY_PIXELS = 9.0


def tooltip(theme: Theme) -> dict[str, Any]:
    """What a place says under the pointer, filled from its mark by the browser."""
    return {
            "html": "<b>{name}</b><br>{count}<br>{span}<br>{bodies}",
            "style": {
                "backgroundColor": theme.paper, "color": theme.ink, "border": f"1px solid {theme.line}",
                "borderRadius": "4px", "padding": "6px 10px", "maxWidth": "260px", "fontSize": "13px",
                "lineHeight": "1.4", "zIndex": "5",
            },
        }  # fmt: skip


def picture(
    camera: Camera,
    boundaries: Boundaries,
    data: Any,
    marks: Sequence[Mark],
    lands: Iterable[Land],
    lines: Sequence[Line],
    colours: Mapping[str, str],
    theme: Theme,
    clicks: int,
    is_by_country: bool = False,
) -> pydeck.Deck:
    """The whole map.

    Args:
        camera: from where it is seen.
        boundaries: the land; `data` is its address, or the features themselves where no server answers for them.
        marks: cities and areas, or with `is_by_country` the countries, whose land `lands` colours.
        lands: countries that are coloured.
        lines: from the countries that took part to the venue, which is the one of that role.
        colours: of the categories in `parts`, in their order.
        theme: colours of the theme in force.
        clicks: how often the map was clicked: a new number makes the browser forget what was selected.
    """
    ordered = sorted(marks, key=lambda mark: -mark.weight)
    most = max((mark.meetings for mark in ordered), default=1)
    layers = [_ocean(theme), _land(data, boundaries, lands, theme)]
    if is_by_country:
        layers += _countries(camera, boundaries, ordered, lands, theme)
    else:
        layers += _circles(camera, ordered, most, colours, theme)
    layers += _arcs(lines, theme)
    radii = [COUNTRY_PIXELS if is_by_country else radius(mark.weight, most) for mark in ordered]
    origins = [line.spot for line in lines if line.role != "venue"]
    circles = [0.0 if is_by_country else pixels for pixels in radii] + [ORIGIN_PIXELS] * len(origins)
    layers += _labels(camera, [*ordered, *origins], circles, theme)
    layers.append(_hits(ordered, radii, clicks))
    return pydeck.Deck(
        layers,
        map_provider=None,
        views=[
            pydeck.View(
                "MapView",
                id="map",
                controller={
                    "scrollZoom": False, "doubleClickZoom": False, "touchZoom": False, "dragRotate": False,
                    "touchRotate": False, "keyboard": False,
                },
            )
        ],
        initial_view_state=pydeck.ViewState(camera.longitude, camera.latitude, camera.zoom, min_zoom=FARTHEST),
    )  # fmt: skip


def _ocean(theme: Theme) -> pydeck.Layer:
    corners = [[-540, -85], [540, -85], [540, 85], [-540, 85]]
    return pydeck.Layer(
        "SolidPolygonLayer", id="ocean", data=[{"ring": corners}], get_polygon="ring",
        get_fill_color=rgb(theme.ocean), pickable=False,
    )  # fmt: skip


def _land(data: Any, boundaries: Boundaries, lands: Iterable[Land], theme: Theme) -> pydeck.Layer:
    by_colour: dict[str, list[str]] = {}
    for country, colour in fills(boundaries, lands, theme).items():
        by_colour.setdefault(colour, []).append(country)
    expression = str(rgb(theme.land))
    for colour, countries in by_colour.items():
        test = "||".join(f"properties.country_id=='{country}'" for country in sorted(countries))
        expression = f"({test})?{rgb(colour)}:{expression}"
    return pydeck.Layer(
        "GeoJsonLayer", id="land", data=data, stroked=True, filled=True, get_fill_color=expression,
        get_line_color=rgb(theme.border), line_width_units=String("pixels"), get_line_width=0.6,
        update_triggers={"getFillColor": [expression], "getLineColor": [theme.border]}, pickable=False,
    )  # fmt: skip


def fills(boundaries: Boundaries, lands: Iterable[Land], theme: Theme) -> dict[str, str]:
    """The colour of each country that is coloured and has a shape."""
    return {
        land.country_id: theme.shade if land.tint is None else theme.tints[land.tint]
        for land in lands
        if land.country_id in boundaries.points
    }


def _circles(
    camera: Camera, marks: Sequence[Mark], most: int, colours: Mapping[str, str], theme: Theme
) -> list[pydeck.Layer]:
    pies: list[tuple[Mark, float]] = []
    discs: list[dict[str, Any]] = []
    outlines: list[dict[str, Any]] = []
    for mark in marks:
        pixels = radius(mark.meetings, most)
        found = [part for part in colours if mark.parts.get(part)]
        if len(found) == 1:
            width = pixels * RING_WIDTH if mark.is_area else 0.0
            colour = rgb(colours[found[0]], FADED if mark.is_faded else SOLID)
            fill = rgb(theme.paper, 0) if mark.is_area else colour
            discs.append({"at": _at(mark), "r": round(pixels - width / 2, 2), "w": width, "fill": fill, "line": colour})
        elif found:
            pies.append((mark, pixels))
        if mark.planned:
            around = radius(mark.weight, most) + 1
            outlines.append({"at": _at(mark), "r": round(around, 2), "w": 1, "line": rgb(theme.muted)})
        if mark.is_chosen:
            outlines.append({"at": _at(mark), "r": round(pixels + 3, 2), "w": 2, "line": rgb(theme.ink)})
    return [
        pydeck.Layer(
            "SolidPolygonLayer",
            id="sectors",
            data=sectors(camera, pies, colours),
            get_polygon="ring",
            position_format=String("XY"),
            get_fill_color="colour",
            pickable=False,
        ),
        _discs("circles", discs, is_filled=True),
        _discs("outlines", outlines, is_filled=False),
    ]


def _discs(name: str, data: list[dict[str, Any]], is_filled: bool) -> pydeck.Layer:
    return pydeck.Layer(
        "ScatterplotLayer", id=name, data=data, get_position="at", get_radius="r", radius_units=String("pixels"),
        filled=is_filled, stroked=True, get_fill_color="fill" if is_filled else [0, 0, 0, 0], get_line_color="line",
        get_line_width="w", line_width_units=String("pixels"), pickable=False,
    )  # fmt: skip


def _countries(
    camera: Camera, boundaries: Boundaries, marks: Sequence[Mark], lands: Iterable[Land], theme: Theme
) -> list[pydeck.Layer]:
    tints = {land.country_id: land.tint or 0 for land in lands}
    discs = []
    for mark in marks:
        width, height = boundaries.spans.get(mark.key, (0.0, 0.0))
        if max(width, height) * camera.scale < TINY_PIXELS:
            fill = rgb(theme.tints[tints.get(mark.key, 0)])
            discs.append({"at": _at(mark), "r": 6, "w": 1, "fill": fill, "line": rgb(theme.border)})
    chosen = [{"at": _at(mark), "r": 11, "w": 2, "line": rgb(theme.ink)} for mark in marks if mark.is_chosen]
    return [_discs("small_countries", discs, is_filled=True), _discs("outlines", chosen, is_filled=False)]


def _arcs(lines: Sequence[Line], theme: Theme) -> list[pydeck.Layer]:
    if not lines:
        return []
    colours = {"chair": theme.chair, "host": theme.host, "": theme.accent}
    venue = next(line for line in lines if line.role == "venue")
    rows = [
        {"from": [line.longitude, line.latitude], "c": rgb(colours[line.role], 220), "w": 3.5 if line.role else 1.6}
        for line in lines
        if line.role != "venue"
    ]
    ends = [{"at": row["from"], "r": ORIGIN_PIXELS, "w": 0, "fill": row["c"], "line": row["c"]} for row in rows]
    return [
        pydeck.Layer(
            "ArcLayer", id="arcs", data=rows, get_source_position="from",
            get_target_position=[venue.longitude, venue.latitude], get_source_color="c", get_target_color="c",
            get_width="w", get_height=0.35, pickable=False,
        ),
        _discs("origins", ends, is_filled=True),
    ]  # fmt: skip


def _labels(camera: Camera, marks: Sequence[Mark], radii: Sequence[float], theme: Theme) -> list[pydeck.Layer]:
    sides = {
        "right": ("start", "center", 1, 0), "left": ("end", "center", -1, 0), "above": ("middle", "bottom", 0, -1),
        "below": ("middle", "top", 0, 1), "middle": ("middle", "center", 0, 0),
    }  # fmt: skip
    rows = []
    for label in labelled(camera, marks, radii):
        anchor, baseline, right, down = sides[label.side]
        gap = label.radius + 4
        rows.append(
            {
                "at": _at(label.spot), "text": label.spot.name, "anchor": anchor, "baseline": baseline,
                "offset": [right * gap, down * gap], "colour": rgb(theme.muted if label.spot.is_faded else theme.ink),
            }
        )  # fmt: skip
    if not rows:
        return []
    text = pydeck.Layer(
        "TextLayer", id="labels", data=rows, get_position="at", get_text="text", get_size=LABEL_PIXELS,
        get_color="colour", get_text_anchor="anchor", get_alignment_baseline="baseline", get_pixel_offset="offset",
        character_set=String("auto"), font_family=String(BODY_FONT), font_weight=600, outline_width=2.5,
        outline_color=rgb(theme.land), font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 16},
        pickable=False,
    )  # fmt: skip
    return [text]


def _hits(marks: Sequence[Mark], radii: Sequence[float], clicks: int) -> pydeck.Layer:
    rows = [
        {
            "key": mark.key, "at": _at(mark), "name": mark.name, "count": mark.count, "span": mark.span,
            "bodies": mark.bodies, "r": round(max(HIT_PIXELS, radius), 1),
        }
        for mark, radius in zip(marks, radii, strict=True)
    ]  # fmt: skip
    return pydeck.Layer(
        "ScatterplotLayer", id=f"places-{clicks}", data=rows, get_position="at", get_radius="r",
        radius_units=String("pixels"), get_fill_color=[0, 0, 0, 0], pickable=True,
    )  # fmt: skip


def _at(mark: Mark) -> list[float]:
    return [round(mark.longitude, 4), round(mark.latitude, 4)]
