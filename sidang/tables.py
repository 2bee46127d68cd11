"""Tables as pages and exports show them: rows of event_list.sql in the reader's words."""

import csv
import datetime
import io
from typing import Any

import pandas as pd

from sidang.beside import Beside
from sidang.language import Language
from sidang.names import meeting_name, where
from sidang.questions import Rows
from sidang.text import fold

SPREADSHEET_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def meeting_rows(events: Rows, pillars: dict[str, str], language: Language, beside: Beside | None = None) -> pd.DataFrame:
    """The meetings as a table for reading: one row a meeting, columns named in the language of the page.

    `beside` adds a column for each participant of the view (beside.py) after the place.
    """
    _ = language.text
    status = status_names(language)
    columns = {
        "from": _("From"),
        "meeting": _("Meeting"),
        "where": _("Where"),
        **{f"beside {name}": name for name in beside or {}},
        "status": _("Status"),
        "body": _("Body"),
        "country": _("Country"),
        "pillar": _("Pillar"),
        "to": _("To"),
        "remarks": _("Remarks"),
        "sources": _("Sources"),
        "event_id": _("Id"),
    }
    rows = [
        {
            "from": row.start_date or "",
            "meeting": meeting_name(row, language),
            "where": where(row, language),
            **{f"beside {name}": texts.get(row.event_id, "") for name, texts in (beside or {}).items()},
            "status": status[state_of(row)],
            "body": language.name(row, "body_name"),
            "country": language.name(row, "country_name") if row.country_name else "",
            "pillar": pillars[row.pillar_id],
            "to": row.end_date or "",
            "remarks": "; ".join(remarks(row, language)),
            "sources": row.sources,
            "event_id": row.event_id,
        }
        for row in events
    ]
    return pd.DataFrame(rows, columns=list(columns)).rename(columns=columns)


def status_names(language: Language) -> dict[str, str]:
    """The states of a meeting as state_of tells them apart."""
    _ = language.text
    return {
        "held": _("held"),
        "announced": _("announced, not confirmed"),
        "upcoming": _("upcoming"),
        "cancelled": _("cancelled"),
        "postponed": _("postponed"),
    }


def in_order(events: Rows, sort: str, language: Language) -> Rows:
    """The meetings in the order of a view: as they come (latest first), earliest first, or by body or place in the reader's
    words, within each the latest first; what is not known comes last.
    """
    if sort == "oldest":
        return tuple(
            sorted(events, key=lambda row: (row.first_day is None, row.first_day or datetime.date.min, row.event_id))
        )
    if sort == "body":
        return tuple(sorted(events, key=lambda row: fold(language.name(row, "body_name"))))
    if sort == "place":
        return tuple(sorted(events, key=lambda row: (_place_rank(row), fold(where(row, language)))))
    return events


def _place_rank(row: Any) -> int:
    return 0 if row.place_name or row.country_name else 1 if row.mode == "virtual" else 2


def state_of(row: Any) -> str:
    """held, announced (planned, its day has passed), upcoming, cancelled or postponed."""
    status = str(row.status)
    if status != "planned":
        return status
    return "announced" if row.is_announced else "upcoming"


def remarks(row: Any, language: Language) -> list[str]:
    """What a reader must know before quoting a row: what lies beyond the sources, covers a series, or is inferred."""
    _ = language.text
    found = {
        _("after the last day of the sources"): row.status == "planned" and row.is_after_sources,
        _("dates are those of the whole series"): row.dates_cover == "series",
        _("number inferred"): row.ordinal_basis == "inferred",
        _("date inferred"): row.dates_basis == "inferred",
        _("in person inferred"): row.mode_basis == "inferred",
    }
    return [text for text, holds in found.items() if holds]


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
