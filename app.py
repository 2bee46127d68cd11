"""The frame of every page: configuration, navigation, filters. `streamlit run app.py` works; `make run` serves faster."""

import streamlit as st

from sidang import frame, opening

st.set_page_config(page_title=frame.PRODUCT, layout="wide", initial_sidebar_state="auto")
edition = opening.edition_or_stop()
pages = {
    "Overview": st.Page("pages/explore/overview.py", title=frame.PRODUCT, default=True),
    "Meetings": st.Page("pages/explore/events.py", title="Meetings", url_path="events"),
}
shown = st.navigation(list(pages.values()), position="hidden")
st.html(frame.ROOT / "static" / "frame.css")
page = frame.begin(edition)
frame.draw_bar(page, pages, shown)
frame.draw_notices(page)
shown.run()
frame.draw_foot(page)
