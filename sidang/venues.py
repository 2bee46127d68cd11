"""The page of venues: its map with the strip beside it, its tables. What is clicked goes into the view."""

import json
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st
from pydeck.bindings.json_tools import default_serialize

from sidang import filters, map_key, table_view, venue_map
from sidang.boundaries import Boundaries, boundaries
from sidang.camera import Camera, camera_on
from sidang.clicks import draw_ways_to_picture
from sidang.filters import draw_jump
from sidang.frame import KEPT_PARTS, KEPT_TABLES, Page, draw_sources
from sidang.map_marks import Mark
from sidang.map_plot import MapPlot
from sidang.options import MOST_PLACES, names_of, whereabouts_names
from sidang.picture import Shown
from sidang.questions import one
from sidang.tables import in_order
from sidang.venue_key import key_of, notes_of
from sidang.venue_lines import Lines, lines_of
from sidang.venue_marks import Venues, data_of, lands_of, marks_of
from sidang.venue_tables import columns_of, country_table, meeting_table, place_table
from sidang.venue_words import in_words, reconciled, sentence
from sidang.view import View, to_query

MAP_KEY, TABLE_KEY, MEETINGS_KEY = "venues_map", "places_table", "meetings_table"
CLICKS = "clicks_on_map"
HEIGHT, NARROW_HEIGHT = 520, 380
PICTURE_WIDTH = 904
TABLE_PIXELS = 430
MOST_ROWS = 500


@dataclass(frozen=True)
class Drawn:
    """A map that was turned into JSON once for all readers of the same view, and what stands around it.

    It stands in for a pydeck.Deck, of which Streamlit asks the JSON and the tooltip.
    """

    spec: str
    _tooltip: dict[str, Any]
    alt: str
    key: list[dict[str, str]]
    notes: str
    said: tuple[str, ...]

    def to_json(self) -> str:
        """The JSON as it was written."""
        return self.spec


@dataclass(frozen=True)
class Seen:
    """What the map of a view shows, and from where."""

    venues: Venues
    land: Boundaries
    lines: Lines
    marks: list[Mark]
    camera: Camera

    @property
    def notes(self) -> list[str]:
        """What a reader must know to read it."""
        return notes_of(self.venues, self.camera, self.marks, self.land)


def seen(page: Page, width: int, height: int) -> Seen:
    """The map of a view at a size."""
    venues, land = Venues(page), boundaries()
    lines, marks = lines_of(venues, land), marks_of(venues, land)
    if lines.lines and not venues.is_by_country:
        marks = [replace(mark, is_faded=mark.key != lines.place_id) for mark in marks]
    ends = [(line.longitude, line.latitude) for line in lines.lines]
    return Seen(venues, land, lines, marks, camera_on(page.view.extent, page.view.zoom, marks, width, height, ends))


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def drawn(_page: Page, key: str, record: str | None, digest: str, width: int, height: int, clicks: int) -> Drawn:
    """The map of a view at a size, with its key and its notes."""
    own = seen(_page, width, height)
    venues = own.venues
    deck = venue_map.picture(
        own.camera, own.land, data_of(own.land), own.marks, lands_of(venues), own.lines.lines, venues.colours, _page.theme,
        clicks, venues.is_by_country,
    )  # fmt: skip
    spec = json.dumps(deck, default=default_serialize, separators=(",", ":"), ensure_ascii=False)
    tooltip, notes = venue_map.tooltip(_page.theme), " ".join(own.notes)
    return Drawn(spec, tooltip, in_words(venues), key_of(venues, own.lines), notes, own.lines.said)


def map_as_picture(page: Page) -> Shown:
    """The map of a view as a picture by itself."""
    _, own = page.language.text, seen(page, PICTURE_WIDTH, HEIGHT)
    plot = MapPlot(
        own.camera, own.land, own.marks, lands_of(own.venues), own.lines.lines, own.venues.colours,
        key_of(own.venues, own.lines), page.theme, own.venues.is_by_country,
    )  # fmt: skip
    return Shown(_("Where they met"), plot, (), (*own.lines.said, *own.notes), in_words(own.venues))


def draw_picture(page: Page, key: str) -> None:
    """The map with its key, and the strip of what no city is known of."""
    venues = Venues(page)
    width, clicks = map_key.width_of_map(), st.session_state.get(CLICKS, 0)
    height = NARROW_HEIGHT if width < map_key.NARROW else HEIGHT
    picture = drawn(page, key, page.view.record, boundaries().digest, width, height, clicks)
    left, right = st.columns([4, 1], gap="medium")
    map_key_of_width = f"{MAP_KEY}_{width}"  # a picture for another width begins anew, or it would keep the old camera
    with left:
        with st.container(key=MAP_KEY):
            st.pydeck_chart(
                picture, height=height, key=map_key_of_width, alt=picture.alt,
                on_select=lambda: _clicked(map_key_of_width, page.view, venues.chosen_by),
            )  # fmt: skip
        map_key.draw_key(picture.key, width)
        st.caption(picture.notes)
        draw_ways_to_picture(page, "venues", page.view)
    with right, st.container(key="controls_strip"):
        draw_strip(venues)
    for line in picture.said:
        st.markdown(line)


def draw_strip(venues: Venues) -> None:
    """Beside the map: the meetings that stand on no city, each count leading to them."""
    page, view = venues.page, venues.page.view
    language, _ = page.language, page.language.text
    figures = one(replace(venues.around, view=venues.around.view.without("places")).ask("view_figures"))
    st.markdown("**" + _("Not on the map") + "**" if not venues.is_by_country else "**" + _("Without a city") + "**")
    counts = {"online": figures.online, "country_only": figures.country_only, "unknown": figures.unknown}
    for code, label in whereabouts_names(language).items():
        is_chosen = view.places == (code,)
        draw_jump(
            f"{label} · {language.number(counts[code])}",
            view.with_(places=() if is_chosen else (code,)),
            f"strip_{code}",
            type="primary" if is_chosen else "secondary",
            disabled=not counts[code] and not is_chosen,
            width="stretch",
        )
        if code == "country_only" and counts[code] and not venues.is_by_country:
            known = [row for row in venues.rows if row.whereabouts == "country_only" and row.meetings]
            st.caption(
                "; ".join(f"{language.name(row, 'country_name')} {language.number(row.meetings)}" for row in known[:8])
                + (" …" if len(known) > 8 else "")
            )
    is_chosen = view.modes == ("hybrid",)
    st.caption(_("Counted with their city:"))
    draw_jump(
        f"{_('Hybrid')} · {language.number(figures.hybrid)}",
        view.with_(modes=() if is_chosen else ("hybrid",)),
        "strip_hybrid",
        type="primary" if is_chosen else "secondary",
        disabled=not figures.hybrid and not is_chosen,
        width="stretch",
    )


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_answer(_page: Page, key: str) -> None:
    """The answer in one sentence."""
    st.markdown(sentence(Venues(_page)))


@st.cache_data(max_entries=KEPT_TABLES, show_spinner=False)
def table_of(_page: Page, key: str) -> pd.DataFrame:
    """The same, kept."""
    return table_of_view(Venues(_page))


def table_of_view(venues: Venues) -> pd.DataFrame:
    """The table of places or countries of a view."""
    return country_table(venues, venues.rows_now) if venues.is_by_country else place_table(venues, venues.rows_now)


def draw_table(page: Page, key: str) -> None:
    """The table of places, of which a row chooses its place, the line that reconciles it, and the sources."""
    venues, language, _ = Venues(page), page.language, page.language.text
    st.subheader(_("Countries and areas") if venues.is_by_country else _("Places"), anchor=False)
    rows = venues.rows_now
    table = table_of(page, key)
    codes = [row.country_id if venues.is_by_country else row.whereabouts for row in rows]
    table_key = f"{TABLE_KEY}_{crc32(key.encode())}"
    table_view.draw_table(
        table,
        _("Table of the places in view"),
        columns_of(venues),
        language,
        most_pixels=TABLE_PIXELS,
        key=table_key,
        selection_mode="single-row",
        on_select=lambda: _row_chosen(table_key, codes, page.view, venues.chosen_by),
    )
    if not venues.is_by_country and venues.place_count > MOST_PLACES:
        st.caption(
            _(
                "The {shown} places with most meetings of {all}; filters bring up the others.",
                shown=language.number(MOST_PLACES),
                all=language.number(venues.place_count),
            )
        )
    st.markdown(reconciled(venues))
    draw_sources(venues.now, "held")


def draw_meetings(page: Page, key: str) -> None:
    """The meetings of the chosen place with their venues; a row shows who took part on the map."""
    venues, language, _ = Venues(page), page.language, page.language.text
    chosen = [(name, code) for name in dict.fromkeys(("places", venues.chosen_by)) for code in getattr(page.view, name)]
    if not chosen:
        with st.container(key="controls_hint"):
            st.caption(
                _(
                    "Choose a place on the map, in the table (by keyboard: Shift+Space) or in the panel "
                    "to see its meetings here."
                )
            )
        return
    names = names_of(page.edition, language)
    st.subheader(_("Meetings: {place}", place=language.listing(names[name][code] for name, code in chosen)), anchor=False)
    listed = in_order(venues.now.ask("event_list", most=None), page.view.sort, language)
    events = tuple(row for row in listed if row.is_held or page.view.is_planned_charted)
    venues_known = sorted({row.venue for row in events if row.venue})
    if venues_known:
        st.caption(_("Venues named: {venues}.", venues="; ".join(venues_known)))
    table_key = f"{MEETINGS_KEY}_{crc32(key.encode())}"
    table_view.draw_table(
        meeting_table(page, events[:MOST_ROWS]),
        _("Table of the meetings of the chosen place"),
        {
            _("Meeting"): st.column_config.Column(width=220),
            _("Venue"): st.column_config.Column(width=190),
            _("Body"): st.column_config.Column(width=280),
        },
        language,
        most_pixels=TABLE_PIXELS,
        key=table_key,
        selection_mode="single-row",
        on_select=lambda: _meeting_chosen(table_key, [row.event_id for row in events[:MOST_ROWS]], page.view),
    )
    if len(events) > MOST_ROWS:
        st.caption(language.count("The latest {n} meeting.", "The latest {n} meetings.", MOST_ROWS))
    query = urllib.parse.urlencode(to_query(venues.now.view.elsewhere), safe=",")
    with st.container(key="controls_meetings"):
        st.caption(_("A row shows on the map from where those who took part came."))
        st.link_button(_("Open in the list of meetings"), f"/events?{query}", type="tertiary", icon=":material/table_rows:")


def _toggled(view: View, name: str, code: str) -> View:
    return view.with_(**{name: () if getattr(view, name) == (code,) else (code,)})


def _clicked(key: str, view: View, name: str) -> None:
    chosen: Mapping[str, list[Any]] = st.session_state[key].selection.objects
    keys = [found["key"] for objects in chosen.values() for found in objects]
    if keys:
        st.session_state[CLICKS] = st.session_state.get(CLICKS, 0) + 1
        filters.go(_toggled(view, name, keys[0]))


def _row_chosen(key: str, codes: list[str], view: View, name: str) -> None:
    rows = st.session_state[key].selection.rows
    if rows:
        filters.go(_toggled(view, name, codes[rows[0]]))


def _meeting_chosen(key: str, events: list[str], view: View) -> None:
    rows = st.session_state[key].selection.rows
    record = events[rows[0]] if rows else None
    filters.go(view.with_(record=None if view.record == record else record))
