"""The series of a body: previous and next meeting, and every number, those that nobody knows among them."""

from typing import Any

import streamlit as st

from sidang.frame import Page
from sidang.links import address
from sidang.names import meeting_name, where
from sidang.record import link
from sidang.series import neighbours, numbered

NEAREST = 6


def draw_series(page: Page, body_id: str, event_id: str | None = None) -> None:
    """Previous and next, all numbers with the missing ones shown as missing, and those without a number."""
    for text in series_in_words(page, body_id, event_id):
        st.markdown(text)
    missing = missing_in_words(page, body_id)
    if missing:
        st.caption(missing)


def series_in_words(page: Page, body_id: str, event_id: str | None = None) -> list[str]:
    """The series of a body as paragraphs of Markdown: previous and next of a meeting, all numbers, those without one."""
    language, _ = page.language, page.language.text
    rows = page.ask("series_of_body", body_id=body_id)
    found = []
    if event_id:
        before, after = neighbours(rows, event_id)
        for label, row in ((_("Previous"), before), (_("Next"), after)):
            told = (
                f"{link(page, 'event', row.event_id, meeting_name(row, language))} · "
                f"{language.dates(row.start_date, row.end_date)} · {where(row, language)}"
                if row
                else _("not known")
            )
            found.append(f"{label}: {told}")
    series = numbered(rows)
    if series:
        marks = [_number(page, number, known, event_id) if known else f"{number}?" for number, known in series.items()]
        found.append(_("By number: {numbers}", numbers=" · ".join(marks)))
    others = [row for row in rows if row.ordinal is None]
    if len(others) > NEAREST:
        view = page.view.elsewhere.with_(bodies=(body_id,), is_without_sub_bodies=True).without("years")
        said = language.count("{n} meeting without a number", "{n} meetings without a number", len(others))
        every = _("all meetings of the body")
        found.append(f"{said}: [{every}]({address('/events', view)})")
    elif others:
        listed = " · ".join(link(page, "event", row.event_id, meeting_name(row, language)) for row in others)
        found.append(_("Without a number: {meetings}", meetings=listed))
    return found


def missing_in_words(page: Page, body_id: str) -> str:
    """How many numbers of a series nobody knows; empty where none is missing."""
    missing = [number for number, known in numbered(page.ask("series_of_body", body_id=body_id)).items() if not known]
    if not missing:
        return ""
    return page.language.count(
        "{n} number has a question mark: no meeting of that number is known.",
        "{n} numbers have a question mark: no meeting of these numbers is known.",
        len(missing),
    )


def _number(page: Page, number: int, found: list[Any], event_id: str | None) -> str:
    if any(row.event_id == event_id for row in found):
        return f"**{number}**"
    unheld = page.language.text("not held or not yet")
    text = str(number) if found[0].status == "held" else f"{number} ({unheld})"
    return link(page, "event", found[0].event_id, text)
