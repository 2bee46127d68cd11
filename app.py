"""The frame of every page: configuration, navigation, filters. `streamlit run app.py` works; `make run` serves faster."""

import streamlit as st

from sidang import filters, frame, frozen
from sidang.turns import turn

st.set_page_config(page_icon=str(frame.ROOT / "static" / "icon.svg"), layout="wide", initial_sidebar_state="auto")
st.html(frame.ROOT / "static" / "frame.css")


def draw() -> None:
    """The whole page, from the edition to its foot."""
    page = frame.begin()
    _, titled = page.language.text, frame.titled
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
    records = [
        st.Page("pages/records/event.py", title=titled(_("A meeting")), url_path="event"),
        st.Page("pages/records/body.py", title=titled(_("Body")), url_path="body"),
        st.Page("pages/status/participant.py", title=titled(_("Participant")), url_path="participant"),
        st.Page("pages/records/document.py", title=titled(_("Document")), url_path="document"),
    ]
    shown = st.navigation([*labels, *registers, *records], position="hidden")
    if shown.url_path != "venues":
        filters.stop()
    with st.container(key="sheet"):
        if not frame.is_embedded():
            frame.draw_bar(page, labels, registers, shown)
        frame.draw_notices(page, shown)
        frozen.draw_banner(page)
        frame.draw_chips(page)
        shown.run()
        frame.draw_foot(page, shown)
    frame.settle(page)


with turn(frame.say_that_it_waits):
    draw()
