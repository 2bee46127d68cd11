"""The frame of every page: configuration, navigation, filters. `streamlit run app.py` works; `make run` serves faster."""

import streamlit as st

from sidang import filters, frame, frozen
from sidang.navigation import pages_in
from sidang.together import together
from sidang.turns import turn

st.set_page_config(page_icon=str(frame.ROOT / "static" / "icon.svg"), layout="wide", initial_sidebar_state="auto")
st.html(frame.ROOT / "static" / "frame.css")


def draw() -> None:
    """The whole page, from the edition to its foot."""
    page = frame.begin()
    pages = pages_in(page.language)
    shown = st.navigation(pages.all, position="hidden")
    if shown.url_path != "venues":
        filters.stop()
    with st.container(key="sheet"):
        if not frame.is_embedded():
            frame.draw_bar(page, pages, shown)
        frame.draw_notices(page, shown)
        frozen.draw_banner(page)
        frame.draw_chips(page)
        shown.run()
        frame.draw_foot(page, shown)
    frame.settle(page)


with turn(frame.say_that_it_waits), together():
    draw()
