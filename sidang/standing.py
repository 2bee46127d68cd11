"""The strip that tells a participant's standing in an organization on a day, and how it came there."""

import datetime
from typing import Any

import streamlit as st

from sidang.frame import KEPT_PARTS, Page
from sidang.language import Language
from sidang.links import counted
from sidang.status_words import status_word
from sidang.view import View, to_query
from sidang.words import role_words

TIMOR_LESTE_IN_ASEAN = {"participant_id": "TLS", "organization_id": "asean"}


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_timor_leste(_page: Page, key: str) -> None:
    """Timor-Leste's standing in ASEAN on the day of the view, the steps that led there, and what sources dispute."""
    language, _ = _page.language, _page.language.text
    roles = role_words(language)
    steps = [(row.track, step(_page, row)) for row in _page.ask("status_path", **TIMOR_LESTE_IN_ASEAN)]
    recorded = _page.ask("recorded_meetings", **TIMOR_LESTE_IN_ASEAN)
    st.subheader(_("Timor-Leste in ASEAN"), anchor=False)
    with st.container(border=True):
        st.markdown(_("On {day}: {status}.", day=language.date(_page.as_of.isoformat()), status=on_the_day(_page)))
        for track, label in (("accession", _("Accession")), ("standing", _("Standing"))):
            of_track = [text for kind, text in steps if kind == track]
            if of_track:
                st.markdown(f"{label}: " + " → ".join(of_track))
        disputes = _page.ask("conflicts_of_statuses", **TIMOR_LESTE_IN_ASEAN)
        if disputes:
            title = language.count("Sources disagree on {n} point", "Sources disagree on {n} points", len(disputes))
            st.expander(title).markdown(
                "\n".join(f"- {language.name(row, 'summary')} {language.name(row, 'reason')}" for row in disputes)
            )
        if recorded:
            of_asean = View(organizations=(TIMOR_LESTE_IN_ASEAN["organization_id"],), language=_page.view.language)
            st.caption(
                _(
                    "Recorded at ASEAN meetings of all years, by the role a source gives: {roles}. "
                    "Not every meeting's participants are known.",
                    roles=", ".join(
                        f"{counted(language, row.meetings, of_asean, '/timor-leste')} {roles[row.role]}" for row in recorded
                    ),
                )
            )


def draw_way(page: Page, key: str) -> None:
    """The link to its page, which carries the view."""
    with st.container(key="controls_way"):
        st.page_link(
            "pages/status/timor_leste.py",
            label=page.language.text("The way into ASEAN, step by step"),
            query_params=to_query(page.view.elsewhere),
            icon=":material/arrow_forward:",
        )


def on_the_day(page: Page) -> str:
    """The statuses that hold on the day of the view; one whose day is not known exactly is called possible."""
    _ = page.language.text
    found = []
    for row in page.ask("standings_on_day", **TIMOR_LESTE_IN_ASEAN):
        name = f"**{status_word(page.language, row)}**"
        found.append(name if row.is_certain else _("possibly {status}", status=name))
    return page.language.listing(found) if found else _("**no status recorded**")


def step(page: Page, row: Any) -> str:
    """One status with its first and last day: "observer (11 Nov 2022 to 25 Oct 2025)"."""
    language, _ = page.language, page.language.text
    start, end = span_in_words(language, row)
    span = _("{start} to {end}", start=start, end=end) if row.until_date else _("since {start}", start=start)
    if not row.from_date:
        span = _("start not known, to {end}", end=end) if row.until_date else start
    if end and not row.until_date:
        span = f"{span}; {end}"
    return f"{status_word(language, row)} ({span})"


def span_in_words(language: Language, row: Any) -> tuple[str, str]:
    """The first day of a status, or that it is not known, with since when it is listed; its last day where it has ended, or
    until when it is listed where no source tells its end.
    """
    _ = language.text
    start = _("start not known")
    if row.from_date:
        start = language.date(row.from_date)
    elif getattr(row, "attested_from", None):
        start = _("start not known, listed from {day}", day=language.date(row.attested_from))
    end = ""
    if row.until_date:
        end = language.date(last_day_before(row.until_date))
    elif getattr(row, "attested_until", None):
        end = _("end not known, listed until {day}", day=language.date(row.attested_until))
    return start, end


def last_day_before(until: str) -> str:
    """The last day of a status, from the first on which it no longer holds; a truncated one stays as it is."""
    if len(until) < len("2025-10-26"):
        return until
    return (datetime.date.fromisoformat(until) - datetime.timedelta(days=1)).isoformat()
