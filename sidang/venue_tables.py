"""The tables of the page of venues: a row a place, a country, a meeting."""

from typing import Any

import pandas as pd
import streamlit as st

from sidang.frame import Page
from sidang.names import meeting_name
from sidang.options import pillar_names, whereabouts_names
from sidang.questions import Rows, one
from sidang.tables import remarks
from sidang.venue_marks import Venues


def place_table(venues: Venues, rows: Rows) -> pd.DataFrame:
    """A row a place: city, country, meetings, by pillar, first, latest, bodies, share. It adds up to the view.

    Unless there are very many places, of which those of most meetings are listed.
    """
    page, language, _ = venues.page, venues.page.language, venues.page.language.text
    total = one(venues.now.ask("view_figures")).meetings
    pillars = pillar_names(page.edition, language)
    used = [name for name in pillars if any(getattr(row, f"pillar_{name}") for row in rows)]
    words = whereabouts_names(language)
    table = [
        {
            _("Place"): language.name(row) if row.name else words[row.whereabouts],
            _("Country"): language.name(row, "country_name") if row.country_name else "",
            _("Meetings"): row.meetings,
            _("Share"): language.percent(row.meetings / total if total else 0, 1),
            _("First"): row.first_date or "",
            _("Latest"): row.last_date or "",
            _("Bodies"): row.bodies,
            **{pillars[name]: getattr(row, f"pillar_{name}") for name in used},
            **({_("Planned"): row.planned} if page.view.is_planned_charted else {}),
        }
        for row in rows
    ]
    return pd.DataFrame(table)


def country_table(venues: Venues, rows: Rows) -> pd.DataFrame:
    """A row a country: meetings, places, of no known city, first, latest, bodies, share of the meetings not online."""
    page, language, _ = venues.page, venues.page.language, venues.page.language.text
    total = sum(row.meetings for row in rows)
    table = [
        {
            _("Country"): language.name(row),
            _("Meetings"): row.meetings,
            _("Share"): language.percent(row.meetings / total if total else 0, 1),
            _("First"): row.first_date or "",
            _("Latest"): row.last_date or "",
            _("Bodies"): row.bodies,
            _("Cities and areas"): row.places,
            _("City not known"): row.country_only,
            **({_("Planned"): row.planned} if page.view.is_planned_charted else {}),
        }
        for row in rows
    ]
    return pd.DataFrame(table)


def meeting_table(page: Page, events: Rows) -> pd.DataFrame:
    """The meetings of a place with their venues."""
    language, _ = page.language, page.language.text
    pillars = pillar_names(page.edition, language)
    table = [
        {
            _("From"): row.start_date or "",
            _("Meeting"): meeting_name(row, language),
            _("Venue"): row.venue or "",
            _("Body"): language.name(row, "body_name"),
            _("Pillar"): pillars[row.pillar_id],
            _("Remarks"): "; ".join(remarks(row, language)),
            _("Id"): row.event_id,
        }
        for row in events
    ]
    return pd.DataFrame(table)


def columns_of(venues: Venues) -> dict[str, Any]:
    """How the columns of the table of places are shown."""
    _, is_by_country = venues.page.language.text, venues.is_by_country
    share = _("Share of the meetings held in a country.") if is_by_country else _("Share of the meetings in view.")
    date = st.column_config.Column(width=95, help=_("First day, as far as sources tell it: year, month or day."))
    return {
        _("Place"): st.column_config.Column(width=165),
        _("Country"): st.column_config.Column(width=145),
        _("Meetings"): st.column_config.Column(width=75),
        _("First"): date,
        _("Latest"): date,
        _("Bodies"): st.column_config.Column(width=65),
        _("Share"): st.column_config.Column(width=70, help=share, alignment="right"),
    }
