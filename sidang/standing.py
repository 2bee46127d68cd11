"""The strip that tells a participant's standing in an organization on a day, and how it came there."""

from typing import Any

import streamlit as st

from sidang.frame import KEPT_PARTS, Page

TIMOR_LESTE_IN_ASEAN = {"participant_id": "TLS", "organization_id": "asean"}


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_timor_leste(_page: Page, key: str) -> None:
    """Timor-Leste's standing in ASEAN on the day of the view, and the steps that led there."""
    language, _ = _page.language, _page.language.text
    names, roles = status_names(_page), role_names(_page)
    now = [row for row in _page.ask("standings_on_day", **TIMOR_LESTE_IN_ASEAN) if row.is_certain]
    steps = [(row.track, step(_page, row, names)) for row in _page.ask("status_path", **TIMOR_LESTE_IN_ASEAN)]
    recorded = _page.ask("recorded_meetings", **TIMOR_LESTE_IN_ASEAN)
    st.subheader(_("Timor-Leste in ASEAN"), anchor=False)
    with st.container(border=True):
        held = language.listing(f"**{names[row.status]}**" for row in now) if now else _("**no status recorded**")
        st.markdown(_("On {day}: {status}.", day=language.date(_page.as_of.isoformat()), status=held))
        for track, label in (("accession", _("Accession")), ("standing", _("Standing"))):
            of_track = [text for kind, text in steps if kind == track]
            if of_track:
                st.markdown(f"{label}: " + " → ".join(of_track))
        if recorded:
            st.caption(
                _(
                    "Recorded at ASEAN meetings, by the role a source gives: {roles}. "
                    "Not every meeting's participants are known.",
                    roles=", ".join(f"{language.number(row.meetings)} {roles[row.role]}" for row in recorded),
                )
            )


def step(page: Page, row: Any, names: dict[str, str]) -> str:
    """One status with its days: "observer (11 Nov 2022 to 26 Oct 2025)"."""
    language, _ = page.language, page.language.text
    start = language.date(row.from_date) if row.from_date else _("start not known")
    if row.until_date:
        span = _("{start} to {end}", start=start, end=language.date(row.until_date))
    else:
        span = _("since {start}", start=start)
    return f"{names[row.status]} ({span})"


def status_names(page: Page) -> dict[str, str]:
    """The words for statuses in the language of the page."""
    _ = page.language.text
    return {
        "member": _("member"),
        "observer": _("observer"),
        "special_observer": _("special observer"),
        "dialogue_partner": _("dialogue partner"),
        "sectoral_dialogue_partner": _("sectoral dialogue partner"),
        "development_partner": _("development partner"),
        "partner": _("partner"),
        "associate": _("associate"),
        "former_member": _("former member"),
        "applicant": _("applied for membership"),
        "in_principle": _("admission agreed in principle"),
    }


def role_names(page: Page) -> dict[str, str]:
    """The words for roles at a meeting in the language of the page."""
    _ = page.language.text
    return {
        "chair": _("as chair"),
        "host": _("as host"),
        "co_organizer": _("as co-organizer"),
        "member": _("as member"),
        "observer": _("as observer"),
        "guest": _("as guest"),
        "dialogue_partner": _("as dialogue partner"),
        "partner": _("as partner"),
        "secretariat": _("as secretariat"),
        "speaker": _("as speaker"),
    }
