"""The meetings page: its sentence, its table's columns, its download."""

import urllib.parse

import pandas as pd
import streamlit as st

from sidang.frame import Page, has_routes
from sidang.language import Language
from sidang.tables import as_csv
from sidang.view import to_query

FILE_NAME = "sidang-meetings.csv"


def sentence(page: Page, events: pd.DataFrame) -> str:
    """How many meetings are in view: the held ones first, then announced and upcoming ones beside them."""
    language = page.language
    held, announced, upcoming = (int(events[state].sum()) for state in ("is_held", "is_announced", "is_upcoming"))
    parts = [f"**{language.count('{n} meeting', '{n} meetings', held)}**"]
    if announced:
        parts.append(language.count("{n} more announced and not confirmed", "{n} more announced and not confirmed", announced))
    if upcoming:
        parts.append(language.count("{n} upcoming", "{n} upcoming", upcoming))
    other = len(events) - held - announced - upcoming
    if other:
        parts.append(language.count("{n} cancelled or postponed", "{n} cancelled or postponed", other))
    return ", ".join(parts) + "."


def columns(language: Language) -> dict[str, object]:
    """How the columns of `tables.meeting_rows` are shown."""
    _ = language.text
    return {
        _("First day"): None,
        _("Date"): st.column_config.TextColumn(width="small"),
        _("Meeting"): st.column_config.TextColumn(width="large", pinned=True),
        _("Body"): st.column_config.TextColumn(width="small"),
        _("Pillar"): st.column_config.TextColumn(width="small"),
        _("Where"): st.column_config.TextColumn(width="medium"),
        _("Country"): st.column_config.TextColumn(width="small"),
        _("Status"): st.column_config.TextColumn(width="small"),
        _("Remarks"): st.column_config.TextColumn(width="medium", help=_("What is inferred, and what covers a whole series.")),
        _("Sources"): st.column_config.NumberColumn(width="small", help=_("Pages that support the meeting.")),
        _("Id"): st.column_config.TextColumn(width="small"),
    }


def draw_download(page: Page, rows: pd.DataFrame) -> None:
    """A link to what is shown, as CSV for spreadsheets; answered by the server without this session where it can."""
    label = page.language.count("Download {n} row (CSV)", "Download {n} rows (CSV)", len(rows))
    if has_routes():
        query = to_query(page.view) | {"lang": page.language.code, "edition": page.edition.id}
        st.link_button(label, f"/download/meetings.csv?{urllib.parse.urlencode(query)}", icon=":material/download:")
    else:
        st.download_button(label, as_csv(rows), FILE_NAME, "text/csv", icon=":material/download:", on_click="ignore")
