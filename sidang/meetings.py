"""The meetings page: its sentence, its table's columns, its download."""

import urllib.parse
from typing import Any

import pandas as pd
import streamlit as st

from sidang.frame import Page, has_routes
from sidang.language import Language
from sidang.names import meetings_in_view
from sidang.tables import as_csv
from sidang.view import to_query

FILE_NAME = "sidang-meetings.csv"


def sentence(page: Page, events: pd.DataFrame) -> str:
    """How many meetings are in view: the held ones first, then announced and upcoming ones beside them."""
    language, counts = page.language, _counts(events)
    parts = [meetings_in_view(language, counts["held"])]
    if counts["announced"]:
        parts.append(
            language.count("{n} more announced, not confirmed", "{n} more announced, not confirmed", counts["announced"])
        )
    if counts["upcoming"]:
        parts.append(language.count("{n} upcoming", "{n} upcoming", counts["upcoming"]))
    if counts["other"]:
        parts.append(language.count("{n} cancelled or postponed", "{n} cancelled or postponed", counts["other"]))
    return ", ".join(parts) + "."


def reconciled(page: Page, events: pd.DataFrame) -> str:
    """How the rows of the table add up by status."""
    language = page.language
    return language.text(
        "{rows} rows = {held} held + {announced} announced, not confirmed + {upcoming} upcoming "
        "+ {other} cancelled or postponed.",
        rows=language.number(len(events)),
        **{state: language.number(rows) for state, rows in _counts(events).items()},
    )


def height(rows: int) -> int:
    """The height of the table in pixels: as many rows as there are, up to a screen of them."""
    return min(560, 37 + 35 * rows)


def _counts(events: pd.DataFrame) -> dict[str, int]:
    counts = {state: int(events[f"is_{state}"].sum()) for state in ("held", "announced", "upcoming")}
    return counts | {"other": len(events) - sum(counts.values())}


def columns(language: Language) -> dict[str, Any]:
    """How the columns of `tables.meeting_rows` are shown."""
    _ = language.text
    widths = {
        _("From"): 95,
        _("To"): 95,
        _("Meeting"): 230,
        _("Body"): 330,
        _("Where"): 190,
        _("Country"): 130,
        _("Pillar"): 140,
        _("Status"): 130,
        _("Remarks"): 180,
        _("Sources"): 70,
        _("Id"): 170,
    }
    helps = {
        _("From"): _("First day, as far as sources tell it: year, month or day."),
        _("To"): _("Last day; empty where no source tells it."),
        _("Remarks"): _("What is inferred, and what covers a whole series."),
        _("Sources"): _("Pages that support the meeting."),
    }
    return {name: st.column_config.Column(width=width, help=helps.get(name)) for name, width in widths.items()}


def draw_download(page: Page, rows: pd.DataFrame) -> None:
    """A link to what is shown, as CSV for spreadsheets; answered by the server without this session where it can."""
    label = page.language.count("Download {n} row (CSV)", "Download {n} rows (CSV)", len(rows))
    if has_routes():
        query = to_query(page.view) | {"lang": page.language.code, "edition": page.edition.id}
        st.link_button(label, f"/download/meetings.csv?{urllib.parse.urlencode(query)}", icon=":material/download:")
    else:
        st.download_button(label, as_csv(rows), FILE_NAME, "text/csv", icon=":material/download:", on_click="ignore")
