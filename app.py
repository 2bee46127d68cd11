"""The frame of every page: configuration, navigation, filters. `streamlit run app.py` works; `make run` serves faster."""

import streamlit as st

from sidang import filters, frame, frozen

st.set_page_config(page_icon=str(frame.ROOT / "static" / "icon.svg"), layout="wide", initial_sidebar_state="auto")
st.html(frame.ROOT / "static" / "frame.css")
page = frame.begin()
_ = page.language.text
labels = {
    st.Page("pages/explore/overview.py", title=f"{_('Overview')} · {frame.PRODUCT}", default=True): _("Overview"),
    st.Page("pages/explore/venues.py", title=f"{_('Venues')} · {frame.PRODUCT}", url_path="venues"): _("Venues"),
    st.Page("pages/explore/events.py", title=f"{_('Meetings')} · {frame.PRODUCT}", url_path="events"): _("Meetings"),
}
shown = st.navigation(list(labels), position="hidden")
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
