"""How the map of venues is drawn, and the year at which it is looked at. Play runs through the years of the view."""

from dataclasses import replace

import streamlit as st

from sidang import filters, map_key, view_controls
from sidang.filters import draw_jump
from sidang.frame import Page
from sidang.names import meeting_name
from sidang.questions import one
from sidang.venue_marks import Venues
from sidang.venue_words import extent_names
from sidang.view import ZOOMS, View

TICK = "year_drawn"
MOST_RECORDED = 200
SECONDS_A_YEAR = 1.3


def draw_controls(page: Page, key: str) -> None:
    """How the map is drawn, and the year at which it is looked at."""
    years = years_of(page)
    with st.container(key="controls_map"):
        _draw_settings(page)
        _draw_moment(page, years)
    if filters.is_playing():
        st.fragment(_tick, run_every=SECONDS_A_YEAR)(page.view, years)


def _draw_settings(page: Page) -> None:
    language, _ = page.language, page.language.text
    is_narrow = map_key.width_of_map() < map_key.NARROW
    settings = st.expander(_("Settings of the map")) if is_narrow else st.container()
    with settings, st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        view_controls.draw_setting(_("Show"), "map", {"cities": _("Cities"), "countries": _("Countries")}, page.view)
        if page.view.map == "cities":
            view_controls.draw_setting(_("Split by"), "split", {"pillar": _("Pillar"), "level": _("Level")}, page.view)
        view_controls.draw_setting(_("Extent"), "extent", extent_names(language), page.view)
        if is_narrow:
            _draw_zoom(page)


def _draw_zoom(page: Page) -> None:
    _ = page.language.text
    with st.container(horizontal=True, gap="xxsmall", vertical_alignment="bottom", width="content"):
        for name, label, icon, steps in (
            ("zoom_out", _("Zoom out"), ":material/zoom_out:", -1),
            ("zoom_in", _("Zoom in"), ":material/zoom_in:", 1),
        ):
            zoom = page.view.zoom + steps
            target = page.view.with_(zoom=zoom)
            draw_jump(label, target, name, icon=icon, disabled=not ZOOMS[0] <= zoom <= ZOOMS[1])


def _draw_moment(page: Page, years: list[int]) -> None:
    _ = page.language.text
    with st.container(key="moment", horizontal=True, gap="medium", vertical_alignment="center"):
        if map_key.width_of_map() >= map_key.NARROW:
            _draw_zoom(page)
        if len(years) > 1:
            if filters.is_playing():
                st.button(_("Pause"), key="pause", icon=":material/pause:", on_click=_pause, args=(page.view,))
            else:
                start = page.view.at if page.view.at in years[:-1] else years[0]
                st.button(_("Play"), key="play", icon=":material/play_arrow:", on_click=_start, args=(start,))
            view_controls.draw_moment(_("Year shown on the map"), years, _("All years"), page.view)


def draw_record(page: Page, key: str) -> None:
    """Which meeting the lines on the map belong to."""
    venues, language, _ = Venues(page), page.language, page.language.text
    names = {
        row.event_id: language.count(
            "{meeting}: {n} country recorded", "{meeting}: {n} countries recorded", row.countries,
            meeting=meeting_name(row, language),
        )
        for row in venues.now.ask("best_recorded_meetings", most=MOST_RECORDED)
    }  # fmt: skip
    record = page.view.record
    if record and record not in names:
        known = page.ask("meeting", event_id=record)
        names = {record: meeting_name(one(known), language) if known else record} | names
    if names:
        view_controls.draw_record(_("Lines from those who took part, for one meeting"), names, _("No lines"), page.view)


def years_of(page: Page) -> list[int]:
    """The years through which the time control runs: those of the view from the first to the last with a meeting."""
    every = replace(page, view=page.view.without("at"))
    row = one(every.ask("view_figures"))
    known = range(row.first_year, row.last_year + 1) if row.first_year else ()
    return sorted({*known, *([page.view.at] if page.view.at else [])})


def _start(year: int) -> None:
    st.session_state[TICK] = None
    filters.play(year)


def _pause(view: View) -> None:
    filters.stop()
    filters.go(view)


def _tick(view: View, years: list[int]) -> None:
    if not filters.is_playing() or view.at is None:
        return
    if st.session_state[TICK] != view.at:
        st.session_state[TICK] = view.at
        return
    later = [year for year in years if year > view.at]
    if later:
        filters.play(later[0])
    else:
        filters.stop()
    st.rerun()
