"""The pages of the dashboard, as Streamlit's navigation takes them."""

from copy import copy
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sidang.language import Language

PRODUCT = "Sidang"


@dataclass(frozen=True)
class Pages:
    """The pages of the bar and of the menu of registers, with the words of their links, and those of single records."""

    labels: dict[StreamlitPage, str]
    registers: dict[StreamlitPage, str]
    records: tuple[StreamlitPage, ...]

    @property
    def all(self) -> list[StreamlitPage]:
        """Every page, the first one first."""
        return [*self.labels, *self.registers, *self.records]


def pages_in(language: Language) -> Pages:
    """The pages for one run, named in a language.

    Streamlit looks each file up when a page is made and notes on it that it is the one to run: they are made once, and each
    run has its own copies.
    """
    made = _pages(language)
    return Pages(
        {copy(page): label for page, label in made.labels.items()},
        {copy(page): label for page, label in made.registers.items()},
        tuple(map(copy, made.records)),
    )


@lru_cache(maxsize=8)
def _pages(language: Language) -> Pages:
    _ = language.text

    def titled(name: str) -> str:
        return f"{name} · {PRODUCT}"

    labels = {
        st.Page("pages/explore/overview.py", title=titled(_("Overview")), default=True): _("Overview"),
        st.Page("pages/explore/venues.py", title=titled(_("Venues")), url_path="venues"): _("Venues"),
        st.Page("pages/explore/pillars.py", title=titled(_("Pillars")), url_path="pillars"): _("Pillars"),
        st.Page("pages/status/membership.py", title=titled(_("Membership")), url_path="membership"): _("Membership"),
        st.Page(
            "pages/status/timor_leste.py", title=titled(_("The way of Timor-Leste into ASEAN")), url_path="timor-leste"
        ): _("Timor-Leste"),
        st.Page("pages/explore/events.py", title=titled(_("Meetings")), url_path="events"): _("Meetings"),
    }
    registers = {
        st.Page("pages/records/bodies.py", title=titled(_("Register of bodies")), url_path="bodies"): _("Bodies"),
        st.Page("pages/records/participants.py", title=titled(_("Register of participants")), url_path="participants"): _(
            "Participants"
        ),
        st.Page("pages/records/documents.py", title=titled(_("Register of documents")), url_path="documents"): _(
            "Documents"
        ),
        st.Page("pages/trust/data.py", title=titled(_("Reliability of the data")), url_path="data"): _("Data"),
    }
    records = (
        st.Page("pages/records/event.py", title=titled(_("A meeting")), url_path="event"),
        st.Page("pages/records/body.py", title=titled(_("Body")), url_path="body"),
        st.Page("pages/status/participant.py", title=titled(_("Participant")), url_path="participant"),
        st.Page("pages/records/document.py", title=titled(_("Document")), url_path="document"),
    )
    return Pages(labels, registers, records)
