"""Tables as pages and exports show them: rows of event_list.sql in the reader's words."""

import csv
import io
from typing import Any

import pandas as pd

from sidang.language import Language
from sidang.names import meeting_name, where
from sidang.questions import Rows

SPREADSHEET_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def meeting_rows(events: Rows, pillars: dict[str, str], language: Language) -> pd.DataFrame:
    """The meetings as a table for reading: one row a meeting, columns named in the language of the page."""
    _ = language.text
    status = {
        "held": _("held"),
        "announced": _("announced, not confirmed"),
        "upcoming": _("upcoming"),
        "cancelled": _("cancelled"),
        "postponed": _("postponed"),
    }
    columns = {
        "from": _("From"),
        "to": _("To"),
        "meeting": _("Meeting"),
        "body": _("Body"),
        "where": _("Where"),
        "country": _("Country"),
        "pillar": _("Pillar"),
        "status": _("Status"),
        "remarks": _("Remarks"),
        "sources": _("Sources"),
        "event_id": _("Id"),
    }
    rows = [
        {
            "from": row.start_date or "",
            "to": row.end_date or "",
            "meeting": meeting_name(row, language),
            "body": language.name(row, "body_name"),
            "where": where(row, language),
            "country": language.name(row, "country_name") if row.country_name else "",
            "pillar": pillars[row.pillar_id],
            "status": status[state_of(row)],
            "remarks": "; ".join(remarks(row, language)),
            "sources": row.sources,
            "event_id": row.event_id,
        }
        for row in events
    ]
    return pd.DataFrame(rows, columns=list(columns)).rename(columns=columns)


def state_of(row: Any) -> str:
    """held, announced (planned, its day has passed), upcoming, cancelled or postponed."""
    status = str(row.status)
    if status != "planned":
        return status
    return "announced" if row.is_announced else "upcoming"


def remarks(row: Any, language: Language) -> list[str]:
    """What a reader must know before quoting a row: what is inferred and what only the series of meetings covers."""
    _ = language.text
    notes = {
        ("ordinal_basis", "inferred"): _("number inferred"),
        ("mode_basis", "inferred"): _("in person inferred"),
        ("dates_basis", "inferred"): _("date inferred"),
        ("dates_cover", "series"): _("days of the whole series"),
    }
    return [text for (field, value), text in notes.items() if getattr(row, field) == value]


def as_csv(table: pd.DataFrame) -> bytes:
    """A table as CSV for spreadsheets: UTF-8 with byte order mark; cells that would run as a formula start with '."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.itertuples(index=False):
        writer.writerow(["" if pd.isna(value) else _harmless(value) for value in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(SPREADSHEET_FORMULA) else value
