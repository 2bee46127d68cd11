"""The frame of every page: configuration, navigation, filters. `streamlit run app.py` works; `make run` serves faster."""

import streamlit as st

from sidang import filters, frame, frozen

st.set_page_config(page_icon=str(frame.ROOT / "static" / "icon.svg"), layout="wide", initial_sidebar_state="auto")
st.html(frame.ROOT / "static" / "frame.css")
page = frame.begin()
_ = page.language.text
path = _("The way of Timor-Leste into ASEAN")
labels = {
    st.Page("pages/explore/overview.py", title=f"{_('Overview')} · {frame.PRODUCT}", default=True): _("Overview"),
    st.Page("pages/explore/venues.py", title=f"{_('Venues')} · {frame.PRODUCT}", url_path="venues"): _("Venues"),
    st.Page("pages/status/membership.py", title=f"{_('Membership')} · {frame.PRODUCT}", url_path="membership"): _(
        "Membership"
    ),
    st.Page(
        "pages/status/timor_leste.py",
        title=f"{path} · {frame.PRODUCT}",
        url_path="timor-leste",
    ): _("Timor-Leste"),
    st.Page("pages/explore/events.py", title=f"{_('Meetings')} · {frame.PRODUCT}", url_path="events"): _("Meetings"),
}
records = [
    st.Page("pages/status/participant.py", title=f"{_('Participant')} · {frame.PRODUCT}", url_path="participant"),
]
shown = st.navigation([*labels, *records], position="hidden")
if shown.url_path != "venues":
    filters.stop()
with st.container(key="sheet"):
    if not frame.is_embedded():
        frame.draw_bar(page, labels, shown)
    frame.draw_notices(page, shown)
    frozen.draw_banner(page)
    frame.draw_chips(page)
    shown.run()
    frame.draw_foot(page, shown)
frame.settle(page)
