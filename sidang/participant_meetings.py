"""The meetings at which a participant is recorded: by year and pillar, where, as what, with which standing on that day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from sidang import charts
from sidang.clicks import draw_shown
from sidang.frame import KEPT_TABLES, Page
from sidang.language import Language
from sidang.links import counted
from sidang.names import meeting_name, organization_name, sum_in_words, where
from sidang.options import pillar_names
from sidang.overview import HOVER
from sidang.picture import Shown
from sidang.questions import Rows, one
from sidang.status_tables import draw_table
from sidang.status_words import standing_at_meeting
from sidang.time_axis import TimeAxis
from sidang.view import View
from sidang.words import attendance_words, representation_words, role_words


def recorded(page: Page, who: Any) -> Rows:
    """The meetings in view at which the participant is recorded, whoever else the view asks for."""
    everybody = replace(page, view=page.view.without("participants"))
    return everybody.ask("meetings_of_participant", participant_id=who.participant_id)


def national(page: Page, who: Any) -> Rows:
    """Its meetings of national coordination, which no other count holds."""
    codes = tuple(row.organization_id for row in page.ask("organizations") if row.kind == "national")
    view = page.view.without("participants", "organizations").with_(organizations=codes)
    return replace(page, view=view).ask("meetings_of_participant", participant_id=who.participant_id) if codes else ()


def draw_meetings(page: Page, key: str, who: Any) -> None:
    """Its meetings by year and pillar, where they were, and the table with role and standing on the day."""
    language, _ = page.language, page.language.text
    st.subheader(_("Meetings at which it is recorded"), anchor=False)
    rows = recorded(page, who)
    if not rows:
        st.caption(_("It is recorded at no meeting in view."))
    else:
        meetings, shown = attended(rows), shown_by_year(page, who)
        if shown:
            draw_shown(page, "participant-by-year", shown, record=who.participant_id, has_title=False)
        else:
            st.caption(known_in_words(page))
        listed = page.view.with_(participants=(who.participant_id,))
        st.markdown(_places(meetings.values(), listed, language))
        _draw_table(rows, page, key, _("Table of the meetings with role and standing"))
        st.markdown(reconciled(rows, language))
    at_home = national(page, who)
    if at_home:
        st.subheader(_("National coordination"), anchor=False)
        st.caption(_("Meetings of the country's own coordination for ASEAN; no other count on these pages holds them."))
        _draw_table(at_home, page, f"{key} national", _("Table of the meetings of national coordination"))


def attended(rows: Rows) -> dict[str, Any]:
    """The meetings held at which it was not recorded as absent, by id."""
    return {row.event_id: row for row in rows if row.is_held and row.attendance != "absent"}


def shown_by_year(page: Page, who: Any) -> Shown | None:
    """Its meetings a year by lead pillar; None where none has a date."""
    _, bars = page.language.text, by_year(attended(recorded(page, who)).values())
    if not bars:
        return None
    years = TimeAxis(bars[0].year, bars[-1].year, min(page.edition.data_until.year, page.as_of.year))
    return Shown(
        _("Meetings at which it is recorded"),
        charts.meetings_by_year(bars, pillar_names(page.edition, page.language), years, HOVER, page.theme),
        below=(known_in_words(page),),
        alt=_("Bar chart of its meetings a year by pillar; the table below lists them."),
    )


def known_in_words(page: Page) -> str:
    """What its meetings by year count, and of how many meetings participants are known at all."""
    language = page.language
    figures = one(replace(page, view=page.view.without("participants")).ask("view_figures"))
    return language.text(
        "Meetings held at which it is recorded, by year and lead pillar. Participants are known for {known} of the "
        "{all} meetings in view; a meeting that is missing here says nothing about attendance.",
        known=language.number(figures.with_participants),
        all=language.number(figures.meetings),
    )


def reconciled(rows: Rows, language: Language) -> str:
    """How its meetings add up by its standing on the day, and which roles sources give."""
    meetings = attended(rows)
    roles = Counter(role for _event, role in {(row.event_id, row.role) for row in rows if row.event_id in meetings})
    return (
        sum_in_words(language, len(meetings), _by_standing(rows, meetings, language))
        + " "
        + language.text(
            "Roles that sources give: {roles}.",
            roles=", ".join(f"{language.number(n)} {role_words(language)[role]}" for role, n in roles.most_common()),
        )
    )


def _by_standing(rows: Rows, meetings: dict[str, Any], language: Language) -> dict[str, int]:
    words: dict[str, str] = {}
    for event_id, found in groupby(sorted(rows, key=lambda row: row.event_id), key=lambda row: row.event_id):
        if event_id in meetings:
            words[event_id] = standing_at_meeting(language, list(found)) or language.text("no standing")
    return dict(Counter(words.values()).most_common())


class Bar(NamedTuple):
    """How many of its meetings were held in a year under a lead pillar."""

    year: int
    pillar_id: str
    meetings: int


def by_year(meetings: Iterable[Any]) -> list[Bar]:
    """Its dated meetings by year and lead pillar, earliest first."""
    numbers = Counter((row.year, row.pillar_id) for row in meetings if row.year)
    return [Bar(year, pillar, number) for (year, pillar), number in sorted(numbers.items())]


def _places(meetings: Any, view: View, language: Language) -> str:
    """Where its meetings were, each number a link to them; `view` is that of its meetings."""
    numbers = Counter((_place(row, language), _view_of_place(row, view)) for row in meetings)
    listed = ", ".join(f"{place} {counted(language, number, there)}" for (place, there), number in numbers.most_common())
    return language.text("Where: {places}.", places=listed)


def _place(row: Any, language: Language) -> str:
    return language.name(row, "place_name") if row.place_name and row.mode != "virtual" else where(row, language)


def _view_of_place(row: Any, view: View) -> View:
    if row.mode == "virtual":
        return view.with_(places=("online",))
    if row.place_id:
        return view.with_(places=(row.place_id,))
    if row.country_id:
        return view.with_(places=("country_only",), countries=(row.country_id,))
    return view.with_(places=("unknown",))


def meeting_table(rows: Rows, language: Language) -> pd.DataFrame:
    """Its meetings as a table for reading: role as a source gives it, and the standing on that day beside it."""
    _ = language.text
    roles, attendance, levels = role_words(language), attendance_words(language), representation_words(language)
    table = []
    for _key, found in groupby(rows, key=lambda row: (row.event_id, row.role, row.representative)):
        together = list(found)
        row = together[0]
        organization = organization_name(row, language)
        standing = standing_at_meeting(language, together)
        table.append(
            {
                _("From"): row.start_date or "",
                _("Meeting"): meeting_name(row, language),
                _("Role by source"): roles[row.role],
                _("Standing that day"): f"{organization}: {standing}" if standing else "",
                _("Where"): where(row, language),
                _("Represented by"): "; ".join(
                    part
                    for part in (row.representative, levels[row.representation] if row.representation != "not_known" else "")
                    if part
                ),
                _("Attendance"): attendance[row.attendance],
                _("Body"): language.name(row, "body_name"),
                _("Id"): row.event_id,
            }
        )
    return pd.DataFrame(table)


@st.cache_data(max_entries=KEPT_TABLES, show_spinner=False)
def _table(_page: Page, key: str, _rows: Rows) -> pd.DataFrame:
    return meeting_table(_rows, _page.language)


def _draw_table(rows: Rows, page: Page, key: str, alt: str) -> None:
    _ = page.language.text
    widths = {
        _("From"): 95,
        _("Meeting"): 220,
        _("Role by source"): 140,
        _("Standing that day"): 210,
        _("Where"): 150,
        _("Represented by"): 230,
        _("Attendance"): 95,
        _("Body"): 300,
        _("Id"): 170,
    }
    draw_table(_table(page, key, rows), widths, alt)
