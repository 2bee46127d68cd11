"""The series of a body: previous and next meeting, and every number, those that nobody knows among them."""

from typing import Any

import streamlit as st

from sidang.frame import Page
from sidang.links import address
from sidang.names import meeting_name, where
from sidang.questions import Rows
from sidang.record import link

NEAREST = 6


def numbered(rows: Rows) -> dict[int, list[Any]]:
    """The meetings of each number from 1 to the highest; an empty list where none is known. Several may claim one."""
    known: dict[int, list[Any]] = {}
    for row in rows:
        if row.ordinal is not None:
            known.setdefault(row.ordinal, []).append(row)
    return {number: known.get(number, []) for number in range(1, max(known, default=0) + 1)}


def neighbours(rows: Rows, event_id: str) -> tuple[Any | None, Any | None]:
    """The meeting before and the one after: by number where the neighbouring number is known, else by date.

    None where there is none, or where the neighbouring number belongs to a meeting that nobody knows.
    """
    own = next(row for row in rows if row.event_id == event_id)
    if own.ordinal is not None:
        series = numbered(rows)
        before, after = series.get(own.ordinal - 1) or [None], series.get(own.ordinal + 1) or [None]
        return before[-1], after[0]
    dated = [row for row in rows if row.start_date]
    place = next((place for place, row in enumerate(dated) if row.event_id == event_id), None)
    if place is None:
        return None, None
    return (dated[place - 1] if place else None), (dated[place + 1] if place + 1 < len(dated) else None)


def draw_series(page: Page, body_id: str, event_id: str | None = None) -> None:
    """Previous and next, all numbers with the missing ones shown as missing, and those without a number."""
    language, _ = page.language, page.language.text
    rows = page.ask("series_of_body", body_id=body_id)
    if event_id:
        before, after = neighbours(rows, event_id)
        for label, row in ((_("Previous"), before), (_("Next"), after)):
            told = (
                f"{link(page, 'event', row.event_id, meeting_name(row, language))} · "
                f"{language.dates(row.start_date, row.end_date)} · {where(row, language)}"
                if row
                else _("not known")
            )
            st.markdown(f"{label}: {told}")
    series = numbered(rows)
    if series:
        missing = [number for number, found in series.items() if not found]
        marks = [_number(page, number, found, event_id) if found else f"{number}?" for number, found in series.items()]
        st.markdown(_("By number: {numbers}", numbers=" · ".join(marks)))
        if missing:
            st.caption(
                language.count(
                    "{n} number has a question mark: no meeting of that number is known.",
                    "{n} numbers have a question mark: no meeting of these numbers is known.",
                    len(missing),
                )
            )
    others = [row for row in rows if row.ordinal is None]
    if others:
        view = page.view.elsewhere.with_(bodies=(body_id,), is_without_sub_bodies=True).without("years")
        if len(others) > NEAREST:
            said = language.count("{n} meeting without a number", "{n} meetings without a number", len(others))
            every = _("all meetings of the body")
            st.markdown(f"{said}: [{every}]({address('/events', view)})")
        else:
            st.markdown(
                _(
                    "Without a number: {meetings}",
                    meetings=" · ".join(link(page, "event", row.event_id, meeting_name(row, language)) for row in others),
                )
            )


def _number(page: Page, number: int, found: list[Any], event_id: str | None) -> str:
    if any(row.event_id == event_id for row in found):
        return f"**{number}**"
    unheld = page.language.text("not held or not yet")
    text = str(number) if found[0].status == "held" else f"{number} ({unheld})"
    return link(page, "event", found[0].event_id, text)
