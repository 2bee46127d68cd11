"""The meetings page: its sentence, its table, its download."""

from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st

from sidang import printed, share, table_view
from sidang.beside import standings_beside
from sidang.frame import KEPT_TABLES, Page, has_routes, is_embedded
from sidang.language import Language
from sidang.links import record_address
from sidang.names import meetings_in_view
from sidang.options import pillar_names, short_name
from sidang.questions import one
from sidang.series import missing
from sidang.tables import as_csv, meeting_rows
from sidang.view import View

FILE_NAME = "sidang-meetings.csv"
# More cannot be read on a screen, and would be sent to each browser.
MOST_ROWS = 5_000


def meetings_in_table(page: Page) -> pd.DataFrame:
    """The meetings in view, of any status, as a table for reading, in the order of the view: the first MOST_ROWS of them."""
    events = page.ask("events_in_order", sort=page.view.sort, language=page.language.code, most=MOST_ROWS, skipped=0)
    beside = standings_beside(page.edition, page.view, page.as_of, page.language)
    return meeting_rows(events, pillar_names(page.edition, page.language), page.language, beside)


def sentence(page: Page) -> str:
    """How many meetings are in view: the held ones first, then announced and upcoming ones beside them."""
    language, counts = page.language, _counts(page)
    parts = [
        meetings_in_view(language, counts["held"]),
        language.count("{n} more announced but not confirmed", "{n} more announced but not confirmed", counts["announced"]),
        language.count("{n} upcoming", "{n} upcoming", counts["upcoming"]),
        language.count("{n} cancelled or postponed", "{n} cancelled or postponed", counts["other"]),
    ]
    beside = [part for part, count in zip(parts[1:], list(counts.values())[1:], strict=True) if count]
    return "; ".join([parts[0], *beside]) + "."


def reconciled(page: Page) -> str:
    """How the rows of the table add up by status."""
    language, counts = page.language, _counts(page)
    _ = language.text
    words = {
        "held": _("held"),
        "announced": _("announced, not confirmed"),
        "upcoming": _("upcoming"),
        "other": _("cancelled or postponed"),
    }
    terms = [f"{language.number(count)} {words[state]}" for state, count in counts.items() if count]
    total = sum(counts.values())
    return language.count("{n} row = {terms}.", "{n} rows = {terms}.", total, terms=" + ".join(terms))


def cut_in_words(page: Page) -> str | None:
    """How many rows the table leaves out, where there are more than it can hold."""
    total = sum(_counts(page).values())
    if total <= MOST_ROWS:
        return None
    _ = page.language.text
    said = _(
        "The table holds the first {shown} of {n} rows; filters bring up the others.",
        shown=page.language.number(MOST_ROWS),
        n=page.language.number(total),
    )
    return f"{said} " + _("The file with all columns has every row.") if has_routes() else said


def missing_numbers(page: Page) -> str | None:
    """Which numbers of the series no meeting held has, where one body is chosen and its meetings are numbered."""
    if len(page.view.bodies) != 1:
        return None
    for row in page.ask("series_coverage"):
        gaps = missing(row) if row.body_id == page.view.bodies[0] else ""
        if gaps:
            return page.language.text(
                "Numbers of {body} not known to have met: {gaps}.", body=short_name(row, page.language), gaps=gaps
            )
    return None


@st.cache_data(max_entries=KEPT_TABLES, show_spinner=False)
def _table(_page: Page, key: str) -> pd.DataFrame:
    return meetings_in_table(_page)


def draw_table(page: Page, key: str, onward: View | None = None) -> None:
    """The table, as high as its rows up to a screen of them; a row that is chosen opens the page of its meeting.

    `onward` is the view that goes along, where it is not that of the table.
    """
    rows, _ = _table(page, key), page.language.text
    alt = _("Table of the meetings in view")
    with st.container(gap=None):
        chosen = table_view.draw_on_screen(
            rows,
            alt,
            _columns(page.language),
            key=f"meetings_{crc32(key.encode())}",
            on_select="ignore" if is_embedded() else "rerun",
            selection_mode="single-row",
        )
        printed.draw_table(rows, "meetings", page.language, is_downloadable=True)
    if is_embedded():
        return
    with st.container(key="controls_choose_meeting"):
        st.caption(_("Choose a row to open the page of its meeting; by keyboard, Shift+Space."))
    for row in chosen["selection"]["rows"]:
        event_id = rows[_("Id")].iloc[row]
        share.lead_to(record_address("event", event_id, onward or page.view), "way_to_meeting")


def draw_download(page: Page, rows: pd.DataFrame) -> None:
    """What is shown as CSV for spreadsheets, by the page itself where no server answers beside it (ways.py)."""
    if has_routes():
        return
    st.download_button(
        page.language.count("Download {n} row (CSV)", "Download {n} rows (CSV)", len(rows)),
        as_csv(rows),
        FILE_NAME,
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="controls_download",
    )


def _counts(page: Page) -> dict[str, int]:
    row = one(page.ask("view_figures"))
    return {"held": row.meetings, "announced": row.announced, "upcoming": row.upcoming, "other": row.other}


def _columns(language: Language) -> dict[str, Any]:
    _ = language.text
    widths = {
        _("From"): 95,
        _("Meeting"): 230,
        _("Where"): 190,
        _("Status"): 130,
        _("Body"): 330,
        _("Country"): 130,
        _("Pillar"): 140,
        _("To"): 95,
        _("Remarks"): 240,
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
