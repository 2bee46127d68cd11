"""The frame of every page: configuration, navigation, filters. `streamlit run app.py` works; `make run` serves faster."""

import streamlit as st

from sidang import frame, opening

st.set_page_config(page_icon=str(frame.ROOT / "static" / "icon.svg"), layout="wide", initial_sidebar_state="auto")
st.html(frame.ROOT / "static" / "frame.css")
edition = opening.edition_or_stop()
page = frame.begin(edition)
_ = page.language.text
labels = {
    st.Page("pages/explore/overview.py", title=f"{_('Overview')} · {frame.PRODUCT}", default=True): _("Overview"),
    st.Page("pages/explore/events.py", title=f"{_('Meetings')} · {frame.PRODUCT}", url_path="events"): _("Meetings"),
}
shown = st.navigation(list(labels), position="hidden")
with st.container(key="sheet"):
    frame.draw_bar(page, labels, shown)
    frame.draw_notices(page)
    shown.run()
    frame.draw_foot(page)
frame.settle(page)
